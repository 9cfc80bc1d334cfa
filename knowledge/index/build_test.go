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

// A long article is read in much room; the next question does not hold on to it.
func TestRoomOfLongArticleIsGivenBack(t *testing.T) {
	a := &knowledge.Article{}
	for i := range 2 * mostRows {
		start := len(a.Text)
		a.Text += "La mer.\n"
		a.Sentences = append(a.Sentences, knowledge.Sentence{Number: i + 1, Paragraph: 1, Span: knowledge.Span{Start: start, End: len(a.Text) - 1}})
	}
	x := New([]*knowledge.Article{a})
	s := x.begin("Où est la mer ?")
	s.rankArticle(0, nil)
	if len(s.rows) != len(a.Sentences) {
		t.Fatalf("%d rows are read, want %d", len(s.rows), len(a.Sentences))
	}
	s.leave()
	for name, n := range map[string]int{"rows": cap(s.rows), "features": cap(s.described), "matches": cap(s.matches), "scores": cap(s.ranked)} {
		if n > mostRows {
			t.Errorf("%d %s are kept, want at most %d", n, name, mostRows)
		}
	}
}
