package proof

import "testing"

// TestOthersDeeds gives a stand to somebody who is only named in the sentence,
// and to its own subject in other words.
func TestOthersDeeds(t *testing.T) {
	const (
		call  = "La présidente du parti Rosa Clerc appelle à rejeter le texte, contrairement au comité vaudois, qui y est favorable."
		admit = "Le préfet a reconnu mardi que la digue avait cédé lors d'une visite des ingénieurs de Hydralp."
	)
	for _, test := range []struct {
		claim, sentence string
		want            bool // proved
	}{
		{"The Vaud committee is calling for the text to be rejected.", call, false},
		{"Rosa Clerc is calling for the text to be rejected.", call, true},
		{"Les ingénieurs de Hydralp ont reconnu mardi que la digue avait cédé.", admit, false},
		{"The prefect acknowledged on Tuesday that the dyke had given way.", admit, true},
	} {
		if got := Claim(test.claim, Evidence{Sentences: []string{test.sentence}}); (got.Verdict == Proved) != test.want {
			t.Errorf("%q: %s %v", test.claim, got.Verdict, got.Reasons)
		}
	}
}

// TestNotDoneYet tells what is thought of, priced by another measure or only
// nearly denied from what the claim makes of it.
func TestNotDoneYet(t *testing.T) {
	for _, test := range []struct {
		claim, sentence string
		not             Verdict
	}{
		{"La gare rouvrira en mai, selon une source proche du dossier.", "La réouverture de la gare serait envisagée pour mai, selon une source proche du dossier.", Proved},
		{"The club has already lodged an appeal.", "Le club a annoncé son intention de faire appel.", Proved},
		{"Le cuivre a dépassé 9'000 dollars le kilo à Londres.", "Le cuivre a dépassé 9'000 dollars la tonne à Londres.", Proved},
		{"Copper topped 9,000 dollars a tonne in London.", "Le cuivre a dépassé 9'000 dollars la tonne à Londres.", Refuted},
		{"Le prix du pain n'a pas bougé, selon la commune.", "Le prix du pain n'a presque pas bougé, selon la commune.", Proved},
		{"The price of bread has hardly moved, according to the municipality.", "Le prix du pain n'a presque pas bougé, selon la commune.", Refuted},
		{"At least 300 people still live there six months after the fire.", "Six mois après l'incendie, quelque 300 personnes y vivent encore.", Proved},
	} {
		if got := Claim(test.claim, Evidence{Sentences: []string{test.sentence}}); got.Verdict == test.not {
			t.Errorf("%q: %s %v", test.claim, got.Verdict, got.Reasons)
		}
	}
}
