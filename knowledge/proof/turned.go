package proof

import (
	"strings"

	"verbatim/knowledge/figure"
)

// turned looks for what a claim keeps word for word and yet turns round: whose
// army it is, when it is, which of two figures comes first.
func (p *pair) turned() []Check {
	var out []Check
	out = append(out, p.modifiers()...)
	out = append(out, p.tenses()...)
	out = append(out, p.sequence()...)
	return append(out, p.beforeAfter()...)
}

// modifiers compares the country that is said of a thing: « l'armée russe »,
// "the Ukrainian army".
func (p *pair) modifiers() []Check {
	var out []Check
	for i := range p.claim.words {
		w := &p.claim.words[i]
		mine := country(w)
		head := p.claim.modified(i)
		if mine == "" || head < 0 || p.claim.words[head].to < 0 || country(&p.claim.words[head]) != "" {
			continue
		}
		at := p.claim.words[head].to
		if w.to >= 0 && w.to != at && distance(w.to, at) <= 2 {
			continue
		}
		theirs, free := "", false
		for k := max(0, at-2); k <= at+2 && k < len(p.sentence.words); k++ {
			c := country(&p.sentence.words[k])
			if c != "" && sameCountry(w, &p.sentence.words[k]) {
				theirs = ""
				free = false
				break
			}
			if k > at && c != "" && p.sentence.joinedTo(at, k) && theirs == "" {
				theirs = p.sentence.raw(&p.sentence.words[k])
			}
			free = free || k == at+1 && p.sentence.words[k].content() && !p.takes(k)
		}
		c := Check{Kind: "name", Claim: p.claim.raw(w), Sentence: theirs, Verdict: Refuted}
		switch {
		case theirs != "":
			c.because("the claim says “%s” of “%s”, the sentence “%s”", c.Claim, p.claim.raw(&p.claim.words[head]), theirs)
		case free:
			c.Verdict = Undecided
			c.because("the sentence does not say “%s” of “%s”", c.Claim, p.claim.raw(&p.claim.words[head]))
		default:
			continue
		}
		out = append(out, c)
	}
	return out
}

// sameCountry tells whether two words may mean one country.
func sameCountry(a, b *word) bool {
	for _, x := range a.keys {
		for _, y := range b.keys {
			if x == y && x[0] == '@' {
				return true
			}
		}
	}
	return false
}

// modified is the word that a country's adjective at word i says something of:
// in French the one before it, in English the one after it; -1 for none.
func (r *reading) modified(i int) int {
	w := &r.words[i]
	if r.english {
		if r.afterPreposition(i) {
			return -1 // "the Bank of England kept"
		}
		k := i + 1
		for k < len(r.words) && country(&r.words[k]) != "" && country(&r.words[k]) == country(w) {
			k++
		}
		if k < len(r.words) && (r.words[k].content() || r.words[k].name) && !r.words[k].figure && r.words[k].start-r.words[k-1].end == 1 && r.text[r.words[k-1].end] == ' ' {
			return k
		}
		return -1
	}
	k := i - 1
	for k >= 0 && country(&r.words[k]) != "" && country(&r.words[k]) == country(w) {
		k--
	}
	if k < 0 || w.name || !r.words[k].content() || r.words[k].name {
		return -1
	}
	return k
}

// joinedTo tells whether only spaces and hyphens stand between words a and k.
func (r *reading) joinedTo(a, k int) bool {
	return !strings.ContainsAny(r.text[r.words[a].end:r.words[k].start], ",;:.()«»'’") && r.words[k].clause == r.words[a].clause && !prepositions[r.fold(k-1)]
}

// takes tells whether a claim word is aligned with sentence word k.
func (p *pair) takes(k int) bool {
	for i := range p.claim.words {
		if p.claim.words[i].to == k {
			return true
		}
	}
	return false
}

// tense of a verb: what is done, what will be done, or what cannot be told.
type tense int

const (
	someTime tense = iota
	pastTime
	futureTime
)

// timeOf tells the time of the verb at word i by its auxiliary or its ending.
func (r *reading) timeOf(i int) tense {
	if r.english {
		for k := i - 1; k >= 0 && k >= i-4; k-- {
			switch r.words[k].fold {
			case "will", "ll", "shall":
				return futureTime
			case "has", "have", "had", "was", "were":
				if f := r.fold(k - 1); f == "will" || f == "ll" || f == "shall" {
					return futureTime // "will have disappeared"
				}
				return pastTime
			}
			if !r.words[k].light {
				break
			}
		}
		return someTime
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch r.words[k].fold {
		case "sera", "seront", "aura", "auront", "va", "vont":
			return futureTime
		case "a", "ont", "avait", "avaient":
			if raw := r.raw(&r.words[k]); raw != "à" && raw != "À" {
				return pastTime
			}
		}
		if !r.words[k].light {
			break
		}
	}
	f := r.words[i].fold
	if len(f) < 5 || f == "camera" || f == "opera" {
		return someTime
	}
	for _, end := range [...]string{"era", "ira", "rra", "dra", "vra", "tra", "ront"} {
		if strings.HasSuffix(f, end) {
			return futureTime
		}
	}
	return someTime
}

