package proof

import (
	"strings"
	"testing"
)

func TestTranslation(t *testing.T) {
	tests := []struct {
		name, original, translation, want string // want: the kind of the fault, "" for none
	}{
		{"kept", "Le port a reçu 1,5 million de tonnes en 2023.", "The port received 1.5 million tonnes in 2023.", ""},
		{"units spelled out", "Le feu a brûlé 478 km2.", "The fire burned 478 square kilometres.", ""},
		{"another figure", "Le feu a brûlé 478 km2.", "The fire burned 487 square kilometres.", "figure"},
		{"a figure lost", "Le feu a brûlé 478 km2 en 12 jours.", "The fire burned 478 square kilometres.", "figure"},
		{"a figure added", "Le feu a brûlé la forêt.", "The fire burned 300 hectares of forest.", "figure"},
		{"another year", "La loi date de 2019.", "The law dates from 2009.", "figure"},
		{"a name kept in its English form", "La Corée du Nord a menacé Séoul, selon l'Otan.", "North Korea has threatened Seoul, according to NATO.", ""},
		{"another multiple", "Le feu est trois fois plus grand.", "The fire is four times larger.", "figure"},
		{"the same multiple", "Le feu a doublé de surface.", "The fire has doubled in area.", ""},
		{"another unit", "Le feu a brûlé 478 km2.", "The fire burned 478 hectares.", "unit"},
		{"another bound", "Le feu a brûlé plus de 478 hectares.", "The fire burned nearly 478 hectares.", "bound"},
		{"another day", "Le feu a pris lundi.", "The fire broke out on Tuesday.", "figure"},
		{"the opposite", "Les prix ont augmenté de 3%.", "Prices fell by 3%.", "opposite"},
		{"another name", "La France a battu l'Italie à Marseille.", "France beat Italy in Lyon.", "name"},
		{"quotation lost", "«Nous partons», a dit le maire.", "We are leaving, said the mayor.", "quotation"},
		{"quotation kept", "«Nous partons», a dit le maire.", "“We are leaving,” said the mayor.", ""},
		{"quotation that began before", "Nous partons», a dit le maire.", "We are leaving,” said the mayor.", ""},
		{"negation lost", "Le tribunal n'a pas confirmé la peine.", "The court confirmed the sentence.", "negation"},
		{"hedge lost", "Le tribunal pourrait confirmer la peine.", "The court will confirm the sentence.", "hedge"},
		{"another number word", "Trois écoles ont fermé.", "Four schools have closed.", "figure"},
		{"a number word put otherwise", "Les deux écoles ont fermé.", "Both schools have closed.", ""},
		{"a denial lost with its verb", "Le ministre n'a pas souhaité commenter le rapport.", "The minister commented on the report.", "negation"},
		{"a denial added", "Le ministre a commenté le rapport.", "The minister has not commented on the report.", "negation"},
		{"a denial by meaning", "Le ministre n'a pas voulu commenter le rapport.", "The minister declined to comment on the report.", ""},
		{"a name lost", "Le train relie Lausanne et Nyon depuis lundi matin.", "The train has linked Lausanne since Monday morning.", "name"},
		{"a name in its other form", "Le pape François a béni la foule.", "Pope Francis blessed the crowd.", ""},
		{"a title put otherwise", "Le ministre de la Santé a démissionné.", "The health minister has resigned.", ""},
		{"a part left in French", "L'avion s'est posé en urgence à Nice.", "The plane s'est posé en urgence in Nice.", "language"},
		{"left in French", "Le tribunal a confirmé la peine de prison.", "Le tribunal a confirmé la peine de prison.", "language"},
		{"empty", "Le tribunal a confirmé la peine.", " ", "empty"},
		{"far too long", "Il pleut.", strings.Repeat("It is raining again today. ", 6), "length"},
		{"an agency", "KEYSTONE", "KEYSTONE", ""},
		{"ATS", "ATS", "ATS", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if err := Translation(test.original, test.translation); err != nil {
				got, _, _ = strings.Cut(err.Error(), ":")
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestTranslations scores the claims of the set that are whole translations
// of their sentence, and those that change one thing in such a translation.
func TestTranslations(t *testing.T) {
	got := tally{}
	for _, r := range rows(t, "testdata/claims.jsonl") {
		if !strings.HasSuffix(r.ID, "-en") || r.Right && !strings.HasSuffix(r.ID, "-01-en") || len(r.Sentences) != 1 {
			continue
		}
		word := map[bool]string{true: "right", false: "wrong"}[r.Right]
		err := Translation(r.Sentences[0], r.Claim)
		v := Proved
		if err != nil {
			v = Refuted
		}
		got.add(word, v)
		got.add(word+" "+r.Kind, v)
		if (err != nil) == r.Right && *show == word+"-translation" {
			t.Logf("%s %s\n  %s\n  %s\n  %v", r.ID, r.Kind, r.Claim, r.Sentences[0], err)
		}
	}
	compare(t, "testdata/translations.golden", got.String())
}

func FuzzTranslation(f *testing.F) {
	f.Add("Le feu a brûlé 478 km2.", "The fire burned 478 sq km.")
	f.Add("«", "“\xff 10'000 ne pas")
	f.Fuzz(func(t *testing.T, original, translation string) {
		Translation(original, translation)
		Claim(translation, Evidence{Sentences: []string{original}, Context: []string{translation}, Date: "2024-10"})
	})
}
