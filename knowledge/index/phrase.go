package index

import "strings"

// bounds stand before a figure and belong to it.
var bounds = wordsOf(`environ pres plus moins quelque quelques presque jusqu peine autour entre au minimum maximum
	approximativement vers quasi`, 1)

// The small words that phrases are held together by, folded; « a » is à.
var (
	nameLinks   = wordsOf(`de du des d la le von van der bin al el`, 1)
	leads       = wordsOf(`le la les l un une des au aux du dans en a sur`, 1)
	dateParts   = wordsOf(`er debut fin mi avant apres`, 1)
	dateLinks   = wordsOf(`de du des d mois`, 1)
	dateJoins   = wordsOf(`de du d et a au`, 1)
	dateTails   = wordsOf(`dernier derniere prochain prochaine suivant suivante precedent precedente passe`, 1)
	dateLeads   = wordsOf(`en le la les l au du des depuis vers avant apres jusqu jusque a fin debut mi durant pendant entre il y ce cette`, 1)
	figureJoins = wordsOf(`a et ou`, 1)
	figureLeads = wordsOf(`de d que du les des le la l`, 1)
	ofWords     = wordsOf(`de d des du`, 1)
	nounLeads   = wordsOf(`le la les l un une des du d de au aux son sa ses leur leurs`, 1)
	nounLinks   = wordsOf(`de du des d la le les l a au aux`, 1)
	reasonLeads = wordsOf(`en a par`, 1)
)

// phrase widens word k to the phrase that answers.
func (r *reader) phrase(k int) (from, to int) {
	switch q := r.s.q.kind; {
	case q == asksWhy:
		return r.reasonClause(k)
	case q == asksDefinition || q == asksHow || q == asksYesNo:
		return r.clauseOf(k)
	}
	switch r.typeOf(k) {
	case tName, tCapital:
		return r.namePhrase(k)
	case tYear, tDate:
		return r.datePhrase(k)
	case tFigure, tMeasured, tCounting:
		if from, to := r.datePhrase(k); to > from && r.holdsDate(from, to) {
			return from, to
		}
		return r.figurePhrase(k)
	}
	return r.nounPhrase(k)
}

// gap is what stands between word k-1 and k.
func (r *reader) gap(k int) string { return r.text[r.words[k-1].End:r.words[k].Start] }

// tied tells whether words k-1 and k stand in one run, with nothing but a
// space, hyphen or apostrophe between them.
func (r *reader) tied(k int) bool {
	switch r.gap(k) {
	case " ", "-", "'", "’", "\u00a0", "\u202f":
		return true
	case ". ", ".\u00a0": // M. Vernet
		return r.words[k-1].End-r.words[k-1].Start <= 2 && r.tokens[k-1].shape&capital != 0
	}
	return false
}

// in tells whether word k is one of a set. The verb « a » is not à.
func (r *reader) in(k int, set map[string]class) bool {
	if k < 0 || k >= len(r.words) {
		return false
	}
	w := r.folded(k)
	return set[w] != 0 && !(w == "a" && r.text[r.words[k].Start] == 'a')
}

// namePhrase widens to the capitalised words around, over de, du, von and the like.
func (r *reader) namePhrase(k int) (from, to int) {
	from, to = k, k
	isCap := func(j int) bool { return r.tokens[j].shape&capital != 0 && r.class(j)&function == 0 }
	for from > 0 && r.tied(from) {
		switch {
		case isCap(from - 1):
			from--
		case from > 1 && r.tied(from-1) && r.in(from-1, nameLinks) && isCap(from-2):
			from -= 2
		default:
			goto right
		}
	}
right:
	for to+1 < len(r.words) && r.tied(to+1) {
		switch {
		case isCap(to + 1):
			to++
		case to+2 < len(r.words) && r.tied(to+2) && r.in(to+1, nameLinks) && isCap(to+2):
			to += 2
		case to+1 < len(r.words) && r.class(to+1)&figure != 0:
			to++
		default:
			return r.withArticle(from), to
		}
	}
	return r.withArticle(from), to
}

// withArticle takes in the small words that lead to a phrase.
func (r *reader) withArticle(from int) int {
	for from > 0 && r.tied(from) && r.in(from-1, leads) {
		from--
	}
	return from
}

// datePhrase widens to the date around a word.
func (r *reader) datePhrase(k int) (from, to int) {
	from, to = k, k
	part := func(j int) bool {
		return r.class(j)&(year|month|clock|figure) != 0 || r.in(j, dateParts)
	}
	for from > 0 && r.tied(from) && (part(from-1) || from > 1 && r.in(from-1, dateLinks) && part(from-2)) {
		from--
	}
	for to+1 < len(r.words) && r.tied(to+1) && (part(to+1) || to+2 < len(r.words) && r.in(to+1, dateJoins) && part(to+2) ||
		r.in(to+1, dateTails)) {
		to++
	}
	for from > 0 && r.tied(from) && r.in(from-1, dateLeads) {
		from--
	}
	return from, to
}

func (r *reader) holdsDate(from, to int) bool {
	for k := from; k <= to; k++ {
		if r.class(k)&(month|clock|year) != 0 {
			return true
		}
	}
	return false
}

