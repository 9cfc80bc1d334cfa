package proof

// roles tells whether the claim makes somebody do what in the sentence another
// does: its subject and the sentence's subject are both named in both, and the
// claim has changed them over. Who is the subject is told by who comes first,
// so that a change is a doubt, and a refutation only where
// prepositions show it.
func (p *pair) roles() []Check {
	mine, theirs := p.claim.subject(), p.sentence.subject()
	if mine < 0 || theirs < 0 {
		return nil
	}
	for _, m := range p.mine {
		if m.speaker.holds(p.claim.words[mine].start) {
			return nil // who says it is compared on its own
		}
	}
	to := p.claim.words[mine].to
	const phrase = 4 // words of one noun phrase: « le Premier ministre canadien »
	if to < 0 || p.sameEntity(to, theirs) || to < theirs+phrase && !p.sentence.verbBetween(theirs, to) {
		return nil
	}
	object, end := -1, mine
	for end+1 < len(p.claim.words) && p.claim.words[end+1].name && p.claim.words[end+1].start-p.claim.words[end].end == 1 {
		end++
	}
	for i := range p.claim.words {
		if w := &p.claim.words[i]; i > end && w.name && w.to >= 0 && p.sameEntity(w.to, theirs) {
			object = i
			break
		}
	}
	for _, m := range p.mine {
		if object >= 0 && m.speaker.holds(p.claim.words[object].start) {
			return nil
		}
	}
	if object > 1 && (p.claim.fold(object-2) == "according" || p.claim.fold(object-3) == "according" || p.claim.fold(object-1) == "selon" || p.claim.fold(object-2) == "selon") {
		return nil
	}
	if object > 0 && receiving[p.claim.beforeName(object)] && p.sentence.afterPlace(to) {
		return nil // who gives stands after "from", and who gets it after « à »
	}
	passive := object > 0 && (p.claim.fold(object-1) == "by" || p.claim.fold(object-1) == "par" || p.claim.fold(object-2) == "by" || p.claim.fold(object-2) == "par")
	by := p.sentence.fold(to-1) == "par" || p.sentence.fold(to-2) == "par"
	country := object < 0 && p.differentCountry(mine, theirs) && !p.speaks(p.sentence)
	if object < 0 && !country || passive || by {
		return nil
	}
	verb := -1
	for i := mine; i < object; i++ {
		if w := &p.claim.words[i]; w.to >= 0 && !w.light && !w.name && p.claim.acts(i) && p.sentence.acts(w.to) {
			verb = i
		}
	}
	acts := false
	for i := mine; i < object; i++ {
		acts = acts || p.claim.acts(i) && !p.claim.words[i].light
	}
	if object >= 0 && verb < 0 && acts && !(p.claim.afterPlace(object) && p.sentence.afterPlace(to)) {
		return nil // another verb may turn the parts round: "receives from", « remet à »
	}
	a, b := p.claim.raw(&p.claim.words[mine]), p.sentence.raw(&p.sentence.words[theirs])
	verdict := Undecided
	if object >= 0 && p.claim.afterPlace(object) && p.sentence.afterPlace(to) {
		verdict = Refuted // « au Pérou » and "in Chile": each has the other's part
	}
	return because(Check{Kind: "role", Claim: a, Sentence: b, Verdict: verdict}, "the claim begins with “%s”, the sentence with “%s”", a, b)
}

// subject is the first name that no preposition stands before, -1 for none.
func (r *reading) subject() int {
	for i := range r.words {
		if !(r.words[i].name || r.words[i].opening && country(&r.words[i]) != "") || i > 0 && r.words[i-1].name && r.words[i].start-r.words[i-1].end == 1 {
			continue
		}
		if !r.afterPreposition(i) {
			return i
		}
	}
	return -1
}

var prepositions = set(`in at from to with for against near of by on about after before into over under between towards
en a au aux dans par pour contre avec sur sous vers chez selon depuis face d apres entre de du des`)

func (r *reading) afterPreposition(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		f := r.words[k].fold
		if prepositions[f] {
			return true
		}
		if !r.words[k].light {
			return false
		}
	}
	return false
}

// verbBetween tells whether a verb stands between words a and b.
func (r *reading) verbBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if w := &r.words[k]; !w.light && !w.name && r.acts(k) {
			return true
		}
	}
	return false
}

// receiving are words between what somebody gets and who gives it.
var receiving = set("from of by de du d par")

// beforeName is the last light word before word i that is no article.
func (r *reading) beforeName(i int) string {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if f := r.words[k].fold; f != "the" && f != "l" && f != "la" && f != "le" {
			return f
		}
	}
	return ""
}

var placing = set("in at to into towards from en a au aux vers chez")

// afterPlace tells whether a preposition of place stands right before word i.
func (r *reading) afterPlace(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if placing[r.words[k].fold] {
			return true
		}
		if !r.words[k].light && !r.words[k].name {
			return false
		}
	}
	return false
}

// sameEntity tells whether two sentence words belong to one name.
func (p *pair) sameEntity(a, b int) bool {
	if a > b {
		a, b = b, a
	}
	for k := a; k < b; k++ {
		w, next := &p.sentence.words[k], &p.sentence.words[k+1]
		if !(w.name || w.light) || !(next.name || next.light) || next.start-w.end > 2 {
			return false
		}
	}
	return true
}

// differentCountry tells whether both subjects are countries, and not the same.
func (p *pair) differentCountry(mine, theirs int) bool {
	a, b := country(&p.claim.words[mine]), country(&p.sentence.words[theirs])
	return a != "" && b != "" && a != b
}

func country(w *word) string {
	for _, k := range w.keys {
		if len(k) > 2 && k[0] == '@' && k[1] != 'a' {
			return k
		}
	}
	return ""
}
