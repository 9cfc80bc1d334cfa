package proof

import (
	"strings"

	"verbatim/knowledge/french"
)

// hardFrench and hardEnglish say that something may not be so.
var hardFrench = set(`possibilite eventualite probablement vraisemblablement apparemment eventuellement possiblement pretendument soi-disant presume presumee presumes presumees
suppose supposee supposes supposees soupconne soupconnee soupconnes soupconnees potentiel potentielle potentiels potentielles potentiellement
semble semblent semblait semblaient risque risquent possible possibles probable probables eventuel eventuelle eventuels eventuelles
pourrait pourraient devrait devraient aurait auraient serait seraient theoriquement hypothetique
accuse accusee accuses accusees accusent accusant soupconne soupconnent soupconnant`)
var hardEnglish = set(`probably perhaps maybe possibly likely apparently allegedly reportedly supposedly presumably potentially might could may
potential possible probable unlikely suspected alleged presumed supposed seems seem seemed appears appear appeared purportedly presumably tentatively
accused accuses accuse accusing suspects`)

// soft words leave room without saying so; they stand for a hedge of the other side.
var softFrench = set(`va vont peut peuvent pouvait pouvaient pourra pourront doit doivent devait devaient allait allaient espere esperent prevoit prevoient prevu prevue
prevus prevues attendu attendue attendus attendues envisage envisagent souhaite veut veulent compte comptent si craint craignent menace menacent chance chances
permettra permettrait pu pense pensent croit croient estime estiment`)

// modal words of a claim leave room enough where the sentence has a hedge.
var modal = set(`forecast forecasts forecasting predict predicts projected projection susceptible susceptibles liable prospect prospects threat threats threatened
fear fears feared danger dangers whether proposed suspicion investigated facing faces prosecuted mooted
crainte craintes menace eventualite hypothese soupconne soupconnee envisageable probabilite pressenti pressentie vise visent
plans plan intention intentions envisage envisagent projette projettent comptent entend entendent veut veulent souhaite souhaitent
penser suggerent suggere suggest suggests suggesting indicate indicates indicating estimated paraissent parait ambitionne risquer craint craignent menace menacent reproche reproches reprochent soupcon soupcons inculpe inculpee inculpes poursuivi poursuivie poursuivis espere
esperent possibilite suspicion suspected mulls mulling considers poised 
charged indicted blamed allegation allegations accusation accusations planned planning intend intending aims aim aiming wants want wanted hopes hope hoping wishes wish seeks seek seeking considering promised promises promising tries trying would should expected due set planned intends if must can risk risks threatens believed thought
si prevu prevue prevus prevues attendu attendue attendus attendues doit doivent peut peuvent devait devaient allait allaient risque risquent prevoit prevoient`)
var softEnglish = set(`would should can expected believed thought set plans planned intends due hopes expects risk risks tends fears believes said says if threatens
think thinks believe must wants`)

// intending are French verbs that, before an infinitive, tell what somebody
// means to do.
var intending = set(`prevoit prevoient prevoyait compte comptent comptait envisage envisagent envisageait entend entendent souhaite souhaitent souhaitait veut
veulent voulait espere esperent esperait projette projettent ambitionne ambitionnent promet promettent promis cherche cherchent tente tentent propose proposent`)

// intends tells whether word i is such a verb and an infinitive follows.
func (r *reading) intends(i int) bool {
	if r.english || !intending[r.words[i].fold] || r.negatedBefore(i) {
		return false
	}
	next := i + 1
	for f := r.fold(next); f == "de" || f == "d" || f == "a" || f == "y" || f == "en" || f == "se" || f == "s" || f == "bien" || f == "ne" || f == "pas"; f = r.fold(next) {
		next++
	}
	f := r.fold(next)
	return len(f) > 3 && (strings.HasSuffix(f, "er") || strings.HasSuffix(f, "ir") || strings.HasSuffix(f, "re"))
}

// supposing are English words that, before "to", say that something may be so.
var supposing = set("expected thought believed said understood reported alleged feared likely")

