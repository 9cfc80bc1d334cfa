package proof

import "testing"

// A country, a capital or a part of the world may be named in another form; a
// country that an institution is said to be of may be added, which only the
// reader can tell. Another country is wrong.
func TestLands(t *testing.T) {
	tests := []struct {
		sentence, claim string
		refuted         bool
	}{
		{"La Suissesse Mathilde Gremaud a remporté la course.", "Switzerland's Mathilde Gremaud won the race.", false},
		{"Les ventes ont été tirées par la demande asiatique.", "Demand from Asia lifted sales.", false},
		{"De la glace a été trouvée sous la surface lunaire.", "De la glace a été trouvée sous la surface de la Lune.", false},
		{"Le Kenya a signé un accord avec la France.", "Nairobi et Paris ont signé un accord.", false},
		{"Ni le Kremlin ni la Maison-Blanche n'ont commenté la rencontre.", "Neither Moscow nor Washington commented on the meeting.", false},
		{"L'Inserm a publié une étude sur la mémoire.", "France's Inserm institute published a study on memory.", false},
		{"L'attaque porte la marque des shebab.", "The attack bears the mark of al-Shabaab.", false},
		{"L'écrivaine a reçu le prix à Stockholm.", "L'écrivaine a reçu le prix à Oslo.", true},
		{"La chancelière allemande a reçu le prix.", "The Austrian chancellor received the prize.", true},
		{"La police kényane a arrêté un homme.", "Ugandan police arrested a man.", true},
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

// A hedge that somebody is named for, or that weakens something else than the
// claim speaks of, does not refute it; one that the claim drops does.
func TestHedgesDropped(t *testing.T) {
	tests := []struct {
		sentence, claim string
		refuted         bool
	}{
		{"Le parquet n'a pas encore décidé s'il ferait recours.", "Le parquet n'a pas encore décidé d'un recours.", false},
		{"La ville prévoit de planter 300 arbres, un programme évalué à 2 millions d'euros.", "Le coût du programme de plantation est évalué à 2 millions d'euros.", false},
		{"Le dessinateur encourt quatre ans de prison.", "Le dessinateur risque quatre ans de prison.", false},
		{"La ville prévoit de planter 300 arbres.", "La ville a planté 300 arbres.", true},
		{"Le tribunal pourrait confirmer la peine.", "Le tribunal a confirmé la peine.", true},
		{"Le virus aurait été introduit par un lot de volailles, selon l'office.", "Le virus a été introduit par un lot de volailles, affirme l'office avec certitude.", true},
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
