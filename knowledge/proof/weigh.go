package proof

import (
	"math"
	"slices"
	"strings"

	"verbatim/knowledge/figure"
	"verbatim/knowledge/lexicon"
)

// rephrased tells whether the words of the claim that have no counterpart may
// be other words for what the sentence says. What is never mere wording
// decides at once; else each of these words is weighed by what it is and what
// the sentence has left in its place.
func (p *pair) rephrased(held int, missing []int) bool {
	return p.weighable(held, missing) && p.odds(held, missing) > strictness
}

// weighable tells whether the words without a counterpart are such that they
// may be mere wording.
func (p *pair) weighable(held int, missing []int) bool {
	const fewest = 2 // words that have one
	return held >= fewest && len(missing) <= held && !p.tied(missing) && !p.denialLeft(p.taken())
}

// tied tells whether one of the words without a counterpart is never mere
// wording: a name, who somebody is, who speaks, a country, a denial.
func (p *pair) tied(missing []int) bool {
	if p.speakerLost() {
		return true
	}
	taken := p.taken()
	for _, i := range missing {
		w := &p.claim.words[i]
		if p.swapped(i, taken) || stance.has(w.fold) {
			return true
		}
		if fixed[w.fold] || p.claim.ranks(i) || p.claim.speaks(i) || p.countsThings(i) || p.faces(i) || p.spoken(i) && p.claim.kinds(i)&personKind > 0 || w.name && !w.opening || w.opening && p.claim.named(i) || lexicalNegation[w.fold] || denial.has(w.fold) || actors[w.fold] || country(w) != "" || p.claim.calling(i) {
			return true
		}
	}
	return false
}

// swapped tells whether the sentence has another word of the dictionary left in
// the place of word i, beside the counterpart of the word beside it. Only verbs
// are put in so many ways that this may be wording, and no verb is whose words
// around are copied or that says what for.
func (p *pair) swapped(i int, taken []bool) bool {
	if p.claim.breadth(i) == 0 && !p.claim.words[i].known {
		return false
	}
	k := p.leftFor(i, taken)
	before := p.claim.fold(i - 1)
	what := before == "to" || before == "pour"
	return p.countsOther(i, taken) || k >= 0 && p.copied(i, k) || what && k >= 0 && infinitive(p.sentence.words[k].fold) || !p.claim.does(i) && p.alongside(i, taken)
}

// does tells whether word i is a verb beyond doubt.
func (r *reading) does(i int) bool {
	if !r.english {
		return r.verbal(i)
	}
	return r.acts(i) || r.verbal(i) && leads[r.fold(i-1)]
}

// leads are English words that a verb follows.
var leads = set("to will would can could may might must shall should not t he she it they we who which that")

// stance are beginnings of verbs by which somebody takes sides.
var stance = index([][]string{strings.Fields(`welcom prais critic condemn denounc reject oppos accus blam applaud slam hail mock salu felicit critiqu condamn denonc rejet accus applaudi raill fustig blam`)})

// countsOther tells whether word i is what a figure counts, and the sentence has
// another noun left behind that figure: "10,000 planes", « 10'000 soldats ».
func (p *pair) countsOther(i int, taken []bool) bool {
	const far = 3 // words between: "10,000 North Korean soldiers"
	if p.claim.does(i) {
		return false
	}
	for n := range p.claim.figures {
		f := &p.claim.figures[n]
		at := p.claim.wordAt(f.End - 1)
		if f.Unit != "" || f.Kind == figure.Day || at < 0 || at >= i || i-at > far+1 {
			continue
		}
		for m := range p.sentence.figures {
			g := &p.sentence.figures[m]
			if agree(f, g) < valueOnly {
				continue
			}
			for k, first := p.sentence.wordAt(g.End-1)+1, 0; k < len(p.sentence.words) && first < 1; k++ {
				if w := &p.sentence.words[k]; !w.light && !w.figure {
					if first++; !taken[k] && !p.sentence.verbal(k) {
						return true
					}
				}
			}
		}
	}
	return false
}

// alongside tells whether a word next to word i of the claim stands for one that
// has another word of the dictionary left next to it.
func (p *pair) alongside(i int, taken []bool) bool {
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(p.claim.words) || p.claim.words[j].light || p.claim.words[j].to < 0 {
			continue
		}
		for _, k := range [...]int{p.claim.words[j].to - 1, p.claim.words[j].to + 1} {
			if k < 0 || k >= len(p.sentence.words) || taken[k] {
				continue
			}
			if s := &p.sentence.words[k]; s.content() && !s.name && (s.known || p.sentence.breadth(k) > 0) {
				return true
			}
		}
	}
	return false
}

