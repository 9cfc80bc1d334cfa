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
}

func sayings(r *reading) []saying {
	var out []saying
	if r.english {
		for _, a := range english.Attributions(r.text) {
			out = append(out, saying{span{a.SpeakerStart, a.SpeakerEnd}, span{a.VerbStart, a.VerbEnd}, span{a.SaidStart, a.SaidEnd}, a.Pronoun})
		}
		return out
	}
	at := 0
	for line := range strings.SplitSeq(r.text, "\n") {
		for _, a := range french.Attributions(line) {
			s := saying{span{a.SpeakerStart + at, a.SpeakerEnd + at}, span{a.VerbStart + at, a.VerbEnd + at}, span{a.SaidStart + at, a.SaidEnd + at}, a.Pronoun}
			if a.SpeakerEnd == 0 {
				s.speaker = span{}
			}
			out = append(out, s)
		}
		at += len(line) + 1
	}
	return out
}

func (s span) holds(at int) bool { return at >= s.start && at < s.end }

// speakers compares who says it.
func (p *pair) speakers() []Check {
	mine, theirs := sayings(p.claim), sayings(p.sentence)
	if len(mine) == 0 {
		return p.unattributed(theirs)
	}
	var out []Check
	for _, m := range mine {
		if m.pronoun || m.speaker.end <= m.speaker.start {
			continue
		}
		out = append(out, p.speaker(m, theirs))
	}
	return out
}

// speaker checks who the claim says that says it.
func (p *pair) speaker(m saying, theirs []saying) Check {
	text := p.claim.text[m.speaker.start:m.speaker.end]
	c := Check{Kind: "speaker", Claim: text, Verdict: Proved}
	words, known, found, elsewhere := 0, 0, 0, 0
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !m.speaker.holds(w.start) || w.light && !w.name || w.figure {
			continue
		}
		words++
		if w.known || w.name {
			known++
		}
		if w.to < 0 {
			continue
		}
		at := p.sentence.words[w.to].start
		in := false
		for _, t := range theirs {
			in = in || t.speaker.holds(at)
		}
		if in {
			found++
		} else {
			elsewhere++
		}
	}
	if words == 0 || found > 0 {
		return c
	}
	if len(theirs) == 0 {
		if elsewhere > 0 && (p.speaks(p.sentence) || !p.reportsThat(m)) {
			return c // the subject of the sentence
		}
		if elsewhere > 0 {
			c.Verdict, c.Reason = Refuted, "the sentence does not say that "+text+" says it"
			return c
		}
		c.Verdict, c.Reason = Undecided, "the sentence names nobody who says it"
		if known > 0 {
			c.Verdict = Refuted
		}
		return c
	}
	who := ""
	for _, t := range theirs {
		if t.pronoun || t.speaker.end <= t.speaker.start {
			if p.saidBefore(m) {
				return c
			}
			continue
		}
		who = p.sentence.text[t.speaker.start:t.speaker.end]
	}
	if who == "" {
		c.Verdict, c.Reason = Undecided, "only a pronoun says it in the sentence"
		return c
	}
	c.Sentence = who
	c.Reason = who + " says it, not " + text
	c.Verdict = Refuted
	if elsewhere == 0 && known < words {
		c.Verdict = Undecided
	}
	return c
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

// saidBefore tells whether the speaker of a claim is the last one that the
// neighbouring sentences name.
func (p *pair) saidBefore(m saying) bool {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if m.speaker.holds(w.start) && w.name && p.inContext(w) {
			return true
		}
	}
	return false
}

// unattributed checks a claim that names nobody who says it.
func (p *pair) unattributed(theirs []saying) []Check {
	for _, t := range theirs {
		said, speaker := 0, 0
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
			case t.said.holds(at):
				said++
			}
		}
		if said < 2 || speaker > 0 {
			continue
		}
		who := "somebody"
		if t.speaker.end > t.speaker.start {
			who = p.sentence.text[t.speaker.start:t.speaker.end]
		}
		return []Check{{Kind: "speaker", Sentence: who, Verdict: Refuted, Reason: who + " says it, the claim says it as a fact"}}
	}
	return nil
}
