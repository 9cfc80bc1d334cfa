package index

import "math"

// ranker weighs the features of sentences for one kind of question.
type ranker struct {
	weights [len(features{})]float32
	forest  []typedTree
}

// typedTree is a flat tree over features.
type typedTree struct {
	feature [8]uint8
	cut     [8]float32
	leaf    [8]float32
}

// model is the ranker for the question.
func (s *search) model() *ranker {
	if s.q.english {
		return &englishModels[s.q.kind]
	}
	return &sentenceModels[s.q.kind]
}

// byKind cuts a model to what questions of each kind can set. The other kinds'
// features are nought, so that splits by them lead one way.
func byKind(m model) (out [kindCount]ranker) {
	for k := range out {
		r := &out[k]
		own := fOffers + k*perKind
		copy(r.weights[:fOffers], m.weights)
		copy(r.weights[fOffers:], m.weights[own:own+perKind])
		for _, t := range m.flat {
			var typed typedTree
			typed.leaf = t.leaf
			for i, f := range t.feature {
				typed.feature[i], typed.cut[i] = uint8(f), t.cut[i]
				switch {
				case int(f) >= own && int(f) < own+perKind:
					typed.feature[i] = uint8(fOffers + int(f) - own)
				case f >= fOffers: // nought: right where the cut is below it
					typed.feature[i], typed.cut[i] = 0, float32(math.Inf(1))
					if t.cut[i] < 0 {
						typed.cut[i] = float32(math.Inf(-1))
					}
				}
			}
			r.forest = append(r.forest, typed)
		}
	}
	return out
}

// linear is the weighted sum of the features.
func (r *ranker) linear(f *features) float32 {
	var a, b, c, d float32
	k := 0
	for ; k+4 <= len(f); k += 4 {
		a += r.weights[k] * f[k]
		b += r.weights[k+1] * f[k+1]
		c += r.weights[k+2] * f[k+2]
		d += r.weights[k+3] * f[k+3]
	}
	for ; k < len(f); k++ {
		a += r.weights[k] * f[k]
	}
	return a + b + (c + d)
}

// trees is what the trees add to the weighted sum.
func (r *ranker) trees(f *features) (sum float32) {
	for i := range r.forest {
		t := &r.forest[i]
		at := 1
		for range treeDepth { // split n leads to 2n and 2n+1, the last to the leaves
			right := 0
			if f[t.feature[(at-1)&7]] > t.cut[(at-1)&7] {
				right = 1
			}
			at = 2*at + right
		}
		sum += t.leaf[at&7]
	}
	return sum
}
