package proof

import "strings"

// refusalLeft tells whether the sentence has a word left that refuses or fails
// where the claim denies once: « pas question de » for « refuse ».
func (p *pair) refusalLeft() bool {
	taken, share, found := p.taken(), p.supported(), false
	for i := range p.sentence.words {
		w := &p.sentence.words[i]
		if taken[i] {
			continue
		}
		if strongNegation[w.fold] && share[w.clause] >= 0.4 {
			found = true
		}
	}
	return found
}

// refusal looks for a verb of the sentence that refuses or gives up what the
// claim says is done: « renonce à candidater » is no "is bidding".
func (p *pair) refusal() []Check {
	if n, _ := p.claim.negators(); n > 0 || p.claim.has(lexicalNegation) || p.claim.has(againstWords) {
		return nil
	}
	taken := p.taken()
	for i := range p.claim.words {
		if refusing.has(p.claim.fold(i)) {
			return nil
		}
	}
	for k := range p.sentence.words {
		s := &p.sentence.words[k]
		if taken[k] || !strongNegation[s.fold] || s.negated || p.sentence.isNoun(k) {
			continue
		}
		for j := k + 1; j <= k+3 && j < len(p.sentence.words); j++ {
			if w := &p.sentence.words[j]; w.content() {
				if taken[j] && w.clause == s.clause {
					word := p.sentence.raw(s)
					return because(Check{Kind: "negation", Sentence: word, Verdict: Undecided}, "the sentence denies “%s”, the claim does not", word)
				}
				break
			}
		}
	}
	return nil
}

// reworded tells whether so much of the claim has no counterpart that a
// denial in it may be another way to say the same.
func (p *pair) reworded() bool {
	_, held, missing := p.accounted()
	return len(missing) >= 1 && len(missing)*4 >= held
}

// deniesBeside tells whether a word near word i of the claim denies it by its
// meaning, and stands for no word of the sentence that does.
func (p *pair) deniesBeside(i int) bool {
	for k := max(0, i-5); k <= i+5 && k < len(p.claim.words); k++ {
		w := &p.claim.words[k]
		if k == i || w.clause != p.claim.words[i].clause || !(strongNegation[w.fold] || refusing.has(w.fold)) {
			continue
		}
		if w.to < 0 || !lexicalNegation[p.sentence.words[w.to].fold] {
			return true
		}
	}
	return false
}

// refusing are English words that deny what stands beside them.
var refusing = index([][]string{strings.Fields("unless. sauf. refus declin fail unable lack without. rejec rule. ruled rul reject. deny. denie denied missing miss. insuffi inadequa absen manqu renonc ecart exclu")})

// carries tells whether a word near word i of the claim that has no counterpart
// may deny it by its meaning.
func (p *pair) carries(i int) bool {
	for k := max(0, i-4); k <= i+4 && k < len(p.claim.words); k++ {
		if w := &p.claim.words[k]; w.to < 0 && w.content() && w.clause == p.claim.words[i].clause && !w.name {
			return true
		}
	}
	return false
}

// contraries tells whether a word without a counterpart is made to deny another: "unable", « insuffisant ».
func (r *reading) contraries() bool {
	for i := range r.words {
		w := &r.words[i]
		if w.to >= 0 || w.light || w.name || len(w.fold) < 6 {
			continue
		}
		for _, begin := range [...]string{"un", "in", "im", "ir", "dis", "non", "mal"} {
			if strings.HasPrefix(w.fold, begin) {
				return true
			}
		}
	}
	return false
}

// denialPassedOver is a denied word of a clause that the claim draws on, where
// the claim has another word in its place.
func (p *pair) denialPassedOver(reached map[int]bool) string {
	share := p.supported()
	for i := range p.sentence.words {
		w := &p.sentence.words[i]
		if w.negated && !reached[i] && share[w.clause] > 0.45 && !p.deniedAside(i) {
			return p.sentence.raw(w)
		}
	}
	return ""
}

