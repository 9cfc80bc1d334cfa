package main

import (
	"math"
	"math/rand/v2"
	"slices"
)

const bins = 48

// node is a split of a tree (leaf < 0 features), children by index.
type node struct {
	feature     int
	cut         float32 // goes left where value <= cut
	left, right int
	value       float64
}

type tree []node

func (t tree) predict(r []float32) float64 {
	i := 0
	for t[i].feature >= 0 {
		if r[t[i].feature] <= t[i].cut {
			i = t[i].left
		} else {
			i = t[i].right
		}
	}
	return t[i].value
}

type boostParams struct {
	trees, depth int
	rate, lambda float64
	minHess      float64
	sample       float64
	columns      []int
	signs        []int // by column of the rows: 1 and -1 where what is predicted must rise and fall with it; nil: none must
}

type boosted struct {
	rows [][]float32
	bin  [][]uint8 // by column
	cuts [][]float32
	g, h []float64
	p    boostParams
}

// boost fits trees on top of base scores: base[q][j], for the cross-entropy of
// the softmax over each question's rows.
func boost(qs []query, base [][]float64, p boostParams) []tree {
	var rows [][]float32
	var starts []int
	var score []float64
	for k, q := range qs {
		starts = append(starts, len(rows))
		rows = append(rows, q.rows...)
		score = append(score, base[k]...)
	}
	return grown(rows, score, p, func(rng *rand.Rand, g, h []float64) (use []int) {
		for k := range qs {
			s, e := starts[k], starts[k]+len(qs[k].rows)
			top := slices.Max(score[s:e])
			z := 0.0
			for i := s; i < e; i++ {
				g[i] = math.Exp(score[i] - top)
				z += g[i]
			}
			for i := s; i < e; i++ {
				pr := g[i] / z
				g[i] = pr
				if i-s == qs[k].gold {
					g[i]--
				}
				h[i] = max(pr*(1-pr), 1e-6)
			}
			if rng.Float64() < p.sample {
				for i := s; i < e; i++ {
					use = append(use, i)
				}
			}
		}
		return use
	})
}

// grown fits trees one after another; gradient fills g and h from the scores
// and says which rows the next tree sees.
func grown(rows [][]float32, score []float64, p boostParams, gradient func(rng *rand.Rand, g, h []float64) []int) []tree {
	n := len(rows)
	b := &boosted{p: p, rows: rows, g: make([]float64, n), h: make([]float64, n)}
	for _, c := range p.columns {
		cuts := cutsOf(rows, c)
		col := make([]uint8, n)
		for i := range n {
			k, _ := slices.BinarySearch(cuts, rows[i][c])
			col[i] = uint8(k)
		}
		b.cuts, b.bin = append(b.cuts, cuts), append(b.bin, col)
	}
	rng := rand.New(rand.NewPCG(7, 7))
	var trees []tree
	for range p.trees {
		use := gradient(rng, b.g, b.h)
		var cols []int
		for c := range p.columns {
			if rng.Float64() < 0.6 {
				cols = append(cols, c)
			}
		}
		t := b.grow(nil, use, cols, p.depth, anywhere)
		for i := range n {
			score[i] += t.predict(rows[i])
		}
		trees = append(trees, t)
	}
	return trees
}

// cutsOf are the places where a column may be split.
func cutsOf(rows [][]float32, c int) []float32 {
	n := len(rows)
	vals := make([]float32, 0, 20000)
	for i := 0; i < n; i += max(1, n/20000) {
		vals = append(vals, rows[i][c])
	}
	slices.Sort(vals)
	var cuts []float32
	for k := 1; k < bins; k++ {
		v := vals[len(vals)*k/bins]
		if len(cuts) == 0 && v > vals[0] || len(cuts) > 0 && v > cuts[len(cuts)-1] {
			cuts = append(cuts, v)
		}
	}
	if vals[0] == 0 && (len(cuts) == 0 || cuts[0] > 0) {
		cuts = append([]float32{0}, cuts...)
	}
	return cuts
}

// bounds are what a leaf may predict.
type bounds struct{ low, high float64 }

var anywhere = bounds{math.Inf(-1), math.Inf(1)}

func (b bounds) clamp(v float64) float64 { return min(max(v, b.low), b.high) }

// split are the bounds left and right of a cut on a column with a sign, where
// the middle of their values stands at mid.
func (b bounds) split(sign int, mid float64) (left, right bounds) {
	left, right = b, b
	switch {
	case sign > 0:
		left.high, right.low = mid, mid
	case sign < 0:
		left.low, right.high = mid, mid
	}
	return left, right
}

// sign is what is asked of column c of b.
func (b *boosted) sign(c int) int {
	if b.p.signs == nil {
		return 0
	}
	return b.p.signs[b.p.columns[c]]
}

func (b *boosted) grow(t tree, use, cols []int, depth int, within bounds) tree {
	at := len(t)
	t = append(t, node{feature: -1})
	var G, H float64
	for _, i := range use {
		G += b.g[i]
		H += b.h[i]
	}
	value := func(g, h float64) float64 { return within.clamp(-b.p.rate * g / (h + b.p.lambda)) }
	t[at].value = value(G, H)
	if depth == 0 || H < 2*b.p.minHess {
		return t
	}
	best, bestCol, bestCut := 1e-3, -1, 0
	parent := G * G / (H + b.p.lambda)
	var hg, hh [256]float64
	for _, c := range cols {
		if len(b.cuts[c]) == 0 {
			continue
		}
		for k := range len(b.cuts[c]) + 1 {
			hg[k], hh[k] = 0, 0
		}
		col := b.bin[c]
		for _, i := range use {
			hg[col[i]] += b.g[i]
			hh[col[i]] += b.h[i]
		}
		var gl, hl float64
		for k := range b.cuts[c] {
			gl += hg[k]
			hl += hh[k]
			if hl < b.p.minHess || H-hl < b.p.minHess {
				continue
			}
			gain := gl*gl/(hl+b.p.lambda) + (G-gl)*(G-gl)/(H-hl+b.p.lambda) - parent
			if sign := float64(b.sign(c)); sign*(value(G-gl, H-hl)-value(gl, hl)) < 0 {
				continue
			}
			if gain > best {
				best, bestCol, bestCut = gain, c, k
			}
		}
	}
	if bestCol < 0 {
		return t
	}
	var l, r []int
	var left, right [2]float64
	for _, i := range use {
		if int(b.bin[bestCol][i]) <= bestCut {
			l = append(l, i)
			left[0], left[1] = left[0]+b.g[i], left[1]+b.h[i]
		} else {
			r = append(r, i)
			right[0], right[1] = right[0]+b.g[i], right[1]+b.h[i]
		}
	}
	t[at].feature = b.p.columns[bestCol]
	t[at].cut = b.cuts[bestCol][bestCut]
	t[at].left = len(t)
	below, above := within.split(b.sign(bestCol), (value(left[0], left[1])+value(right[0], right[1]))/2)
	t = b.grow(t, l, cols, depth-1, below)
	t[at].right = len(t)
	return b.grow(t, r, cols, depth-1, above)
}
