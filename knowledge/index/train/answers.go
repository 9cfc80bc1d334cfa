package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"sort"

	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

// sample is a question asked of an article that answers it (class 0), of
// another article (1), or of its own without the paragraph of the answer (2).
type sample struct {
	article, class int
	english        bool
	row            []float32
}

func loadAnswers(data, also string) []sample {
	var out []sample
	for _, questions := range []string{"", also} {
		if questions == "" && len(out) > 0 {
			continue
		}
		f, err := os.Open(data)
		check(err)
		set, err := eval.Read(f)
		check(err)
		if questions != "" {
			q, err := os.Open(questions)
			check(err)
			check(set.Ask(q))
		}
		english := questions != ""
		x := index.New(set.Articles)
		rng := rand.New(rand.NewPCG(3, 3))
		short := map[string]*index.Index{}
		for i := range set.Rows {
			r := &set.Rows[i]
			own := set.Articles[r.Article()]
			out = append(out, sample{r.Article(), 0, english, x.Judge(r.Question, own.ID)})
			other := set.Articles[rng.IntN(len(set.Articles))]
			if other != own {
				out = append(out, sample{r.Article(), 1, english, x.Judge(r.Question, other.ID)})
			}
			y, ok := short[r.Context]
			if !ok {
				if a := set.Without(r); a != nil {
					c := *a
					c.ID = "x"
					y = index.New([]*knowledge.Article{&c})
				}
				short[r.Context] = y
			}
			if y != nil {
				out = append(out, sample{r.Article(), 2, english, y.Judge(r.Question, "x")})
			}
		}
	}
	return out
}

// weights of the classes in the fit.
var classWeight = [3]float64{1, 0.15, 1}

func fitAnswers(ss []sample, l2 float64) []float64 {
	n := len(ss[0].row)
	sd := make([]float64, n)
	for _, s := range ss {
		for i, v := range s.row {
			sd[i] += float64(v) * float64(v)
		}
	}
	for i := range sd {
		sd[i] = math.Sqrt(sd[i]/float64(len(ss))) + 1e-3
	}
	w, m, v, g := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	rng := rand.New(rand.NewPCG(1, 2))
	order := rng.Perm(len(ss))
	step := 0
	for e := range 20 {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		lr := 0.02 * (1 - float64(e)/20)
		for at := 0; at < len(order); at += 128 {
			bs := order[at:min(len(order), at+128)]
			for i := range g {
				g[i] = l2 * w[i]
			}
			for _, k := range bs {
				s := &ss[k]
				z := 0.0
				for i, x := range s.row {
					z += w[i] * float64(x) / sd[i]
				}
				y := 0.0
				if s.class == 0 {
					y = 1
				}
				d := (1/(1+math.Exp(-z)) - y) * classWeight[s.class] / float64(len(bs))
				for i, x := range s.row {
					g[i] += d * float64(x) / sd[i]
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

// trainAnswers cross-validates and fits the answer model; its threshold, half,
// refuses the given share of what is answerable.
func trainAnswers(data, also, out string, refuse float64, trees int) {
	ss := loadAnswers(data, also)
	const folds = 5
	scores := make([]float64, len(ss))
	for f := range folds {
		var a []sample
		for _, s := range ss {
			if s.article%folds != f {
				a = append(a, s)
			}
		}
		w := fitAnswers(a, 1e-4)
		for i, s := range ss {
			if s.article%folds == f {
				scores[i] = linear(w)(s.row)
			}
		}
	}
	if trees > 0 {
		for f := range folds {
			var a []sample
			for _, s := range ss {
				if s.article%folds != f {
					a = append(a, s)
				}
			}
			w, ts := boostAnswers(a, trees)
			for i, s := range ss {
				if s.article%folds == f {
					scores[i] = linear(w)(s.row)
					for _, t := range ts {
						scores[i] += t.predict(s.row)
					}
				}
			}
		}
	}
	var cut float64
	for _, en := range []bool{false, true} {
		var by [3][]float64
		for i, s := range ss {
			if s.english == en {
				by[s.class] = append(by[s.class], scores[i])
			}
		}
		if len(by[0]) == 0 {
			continue
		}
		sort.Float64s(by[0])
		for _, r := range []float64{0.03, 0.05, refuse, 0.1, 0.15, 0.2} {
			c := by[0][int(r*float64(len(by[0])))]
			if r == refuse && !en {
				cut = c
			}
			fmt.Printf("english %v refused: answerable %.1f%% other %.1f%% same subject %.1f%%\n", en, 100*r, 100*below(by[1], c), 100*below(by[2], c))
		}
	}
	if os.Getenv("PROBE") != "" {
		probe(ss, index.JudgeNames(), scores, cut)
	}
	w, ts := boostAnswers(ss, trees)
	for i, n := range index.JudgeNames() {
		if os.Getenv("SHOW") != "" {
			fmt.Printf("%-20s %8.3f\n", n, w[i])
		}
	}
	if out != "" {
		w[0] -= cut
		writeModel(out, index.JudgeNames(), w, ts)
	}
}

func below(xs []float64, c float64) float64 {
	n := 0
	for _, x := range xs {
		if x < c {
			n++
		}
	}
	return float64(n) / float64(len(xs))
}

// boostAnswers fits trees on top of the shrunk linear fit.
func boostAnswers(ss []sample, trees int) ([]float64, []tree) {
	w := fitAnswers(ss, 1e-4)
	if trees == 0 {
		return w, nil
	}
	rows := make([][]float32, len(ss))
	score := make([]float64, len(ss))
	for i := range w {
		w[i] *= 0.7
	}
	for i, s := range ss {
		rows[i] = s.row
		score[i] = linear(w)(s.row)
	}
	var columns []int
	for i := range w {
		columns = append(columns, i)
	}
	ts := grown(rows, score, boostParams{trees: trees, depth: 3, rate: 0.1, lambda: 3, minHess: 10, sample: 0.7, columns: columns},
		func(rng *rand.Rand, g, h []float64) (use []int) {
			for i, s := range ss {
				p := 1 / (1 + math.Exp(-score[i]))
				c := classWeight[s.class]
				g[i], h[i] = p*c, p*(1-p)*c
				if s.class == 0 {
					g[i] -= c
				}
				if rng.Float64() < 0.7 {
					use = append(use, i)
				}
			}
			return use
		})
	return w, ts
}

func probe(ss []sample, names []string, scores []float64, cut float64) {
	at := func(n string) int {
		for i, m := range names {
			if m == n {
				return i
			}
		}
		panic(n)
	}
	for k := 'a'; k < 'n'; k++ {
		var n, gone, far [3]float64
		for i, s := range ss {
			if s.english || scores[i] < cut || s.row[at("kind"+string(k))] == 0 {
				continue
			}
			n[s.class]++
			gone[s.class] += float64(s.row[at("focusgone")])
			if s.row[at("focus"+string(k))] > 0.6 {
				far[s.class]++
			}
		}
		fmt.Printf("kind %c answered: right %.0f gone %.0f far %.0f; hard %.0f gone %.0f far %.0f\n", k, n[0], gone[0], far[0], n[2], gone[2], far[2])
	}
}
