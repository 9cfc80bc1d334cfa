package index

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// model weighs features: a weight for each, and small trees on top.
type model struct {
	weights []float32
	nodes   []node
	roots   []int32
}

// node is a split of a tree or, where feature is negative, a leaf. The left
// branch, taken where the feature is at most cut, is the next node.
type node struct {
	feature int32
	right   int32
	cut     float32 // a leaf's value
}

// readModel reads what train writes: lines « weight NAME VALUE », then for each
// tree « tree » and its nodes from the top, left before right, as
// « split NAME CUT » and « leaf VALUE ».
func readModel(text string, names []string) (model, error) {
	m := model{weights: make([]float32, len(names))}
	number := make(map[string]int, len(names))
	for i, n := range names {
		number[n] = i
	}
	var open []int32 // splits whose right branch is still to come
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		if f[0] == "tree" {
			m.roots = append(m.roots, int32(len(m.nodes)))
			continue
		}
		v, err := strconv.ParseFloat(f[len(f)-1], 32)
		if err != nil {
			return m, err
		}
		n, known := number[f[1]]
		switch f[0] {
		case "weight":
			if known {
				m.weights[n] = float32(v)
			}
		case "split":
			if !known {
				return m, fmt.Errorf("no feature is named %s", f[1])
			}
			open = append(open, int32(len(m.nodes)))
			m.nodes = append(m.nodes, node{feature: int32(n), cut: float32(v)})
		case "leaf":
			m.nodes = append(m.nodes, node{feature: -1, cut: float32(v)})
			if k := len(open); k > 0 {
				m.nodes[open[k-1]].right = int32(len(m.nodes))
				open = open[:k-1]
			}
		}
	}
	return m, nil
}

// mustModel is for the embedded models, which a test reads too.
func mustModel(text string, names []string) model {
	m, err := readModel(text, names)
	if err != nil {
		panic("index: an embedded model cannot be read: " + err.Error())
	}
	return m
}

// linear is the weighted sum of the first features.
func (m *model) linear(f []float32) (sum float32) {
	w := m.weights[:len(f)]
	for i, v := range f {
		sum += w[i] * v
	}
	return sum
}

// trees is what the trees add to the weighted sum.
func (m *model) trees(f []float32) (sum float32) {
	for _, i := range m.roots {
		for m.nodes[i].feature >= 0 {
			n := &m.nodes[i]
			if f[n.feature] <= n.cut {
				i++
			} else {
				i = n.right
			}
		}
		sum += m.nodes[i].cut
	}
	return sum
}

//go:embed sentences.model
var sentenceModelText string

//go:embed english.model
var englishModelText string

//go:embed paragraphs.model
var paragraphModelText string

var (
	sentenceModel  = mustModel(sentenceModelText, FeatureNames())
	englishModel   = mustModel(englishModelText, FeatureNames())
	paragraphModel = mustModel(paragraphModelText, ParagraphFeatureNames())
)