// figurePhrase widens a figure to its parts, its unit or noun, and its bound.
func (r *reader) figurePhrase(k int) (from, to int) {
	from, to = k, k
	part := func(j int) bool { return r.class(j)&(figure|counting) != 0 }
	number := func(gap string) bool {
		return gap == "," || gap == "." || gap == " " || gap == "-" || gap == "\u00a0" || gap == "\u202f"
	}
	for from > 0 && part(from-1) && number(r.gap(from)) {
		from--
	}
	for to+1 < len(r.words) && part(to+1) && number(r.gap(to+1)) {
		to++
	}
	if to+2 < len(r.words) && r.in(to+1, figureJoins) && part(to+2) {
		to += 2
	}
	for n := 0; n < 2 && to+1 < len(r.words) && r.tied(to+1); n++ { // unit or noun
		if r.class(to+1)&function == 0 {
			to++
			if r.class(to)&measure == 0 {
				break
			}
			continue
		}
		if r.in(to+1, ofWords) && to+2 < len(r.words) && r.tied(to+2) {
			to += 2
			continue
		}
		break
	}
	for from > 0 && r.tied(from) && r.leadsFigure(from) {
		from--
	}
	return from, to
}

// leadsFigure tells whether the word before from belongs to the figure there.
func (r *reader) leadsFigure(from int) bool {
	if r.in(from-1, figureLeads) {
		return from > 1 && bounds[r.folded(from-2)] != 0
	}
	return bounds[r.folded(from-1)] != 0
}

func (r *reader) folded(k int) string { return r.s.x.words.form[r.tokens[k].form].text }

func (r *reader) marks(k int) mark { return r.s.x.words.form[r.tokens[k].form].marks }

// nounPhrase widens to the words around up to the next small word, over de.
func (r *reader) nounPhrase(k int) (from, to int) {
	from, to = k, k
	for from > 0 && k-from < 8 && r.tied(from) {
		c := r.class(from - 1)
		if c&function == 0 || r.text[r.words[from-1].Start:r.words[from-1].End] == "M" {
			from--
			continue
		}
		if r.in(from-1, nounLeads) {
			from--
			continue
		}
		break
	}
	for to+1 < len(r.words) && to-k < 10 && r.tied(to+1) {
		c := r.class(to + 1)
		if c&function == 0 || r.in(to+1, nounLinks) && to+2 < len(r.words) && r.tied(to+2) {
			to++
			continue
		}
		break
	}
	for to > k && r.class(to)&function != 0 {
		to--
	}
	return from, to
}

// clauseOf is the clause of word k.
func (r *reader) clauseOf(k int) (from, to int) {
	from, to = k, k
	for from > 0 && r.clause[from-1] == r.clause[k] {
		from--
	}
	for to+1 < len(r.words) && r.clause[to+1] == r.clause[k] {
		to++
	}
	return from, to
}

// reasonClause runs from the word that gives the reason, in the clause of word
// k, to the clause's end.
func (r *reader) reasonClause(k int) (from, to int) {
	from, to = r.clauseOf(k)
	for j := k; j >= from; j-- {
		if r.class(j)&reason != 0 || r.folded(j) == "pour" {
			from = j
			if from > 0 && r.tied(from) && r.in(from-1, reasonLeads) {
				from--
			}
			return from, to
		}
	}
	return from, to
}

// keepWhole widens a phrase over what changes its meaning in its clause: a
// negation, a hedge, a conditional; and over words that hyphens and
// apostrophes join to it.
func (r *reader) keepWhole(from, to int) (int, int) {
	lo, hi := r.clauseOf(from)
	if _, end := r.clauseOf(to); end > hi {
		hi = end
	}
	f, t := from, to
	asked := r.heaviestClause() // a denial there turns the answer round, wherever the phrase stands
	for j := range r.words {
		if r.clause[j] == asked && r.marks(j)&negating != 0 {
			f, t = min(f, j), max(t, j)
		}
	}
	for j := lo; j <= hi; j++ {
		if r.class(j)&speech != 0 && r.inside[j]&quoted == 0 { // who says so belongs to it
			return r.unbroken(lo, hi)
		}
		if r.marks(j)&(negating|hedging|conditional) != 0 {
			f, t = min(f, j), max(t, j)
		}
	}
	return r.unbroken(f, t)
}

// unbroken widens a phrase over words that hyphens and apostrophes join to it.
func (r *reader) unbroken(f, t int) (int, int) {
	for f > 0 && (r.tokens[f].shape&joined != 0 || r.tokens[f-1].shape&elided != 0 && r.gap(f) != " ") {
		f--
	}
	for t+1 < len(r.words) && (r.tokens[t+1].shape&joined != 0) {
		t++
	}
	return f, t
}

// heaviestClause is the clause that has most of the question.
func (r *reader) heaviestClause() int16 {
	best := 0
	for c, w := range r.weight {
		if w > r.weight[best] {
			best = c
		}
	}
	return int16(best)
}

// balance widens a span so that guillemets and parentheses in it are whole.
func balance(text string, start, end int) (int, int) {
	for _, pair := range [...][2]string{{"«", "»"}, {"(", ")"}} {
		cut := text[start:end]
		opened, closed := strings.Count(cut, pair[0]), strings.Count(cut, pair[1])
		if opened > closed {
			if i := strings.Index(text[end:], pair[1]); i >= 0 {
				end += i + len(pair[1])
			}
		}
		if closed > opened {
			if i := strings.LastIndex(text[:start], pair[0]); i >= 0 {
				start = i
			}
		}
	}
	if strings.HasPrefix(text[end:], "%") {
		end++
	} else if strings.HasPrefix(text[end:], " %") || strings.HasPrefix(text[end:], "\u00a0%") || strings.HasPrefix(text[end:], "\u202f%") {
		end += strings.Index(text[end:], "%") + 1
	}
	return start, end
}
