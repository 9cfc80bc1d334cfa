package proof

import (
	"strings"

	"verbatim/knowledge/lexicon"
)

// namesDiffer tells whether a name of either side stands on the other in no form
// that can be told without the lexicon: letter by letter, by how it sounds, or as
// a country or a body that is known by several names.
func (p *pair) namesDiffer() bool {
	return p.namesOpen() && func() bool {
		for _, r := range [...]*reading{p.claim, p.sentence} {
			r.countries()
			r.aliases()
		}
		differ := p.namesOpen()
		for _, r := range [...]*reading{p.claim, p.sentence} {
			for i := range r.words {
				r.words[i].keys = nil
			}
		}
		return differ
	}()
}

// namesOpen tells whether a name of either side has none of the same letters,
// sound or key on the other.
func (p *pair) namesOpen() bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !w.name && !w.opening || w.light || w.figure || titles[w.fold] || w.opening && englishWords.get(strings.ToLower(p.claim.raw(w))) {
			continue
		}
		if !p.sentence.names(w) {
			return true
		}
	}
	for i := range p.sentence.words {
		w := &p.sentence.words[i]
		if !w.name || w.light || w.figure || w.opening || len(w.fold) < 4 || p.formOf(w.fold) || frenchNouns.get(p.sentence.raw(w)) {
			continue
		}
		if !p.claim.names(w) {
			return true
		}
	}
	return false
}

// names tells whether a text has a word of the same letters, sound or key.
func (r *reading) names(w *word) bool {
	for i := range r.words {
		s := &r.words[i]
		if s.figure {
			continue
		}
		if s.fold == w.fold {
			return true
		}
		for _, k := range w.keys {
			for _, l := range s.keys {
				if k == l {
					return true
				}
			}
		}
		if s.name && len(s.fold) > 3 && len(w.fold) > 3 && s.fold[0] == w.fold[0] && sounding.get(s.fold) == sounding.get(w.fold) {
			return true
		}
	}
	return false
}

var (
	// englishWords tells of words in small letters whether the dictionary has them.
	englishWords = &memo[bool]{of: func(word string) bool {
		if _, country := lexicon.Country(strings.ToUpper(word[:1]) + word[1:]); country {
			return false
		}
		for _, t := range lexicon.ToFrench([]string{word}) {
			if !t.Guessed && len(t.Equivalents) > 0 {
				return true
			}
		}
		return lightEnglish[word]
	}}
	frenchNouns = &memo[bool]{of: common}
	sounding    = &memo[string]{of: skeleton}
)

// senseDiffers tells whether a denial, a hedge or a word of opposite sense may be
// lost, added or changed: only then need the words be aligned.
func (p *pair) senseDiffers() bool {
	mine, _ := p.claim.negators()
	theirs, _ := p.sentence.negators()
	if (mine == 0) != (theirs == 0) {
		return true
	}
	if hedge, _, soft := p.claim.hedgeWord(); hedge == "" && soft == "" {
		if lost, _, _ := p.sentence.hedgeWord(); lost != "" {
			return true
		}
	}
	return p.opposed(opposing) || p.opposed(exclusive)
}

// opposed tells whether a word of the translation stands on one side of a row and
// words of the original on others alone.
func (p *pair) opposed(s sides) bool {
	found := false
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.figure || w.light || found {
			continue
		}
		s.of(w.fold, func(row, side int) {
			same, other := false, false
			for j := range p.sentence.words {
				if s.in(row, p.sentence.words[j].fold) == 0 {
					continue
				}
				s.of(p.sentence.words[j].fold, func(r, n int) {
					same = same || r == row && n == side
					other = other || r == row && n != side
				})
			}
			found = found || other && !same
		})
	}
	return found
}

// alignNames aligns words by their keys, phrases and looks, as far as names need it.
func (p *pair) alignNames() {
	p.claim.keys()
	p.sentence.keys()
	p.alignWords()
	p.alignAlike(p.taken())
}

// repeats tells whether three words in a row of the translation that begin small
// stand somewhere in the original, letter by letter.
func (p *pair) repeats() bool {
	const row = 3
	n := 0
	for i := range p.claim.words {
		w := &p.claim.words[i]
		raw, same := p.claim.raw(w), false
		if !capital(raw) {
			for j := range p.sentence.words {
				if s := &p.sentence.words[j]; s.end-s.start == len(raw) && p.sentence.raw(s) == raw {
					same = true
					break
				}
			}
		}
		n++
		if !same {
			n = 0
		}
		if n >= row {
			return true
		}
	}
	return false
}
