package proof

import (
	"math"
	"strings"

	"verbatim/knowledge/lexicon"
)

// The features of a word of the claim that has no counterpart, each 0 or 1
// where nothing else is said.
const (
	constant     = iota
	aVerb        // by its form, or in the other language
	aNoun        // known, and none of the others
	anAdverb     //
	anAge        // or another adjective that is easily added: "new", « grand »
	unknown      // not in the lexicon
	little       // of little meaning
	ofMany       // of many senses
	ofOne        // of one or two senses
	sameOne      // so is the word left in its place
	bareVerb     // the sentence has nothing left in its place
	bareNoun     //
	bareOther    //
	verbForVerb  // the word left in its place is a verb as this one is
	nounForNoun  //
	nounForVerb  // or the other way round
	kin          // the word left is remotely of one sense
	contrary     // the word left has an opposite sense and none that agrees
	copiedHere   // the words around are copied
	beside       // the place is between two neighbours that stand for words close together
	nothingThere // and these have no word between them
	joined       // to what is said before as something more
	joinedBare   // and nothing is left in its place
	causes       // begins what says why, by whom, for whom, how
	head         // nothing with meaning stands before it
	headVerb     // no noun
	opens        // may be a name by its capital
	counted      // by a figure
	afterFigure  // right after one
	speaking     // of the speaker
	hasOther     // the lexicon has its opposite
	inRun        // words without a counterpart right beside it, one or two
	atEnd        // stands after the last word that has one
	modifies     // stands right before a word that has a counterpart
	modified     // right after one
	long         // letters beyond six, in tens
	inEnglish    // the claim is
	englishVerb  //
	heldWords    // words that have a counterpart, logarithm
	shareHeld    // of all that must have one
	spare        // content words left in the sentence for each missing one, at most three
	used         // share of the sentence's words that are accounted for
	figuresAgree // logarithm
	namesAgree   // logarithm
	quotedClaim  // the claim quotes
	aPerson      // by the lexicon's senses, and so on
	aBody        //
	anIllness    // or another thing of nature
	aPlace       // or a time
	anEvent      // of police, war, disasters
	aDeed        // a verb, or what is done
	aQuality     //
	aThing       // of the rest alone
	oneKind      // the word left is of a kind with this one
	oneKindExact // and both are nouns of few senses
	weighs       // says what was promised, admitted, judged, caused, won
	whoSays      // a person or body that is of the speaker
	whoActs      // a person or body that nothing with meaning stands before
	properOpens  // may be a name by its capital and is in no row of senses
	swapped      // a noun of few senses, and so is the word left, which the lexicon relates in no way
	exactBeside  // a noun of few senses right before a word that has a counterpart
	each         // a rate: "a month", « par jour »
	featureCount //
)

type features [featureCount]float64

func (x *features) of(w *[featureCount]float64) float64 {
	sum := 0.0
	for i, v := range x {
		if v != 0 {
			sum += w[i] * v
		}
	}
	return sum
}

func (x *features) is(n int, is bool) {
	if is {
		x[n] = 1
	}
}

// features describes the words of the claim that have no counterpart, one by one.
func (p *pair) features(held int, missing []int) []features {
	taken := p.taken()
	all := p.claimFeatures(held, missing, taken)
	out := make([]features, len(missing))
	for n, i := range missing {
		out[n] = all
		p.describe(&out[n], i, taken)
	}
	return out
}

