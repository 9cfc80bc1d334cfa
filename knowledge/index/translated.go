package index

import (
	"slices"
	"strings"

	"verbatim/knowledge/english"
	spelling "verbatim/knowledge/lexicon/form"
)

// readsTranslation tells whether translations serve the question.
func (s *search) readsTranslation() bool { return s.x.translation != nil && s.q.english }

// bindTranslation finds the words of the translations that stand for each term.
func (s *search) bindTranslation() {
	s.translated.has = [maxTerms]bool{}
	if !s.readsTranslation() {
		return
	}
	v := &s.x.translation.words
	for i := range s.q.terms {
		t := &s.q.terms[i]
		for _, w := range t.own {
			s.translated.bindWord(v, i, w.folded, w.stem, w.quality, t.weigh)
		}
	}
}

// manyWords is how well one word of several stands for a term.
const manyWords = 0.6

// ownWords are the words of an English term, folded, with their English stems.
func ownWords(folded string) []variant {
	out := []variant{englishVariant(folded, 1)}
	if !strings.ContainsAny(folded, " -") {
		return out
	}
	for part := range strings.FieldsFuncSeq(folded, func(r rune) bool { return r == ' ' || r == '-' }) {
		if len(part) > 2 && !english.IsFunction(part) {
			out = append(out, englishVariant(part, manyWords))
		}
	}
	return out
}

func englishVariant(folded string, quality float32) variant {
	stem := spelling.EnglishStem(folded)
	return variant{folded, stem, familyOf(stem), quality, false}
}

// scanTranslation adds to a row the terms that the translation has. A word
// counts once: where the French stands for the term too, in its place, as well
// as the better of both.
func (s *search) scanTranslation(r *row, i int) {
	var best [maxTerms]float32
	none := true
	tokens := s.x.translation.tokensOf(i)
	for _, t := range tokens {
		if c := s.translated.cells[t.form]; c.term > 0 {
			best[c.term-1] = max(best[c.term-1], c.quality)
			none = false
		}
	}
	if none {
		return
	}
	kept := s.matches[:r.first]
	for _, m := range s.matches[r.first:] {
		switch q, own := best[m.term], r.cover[m.term]; {
		case q <= own:
			kept = append(kept, m)
		case own >= present:
			if m.quality == own {
				m.quality = q
			}
			kept = append(kept, m)
		}
	}
	for _, t := range tokens {
		if c := s.translated.cells[t.form]; c.term > 0 && r.cover[c.term-1] < min(present, best[c.term-1]) {
			kept = append(kept, match{t.at, c.term - 1, c.quality})
		}
	}
	s.matches = kept
	for n := range best {
		if best[n] > 0 {
			r.cover[n] = max(r.cover[n], best[n])
			r.has |= 1 << n
		}
	}
	slices.SortStableFunc(s.matches[r.first:], func(a, b match) int { return int(a.at) - int(b.at) })
}

// translatedTitle reads the terms that the translated title has.
func (s *search) translatedTitle(a int, cover *[maxTerms]float32) {
	if !s.readsTranslation() {
		return
	}
	for _, f := range s.x.translation.titles[a] {
		if c := s.translated.cells[f]; c.term > 0 {
			cover[c.term-1] = max(cover[c.term-1], c.quality)
		}
	}
}

// aroundTranslated reads the terms that the translation of an article has.
func (s *search) aroundTranslated(a int, r *surroundings) {
	if !s.readsTranslation() {
		return
	}
	s.translatedTitle(a, &r.title)
	for t := range r.title {
		r.all[t] = max(r.all[t], r.title[t])
	}
	lo, hi := int(s.x.firsts[a]), int(s.x.firsts[a+1])
	for i := lo; i < hi && i < lo+maxAround; i++ {
		for _, t := range s.x.translation.tokensOf(i) {
			if c := s.translated.cells[t.form]; c.term > 0 {
				r.all[c.term-1] = max(r.all[c.term-1], c.quality)
			}
		}
	}
}

// eachEnglishStem calls f with the stems of a term that translations have.
func (s *search) eachEnglishStem(i int, f func(stem uint32, quality float32)) {
	if !s.readsTranslation() {
		return
	}
	for _, w := range s.q.terms[i].own {
		if n, ok := s.x.translation.words.findStem(w.stem); ok {
			f(n, w.quality)
		}
	}
}

// translatedSpread is how many paragraphs have a term in translation.
func (s *search) translatedSpread(i int) (n float32) {
	s.eachEnglishStem(i, func(stem uint32, quality float32) {
		if quality == 1 {
			n += float32(s.x.translation.spread[stem])
		}
	})
	return n
}

// accumulateTranslated adds to the sums of the paragraphs whose translation has
// term i, those that have it in French too once again: which of them is better
// is seen when they are read closely.
func (s *search) accumulateTranslated(i int, lo, hi int32) {
	s.eachEnglishStem(i, func(stem uint32, quality float32) {
		t := s.x.translation
		s.addUp(s.x.within(t.postings[t.lists[stem]:t.lists[stem+1]], lo, hi), s.weight[i]*quality)
	})
}
