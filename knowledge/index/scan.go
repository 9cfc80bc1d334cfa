package index

import (
	"math"
	"math/bits"
	"sync"

	"verbatim/knowledge/french"
)

// search is the room that one search works in. It is used again.
type search struct {
	x     *Index
	q     question
	words []french.Word

	binding            // of the words of the articles
	translated binding // of the words of their translations

	weights

	rowOf     []int32 // by sentence: its place in rows, from 1
	rows      []row
	matches   []match
	places    []int16
	parts     []part // by paragraph read, of one article
	ranked    []scored
	described []features // of the article being ranked, by sentence
	alone     features   // of a sentence of a paragraph
	tf        [maxTerms]float32

	sums    []float32 // by paragraph
	stems   []uint32  // that stand for one term
	summed  []int32   // the paragraphs whose sum is set
	order   []float32
	found   []found
	inOrder []found // room to sort them in
	arounds []surroundings
	judged  []judged
	brief   bool // articles are judged without the senses of their words
	reader  reader
}

// row is a sentence as the question sees it.
type row struct {
	sentence    int32
	first, past int32             // its matches
	has         uint32            // the terms that it has, as bits
	cover       [maxTerms]float32 // how well it has each term
	bm25        float32
}

// match is a token that stands for a term.
type match struct {
	at      int16 // in the sentence
	term    uint8
	quality float32
}

// part is a paragraph as the question sees it.
type part struct {
	has          uint32
	cover        [maxTerms]float32
	of           int32 // the sentence of the best BM25
	best, second float32
}

type scored struct {
	sentence int32
	score    float32
}

// rooms are used again by searches of any index but the large ones, which have
// their own: the next question may be asked of a small one.
var rooms = sync.Pool{New: newRoom}

func newRoom() any { return new(search) }

// manyForms is how many words a large index has.
const manyForms = 1 << 16

func (x *Index) rooms() *sync.Pool {
	if len(x.words.form) > manyForms {
		return &x.own
	}
	return &rooms
}

// enter takes a room that fits the index.
func (x *Index) enter() *search {
	s := x.rooms().Get().(*search)
	s.x = x
	s.rowOf = fit(s.rowOf, len(x.sentences))
	s.sums = fit(s.sums, len(x.paragraphs))
	s.cells = fit(s.cells, len(x.words.form))
	if x.translation != nil {
		s.translated.cells = fit(s.translated.cells, len(x.translation.words.form))
	}
	return s
}

// fit makes a slice of noughts n long; it is one already, up to its capacity.
func fit[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// mostRows is how many rows a room keeps for the next search: an article of
// twenty thousand sentences does not hold on to megabytes.
const mostRows = 4096

// leave gives the room back as it was found.
func (s *search) leave() {
	s.clear()
	if cap(s.rows) > mostRows || cap(s.described) > mostRows {
		s.rows, s.described, s.matches, s.parts, s.ranked = nil, nil, nil, nil, nil
	}
	rooms := s.x.rooms()
	s.x, s.reader.s, s.reader.text, s.reader.tokens = nil, nil, "", nil
	rooms.Put(s)
}

// scan reads a sentence once.
func (s *search) scan(i int) *row {
	if n := s.rowOf[i]; n > 0 {
		return &s.rows[n-1]
	}
	s.rows = append(s.rows, row{sentence: int32(i), first: int32(len(s.matches))})
	s.rowOf[i] = int32(len(s.rows))
	r := &s.rows[len(s.rows)-1]
	tokens := s.x.tokensOf(i)
	for _, at := range s.matching(tokens) {
		c := s.cells[tokens[at].form]
		n := (c.term - 1) & (maxTerms - 1)
		s.matches = append(s.matches, match{at, n, c.quality})
		r.has |= 1 << n
		r.cover[n] = max(r.cover[n], c.quality)
	}
	if s.readsTranslation() {
		s.scanTranslation(r, i)
	}
	r.past = int32(len(s.matches))
	return r
}

// matching are the places of the tokens that stand for a term. There is no
// branch on the way: which do cannot be foreseen.
func (s *search) matching(tokens []token) []int16 {
	tokens = tokens[:min(len(tokens), math.MaxInt16)] // as far as a match can say where it stands
	if len(s.places) < len(tokens) {
		s.places = make([]int16, 2*len(tokens))
	}
	places, cells := s.places[:len(tokens)], s.cells
	n := 0
	for at := range tokens {
		places[n] = int16(at)
		if cells[tokens[at].form].term != 0 {
			n++
		}
	}
	return places[:n]
}

// clear makes room for the next search.
func (s *search) clear() {
	s.forget()
	s.translated.forget()
	for _, r := range s.rows {
		s.rowOf[r.sentence] = 0
	}
	s.rows, s.matches, s.parts = s.rows[:0], s.matches[:0], s.parts[:0]
	s.found, s.arounds, s.judged = s.found[:0], s.arounds[:0], s.judged[:0]
	s.ranked = s.ranked[:0]
	s.brief = false
}

const (
	k1 = 1.2
	b  = 0.75
)

// bm25 scores a row: how often it has the terms, by weight, less in a long sentence.
func (s *search) bm25(r *row, mean float32) (sum float32) {
	has := r.has & s.heavy
	if has == 0 {
		return 0
	}
	for m := has; m != 0; m &= m - 1 {
		s.tf[bits.TrailingZeros32(m)] = 0
	}
	for _, m := range s.matches[r.first:r.past] {
		s.tf[m.term] += m.quality
	}
	length := float32(len(s.x.tokensOf(int(r.sentence))))
	norm := float32(k1 * (1 - b + b*length/mean))
	for m := has; m != 0; m &= m - 1 {
		i := bits.TrailingZeros32(m)
		f := s.tf[i]
		sum += s.weight[i] * f * (k1 + 1) / (f + norm)
	}
	return sum
}

// judged is what tells whether an article answers.
type judged struct {
	article int
	j       judgement
	held    [maxTerms]float32 // how well the article has each term
}
