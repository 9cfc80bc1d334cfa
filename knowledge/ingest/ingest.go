// Package ingest builds articles from bytes. It is the only builder of them.
package ingest

import (
	"errors"
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
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

// Note is one sentence on what was noticed while an article was read ("The text
// was in Windows-1252 and was converted.").
type Note struct{ French, English string }

// Result is an article and what was noticed while it was read.
type Result struct {
	Article *knowledge.Article
	Notes   []Note
}

// Paragraphs builds an article from paragraphs that are known to be prose. The
// paragraphs stand unchanged in Article.Text, joined by blank lines, and
// without the title: see [ParagraphStarts]. Their sentences have the numbers
// of their paragraphs, from 1; a paragraph without a word keeps its number.
// The paragraphs must be valid UTF-8.
func Paragraphs(title string, paragraphs []string) *knowledge.Article {
	a := &knowledge.Article{Title: title, Titled: title != "", Text: strings.Join(paragraphs, "\n\n")}
	for i, start := range ParagraphStarts(paragraphs) {
		for _, span := range french.Sentences(paragraphs[i]) {
			a.Sentences = append(a.Sentences, knowledge.Sentence{
				Number: len(a.Sentences) + 1, Paragraph: i + 1, Kind: knowledge.KindProse,
				Span: knowledge.Span{Start: start + span.Start, End: start + span.End},
			})
		}
	}
	identify(a)
	return a
}

// ParagraphStarts is where each paragraph begins in the text of the article
// that [Paragraphs] builds, in bytes: a sentence of paragraph n begins
// Sentence.Start - starts[n-1] bytes into paragraphs[n-1].
func ParagraphStarts(paragraphs []string) []int {
	starts := make([]int, len(paragraphs))
	at := 0
	for i, p := range paragraphs {
		starts[i] = at
		at += len(p) + len("\n\n")
	}
	return starts
}
