package proof

import (
	"strings"

	"verbatim/knowledge/french"
)

// outside tells whether all that the claim lets somebody say stands in the
// sentences outside of what they let that one say: « a tempéré X, alors que son
// homologue parlait d'un accord ».
func (p *pair) outside(m saying, theirs []saying) bool {
	in, out := 0, 0
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to < 0 || w.light || m.verb.holds(w.start) {
			continue
		}
		at, held, own := p.sentence.words[w.to].start, false, false
		for _, t := range theirs {
			if t.speaker.holds(at) || t.verb.holds(at) {
				own = true
			}
			if t.said.holds(at) && (t.pronoun || t.speaker.end <= t.speaker.start || p.reaches(m, t)) {
				held = true
			}
		}
		switch {
		case held:
			in++
		case !own && !w.figure && !m.speaker.holds(w.start):
			out++
		}
	}
	return in == 0 && out >= 2
}

// speaksToo tells whether the claim's speaker is named in the sentences with a verb
// or right behind a speaker of theirs, so that it may say it too: « alors que Y y
// voyait », « selon un article paru dans la revue Z ».
func (p *pair) speaksToo(m saying, theirs []saying) bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !m.speaker.holds(w.start) || w.to < 0 || w.light && !w.name || w.figure {
			continue
		}
		s := &p.sentence.words[w.to]
		for _, t := range theirs {
			if t.speaker.end > t.speaker.start && s.start >= t.speaker.end && p.sentence.words[p.sentence.wordAt(t.speaker.end-1)].clause == s.clause {
				return true
			}
		}
		for k := w.to; k > 0 && k > w.to-6; k-- {
			f := p.sentence.fold(k - 1)
			if (f == "alors" || f == "tandis") && p.sentence.fold(k) == "que" {
				return true
			}
		}
	}
	return false
}

// headMissing tells whether the sentence has not what somebody is whom the claim
// lets speak, and no name of that one: « le bourgmestre de Liège » where only Liège stands.
func (p *pair) headMissing(m saying) bool {
	missing, first := false, true
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !m.speaker.holds(w.start) || w.light && !w.name || w.figure {
			continue
		}
		if w.to >= 0 && w.name && !p.claim.afterPreposition(i) {
			return false
		}
		missing = missing || w.to < 0 && (actors[w.fold] || first && !w.name && p.claim.joinsPlace(i))
		first = false
	}
	return missing
}

// joinsPlace tells whether « de » or "of" follows word i.
func (r *reading) joinsPlace(i int) bool {
	f := r.fold(i + 1)
	return f == "de" || f == "du" || f == "d" || f == "des" || f == "of"
}

// acting tells whether the claim's speaker stands in the sentences near a word
// that reports, or in a sentence with a quotation.
func (p *pair) acting(m saying) bool {
	const far = 12
	if strings.ContainsAny(p.sentence.text, "«“\"") {
		return true
	}
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !m.speaker.holds(w.start) || w.to < 0 || w.light && !w.name || w.figure {
			continue
		}
		for k := max(0, w.to-far); k <= w.to+far && k < len(p.sentence.words); k++ {
			if f := p.sentence.fold(k); k != w.to && (french.Speaking(f) || stances[f] || f == "selon" || f == "apres" || f == "avis" || f == "yeux") {
				return true
			}
		}
	}
	return false
}

// across tells whether the claim's speaker stands in the sentences only on the
// other side of « mais », « alors que » or « tandis que » than all that the claim
// lets that one say.
func (p *pair) across(m saying) bool {
	side, sides := 0, make([]int, len(p.sentence.words))
	for k := range p.sentence.words {
		next := p.sentence.fold(k + 1)
		switch f := p.sentence.fold(k); {
		case f == "mais" && p.sentence.fold(k-1) != "non", (f == "alors" || f == "tandis") && (next == "que" || next == "qu"):
			side++
		}
		sides[k] = side
	}
	if side == 0 {
		return false
	}
	speaks, same, other := map[int]bool{}, 0, 0
	for i := range p.claim.words {
		if w := &p.claim.words[i]; m.speaker.holds(w.start) && w.to >= 0 && (!w.light || w.name) && !w.figure {
			speaks[sides[w.to]] = true
		}
	}
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if m.speaker.holds(w.start) || w.to < 0 || w.light || w.figure {
			continue
		}
		if speaks[sides[w.to]] {
			same++
		} else {
			other++
		}
	}
	return same == 0 && other >= 2
}

// publishes tells whether all that speak in the sentences are bodies, reports
// and the like, which go by many names.
func (p *pair) publishes(theirs []saying) bool {
	for _, t := range theirs {
		body := false
		for i := range p.sentence.words {
			if w := &p.sentence.words[i]; t.speaker.holds(w.start) && (bodies[w.fold] || voices[w.fold]) {
				body = true
			}
		}
		if !body {
			return false
		}
	}
	return true
}

// person tells whether the claim's speaker has a name that is in no dictionary.
func (p *pair) person(m saying) bool {
	for i := range p.claim.words {
		if w := &p.claim.words[i]; m.speaker.holds(w.start) && w.name && !w.known && country(w) == "" && aliasKey(w) == "" {
			return true
		}
	}
	return false
}