// tenses compares the time of verbs that are the same.
func (p *pair) tenses() []Check {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to < 0 || w.name || w.figure || w.light || p.sentence.words[w.to].name {
			continue
		}
		a, b := p.claim.timeOf(i), p.sentence.timeOf(w.to)
		if a+b == pastTime+futureTime && a != someTime && b != someTime {
			verdict := Undecided
			if p.claim.words[i].stem == p.sentence.words[w.to].stem || a == futureTime {
				verdict = Undecided
			}
			return because(Check{Kind: "date", Claim: p.claim.raw(w), Sentence: p.sentence.raw(&p.sentence.words[w.to]), Verdict: verdict}, "one is past, the other to come: “%s”, “%s”", p.claim.raw(w), p.sentence.raw(&p.sentence.words[w.to]))
		}
	}
	return p.indicative()
}

// indicative looks for « serait » of the sentence that the claim makes « est ».
func (p *pair) indicative() []Check {
	for k := range p.sentence.words {
		s := &p.sentence.words[k]
		if !s.conditional || !s.light {
			continue
		}
		if p.claim.english && p.claim.has(present) && !p.claim.has(leaving) && p.sentence.reported(k) {
			return because(Check{Kind: "hedge", Claim: "is", Sentence: p.sentence.raw(s), Verdict: Undecided}, "the sentence says “%s”, the claim “is”", p.sentence.raw(s))
		}
		next := k + 1
		for next < len(p.sentence.words) && p.sentence.words[next].light {
			next++
		}
		for i := range p.claim.words {
			if p.claim.words[i].to != next || next >= len(p.sentence.words) {
				continue
			}
			for b := i - 1; b >= 0 && b >= i-3; b-- {
				switch f := p.claim.fold(b); f {
				case "est", "sont":
					return because(Check{Kind: "hedge", Claim: f, Sentence: p.sentence.raw(s), Verdict: Undecided}, "the sentence says “%s”, the claim “%s”", p.sentence.raw(s), f)
				}
			}
		}
	}
	return nil
}

var (
	present = set("is are")
	leaving = set("would could should might may expected set due likely apparently reportedly")
)

// sequence looks for two figures that are said together and have changed places.
func (p *pair) sequence() []Check {
	for i := 0; i+1 < len(p.claim.figures); i++ {
		a, b := &p.claim.figures[i], &p.claim.figures[i+1]
		if a.Kind == figure.Day || b.Kind != a.Kind || a.Unit != b.Unit || sameValue(a.Value, b.Value) || !together(p.claim.text[a.End:b.Start]) {
			continue
		}
		for k := 0; k+1 < len(p.sentence.figures); k++ {
			s, t := &p.sentence.figures[k], &p.sentence.figures[k+1]
			if together(p.sentence.text[s.End:t.Start]) && agree(a, t) >= valueOnly && agree(b, s) >= valueOnly {
				return because(Check{Kind: "figure", Claim: a.Raw + ", " + b.Raw, Sentence: s.Raw + ", " + t.Raw, Verdict: Undecided}, "the sentence says %s before %s", s.Raw, t.Raw)
			}
		}
	}
	return nil
}

func together(between string) bool {
	switch strings.TrimSpace(between) {
	case "et", "and", ",", "puis", "then", ", and":
		return true
	}
	return false
}

// beforeAfter compares on which side of the same thing something is.
func (p *pair) beforeAfter() []Check {
	rival := map[string]string{"before": "apres", "avant": "apres", "after": "avant", "apres": "avant"}
	for i := range p.claim.words {
		other := rival[p.claim.fold(i)]
		if other == "" || p.claim.fold(i-1) == "d" {
			continue
		}
		next := i + 1
		for next < len(p.claim.words) && p.claim.words[next].light {
			next++
		}
		if next >= len(p.claim.words) || p.claim.words[next].to < 0 {
			continue
		}
		at := p.claim.words[next].to
		for k := at - 1; k >= 0 && k >= at-3; k-- {
			if f := p.sentence.fold(k); f == other && p.sentence.fold(k-1) != "d" {
				return because(Check{Kind: "opposite", Claim: p.claim.raw(&p.claim.words[i]), Sentence: p.sentence.raw(&p.sentence.words[k]), Verdict: Refuted}, "the claim says “%s”, the sentence “%s”", p.claim.raw(&p.claim.words[i]), p.sentence.raw(&p.sentence.words[k]))
			}
			if !p.sentence.words[k].light {
				break
			}
		}
	}
	return nil
}
