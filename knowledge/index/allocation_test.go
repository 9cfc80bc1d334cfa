//go:build !race

package index

import (
	"testing"

	"verbatim/knowledge"
)

// Asked again, a question allocates nothing but its hits. (The race detector
// makes pools forget.)
func TestSearchAllocatesItsHitsAlone(t *testing.T) {
	text := "Le port de Rochelune a été bâti en 1820. Il abrite environ soixante barques."
	a := &knowledge.Article{Text: text, Sentences: []knowledge.Sentence{
		{Number: 1, Paragraph: 1, Span: knowledge.Span{End: 42}}, {Number: 2, Paragraph: 1, Span: knowledge.Span{Start: 43, End: len(text)}}}}
	x := New([]*knowledge.Article{a})
	for _, q := range []string{"Quand le port a-t-il été bâti ?", "Combien de barques abrite-t-il ?", "When was the harbour built?"} {
		ask := func() { x.Search(q, "", 3) }
		ask()
		if n := testing.AllocsPerRun(100, ask); n > 1 {
			t.Errorf("%q allocates %v times, want 1", q, n)
		}
	}
}
