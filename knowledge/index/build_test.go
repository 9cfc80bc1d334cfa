package index

import (
	"slices"
	"strings"
	"testing"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
)

// FuzzWords checks that the words of a sentence stand where cutting it anew
// finds them.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "L'armée a perdu 10'000 hommes.", "« Aujourd’hui », dit-il.", strings.Repeat("é", 200) + " fin",
		"loin" + strings.Repeat(" ", 40) + "de là", "  — deux", "a\u202f! b\xff c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := &knowledge.Article{Text: text, Sentences: []knowledge.Sentence{{Number: 1, Paragraph: 1, Span: knowledge.Span{End: len(text)}}}}
		if got, want := New([]*knowledge.Article{a}).appendWords(nil, 0, text), french.Words(text); !slices.Equal(got, want) {
			t.Errorf("%q: words at %v, want %v", text, got, want)
		}
	})
}
