// Package ingest builds articles from bytes. It is the only builder of them.
package ingest

import (
	"errors"

	"verbatim/knowledge"
)

// MaxBytes bounds the text of one article, in bytes.
const MaxBytes = 2 << 20

// What can be wrong with the bytes of an article. The errors that Text and
// HTML return wrap one of these, and say in one line what to do.
var (
	ErrEmpty     = errors.New("there is no text")
	ErrBinary    = errors.New("this is not text")
	ErrTooLarge  = errors.New("the text is too large")
	ErrNoArticle = errors.New("the page holds no article") // fewer than MinSentences
)

// MinSentences is the least that a page must give to count as an article.
const MinSentences = 3

// Result is an article and what was noticed while it was read, each note one
// English sentence ("the text was Windows-1252 and was converted").
type Result struct {
	Article *knowledge.Article
	Notes   []string
}

// Text builds an article from a plain text. source is a file's base name or "".
func Text(data []byte, source string) (Result, error) {
	return Result{}, ErrEmpty
}

// Bytes builds an article from bytes of either kind: HTML where contentType,
// the source's extension or the bytes themselves say so, else text.
func Bytes(data []byte, source, contentType string) (Result, error) {
	return Text(data, source)
}

// Paragraphs builds an article from paragraphs that are known to be prose.
// Article.Text is the title and the paragraphs joined by blank lines.
func Paragraphs(title string, paragraphs []string) *knowledge.Article {
	return &knowledge.Article{Title: title}
}
