package proof

import (
	"strings"

	"verbatim/knowledge/english"
	"verbatim/knowledge/french"
)

// saying is who says what in one text, in bytes of the reading.
type saying struct {
	speaker span // empty where only a pronoun stands
	verb    span
	said    span
	pronoun bool
	sure    bool // the text shows that it is reported; else a verb alone suggests it
}

func sayings(r *reading) []saying {
	var out []saying
	if r.english {
		for _, a := range english.Attributions(r.text) {
			out = append(out, saying{span{a.SpeakerStart, a.SpeakerEnd}, span{a.VerbStart, a.VerbEnd}, span{a.SaidStart, a.SaidEnd}, a.Pronoun, true})
		}
		return out
	}
	at := 0
	for line := range strings.SplitSeq(r.text, "\n") {
		for _, a := range french.Attributions(line) {
			s := saying{span{a.SpeakerStart + at, a.SpeakerEnd + at}, span{a.VerbStart + at, a.VerbEnd + at}, span{a.SaidStart + at, a.SaidEnd + at}, a.Pronoun, a.Sure}
			if a.SpeakerEnd == 0 {
				s.speaker = span{}
			} else if rest := line[a.SpeakerEnd:]; strings.HasPrefix(rest, " (") {
				if n := strings.IndexByte(rest, ')'); n > 0 && n < 24 { // its short name
					s.speaker.end += n + 1
				}
			}
			out = append(out, s)
		}
		at += len(line) + 1
	}
	return out
}

// resolved gives pronouns the speaker that was named last before them.
func resolved(list []saying) []saying {
	last := span{}
	for i := range list {
		if list[i].pronoun && last.end > 0 {
			list[i].speaker, list[i].pronoun = last, false
		}
		if !list[i].pronoun && list[i].speaker.end > list[i].speaker.start {
			last = list[i].speaker
		}
	}
	return list
}

func (s span) holds(at int) bool { return at >= s.start && at < s.end }

// speakers compares who says it.
func (p *pair) speakers() []Check {
	mine, theirs := p.mine, p.theirs
	if len(mine) == 0 {
		return p.unattributed(theirs)
	}
	var out []Check
	for _, m := range mine {
		if m.pronoun || m.speaker.end <= m.speaker.start || p.listens(m) || strings.HasPrefix(strings.ToLower(p.claim.text[m.speaker.start:]), "as ") {
			continue
		}
		out = append(out, p.speaker(m, theirs))
	}
	return out
}

// located tells where the words of a claim's speaker have their counterparts.
type located struct {
	words, known     int // with meaning, and those of them that the lexicon knows
	found, elsewhere int // inside what the sentences give as a speaker, and outside
}

func (p *pair) locate(m saying, theirs []saying) located {
	var l located
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !m.speaker.holds(w.start) || w.light && !w.name || w.figure {
			continue
		}
		l.words++
		if w.known || w.name {
			l.known++
		}
		if w.to < 0 {
			continue
		}
		in := false
		for _, t := range theirs {
			in = in || t.speaker.holds(p.sentence.words[w.to].start)
		}
		if in {
			l.found++
		} else {
			l.elsewhere++
		}
	}
	return l
}

// speaker checks who the claim says that says it.
func (p *pair) speaker(m saying, theirs []saying) Check {
	text := p.claim.text[m.speaker.start:m.speaker.end]
	c := Check{Kind: "speaker", Claim: text, Verdict: Proved}
	l := p.locate(m, theirs)
	if l.found > 0 {
		if who := p.saidByAnother(m, theirs); who != "" {
			c.Sentence, c.Verdict = who, Refuted
			c.because("%s says it, not %s", who, text)
			return c
		}
	}
	if why := p.saysOtherwise(m, theirs); why != "" {
		c.Verdict = Refuted
		c.because("the claim has “%s”, the sentence does not", why)
		return c
	}
	if l.found > 0 && p.outside(m, theirs) && !(l.elsewhere > 0 && p.acting(m)) || l.found == 0 && l.elsewhere > 0 && p.across(m) {
		c.Verdict = Undecided
		c.because("the sentence does not say that %s says it", text)
		return c
	}
	if l.found > 0 && l.elsewhere == 0 {
		if who := p.complement(m, theirs); who != "" {
			c.Sentence, c.Verdict = who, Undecided
			c.because("%s says it, the claim names only %s", who, text)
		}
		return c
	}
	if l.words == 0 || l.found > 0 {
		return c
	}
	if len(theirs) == 0 {
		return p.speakerAdded(m, l, c)
	}
	if p.speaksToo(m, theirs) {
		c.Verdict = Undecided
		c.because("the sentence does not say that %s says it", text)
		return c
	}
	for _, t := range theirs {
		if !t.pronoun && t.speaker.end > t.speaker.start {
			c.Sentence = p.sentence.text[t.speaker.start:t.speaker.end]
		} else if p.saidBefore(m) {
			return p.vouch(c)
		}
	}
	if c.Sentence == "" {
		c.Verdict = Undecided
		c.because("only a pronoun says it in the sentence")
		return c
	}
	c.Verdict = Refuted
	c.because("%s says it, not %s", c.Sentence, text)
	sure := true
	for _, t := range theirs {
		sure = sure && t.sure
	}
	if !sure || !p.another(m) || p.publishes(theirs) && !p.person(m) {
		c.Verdict = Undecided
	}
	return c
}