// speakerLost tells whether the claim says of somebody that he said it of
// whom the sentence shows nothing, or has it said where nobody speaks.
func (p *pair) speakerLost() bool {
	for _, m := range p.mine {
		known, lost := false, false
		for i := range p.claim.words {
			w := &p.claim.words[i]
			if m.speaker.holds(w.start) && (w.content() || w.name) {
				known, lost = known || w.to >= 0, lost || w.to < 0
			}
			if len(p.theirs) == 0 && m.verb.holds(w.start) && w.content() && w.to < 0 {
				return true
			}
		}
		if lost && !known {
			return true
		}
	}
	return false
}

// faces tells whether the sentence has the opposite of word i left near its
// place, or word i compares and nothing there compares alike.
func (p *pair) faces(i int) bool {
	w := &p.claim.words[i]
	if comparing[w.fold] {
		return true
	}
	for _, k := range p.roomFor(i, i, p.taken()) {
		if oneSide(w.fold, p.sentence.words[k].fold) < 0 {
			return true
		}
	}
	return false
}

var comparing = set("lower higher larger smaller greater bigger longer shorter fewer cheaper dearer faster slower older younger better worse stronger weaker largest biggest smallest highest lowest inferieur inferieure inferieurs inferieures superieur superieure superieurs superieures")

// speaks tells whether word i is no verb and a verb of saying follows it.
func (r *reading) speaks(i int) bool {
	return i+1 < len(r.words) && sayingVerbs[r.words[i+1].fold] && !r.verbal(i)
}

var sayingVerbs = set(`said say says told tells stated states announced announces explained explains declared declares noted notes claims claimed believes thinks warns
dit disent declare declarent affirme affirment indique indiquent explique expliquent precise precisent estime estiment annonce annoncent assure assurent rapporte rapportent juge jugent`)

// countsThings tells whether word i is the noun that a figure right before it counts.
func (p *pair) countsThings(i int) bool {
	return i > 0 && p.claim.words[i-1].figure && !p.claim.verbal(i) && !qualifying[p.claim.words[i].fold] && p.claim.kinds(i)&(personKind|bodyKind|eventKind|illKind) > 0 && !p.claim.dated(i-1)
}

// dated tells whether word i belongs to a date.
func (r *reading) dated(i int) bool {
	for k := range r.figures {
		if f := &r.figures[k]; f.Kind == figure.Day && f.Start <= r.words[i].start && r.words[i].start < f.End {
			return true
		}
	}
	return false
}

// ranks tells whether word i says which of several offices is meant: "foreign
// minister", « procureur adjoint ».
func (r *reading) ranks(i int) bool {
	if r.english {
		return i+1 < len(r.words) && ranked[r.words[i+1].fold] && r.words[i+1].start-r.words[i].end == 1
	}
	return i > 0 && ranked[r.words[i-1].fold] && !r.verbal(i) && r.words[i].start-r.words[i-1].end == 1
}

// ranked are offices and bodies that there are several of, told apart by the word beside them.
var ranked = set(`minister secretary president prosecutor judge director mayor court council police league champion union party bank
ministre secretaire president presidente procureur procureure juge directeur directrice maire tribunal conseil police ligue championne champion parti banque`)

// named tells whether the lexicon has word i as a name.
func (r *reading) named(i int) bool {
	for _, t := range r.terms([]string{strings.ToLower(r.raw(&r.words[i]))}) {
		for _, e := range t.Equivalents {
			if !t.Guessed && capital(e.Text) {
				return true
			}
		}
	}
	return false
}

// calling tells whether word i says what a named person is: it has the ending of
// those who do something, and stands beside the name.
func (r *reading) calling(i int) bool {
	f := r.words[i].fold
	found := false
	for _, end := range [...]string{"eur", "euse", "trice", "ier", "iere", "iste", "ien", "ienne", "logue", "er", "or", "ist", "ian", "man", "woman", "ant", "ent", "ard", "aire"} {
		found = found || len(f) > 5 && strings.HasSuffix(f, end)
	}
	if !found || r.english && r.acts(i) {
		return false
	}
	for k := i - 2; k <= i+2; k++ {
		if k >= 0 && k < len(r.words) && r.words[k].name && r.words[k].clause-r.words[i].clause <= 1 && r.words[i].clause-r.words[k].clause <= 1 {
			return true
		}
	}
	return false
}

