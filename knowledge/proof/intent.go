package proof

import (
	"strings"

	"verbatim/knowledge/figure"
)

// meant are folded French words by which a sentence says what is to be done,
// is wanted or is asked for, and not that it is done.
var meant = set(`etudie etudient examine examinent reflechit reflechissent discute discutent pourra pourront doit doivent devra devront vise visent veut veulent souhaite souhaitent espere esperent prevoit prevoient envisage envisagent projette projettent
compte comptent entend entendent propose proposent demande demandent reclame reclament requiert requierent tente tentent cherche cherchent appelle appellent exige exigent
ambitionne ambitionnent promet promettent planche planchent table tablent`)

// doubtful are those of them that mean something else unless an infinitive or
// « sur » follows: « compte 240 employés ».
var doubtful = set("compte comptent table tablent entend entendent appelle appellent")

// meaning are folded words of a claim that leave room for what is still to be done.
var meaning = set(`will would shall should must need needs plan plans planned planning want wants wanted hope hopes hoping aim aims aiming seek seeks seeking expect expects expected
target targets targeting intend intends propose proposes proposed ask asks asking asked demand demands demanding call calls calling called request requests requested try tries trying set due
forecast forecasts forecasting predict predicts project projects projected yet still wish wishes appeal appeals urge urges urging ambition goal proposal bid may can could might
doit doivent devra devront vise visent veut veulent voulait voulaient comptait comptaient entendait prevoyait souhaite souhaitent espere esperent prevoit prevoient envisage envisagent projette projettent compte comptent entend entendent
propose proposent demande demandent reclame reclament requiert exige exigent tente tentent cherche cherchent appelle appellent promet promettent table tablent objectif but projet projets
aimerait voudrait voudraient but ambition ambitionne va vont sera seront pourra pourront peut peuvent encore faut attend attendent attendu prevu prevue prevus prevues intention volonte`)

// intent looks for what the sentence only means to do and the claim says is
// done: « vise une croissance de 5% » is no "achieved growth of 5%".
func (p *pair) intent() []Check {
	if p.leavesRoom(meaning) || p.claim.future() || p.claim.hedged() {
		return nil
	}
	share := p.supported()
	for k := range p.sentence.words {
		s := &p.sentence.words[k]
		if !meant[s.fold] || strings.HasSuffix(p.sentence.raw(s), "é") || doubtful[s.fold] && !p.sentence.intends(k) && p.sentence.fold(k+1) != "sur" || s.name || p.takes(k) || p.sentence.demand(k) || share[s.clause] < 0.3 && p.sentence.fold(k+1) != "encore" || p.sentence.isNoun(k) {
			continue
		}
		word := p.sentence.raw(s)
		return because(Check{Kind: "hedge", Sentence: word, Verdict: Undecided}, "the sentence says “%s”, the claim says it outright", word)
	}
	return nil
}

// considered looks for what the sentence says is only thought of and the claim
// says is or will be done; quasi for a denial that the sentence weakens
// (« presque pas ») and the claim does not.
func (p *pair) considered() []Check {
	share := p.supported()
	for k := range p.sentence.words {
		s := &p.sentence.words[k]
		word := p.sentence.raw(s)
		switch {
		case thought[s.fold] && !p.takes(k) && share[s.clause] >= 0.3 && !p.claim.hedged() && !p.claim.has(thinking):
			return because(Check{Kind: "hedge", Sentence: word, Verdict: Undecided}, "the sentence says “%s”, the claim says it outright", word)
		case weak[s.fold] && (p.sentence.fold(k+1) == "pas" || p.sentence.fold(k+1) == "rien" || p.sentence.fold(k+1) == "plus" || p.sentence.fold(k+1) == "aucun" || p.sentence.fold(k+1) == "aucune") && share[s.clause] >= 0.3 && !p.claim.has(weakly):
			return because(Check{Kind: "hedge", Sentence: word, Verdict: Refuted}, "the sentence says “%s”, the claim says it outright", word)
		}
	}
	return nil
}

var (
	thought  = set("envisagee envisages envisagees envisager etudie etudiee evoquee intention")
	thinking = set("consider considers considered considering considers mulls mulling weigh weighs weighing envisage envisages envisaged study studies studied looking plan plans planned planning intends intend intention could may might wants want would hopes option envisage envisagee envisager envisagees etudie etudiee evoque evoquee intention veut souhaite compte entend projet projette possible")
	weak     = set("presque quasiment pratiquement quasi")
	weakly   = set("presque quasiment pratiquement quasi guere almost nearly practically virtually barely hardly scarcely little peu few")
)

// hedged tells whether a text has a hedge or a verb in the conditional.
func (r *reading) hedged() bool {
	for i := range r.words {
		if w := &r.words[i]; w.hedge || w.conditional {
			return true
		}
	}
	return false
}

// demand tells whether word k is the noun « demande ».
func (r *reading) demand(k int) bool {
	if f := r.fold(k); f != "demande" && f != "compte" && f != "table" {
		return false
	}
	switch r.fold(k - 1) {
	case "la", "une", "cette", "sa", "leur", "forte", "faible", "sur", "toute", "aucune", "premiere", "nouvelle":
		return true
	}
	return false
}

// nearly tells whether the claim says that something is about to be done: "close
// to concluding".
func (p *pair) nearly() []Check {
	for i := 0; i+2 < len(p.claim.words); i++ {
		a, b := p.claim.fold(i), p.claim.fold(i+1)
		if (a == "close" || a == "near" || a == "about") && b == "to" && !p.claim.words[i+2].figure || a == "verge" || a == "point" && b == "de" && p.claim.fold(i-1) == "le" {
			if !p.sentence.has(soonWords) {
				return because(Check{Kind: "hedge", Claim: p.claim.raw(&p.claim.words[i]), Verdict: Undecided}, "the claim says “%s”, the sentence says it outright", p.claim.raw(&p.claim.words[i]))
			}
		}
	}
	return nil
}

