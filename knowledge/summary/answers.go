package summary

import (
	"verbatim/knowledge"
	"verbatim/knowledge/lexicon"
)

// Pair is what an article reports and the denial that answers it, by the
// numbers of their sentences.
type Pair struct{ Reported, Denial int }

// Denials are the denials of an article with what they answer: an accusation,
// or a report that somebody neither confirms nor denies. One denial may answer
// several sentences.
func Denials(a *knowledge.Article) []Pair {
	return read(a.Sentences, a, tuned).pairs
}

const (
	before     = 60   // sentences before a denial that it may answer
	near       = 4    // and those that it answers by standing there
	alike      = 0.12 // cosine of a denial with what it answers, at least
	forAccuser = 0.1  // a sentence that accuses is answered before one that only reports
)

// answers ties each denial to what it denies: what is reported is not reported
// without it. Of several answers to one sentence the nearest is needed.
func (p *prose) answers() {
	for d := len(p.all) - 1; d > 0; d-- {
		s := p.all[d]
		if s.denies == none || s.short {
			continue
		}
		for _, t := range p.denied(d) {
			one := p.all[t]
			if one.denies >= neither || one.answered {
				continue
			}
			one.answered = true
			p.pairs = append(p.pairs, Pair{Reported: one.number, Denial: s.number})
			one.needs = append(one.needs, d)
		}
	}
}

// denied are the places of what a denial answers.
func (p *prose) denied(d int) []int {
	s := p.all[d]
	if s.object >= 0 {
		return p.meant(d)
	}
	if t := p.accusation(d); t >= 0 {
		out := []int{t} // and what it goes on from
		for t--; t >= 0 && p.all[t].accuses && p.all[t].denies < neither && p.all[t].paragraph == p.all[t+1].paragraph; t-- {
			out = append(out, t)
		}
		return out
	}
	switch {
	case s.denies == answer:
		return nil
	case s.leans:
		return []int{d - 1}
	default:
		return p.reported(d)
	}
}

// accusation is the place of the accusation shortly before a denial that shares
// most with it; -1 where there is none. One of another paragraph has to share
// a name or some words.
func (p *prose) accusation(d int) int {
	s := p.all[d]
	best, most := -1, 0.0
	for i := d - 1; i >= max(0, d-near); i-- {
		one := p.all[i]
		if !one.accuses || one.denies >= neither {
			continue
		}
		alikeness := cosine(s, one)
		if one.paragraph != s.paragraph && alikeness < alike/2 && !p.shareName(s, one) {
			continue
		}
		if score := alikeness + 0.01*float64(i-d); best < 0 || score > most {
			best, most = i, score
		}
	}
	return best
}

// meant are the places of what « cette frappe », « ces candidatures » mean in
// a denial, which needs it in turn: a sentence before it that has the word or
// one of its family, else the last two of its paragraph.
func (p *prose) meant(d int) []int {
	s := p.all[d]
	for i := d - 1; i >= max(0, d-near); i-- {
		for _, w := range p.all[i].words {
			if w.id == s.object || begins(p.words[w.id], p.words[s.object]) && lexicon.SameFamily(p.words[w.id], p.words[s.object]) {
				s.needs = append(s.needs, i)
				return []int{i}
			}
		}
	}
	var out []int
	for i := d - 1; i >= 0 && len(out) < 2 && (i == d-1 || p.all[i].paragraph == s.paragraph); i-- {
		out = append(out, i)
	}
	s.needs = append(s.needs, d-1)
	return out
}

// begins tells whether two words begin alike, as those of a family do: what
// says more about them takes time.
func begins(a, b string) bool {
	return len(a) > 3 && len(b) > 3 && a[:3] == b[:3]
}

// reported are the places of what a denial answers that stands beside no
// accusation: the sentences that speak of the same, and the lead where none is
// close.
func (p *prose) reported(d int) []int {
	most := 0.0
	scores := make([]float64, 0, before)
	from := max(0, d-before)
	for i := from; i < d; i++ {
		score := cosine(p.all[d], p.all[i])
		if score >= alike && p.all[i].accuses {
			score += forAccuser
		}
		scores = append(scores, score)
		most = max(most, score)
	}
	var out []int
	for i, score := range scores {
		if score >= alike && score >= 0.7*most {
			out = append(out, from+i)
		}
	}
	if most < 2*alike && (len(out) == 0 || out[0] != 0) {
		out = append(out, 0)
	}
	return out
}

// shareName tells whether two sentences have a name in common.
func (p *prose) shareName(a, b *sentence) bool {
	for _, u := range a.units {
		for _, v := range b.units {
			if u == v && !p.units[u].figure {
				return true
			}
		}
	}
	return false
}
