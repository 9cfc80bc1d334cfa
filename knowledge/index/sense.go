package index

import (
	"math"
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

// senses are what the words of a sentence say.
type senses struct {
	words   []*lexicon.Sense // of each of its words, nil where nothing is known of it
	phrases []sensed         // of several words
}

// fewSentences are read for their senses when the index is built, more when
// they are first judged.
const fewSentences = 300

// sensesIn are the senses of a sentence.
func (x *Index) sensesIn(i int) *senses {
	if p := x.senses[i].Load(); p != nil {
		return p
	}
	sent := &x.sentences[i]
	a := x.articles[sent.article]
	text := a.Cut(a.Sentences[sent.number-1].Span)
	room := senseRooms.Get().(*[]french.Word)
	defer senseRooms.Put(room)
	*room = x.appendWords((*room)[:0], i, text)
	return x.readSenses(i, *room, text)
}

// senseRooms are room to cut sentences in.
var senseRooms = sync.Pool{New: func() any { return new([]french.Word) }}

// readSenses looks up the words of sentence i.
func (x *Index) readSenses(i int, words []french.Word, text string) *senses {
	tokens := x.tokensOf(i)
	out := &senses{words: make([]*lexicon.Sense, min(len(tokens), math.MaxUint8+1))}
	for k := range out.words {
		out.words[k] = lexicon.SenseOf(strings.ToLower(text[words[k].Start:words[k].End]))
	}
	for _, p := range lexicon.Phrases(out.words) {
		for k := p.First; k < p.First+p.Count; k++ {
			if tokens[k].class&function != 0 {
				continue
			}
			for _, row := range p.Rows {
				out.phrases = append(out.phrases, sensed{row, uint8(k)})
			}
		}
	}
	for k := range out.words {
		if tokens[k].class&function != 0 {
			out.words[k] = nil
		}
	}
	x.senses[i].Store(out)
	return out
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
	share := func(row uint16, at int) {
		if !s.q.rows.has(row) {
			return
		}
		for _, q := range s.q.senses {
			if q.row == row {
				f(int(q.at), at)
			}
		}
	}
	in := s.x.sensesIn(i)
	for at, word := range in.words {
		for _, row := range word.Rows() {
			share(row, at)
		}
	}
	for _, p := range in.phrases {
		share(p.row, int(p.at))
	}
}
