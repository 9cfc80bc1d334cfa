package proof

import "testing"

// What a sentence denies besides does not stand against a claim; what it denies
// of what the claim says does.
func TestDeniedBesides(t *testing.T) {
	tests := []struct {
		sentence, claim string
		refused         bool // refuted or left undecided
	}{
		{"L'accusé n'a pas reconnu les faits, mais il a présenté ses excuses à la famille de la victime.", "L'accusé a présenté ses excuses à la famille de la victime.", false},
		{"Le premier film a été tourné en dix-neuf jours avec des acteurs non professionnels.", "Le premier film a été tourné en dix-neuf jours.", false},
		{"Le ministre n'a pas souhaité commenter le rapport.", "The minister declined to comment on the report.", false},
		{"La Corée du Sud n'enverra pas d'armes létales à Kiev, mais elle étudie la fourniture d'équipements de déminage.", "La Corée du Sud va livrer des armes létales à Kiev.", true},
		{"L'accusé n'a pas reconnu les faits, mais il a présenté ses excuses à la famille de la victime.", "L'accusé a reconnu les faits.", true},
		{"Le ministre n'a pas souhaité commenter le rapport.", "The minister commented on the report.", true},
		{"Le conseiller a dit comprendre la colère, sans pour autant promettre de nouvelles aides.", "Le conseiller a dit comprendre la colère et a promis de nouvelles aides.", true},
	}
	for _, test := range tests {
		t.Run(test.claim, func(t *testing.T) {
			got := Claim(test.claim, Evidence{Sentences: []string{test.sentence}})
			if (got.Verdict != Proved) != test.refused {
				t.Errorf("got %s %v, want refused %v", got.Verdict, got.Reasons, test.refused)
			}
		})
	}
}
