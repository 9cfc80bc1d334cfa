package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"

	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

// The classes of a sample.
const (
	answered = iota // the article answers the question
	another         // the question is of another article
	nearby          // the article without the paragraph that answers
)

// sample is a question asked of an article.
type sample struct {
	article, class int
	english        bool
	row            []float32
}

const (
	answersL2 = 1e-4
	refused   = 0.065 // the share of answerable questions that the threshold refuses
)

var (
	answersBoost = boostParams{trees: 60, depth: 3, rate: 0.1, lambda: 3, minHess: 10, sample: 0.7}
	classWeight  = [...]float64{answered: 1, another: 0.3, nearby: 1}
)

// samplesOf asks each question of a set of its article, of another one, and of
// its own without the paragraph of the answer.
func samplesOf(set *eval.Set, english bool) (out []sample) {
	x := index.New(set.Articles)
	rng := rand.New(rand.NewPCG(3, 3))
	short := map[string]*index.Index{}
	for i := range set.Rows {
		r := &set.Rows[i]
		own := set.Articles[r.Article()]
		add := func(class int, x *index.Index, id string) {
			if row := x.Judge(r.Question, id); row != nil {
				out = append(out, sample{r.Article(), class, english, row})
			}
		}
		add(answered, x, own.ID)
		if other := set.Articles[rng.IntN(len(set.Articles))]; other != own {
			add(another, x, other.ID)
		}
		y, ok := short[r.Context]
		if !ok {
			if a := set.Without(r); a != nil {
				y = index.New([]*knowledge.Article{a})
			}
			short[r.Context] = y
		}
		if y != nil {
			add(nearby, y, set.Without(r).ID)
		}
	}
	return out
}

// trainAnswers cross-validates and fits the model that tells whether an article
// answers; at its threshold, one half, the share refused is refused.
func trainAnswers(sets []*eval.Set, path string) {
	var ss []sample
	for i, set := range sets {
		ss = append(ss, samplesOf(set, i > 0)...)
	}
	scores := make([]float64, len(ss))
	for f := range folds {
		var fitted []sample
		for _, s := range ss {
			if s.article%folds != f {
				fitted = append(fitted, s)
			}
		}
		w, trees := fitAnswers(fitted)
		for i, s := range ss {
			if s.article%folds == f {
				scores[i] = linear(w)(s.row)
				for _, t := range trees {
					scores[i] += t.predict(s.row)
				}
			}
		}
	}
	cut := report(ss, scores, false)
	report(ss, scores, true)
	w, trees := fitAnswers(ss)
	w[0] -= cut
	writeModel(path, index.JudgeNames(), w, trees)
}

// report prints what is refused at some thresholds, and returns the one of refused.
func report(ss []sample, scores []float64, english bool) (cut float64) {
	var by [len(classWeight)][]float64
	for i, s := range ss {
		if s.english == english {
			by[s.class] = append(by[s.class], scores[i])
		}
	}
	for c := range by {
		sort.Float64s(by[c])
	}
	for _, share := range []float64{0.03, 0.05, refused, 0.1, 0.2} {
		c := by[answered][int(share*float64(len(by[answered])))]
		if share == refused {
			cut = c
		}
		fmt.Printf("  cross-validated, English %v: refused %.1f%% of the answerable, %.1f%% of other subjects, %.1f%% of the same subject\n",
			english, 100*share, below(by[another], c), below(by[nearby], c))
	}
	return cut
}

// below is the share of sorted values below c, in percent.
func below(sorted []float64, c float64) float64 {
	return 100 * float64(sort.SearchFloat64s(sorted, c)) / float64(len(sorted))
}

// fitAnswers fits weights by logistic regression, shrinks them, and fits trees
// to what is left.
func fitAnswers(ss []sample) ([]float64, []tree) {
	w := logistic(ss)
	for i := range w {
		w[i] *= shrink
	}
	rows, score := make([][]float32, len(ss)), make([]float64, len(ss))
	for i, s := range ss {
		rows[i], score[i] = s.row, linear(w)(s.row)
	}
	p := answersBoost
	for i := range w {
		p.columns = append(p.columns, i)
	}
	return w, grown(rows, score, p, func(rng *rand.Rand, g, h []float64) (use []int) {
		for i, s := range ss {
			p := 1 / (1 + math.Exp(-score[i]))
			c := classWeight[s.class]
			g[i], h[i] = p*c, p*(1-p)*c
			if s.class == answered {
				g[i] -= c
			}
			if rng.Float64() < answersBoost.sample {
				use = append(use, i)
			}
		}
		return use
	})
}

func logistic(ss []sample) []float64 {
	n := len(ss[0].row)
	spread := spreadOf(func(yield func([]float32) bool) {
		for _, s := range ss {
			if !yield(s.row) {
				return
			}
		}
	}, n)
	spread[0] = 1 // the constant
	w, g, opt := make([]float64, n), make([]float64, n), newAdam(n)
	rng := rand.New(rand.NewPCG(1, 2))
	order := rng.Perm(len(ss))
	const epochs, batch = 20, 128
	for e := range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for at := 0; at < len(order); at += batch {
			for i := range g {
				g[i] = answersL2 * w[i]
			}
			some := order[at:min(len(order), at+batch)]
			for _, k := range some {
				s := &ss[k]
				z := 0.0
				for i, x := range s.row {
					z += w[i] * float64(x) / spread[i]
				}
				d := 1 / (1 + math.Exp(-z))
				if s.class == answered {
					d--
				}
				d *= classWeight[s.class] / float64(len(some))
				for i, x := range s.row {
					g[i] += d * float64(x) / spread[i]
				}
			}
			opt.move(w, g, 0.02*(1-float64(e)/epochs))
		}
	}
	for i := range w {
		w[i] /= spread[i]
	}
	return w
}
