package proof

import (
	"math"
	"slices"
	"strings"

	"verbatim/knowledge/lexicon"
)

// rephrased tells whether the words of the claim that have no counterpart may
// be other words for what the sentence says. What is never mere wording
// decides at once; else a logistic model weighs what these words are and
// what the sentence has left in their place.
func (p *pair) rephrased(held int, missing []int) bool {
	return p.weighable(held, missing) && p.odds(held, missing) > strictness
}

// weighable tells whether the words without a counterpart are such that they
// may be mere wording.
func (p *pair) weighable(held int, missing []int) bool {
	const fewest = 3 // words that have one
	return held >= fewest && len(missing) <= held && !p.denialLeft(p.taken()) && !p.tied(missing)
}

// tied tells whether one of the words without a counterpart is never mere
// wording: a name, a person, what bounds it all, the opposite of what is left
// in the sentence.
func (p *pair) tied(missing []int) bool {
	taken := p.taken()
	for _, i := range missing {
		w := &p.claim.words[i]
		if w.name || w.opening || fixed[w.fold] || lexicalNegation[w.fold] || denial.has(w.fold) || actors[w.fold] || country(w) != "" || p.claim.calling(i) || p.solid(i) {
			return true
		}
		mine := p.rowsAt(i)
		for _, k := range p.roomFor(i, i, taken) {
			if lexicon.Contrary(mine, p.theirRows[k]) {
				return true
			}
		}
	}
	return false
}

// solid tells whether word i is no verb and stands where it adds something: joined
// to what is said before, after a figure, in the speaker or the subject; or has
// so few senses that the lexicon would have known another word for it.
func (p *pair) solid(i int) bool {
	if p.claim.verbal(i) {
		return false
	}
	return p.joins(i) || p.counts(i) || p.leads(i) || p.spoken(i) || p.claim.exact(i) && !plain.has(p.claim.words[i].fold)
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
var strictness = 1.5

// odds is the logarithm of the odds that a claim says the same as its sentence
// though some of its words have no counterpart.
func (p *pair) odds(held int, missing []int) float64 {
	sum := 0.0
	for i, x := range p.features(held, missing) {
		if i < len(weights) {
			sum += weights[i] * x
		}
	}
	return sum
}

// The features of a claim with words without a counterpart. Those that begin
// with many count such words.
const (
	constant     = iota
	howMany      // logarithm
	shareOpen    // of the words that must be accounted for
	howHeld      // logarithm
	manyBare     // the sentence has nothing left in their place
	manyPlain    // bare and of little meaning
	manyPlace    // the sentence has a word left in their place
	manyPlainIn  // the same, of little meaning
	manyKindred  // the word left is remotely of one sense
	manyActs     // verbs
	manyAdverbs  //
	manySensed   // of many senses
	manyUnknown  // not in the lexicon
	manyJoined   // joined to what is said before as something more
	manyLeading  // the head of the subject, perhaps
	manyCounted  // what a figure counts
	manySpeaking // of the speaker
	manyOpposed  // the lexicon has their opposite
	manyCopied   // the words around are copied
	longestRun   // of words without a counterpart
	manyLast     // after the last word that has one
	isEnglishOne
	spare        // words left in the sentence, for each of them
	manyFigures  // that agree, logarithm
	manyNames    // that agree, logarithm
	meanLength   // in letters, of ten
	manyExact    // both the word and the one left in its place have one sense
	manyModify   // stand right beside a word that has a counterpart
	manyOther    // bare, exact and no verb
	manyNouns    // known and no verb by the lexicon
	manyNounsIn  // the same, with a word left in their place
	manyVerbsIn  // verbs, and the word left in their place is one too
	featureCount //
)

// features describes the words of the claim that have no counterpart.
func (p *pair) features(held int, missing []int) [featureCount]float64 {
	var f [featureCount]float64
	taken := p.taken()
	free := 0
	for i := range p.sentence.words {
		if w := &p.sentence.words[i]; w.content() && !taken[i] && !w.name {
			free++
		}
	}
	n := float64(len(missing))
	f[constant], f[howMany], f[shareOpen], f[howHeld] = 1, math.Log(n), n/(n+float64(held)), math.Log(float64(held))
	f[spare] = min(float64(free)/n, 3)
	last := 0
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to >= 0 && !w.light {
			last = i
		}
		if w.to >= 0 && w.name {
			f[manyNames]++
		}
	}
	f[manyNames] = math.Log1p(f[manyNames])
	f[manyFigures] = math.Log1p(float64(len(p.claim.figures)))
	if p.claim.english {
		f[isEnglishOne] = 1
	}
	run := 0.0
	for n, i := range missing {
		if n > 0 && i-missing[n-1] <= 2 {
			run++
		} else {
			run = 1
		}
		f[longestRun] = max(f[longestRun], run)
		if i > last {
			f[manyLast]++
		}
		f[meanLength] += float64(len(p.claim.words[i].fold)) / float64(10*len(missing))
		p.describe(&f, i, taken)
	}
	return f
}

// describe adds what word i is to the features, and takes the sentence word
// that is left in its place.
func (p *pair) describe(f *[featureCount]float64, i int, taken []bool) {
	w := &p.claim.words[i]
	count := func(n int, is bool) {
		if is {
			f[n]++
		}
	}
	little, exact := plain.has(w.fold), p.claim.exact(i)
	k := p.leftFor(i, taken)
	if k < 0 {
		count(manyBare, true)
		count(manyPlain, little)
		count(manyOther, exact && !p.claim.acts(i))
	} else {
		taken[k] = true
		count(manyPlace, true)
		count(manyPlainIn, little)
		count(manyKindred, p.kindred(i, k))
		count(manyCopied, p.copied(i, k))
		count(manyExact, exact && p.sentence.exact(k))
	}
	noun := !p.claim.verbal(i) && (w.known || p.claim.breadth(i) > 0) && !little
	count(manyNouns, noun)
	if k >= 0 {
		count(manyNounsIn, noun)
		count(manyVerbsIn, p.claim.verbal(i) && p.sentence.verbal(k))
	}
	count(manyActs, p.claim.acts(i))
	count(manyAdverbs, adverb(w.fold))
	count(manySensed, p.claim.breadth(i) > 4)
	count(manyUnknown, !w.known && p.claim.breadth(i) == 0)
	count(manyJoined, p.joins(i))
	count(manyLeading, p.leads(i))
	count(manyCounted, p.counts(i))
	count(manySpeaking, p.spoken(i))
	count(manyOpposed, hasOpposite(w.fold))
	count(manyModify, i+1 < len(p.claim.words) && p.claim.words[i+1].to >= 0 && !p.claim.words[i+1].light && p.claim.words[i+1].start-w.end == 1)
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
	raw := r.words[i].base
	if raw == "" {
		raw = strings.ToLower(r.raw(&r.words[i]))
	}
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
	raw := r.words[i].base
	if raw == "" {
		raw = strings.ToLower(r.raw(&r.words[i]))
	}
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
