package index

import "math"

// How well a word of an article stands for a word of the question.
const (
	sameForm   = 1.0
	sameStem   = 0.9
	sameFamily = 0.4 // of a whole list; single words by kinship
)

// cell says which term a form stands for, and how well; term counts from 1.
type cell struct {
	term    uint8
	quality float32
}

// bind finds the forms of the index that stand for each term.
func (s *search) bind() {
	for i := range s.q.terms {
		t := &s.q.terms[i]
		s.has[i] = false
		if !s.q.english {
			s.bindWord(i, t.folded, t.stem, 1, t.weigh)
		}
		if !t.weigh {
			continue
		}
		for _, v := range t.variants {
			s.bindWord(i, v.folded, v.stem, v.quality, true)
		}
		if !s.has[i] {
			s.bindSpelling(i)
		}
	}
}

// bindWord lets the forms of a word, and its family where wide is set, stand for term i.
func (s *search) bindWord(i int, folded, stem string, quality float32, wide bool) {
	v := &s.x.words
	if n, ok := v.forms[folded]; ok {
		s.mark(n, i, quality*sameForm)
	}
	if !wide {
		return
	}
	if n, ok := v.stems[stem]; ok {
		for f := v.stemAt[n]; f != none; f = v.form[f].sibling {
			s.mark(f, i, quality*sameStem)
		}
	}
	if len(stem) < 4 {
		return
	}
	if n, ok := v.families[string(familyOf([]byte(stem)))]; ok {
		for f := v.famAt[n]; f != none; f = v.form[f].cousin {
			s.mark(f, i, quality*kinship(folded, v.form[f].text))
		}
	}
}

// kinship is how well a word of the same family stands for another: by how
// many letters they begin with in common.
func kinship(a, b string) float32 {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	x := 2 * float32(n) / float32(len(a)+len(b))
	return 0.1 + 0.7*x*x
}

// mark lets a form stand for a term, unless it stands for one better.
func (s *search) mark(form uint32, term int, quality float32) {
	s.has[term] = s.has[term] || quality >= present
	c := &s.cells[form]
	if c.term == 0 {
		s.marked = append(s.marked, form)
	}
	if c.quality < quality {
		*c = cell{uint8(term + 1), quality}
	}
}

// forget takes all marks away.
func (s *search) forget() {
	for _, f := range s.marked {
		s.cells[f] = cell{}
	}
	s.marked = s.marked[:0]
	for _, r := range s.rows {
		s.rowOf[r.sentence] = 0
	}
	s.rows, s.matches, s.parts = s.rows[:0], s.matches[:0], s.parts[:0]
	s.found, s.arounds, s.judged = s.found[:0], s.arounds[:0], s.judged[:0]
}

// priorStrength is how many sentences of common French the article's own
// counts are held against.
const priorStrength = 10

// weigh gives each term its weight: rare words say more. have[i] of n
// sentences have the term.
func (s *search) weigh(have *[maxTerms]float32, n float32) {
	s.total, s.heaviest = 0, 0
	s.have = *have
	for i := range s.q.terms {
		s.weight[i], s.small[i] = 0, 0
		df := have[i] + priorStrength*s.q.terms[i].prior
		w := float32(math.Log(1 + float64((n+priorStrength-df+0.5)/(df+0.5))))
		if !s.q.terms[i].weigh {
			s.small[i] = w
			continue
		}
		s.weight[i] = w
		s.total += w
		s.heaviest = max(s.heaviest, w)
	}
}