// markHedges marks hedges and the words that they weaken.
func (r *reading) markHedges() {
	for i := range r.words {
		w := &r.words[i]
		w.conditional = !r.english && !w.figure && conditional(strings.ToLower(r.raw(w)))
		hard := r.english && hardEnglish[w.fold] || !r.english && (hardFrench[w.fold] || w.conditional)
		if r.english && w.fold == "may" && capital(r.raw(w)) && i > 0 || w.figure {
			hard = false
		}
		if strings.HasPrefix(w.fold, "appear") && r.fold(i+1) != "to" && r.fold(i+1) != "that" || strings.HasPrefix(w.fold, "risque") && r.isNoun(i) {
			hard = false // "appeared in a film", « le risque d'éboulement »
		}
		if w.fold == "could" && w.start > 0 && r.negatorNear(i) {
			hard = false
		}
		if hard && r.blamedNoun(i) {
			hard = false // « l'accusé », "two suspects"
		}
		if !r.english && (w.fold == "etre" && r.fold(i-1) == "peut" || w.fold == "doute" && r.fold(i-1) == "sans") {
			hard = true
		}
		if r.english && supposing[w.fold] && r.fold(i+1) == "to" || r.intends(i) {
			hard = true
		}
		if !r.english && w.fold == "entendre" && strings.HasPrefix(r.fold(i-1), "laiss") {
			hard = true // « a laissé entendre »
		}
		if r.english && (strings.HasPrefix(w.fold, "hint") || strings.HasPrefix(w.fold, "impli") && w.fold != "implication" && w.fold != "implications") {
			hard = true
		}
		if w.conditional && r.asked(i) {
			continue // « n'a pas décidé s'il ferait recours »
		}
		if !hard {
			continue
		}
		w.hedge = true
		if !r.english && w.conditional && w.fold != "pourrait" && w.fold != "pourraient" && w.fold != "devrait" && w.fold != "devraient" && r.reported(i) {
			w.hedge = false // « a confirmé qu'elle ne viendrait pas »: the future of the past
			continue
		}
		if w.conditional && !hardFrench[w.fold] {
			w.hedge, w.hedged = false, true // the verb itself has a meaning too
			continue
		}
		for k, n := i+1, 0; k < len(r.words) && k < i+6 && n < 2; k++ {
			if !r.words[k].light && !r.words[k].negator && (n == 0 || !r.english && r.fold(k-1) == "origine" || r.fold(k-1) == "d" && n == 1) {
				r.words[k].hedged = true
				n++
			}
		}
		if !r.english {
			r.hedgeJoined(i)
		}
	}
}

// asked tells whether the verb at word i stands in an indirect question:
// « décidé s'il ferait recours ».
func (r *reading) asked(i int) bool {
	for k := i - 1; k > 0 && k >= i-5; k-- {
		f := r.fold(k)
		if f == "si" || f == "s" && (r.fold(k+1) == "il" || r.fold(k+1) == "ils") {
			return asking.has(r.fold(k - 1))
		}
	}
	return false
}

// blamedNoun tells whether word i names somebody who is accused or suspected.
func (r *reading) blamedNoun(i int) bool {
	f := r.words[i].fold
	if !strings.HasPrefix(f, "accus") && !strings.HasPrefix(f, "suspect") && !strings.HasPrefix(f, "soupconn") {
		return false
	}
	if f == "suspects" && i > 0 && (r.words[i-1].figure || r.words[i-1].light && !r.words[i-1].name) {
		return true
	}
	next := r.fold(i + 1)
	if next == "of" || next == "de" || next == "d" {
		return false
	}
	switch r.fold(i - 1) {
	case "the", "an", "le", "un", "l", "une", "la", "les", "des", "d", "du", "aux", "two", "three", "other", "principal", "principale", "principaux", "main", "key":
		return true
	}
	return false
}

// isNoun tells whether an article or a preposition stands right before word i.
func (r *reading) isNoun(i int) bool {
	switch r.fold(i - 1) {
	case "le", "un", "du", "au", "ce", "de", "des", "les", "d", "sans", "tout", "aux", "ces", "haut", "en", "a", "moindre", "aucun", "grand", "leur", "son", "quel", "plusieurs", "certains":
		return true
	}
	return false
}

