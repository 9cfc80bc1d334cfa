package summary

import (
	"strings"

	"verbatim/knowledge/french"
)

// run is the stretch of sentences over which a quotation goes, places of the
// first and the last; both zero and in false where there is none.
type run struct {
	first, last int
	in          bool
}

const longestRun = 8 // sentences of one quotation; more are a mark that nobody closed

var (
	// Words that point back to the sentence before where a sentence begins with them.
	pointers = set(`il elle ils elles ce c cet cette ces cela ca celui celle ceux celles lui eux son sa ses leur leurs`)
	// What makes them point at nothing: « il faut », « cette année », « c'est lundi que ».
	idle = set(`faut faudra faudrait fallait y agit semble semaine annee mois jour jours nuit matin soir apres-midi saison fois lundi mardi mercredi jeudi
vendredi samedi dimanche derniers dernieres printemps ete automne hiver`)
	// Words that join a sentence to the one before.
	joiners = set(`et mais or car puis donc ainsi ensuite enfin cependant pourtant toutefois neanmoins egalement aussi autrement parallelement ailleurs outre
resultat consequence revanche contraire idem meme les autre autres`)
)

// lean reads whether a sentence points back: then it names its need.
func (p *prose) lean(s *sentence, l list, all class) {
	first := l.at(0)
	spoken := strings.HasPrefix(s.text, "«") || strings.HasPrefix(s.text, "“") || strings.HasPrefix(s.text, `"`)
	if l.points(0) && !(spoken && !asks(s.text)) || !spoken && l.pointsLater() {
		s.leans = true
	}
	for i := 0; i < min(3, len(l.terms)); i++ {
		s.links = s.links || joiners[l.at(i)] && (i == 0 || l.at(0) == "en" || l.at(0) == "d" || l.at(0) == "au" || l.at(0) == "par")
	}
	s.links = s.links && first != "les" && first != "meme"
	s.reports = all&speaking != 0 || len(french.Quotes(s.text)) > 0
	if !s.reports {
		return
	}
	for _, at := range french.Attributions(s.text) {
		switch {
		case at.Pronoun || at.SpeakerEnd <= at.SpeakerStart:
			s.pronoun = true
		default:
			s.speaker = p.speakerID(s.text[at.SpeakerStart:at.SpeakerEnd])
		}
	}
	s.leans = s.leans || s.pronoun && s.speaker == 0 && len(s.units) == 0 || s.pronoun && s.speaker == 0 && asks(s.text)
}

// points tells whether the word in a place points back.
func (l list) points(i int) bool {
	return pointers[l.at(i)] && !idle[l.at(i+1)] && !(l.at(i+1) == "s" && l.at(i+2) == "agit")
}

// pointsLater finds a subject that points back behind the words that a sentence
// begins with: « Chaque matin, ils … », « À lui seul, ce changement … », « Six
// d'entre eux ». « Le maire, lui, … » points at nothing.
func (l list) pointsLater() bool {
	for i := 1; i < min(6, len(l.terms)); i++ {
		switch w := l.at(i); {
		case w == "eux" || w == "elles":
			if l.at(i-1) == "entre" {
				return true
			}
		case strings.Contains(l.text[l.words[i-1].End:l.words[i].Start], ",") && l.points(i):
			return w == "il" || w == "ils" || w == "elle" && !l.closed(i) || w == "ce" || w == "cet" || w == "cette" || w == "ces"
		}
	}
	return false
}

// closed tells whether a comma follows a word.
func (l list) closed(i int) bool {
	return strings.HasPrefix(l.text[l.words[i].End:], ",")
}

// asks finds the turned pronoun of « a-t-il dit », « explique-t-elle ».
func asks(text string) bool {
	return strings.Contains(text, "-il") || strings.Contains(text, "-elle") || strings.Contains(text, "-on")
}

// quotations finds the quotations that go over several sentences: whatever of
// one is chosen needs the sentence of it that names who speaks.
func (p *prose) quotations() {
	first := -1
	for i, s := range p.all {
		if first >= 0 && (s.paragraph != p.all[first].paragraph || i-first >= longestRun) {
			p.unclosed(first, i-1)
			first = -1
		}
		depth := opens(s.text)
		switch {
		case first < 0 && depth > 0:
			first = i
		case first >= 0 && depth < 0:
			p.close(first, i)
			first = -1
		}
	}
	if first >= 0 {
		p.unclosed(first, len(p.all)-1)
	}
}

// opens is 1 where a sentence ends inside a quotation that it opens, -1 where
// it closes one that it did not open.
func opens(text string) int {
	out := 0
	for _, q := range french.Quotes(text) {
		switch {
		case q.Open && q.Start == 0 && !strings.HasPrefix(text, "«"):
			out = -1
		case q.Open:
			out = 1
		}
	}
	return out
}

func (p *prose) close(first, last int) {
	speaker := -1
	for i := first; i <= last; i++ {
		p.all[i].run = run{first, last, true}
		if p.all[i].speaker > 0 || p.all[i].pronoun {
			speaker = i
		}
	}
	for i := first; i <= last; i++ {
		switch s := p.all[i]; {
		case speaker < 0:
			s.leans = true
		case i != speaker:
			s.needs = append(s.needs, speaker)
		}
	}
}

// unclosed marks sentences inside a quotation whose end is not to be seen.
func (p *prose) unclosed(first, last int) {
	for i := first; i <= last; i++ {
		p.all[i].run = run{first, last, true}
		if i > first || p.all[i].speaker == 0 {
			p.all[i].leans = true
		}
	}
}

// antecedents gives a sentence that points back the one before it.
func (p *prose) antecedents() {
	for i, s := range p.all {
		if !s.leans {
			continue
		}
		from := i
		if s.run.in {
			from = s.run.first
		}
		if from == 0 {
			s.alone = i > 0 || s.run.in
			continue
		}
		s.needs = append(s.needs, from-1)
	}
}