// claimFeatures are those that all words of the claim share.
func (p *pair) claimFeatures(held int, missing []int, taken []bool) (x features) {
	free, total, names := 0, 0, 0
	for i := range p.sentence.words {
		w := &p.sentence.words[i]
		if !w.content() {
			continue
		}
		total++
		if !taken[i] {
			free++
		}
	}
	for i := range p.claim.words {
		if w := &p.claim.words[i]; w.to >= 0 && w.name {
			names++
		}
	}
	n := float64(len(missing))
	x[constant] = 1
	x[heldWords] = math.Log(float64(held))
	x[shareHeld] = float64(held) / (n + float64(held))
	x[spare] = min(float64(free)/n, 3)
	x[used] = float64(total-free) / float64(max(total, 1))
	x[namesAgree] = math.Log1p(float64(names))
	x[figuresAgree] = math.Log1p(float64(len(p.claim.figures)))
	x.is(inEnglish, p.claim.english)
	x.is(quotedClaim, strings.ContainsAny(p.claim.text, "«“\""))
	return x
}

// describe adds what word i is to the features, and takes the sentence word
// that is left in its place.
func (p *pair) describe(x *features, i int, taken []bool) {
	w := &p.claim.words[i]
	verb, adv, adj := p.claim.verbal(i), adverb(w.fold), qualifying[w.fold]
	known := w.known || p.claim.breadth(i) > 0
	plainly := plain.has(w.fold)
	noun := known && !verb && !adv && !adj && !plainly
	exact := p.claim.exact(i)
	x.is(aVerb, verb)
	x.is(aNoun, noun)
	x.is(anAdverb, adv)
	x.is(anAge, adj)
	x.is(unknown, !known)
	x.is(little, plainly)
	x.is(ofMany, p.claim.breadth(i) > 4)
	x.is(ofOne, exact && !verb && !plainly)
	x.is(joined, p.joins(i))
	mine := p.claim.kinds(i)
	x.is(aPerson, mine&personKind > 0)
	x.is(aBody, mine&bodyKind > 0)
	x.is(anIllness, mine&illKind > 0)
	x.is(aPlace, mine&placeKind > 0)
	x.is(anEvent, mine&eventKind > 0)
	x.is(aDeed, mine&deedKind > 0)
	x.is(aQuality, mine&qualityKind > 0)
	x.is(aThing, mine == thingKind)
	x.is(weighs, weighty.has(w.fold))
	x.is(each, i > 0 && (p.claim.fold(i-1) == "par" || p.claim.fold(i-1) == "per" || p.claim.fold(i-1) == "a" && p.claim.english || p.claim.fold(i-1) == "chaque" || p.claim.fold(i-1) == "every") && units[w.fold])
	if k := p.leftFor(i, taken); k < 0 {
		x.is(bareVerb, verb && !plainly)
		x.is(bareNoun, noun)
		x.is(bareOther, !verb && !noun && !plainly)
		x.is(joinedBare, x[joined] > 0)
	} else {
		taken[k] = true
		theirs := p.sentence.verbal(k)
		x.is(verbForVerb, verb && theirs)
		x.is(nounForNoun, noun && !theirs)
		x.is(nounForVerb, verb != theirs)
		x.is(kin, p.kindred(i, k))
		x.is(copiedHere, p.copied(i, k))
		x.is(sameOne, exact && p.sentence.exact(k))
		x.is(oneKind, mine&p.sentence.kinds(k) > 0)
		x.is(oneKindExact, noun && !theirs && x[ofOne] > 0 && p.sentence.breadth(k) <= 3 && mine&p.sentence.kinds(k)&^thingKind > 0)
		x.is(swapped, noun && exact && !theirs && p.sentence.exact(k) && x[kin] == 0 && mine == p.sentence.kinds(k))
		x.is(contrary, lexicon.Contrary(p.rowsAt(i), p.theirRows[k]) || oneSide(w.fold, p.sentence.words[k].fold) < 0)
	}
	p.describePlace(x, i, taken)
	x.is(causes, p.reasons(i))
	x.is(head, p.leads(i) && !verb)
	x.is(headVerb, p.leads(i) && verb)
	x.is(opens, w.opening)
	x.is(counted, !verb && p.counts(i) || noun && i > 0 && p.claim.words[i-1].figure)
	x.is(afterFigure, i > 0 && p.claim.words[i-1].figure)
	x.is(speaking, p.spoken(i))
	who := mine&(personKind|bodyKind) > 0
	x.is(whoSays, who && x[speaking] > 0)
	x.is(whoActs, who && x[head] > 0)
	x.is(properOpens, w.opening && p.claim.breadth(i) == 0)
	x.is(exactBeside, x[modifies] > 0 && noun && exact)
	x.is(hasOther, hasOpposite(w.fold))
	x.is(englishVerb, verb && p.claim.english)
	x[long] = float64(max(len(w.fold)-6, 0)) / 10
}

