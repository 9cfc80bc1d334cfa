package main

import (
	"math"
	"math/rand/v2"
	"slices"
)

// shrink is what is left of a linear fit where trees stand on top of it.
const shrink = 0.7

// linear scores a row by weights.
func linear(w []float64) func(row []float32) float64 {
	return func(row []float32) float64 {
		sum := 0.0
		for i, x := range row {
			sum += w[i] * float64(x)
		}
		return sum
	}
}

// adam is gradient descent with momentum (Kingma and Ba, 2015).
type adam struct {
	m, v []float64
	step int
}

func newAdam(n int) *adam { return &adam{m: make([]float64, n), v: make([]float64, n)} }

func (a *adam) move(w, g []float64, rate float64) {
	a.step++
	c1, c2 := 1-math.Pow(0.9, float64(a.step)), 1-math.Pow(0.999, float64(a.step))
	for i := range w {
		a.m[i] = 0.9*a.m[i] + 0.1*g[i]
		a.v[i] = 0.999*a.v[i] + 0.001*g[i]*g[i]
		w[i] -= rate * (a.m[i] / c1) / (math.Sqrt(a.v[i]/c2) + 1e-8)
	}
}

// spreadOf is the standard deviation of each column, kept off zero.
func spreadOf(rows func(yield func(row []float32) bool), columns int) []float64 {
	mean, square, n := make([]float64, columns), make([]float64, columns), 0.0
	for r := range rows {
		n++
		for i, v := range r {
			mean[i] += float64(v)
			square[i] += float64(v) * float64(v)
		}
	}
	for i := range square {
		m := mean[i] / n
		square[i] = math.Sqrt(max(0, square[i]/n-m*m)) + 0.02
	}
	return square
}

// fit minimises the cross-entropy of the softmax over each question's rows.
func fit(qs []query, l2 float64, epochs int) []float64 {
	n := len(qs[0].rows[0])
	spread := spreadOf(func(yield func([]float32) bool) {
		for _, q := range qs {
			for _, r := range q.rows {
				if !yield(r) {
					return
				}
			}
		}
	}, n)
	w, g, opt := make([]float64, n), make([]float64, n), newAdam(n)
	rng := rand.New(rand.NewPCG(1, 2))
	order := rng.Perm(len(qs))
	const batch = 64
	for e := range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := 0.05 * (1 - float64(e)/float64(epochs))
		for at := 0; at < len(order); at += batch {
			for i := range g {
				g[i] = l2 * w[i]
			}
			some := order[at:min(len(order), at+batch)]
			for _, k := range some {
				qs[k].gradient(w, spread, g, 1/float64(len(some)))
			}
			opt.move(w, g, rate)
		}
	}
	for i := range w {
		w[i] /= spread[i]
	}
	return w
}

// gradient adds a question's part to g.
func (q *query) gradient(w, spread, g []float64, share float64) {
	p := make([]float64, len(q.rows))
	for j, r := range q.rows {
		for i, x := range r {
			if x != 0 {
				p[j] += w[i] * float64(x) / spread[i]
			}
		}
	}
	softmax(p)
	golds := q.golds
	if len(golds) == 0 {
		golds = []int{q.gold}
	}
	own := 0.0
	for _, j := range golds {
		own += p[j]
	}
	for j, r := range q.rows {
		d := p[j]
		if slices.Contains(golds, j) {
			d -= p[j] / max(own, 1e-12)
		}
		d *= share
		for i, x := range r {
			if x != 0 {
				g[i] += d * float64(x) / spread[i]
			}
		}
	}
}

func softmax(p []float64) {
	top, sum := slices.Max(p), 0.0
	for j := range p {
		p[j] = math.Exp(p[j] - top)
		sum += p[j]
	}
	for j := range p {
		p[j] /= sum
	}
}
