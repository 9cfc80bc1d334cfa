package bot_test

import (
	"strings"
	"testing"

	"verbatim/bot"
)

var plainSpaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// A French reader of a translation is told why a row has none in French.
func TestRowsSayWhyInFrench(t *testing.T) {
	for in, want := range map[string]string{
		"figure: 12'500 francs became 19,500 francs": "chiffre : au lieu de 12'500 francs, la traduction a 19,500 francs",
		"figure: 12'500 francs is missing":           "chiffre : il manque 12'500 francs",
		"length: 20 words became 3":                  "longueur : de 20 mots, il en reste 3",
		"name: “Kiev” is “Kyiv” in English":          "nom : « Kiev » se dit « Kyiv » en anglais",
		"no translation: the model does not respond": "le modèle ne répond pas",
		"not translated: interrupted":                "la traduction a été interrompue",
		"no translation was given":                   "le modèle n'en a donné aucune",
		"hedge: of a form that is not known":         "réserve",
		"of a kind that is not known: x":             "autre motif",
		"":                                           "",
	} {
		row := bot.Translated{Warning: in}
		if got := plainSpaces.Replace(row.Why("fr")); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
		if got := row.Why("en"); !strings.HasSuffix(in, got) || strings.HasPrefix(got, "not translated") {
			t.Errorf("in English %q became %q", in, got)
		}
	}
}

// What is kept back, and what contradicts a claim, is told in the reader's
// language, and in English as data.
func TestReasonsInFrench(t *testing.T) {
	b, a := newBot(t, nil)
	n := number(t, a, "12'500")
	quote := "Les travaux coûteront environ 12'500 francs par jour."
	b.Model = says(
		claim(quote, n, quote),
		claim("Les travaux coûteront environ 19'000 francs par jour.", n, quote),
		claim("Les travaux coûteront environ 12'500 francs.", 99, quote),
		claim("Les travaux coûteront cher.", n, "ce qui n'y est pas"),
	)
	got := ask(t, b, "Combien coûteront les travaux ?")
	want := [][2]string{
		{"figure: the claim says 19'000 francs, the sentence 12'500 francs", "chiffre : l'affirmation dit 19'000 francs, la phrase 12'500 francs"},
		{"citation: there is no sentence 99", "renvoi : il n'y a pas de phrase 99"},
		{"quote: stands nowhere", "citation : elle ne se trouve nulle part"},
	}
	if len(got.Rejected) != len(want) {
		t.Fatalf("rejected %+v", got.Rejected)
	}
	for i, r := range got.Rejected {
		if r.Reason != want[i][0] || r.ReasonIn("en") != r.Reason || plainSpaces.Replace(r.ReasonIn("fr")) != want[i][1] {
			t.Errorf("%q, in French %q; want %q", r.Reason, r.ReasonIn("fr"), want[i])
		}
	}
	b.Model = nil
	c := check(t, b, "Les travaux coûteront environ 19'000 francs par jour.")
	if fr := c.ReasonsIn("fr"); len(fr) != 1 || plainSpaces.Replace(fr[0]) != want[0][1] || c.ReasonsIn("en")[0] != want[0][0] {
		t.Errorf("reasons %q, in French %q", c.Reasons, fr)
	}
}
