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

// FuzzSenses holds that terms lie inside the words, the longest first of those
// that begin at one word, and that all of their rows can be compared.
func FuzzSenses(f *testing.F) {
	for _, s := range []string{"a eu lieu mardi", "takes place in the capital", "se - d' a a a a a a", "\xff\x00 é mise à jour"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, english bool) {
		words := strings.Fields(text)
		terms := Senses(words, english)
		for i, term := range terms {
			if term.First < 0 || term.Count < 1 || term.First+term.Count > len(words) || len(term.Rows) == 0 {
				t.Fatalf("%q: term %+v", text, term)
			}
			if i > 0 && terms[i-1].First == term.First && terms[i-1].Count < term.Count {
				t.Fatalf("%q: a longer term after a shorter one at %d", text, term.First)
			}
			Contrary(term.Rows, terms[0].Rows)
		}
	})
}
