package main

import (
	"fmt"
	"strings"
)

const (
	rankerL2     = 0.03
	rankerEpochs = 12
)

// trainRanker cross-validates a ranker, fits it to all questions and writes it.
func trainRanker(qs []query, names []string, p boostParams, path string) {
	p.columns = columnsFor(names)
	var french, english stats
	for f := range folds {
		fitted, measured := part(qs, f)
		w, trees := fitRanker(fitted, p)
		score := func(row []float32) float64 {
			v := linear(w)(row)
			for _, t := range trees {
				v += t.predict(row)
			}
			return v
		}
		for k := range measured {
			if measured[k].english {
				english.add(&measured[k], score)
			} else {
				french.add(&measured[k], score)
			}
		}
	}
	fmt.Println("  cross-validated, French: ", french)
	if english.n > 0 {
		fmt.Println("  cross-validated, English:", english)
	}
	all, _ := part(qs, -1)
	w, trees := fitRanker(all, p)
	writeModel(path, names, w, trees)
}

// fitRanker fits weights, shrinks them, and fits trees to what is left.
func fitRanker(qs []query, p boostParams) ([]float64, []tree) {
	w := fit(qs, rankerL2, rankerEpochs)
	for i := range w {
		w[i] *= shrink
	}
	base := make([][]float64, len(qs))
	for k, q := range qs {
		for _, r := range q.rows {
			base[k] = append(base[k], linear(w)(r))
		}
	}
	return w, boost(qs, base, p)
}

// columnsFor are the features that trees may split: not the many that stand for
// one kind of question and one kind of offer.
func columnsFor(names []string) (out []int) {
	for i, n := range names {
		if !strings.HasPrefix(n, "k") || n[1] > '9' {
			out = append(out, i)
		}
	}
	return out
}

// groups are the features that the ablation takes out together.
var groups = []struct {
	name string
	has  func(feature string) bool
}{
	{"nothing", func(string) bool { return false }},
	{"neighbours, paragraph, title", in("before after paragraph title leadsbefore missing paragraphbm25 neighbourbm25 aftertop beforetop withtop")},
	{"order and closeness", in("pairs near run bigrams bigramweight")},
	{"function words", in("function functionbm25")},
	{"kind of question and what is offered", func(f string) bool {
		return strings.HasPrefix(f, "typed") || f[0] == 'k' && f[1] <= '9' || in("newnames newfigures newdates novelhit")(f)
	}},
	{"names and figures apart", in("names figures plain nameweight")},
	{"place and length", in("length short first opens depth early leads")},
	{"rarest, only here", in("rarest unique covertop bm25top istop")},
	{"all but cover and BM25", func(f string) bool { return !in("cover bm25 bm25share")(f) }},
}

func in(list string) func(string) bool {
	return func(f string) bool {
		for w := range strings.FieldsSeq(list) {
			if w == f {
				return true
			}
		}
		return false
	}
}

// ablate prints what linear rankers reach without groups of features.
func ablate(qs []query, names []string) {
	for _, g := range groups {
		without := make([]query, len(qs))
		for k, q := range qs {
			without[k] = q
			without[k].rows = make([][]float32, len(q.rows))
			for j, r := range q.rows {
				row := append([]float32(nil), r...)
				for i, n := range names {
					if g.has(n) {
						row[i] = 0
					}
				}
				without[k].rows[j] = row
			}
		}
		var s stats
		for f := range folds {
			fitted, measured := part(without, f)
			score := linear(fit(fitted, rankerL2, rankerEpochs))
			for k := range measured {
				s.add(&measured[k], score)
			}
		}
		fmt.Printf("| %s | %.1f | %.1f | %.1f | %.3f |\n", g.name, 100*s.hit1/s.n, 100*s.hit3/s.n, 100*s.hit5/s.n, s.mrr/s.n)
	}
}
