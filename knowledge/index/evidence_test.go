package index_test

import (
	"strings"
	"testing"

	"verbatim/knowledge"
	"verbatim/knowledge/index"
)

// strike is an article with figures, a reaction, a place and an office.
var strike = written("greve",
	"Le personnel de la raffinerie de Castelmar a cessé le travail lundi pour protester contre la fermeture du site.",
	"Selon la direction, 340 salariés sur 900 participent au mouvement.",
	"Le groupe espagnol Petrosur, propriétaire de l'usine, a annoncé en mars qu'il la fermerait à la fin de 2026.",
	"«Nous ne partirons pas sans nous battre», a lancé la déléguée syndicale, Maud Perrin.",
	"La directrice de la raffinerie, Inès Caballero, a qualifié la grève d'«irresponsable».",
	"Un camion-citerne a été incendié mardi devant la grille, sans faire de blessé.",
	"Le ministère de l'Industrie n'a pas souhaité réagir.",
	"L'usine traite chaque année 4 millions de tonnes de brut.",
	"Une réunion doit se tenir jeudi à Toulon.")

func TestSearchAnswersByWhatIsThere(t *testing.T) {
	x := index.New([]*knowledge.Article{strike})
	for question, want := range map[string]bool{
		"Combien de salariés font grève ?":                         true,
		"Qu'a dit Maud Perrin ?":                                   true,
		"How did Inès Caballero describe the strike?":              true,
		"Comment s'appelle la directrice ?":                        true,
		"Où la réunion aura-t-elle lieu ?":                         true,
		"Which company owns the refinery?":                         true,
		"Quand l'usine fermera-t-elle ?":                           true,
		"Quel est le salaire de la directrice ?":                   false, // no amount of money
		"Quel âge a Inès Caballero ?":                              false, // no age
		"Comment le maire de Castelmar a-t-il réagi ?":             false, // no such party
		"What did the Spanish prime minister say?":                 false, // nor such an office
		"Combien de camions possède la raffinerie ?":               false, // a lorry, but no count
		"Quel général commande les grévistes ?":                    false, // no such office
		"What did Sergei Abramov declare about the strike?":        false, // no such person
		"Who is the industry minister of Portugal?":                false, // no such country
		"Combien coûtera la fermeture ?":                           false,
		"Quel pourcentage de la production partira en Italie ?":    false,
		"Quelle était la hauteur des flammes devant la grille ?":   false,
		"Quelle est la recette de la soupe aux lentilles vertes ?": false,
	} {
		if got := x.Search(question, "", 1); got.Answered != want {
			t.Errorf("%s: answered %v with %.2f by %q, want %v", question, got.Answered, got.Confidence, text(got.Hits[0]), want)
		}
	}
}

// How a question is typed says nothing of whether it is answered.
func TestSearchRefusesHoweverTyped(t *testing.T) {
	x := index.New([]*knowledge.Article{strike})
	plain := strings.NewReplacer("é", "e", "ê", "e", "è", "e", "û", "u", "ô", "o", "â", "a", "î", "i", "à", "a", " ?", "", "?", "", "ù", "u")
	for _, question := range []string{
		"Combien de salariés font grève ?", "Où la réunion aura-t-elle lieu ?", "Comment s'appelle la directrice ?",
		"Which company owns the refinery?", "Quel est le salaire de la directrice ?", "Combien coûtera la fermeture ?",
		"Comment le maire a-t-il réagi ?", "What did the prime minister say?",
	} {
		want := x.Search(question, "", 1).Answered
		for _, typed := range []string{strings.ToLower(question), plain.Replace(question), plain.Replace(strings.ToLower(question))} {
			if got := x.Search(typed, "", 1).Answered; got != want {
				t.Errorf("%s: answered %v, want %v as %s", typed, got, want, question)
			}
		}
	}
}

// A word of one sense is evidence: the text has none of the question's words.
func TestSearchTakesSensesAsEvidence(t *testing.T) {
	a := written("vol", "Trois cambrioleurs ont dérobé un tableau au musée de Lormes.", "La police les recherche.", "Le butin vaut 40.000 euros.",
		"Le musée rouvrira samedi.")
	x := index.New([]*knowledge.Article{a})
	if got := x.Search("Combien de voleurs ?", "", 1); !got.Answered || got.Hits[0].Sentence != 1 {
		t.Errorf("answered %v with %.2f by %q, want the first sentence", got.Answered, got.Confidence, text(got.Hits[0]))
	}
	if got := x.Search("Combien de gardiens ?", "", 1); got.Answered {
		t.Errorf("guards are counted with %.2f by %q", got.Confidence, text(got.Hits[0]))
	}
}
