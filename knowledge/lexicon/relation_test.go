package lexicon

import (
	"slices"
	"testing"
)

func TestSameFamily(t *testing.T) {
	for _, p := range [][2]string{
		{"déployer", "déploiement"}, {"déployés", "déploiement"}, {"envoyer", "envoi"}, {"combattants", "combat"},
		{"naître", "naissance"}, {"né", "naissance"}, {"mourir", "mort"}, {"élu", "élection"}, {"construit", "construction"},
		{"affirme", "affirmation"}, {"mondialiser", "mondialisation"}, {"pilotage", "piloter"}, {"retrait", "retirer"},
		{"soldat", "soldats"},
	} {
		if !SameFamily(p[0], p[1]) || !SameFamily(p[1], p[0]) {
			t.Errorf("SameFamily(%q, %q) = false", p[0], p[1])
		}
	}
	for _, p := range [][2]string{{"soldat", "solde"}, {"combat", "comble"}, {"élection", "électricité"}, {"", ""}, {"envoi", "envie"}, {"de", "du"}} {
		if SameFamily(p[0], p[1]) {
			t.Errorf("SameFamily(%q, %q) = true", p[0], p[1])
		}
	}
}

func TestOpposite(t *testing.T) {
	for _, p := range [][2]string{
		{"rise", "fall"}, {"rose", "fell"}, {"augmenter", "baisser"}, {"augmenté", "diminué"}, {"gagner", "perdre"},
		{"a gagné", "a perdu"}, {"accepter", "refuser"}, {"hausse", "baisse"}, {"won", "lost"}, {"grew", "shrinking"}, {"surged", "plunged"}, {"guerre", "paix"},
		{"confirmé", "démenti"}, {"bought", "sold"}, {"arrivals", "departures"}, {"ouverture", "fermeture"}, {"nord", "sud"},
	} {
		if !Opposite(p[0], p[1]) || !Opposite(p[1], p[0]) {
			t.Errorf("Opposite(%q, %q) = false", p[0], p[1])
		}
	}
	for _, p := range [][2]string{{"rise", "increase"}, {"baisser", "diminuer"}, {"rise", "baisse"}, {"partie", "arrivée"}, {"table", "chaise"}, {"", ""}} {
		if Opposite(p[0], p[1]) {
			t.Errorf("Opposite(%q, %q) = true", p[0], p[1])
		}
	}
}

func TestSynonyms(t *testing.T) {
	for word, want := range map[string]string{
		"tuer": "abattre", "tués": "abattre", "chef de l'État": "président", "présidents": "chef de l'état", "soldats": "militaire",
		"traité": "accord", "accord": "pacte",
	} {
		var texts []string
		for _, e := range Synonyms(word) {
			texts = append(texts, e.Text)
		}
		if !slices.Contains(texts, want) || slices.Contains(texts, word) {
			t.Errorf("Synonyms(%q) = %v, want %q among them", word, texts, want)
		}
	}
	if got := Synonyms("xylophone"); got != nil {
		t.Errorf("Synonyms(xylophone) = %v, want none", got)
	}
}
