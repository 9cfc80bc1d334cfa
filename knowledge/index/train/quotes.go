package main

import (
	"fmt"

	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

const (
	quoteL2     = 0.001
	quoteEpochs = 8
)

// trainQuotes fits which word is the heart of the answer, and measures the
// quotes that the model of the program as it stands reads off right sentences.
func trainQuotes(sets []*eval.Set, path string) {
	var qs []query
	for _, set := range sets {
		x := index.New(set.Articles)
		var n, overlap, quoted, sentence float64
		for i := range set.Rows {
			r := &set.Rows[i]
			g := set.Gold(r)
			if g == 0 {
				continue
			}
			a := set.Articles[r.Article()]
			start := set.AnswerStart(r)
			end := start + len(r.Answer)
			words, rows := x.QuoteFeatures(r.Question, a.ID, g)
			q := query{article: r.Article(), gold: -1, rows: rows}
			for k, w := range words {
				if w.Start < end && start < w.End {
					q.gold = k
					q.golds = append(q.golds, k)
				}
			}
			if q.gold >= 0 {
				qs = append(qs, q)
			}
			span := x.Quote(r.Question, a.ID, g)
			n++
			sentence += float64(a.Sentences[g-1].End - a.Sentences[g-1].Start)
			quoted += float64(span.End - span.Start)
			if span.Start < end && start < span.End {
				overlap++
			}
		}
		fmt.Printf("  the program's quotes: %.1f%% touch the answer, %.0f bytes of %.0f\n", 100*overlap/n, quoted/n, sentence/n)
	}
	var hit, n float64
	for f := range folds {
		fitted, measured := part(qs, f)
		score := linear(fit(fitted, quoteL2, quoteEpochs))
		for _, q := range measured {
			best := 0
			for k, r := range q.rows {
				if score(r) > score(q.rows[best]) {
					best = k
				}
			}
			n++
			for _, g := range q.golds {
				if g == best {
					hit++
				}
			}
		}
	}
	fmt.Printf("  cross-validated: the likeliest word is in the answer %.1f%%\n", 100*hit/n)
	writeModel(path, index.QuoteFeatureNames(), fit(qs, quoteL2, quoteEpochs), nil)
}
