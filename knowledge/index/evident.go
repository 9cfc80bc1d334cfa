package index

import (
	"strings"

	"verbatim/knowledge/lexicon"
)

// evident reads how surely sentence i has each term: names as names, words of
// several together, and what is of one sense.
func (s *search) evident(i int, e *[maxTerms]float32) {
	r := s.scan(i)
	tokens := s.x.tokensOf(i)
	var parts [maxTerms]uint32 // the form of one part of several, and one
	for _, m := range s.matches[r.first:r.past] {
		t := &s.q.terms[m.term]
		if int(m.at) >= len(tokens) {
			continue
		}
		token := tokens[m.at]
		if m.quality <= e[m.term] || t.proper && !s.bears(token, t) {
			continue
		}
		if t.parted && !t.whole(&s.x.words.form[token.form]) {
			before := parts[m.term]
			parts[m.term] = token.form + 1
			if before == 0 || before == token.form+1 {
				continue
			}
		}
		e[m.term] = m.quality
	}
	if s.readsTranslation() {
		for t := range s.q.terms {
			e[t] = max(e[t], r.cover[t])
		}
	}
	for _, q := range s.q.senses {
		if e[q.at] < senseQuality { // else no sense says more
			s.eachSensed(i, func(term, _ int) { e[term] = max(e[term], senseQuality) })
			return
		}
	}
}

// bears tells whether a word of an article bears the name of a term: « francs »
// does not bear that of France, « français » does.
func (s *search) bears(token token, t *term) bool {
	if token.shape&capital != 0 || t.class&figure != 0 {
		return true
	}
	text := s.x.words.form[token.form].text
	if text == t.folded {
		return true
	}
	code := *lands.look(t.text)
	return code != "" && code == *lands.look(text)
}

// lands remembers which country words mean, as [lexicon.Country] says it.
var lands = dictionary[string]{words: map[string]*string{}, read: func(word string) *string {
	code, _ := lexicon.Country(word)
	return &code
}}

// hasName tells whether an article bears the name of term t.
func (s *search) hasName(sc *scope, t int) bool {
	for i := sc.lo; i < sc.hi; i++ {
		r := s.scan(i)
		if r.cover[t] == 0 {
			continue
		}
		if s.readsTranslation() {
			return true
		}
		tokens := s.x.tokensOf(i)
		for _, m := range s.matches[r.first:r.past] {
			if int(m.term) == t && s.bears(tokens[m.at], &s.q.terms[t]) {
				return true
			}
		}
	}
	return false
}

// whole tells whether a word stands for the term alone.
func (t *term) whole(f *form) bool {
	if f.text == t.folded {
		return true
	}
	for _, v := range t.variants {
		if !v.part && (v.folded == f.text || len(v.stem) > 3 && strings.HasPrefix(f.text, v.stem)) {
			return true
		}
	}
	return false
}

// surely reads what the best sentence, and it with its neighbours, surely has.
func (s *search) surely(j *judgement, sc *scope) {
	own, near := &sc.own, &sc.near
	s.evident(sc.top, own)
	*near = *own
	for _, i := range []int{sc.top - 1, sc.top + 1} {
		if i >= sc.lo && i < sc.hi {
			s.evident(i, near)
		}
	}
	var all, has, hasNear, plain, plainOwn, plainNear float32
	for t := range s.q.terms {
		term := &s.q.terms[t]
		if !term.weigh {
			continue
		}
		w := rarity(term.usual)
		near[t] = max(near[t], sc.title[t])
		all, has, hasNear = all+w, has+w*own[t], hasNear+w*near[t]
		if term.land && sc.title[t] < present && !s.hasName(sc, t) {
			j[jLandGone] = 1
		}
		if term.proper {
			if near[t] < present {
				j[jSureNameLost]++
			}
			continue
		}
		plain, plainOwn, plainNear = plain+w, plainOwn+w*own[t], plainNear+w*near[t]
		j[jSureHeaviest] = max(j[jSureHeaviest], w*(1-near[t])/8)
		if near[t] < present {
			j[jSureLost]++
		}
		if own[t] < present {
			j[jSureLostOwn]++
		}
	}
	j[jSureOwn], j[jSureNear] = share(has, all), share(hasNear, all)
	j[jSurePlainOwn], j[jSurePlainNear] = share(plainOwn, plain), share(plainNear, plain)
	if plain == 0 {
		j[jSurePlainOwn], j[jSurePlainNear] = 1, 1
	}
}
