package proof

import "strings"

// displaced tells whether the claim gives a deed to somebody who stands
// elsewhere in the sentence than the deed's own subject, of which the claim has
// nothing: « la présidente appelle à voter non, contrairement au comité » and
// "the committee is calling for a no vote".
func (p *pair) displaced() []Check {
	verb, subject := p.deed()
	if verb < 0 {
		return nil
	}
	at := p.claim.words[verb].to
	for _, t := range p.theirs {
		if t.sure && (t.said.holds(p.sentence.words[at].start) || t.verb.holds(p.sentence.words[at].start)) && !t.speaker.holds(p.sentence.words[subject].start) && p.aligned(t.speaker) {
			return nil // an inversion: « réclame X, qui … »
		}
	}
	taken := p.taken()
	const near = 7
	own := -1
	for k := at - 1; k >= max(0, at-near); k-- {
		w := &p.sentence.words[k]
		if p.sentence.words[k].clause < p.sentence.words[at].clause-1 {
			break
		}
		if w.light || w.figure || w.hedge || p.sentence.acts(k) {
			continue
		}
		if taken[k] {
			return nil // the claim has something of the subject
		}
		if own < 0 {
			own = k
		}
	}
	if own < 0 {
		return nil
	}
	a, b := p.claim.raw(p.subjectWord(subject)), p.sentence.raw(&p.sentence.words[own])
	return because(Check{Kind: "role", Claim: a, Sentence: b, Verdict: Undecided}, "the claim begins with “%s”, the sentence with “%s”", a, b)
}

// voicing are beginnings of folded French verbs by which somebody speaks,
// demands or takes a stand.
var voicing = index([][]string{strings.Fields(`reconn admet admis appel reclam demand exig assur dement denonc accus critiqu salu revendiq promet promis promett imput reproch confirm annonc
affirm declar regrett deplor soutien rejet refus juge. jugent estim plaid soutenu affirm previen preven averti mis.`)})

// deed is the first verb of the claim by which somebody takes a stand in the sentence,
// in the active voice, and where in the sentence its subject stands: behind
// that verb, or in another of the sentences; verb is -1 where it stands before it.
func (p *pair) deed() (verb, subject int) {
	last := -1
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.light || w.to < 0 {
			continue
		}
		if last < 0 || w.name || !voicing.has(p.sentence.words[w.to].fold) {
			if last < 0 || p.claim.words[i].to > last {
				last = w.to
			}
			continue
		}
		for k := range i {
			s := &p.claim.words[k]
			if !s.light && s.to >= 0 && s.to < w.to && p.sentence.words[s.to].clause >= p.sentence.words[w.to].clause-2 {
				return -1, -1 // some of it stands before the verb
			}
		}
		switch f := p.claim.fold(i - 1); {
		case f == "by" || f == "par" || f == "been" || f == "be" || f == "was" || f == "were" || f == "ete" || f == "etre" || p.passive(i):
			return -1, -1
		}
		return i, last
	}
	return -1, -1
}

// passive tells whether « par », "by" follows verb i of the claim, or its
// counterpart.
func (p *pair) passive(i int) bool {
	for k := i + 1; k < min(i+6, len(p.claim.words)); k++ {
		if f := p.claim.fold(k); f == "by" || f == "par" {
			return true
		}
	}
	to := p.claim.words[i].to
	for k := max(0, to-2); k < min(to+6, len(p.sentence.words)); k++ {
		if f := p.sentence.fold(k); f == "par" || f == "ete" {
			return true
		}
	}
	return false
}

// aligned tells whether a stretch of the sentence has a word that the claim has.
func (p *pair) aligned(at span) bool {
	taken := p.taken()
	for k := range p.sentence.words {
		if taken[k] && at.holds(p.sentence.words[k].start) {
			return true
		}
	}
	return false
}

// subjectWord is the claim word that stands for a sentence word.
func (p *pair) subjectWord(to int) *word {
	for i := range p.claim.words {
		if p.claim.words[i].to == to {
			return &p.claim.words[i]
		}
	}
	return &p.claim.words[0]
}
