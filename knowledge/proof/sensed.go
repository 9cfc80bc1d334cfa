package proof

import "verbatim/knowledge/lexicon"

// alignSenses aligns words and phrases of the claim with those of the sentence
// that stand in one row of the lexicon's senses. A sentence word that something
// else of the claim stands for already is left to it, unless the two stand
// side by side.
func (p *pair) alignSenses() {
	mine := lexicon.Senses(p.claim.lower(), p.claim.english)
	p.senses = mine
	for _, t := range mine {
		if t.Count > 1 && phrasal[p.claim.words[t.First].fold] && p.claim.english && !p.claim.words[t.First+t.Count-1].name {
			p.claim.words[t.First].light = false // "call off", "take part"
		}
	}
	theirs := lexicon.Senses(p.sentence.lower(), false)
	at := places{first: make(map[uint16]int32, 4*len(theirs))}
	p.theirRows = make([][]uint16, len(p.sentence.words))
	for k := range theirs {
		if theirs[k].Count == 1 {
			p.theirRows[theirs[k].First] = theirs[k].Rows
		}
		if !p.sentence.bare(&theirs[k]) {
			for _, row := range theirs[k].Rows {
				at.add(row, k)
			}
		}
	}
	taken := p.taken()
	for i := range mine {
		t := &mine[i]
		if !p.claim.openTerm(t) {
			continue
		}
		best, score := -1, 1<<30
		from := p.lastTo(t.First)
		for _, row := range t.Rows {
			for e := at.first[row]; e > 0; e = at.list[e-1].next {
				k := at.list[e-1].term
				head := p.sentence.head(&theirs[k])
				if taken[head] && !p.beside(t, head) || clash(p.claim.words[t.First].fold, p.sentence.words[head].fold) {
					continue
				}
				d := 2 * distance(head, from)
				if taken[head] {
					d++
				}
				if d < score {
					best, score = k, d
				}
			}
		}
		if best >= 0 {
			p.joinSense(t, &theirs[best], taken)
		}
	}
}

// places are the terms of the sentence that stand in each row.
type places struct {
	first map[uint16]int32 // position in the list, from 1
	list  []place
}

type place struct {
	term int
	next int32 // of the same row, 0 for none
}

func (p *places) add(row uint16, term int) {
	p.list = append(p.list, place{term, p.first[row]})
	p.first[row] = int32(len(p.list))
}

// clash tells whether two folded words can never be true of the same thing.
func clash(a, b string) bool {
	found := false
	exclusive.of(a, func(row, side int) {
		if other := exclusive.in(row, b); other > 0 && other != side {
			found = true
		}
	})
	return found || oneSide(a, b) < 0
}

// joinSense aligns the open words of a claim's term with a term of the sentence.
func (p *pair) joinSense(t, s *lexicon.SenseTerm, taken []bool) {
	head := p.sentence.head(s)
	for k := t.First; k < t.First+t.Count; k++ {
		if w := &p.claim.words[k]; w.to < 0 && !w.figure && !w.negator {
			w.to = head
		}
	}
	for k := s.First; k < s.First+s.Count; k++ {
		taken[k] = true
		if p.covered == nil {
			p.covered = make([]bool, len(p.sentence.words))
		}
		p.covered[k] = true
	}
}

// bare tells whether a term has no word that carries meaning, or is part of a name.
func (r *reading) bare(t *lexicon.SenseTerm) bool {
	for k := t.First; k < t.First+t.Count; k++ {
		if w := &r.words[k]; w.name || w.figure {
			return true
		}
	}
	return t.Count == 1 && r.words[t.First].light && len(r.words[t.First].fold) < 4
}

// openTerm tells whether a term has a word that must be accounted for and is
// not yet, and no part of a name.
func (r *reading) openTerm(t *lexicon.SenseTerm) bool {
	open := false
	for k := t.First; k < t.First+t.Count; k++ {
		w := &r.words[k]
		if w.name || w.figure {
			return false
		}
		open = open || w.to < 0 && w.content()
	}
	return open
}

// head is the first word of a term that carries meaning.
func (r *reading) head(t *lexicon.SenseTerm) int {
	for k := t.First; k < t.First+t.Count; k++ {
		if !r.words[k].light {
			return k
		}
	}
	return t.First
}

// lastTo is the sentence word that the last aligned claim word before word i
// stands for, 0 where there is none.
func (p *pair) lastTo(i int) int {
	for k := i - 1; k >= 0; k-- {
		if to := p.claim.words[k].to; to >= 0 {
			return to
		}
	}
	return 0
}

// beside tells whether a claim word right beside a term stands for sentence word k.
func (p *pair) beside(t *lexicon.SenseTerm, k int) bool {
	for i := t.First - 2; i <= t.First+t.Count+1; i++ {
		if i >= 0 && i < len(p.claim.words) && p.claim.words[i].to == k {
			return true
		}
	}
	return false
}
