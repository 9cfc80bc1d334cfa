package lexicon

import (
	"strings"
	"testing"
)

// FuzzLookups holds that every word is in exactly one term, that every figure
// is above 0 and at most 1, and that nothing panics on any text.
func FuzzLookups(f *testing.F) {
	for _, s := range []string{"the prime ministers' chief of staff", "l'armée de l'air nord-coréenne", "- -- ' ’ u.s. 10'000", "\xff\x00 é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(text)
		for _, look := range []func([]string) []Term{ToFrench, ToEnglish} {
			next := 0
			for _, term := range look(words) {
				if term.First != next || term.Count < 1 {
					t.Fatalf("%q: term at %d has %d words, want it at %d", text, term.First, term.Count, next)
				}
				next += term.Count
				for _, e := range term.Equivalents {
					if e.Text == "" || e.Sure <= 0 || e.Sure > 1 {
						t.Fatalf("%q: equivalent %+v", text, e)
					}
				}
			}
			if next != len(words) {
				t.Fatalf("%q: terms end at %d, want %d", text, next, len(words))
			}
		}
		Country(text)
		Family(text)
		Synonyms(text)
		if SameName(text, text) != (strings.TrimSpace(text) != "") && strings.ToValidUTF8(text, "") == text {
			t.Fatalf("%q is not its own name", text)
		}
	})
}
