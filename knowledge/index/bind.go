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

// binding says which forms of a vocabulary stand for the terms of a question.
type binding struct {
	cells  []cell         // by form
	marked []uint32       // the forms whose cell is set
	has    [maxTerms]bool // some form stands for the term
}

// bind finds the forms of the index that stand for each term.
func (s *search) bind() {
	v := &s.x.words
	s.has = [maxTerms]bool{}
	s.bindTranslation()
	for i := range s.q.terms {
		t := &s.q.terms[i]
		if !s.q.english {
			s.bindWord(v, i, t.folded, t.stem, 1, t.weigh)
		}
		if !t.weigh {
			continue
		}
		for k := range t.variants {
			if w := &t.variants[k]; v.families.has(w.family) {
				s.bindWord(v, i, w.folded, w.stem, w.quality, true)
			}
		}
		if !s.has[i] && !s.translated.has[i] {
			s.bindSpelling(i)
		}
	}
}

// bindWord lets the forms of a word, and its family where wide is set, stand for term i.
func (b *binding) bindWord(v *vocabulary, i int, folded, stem string, quality float32, wide bool) {
	family, ok := v.families.find(familyOf(stem))
	if !ok {
		return
	}
	if n, ok := v.findForm(folded); ok {
		b.mark(n, i, quality*sameForm)
	}
	if !wide {
		return
	}
	if n, ok := v.findStem(stem); ok {
		for f := v.stemAt[n]; f != none; f = v.form[f].sibling {
			b.mark(f, i, quality*sameStem)
		}
	}
	if len(stem) < familyLetters {
		return
	}
	for f := v.famAt[family]; f != none; f = v.form[f].cousin {
		b.mark(f, i, quality*kinship(folded, v.form[f].text))
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
func (b *binding) mark(form uint32, term int, quality float32) {
	b.has[term] = b.has[term] || quality >= present
	c := &b.cells[form]
	if c.term == 0 {
		b.marked = append(b.marked, form)
	}
	if c.quality < quality {
		*c = cell{uint8(term + 1), quality}
	}
}

// forget takes all marks away.
func (b *binding) forget() {
	for _, f := range b.marked {
		b.cells[f] = cell{}
	}
	b.marked = b.marked[:0]
}

// priorStrength is how many sentences of common French the article's own
// counts are held against.
const priorStrength = 10

// weights are what the terms of a question say, by the counts of what is searched.
type weights struct {
	weight   [maxTerms]float32 // 0 for words that say nothing alone
	small    [maxTerms]float32 // of the words that say nothing alone
	have     [maxTerms]float32 // sentences that have each term
	heaviest float32

	heavy, light, nameBits, figureBits                        uint32  // as bits: the terms with a weight, with a small one, the names, the figures
	total, smallWeight, nameWeight, figureWeight, plainWeight float32 // sums over the terms
	perTotal                                                  float32 // 1 over the total, 0 where there is none
	allNames                                                  float32 // of the names that have a figure too
}

// weigh gives each term its weight: rare words say more. have[i] of n
// sentences have the term.
func (s *search) weigh(have *[maxTerms]float32, n float32) {
	s.weights = weights{have: *have}
	for i := range s.q.terms {
		t := &s.q.terms[i]
		df := have[i] + priorStrength*t.prior
		w := float32(math.Log(1 + float64((n+priorStrength-df+0.5)/(df+0.5))))
		if !t.weigh {
			s.small[i] = w
			s.light |= 1 << i
			s.smallWeight += w
			continue
		}
		s.weight[i] = w
		s.heavy |= 1 << i
		s.total += w
		s.heaviest = max(s.heaviest, w)
		if t.name {
			s.nameBits |= 1 << i
			s.allNames += w
		}
		switch {
		case t.class&figure != 0:
			s.figureBits |= 1 << i
			s.figureWeight += w
		case t.name:
			s.nameWeight += w
		default:
			s.plainWeight += w
		}
	}
	if s.total > 0 {
		s.perTotal = 1 / s.total
	}
}