// reported tells whether word i stands in a clause that a verb of saying
// brings in with « que ».
func (r *reading) reported(i int) bool {
	for k := i; k > 0 && k > i-12; k-- {
		if f := r.words[k].fold; f != "que" && f != "qu" {
			continue
		}
		for b := k - 1; b >= 0 && b > k-8; b-- {
			if french.Speaking(r.words[b].fold) {
				return true
			}
		}
		return false
	}
	return false
}

func (r *reading) negatorNear(i int) bool {
	return englishNegators[r.fold(i+1)] || englishNegators[r.fold(i+2)]
}

func (r *reading) hedgeWord() (hard, soft, room string) {
	for i := range r.words {
		w := &r.words[i]
		if w.hedge || w.hedged && !r.english && w.conditional {
			hard = r.raw(w)
		}
		if r.english && softEnglish[w.fold] || !r.english && softFrench[w.fold] {
			soft = r.raw(w)
		}
		if modal[w.fold] && !(strings.HasPrefix(w.fold, "risk") || strings.HasPrefix(w.fold, "risque")) || strings.HasPrefix(w.fold, "risque") && !r.isNoun(i) || w.fold == "risks" && r.fold(i+1) != "of" || w.fold == "annonce" && r.fold(i-1) == "s" || w.fold == "looks" && r.fold(i+1) == "set" {
			room = w.fold
		}
	}
	return hard, soft, room
}

// leavesRoom tells whether one of such words of the claim says that something may
// or is to be, and does not only stand for a word of the sentence that says
// something else: "threatened by the landslide".
func (p *pair) leavesRoom(lists ...map[string]bool) bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		for _, list := range lists {
			if !list[w.fold] {
				continue
			}
			if w.to < 0 {
				return true
			}
			s := &p.sentence.words[w.to]
			if s.hedge || s.hedged && s.conditional || s.light || meant[s.fold] || softFrench[s.fold] || hardFrench[s.fold] || modal[s.fold] && s.fold != "menacees" && s.fold != "menace" {
				return true
			}
		}
	}
	return false
}

// intendsToo tells whether the claim's hedge says what somebody means to do,
// and so does the sentence.
func (p *pair) intendsToo(mine string) bool {
	return intending[french.Fold(mine)] && p.sentence.has(meant)
}

// « encourt quatre ans de prison » is "risks" and "faces" them.
var (
	risking   = set("risque risquent could may might potentially")
	incurring = set("encourt encourent passible passibles encourait encouraient")
)

// hearsay are hedges that say no more than that somebody says it.
var hearsay = set("allegedly reportedly apparently supposedly alleged pretendument apparemment serait seraient aurait auraient")

// hedgesAligned tells whether a word that the claim's hedge weakens has its
// counterpart in the sentence.
func (p *pair) hedgesAligned() bool {
	for i := range p.claim.words {
		if w := &p.claim.words[i]; w.hedged && w.to >= 0 {
			return true
		}
	}
	return false
}