// describePlace adds where word i stands among those that have a counterpart.
func (p *pair) describePlace(x *features, i int, taken []bool) {
	before, after := p.alignedBeside(i, -1), p.alignedBeside(i, 1)
	x.is(atEnd, after < 0)
	words := p.claim.words
	x.is(modifies, i+1 < len(words) && words[i+1].to >= 0 && !words[i+1].light && words[i+1].start-words[i].end == 1)
	x.is(modified, i > 0 && words[i-1].to >= 0 && !words[i-1].light && words[i].start-words[i-1].end == 1)
	if i > 0 && words[i-1].to < 0 && words[i-1].content() {
		x[inRun]++
	}
	if i+1 < len(words) && words[i+1].to < 0 && words[i+1].content() {
		x[inRun]++
	}
	if before < 0 || after < 0 {
		return
	}
	from, to := words[before].to, words[after].to
	if from > to {
		from, to = to, from
	}
	if to-from > 6 {
		return
	}
	x[beside] = 1
	free := false
	for k := from + 1; k < to; k++ {
		free = free || p.sentence.words[k].content()
	}
	x.is(nothingThere, !free)
}

// alignedBeside is the next word of the claim before (-1) or after (1) word i
// that carries meaning and has a counterpart, -1 for none.
func (p *pair) alignedBeside(i, step int) int {
	for k := i + step; k >= 0 && k < len(p.claim.words); k += step {
		if w := &p.claim.words[k]; w.to >= 0 && (!w.light || w.name || w.figure) {
			return k
		}
	}
	return -1
}

// reasons tells whether word i stands in what says why, by whom, for whom or
// with what, and no word of that has a counterpart before it.
func (p *pair) reasons(i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		w := &p.claim.words[k]
		if adjuncts[w.fold] {
			return true
		}
		if w.to >= 0 && !w.light {
			return false
		}
	}
	return false
}

// weighty are words of what was promised, admitted, judged, caused, won: they
// say more than that something was said or done.
var weighty = index([][]string{strings.Fields(`promise promised promises promising promis promet promett guarant garanti garantit admit admis admet confess avou avoue reconnu reconnai acquit convict
uphold upheld overturn annul cause causes caused causing provoqu won. win. wins. gagn remport lost. lose. perd perdu certain certainl surely assur demand exig
order. ordered orders ordonn forc. forced forces oblig threat menac blam attribu accus resign demission die. died dies mort. morte meurt deced kill. killed tue. tues agree agreed accept approv adopt reject
refus vote voted votes elect elected elu elue fund funded financ sabotag murder assassin drunk ivre former secret offici official confirm prouv prove. proved proven demontr establish reussi succe fail echou fini finish complet definitiv`)})

var (
	units    = set("jour mois an annee semaine heure minute kilo tonne litre personne habitant day month year week hour minute kilogram tonne litre person head habitants night nuit trimestre quarter")
	adjuncts = set(`by for because with after thanks following amid despite due without through before during per
par pour car parce puisque afin avec apres grace suite faute malgre sans demande cause raison lors sous avant`)
	qualifying = set(`new old big large small major great high low long short young former main first last next own full good bad early late recent initial
nouveau nouvelle nouveaux nouvelles vieux vieille ancien ancienne grand grande grands grandes petit petite petits petites haut haute gros grosse long longue jeune jeunes
principal principale premier premiere dernier derniere bon bonne mauvais futur future recent recente initial initiale`)
)