// emptyDenial tells whether the claim's negation denies no word of meaning and
// stands so in the sentence too: « classée sans suite ».
func (p *pair) emptyDenial() bool {
	own := map[string]bool{}
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.negated {
			return false
		}
		if w.negator {
			own[w.fold] = true
		}
	}
	return p.sentence.has(own)
}

// sameClauseDenied tells whether a word of a clause that the claim denies
// stands in a clause of the sentence that has a negation.
func (p *pair) sameClauseDenied() bool {
	mine, theirs := make([]bool, p.claim.clauses), make([]bool, p.sentence.clauses)
	for i := range p.claim.words {
		mine[p.claim.words[i].clause] = mine[p.claim.words[i].clause] || p.claim.words[i].negator
	}
	for i := range p.sentence.words {
		theirs[p.sentence.words[i].clause] = theirs[p.sentence.words[i].clause] || p.sentence.words[i].negator
	}
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to < 0 || w.light {
			continue
		}
		s := &p.sentence.words[w.to]
		if w.negated && !s.negated && !theirs[s.clause] {
			return false
		}
	}
	for i := range p.claim.words {
		if w := &p.claim.words[i]; w.to >= 0 && !w.light && mine[w.clause] && theirs[p.sentence.words[w.to].clause] {
			return true
		}
	}
	return false
}

// deniedPlainly tells whether what word i of the claim stands for is denied in
// the sentence by more than « sans » or « non », which may be left out of what is
// said besides: « sans surprise », « persona non grata ».
func (p *pair) deniedPlainly(i int) bool {
	at := p.claim.words[i].to
	for k := at - 1; k >= 0 && k >= at-4; k-- {
		if s := &p.sentence.words[k]; s.negator {
			return s.fold != "sans" && s.fold != "non" || p.claim.verbal(i) && p.sentence.verbal(at)
		}
	}
	return true
}

// deniedAside tells whether what the sentence denies at word i is not what the
// claim speaks of: « sans » or « non » deny a thing beside, and a claim whose
// verbs all have their counterparts elsewhere has no other verb in its place.
func (p *pair) deniedAside(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if s := &p.sentence.words[k]; s.negator {
			if s.fold == "sans" || s.fold == "non" {
				return true
			}
			break
		}
	}
	for k := i + 1; k < len(p.sentence.words) && p.sentence.words[k].clause == p.sentence.words[i].clause; k++ {
		if !p.sentence.words[k].light && p.takes(k) {
			return false // what is denied of it is told of it in other words
		}
	}
	return !p.rewords() && p.verbElsewhere(i)
}

// verbElsewhere tells whether a verb of the claim stands for one in another
// clause of the sentence than word i.
func (p *pair) verbElsewhere(i int) bool {
	for k := range p.claim.words {
		w := &p.claim.words[k]
		if w.to < 0 || w.light || w.figure || !p.claim.verbal(k) {
			continue
		}
		if s := &p.sentence.words[w.to]; s.clause != p.sentence.words[i].clause && (p.sentence.acts(w.to) || p.sentence.verbal(w.to)) {
			return true
		}
	}
	return false
}

// alignDenials lets a word of the claim that refuses or fails stand for a verb that
// the sentence denies and the claim has not: "declined to comment" for « n'a pas
// souhaité commenter ».
func (p *pair) alignDenials() {
	if n, _ := p.claim.negators(); n > 0 {
		return
	}
	taken := p.taken()
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to >= 0 || w.light || w.name || !refusing.has(w.fold) {
			continue
		}
		for k := range p.sentence.words {
			s := &p.sentence.words[k]
			if s.negated && !taken[k] && willing.has(s.fold) && p.takesAfter(k) {
				w.to = k
				return
			}
		}
	}
}

// takesAfter tells whether the claim has one of the words right behind sentence word k.
func (p *pair) takesAfter(k int) bool {
	for j := k + 1; j <= k+4 && j < len(p.sentence.words); j++ {
		if !p.sentence.words[j].light && p.takes(j) {
			return true
		}
	}
	return false
}

// willing are French verbs of which the denial refuses or fails.
var willing = index([][]string{{"souhait voulu veut veulent voulai accept consent daign repond repondu reussi parven pu. peut. peuven pouvai arriv"}})
