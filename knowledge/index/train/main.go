// Command train fits the weights of the index's ranker to a question set.
package main

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"

	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

type query struct {
	text    string
	english bool
	all     []string
	article int
	gold    int
	golds   []int // where several rows are right
	rows    [][]float32
}

func load(data, questions string) []query {
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
	var out []query
	for i := range set.Rows {
		r := &set.Rows[i]
		g := set.Gold(r)
		if g == 0 {
			fmt.Fprintln(os.Stderr, "no gold:", r.ID)
			continue
		}
		var all []string
		a := set.Articles[r.Article()]
		for _, s := range a.Sentences {
			all = append(all, a.Cut(s.Span))
		}
		out = append(out, query{text: r.Question + "  => " + r.Answer, all: all, article: r.Article(), gold: g - 1, rows: x.Features(r.Question, a.ID)})
	}
	return out
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// fit minimises the cross-entropy of the softmax over a question's sentences.
func fit(qs []query, l2 float64, epochs int) []float64 {
	n := len(qs[0].rows[0])
	// scale
	sd := make([]float64, n)
	mean := make([]float64, n)
	rows := 0.0
	for _, q := range qs {
		for _, r := range q.rows {
			rows++
			for i, v := range r {
				mean[i] += float64(v)
			}
		}
	}
	for i := range mean {
		mean[i] /= rows
	}
	for _, q := range qs {
		for _, r := range q.rows {
			for i, v := range r {
				d := float64(v) - mean[i]
				sd[i] += d * d
			}
		}
	}
	for i := range sd {
		sd[i] = math.Sqrt(sd[i]/rows) + 0.02
	}
	w := make([]float64, n)
	m := make([]float64, n)
	v := make([]float64, n)
	g := make([]float64, n)
	rng := rand.New(rand.NewPCG(1, 2))
	order := rng.Perm(len(qs))
	step := 0
	const batch = 64
	for e := 0; e < epochs; e++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		lr := 0.05 * (1 - float64(e)/float64(epochs))
		for at := 0; at < len(order); at += batch {
			for i := range g {
				g[i] = l2 * w[i]
			}
			bs := order[at:min(len(order), at+batch)]
			for _, k := range bs {
				q := &qs[k]
				p := make([]float64, len(q.rows))
				top := math.Inf(-1)
				for j, r := range q.rows {
					s := 0.0
					for i, x := range r {
						if x != 0 {
							s += w[i] * float64(x) / sd[i]
						}
					}
					p[j] = s
					top = max(top, s)
				}
				z := 0.0
				for j := range p {
					p[j] = math.Exp(p[j] - top)
					z += p[j]
				}
				own := 0.0 // the share of the right rows
				for _, j := range q.golds {
					own += p[j]
				}
				for j, r := range q.rows {
					d := p[j] / z
					switch {
					case len(q.golds) == 0 && j == q.gold:
						d--
					case slices.Contains(q.golds, j):
						d -= p[j] / own
					}
					d /= float64(len(bs))
					for i, x := range r {
						if x != 0 {
							g[i] += d * float64(x) / sd[i]
						}
					}
				}
			}
			step++
			c1, c2 := 1-math.Pow(0.9, float64(step)), 1-math.Pow(0.999, float64(step))
			for i := range w {
				m[i] = 0.9*m[i] + 0.1*g[i]
				v[i] = 0.999*v[i] + 0.001*g[i]*g[i]
				w[i] -= lr * (m[i] / c1) / (math.Sqrt(v[i]/c2) + 1e-8)
			}
		}
	}
	for i := range w {
		w[i] /= sd[i]
	}
	return w
}

type stats struct{ n, h1, h3, h5, mrr float64 }

func (s *stats) add(q *query, score func(r []float32) float64) {
	if q.gold < 0 {
		s.n++
		return
	}
	g := score(q.rows[q.gold])
	rank := 1
	for j, r := range q.rows {
		if j == q.gold {
			continue
		}
		if v := score(r); v > g || v == g && j < q.gold {
			rank++
		}
	}
	s.n++
	if rank <= 1 {
		s.h1++
	}
	if rank <= 3 {
		s.h3++
	}
	if rank <= 5 {
		s.h5++
	}
	if rank <= 10 {
		s.mrr += 1 / float64(rank)
	}
}

func (s stats) String() string {
	return fmt.Sprintf("hit@1 %.1f hit@3 %.1f hit@5 %.1f mrr %.3f n %.0f", 100*s.h1/s.n, 100*s.h3/s.n, 100*s.h5/s.n, s.mrr/s.n, s.n)
}

func linear(w []float64) func(r []float32) float64 {
	return func(r []float32) float64 {
		s := 0.0
		for i, x := range r {
			s += w[i] * float64(x)
		}
		return s
	}
}

