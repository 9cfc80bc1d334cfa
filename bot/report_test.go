package bot_test

import (
	"testing"

	"verbatim/knowledge/proof"
)

// A report names what was compared for a claim that is shown.
func TestReports(t *testing.T) {
	model := says()
	b, article := newBot(t, model)
	*model = *says(claim("Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine sur la digue.", number(t, article, "340"), "340 visiteurs"))
	a := ask(t, b, "Combien de visiteurs ?")
	reports := a.Reports()
	if len(reports) != 1 {
		t.Fatalf("%d reports", len(reports))
	}
	kinds := map[string]bool{}
	for _, c := range reports[0].Checks {
		kinds[c.Kind] = true
		if c.Verdict == proof.Refuted {
			t.Errorf("a claim that is shown was refuted: %+v", c)
		}
	}
	for _, kind := range []string{"figure", "name", "words"} {
		if !kinds[kind] {
			t.Errorf("no check of the %s", kind)
		}
	}
	b.Model = nil
	extractive := ask(t, b, "Combien de visiteurs ?")
	for _, r := range extractive.Reports() {
		if len(r.Checks) != 0 {
			t.Errorf("a sentence needs no comparison: %+v", r)
		}
	}
}
