package proof

import "strings"

// rephrased tells whether the words of the claim that have no counterpart may
// be other words for what the sentence says: they are few, the sentence has a
// word left for each of them in the same place, and each is a plain verb or
// noun that means little by itself, or stands in a claim that is a new
// wording and no copy.
func (p *pair) rephrased(held int, missing []int) bool {
	if held < 4 || len(missing)*3 > held {
		return false
	}
	taken := p.taken()
	for _, i := range missing {
		w := &p.claim.words[i]
		if w.name || w.opening || w.negated || w.hedged || fixed[w.fold] || country(w) != "" || adverb(w.fold) || p.spoken(i) || p.counts(i) || p.leads(i) || p.joins(i) || opposed0(w.fold) {
			return false
		}
		k := p.leftFor(i, taken)
		if k < 0 || !plain.has(w.fold) && p.copied(i, k) {
			return false
		}
		taken[k] = true
	}
	return true
}

// fixed are words that are never a mere wording: who did it, how much of it, when.
var fixed = set(`only all every never always exactly seulement tous toutes jamais toujours exactement soon bientot encore again
minor major mineur mineure majeur majeure next previous suivant suivante precedent precedente minimum maximum record`)

// spoken tells whether word i belongs to who says it in the claim.
func (p *pair) spoken(i int) bool {
	for _, m := range p.mine {
		if m.speaker.holds(p.claim.words[i].start) {
			return true
		}
	}
	return false
}

// adverb tells whether a folded word ends as adverbs do: they are what is easily added.
func adverb(fold string) bool {
	return len(fold) > 5 && (strings.HasSuffix(fold, "ment") || strings.HasSuffix(fold, "ly"))
}

// counts tells whether word i says what a figure counts, or how much it is: it
// stands beside one.
func (p *pair) counts(i int) bool {
	for k := i + 1; k < len(p.claim.words) && k <= i+2; k++ {
		if p.claim.words[k].figure && p.claim.words[k].clause == p.claim.words[i].clause {
			return true
		}
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if p.claim.words[k].figure {
			return true
		}
		if !p.claim.words[k].light && !(k == i-1) {
			return false
		}
	}
	return false
}

// leads tells whether word i may be the head of the claim's subject: nothing
// with meaning stands before it.
func (p *pair) leads(i int) bool {
	for k := range i {
		if w := &p.claim.words[k]; w.content() || w.name || w.figure {
			return false
		}
	}
	return true
}

func opposed0(fold string) bool {
	found := false
	opposing.of(fold, func(int, int) { found = true })
	exclusive.of(fold, func(int, int) { found = true })
	return found
}

// leftFor is a sentence word without a counterpart between, or right beside,
// those that the claim's neighbours of word i stand for; -1 for none.
func (p *pair) leftFor(i int, taken []bool) int {
	from, to := -1, -1
	for k := i - 1; k >= 0 && from < 0; k-- {
		from = p.claim.words[k].to
	}
	for k := i + 1; k < len(p.claim.words) && to < 0; k++ {
		to = p.claim.words[k].to
	}
	const close = 7
	for _, k := range p.roomFor(i, i, taken) {
		s := &p.sentence.words[k]
		near := from >= 0 && distance(k, from) <= close || to >= 0 && distance(k, to) <= close
		if near && !s.name && !s.negated && !s.hedged {
			return k
		}
	}
	return -1
}

// copied tells whether a French claim has around word i what the sentence has
// around word k: a word changed in a copy is a change.
func (p *pair) copied(i, k int) bool {
	if p.claim.english {
		return p.claim.words[i].known && p.sentence.words[k].known
	}
	same := 0
	for _, d := range [...]int{-2, -1, 1, 2} {
		if f := p.claim.fold(i + d); f != "" && f == p.sentence.fold(k+d) {
			same++
		}
	}
	return same >= 2
}

// plain are verbs and nouns of the news that mean little by themselves, as
// beginnings of folded words.
var plain = index([][]string{{"xx"}})

func (s sides) has(fold string) bool {
	found := false
	s.of(fold, func(int, int) { found = true })
	return found
}
