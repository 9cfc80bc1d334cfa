package proof

import (
	"slices"
	"strings"
	"testing"
)

func TestReasonsInBothLanguages(t *testing.T) {
	const sentence = "Le Japon a envoyé 10'000 soldats, a déclaré Luc Perrin."
	for _, test := range []struct{ claim, english, french string }{
		{"Japan sent 11,000 soldiers, Luc Perrin said.", "figure: the claim says 11,000, the sentence 10'000", "chiffre\u00a0: l'affirmation dit 11,000, la phrase 10'000"},
		{"Japan sent more than 10,000 soldiers, Luc Perrin said.", "bound: the claim says more than 10,000, the sentence just 10'000",
			"borne\u00a0: l'affirmation dit plus de 10,000, la phrase exactement 10'000"},
		{"Japan sent 10,000 soldiers to Peru, Luc Perrin said.", "name: the claim says “Peru”, which does not stand in the sentence",
			"nom\u00a0: l'affirmation dit «\u00a0Peru\u00a0», qui ne figure pas dans la phrase"},
	} {
		f := Claim(test.claim, Evidence{Sentences: []string{sentence}})
		if !slices.Contains(f.Reasons, test.english) || !slices.Equal(f.Reasons, f.Lines(false)) {
			t.Errorf("%q: reasons %q, want %q among them", test.claim, f.Reasons, test.english)
		}
		if !slices.Contains(f.Lines(true), test.french) {
			t.Errorf("%q: in French %q, want %q among them", test.claim, f.Lines(true), test.french)
		}
	}
}

// Every reason that the set calls forth has its French, with as many parts.
func TestEveryReasonHasFrench(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rows(t, "testdata/claims.jsonl") {
		for _, c := range r.find().Checks {
			if c.Why.Pattern == "" || seen[c.Why.Pattern] {
				continue
			}
			seen[c.Why.Pattern] = true
			if frenchPatterns[c.Why.Pattern] == "" || frenchKinds[c.Kind] == "" {
				t.Errorf("%s: %q has no French", c.Kind, c.Why.Pattern)
			}
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d reasons seen", len(seen))
	}
	for english, french := range frenchPatterns {
		if strings.Count(english, "%s")-strings.Count(french, "%s") != 0 {
			t.Errorf("%q and %q have not the same parts", english, french)
		}
	}
}
