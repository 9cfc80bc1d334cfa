// Package knowledge holds what articles say: the nouns that every other
// package speaks in. An [Article] keeps its text once; a [Sentence] is a place
// in that text; a [Citation] points at a sentence and at the part of it that
// carries a [Claim]. Words are cut from Article.Text when they are shown.
package knowledge

// Kind tells what a sentence is in the layout of its article.
type Kind string

// The kinds of sentence.
const (
	KindTitle   Kind = "title"
	KindHeading Kind = "heading"
	KindCaption Kind = "caption"
	KindByline  Kind = "byline"
	KindProse   Kind = "sentence"
)

// Span is a half-open range of byte offsets.
type Span struct{ Start, End int }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Sentence is one sentence of an article.
type Sentence struct {
	Number    int  // from 1, in the order of the text; what people read as « phrase 12 »
	Paragraph int  // from 1
	Kind      Kind // where it stands in the layout
	Span           // bytes of Article.Text, outer white space left out
}

// Article is a text that questions are asked of. It is immutable once built.
type Article struct {
	ID        string     // short, readable, the same for the same content: [a-z0-9-], at most 24 bytes
	Title     string     // never empty; the opening words where the text has no title
	Titled    bool       // false where Title is only the opening words
	Date      string     // "2006-01-02", "2006-01", or ""
	Language  string     // ISO 639-1: "fr" where it is French
	Source    string     // http(s) address, a file's base name, or "" (pasted, standard input)
	Agency    string     // "ATS", "AFP", … where the byline or the page names one, else ""
	Text      string     // UTF-8, NFC; what all offsets refer to
	Sentences []Sentence // ordered by Number; Sentences[i].Number == i+1
}

// Sentence returns the sentence with this number.
func (a *Article) Sentence(number int) (Sentence, bool) {
	if number < 1 || number > len(a.Sentences) {
		return Sentence{}, false
	}
	return a.Sentences[number-1], true
}

// Cut returns the bytes of the article's text within s.
func (a *Article) Cut(s Span) string { return a.Text[s.Start:s.End] }
