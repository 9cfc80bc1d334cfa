// Command train fits the weights of the index's ranker to a question set.
package main

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"

	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

type query struct {
	article int
	gold    int
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
		out = append(out, query{r.Article(), g - 1, x.Features(r.Question, set.Articles[r.Article()].ID)})
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
	n := len(index.FeatureNames())
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
				for j, r := range q.rows {
					d := p[j] / z
					if j == q.gold {
						d--
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
	flag.Parse()
	qs := load(*data, *questions)
	names := index.FeatureNames()
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
	var test, train stats
	for f := range folds {
		var a, b []query
		for _, q := range qs {
			if q.article%folds == f {
				b = append(b, q)
			} else {
				a = append(a, q)
			}
		}
		w := fit(a, *l2, *epochs)
		for k := range b {
			test.add(&b[k], linear(w))
		}
		for k := range a {
			train.add(&a[k], linear(w))
		}
	}
	fmt.Println("train", train)
	fmt.Println("cv   ", test)
	if *show {
		for i, v := range fit(qs, *l2, *epochs) {
			fmt.Printf("%-24s %8.3f\n", names[i], v)
		}
	}
}
