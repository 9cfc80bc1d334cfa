package proof

import (
	"strings"

	"verbatim/knowledge/french"
)

var frenchNegators = set(`peu ne n pas jamais aucun aucune rien ni guere nullement non sans personne`)
var englishNegators = set(`unlikely not no never without neither nor none nobody nothing cannot t nowhere`)

// lexicalNegation are folded words that deny by their meaning; their presence
// on one side makes a missing negation on the other undecided, not wrong.
var lexicalNegation = set(`refuse refused refuses refusing declined declines declining stopped ceased refrained fail failed fails failing deny denied denies denying lack lacks lacked lacking absence absent unable
impossible rejected reject rejects prevent prevented prevents avoid avoided ban banned impossible unharmed uninjured unhurt unchanged unknown unclear
excluded exclude ruled missing still hardly barely scarcely rarely free only yet
refus refuse refuses refusent refuser echoue echec manque absence absent absents dement dementi nie impossible rejete empeche empecher eviter
evite interdit interdiction exclu exclut indemne indemnes inchange inconnu incapable faute prive prives moins seul seule peu mal insuffisant insuffisante insuffisants insuffisantes stable stables disparu disparue disparus disparues inedit inedite inedits sauf saufs saine sain sains
unprecedented insufficient inadequate trop too renonce renoncent abandonne abandonnent dropped scrapped abandoned stable unmoved safe missing gratuit gratuite free gratuitement unaffected interrompu suspendu halted stopped`)

// strongNegation are those of them that deny the words beside them.
var strongNegation = set(`refus refuse refuses refusent refuser echoue echouent absence absent absents impossible empeche empechent eviter evite interdit
renonce renoncent renoncera renonceront renonce abandonne abandonnent nulle decline declinent indemne indemnes inchange incapable incapables faute prive privee prives privees rejette rejettent`)

// markNegation marks negators and the words that they deny.
func (r *reading) markNegation() {
	negators := frenchNegators
	if r.english {
		negators = englishNegators
	}
	for i := range r.words {
		w := &r.words[i]
		if !negators[w.fold] || w.fold == "ne" && len(r.raw(w)) > 2 || !r.negates(i) {
			continue
		}
		w.negator = true
		if w.fold == "pas" && r.deniedBefore(i) {
			continue // « n'exclut pas une panne » denies the verb, not what follows it
		}
		r.deny(i + 1)
	}
}

// negates tells whether word i, which may be a negation, is one here.
func (r *reading) negates(i int) bool {
	next := r.fold(i + 1)
	switch r.words[i].fold {
	case "t":
		before := r.fold(i - 1)
		return strings.HasSuffix(before, "n") && before != "an" && len(before) > 2 && r.words[i].start-r.words[i-1].end <= 3
	case "n", "ne":
		if r.expletive(i) {
			return false
		}
		if !r.words[i].clauseEnd(r, "que", 6) && r.fold(i-1) != "que" || r.followed(i, "pas", 6) || r.followed(i, "aucun", 5) || r.followed(i, "aucune", 5) {
			return r.words[i].fold == "ne" || strings.HasPrefix(r.text[r.words[i].end:], "'") || strings.HasPrefix(r.text[r.words[i].end:], "’")
		}
		return false
	case "pas":
		return next != "moins" && next != "loin" && next != "de" || r.negatedBefore(i) || i == 0
	case "peu":
		return next == "probable" || next == "vraisemblable" || next == "susceptible"
	case "sans":
		return next != "doute" && next != "cesse"
	case "jamais":
		return r.negatedBefore(i) || r.fold(i+1) == "ne" || r.fold(i+1) == "n" // « un niveau jamais vu » denies nothing
	case "personne":
		return r.negatedBefore(i) || next == "ne" || next == "n"
	case "no":
		return next != "longer" || true
	case "not":
		return next != "only" && next != "least"
	case "rien":
		return r.negatedBefore(i) || next == "ne" || next == "n"
	case "non":
		return next != "seulement"
	}
	return true
}

// expletive tells whether « ne » at word i denies nothing: « avant que celui-ci
// ne démissionne », « plus que prévu ne le laissait croire ».
func (r *reading) expletive(i int) bool {
	for k := i - 1; k > 0 && k >= i-6; k-- {
		if f := r.fold(k); f != "que" && f != "qu" {
			continue
		}
		switch r.fold(k - 1) {
		case "avant", "moins", "peur", "crainte", "crains", "craint", "craignent", "plus", "mieux", "empecher", "eviter":
			return !r.followed(i, "pas", 6)
		}
		return false
	}
	return false
}

