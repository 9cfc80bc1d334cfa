package bot

import (
	"verbatim/knowledge"
	"verbatim/knowledge/proof"
)

// Report is what was compared for one claim of an answer.
type Report struct {
	Claim  knowledge.Claim
	Checks []proof.Check // none where the claim is the sentence itself
}

// Reports are the proof reports of an answer, one for each claim: the same
// comparison that let the claim through, made again.
func (a *Answer) Reports() []Report {
	var out []Report
	for _, c := range a.Claims {
		r := Report{Claim: c}
		if c.Proof != knowledge.ProofVerbatim {
			var e proof.Evidence
			for _, n := range c.Citations {
				cited := a.Citations[n-1]
				if s, ok := cited.Article.Sentence(cited.Sentence); ok {
					line{cited.Article, s}.testify(&e)
				}
			}
			r.Checks = proof.Claim(c.Text, e).Checks
		}
		out = append(out, r)
	}
	return out
}
