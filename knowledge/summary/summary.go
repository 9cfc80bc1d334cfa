// Package summary chooses the sentences that stand for an article.
//
// A sentence counts by its centrality (how much of what the article says it
// shares, as in LexRank, Erkan and Radev 2004), its place and length, and what it brings
// that none chosen before it brings: names, figures, speakers, paragraphs
// (maximal marginal relevance, Carbonell and Goldstein 1998). A sentence that
// cannot stand alone is chosen with the ones that it needs, or not at all.
package summary

import (
	"slices"

	"verbatim/knowledge"
)

// Extract returns the numbers of at most n sentences of an article that stand
// for the whole of it, in the article's order, none saying what another says.
// A sentence that points back, or that stands inside a quotation, comes with
// the one that says what or who is meant; an accusation comes with its denial.
// There are fewer than n where the article has no more to say.
func Extract(a *knowledge.Article, n int) []int {
	return extract(a.Sentences, a, n, tuned)
}

// ExtractPart is Extract for the sentences numbered first to last, both
// included, as if the article had no others.
func ExtractPart(a *knowledge.Article, first, last, n int) []int {
	first, last = max(1, first), min(last, len(a.Sentences))
	if first > last {
		return nil
	}
	return extract(a.Sentences[first-1:last], a, n, tuned)
}

func extract(sentences []knowledge.Sentence, a *knowledge.Article, n int, w weights) []int {
	p := read(sentences, a, w)
	p.price = p.priceOf(n)
	var chosen []int
	for len(chosen) < n {
		group := p.best(n - len(chosen))
		if group == nil {
			break
		}
		for _, i := range group {
			p.choose(i)
			chosen = append(chosen, i)
		}
	}
	numbers := make([]int, 0, len(chosen))
	for _, i := range chosen {
		numbers = append(numbers, p.all[i].number)
	}
	slices.Sort(numbers)
	return numbers
}

// priceOf is what a point is worth that one more sentence takes the place of:
// the score of the n-th best.
func (p *prose) priceOf(n int) float64 {
	scores := make([]float64, 0, len(p.all))
	for _, s := range p.all {
		scores = append(scores, p.score(s))
	}
	slices.Sort(scores)
	if len(scores) <= n {
		return 0
	}
	return scores[len(scores)-n]
}

// best returns the sentence that is worth most with those that it needs, at
// most room together; nil where nothing is left that says something new.
func (p *prose) best(room int) []int {
	var best []int
	most := 0.0
	for i, s := range p.all {
		if s.chosen || s.short || s.echoes {
			continue
		}
		group, ok := p.withNeeded(i, room)
		if !ok {
			continue
		}
		score := -(p.weights.AgainstNeed + p.price) * float64(len(group)-1)
		for k, j := range group {
			worth := p.score(p.all[j])
			if k > 0 && p.all[j].denies != none {
				worth = max(worth, p.price) // the other side is worth its place
			}
			score += worth
		}
		if best == nil || score > most {
			best, most = append(best[:0], group...), score
		}
	}
	return best
}

// withNeeded is a sentence with all that it needs and that is not chosen yet;
// false where they are more than room. It is valid until the next call.
func (p *prose) withNeeded(i, room int) ([]int, bool) {
	group := append(p.group[:0], i)
	for k := 0; k < len(group); k++ {
		s := p.all[group[k]]
		if s.alone {
			return nil, false
		}
		for _, need := range s.needs {
			one := p.all[need]
			if one.chosen || one.said || slices.Contains(group, need) {
				continue
			}
			if slices.ContainsFunc(group, func(j int) bool { return p.all[j].text == one.text }) {
				return nil, false
			}
			group = append(group, need)
		}
		if len(group) > room {
			return nil, false
		}
	}
	p.group = group
	return group, true
}

// score is what a sentence is worth beside those that are chosen.
func (p *prose) score(s *sentence) float64 {
	score := s.value - p.weights.AgainstEcho*s.echo
	news := 0.0
	for _, u := range s.units {
		if !p.units[u].heard {
			news += p.units[u].weight
		}
	}
	score += p.weights.ForNews * min(news, fullOfNews)
	if s.speaker > 0 && !p.speakers[s.speaker] {
		score += p.weights.ForSpeaker
	}
	if s.reports && !s.lead && !p.reacted {
		score += p.weights.ForReaction
	}
	if !p.paragraphs[s.paragraph] {
		score += p.weights.ForParagraph
	}
	score += p.weights.ForDistance * min(1, float64(s.gap-1)/wide)
	return score
}

// choose takes a sentence and marks what it says as said.
func (p *prose) choose(i int) {
	s := p.all[i]
	s.chosen = true
	for _, u := range s.units {
		p.units[u].heard = true
	}
	p.speakers[s.speaker] = true
	p.reacted = p.reacted || s.reports && !s.lead
	p.paragraphs[s.paragraph] = true
	for j, other := range p.all {
		other.gap = min(other.gap, max(i-j, j-i))
		if !other.chosen {
			other.echo = max(other.echo, cosine(s, other))
			other.said = other.said || other.text == s.text
			other.echoes = other.echoes || p.same(s, other)
		}
	}
}