var soonWords = set("proche proches pres point devrait devraient doit doivent pourrait pourraient va vont allait imminent imminente bientot")

// counted looks for a figure that counts people in the claim and households or
// firms in the sentence.
func (p *pair) counted() []Check {
	for i := range p.claim.figures {
		c := &p.claim.figures[i]
		if c.Kind == figure.Day || !p.claim.follows(c, peopleWords) {
			continue
		}
		for k := range p.sentence.figures {
			s := &p.sentence.figures[k]
			if agree(c, s) == full && p.sentence.follows(s, thingWords) {
				return because(Check{Kind: "unit", Claim: c.Raw, Sentence: s.Raw, Verdict: Refuted}, "the claim says %s of “%s”, the sentence another figure", c.Raw, "people")
			}
		}
	}
	return nil
}

// follows tells whether one of the words stands right after a figure.
func (r *reading) follows(f *figure.Figure, list map[string]bool) bool {
	at := r.wordAt(f.End - 1)
	for k := at + 1; k <= at+2 && k < len(r.words); k++ {
		if list[r.fold(k)] {
			return true
		}
		if !r.words[k].light {
			return false
		}
	}
	return false
}

var (
	peopleWords = set("people persons person inhabitants residents personnes personne habitants gens")
	thingWords  = set("menages foyers familles entreprises pme societes logements appartements voitures vehicules animaux hectares exemplaires articles pages logis clients batiments maisons emplois postes")
)

// future tells whether a verb of a French text ends as the future does.
func (r *reading) future() bool {
	if r.english {
		return false
	}
	for i := range r.words {
		if !r.words[i].name && r.timeOf(i) == futureTime {
			return true
		}
	}
	return false
}

// votes looks for a vote against that the claim makes one for.
func (p *pair) votes() []Check {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to < 0 || !voting.has(w.fold) {
			continue
		}
		for k := w.to + 1; k <= w.to+2 && k < len(p.sentence.words); k++ {
			if p.sentence.fold(k) == "contre" && !p.sentence.words[k-1].figure && !p.claim.has(againstWords) && (k+1 == len(p.sentence.words) || !p.sentence.words[k+1].figure) {
				return because(Check{Kind: "opposite", Claim: p.claim.raw(w), Sentence: "contre", Verdict: Refuted}, "the sentence says “%s”, the claim does not", "contre")
			}
		}
	}
	return nil
}

var (
	voting       = index([][]string{{"vot prononc"}})
	againstWords = set("against contre oppose opposes opposed opposera opposeront reject rejects rejected rejette rejettent refuse refusent refused no non down")
)

// phrasal are light verbs that mean something with the word that follows:
// "call off", "take part", "set up".
var phrasal = set("take takes took taken taking call calls called calling make makes made making get gets got getting bring brings brought bringing set going go goes went put let")

// crossed tells whether the claim lets two things change places around one
// verb: « les ventes de voitures électriques ont dépassé celles des modèles
// diesel ».
func (p *pair) crossed() []Check {
	if p.claim.has(byWords) || p.sentence.has(byWords) {
		return nil
	}
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to < 0 || w.light || w.name || w.figure || !p.claim.verbal(i) || !p.sentence.verbal(w.to) {
			continue
		}
		if p.claim.passive(i) != p.sentence.passive(w.to) || !p.crosses(i, -1) || !p.crosses(i, 1) {
			continue
		}
		verb := p.claim.raw(w)
		return because(Check{Kind: "role", Claim: verb, Verdict: Undecided}, "what stands before and after “%s” has changed places", verb)
	}
	return nil
}

// passive tells whether a form of "be" stands right before the verb at word i.
func (r *reading) passive(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if being[r.words[k].fold] {
			return true
		}
		if !r.words[k].light {
			return false
		}
	}
	return false
}

var being = set("ete est sont etait etaient sera seront fut furent etre serait seraient was were been be is are being")

// crosses tells whether a name or a word of one sense on one side of the
// claim's verb at word i stands on the other side of the sentence's.
func (p *pair) crosses(i, step int) bool {
	at := p.claim.words[i].to
	for k := i + step; k >= 0 && k < len(p.claim.words) && distance(k, i) < 9; k += step {
		w := &p.claim.words[k]
		if w.clause != p.claim.words[i].clause {
			break
		}
		if w.to < 0 || w.light || w.figure || w.to == at || (w.to < at) == (step < 0) || !w.name && (!p.claim.verbal(i) || p.claim.afterPreposition(k) && !receiving[p.claim.beforeName(k)]) || w.name && p.claim.afterPreposition(k) {
			continue
		}
		if p.sentence.words[w.to].clause == p.sentence.words[at].clause && distance(w.to, at) < 9 {
			return true
		}
	}
	return false
}

var byWords = set("by par")

// openings are adverbs that leave open what follows them.
var openings = set("probablement vraisemblablement peut-etre eventuellement possiblement potentiellement apparemment")

// weakens tells whether the claim has one of the words right behind the adverb
// at word i, in quotation marks or not.
func (p *pair) weakens(i int, reached map[int]bool) bool {
	for k, n := i+1, 0; k < len(p.sentence.words) && n < 4; k++ {
		if strings.ContainsAny(p.sentence.text[p.sentence.words[k-1].end:p.sentence.words[k].start], ",;:.!?") {
			return false
		}
		if p.sentence.words[k].light {
			continue
		}
		if reached[k] {
			return true
		}
		n++
	}
	return false
}