// clauseEnd tells whether a word stands within n words after w in its clause
// or begins the next: « ne … que ».
func (w *word) clauseEnd(r *reading, fold string, n int) bool {
	for k := range r.words {
		if &r.words[k] == w {
			return r.followed(k, fold, n)
		}
	}
	return false
}

func (r *reading) followed(i int, fold string, n int) bool {
	for k := i + 1; k < len(r.words) && k <= i+n; k++ {
		if f := r.words[k].fold; f == fold || fold == "que" && f == "qu" {
			return true
		}
	}
	return false
}

func (r *reading) negatedBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		if f := r.words[k].fold; f == "ne" || f == "n" {
			return true
		}
	}
	return false
}

// deny marks the first word with meaning from i on, and what is joined to it
// by « ou », "or", "nor".
func (r *reading) deny(i int) {
	joined := true
	for k := i; k < len(r.words) && k < i+7; k++ {
		w := &r.words[k]
		if w.fold == "ou" || w.fold == "ni" || w.fold == "or" || w.fold == "nor" {
			joined = true
			continue
		}
		if w.clause != r.words[i-1].clause || w.fold == "avant" || w.fold == "before" || w.fold == "aussi" || w.fold == "autant" && r.fold(k-1) != "pour" || r.english && w.fold == "so" {
			return // « n'a jamais été aussi élevée »
		}
		if w.light || w.fold == "autant" && r.fold(k-1) == "pour" || frenchNegators[w.fold] && !r.english || englishNegators[w.fold] && r.english {
			continue
		}
		if !joined {
			return
		}
		w.negated = true
		joined = false
	}
}

// deniedBefore tells whether the verb between « ne » and « pas » at word i is denied already.
func (r *reading) deniedBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if f := r.words[k].fold; f == "ne" || f == "n" {
			return false
		}
		if r.words[k].negated {
			return true
		}
	}
	return false
}

func (r *reading) negators() (n int, last string) {
	for i := range r.words {
		if r.words[i].negator {
			n++
			last = r.raw(&r.words[i])
		}
	}
	return n, last
}

func (r *reading) has(words map[string]bool) bool {
	for i := range r.words {
		if words[r.words[i].fold] {
			return true
		}
	}
	return false
}

// supported tells for each clause of the sentences whether the claim draws on
// it: the share of its meaningful words that the claim has.
func (p *pair) supported() []float64 {
	if p.share != nil {
		return p.share
	}
	total, held := make([]int, p.sentence.clauses), make([]int, p.sentence.clauses)
	taken := p.taken()
	for i := range p.sentence.figures {
		f := &p.sentence.figures[i]
		for k := range p.claim.figures {
			if agree(&p.claim.figures[k], f) >= valueOnly {
				for j := range p.sentence.words {
					if w := &p.sentence.words[j]; w.figure && w.start >= f.Start && w.start < f.End {
						taken[j] = true
					}
				}
			}
		}
	}
	for i := range p.sentence.words {
		w := &p.sentence.words[i]
		if w.light && !w.name {
			continue
		}
		total[w.clause]++
		if taken[i] {
			held[w.clause]++
		}
	}
	out := make([]float64, len(total))
	for i := range out {
		if total[i] > 0 {
			out[i] = float64(held[i]) / float64(total[i])
		}
	}
	p.share = out
	return out
}

