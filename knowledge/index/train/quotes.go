package main

import (
	"fmt"
	"os"

	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

// trainQuotes fits which word is the heart of the answer, and measures the
// quotes of the sentences that are right.
func trainQuotes(data, also, out string, l2 float64) {
	var qs []query
	for _, questions := range []string{"", also} {
		f, err := os.Open(data)
		check(err)
		set, err := eval.Read(f)
		check(err)
		if questions != "" {
			q, err := os.Open(questions)
			check(err)
			check(set.Ask(q))
		}
		x := index.New(set.Articles)
		var n, overlap, empty, chars, sentence, f1 float64
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
			q := query{article: r.Article(), gold: -1, rows: rows, text: r.Question, english: questions != ""}
			for k, w := range words {
				if w.Start < end && start < w.End {
					q.golds = append(q.golds, k)
				}
			}
			if len(q.golds) > 0 {
				q.gold = q.golds[0]
				qs = append(qs, q)
			}
			span := x.Quote(r.Question, a.ID, g)
			n++
			s := a.Sentences[g-1]
			sentence += float64(s.End - s.Start)
			chars += float64(span.End - span.Start)
			if span.Empty() {
				empty++
			}
			if common := min(span.End, end) - max(span.Start, start); common > 0 {
				overlap++
				f1 += 2 * float64(common) / float64(span.End-span.Start+end-start)
			} else if os.Getenv("SHOW") != "" {
				fmt.Printf("Q %s => %s\n   %s\n   [%s]\n", r.Question, r.Answer, a.Cut(s.Span), a.Cut(span))
			}
		}
		fmt.Printf("present model: overlap %.1f%% f1 %.3f empty %.1f%% length %.0f of %.0f bytes\n", 100*overlap/n, f1/n, 100*empty/n, chars/n, sentence/n)
		if also == "" {
			break
		}
	}
	const folds = 5
	var hit, n float64
	for f := range folds {
		var a []query
		for _, q := range qs {
			if q.article%folds != f {
				a = append(a, q)
			}
		}
		w := fit(a, l2, 8)
		for _, q := range qs {
			if q.article%folds == f {
				n++
				best, top := 0, -1e9
				for k, r := range q.rows {
					if v := linear(w)(r); v > top {
						best, top = k, v
					}
				}
				for _, g := range q.golds {
					if g == best {
						hit++
					}
				}
			}
		}
	}
	fmt.Printf("cv: heart inside the answer %.1f%%\n", 100*hit/n)
	if out != "" {
		writeModel(out, index.QuoteFeatureNames(), fit(qs, l2, 8), nil)
	}
}
