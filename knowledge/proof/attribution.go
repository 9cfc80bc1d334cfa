package proof

import (
	"strings"

	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
)

// unattributed checks a claim that names nobody who says it.
func (p *pair) unattributed(theirs []saying) []Check {
	if len(theirs) == 0 {
		return p.quotedOnly()
	}
	var out []Check
	for _, t := range theirs {
		said, speaker, beside, named := 0, 0, 0, false
		head := p.sentence.wordAt(t.speaker.start)
		for head+1 < len(p.sentence.words) && p.sentence.words[head].light && !p.sentence.words[head].name {
			head++
		}
		for i := range p.claim.words {
			w := &p.claim.words[i]
			if w.to < 0 {
				continue
			}
			at := p.sentence.words[w.to].start
			switch {
			case t.verb.holds(at):
				speaker++
			case t.speaker.holds(at):
				named = named || w.to == head || p.sentence.words[w.to].name
			case t.said.holds(at):
				said++
			default:
				beside++
			}
		}
		if said < 2 || speaker > 0 || beside > said {
			continue
		}
		who := "somebody"
		if t.speaker.end > t.speaker.start {
			who = p.sentence.text[t.speaker.start:t.speaker.end]
		}
		c := Check{Kind: "speaker", Sentence: who, Verdict: Refuted}
		switch {
		case named && p.namesSpeaker(t), p.leadsBehind(t):
			continue // it says whose words or whose act it is
		case p.alleges(t) && (!t.sure || named || p.ownAct(t) || p.besideSource(t) || p.mereSource(t) || p.namesAnother(theirs)):
			c.Verdict = Undecided
		case p.informs(t), p.besideSource(t), p.mereSource(t), !t.sure, p.ownAct(t), named, p.namesAnother(theirs):
			c.Verdict = Proved // no allegation; still the reader may be told who says it
			out = append(out, c)
			continue
		case !p.alleges(t) && !p.hedgedIn(t):
			c.Verdict = Undecided // somebody tells it, and may well know
		}
		c.because("%s says it, the claim says it as a fact", who)
		return []Check{c}
	}
	return out
}

// alleges tells whether a sentence's verb of saying claims something, or what is
// said stands in quotation marks: it is the speaker's word.
func (p *pair) alleges(t saying) bool {
	if p.quoted(t.said.start) || p.quoted(t.said.start+len("«")) {
		return true
	}
	for i := range p.sentence.words {
		if w := &p.sentence.words[i]; t.verb.holds(w.start) && alleging.has(w.fold) {
			return true
		}
	}
	return false
}

var alleging = index([][]string{strings.Fields("affirm assur preten jur. jure dement accus denonc soutien soutenu estim jug. juge croi pens. pense promet promis")})

// informs tells whether a sentence's verb of saying only makes something known,
// and no quotation marks hold it.
func (p *pair) informs(t saying) bool {
	for i := range p.sentence.words {
		if w := &p.sentence.words[i]; t.verb.holds(w.start) && informing.has(w.fold) {
			return !p.quoted(t.said.start) && !p.quoted(t.said.start+len("«"))
		}
	}
	return false
}

var informing = index([][]string{strings.Fields("annonc indiqu precis communiqu savoir confirm relev")})

// stances are words by which somebody holds or wants something.
var stances = set(`veut veulent voit voient souhaite souhaitent espere redoute soutient defend conteste exclut promet dement refute rejette ecarte
plaide milite trouve juge qualifie parle evoque annonce part pense croit voulu avis yeux
wants sees hopes fears defends disputes rules promises denies rejects finds calls considers puts expects thinks believes seeks demands urges opinion view eyes accusing accuses wants supports opposes`)

// bodies publish figures; that they are left out makes no allegation a fact.
var bodies = set(`survey poll study report data figures statistics toll assessment estimate federation organization bureau census chercheurs office institut institute rapport etude enquete sondage donnees chiffres statistique statistiques federation organisation oms observatoire
universite agence informations estimation estimations estimations comparaison bilan service bureau departement registre barometre indice recensement communique
ocde fmi ofs seco bns onu cff`)

// mereSource tells whether a body is only the source of a figure that the claim gives.
func (p *pair) mereSource(t saying) bool {
	body := false
	for i := range p.sentence.words {
		w := &p.sentence.words[i]
		if t.speaker.holds(w.start) && !w.light {
			body = bodies[w.fold]
			break
		}
	}
	if !body {
		return false
	}
	for i := range p.claim.figures {
		for k := range p.sentence.figures {
			if c := &p.claim.figures[i]; c.Kind != figure.Day && agree(c, &p.sentence.figures[k]) == full {
				return true
			}
		}
	}
	return false
}

// namesAnother tells whether the claim names one of several who speak in the sentences.
func (p *pair) namesAnother(theirs []saying) bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		for _, t := range theirs {
			if w.to >= 0 && !w.light && t.speaker.holds(p.sentence.words[w.to].start) {
				return true
			}
		}
	}
	return false
}

// besideSource tells whether what the sentence attributes is only the end of
// it, in a clause of its own, and the claim draws on what stands before:
// « un séisme a secoué le pays, sans faire de victime selon les secours ».
func (p *pair) besideSource(t saying) bool {
	if t.verb.start == 0 || t.said.end-t.said.start < len(p.sentence.text) || p.sentence.text[t.verb.start-1] != ' ' || t.verb.start > 1 && p.sentence.text[t.verb.start-2] == ',' {
		return false
	}
	clause := p.sentence.words[p.sentence.wordAt(t.verb.start)].clause
	for i := range p.claim.words {
		if w := &p.claim.words[i]; w.to >= 0 && !w.light && p.sentence.words[w.to].clause == clause {
			return false
		}
	}
	return true
}