// strictness is the logarithm of the odds that other words say the same above
// which they are taken for it: the higher, the less is proved, right or wrong.
// testdata/curve.golden has what others would give.
var strictness = 0.6

// odds is the logarithm of the odds that a claim says the same as its sentence
// though some of its words have no counterpart: each of them has to be another
// word for something that the sentence says.
func (p *pair) odds(held int, missing []int) float64 {
	sum := 0.0
	for _, x := range p.features(held, missing) {
		sum += logistic(x.of(&weights))
	}
	return sum - math.Log(max(-math.Expm1(sum), 1e-12))
}

// logistic is the logarithm of the chance that has odds of this logarithm.
func logistic(z float64) float64 {
	if z < -30 {
		return z
	}
	return -math.Log1p(math.Exp(-z))
}

// rowsAt are the rows of the words and phrases that begin with word i of the claim.
func (p *pair) rowsAt(i int) []uint16 {
	var out []uint16
	for k := range p.senses {
		t := &p.senses[k]
		if t.First != i {
			continue
		}
		out = append(out, t.Rows...)
		if t.Count > 1 && phrasal[p.claim.words[i].fold] {
			break // "call off" is no call
		}
	}
	return out
}

// verbal tells whether a word may be a verb by its form or by what it is in
// the other language.
func (r *reading) verbal(i int) bool {
	if r.english {
		if k := r.kinds(i); k&deedKind == 0 && k&(personKind|bodyKind) > 0 {
			return false // "employees", "banking"
		}
	}
	if r.acts(i) {
		return true
	}
	raw := strings.ToLower(r.raw(&r.words[i]))
	if r.english {
		return verbs.get(raw)
	}
	return infinitive(raw)
}

// verbs tells of English words whether the lexicon has a French verb for them.
var verbs = &memo[bool]{of: func(word string) bool {
	for _, f := range equivalents(lexicon.ToFrench([]string{word}), kinSure) {
		if infinitive(f) {
			return true
		}
	}
	return false
}}

// infinitive tells whether a French word ends as infinitives do and few nouns.
func infinitive(word string) bool {
	if len(word) < 5 {
		return word == "voir" || word == "dire" || word == "lire"
	}
	for _, end := range [...]string{"er", "ir", "dre", "ttre", "uire", "vre"} {
		if strings.HasSuffix(word, end) {
			return !strings.HasSuffix(word, "ier") || strings.HasSuffix(word, "fier") || strings.HasSuffix(word, "dier") || strings.HasSuffix(word, "blier")
		}
	}
	return false
}

// senseRows are the rows of senses that a word stands in alone.
func (r *reading) senseRows(i int) []uint16 {
	raw := r.lower()[i]
	for _, t := range lexicon.Senses([]string{raw}, r.english) {
		return t.Rows
	}
	return nil
}

// breadth is in how many senses the lexicon has a word.
func (r *reading) breadth(i int) int { return len(r.senseRows(i)) }

// exact tells whether the lexicon has a word in one or two senses alone.
func (r *reading) exact(i int) bool {
	n := r.breadth(i)
	return n > 0 && n <= 2 || n == 0 && r.words[i].known
}

// kindred tells whether a word of the claim and one of the sentence are
// remotely of one sense: a translation of one stands in a row with the other.
func (p *pair) kindred(i, k int) bool {
	w, s := &p.claim.words[i], &p.sentence.words[k]
	if oneSide(w.fold, s.fold) < 0 {
		return false
	}
	mine, theirs := p.claim.wideRows(i), p.sentence.wideRows(k)
	for _, row := range mine {
		if slices.Contains(theirs, row) {
			return true
		}
	}
	return false
}

// wideRows are the rows of a word and of its translations.
func (r *reading) wideRows(i int) []uint16 {
	raw := r.lower()[i]
	if r.english {
		return wideEnglish.get(raw)
	}
	return wideFrench.get(raw)
}

var (
	wideEnglish = &memo[[]uint16]{of: func(w string) []uint16 { return wide(w, true) }}
	wideFrench  = &memo[[]uint16]{of: func(w string) []uint16 { return wide(w, false) }}
)

func wide(word string, english bool) []uint16 {
	var out []uint16
	add := func(w string, english bool) {
		for _, t := range lexicon.Senses([]string{w}, english) {
			out = append(out, t.Rows...)
		}
	}
	add(word, english)
	terms := lexicon.ToEnglish([]string{word})
	if english {
		terms = lexicon.ToFrench([]string{word})
	}
	for _, e := range equivalents(terms, kinSure) {
		add(e, !english)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
