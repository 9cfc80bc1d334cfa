package proof

import "testing"

// What a sentence leaves open, asks, wishes or makes a condition of is never
// proved as a fact.
func TestUnasserted(t *testing.T) {
	tests := []struct{ sentence, french, english string }{
		{"L'association Rives vives n'a ni confirmé ni démenti qu'elle déposera un recours.", "Rives vives déposera un recours.", "Rives vives will file an appeal."},
		{"L'association Rives vives n'a ni confirmé ni infirmé qu'elle déposera un recours.", "Rives vives déposera un recours.", "Rives vives will file an appeal."},
		{"L'association n'a pas confirmé qu'elle déposera un recours.", "L'association déposera un recours.", "The association will file an appeal."},
		{"Le directeur a refusé de confirmer que l'usine fermera en mars.", "L'usine fermera en mars.", "The factory will close in March."},
		{"Le directeur a reçu la presse, sans confirmer que l'usine fermera en mars.", "L'usine fermera en mars.", "The factory will close in March."},
		{"La direction dément que l'usine fermera en mars.", "L'usine fermera en mars.", "The factory will close in March."},
		{"L'usine fermera-t-elle en mars?", "L'usine fermera en mars.", "The factory will close in March."},
		{"Si l'usine ferme en mars, la commune perdra 300 emplois.", "L'usine ferme en mars.", "The factory closes in March."},
		{"La commune souhaite que l'usine ferme en mars.", "L'usine ferme en mars.", "The factory closes in March."},
		{"Le conseil doit décider si l'usine fermera en mars.", "L'usine fermera en mars.", "The factory will close in March."},
	}
	for _, test := range tests {
		for _, claim := range []string{test.french, test.english} {
			t.Run(claim+" "+test.sentence, func(t *testing.T) {
				if got := Claim(claim, Evidence{Sentences: []string{test.sentence}}); got.Verdict == Proved {
					t.Errorf("got %s, want it refuted or undecided", got.Verdict)
				}
			})
		}
	}
}

// What is left open may be told as left open.
func TestLeftOpenToo(t *testing.T) {
	for _, claim := range []string{"L'association Rives vives n'a ni confirmé ni démenti qu'elle déposera un recours.", "L'association n'a pas confirmé qu'elle déposera un recours."} {
		if got := Claim(claim, Evidence{Sentences: []string{"L'association Rives vives n'a ni confirmé ni démenti qu'elle déposera un recours."}}); got.Verdict == Refuted {
			t.Errorf("%q is refuted: %v", claim, got.Reasons)
		}
	}
}

// A denial of the same verb in the same clause that is added or dropped is refuted.
func TestDenialAddedAndDropped(t *testing.T) {
	tests := []struct{ sentence, claim string }{
		{"Le pont de Varny a été rouvert mardi, après six mois de travaux.", "Le pont de Varny n'a pas été rouvert mardi."},
		{"Le pont de Varny n'a pas été rouvert mardi, après six mois de travaux.", "Le pont de Varny a été rouvert mardi."},
		{"Le pont de Varny a été rouvert mardi, après six mois de travaux.", "The Varny bridge was not reopened on Tuesday."},
		{"Le tribunal a confirmé la peine de l'ancien maire.", "Le tribunal n'a pas confirmé la peine de l'ancien maire."},
		{"Le tribunal n'a pas confirmé la peine de l'ancien maire.", "The court confirmed the former mayor's sentence."},
	}
	for _, test := range tests {
		t.Run(test.claim, func(t *testing.T) {
			if got := Claim(test.claim, Evidence{Sentences: []string{test.sentence}}); got.Verdict != Refuted {
				t.Errorf("got %s %v, want refuted", got.Verdict, got.Reasons)
			}
		})
	}
}

func TestRates(t *testing.T) {
	tests := []struct {
		sentence, claim string
		want            []Verdict // one of them
	}{
		{"Les travaux coûteront environ 12'500 francs par jour.", "The works will cost about 12,500 francs.", []Verdict{Refuted, Undecided}},
		{"Les travaux coûteront environ 12'500 francs par jour.", "Les travaux coûteront environ 12'500 francs.", []Verdict{Refuted, Undecided}},
		{"Les travaux coûteront environ 12'500 francs par jour.", "The works will cost about 12,500 francs a day.", []Verdict{Proved}},
		{"Les travaux coûteront environ 12'500 francs par jour.", "Les travaux coûteront environ 12'500 francs par mois.", []Verdict{Refuted}},
		{"Le festival a attiré 61'000 visiteurs.", "Le festival a attiré 61'000 visiteurs par jour.", []Verdict{Refuted}},
		{"Le festival a attiré 61'000 visiteurs.", "The festival drew 61,000 visitors a day.", []Verdict{Refuted}},
		{"La ville a enregistré un déficit annuel de 4 millions de francs.", "The town recorded an annual deficit of 4 million francs.", []Verdict{Proved}},
		{"La taxe coûtera 80 francs par personne.", "La taxe coûtera 80 francs.", []Verdict{Refuted, Undecided}},
	}
	for _, test := range tests {
		t.Run(test.claim, func(t *testing.T) {
			got := Claim(test.claim, Evidence{Sentences: []string{test.sentence}})
			for _, v := range test.want {
				if got.Verdict == v {
					return
				}
			}
			t.Errorf("got %s %v, want %v", got.Verdict, got.Reasons, test.want)
		})
	}
}
