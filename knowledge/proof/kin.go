package proof

import (
	"strings"

	"verbatim/knowledge/lexicon"
	"verbatim/knowledge/lexicon/form"
)

// kinSure is how sure both pairs must be that make two words kin.
const kinSure = 0.5

// maxKin bounds how many words of a claim are looked at for kinship.
const maxKin = 8

// alignKin aligns words that the lexicon does not pair but that share a
// translation: « adopter » and "accept" both go with « approuver ». Only
// sentence words that nothing else of the claim stands for are looked at, near
// where the claim's neighbours stand.
func (p *pair) alignKin() {
	taken := make([]bool, len(p.sentence.words))
	for i := range p.claim.words {
		if to := p.claim.words[i].to; to >= 0 {
			taken[to] = true
		}
	}
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

// senses are the French stems that a word may be said by: for an English word
// its translations, for a French one itself and the translations of its translations.
func (r *reading) senses(w *word) []string {
	raw := []string{strings.ToLower(r.raw(w))}
	if r.english {
		return stems(lexicon.ToFrench(raw))
	}
	out := []string{w.stem}
	for _, t := range lexicon.ToEnglish(raw) {
		for _, e := range t.Equivalents {
			if e.Sure < kinSure || strings.Contains(e.Text, " ") {
				continue
			}
			out = append(out, stems(lexicon.ToFrench([]string{e.Text}))...)
		}
	}
	return out
}

func stems(terms []lexicon.Term) []string {
	var out []string
	for _, t := range terms {
		if t.Guessed {
			continue
		}
		for _, e := range t.Equivalents {
			if e.Sure >= kinSure && !strings.Contains(e.Text, " ") {
				if s := form.FrenchStem(e.Text); s != "" {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

func share(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