// negation compares what both sides deny.
func (p *pair) negation() []Check {
	check := Check{Kind: "negation", Verdict: Proved}
	p.alignDenials()
	mine, said := p.claim.negators()
	theirs, has := p.sentence.negators()
	if mine == 0 && theirs == 0 {
		return nil
	}
	check.Claim, check.Sentence = said, has
	if mine > 0 && theirs == 0 {
		check.Verdict = Refuted
		check.because("the claim has “%s”, the sentence denies nothing", said)
		if near, anywhere := p.deniedByMeaning(); near || p.refusalLeft() || p.claim.has(untilOrBefore) && p.sentence.earliest() {
			check.Verdict, check.Reason = Proved, ""
		} else if french.Fold(said) == "never" && p.sentence.has(everWords) {
			check.Verdict, check.Reason = Proved, "" // « un niveau jamais vu »
		} else if anywhere || p.sentence.has(otherwiseSaid) || !p.deniesVerb() || p.sentence.has(bounding) || p.claim.has(sinceWords) && p.sentence.has(firstWords) || p.reworded() {
			check.Verdict = Undecided
		}
		return []Check{check}
	}
	reached := map[int]bool{}
	agreeing := 0
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to < 0 {
			continue
		}
		reached[w.to] = true
		s := &p.sentence.words[w.to]
		switch {
		case w.negated && s.negated:
			agreeing++
		case s.negated && mine == 0:
			if p.deniesBeside(i) || refusing.has(w.fold) && willing.has(s.fold) {
				agreeing++
				continue
			}
			check.Verdict = Refuted
			check.because("the sentence denies “%s”, the claim does not", p.sentence.raw(s))
			if litotes.has(s.fold) || !p.deniedPlainly(i) || p.carries(i) || !lexicalNegation[w.fold] && (p.claim.has(lexicalNegation) || p.claim.contraries()) || p.claim.has(untilWords) && p.sentence.has(beforeWords) {
				check.Verdict = Undecided
			}
		}
	}
	if check.Verdict != Proved {
		return []Check{check}
	}
	if mine == 0 {
		if word := p.denialPassedOver(reached); word != "" {
			check.Verdict = Undecided
			check.because("the sentence denies “%s”, the claim does not", word)
		}
		return []Check{check}
	}
	if word, same := p.deniedAlone(); word != "" {
		check.Verdict = Undecided
		check.because("the claim denies “%s”, the sentence does not", word)
		if same {
			check.Verdict = Refuted
		}
		return []Check{check}
	}
	if agreeing == 0 && !p.sameClauseDenied() && !p.emptyDenial() {
		check.Verdict = Undecided
		check.because("the claim and the sentence deny different words")
	}
	return []Check{check}
}

// deniedByMeaning tells whether the sentence denies by a word's meaning what
// the claim denies by a negation: in the clause of the word that the claim
// denies, or anywhere where that word has no counterpart.
func (p *pair) deniedByMeaning() (near, anywhere bool) {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !w.negated || w.to < 0 {
			continue
		}
		clause := p.sentence.words[w.to].clause
		for k := range p.sentence.words {
			if s := &p.sentence.words[k]; s.clause == clause && lexicalNegation[s.fold] {
				near = near || distance(k, w.to) <= 3 && k != w.to && strongNegation[s.fold]
				anywhere = true
			}
		}
		return near, anywhere
	}
	return false, p.sentence.has(lexicalNegation)
}

// deniedAlone is a word that the claim denies and that stands in the sentence
// with no denial near it; same tells that it is the very same word.
func (p *pair) deniedAlone() (word string, same bool) {
	const near = 6
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !w.negated || w.to < 0 || p.sentence.words[w.to].negated {
			continue
		}
		denied := false
		for k := max(0, w.to-near); k <= w.to+near && k < len(p.sentence.words); k++ {
			s := &p.sentence.words[k]
			denied = denied || (s.negator || lexicalNegation[s.fold] || s.negated) && s.clause == p.sentence.words[w.to].clause
		}
		if !denied {
			return p.claim.raw(w), w.fold == p.sentence.words[w.to].fold
		}
	}
	return "", false
}

// deniesVerb tells whether what the claim denies has its counterpart in the
// sentence, as a verb or word for word: only then does the sentence say the
// contrary for certain.
func (p *pair) deniesVerb() bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !w.negated || w.to < 0 {
			continue
		}
		s := &p.sentence.words[w.to]
		if w.stem == s.stem && p.claim.verbal(i) || p.claim.acts(i) && (p.sentence.acts(w.to) || p.sentence.verbal(w.to)) {
			return true
		}
	}
	return false
}

// litotes are verbs of which French denies what it means to say: « n'a pas caché
// sa joie », « n'a pas tardé ».
var litotes = index([][]string{{"hesit cess manqu tard ignor oubli cach dout empech demord desempl fini. finit arret lass"}})

// « une première depuis 2008 » was not done since 2008.
var (
	sinceWords = set("since before depuis auparavant")
	firstWords = set("premiere premier")
)

var untilOrBefore = set("before until till avant")

// earliest tells whether a text says « au plus tôt », which is not before.
func (r *reading) earliest() bool {
	for i := range r.words {
		if r.words[i].fold == "tot" && r.fold(i-1) == "plus" && r.fold(i-2) == "au" {
			return true
		}
	}
	return false
}

var everWords = set("jamais")

// bounding are words that bound a time, as a denial before it does: « au plus
// tôt en 2031 » is "not before 2031".
var bounding = set("tot tard partir jusqu jusque des uniquement seulement seul seule seuls seules")

// « pas avant mai » may be said as "until May".
var (
	untilWords  = set("until till jusqu jusque earliest plus")
	beforeWords = set("avant")
)
