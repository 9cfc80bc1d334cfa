package proof

import "testing"

// What may be rounded, counted or told in another unit of time is for a reader
// to judge; what stands against a figure of its kind is wrong.
func TestRounding(t *testing.T) {
	tests := []struct {
		sentence, claim string
		refuted         bool
	}{
		{"Le festival a attiré 48'300 spectateurs.", "The festival drew more than 48,000 spectators.", false},
		{"Le festival a attiré 48'300 spectateurs.", "The festival drew more than 49,000 spectators.", true},
		{"Le festival a attiré 84'900 spectateurs.", "Le festival a attiré environ 85'000 spectateurs.", false},
		{"Le festival a attiré 84'900 spectateurs.", "Le festival a attiré 85'000 spectateurs.", true},
		{"La route sera fermée pendant quinze jours.", "The road will be closed for two weeks.", false},
		{"La route sera fermée pendant dix-huit mois.", "The road will be closed for two years.", true},
		{"La France et l'Italie ont signé l'accord.", "The two countries, France and Italy, signed the agreement.", false},
		{"Les trois pays ont signé l'accord.", "The four countries signed the agreement.", true},
		{"Le texte a passé par 37 voix contre 35.", "Le texte a passé à deux voix près, par 37 voix contre 35.", false},
	}
	for _, test := range tests {
		t.Run(test.claim, func(t *testing.T) {
			got := Claim(test.claim, Evidence{Sentences: []string{test.sentence}})
			if (got.Verdict == Refuted) != test.refuted {
				t.Errorf("got %s %v, want refuted %v", got.Verdict, got.Reasons, test.refuted)
			}
		})
	}
}