func main() {
	data := flag.String("data", "/work/shared/eval/piaf_dev.jsonl", "")
	questions := flag.String("questions", "", "")
	l2 := flag.Float64("l2", 0.003, "")
	epochs := flag.Int("epochs", 12, "")
	show := flag.Bool("show", false, "")
	errs := flag.Bool("errs", false, "")
	trees := flag.Int("trees", 0, "")
	depth := flag.Int("depth", 4, "")
	rate := flag.Float64("rate", 0.08, "")
	shrink := flag.Float64("shrink", 1, "")
	passages := flag.Bool("passages", false, "")
	out := flag.String("out", "", "")
	answers := flag.Bool("answers", false, "")
	quotes := flag.Bool("quotes", false, "")
	also := flag.String("also", "", "")
	pri := flag.String("priors", "", "")
	flag.Parse()
	if *quotes {
		trainQuotes(*data, *also, *out, 0.001)
		return
	}
	if *answers {
		trainAnswers(*data, *also, *out, 0.065, *trees)
		return
	}
	if *pri != "" {
		writePriors(*data, *pri)
		return
	}
	var qs []query
	names := index.FeatureNames()
	if *passages {
		qs = loadPassages(*data, *questions)
		names = index.ParagraphFeatureNames()
	} else {
		qs = load(*data, *questions)
	}
	if *also != "" {
		more := load(*data, *also)
		if *passages {
			more = loadPassages(*data, *also)
		}
		for i := range more {
			more[i].english = true
		}
		qs = append(qs, more...)
	}
	fmt.Println(len(qs), "questions", len(names), "features")
	for _, one := range []string{"bm25", "cover"} {
		for i, n := range names {
			if n == one {
				var s stats
				for k := range qs {
					s.add(&qs[k], func(r []float32) float64 { return float64(r[i]) })
				}
				fmt.Println(one, s)
			}
		}
	}
	const folds = 5
	var test, train, testEnglish stats
	for f := range folds {
		var a, b []query
		for _, q := range qs {
			if q.article%folds == f {
				b = append(b, q)
			} else if q.gold >= 0 {
				a = append(a, q)
			}
		}
		w := fit(a, *l2, *epochs)
		for k := range b {
			if b[k].english {
				testEnglish.add(&b[k], linear(w))
				continue
			}
			test.add(&b[k], linear(w))
			if *errs {
				report(&b[k], linear(w))
			}
		}
		for k := range a {
			train.add(&a[k], linear(w))
		}
	}
	if *trees > 0 {
		var bt, btEnglish stats
		for f := range folds {
			var a, b []query
			for _, q := range qs {
				if q.article%folds == f {
					b = append(b, q)
				} else if q.gold >= 0 {
					a = append(a, q)
				}
			}
			w := fit(a, *l2, *epochs)
			base := make([][]float64, len(a))
			for k := range a {
				for _, r := range a[k].rows {
					base[k] = append(base[k], linear(w)(r)**shrink)
				}
			}
			ts := boost(a, base, boostParams{trees: *trees, depth: *depth, rate: *rate, lambda: 3, minHess: 2, sample: 0.7, columns: boostColumns(names)})
			for k := range b {
				to := &bt
				if b[k].english {
					to = &btEnglish
				}
				to.add(&b[k], func(r []float32) float64 {
					v := linear(w)(r) * *shrink
					for _, t := range ts {
						v += t.predict(r)
					}
					return v
				})
			}
		}
		fmt.Println("boost", bt)
		fmt.Println("boost", btEnglish)
	}
	fmt.Println("train", train)
	fmt.Println("cven ", testEnglish)
	fmt.Println("cv   ", test)
	if *out != "" {
		var a []query
		for _, q := range qs {
			if q.gold >= 0 {
				a = append(a, q)
			}
		}
		w := fit(a, *l2, *epochs)
		base := make([][]float64, len(a))
		for k := range a {
			for _, r := range a[k].rows {
				base[k] = append(base[k], linear(w)(r)**shrink)
			}
		}
		ts := boost(a, base, boostParams{trees: *trees, depth: *depth, rate: *rate, lambda: 3, minHess: 2, sample: 0.7, columns: boostColumns(names)})
		for i := range w {
			w[i] *= *shrink
		}
		writeModel(*out, names, w, ts)
	}
	if *show {
		for i, v := range fit(qs, *l2, *epochs) {
			fmt.Printf("%-24s %8.3f\n", names[i], v)
		}
	}
}

func report(q *query, score func(r []float32) float64) {
	best, top := 0, math.Inf(-1)
	for j, r := range q.rows {
		if v := score(r); v > top {
			best, top = j, v
		}
	}
	if best != q.gold {
		fmt.Printf("Q %s\n  GOLD %.2f #%d %s\n  TOP  %.2f #%d %s\n", q.text, score(q.rows[q.gold]), q.gold, q.all[q.gold], top, best, q.all[best])
	}
}

func boostColumns(names []string) (out []int) {
	for i, n := range names {
		if len(n) > 2 && n[0] == 'k' && n[1] >= '0' && n[1] <= '9' {
			continue
		}
		out = append(out, i)
	}
	return out
}

func loadPassages(data, questions string) []query {
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
	var out []query
	for i := range set.Rows {
		r := &set.Rows[i]
		a := set.Articles[r.Article()]
		g := set.Gold(r)
		at := a.Sentences[g-1].Start
		found, rows := x.ParagraphFeatures(r.Question)
		q := query{article: r.Article(), gold: -1, text: r.Question}
		for k, p := range found {
			if p.Article == a && p.Start <= at && at < p.End {
				q.gold = k
			}
			q.all = append(q.all, p.Article.Cut(p.Span))
		}
		q.rows = rows
		out = append(out, q)
	}
	return out
}
