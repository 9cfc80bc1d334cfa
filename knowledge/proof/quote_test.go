package proof

import (
	"testing"

	"verbatim/knowledge"
)

// article is built by hand: two sentences with typographic marks.
func article() *knowledge.Article {
	text := "L’armée a «progressé» de 478\u00a0km2 en fin de mois, selon l'AFP. «Rien n’est joué», dit-elle."
	end := len("L’armée a «progressé» de 478\u00a0km2 en fin de mois, selon l'AFP.")
	return &knowledge.Article{Text: text, Sentences: []knowledge.Sentence{
		{Number: 1, Span: knowledge.Span{Start: 0, End: end}},
		{Number: 2, Span: knowledge.Span{Start: end + 1, End: len(text)}},
	}}
}

func TestQuote(t *testing.T) {
	a := article()
	tests := []struct {
		name     string
		sentence int
		quote    string
		want     string // "" where it must not be found
	}{
		{"the same bytes", 1, "478\u00a0km2", "478\u00a0km2"},
		{"another space", 1, "de 478 km2 en", "de 478\u00a0km2 en"},
		{"another apostrophe", 1, "L'armée a", "L’armée a"},
		{"other quotation marks", 1, "a \"progressé\" de", "a «progressé» de"},
		{"spaces inside guillemets", 1, "« progressé »", "«progressé»"},
		{"outer white space", 1, "  selon l’AFP. ", "selon l'AFP."},
		{"another case", 1, "l'armée", ""},
		{"another word", 1, "479 km2", ""},
		{"a part of a word", 1, "gressé", ""},
		{"words run together", 1, "enfin de mois", ""},
		{"the other sentence", 1, "Rien n'est joué", ""},
		{"its own sentence", 2, "Rien n'est joué", "Rien n’est joué"},
		{"nothing", 1, " ", ""},
		{"no such sentence", 3, "Rien", ""},
		{"an accent less", 1, "armee", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			span, ok := Quote(a, test.sentence, test.quote)
			got := ""
			if ok {
				got = a.Cut(span)
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestQuoteReason(t *testing.T) {
	a := article()
	if got, want := QuoteReason(a, 1, "Rien n'est joué"), "quote: stands in sentence 2, not in 1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := QuoteReason(a, 1, "jamais dit"), "quote: stands nowhere"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzQuote(f *testing.F) {
	f.Add("L’armée a «progressé»", "l'armée")
	f.Add("10\u00a0000 soldats", "10 000")
	f.Add("\xff\xfe", "\xff")
	f.Fuzz(func(t *testing.T, text, quote string) {
		a := &knowledge.Article{Text: text, Sentences: []knowledge.Sentence{{Number: 1, Span: knowledge.Span{End: len(text)}}}}
		if span, ok := Quote(a, 1, quote); ok && (span.Start < 0 || span.End > len(text) || span.Empty()) {
			t.Fatalf("span %v in %q", span, text)
		}
	})
}