// saidByAnother is the speaker of what the claim has somebody say, where the
// sentences let that one say something else, of which the claim has nothing.
func (p *pair) saidByAnother(m saying, theirs []saying) string {
	own, other, who := 0, 0, ""
	reached := make([]bool, len(theirs))
	for k, t := range theirs {
		reached[k] = p.reaches(m, t)
	}
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to < 0 || w.light || m.speaker.holds(w.start) || m.verb.holds(w.start) {
			continue
		}
		at := p.sentence.words[w.to].start
		for k, t := range theirs {
			switch {
			case !t.said.holds(at) || t.speaker.holds(at) || t.verb.holds(at) || t.pronoun || t.speaker.end <= t.speaker.start:
			case reached[k]:
				own++
			default:
				other++
				who = p.sentence.text[t.speaker.start:t.speaker.end]
			}
		}
	}
	if own > 0 || other < 2 && !(other == 1 && p.claim.english) {
		return ""
	}
	return who
}

// reaches tells whether a word of the claim's speaker stands in a speaker of the sentences.
func (p *pair) reaches(m, t saying) bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !m.speaker.holds(w.start) || w.to < 0 || w.light && !w.name {
			continue
		}
		if t.speaker.holds(p.sentence.words[w.to].start) {
			return true
		}
		for k := range p.sentence.words {
			if s := &p.sentence.words[k]; w.name && s.name && t.speaker.holds(s.start) && s.fold == p.sentence.words[w.to].fold {
				return true // « M. Hartwig » is « Klaus Hartwig »
			}
		}
	}
	return false
}

// another tells whether the claim's speaker is certainly somebody else: a name
// that the sentence has elsewhere or not at all, or an office or body of which
// the sentence's speaker is none. A report or somebody's wife may be the
// same in other words.
func (p *pair) another(m saying) bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !m.speaker.holds(w.start) || w.figure || w.vouched {
			continue
		}
		if w.name && !titles[w.fold] || actors[w.fold] && w.to < 0 {
			return true
		}
	}
	return false
}

// actors are those who speak in the news by what they are alone.
var actors = set(`president presidente ministre maire syndic police procureur procureure parquet gouvernement opposition syndicat syndicats avocat avocate
defense armee porte-parole directeur directrice juge tribunal medecin professeur chancelier roi pape entraineur victime temoin
minister mayor prosecutor prosecutors government union unions lawyer lawyers defence defense army spokesperson spokesman spokeswoman director judge
court doctor doctors professor chancellor king pope coach victim witness witnesses police chairman chairwoman residents experts economists`)

// speakerAdded checks a claim's speaker against sentences that give none.
func (p *pair) speakerAdded(m saying, l located, c Check) Check {
	switch {
	case len(french.Quotes(p.sentence.text)) > 0 && p.saidBefore(m):
		return p.vouch(c)
	case l.elsewhere > 0 && p.headMissing(m):
		c.Verdict = Undecided
		c.because("the sentence does not say that %s says it", c.Claim)
	case l.elsewhere > 0 && (p.acting(m) || !p.reportsThat(m)):
		return c // the subject of the sentence
	case l.elsewhere > 0 && p.isBody(m):
		return c // « selon un bilan », which is the subject of the sentence
	case l.elsewhere > 0:
		c.Verdict = Undecided
		c.because("the sentence does not say that %s says it", c.Claim)
	case l.known > 0 && !p.speaks(p.sentence):
		c.Verdict = Refuted
		c.because("the sentence names nobody who says it")
	default:
		c.Verdict = Undecided
		c.because("the sentence names nobody who says it")
	}
	return c
}

// isBody tells whether the first word of the claim's speaker that the sentence
// has is a report, a body or the like.
func (p *pair) isBody(m saying) bool {
	for i := range p.claim.words {
		if w := &p.claim.words[i]; m.speaker.holds(w.start) && w.to >= 0 && !w.light {
			return bodies[p.sentence.words[w.to].fold] || bodies[w.fold]
		}
	}
	return false
}

// listeners are those whom somebody tells something, and no speakers.
var listeners = set("reporters journalists journalistes presse press media medias lawmakers deputes parliament")

// listens tells whether a claim's speaker is only who is told.
func (p *pair) listens(m saying) bool {
	for i := range p.claim.words {
		if w := &p.claim.words[i]; m.speaker.holds(w.start) && !w.light {
			return listeners[w.fold] && m.speaker.start >= m.verb.end
		}
	}
	return false
}

// speaks tells whether any word of a text may report what somebody says.
func (p *pair) speaks(r *reading) bool {
	for i := range r.words {
		if f := r.words[i].fold; french.Speaking(f) || f == "selon" || f == "apres" || f == "avis" || f == "yeux" {
			return true
		}
	}
	return strings.ContainsAny(r.text, "«“\"")
}

// reportsThat tells whether what a claim's speaker says follows as a clause of its own.
func (p *pair) reportsThat(m saying) bool {
	for i := range p.claim.words {
		if w := &p.claim.words[i]; w.start >= m.verb.end {
			return w.fold == "que" || w.fold == "qu" || w.fold == "that" || m.said.start == 0
		}
	}
	return m.said.start == 0
}
