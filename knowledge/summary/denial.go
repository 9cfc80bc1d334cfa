package summary

import "strings"

// denial is how a sentence answers an accusation or a report.
type denial int

const (
	none    denial = iota
	answer         // it is one where an accusation stands before it: « assure que … »
	neither        // neither confirms nor denies
	denied         // « dément », « conteste toute implication »
)

// denial reads whether a sentence denies something.
func (l list) denial() denial {
	found := none
	for i := range l.terms {
		switch {
		case l.is(i, confirming) && l.neither(i):
			return neither
		case l.is(i, denying) && !l.negated(i):
			found = max(found, denied)
		case l.is(i, objecting) && l.finite(i) && l.objects(i):
			found = max(found, denied)
		case l.is(i, answering) && l.finite(i) && l.clause(i+1):
			found = max(found, answer)
		case l.is(i, speaking) && l.without(i):
			found = max(found, answer)
		}
	}
	return found
}

// neither reads « n'a ni confirmé ni démenti », « sans confirmer ou infirmer ».
func (l list) neither(i int) bool {
	if w := l.at(i - 1); w != "ni" && w != "sans" && w != "ne" {
		return false
	}
	for j := i + 1; j < i+6 && j < len(l.terms); j++ {
		if w := l.at(j); strings.HasPrefix(w, "infirm") || strings.HasPrefix(w, "dement") || w == "nier" || w == "nie" {
			return true
		}
	}
	return false
}

// negated tells whether a denial is itself denied: « n'a pas démenti » answers
// nothing, and « difficile de nier » neither.
func (l list) negated(i int) bool {
	for j := i - 1; j >= i-3; j-- {
		if w := l.at(j); w == "n" || w == "ne" || w == "sans" {
			return true
		}
	}
	return false
}

// finite tells whether a word that may be a participle is none, or has its
// auxiliary: « conteste », « a contesté », and not « le projet contesté ».
func (l list) finite(i int) bool {
	w := l.words[i]
	text := l.text[w.Start:w.End]
	if !strings.HasSuffix(text, "é") && !strings.HasSuffix(text, "ée") && !strings.HasSuffix(text, "ées") && !strings.HasSuffix(text, "du") && !strings.HasSuffix(text, "és") {
		return true
	}
	for j := i - 1; j >= i-4; j-- {
		switch l.at(j) {
		case "a", "ont", "avait", "avaient", "aurait", "ayant", "est", "sont", "ete":
			return true
		}
	}
	return false
}

// objects tells whether a verb rejects an accusation: its object says so, or
// stands before it (« ce que conteste le groupe »), or it is reflexive.
func (l list) objects(i int) bool {
	if strings.HasPrefix(l.at(i), "defend") {
		for j := i - 1; j >= i-3; j-- {
			if w := l.at(j); w == "se" || w == "s" {
				return l.at(i+1) == "de" || l.at(i+1) == "d" || l.at(i+1) == "en"
			}
		}
		return false
	}
	if before := l.at(i - 1); before == "que" || before == "qu" || before == "les" && !l.is(i+1, number) {
		return true
	}
	if strings.HasPrefix(l.at(i), "conteste") && (l.at(i+1) == "avoir" || l.at(i+1) == "etre" || l.at(i+1) == "tout" || l.at(i+1) == "toute") {
		return true
	}
	if strings.HasSuffix(l.at(i), "ees") && l.within(i-7, 7, faulting) {
		return true // « les critiques, que le ministre a rejetées »
	}
	return l.within(i+1, 5, faulting|accusing) || l.within(i-4, 4, faulting)
}

// clause tells whether what somebody says begins soon after: « que », « avoir ».
func (l list) clause(i int) bool {
	for j := i; j < i+6; j++ {
		switch l.at(j) {
		case "que", "qu", "avoir", "etre", "ne", "n":
			return true
		}
	}
	return false
}

// without reads « dit n'avoir rien reçu », « affirme que … n'a jamais ».
func (l list) without(i int) bool {
	if w := l.at(i + 1); w == "n" || w == "ne" {
		return l.at(i+2) == "avoir" || l.at(i+2) == "etre" || l.at(i+2) == "pas" || l.at(i+2) == "jamais" || l.at(i+2) == "rien"
	}
	said := false
	for j := i + 1; j < i+12 && j < len(l.terms); j++ {
		switch w := l.at(j); {
		case w == "que" || w == "qu":
			said = true
		case said && (w == "n" || w == "ne"):
			return true
		}
	}
	return false
}

// object is the stem of what a denial names as « cette frappe », « ces
// candidatures »; -1 where it does not, or by a word for any accusation.
func (l list) object() int {
	for i := 1; i+1 < len(l.terms); i++ {
		switch l.at(i) {
		case "ce", "cet", "cette", "ces":
			if t := l.terms[i+1]; t.stem >= 0 && t.class&(faulting|accusing) == 0 && !idle[t.folded] {
				return t.stem
			}
		}
	}
	return -1
}
