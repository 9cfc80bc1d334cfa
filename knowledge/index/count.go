package index

// counted tells whether sentence i counts the thing that the question counts:
// a figure goes before it (« 612 des 840 grévistes »), or follows it and counts
// nothing else (« les cambrioleurs, au nombre de trois »).
func (s *search) counted(i int) (found bool) {
	s.eachEvident(i, s.q.counts, func(at int) { found = found || s.counts(i, at) })
	return found
}

// How many words a figure may stand before what it counts, and after it.
const (
	figureBefore = 4
	figureAfter  = 5
)

// counts tells whether a figure counts the word at a place of sentence i.
func (s *search) counts(i, at int) bool {
	x := s.x
	tokens := x.tokensOf(i)
	other := false // a thing stands between that the figure may count
	for k := at - 1; k >= max(0, at-figureBefore); k-- {
		f := &x.words.form[tokens[k].form]
		if x.tellsNumber(tokens[k]) || k == at-1 && (f.text == "une" || f.text == "un") {
			return !other
		}
		other = other || units[f.text] != 0 || f.class&(locative|speech) != 0 && f.class&function != 0 && f.text != "en"
	}
	for k := at + 1; k < min(len(tokens), at+1+figureAfter); k++ {
		if !x.tellsNumber(tokens[k]) {
			continue
		}
		if k+1 == len(tokens) {
			return true
		}
		f := &x.words.form[tokens[k+1].form]
		return f.class&(function|counting) != 0 || tokens[k+1].form == tokens[at].form
	}
	return false
}

// tellsNumber tells whether a word is a number or stands for one.
func (x *Index) tellsNumber(t token) bool {
	f := &x.words.form[t.form]
	return f.class&(figure|counting) != 0 && f.class&year == 0 || f.text == "aucun" || f.text == "aucune"
}

// eachEvident calls f with the places in sentence i of what stands for a term,
// by its words or by its sense.
func (s *search) eachEvident(i, t int, f func(at int)) {
	r := s.scan(i)
	tokens := s.x.tokensOf(i)
	for _, m := range s.matches[r.first:r.past] {
		if int(m.term) == t && m.quality >= 0.25 && int(m.at) < len(tokens) {
			f(int(m.at))
		}
	}
	s.eachSensed(i, func(term, at int) {
		if term == t {
			f(at)
		}
	})
}
