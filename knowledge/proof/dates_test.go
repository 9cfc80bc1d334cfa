package proof

import "testing"

// A day of the week is a date only where the article's day is known and the
// sentence tells what is past; a month alone makes nothing certain, and a date
// that a claim computes from it is its own.
func TestRelativeDates(t *testing.T) {
	const (
		monday = "Le parlement a adopté lundi la réforme des retraites."
		month  = "Depuis le début du mois, 40 migrants ont débarqué à Lampedusa."
		coming = "Le parlement votera lundi la réforme des retraites."
		before = "Le groupe a gagné 412 millions d'euros en 2023, contre 389 millions un an plus tôt."
	)
	for _, test := range []struct {
		claim, sentence, date string
		want                  Verdict
	}{
		{"Parliament adopted the pension reform on Monday.", monday, "2024-10-23", Proved},
		{"Parliament adopted the pension reform on 21 October.", monday, "2024-10-23", Proved},
		{"Parliament adopted the pension reform on 20 October.", monday, "2024-10-23", Refuted},
		{"Parliament adopted the pension reform on 21 October.", monday, "2024-10", Refuted},
		{"Parliament adopted the pension reform on 21 October.", monday, "", Refuted},
		{"Parliament adopted the pension reform on 28 October.", coming, "2024-10-23", Refuted},
		{"Depuis le début du mois d'octobre, 40 migrants ont débarqué à Lampedusa.", month, "2024-10", Proved},
		{"Le groupe a gagné 389 millions d'euros en 2022.", before, "", Proved},
		{"Le groupe a gagné 389 millions d'euros en 2021.", before, "", Refuted},
	} {
		f := Claim(test.claim, Evidence{Sentences: []string{test.sentence}, Date: test.date})
		if f.Verdict != test.want {
			t.Errorf("%s (%s): %s %v, want %s", test.claim, test.date, f.Verdict, f.Reasons, test.want)
		}
	}
}
