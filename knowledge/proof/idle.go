package proof

import "strings"

// idle tells whether word i is only part of an expression that joins or points
// and says nothing of its own: « l'homme en question », "so far".
func (p *pair) idle(i int) bool {
	r := p.claim
	w, before, after := r.fold(i), r.fold(i-1), r.fold(i+1)
	if r.english {
		switch w {
		case "longer":
			return before == "no" || before == "any"
		case "far":
			return before == "so"
		case "question", "order", "terms", "case":
			return before == "in"
		case "space", "course":
			return (before == "the" || before == "a") && after == "of"
		case "soon":
			return before == "as" && after == "as"
		case "else":
			return true
		}
		return false
	}
	switch w {
	case "question", "cas", "fonction", "vue", "termes":
		return before == "en"
	case "rapport":
		return before == "par" && (after == "a" || after == "au" || after == "aux")
	case "peu":
		return before == "a" && after == "pres"
	case "bout", "terme", "cours":
		return before == "au" && (after == "de" || after == "du" || after == "d" || after == "des")
	case "tel", "telle", "tels", "telles":
		return true
	case "nouveau":
		return before == "de" && p.anew(i)
	}
	return false
}

// anew tells whether a word beside word i stands for one that says by its
// beginning that it is done once more: « de nouveau ouvertes », « ont rouvert ».
func (p *pair) anew(i int) bool {
	for k := max(0, i-3); k <= i+2 && k < len(p.claim.words); k++ {
		to := p.claim.words[k].to
		if to < 0 || p.claim.words[k].light {
			continue
		}
		s := p.sentence.words[to].fold
		own, again := p.claim.words[k].fold, strings.HasPrefix(s, "r") && len(s) > 4
		if again && !strings.HasPrefix(own, s[:2]) {
			return true
		}
	}
	return false
}
