package index

import (
	"math"
	"slices"
	"strings"
	"sync"

	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
)

// senseQuality is how well a word stands for a term with which it shares a row
// of senses.
const senseQuality = 0.8

// sensed says that a word (by its place in a sentence, or a term of a question)
// stands in a row of senses, alone or in a phrase.
type sensed struct {
	row uint16
	at  uint8
}

// fewSentences have their words looked up when they are indexed, of more
// sentences those that are judged.
const fewSentences = 300

// senseRoom is what a sentence is cut in.
type senseRoom struct {
	cut   []french.Word
	lower []string
	words []*lexicon.Sense
	all   []sensed
}

var senseRooms = sync.Pool{New: func() any { return new(senseRoom) }}

// sensesIn are the rows of a sentence. They are read when first asked for.
func (x *Index) sensesIn(i int) []sensed {
	if p := x.senses[i].Load(); p != nil {
		return *p
	}
	sent := &x.sentences[i]
	a := x.articles[sent.article]
	text := a.Cut(a.Sentences[sent.number-1].Span)
	room := senseRooms.Get().(*senseRoom)
	defer senseRooms.Put(room)
	room.read(x, i, text)
	all := slices.Clone(room.all)
	x.senses[i].Store(&all)
	return all
}

// read looks up the words and phrases of sentence i.
func (r *senseRoom) read(x *Index, i int, text string) {
	r.cut = x.appendWords(r.cut[:0], i, text)
	tokens := x.tokensOf(i)
	tokens = tokens[:min(len(tokens), math.MaxUint8+1)]
	r.lower, r.words, r.all = r.lower[:0], r.words[:0], r.all[:0]
	for _, w := range r.cut[:len(tokens)] {
		lower := strings.ToLower(text[w.Start:w.End])
		r.lower, r.words = append(r.lower, lower), append(r.words, lexicon.SenseOf(lower))
	}
	add := func(at int, rows []uint16) {
		if tokens[at].class&function != 0 {
			return
		}
		for _, row := range rows {
			r.all = append(r.all, sensed{row, uint8(at)})
		}
	}
	for _, p := range lexicon.Phrases(r.lower, r.words) {
		for at := p.First; at < p.First+p.Count; at++ {
			add(at, p.Rows)
		}
	}
	for at, w := range r.words {
		add(at, w.Rows())
	}
}

// rowSet tells of a row whether it may be in a set.
type rowSet [64]uint64

func (r *rowSet) add(row uint16)      { r[row>>6&63] |= 1 << (row & 63) }
func (r *rowSet) has(row uint16) bool { return r[row>>6&63]>>(row&63)&1 != 0 }

// readSenses gathers the rows of the question's terms.
func (q *question) readSenses() {
	q.senses, q.rows = q.senses[:0], rowSet{}
	for i := range q.terms {
		t := &q.terms[i]
		if t.name || !t.weigh && i != q.focus {
			continue
		}
		for _, row := range t.rows {
			q.senses = append(q.senses, sensed{row, uint8(i)})
			q.rows.add(row)
		}
	}
}

// favourSense raises the sentences that have a word of the sense of the only
// word that is looked for, where none has the word.
func (s *search) favourSense(ranked []scored) {
	for _, r := range ranked {
		row := s.scan(int(r.sentence))
		for t := range s.q.terms {
			if s.q.terms[t].weigh && row.cover[t] >= present {
				return
			}
		}
	}
	for k := range ranked {
		found := false
		s.eachSensed(int(ranked[k].sentence), func(term, _ int) { found = found || s.q.terms[term].weigh })
		if found {
			ranked[k].score += onlyWord * senseQuality
		}
	}
}

// eachSensed calls f with the terms of the question that share a row with a
// word of sentence i, and where that stands.
func (s *search) eachSensed(i int, f func(term, at int)) {
	if s.brief || len(s.q.senses) == 0 {
		return
	}
	for _, in := range s.x.sensesIn(i) {
		if !s.q.rows.has(in.row) {
			continue
		}
		for _, q := range s.q.senses {
			if q.row == in.row {
				f(int(q.at), int(in.at))
			}
		}
	}
}
