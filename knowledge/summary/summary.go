// Package summary chooses the sentences that stand for an article.
//
// A sentence counts by its centrality (how much of what the article says it
// shares, as in LexRank, Erkan and Radev 2004), its place, and what it brings
// that none chosen before it brings: names, figures, speakers (maximal marginal
// relevance, Carbonell and Goldstein 1998).
package summary

import (
	"slices"

	"verbatim/knowledge"
)

// What each part counts for. They were set by reading summaries of the sample
// and of news articles of several kinds.
const (
	forCentrality = 1.0
	forPosition   = 0.9 // of the first sentence; falls towards the end
	forNews       = 0.8 // names and figures that are new, by how often the article speaks of them
	forSpeaker    = 0.4 // somebody is heard for the first time
	forDenial     = 0.5 // the other side's answer
	againstEcho   = 1.4 // words that the chosen ones have said already
	againstLean   = 0.8 // begins with a word that points back, or inside a quotation
	againstLength = 0.3 // for each comfortable length beyond the first
)

// same is how alike two sentences are, as the cosine of their words, where one
// of them says nothing more.
const same = 0.72

// Extract returns the numbers of at most n sentences of an article that stand
// for the whole of it, in the article's order, none saying what another says.
// A denial stays beside what it denies: where the article has one, a summary of
// three sentences or more does too.
func Extract(a *knowledge.Article, n int) []int {
	all := read(a)
	var chosen []*sentence
	for len(chosen) < n {
		best := pick(all, chosen)
		if best == nil {
			break
		}
		chosen = append(chosen, best)
	}
	keepDenial(all, chosen)
	numbers := make([]int, 0, len(chosen))
	for _, s := range chosen {
		numbers = append(numbers, s.number)
	}
	slices.Sort(numbers)
	return numbers
}

// pick returns the best sentence that is not chosen and says something new,
// nil where there is none.
func pick(all, chosen []*sentence) *sentence {
	heard := map[string]bool{}
	for _, c := range chosen {
		for _, u := range c.units {
			heard[u.text] = true
		}
		heard[c.speaker] = true
	}
	var best *sentence
	most := 0.0
	for _, s := range all {
		echo := 0.0
		for _, c := range chosen {
			echo = max(echo, cosine(s, c))
		}
		if slices.Contains(chosen, s) || echo >= same {
			continue
		}
		score := s.value - againstEcho*echo
		for _, u := range s.units {
			if !heard[u.text] {
				score += forNews * u.weight
			}
		}
		if s.speaker != "" && !heard[s.speaker] {
			score += forSpeaker
		}
		if best == nil || score > most {
			best, most = s, score
		}
	}
	return best
}

// keepDenial puts the article's best denial in the place of the last choice
// where none was chosen.
func keepDenial(all, chosen []*sentence) {
	if len(chosen) < 3 {
		return
	}
	var denial *sentence
	for _, s := range all {
		if s.denies && (denial == nil || s.value > denial.value) {
			denial = s
		}
	}
	if denial == nil || slices.ContainsFunc(chosen, func(s *sentence) bool { return s.denies }) {
		return
	}
	chosen[len(chosen)-1] = denial
}
