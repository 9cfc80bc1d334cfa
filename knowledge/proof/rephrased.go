package proof

import (
	"strings"

	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
	"verbatim/knowledge/lexicon/form"
)

// denialLeft tells whether the sentence has a word left that denies what the
// claim draws on by its meaning, and the claim denies nothing: « faute
// d'accord », « ont renoncé ». A denial in another clause is none of its own.
func (p *pair) denialLeft(taken []bool) bool {
	if n, _ := p.claim.negators(); n > 0 || p.claim.has(lexicalNegation) {
		return false
	}
	share := p.supported()
	for i := range p.sentence.words {
		w := &p.sentence.words[i]
		if taken[i] || share[w.clause] < 0.3 || !p.takenNear(i, taken) {
			continue
		}
		if strongNegation[w.fold] || w.negated || strings.HasPrefix(w.fold, "renonc") || strings.HasPrefix(w.fold, "annul") || strings.HasPrefix(w.fold, "abandon") {
			return true
		}
	}
	return false
}

// takenNear tells whether a word beside sentence word i, of its clause, is accounted for.
func (p *pair) takenNear(i int, taken []bool) bool {
	const close = 4
	for k := max(0, i-close); k <= i+close && k < len(taken); k++ {
		if w := &p.sentence.words[k]; taken[k] && w.clause == p.sentence.words[i].clause && (!w.light || w.name || w.figure) {
			return true
		}
	}
	return false
}

// quoted tells whether a byte of the sentence stands in quotation marks: what
// somebody said in so many words is not guessed at.
func (p *pair) quoted(at int) bool {
	if !p.quotesRead {
		p.quotesRead, p.quotes = true, french.Quotes(p.sentence.text)
	}
	for _, q := range p.quotes {
		if at >= q.Start && at < q.End {
			return true
		}
	}
	return false
}

// fixed are words that are never a mere wording: who did it, how much of it, when.
var fixed = set(`only all every never always exactly seulement tous toutes jamais toujours exactement soon bientot encore again
minor major mineur mineure majeur majeure next previous suivant suivante precedent precedente minimum maximum record`)

// spoken tells whether word i belongs to who says it in the claim.
func (p *pair) spoken(i int) bool {
	for _, m := range p.mine {
		if m.speaker.holds(p.claim.words[i].start) {
			return true
		}
	}
	return false
}

// adverb tells whether a folded word ends as adverbs do: they are what is easily added.
func adverb(fold string) bool {
	return len(fold) > 5 && (strings.HasSuffix(fold, "ment") || strings.HasSuffix(fold, "ly"))
}

// counts tells whether word i says what a bare figure counts: it follows one
// that has no unit, with nothing but other such words between.
func (p *pair) counts(i int) bool {
	for k := range p.claim.figures {
		f := &p.claim.figures[k]
		if f.Unit != "" || f.Kind == figure.Day || f.End > p.claim.words[i].start {
			continue
		}
		between := 0
		for j := i - 1; j >= 0 && p.claim.words[j].start >= f.End; j-- {
			if w := &p.claim.words[j]; w.light && !w.name && w.fold != "de" && w.fold != "d" {
				between = 4
			}
			between++
		}
		if between < 3 {
			return true
		}
	}
	return false
}

// leads tells whether word i may be the head of the claim's subject: nothing
// with meaning stands before it.
func (p *pair) leads(i int) bool {
	for k := range i {
		if w := &p.claim.words[k]; w.content() || w.name || w.figure {
			return false
		}
	}
	return true
}

// hasOpposite tells whether a word stands in the lists of opposites.
func hasOpposite(fold string) bool {
	found := false
	opposing.of(fold, func(int, int) { found = true })
	exclusive.of(fold, func(int, int) { found = true })
	return found
}

