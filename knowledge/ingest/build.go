package ingest

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
)

// block is one paragraph of an article before it has offsets: what [Text],
// [HTML] and [Paragraphs] hand to [build].
type block struct {
	kind      knowledge.Kind
	text      string
	paragraph int // from 1; blocks of one paragraph stand on one line
}

// build is the one place where articles are made. The article's text is the
// title, where there is one, and the blocks, joined by blank lines (by a space
// inside a paragraph); prose and captions are cut into sentences, everything else
// is one sentence. It gives nil where there is no text. date is "2006-01-02",
// "2006-01" or "".
func build(title, date, source string, blocks []block) *knowledge.Article {
	a := &knowledge.Article{Title: title, Titled: title != "", Date: date, Source: source}
	if title != "" {
		blocks = append([]block{{kind: knowledge.KindTitle, text: title}}, blocks...)
	}
	var text strings.Builder
	paragraph, before := 0, -1
	for i, b := range blocks {
		words := strings.TrimSpace(norm.NFC.String(b.text))
		if words == "" {
			continue
		}
		if text.Len() > 0 {
			if b.paragraph == before && i > 0 {
				text.WriteByte(' ')
			} else {
				text.WriteString("\n\n")
			}
		}
		if b.paragraph != before || paragraph == 0 {
			paragraph++
		}
		before = b.paragraph
		base := text.Len()
		text.WriteString(words)
		for _, span := range cut(b.kind, words) {
			a.Sentences = append(a.Sentences, knowledge.Sentence{
				Number: len(a.Sentences) + 1, Paragraph: paragraph, Kind: b.kind,
				Span: knowledge.Span{Start: base + span.Start, End: base + span.End},
			})
		}
	}
	if len(a.Sentences) == 0 {
		return nil
	}
	a.Text = text.String()
	if title == "" {
		a.Title = opening(a.Text)
	}
	a.ID = articleID(a.Title, a.Text)
	a.Language = "fr"
	return a
}

// cut is the sentences of a block, as bytes of its text.
func cut(kind knowledge.Kind, text string) []french.Span {
	if kind == knowledge.KindProse || kind == knowledge.KindCaption {
		return french.Sentences(text)
	}
	return []french.Span{{Start: 0, End: len(text)}}
}

// opening is the first words of a text, at most 60 characters and an ellipsis.
func opening(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	if utf8.RuneCountInString(line) <= 60 {
		return line
	}
	short := string([]rune(line)[:60])
	if i := strings.LastIndexByte(short, ' '); i > 20 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:") + "…"
}

// articleID is up to two words of the title and 40 bits of the text's hash.
func articleID(title, text string) string {
	sum := sha256.Sum256([]byte(text))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
}
