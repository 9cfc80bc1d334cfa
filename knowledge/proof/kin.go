package proof

import (
	"strings"

	"verbatim/knowledge/lexicon"
)

// kinSure is how sure both pairs must be that make two words kin.
const kinSure = 0.5

// maxKin bounds how many words of a claim are looked at for kinship.
const maxKin = 8

// alignKin aligns words that the lexicon does not pair but that share a
// translation, a family or a sense: « adopter » and "accept". Only
// sentence words that nothing else of the claim stands for are looked at, near
// where the claim's neighbours stand.
func (p *pair) alignKin() {
	taken := p.taken()
	looked := 0
	var senses map[int][]string
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !w.content() || w.to >= 0 || w.name || looked == maxKin {
			continue
		}
		looked++
		var mine []string
		for _, k := range p.roomFor(i, i, taken) {
			s := &p.sentence.words[k]
			if s.name || taken[k] {
				continue
			}
			n := oneSide(w.fold, s.fold)
			if n < 0 || clash(w.fold, s.fold) {
				continue
			}
			if n > 0 {
				w.to, taken[k] = k, true
				break
			}
			if mine == nil {
				if mine = p.claim.senses(w); len(mine) == 0 {
					break
				}
			}
			if senses == nil {
				senses = map[int][]string{}
			}
			theirs, ok := senses[k]
			if !ok {
				theirs = p.sentence.senses(s)
				senses[k] = theirs
			}
			if share(mine, theirs) {
				w.to, taken[k] = k, true
				break
			}
		}
	}
}

// alignReversed aligns a word with the denial of its opposite: "failed" with
// « n'ont pas réussi ». The denial is then accounted for.
func (p *pair) alignReversed() {
	for j := range p.sentence.words {
		s := &p.sentence.words[j]
		if !s.negated {
			continue
		}
		for i := range p.claim.words {
			w := &p.claim.words[i]
			if w.to >= 0 || w.negated || w.figure || w.name || oneSide(w.fold, s.fold) >= 0 {
				continue
			}
			w.to, s.negated = j, false
			break
		}
	}
}

// senses are the stems of the French words that a word may be said by: its
// translations, and what is of one family or of one sense with them.
func (r *reading) senses(w *word) []string {
	raw := w.base
	if raw == "" {
		raw = strings.ToLower(r.raw(w))
	}
	if r.english {
		return englishSenses.get(raw)
	}
	return frenchSenses.get(raw)
}

// What a word may be said by, which costs many look-ups, is remembered; the
// lists are read only.
var (
	englishSenses = &memo[[]string]{of: func(raw string) []string {
		var out []string
		for _, f := range equivalents(lexicon.ToFrench([]string{raw}), kinSure) {
			out = related(out, f)
		}
		return out
	}}
	frenchSenses = &memo[[]string]{of: func(raw string) []string {
		out := related(nil, raw)
		for _, e := range equivalents(lexicon.ToEnglish([]string{raw}), kinSure) {
			for _, f := range equivalents(lexicon.ToFrench([]string{e}), kinSure) {
				out = append(out, frenchStems.get(f))
			}
		}
		return out
	}}
)

// related adds the stems of a French word, its family and its synonyms.
func related(out []string, french string) []string {
	out = append(out, frenchStems.get(french))
	for _, f := range lexicon.Family(french) {
		out = append(out, frenchStems.get(f))
	}
	for _, s := range lexicon.Synonyms(french) {
		if !strings.Contains(s.Text, " ") {
			out = append(out, frenchStems.get(s.Text))
		}
	}
	return out
}

// equivalents are the single words of terms that are at least so sure.
func equivalents(terms []lexicon.Term, sure float64) []string {
	var out []string
	for _, t := range terms {
		if t.Guessed {
			continue
		}
		for _, e := range t.Equivalents {
			if e.Sure >= sure && !strings.Contains(e.Text, " ") {
				out = append(out, e.Text)
			}
		}
	}
	return out
}

func share(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y && x != "" {
				return true
			}
		}
	}
	return false
}

// oneSide tells whether two folded words stand on one side of an opposition
// (1), on opposite sides (-1), or in none together (0).
func oneSide(a, b string) int {
	found := 0
	opposing.of(a, func(row, side int) {
		opposing.of(b, func(other, s int) {
			if row != other {
				return
			}
			if side == s {
				found = 1
			} else if found == 0 {
				found = -1
			}
		})
	})
	return found
}
