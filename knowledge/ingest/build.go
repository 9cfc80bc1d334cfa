package ingest

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
	"verbatim/knowledge/language"
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
	identify(a)
	return a
}

// identify gives an article with a text its title, where it has none, its language
// and its id.
func identify(a *knowledge.Article) {
	if a.Title == "" {
		a.Title = opening(a)
	}
	a.Language = language.Detect(a.Text)
	a.ID = articleID(a.Title, a.Text)
}

// cut is the sentences of a block, as bytes of its text. The credit of a
// picture belongs to the last sentence of its caption.
func cut(kind knowledge.Kind, text string) []french.Span {
	switch kind {
	case knowledge.KindProse:
		return french.Sentences(text)
	case knowledge.KindCaption:
		spans := french.Sentences(text)
		for n := len(spans); n > 1 && creditOnly.MatchString(text[spans[n-1].Start:spans[n-1].End]); n-- {
			spans[n-2].End = spans[n-1].End
			spans = spans[:n-1]
		}
		return spans
	}
	return []french.Span{{Start: 0, End: len(text)}}
}

// openingWords is how many words of its first sentence name an article that
// has no title.
const openingWords = 8

// opening is the first words of the first sentence, and an ellipsis where they
// are not all of it.
func opening(a *knowledge.Article) string {
	if len(a.Sentences) == 0 {
		return "…"
	}
	first := a.Sentences[0]
	for _, s := range a.Sentences {
		if s.Kind == knowledge.KindProse {
			first = s
			break
		}
	}
	words := strings.Fields(a.Cut(first.Span))
	short := strings.Join(words[:min(len(words), openingWords)], " ")
	if runes := []rune(short); len(runes) > 100 {
		return string(runes[:100]) + "…"
	}
	if len(words) <= openingWords {
		return short
	}
	return strings.TrimRight(short, " ,;:.") + "…"
}
