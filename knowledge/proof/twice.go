package proof

// lands tells whether the claim names a land twice where the sentence has it
// once, and has another left: « des forces russes près de l'Ukraine » and
// "Ukrainian forces near Ukraine".
func (p *pair) lands() []Check {
	first := map[int]int{}
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to < 0 || country(w) == "" {
			continue
		}
		before, twice := first[w.to]
		if first[w.to] = i; !twice {
			continue
		}
		taken := p.taken()
		for k := range p.sentence.words {
			if s := &p.sentence.words[k]; !taken[k] && country(s) != "" && country(s) != country(w) {
				a, b := p.claim.raw(&p.claim.words[before]), p.sentence.raw(s)
				return because(Check{Kind: "name", Claim: a, Sentence: b, Verdict: Undecided}, "the claim says “%s”, the sentence also “%s”", a, b)
			}
		}
	}
	return nil
}