// leftFor is a sentence word without a counterpart between, or right beside,
// those that the claim's neighbours of word i stand for; -1 for none.
func (p *pair) leftFor(i int, taken []bool) int {
	from, to := -1, -1
	for k := i - 1; k >= 0 && from < 0; k-- {
		from = p.claim.words[k].to
	}
	for k := i + 1; k < len(p.claim.words) && to < 0; k++ {
		to = p.claim.words[k].to
	}
	const close = 7
	best, score := -1, close+1
	for _, k := range p.roomFor(i, i, taken) {
		s := &p.sentence.words[k]
		if s.name || p.quoted(s.start) || s.negated != p.claim.words[i].negated {
			continue
		}
		d := close + 1
		if from >= 0 {
			d = distance(k, from)
		}
		if to >= 0 {
			d = min(d, distance(k, to))
		}
		if d < score {
			best, score = k, d
		}
	}
	return best
}

// copied tells whether a French claim has around word i what the sentence has
// around word k: a word changed in a copy is a change.
func (p *pair) copied(i, k int) bool {
	if p.claim.english {
		return p.claim.words[i].known && p.sentence.words[k].known && !manySenses.get(p.claim.words[i].fold) && !(p.claim.acts(i) && p.sentence.acts(k))
	}
	same := 0
	for _, d := range [...]int{-2, -1, 1, 2} {
		if f := p.claim.fold(i + d); f != "" && f == p.sentence.fold(k+d) {
			same++
		}
	}
	return same >= 3
}

// acts tells whether word i is a verb by what stands before it or by its form:
// of all words, verbs are put in the most ways.
func (r *reading) acts(i int) bool {
	w := &r.words[i]
	if !r.english {
		if r.base(i) != "" {
			return true
		}
		for _, end := range [...]string{"er", "ir", "re", "é", "ée", "és", "ées", "ait", "aient", "era", "eront"} {
			if strings.HasSuffix(r.raw(w), end) {
				return true
			}
		}
		return false
	}
	return strings.HasSuffix(w.fold, "ed") || strings.HasSuffix(w.fold, "ing") || form.Irregular(w.fold)
}

// manySenses tells of English words that the dictionary has in so many senses
// that none of them need be meant.
var manySenses = &memo[bool]{of: func(w string) bool {
	n := 0
	for _, t := range lexicon.ToFrench([]string{w}) {
		n += len(t.Equivalents)
	}
	return n >= 3
}}

// plain are verbs and nouns that carry little meaning beside what they stand
// with, as beginnings of folded words of both languages: « faire état de »,
// « en l'espace d'un an », "the cost stands at".
var plain = index([][]string{strings.Fields(`porte. porter porten portai sort. sorten sortir devenu devien deviend revien reviend revenu reste. resten rester passe. passen
eleve. elevent elevai monte. monten opte. optent provien provena provenu decoul resul vise. visent compren comport compte. comptent connu connai affich
represent constitu concern effectu procede procedu benefic dispos posse figure. figuren demeur tient tienn tenu met. mettent mis. mise. pren prend pris. prise.
donn rend. rendu trouv laiss jou. joue. voit vu. vue. apparai surven intervien intervenu deroul entre. entren recour parl. parle. evoqu consist consacr
subi subir subit relev fait. etabli permet entrai menant mene. menent conduit condui impliqu suscit engendr provoqu faut reveni
part. periode espace cadre cas. origine titre chose place. point. montant somme total occasion matiere domaine secteur maniere facon terme. termes cours. moment
piste hypothese presence question mesure. mesures situation lieu. lieux egard compte. objet sein sorte effet effets niveau
stay stays stayed remain become became turn turned stand. stands stood suffer underg carr carried serv involv featur represent account amount total number
last. lasts lasted date. dates dated lie. lies run. runs ran. show. shows appear mark. marks marked reach record. recorded regist receiv rely relies use. used uses
draw. drew drawn give. gave given gives offer provid put. puts set. sets see. sees seen saw. hold. holds held. keep. keeps kept. face. faces faced bring. brought work. works
cause. caused causes due. stem stems stemmed result lead. led. leads come. came. comes occur happen hit. hits join joined joins meet met.
period level area. case. part. way. basis term terms sum. issue matter situation process reason role effort move. bid. step thing fact kind type range rate. rates
series event time. course. stage place. side. figure. figures`)})

func (s sides) has(fold string) bool {
	found := false
	s.of(fold, func(int, int) { found = true })
	return found
}