// hedges compares what both sides leave open.
func (p *pair) hedges() []Check {
	mine, _, mineSoft := p.claim.hedgeWord()
	if mineSoft != "" && !p.leavesRoom(modal, softEnglish) {
		mineSoft = ""
	}
	theirs, theirsSoft, _ := p.sentence.hedgeWord()
	check := Check{Kind: "hedge", Claim: mine, Sentence: theirs, Verdict: Proved}
	if mine != "" {
		if theirs != "" || risking[french.Fold(mine)] && p.sentence.has(incurring) || hearsay[french.Fold(mine)] && len(p.theirs) > 0 || p.intendsToo(mine) {
			return []Check{check}
		}
		check.Verdict = Undecided
		check.because("the claim says “%s”, the sentence says it outright", mine)
		if theirsSoft != "" || !p.hedgesAligned() || !p.claim.english && len(p.theirs) > 0 {
			check.Verdict = Undecided
		}
		return []Check{check}
	}
	if theirs == "" {
		return nil
	}
	share := p.supported()
	reached := map[int]bool{}
	for i := range p.claim.words {
		if to := p.claim.words[i].to; to >= 0 {
			reached[to] = reached[to] || !p.planned(to) || p.claim.verbal(i) // « un programme de plantation » plants nothing
		}
	}
	for i := range p.sentence.words {
		w := &p.sentence.words[i]
		if !w.hedge && !(w.hedged && w.conditional) {
			continue
		}
		if w.hedge && reached[i] {
			continue // the claim has it too
		}
		touched, sure := share[w.clause] >= 0.5, !w.hedge
		for k := i; k < len(p.sentence.words) && k < i+14 && p.sentence.words[k].clause == w.clause; k++ {
			if p.sentence.words[k].hedged && reached[k] {
				touched, sure = true, true
			}
		}
		if next := w.clause + 1; w.hedge && next < len(share) && share[next] >= 0.5 {
			for k := i + 1; k <= i+2 && k < len(p.sentence.words); k++ {
				if f := p.sentence.fold(k); f == "que" || f == "qu" {
					touched, sure = true, true // « il est possible que »
				}
			}
		}
		if openings[w.fold] && p.weakens(i, reached) {
			touched, sure = true, true
		}
		if !touched {
			continue
		}
		check.Sentence = p.sentence.raw(w)
		check.Verdict = Refuted
		check.because("the sentence says “%s”, the claim says it outright", check.Sentence)
		if !sure && p.elsewhere(i) {
			continue
		}
		if !p.claim.has(certainty) && (p.claim.hedged() || !sure && p.rewords() || p.carriesHearsay(w)) {
			check.Verdict = Undecided
		}
		if mineSoft != "" {
			check.Verdict, check.Reason = Proved, ""
			if mineSoft == "if" {
				check.Verdict = Undecided
			}
		}
		return []Check{check}
	}
	return nil
}

// carriesHearsay tells whether a conditional of the sentence only reports what
// somebody says, and the claim says who says it.
func (p *pair) carriesHearsay(w *word) bool {
	switch w.fold {
	case "aurait", "auraient", "serait", "seraient":
		for _, m := range p.mine {
			for _, t := range p.theirs {
				if t.said.holds(w.start) && p.reaches(m, t) {
					return true
				}
			}
		}
	}
	return false
}

// planned tells whether sentence word k is the infinitive of what somebody only
// intends: « prévoit de planter ».
func (p *pair) planned(k int) bool {
	for i := k - 1; i >= 0 && i >= k-4; i-- {
		if p.sentence.intends(i) {
			return true
		}
	}
	return false
}

// rewords tells whether a word of the claim that may be a verb has no counterpart.
func (p *pair) rewords() bool {
	for k := range p.claim.words {
		if w := &p.claim.words[k]; w.to < 0 && w.content() && p.claim.verbal(k) {
			return true
		}
	}
	return false
}

// certainty are words of a claim that leave no room for what a sentence leaves open.
var certainty = set("definitely certainly certain certainty guaranteed guarantees guaranteed doubt established proven undoubtedly confirmed surely sure certitude certain etabli etablie prouve prouvee reserve indubitablement assurement bel sans-doute confirme garanti garantit")

// elsewhere tells whether the claim draws on another part of the sentence than
// what is hedged at word i: all of it has its counterpart, a verb in another
// clause, and no word that is hedged is among them.
func (p *pair) elsewhere(i int) bool {
	verb := false
	for k := range p.claim.words {
		w := &p.claim.words[k]
		if w.to < 0 {
			if w.content() && p.claim.verbal(k) {
				return false
			}
			continue
		}
		s := &p.sentence.words[w.to]
		if s.hedged && (p.claim.verbal(k) || !p.planned(w.to)) {
			return false
		}
		verb = verb || !w.light && s.clause != p.sentence.words[i].clause && (p.sentence.acts(w.to) || p.sentence.verbal(w.to))
	}
	return verb
}

// hedgeJoined marks the infinitives that « et » or « ou » joins to what the hedge
// at word i weakens: « pourrait monter de 60 centimètres et déborder ».
func (r *reading) hedgeJoined(i int) {
	const far = 14
	for k := i + 2; k < len(r.words) && k < i+far && r.words[k].clause == r.words[i].clause; k++ {
		if f := r.fold(k - 1); (f == "et" || f == "ou" || r.fold(k-2) == "et" && (f == "se" || f == "s" || f == "de" || f == "d")) && !r.words[k].light && infinitive(r.words[k].fold) {
			r.words[k].hedged = true
		}
	}
}
