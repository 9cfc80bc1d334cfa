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
	nodes   []node // of the trees, as they are read
	roots   []int32
	flat    []flatTree
}

// flatTree is a tree of at most three splits' depth, filled up to a whole one:
// split i leads to 2i+1 and 2i+2, the last to the leaves. It is walked without
// a branch.
type flatTree struct {
	feature [7]uint16
	cut     [7]float32
	leaf    [8]float32
}

// treeDepth is the depth of a flat tree.
const treeDepth = 3

// flatten fills up the tree at node n; at is its place in the flat tree.
func (m *model) flatten(t *flatTree, n int32, at int) {
	leaf := m.nodes[n].feature < 0
	if at >= len(t.feature) {
		t.leaf[at-len(t.feature)] = m.nodes[n].cut
		return
	}
	left, right := n, n // a leaf stands for all below it
	if !leaf {
		t.feature[at], t.cut[at] = uint16(m.nodes[n].feature), m.nodes[n].cut
		left, right = n+1, m.nodes[n].right
	}
	m.flatten(t, left, 2*at+1)
	m.flatten(t, right, 2*at+2)
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
	m.flat = make([]flatTree, len(m.roots))
	for i, root := range m.roots {
		if m.depth(root) > treeDepth {
			return m, fmt.Errorf("tree %d is too deep", i)
		}
		m.flatten(&m.flat[i], root, 0)
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

// depth is how many splits lead to the deepest leaf below a node.
func (m *model) depth(n int32) int {
	if m.nodes[n].feature < 0 {
		return 0
	}
	return 1 + max(m.depth(n+1), m.depth(m.nodes[n].right))
}

// trees is what the trees add to the weighted sum.
func (m *model) trees(f []float32) (sum float32) {
	for i := range m.flat {
		t := &m.flat[i]
		at := 0
		for range treeDepth {
			right := 0
			if f[t.feature[at]] > t.cut[at] {
				right = 1
			}
			at = 2*at + 1 + right
		}
		sum += t.leaf[at-len(t.feature)]
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
	sentenceModels = byKind(mustModel(sentenceModelText, FeatureNames()))
	englishModels  = byKind(mustModel(englishModelText, FeatureNames()))
	paragraphModel = mustModel(paragraphModelText, ParagraphFeatureNames())
)
