package proof

import "testing"

// Each row stands for a general fault, so mend the cause, not the row. A lie must not be proved; where code can point at it, it is
// refuted. A right claim must not be refuted.
func TestFound(t *testing.T) {
	const (
		bound = "«Plus de 4'000 poulets sont morts ou malades dans le canton» touché par la grippe, a indiqué la vétérinaire Rose Aubry."
		law   = "La mine a promis que chaque rejet serait «conforme» aux normes fédérales, sans dire un mot de l'accident."
		times = "La note est quatre fois plus élevée que celle de l'an passé, selon la commune."
		more  = "En un mois, la salle a vendu plus de billets que durant les saisons 2021 et 2022."
		mayor = "Le maire de Varny, Luc Perrin, juge la fermeture «trop longue»."
		view  = "Ces départs «sont le signe d'une lassitude croissante» de la direction, observe Paul Meyer."
		qual  = "Jan Maes, ministre belge, a qualifié l'accord de «très fragile»."
		sent  = "Le Chili a dépêché environ 300 pompiers au Pérou, a annoncé la protection civile."
		punir = "Karl Weber, président de la ligue, a pressé les clubs de «punir» Anvers et Gand."
		warn  = "Juste avant la séance, le nouveau directeur de l'office, Marc Blum, avait adressé une mise en garde aux communes."
		aide  = "«La peur n'aide personne», a lancé la cheffe de cabinet de M. Maes, qui évoquait le soutien espéré par Namur."
		said  = "«Il faut des moyens», a réclamé Anton Riel, bras droit de M. Weber, assurant que «les arbitres sont déjà à Anvers»."
	)
	for _, test := range []struct {
		name, claim, sentence string
		not                   Verdict
	}{
		{"one half of or", "Plus de 4'000 poulets sont morts dans le canton, a indiqué Rose Aubry.", bound, Proved},
		{"one half of or", "More than 4,000 chickens have died in the canton, Rose Aubry said.", bound, Proved},
		{"the opposite adjective", "La mine a promis que chaque rejet serait contraire aux normes fédérales.", law, Proved},
		{"the opposite adjective", "The mine promised that every discharge would be contrary to federal standards.", law, Proved},
		{"times less", "La note est quatre fois moins élevée que celle de l'an passé, selon la commune.", times, Proved},
		{"times less", "The bill is four times lower than last year's, according to the municipality.", times, Proved},
		{"less than", "En un mois, la salle a vendu moins de billets que durant les saisons 2021 et 2022.", more, Proved},
		{"less than", "In one month the hall sold fewer tickets than in the 2021 and 2022 seasons.", more, Proved},
		{"invented quotation", "Le ministre belge Jan Maes a qualifié l'accord de «inacceptable».", qual, Undecided},
		{"invented quotation", "Belgian minister Jan Maes called the agreement “unacceptable”.", qual, Undecided},
		{"the opposite, said", "Belgian minister Jan Maes called the agreement solid.", qual, Proved},
		{"roles", "Le Pérou a dépêché environ 300 pompiers au Chili, a annoncé la protection civile.", sent, Undecided},
		{"roles", "Peru sent about 300 firefighters to Chile, civil protection announced.", sent, Undecided},
		{"reward for punish", "Karl Weber a pressé les clubs de récompenser Anvers et Gand.", punir, Undecided},
		{"another office", "Karl Weber, trésorier de la ligue, a pressé les clubs de punir Anvers et Gand.", punir, Proved},
		{"judges", "Luc Perrin, maire de Varny, trouve que cela durera excessivement.", mayor, Refuted},
		{"judges", "Luc Perrin, le maire de Varny, juge la fermeture trop longue.", mayor, Refuted},
		{"judges", "The mayor of Varny, Luc Perrin, considers the closure too long.", mayor, Refuted},
		{"sees in it", "Paul Meyer y voit un signe de la lassitude croissante de la direction.", view, Refuted},
		{"judges what was called", "Jan Maes juge l'accord très fragile.", qual, Refuted},
		{"present for past", "La mine promet que chaque rejet serait conforme aux normes fédérales.", law, Refuted},
		{"the act, not the words", "La cheffe de cabinet de M. Maes évoquait le soutien espéré par Namur.", aide, Refuted},
		{"issue a warning", "The office's new director, Marc Blum, issued a warning to the municipalities.", warn, Refuted},
		{"issue a warning", "Marc Blum, le nouveau directeur de l'office, a adressé une mise en garde aux communes.", warn, Refuted},
		{"apposition", "Anton Riel, Weber's right-hand man, said the referees are already in Antwerp.", said, Refuted},
	} {
		if f := Claim(test.claim, Evidence{Sentences: []string{test.sentence}}); f.Verdict == test.not {
			t.Errorf("%s: %q is %s: %v", test.name, test.claim, f.Verdict, f.Reasons)
		}
	}
}