// ownAct tells whether the claim says something of the speaker, by name or by
// its first words: « Paul Meyer y voit un signe de … ».
func (p *pair) ownAct(t saying) bool {
	head := p.sentence.wordAt(t.speaker.start)
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.light && !w.name {
			continue
		}
		if w.to < 0 || !t.speaker.holds(p.sentence.words[w.to].start) {
			return false
		}
		of := p.sentence.fold(w.to - 1)
		if (of == "l" || of == "la" || of == "le") && w.to > 1 {
			of = p.sentence.fold(w.to - 2)
		}
		return w.to == head || of != "de" && of != "du" && of != "d" && of != "des"
	}
	return false
}

// quotedOnly checks a claim that names nobody against sentences that name
// nobody either: what stands in quotation marks is still somebody's words.
func (p *pair) quotedOnly() []Check {
	const words = 3 // fewer are a manner of speaking
	for _, q := range french.Quotes(p.sentence.text) {
		in, out := 0, 0
		for i := range p.claim.words {
			w := &p.claim.words[i]
			if w.to < 0 || w.light {
				continue
			}
			if at := p.sentence.words[w.to].start; at >= q.Start && at < q.End {
				in++
			} else {
				out++
			}
		}
		if in >= words && in > out && !strings.ContainsAny(p.claim.text, "\"“«") {
			return because(Check{Kind: "speaker", Sentence: p.sentence.text[q.Start:q.End], Verdict: Refuted}, "the sentence quotes it, the claim says it as a fact")
		}
	}
	return nil
}

// saysOtherwise tells whether the claim's verb of saying denies, or is still
// to come, and the sentence's verb does neither.
func (p *pair) saysOtherwise(m saying, theirs []saying) string {
	denies, later := false, false
	for i := range p.claim.words {
		if w := &p.claim.words[i]; m.verb.holds(w.start) {
			denies = denies || denial.has(w.fold) && !w.negated && !p.claim.negatorBefore(i)
			later = later || p.claim.timeOf(i) == futureTime && w.fold != "will"
		}
	}
	if !denies && !later {
		return ""
	}
	for _, t := range theirs {
		for i := range p.sentence.words {
			w := &p.sentence.words[i]
			if !t.verb.holds(w.start) || !p.reaches(m, t) && !t.pronoun && t.speaker.end > t.speaker.start {
				continue
			}
			denies = denies && !denial.has(w.fold) && !w.negated
			later = later && p.sentence.timeOf(i) != futureTime
		}
	}
	if len(theirs) == 0 {
		return ""
	}
	verb := p.claim.text[m.verb.start:m.verb.end]
	if denies && !p.sentence.speaksAgainst() || later {
		return verb
	}
	return ""
}

// negatorBefore tells whether a negation stands in the verb group of word i.
func (r *reading) negatorBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if r.words[k].negator {
			return true
		}
	}
	return false
}

// denial are verbs by which somebody says that something is not so.
var denial = index([][]string{strings.Fields("nie. nient nier. deny. denied denies denying dement refut contest disput infirm")})

// speaksAgainst tells whether a text denies in its verbs of saying, or by « ne ».
func (r *reading) speaksAgainst() bool {
	for i := range r.words {
		if w := &r.words[i]; w.negator && w.fold != "sans" && w.fold != "ni" || denial.has(w.fold) && w.fold != "infirmer" || strings.HasPrefix(w.fold, "rejet") || strings.HasPrefix(w.fold, "repouss") {
			return true
		}
	}
	return false
}

// namesSpeaker tells whether the claim says who speaks in other words, or that
// the sentence only tells what the speaker calls for or does: « lance un appel
// à témoins », « a annoncé la suppression de 12 postes ».
func (p *pair) namesSpeaker(t saying) bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if (french.Speaking(w.fold) || stances[w.fold] || w.fold == "selon" || w.fold == "according") && (w.to < 0 || !t.said.holds(p.sentence.words[w.to].start)) {
			return true
		}
	}
	if strings.ContainsAny(p.claim.text, "«“\"") {
		return true
	}
	for i := range p.sentence.words {
		if w := &p.sentence.words[i]; t.verb.holds(w.start) && calling.has(w.fold) {
			next := p.sentence.fold(i + 1)
			return next != "que" && next != "qu"
		}
	}
	return false
}

// calling are verbs of saying that do something.
var calling = index([][]string{strings.Fields("annonc appel lanc. lance exhort invit demand reclam pri. prie prient promis promet propos recommand")})

// leadsBehind tells whether the first word of the claim that carries meaning
// stands behind who says it in the sentence: « selon des analyses du
// laboratoire », « selon la police, les organisateurs en dénombrant ».
func (p *pair) leadsBehind(t saying) bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.light && !w.name || w.figure {
			continue
		}
		for k := i; k <= i+1 && k < len(p.claim.words); k++ {
			if to := p.claim.words[k].to; to >= 0 && !p.claim.words[k].light {
				return t.verb.start > 0 && t.speaker.start > t.verb.start && p.sentence.words[to].start > t.speaker.end
			}
		}
		return false
	}
	return false
}

// hedgedIn tells whether what somebody says is in the conditional.
func (p *pair) hedgedIn(t saying) bool {
	for i := range p.sentence.words {
		if w := &p.sentence.words[i]; w.conditional && t.said.holds(w.start) {
			return true
		}
	}
	return false
}
