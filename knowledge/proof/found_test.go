package proof

import "testing"

// What readers found: each row stands for a general fault, so mend the cause,
// not the row. A lie must not be proved; where code can point at it, it is
// refuted. A right claim must not be refuted.
func TestFound(t *testing.T) {
	const (
		bound = "«Plus de 4'000 poulets sont morts ou malades dans le canton» touché par la grippe, a indiqué la vétérinaire Rose Aubry."
		law   = "L'armateur a assuré que tout déversement en mer serait «conforme» au droit maritime, sans confirmer ou infirmer la fuite."
		times = "Cette facture est trois fois plus importante que la précédente, alors que les élus s'inquiètent d'une dérive."
		more  = "Au 12 mai, le glacier avait perdu plus de glace que lors des étés 2021 et 2022."
		mayor = "Le maire de Varny, Luc Perrin, juge la fermeture «trop longue»."
		view  = "Mais ce recours à des intérimaires «est aussi le signe d'une fatigue croissante» de la direction, a encore dit Paul Meyer."
		qual  = "Le ministre belge Jan Maes a, lui, qualifié cet accord de «très fragile»."
		sent  = "Le Chili a envoyé environ 300 pompiers pour s'entraîner au Pérou, a affirmé lundi la protection civile."
		punir = "La semaine dernière, le président de la ligue Karl Weber a appelé les clubs à «punir» le duo Anvers-Gand."
		warn  = "Quelques heures avant la séance, le nouveau directeur de l'office, Marc Blum, avait lui aussi lancé une mise en garde depuis le siège de Berne."
		aide  = "«La peur n'aide personne», a conclu la cheffe de cabinet de M. Maes, faisant référence à l'aide que Namur attend de ses voisins."
		said  = "Il faut des moyens clairs, a exhorté lundi le chef de cabinet de M. Weber, Anton Riel, sur son compte X, assurant que «les arbitres se trouvent déjà à Anvers»."
	)
	for _, test := range []struct {
		name, claim, sentence string
		not                   Verdict
	}{
		{"one half of or", "Plus de 4'000 poulets sont morts dans le canton, a indiqué Rose Aubry.", bound, Proved},
		{"one half of or", "More than 4,000 chickens have died in the canton, Rose Aubry said.", bound, Proved},
		{"the opposite adjective", "L'armateur a assuré que tout déversement en mer serait contraire au droit maritime.", law, Proved},
		{"the opposite adjective", "The shipowner said any spill at sea would be contrary to maritime law.", law, Proved},
		{"times less", "Cette facture est trois fois moins importante que la précédente.", times, Proved},
		{"times less", "This bill is three times smaller than the previous one.", times, Proved},
		{"less than", "Au 12 mai, le glacier avait perdu moins de glace que lors des étés 2021 et 2022.", more, Proved},
		{"less than", "By 12 May the glacier had lost less ice than in the summers of 2021 and 2022.", more, Proved},
		{"invented quotation", "Le ministre belge Jan Maes a qualifié cet accord de «inacceptable».", qual, Undecided},
		{"invented quotation", "Belgian minister Jan Maes called the agreement “unacceptable”.", qual, Undecided},
		{"the opposite, said", "Belgian minister Jan Maes called the agreement solid.", qual, Proved},
		{"roles", "Le Pérou a envoyé environ 300 pompiers pour s'entraîner au Chili, a affirmé lundi la protection civile.", sent, Undecided},
		{"roles", "Peru sent about 300 firefighters to train in Chile, civil protection said on Monday.", sent, Undecided},
		{"reward for punish", "Karl Weber a appelé les clubs à récompenser le duo Anvers-Gand.", punir, Undecided},
		{"another office", "Le trésorier de la ligue Karl Weber a appelé les clubs à punir le duo Anvers-Gand.", punir, Proved},
		{"judges", "Luc Perrin, maire de Varny, trouve que cela durera excessivement.", mayor, Refuted},
		{"judges", "Luc Perrin, le maire de Varny, juge la fermeture trop longue.", mayor, Refuted},
		{"judges", "The mayor of Varny, Luc Perrin, considers the closure too long.", mayor, Refuted},
		{"sees in it", "Paul Meyer y voit un signe de la fatigue croissante de la direction.", view, Refuted},
		{"judges what was called", "Jan Maes juge cet accord très fragile.", qual, Refuted},
		{"present for past", "L'armateur assure que tout déversement en mer serait conforme au droit maritime.", law, Refuted},
		{"the act, not the words", "La cheffe de cabinet de M. Maes a fait référence à l'aide que Namur attend de ses voisins.", aide, Refuted},
		{"issue a warning", "The office's new director, Marc Blum, issued a warning from Bern.", warn, Refuted},
		{"issue a warning", "Marc Blum, le nouveau directeur de l'office, a lancé une mise en garde depuis Berne.", warn, Refuted},
		{"apposition", "Anton Riel, Weber's chief of staff, said the referees are already in Antwerp.", said, Refuted},
	} {
		if f := Claim(test.claim, Evidence{Sentences: []string{test.sentence}}); f.Verdict == test.not {
			t.Errorf("%s: %q is %s: %v", test.name, test.claim, f.Verdict, f.Reasons)
		}
	}
}
