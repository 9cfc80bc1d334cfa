package proof

import "strings"

// coverage tells whether every word of the claim that carries meaning is
// accounted for.
func (p *pair) coverage() []Check {
	total, held := 0, 0
	var missing []int
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !w.content() {
			continue
		}
		total++
		if w.to >= 0 {
			held++
		} else {
			missing = append(missing, i)
		}
	}
	c := Check{Kind: "words", Claim: p.claim.text, Verdict: Proved}
	if len(missing) > 0 {
		words := make([]string, 0, len(missing))
		for _, i := range missing {
			words = append(words, "“"+p.claim.raw(&p.claim.words[i])+"”")
			if len(words) == 6 {
				break
			}
		}
		c.Verdict, c.Reason = Undecided, "the sentence does not show "+strings.Join(words, ", ")
	}
	if total >= 4 && held*5 < total {
		c.Verdict, c.Reason = Refuted, "the sentence speaks of something else"
	}
	if held+len(p.claim.figures) < 2 {
		c.Verdict = worse(c.Verdict, Undecided)
		if c.Reason == "" {
			c.Reason = "too little to compare"
		}
	}
	return []Check{c}
}
