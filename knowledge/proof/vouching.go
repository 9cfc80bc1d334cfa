package proof

import (
	"strings"

	"verbatim/knowledge/french"
)

// saidBefore tells whether the neighbouring sentences name the claim's speaker.
func (p *pair) saidBefore(m saying) bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if m.speaker.holds(w.start) && w.name && p.inContext(w) {
			return true
		}
	}
	return false
}

// vouch accepts a speaker that only the neighbouring sentences name, unless
// they let several people speak.
func (p *pair) vouch(c Check) Check {
	if who, found := p.spokeLast(); who != "" {
		if !found {
			c.Sentence, c.Verdict = who, Refuted
			c.because("%s says it, not %s", who, c.Claim)
		}
		return c
	}
	who := map[string]bool{}
	for _, text := range p.context {
		for _, a := range french.Attributions(clip(text)) {
			for _, n := range french.Names(text[a.SpeakerStart:a.SpeakerEnd]) {
				words := strings.Fields(text[a.SpeakerStart+n.Start : a.SpeakerStart+n.End])
				who[words[len(words)-1]] = true
				break
			}
		}
	}
	if len(who) > 1 {
		c.Verdict = Undecided
		c.because("only a pronoun says it in the sentence, and several people speak beside it")
	}
	return c
}

// voices are heads of a speaker that speak for what they belong to.
var voices = set(`analyse rapport etude communique donnees chiffres depeche porte estimation enquete sondage declaration message compte source sources
statistiques responsable responsables bilan note lettre document documents site reponse agence directeur direction service services`)

// spokeLast is who speaks last in the sentences right before, and whether it
// is one whom the claim names as a speaker.
func (p *pair) spokeLast() (who string, named bool) {
	for i := len(p.before) - 1; i >= 0; i-- {
		text := clip(p.before[i])
		list := french.Attributions(text)
		for k := len(list) - 1; k >= 0; k-- {
			a := list[k]
			if a.Pronoun || a.SpeakerEnd <= a.SpeakerStart {
				continue
			}
			who = text[a.SpeakerStart:a.SpeakerEnd]
			for j := range p.claim.words {
				w := &p.claim.words[j]
				for _, m := range p.mine {
					named = named || m.speaker.holds(w.start) && w.name && standsIn(w, who)
				}
			}
			return who, named
		}
	}
	return "", false
}

// complement is the sentence's speaker where the claim's speaker is only what
// belongs to it: « le chef de cabinet de M. Zelensky » for Zelensky.
func (p *pair) complement(m saying, theirs []saying) string {
	who := ""
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !m.speaker.holds(w.start) || w.light && !w.name || w.figure {
			continue
		}
		if w.to < 0 && !w.name {
			return "" // it may be the head
		}
		if w.to < 0 {
			continue
		}
		for _, t := range theirs {
			if !t.speaker.holds(p.sentence.words[w.to].start) {
				continue
			}
			head := p.sentence.wordAt(t.speaker.start)
			for head < w.to && p.sentence.words[head].light {
				head++
			}
			of := w.to - 1
			for of > head && p.sentence.words[of].light && p.sentence.fold(of) != "de" && p.sentence.fold(of) != "du" && p.sentence.fold(of) != "d" && p.sentence.fold(of) != "des" {
				of--
			}
			f := p.sentence.fold(of)
			if head >= w.to || voices[p.sentence.fold(head)] || p.sentence.words[head].name || f != "de" && f != "du" && f != "d" && f != "des" {
				return ""
			}
			who = p.sentence.text[t.speaker.start:t.speaker.end]
		}
	}
	return who
}
