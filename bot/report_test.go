package bot_test

import (
	"testing"

	"verbatim/bot"
	"verbatim/knowledge"
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

// A check that is told with its speaker is not called refuted for it, and words
// that are undecided are not said to be all there.
func TestReportLines(t *testing.T) {
	report := func(p knowledge.Proof, checks ...proof.Check) *bot.Report {
		return &bot.Report{Claim: knowledge.Claim{Proof: p}, Checks: checks}
	}
	speaker := proof.Check{Kind: "speaker", Sentence: "Hydralp", Verdict: proof.Refuted, Reason: "Hydralp says it, the claim says it as a fact",
		Why: proof.Why{Pattern: "%s says it, the claim says it as a fact", Parts: []string{"Hydralp"}}}
	words := proof.Check{Kind: "words", Claim: "x", Verdict: proof.Undecided, Reason: "the sentence does not show “x”",
		Why: proof.Why{Pattern: "the sentence does not show “%s”", Parts: []string{"x"}}}
	for _, test := range []struct {
		report *bot.Report
		en, fr string
	}{
		{report(knowledge.ProofCode, speaker), "speaker: the article attributes it to “Hydralp”", "source\u00a0: l'article l'attribue à «\u00a0Hydralp\u00a0»"},
		{report("", speaker), "speaker: “Hydralp”, refuted: Hydralp says it, the claim says it as a fact", "source\u00a0: «\u00a0Hydralp\u00a0», réfuté\u00a0: cela vient de «\u00a0Hydralp\u00a0», l'affirmation en fait un fait"},
		{report(knowledge.ProofModel, words), "words, undecided: the sentence does not show “x”", "mots, indécis\u00a0: la phrase ne donne pas «\u00a0x\u00a0»"},
		{report(knowledge.ProofCode, proof.Check{Kind: "words", Claim: "x", Verdict: proof.Proved}), "words: all accounted for", "mots\u00a0: tous se retrouvent"},
	} {
		if got := test.report.Lines("en")[1]; got != test.en {
			t.Errorf("got %q, want %q", got, test.en)
		}
		if got := test.report.Lines("fr")[1]; got != test.fr {
			t.Errorf("got %q, want %q", got, test.fr)
		}
	}
}
