package index

import (
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

// senseRoom is what a sentence is cut in.
type senseRoom struct {
	cut   []french.Word
	words []string
}

var senseRooms = sync.Pool{New: func() any { return new(senseRoom) }}

// sensesIn are the rows of a sentence. They are found when first asked for.
func (x *Index) sensesIn(i int) []sensed {
	if p := x.senses[i].Load(); p != nil {
		return *p
	}
	sent := &x.sentences[i]
	a := x.articles[sent.article]
	text := a.Cut(a.Sentences[sent.number-1].Span)
	room := senseRooms.Get().(*senseRoom)
	defer senseRooms.Put(room)
	tokens := x.tokensOf(i)
	room.cut, room.words = x.appendWords(room.cut[:0], i, text), room.words[:0]
	for _, w := range room.cut {
		room.words = append(room.words, strings.ToLower(text[w.Start:w.End]))
	}
	var out []sensed
	for _, t := range lexicon.Senses(room.words, false) {
		for k := t.First; k < t.First+t.Count && k < min(len(tokens), 256); k++ {
			if x.words.form[tokens[k].form].class&function != 0 {
				continue
			}
			for _, row := range t.Rows {
				out = append(out, sensed{row, uint8(k)})
			}
		}
	}
	slices.SortFunc(out, byRow)
	x.senses[i].Store(&out)
	return out
}

// readSenses gathers the rows of the question's terms.
func (q *question) readSenses() {
	q.senses = q.senses[:0]
	for i := range q.terms {
		t := &q.terms[i]
		if t.name || !t.weigh && i != q.focus {
			continue
		}
		for _, row := range t.rows {
			q.senses = append(q.senses, sensed{row, uint8(i)})
		}
	}
	slices.SortFunc(q.senses, byRow)
}

func byRow(a, b sensed) int { return int(a.row) - int(b.row) }

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
	if s.brief {
		return
	}
	in := s.x.sensesIn(i)
	k := 0
	for _, q := range s.q.senses {
		for k < len(in) && in[k].row < q.row {
			k++
		}
		for l := k; l < len(in) && in[l].row == q.row; l++ {
			f(int(q.at), int(in[l].at))
		}
	}
}
