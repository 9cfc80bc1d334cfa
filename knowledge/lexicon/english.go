package lexicon

import (
	"slices"
	"sort"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// part is a piece of a word between hyphens.
type part struct {
	word int    // position of its word
	text string // as the word has it
	stem string
}

func englishParts(words []string) []part {
	parts := make([]part, 0, len(words))
	for i, w := range words {
		pieces := englishPieces.get(w)
		if len(pieces) == 0 {
			pieces = []string{w}
		}
		for _, p := range pieces {
			parts = append(parts, part{i, p, englishStem.get(p)})
		}
	}
	return parts
}

// englishPhrase finds the longest entry of two or more parts at the start of
// parts that ends where a word ends.
func englishPhrase(parts []part) (count int, found []Equivalent) {
	if len(parts) < 2 {
		return 0, nil
	}
	key := parts[0].stem
	_, _, longer := english.find(key)
	for n := 2; longer && n <= len(parts); n++ {
		key += " " + parts[n-1].stem
		var value string
		var ok bool
		value, ok, longer = english.find(key)
		whole := n == len(parts) || parts[n].word != parts[n-1].word
		if ok && whole {
			count, found = n, equivalents(value)
		}
	}
	return count, found
}

// englishTerm is the term of one word, given as its parts.
func englishTerm(parts []part) Term {
	term := Term{First: parts[0].word, Count: 1}
	if len(parts) == 1 {
		word := englishWords.get(parts[0].text)
		term.Equivalents, term.Guessed = word.found, word.guessed
		return term
	}
	for _, p := range parts {
		word := englishWords.get(p.text)
		if word.guessed {
			continue
		}
		term.Equivalents = merge(term.Equivalents, word.found, 0.6)
	}
	return term
}

// englishWords remembers what was looked up.
var englishWords = &memo[looked]{of: func(text string) looked {
	found, guessed := englishWord(text)
	return looked{slices.Clip(found), guessed}
}}

// englishWord looks a single word up: itself, then what it may be inflected
// from, then French words of the same make.
func englishWord(text string) (found []Equivalent, guessed bool) {
	word := form.EnglishWord(text)
	if small[word] {
		return nil, false
	}
	value, exact, _ := english.find(word)
	found = equivalents(value)
	verbal := form.Irregular(word) || strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed")
	weight := 1.0
	for _, base := range form.Bases(word) {
		value, ok, _ := english.find(base)
		if !ok || small[base] {
			continue
		}
		more := equivalents(value)
		switch {
		case exact && verbal && form.Irregular(word): // found, left, rose
			found = merge(found, verbs(more, 0), 0.9)
		case exact && verbal: // building, wounded
			found = merge(found, verbs(more, 0), 0.5)
		case exact: // news, arms
		case verbal:
			found = merge(found, verbs(more, 0.6), weight)
		default:
			found = merge(found, more, weight)
		}
		weight *= 0.7
	}
	if found == nil && !strings.ContainsAny(word, "'0123456789") {
		found = Cognates(word)
		return found, found != nil
	}
	return found, false
}

// verbs keeps the equivalents that are verbs by their ending, and the others
// made less sure by rest, or not at all where rest is 0. Where none is a verb,
// a rest above 0 leaves the list as it is.
func verbs(list []Equivalent, rest float64) []Equivalent {
	var kept []Equivalent
	any := false
	for _, e := range list {
		switch {
		case infinitive(e.Text):
			any = true
			kept = append(kept, e)
		case rest > 0:
			kept = append(kept, Equivalent{e.Text, e.Sure * rest})
		}
	}
	if !any && rest > 0 {
		return list
	}
	return kept
}

// infinitive reports whether a word of the text ends as infinitives do.
func infinitive(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if end := w[max(0, len(w)-2):]; end == "er" || end == "ir" || end == "re" {
			return true
		}
	}
	return false
}

// merge adds more, made less sure by weight, to list; a text stands once, with
// its best figure, the surest first.
func merge(list, more []Equivalent, weight float64) []Equivalent {
next:
	for _, e := range more {
		e.Sure *= weight
		for i := range list {
			if list[i].Text == e.Text {
				list[i].Sure = max(list[i].Sure, e.Sure)
				continue next
			}
		}
		list = append(list, e)
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Sure > list[j].Sure })
	return list
}

// small are the words that mean nothing alone, or too much.
var small = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`a an the this that these those and or but nor so if than as of to in on at by for
from with about into onto upon over under between among through during before after above below up down out off again then
once here there when where why how what which who whom whose i you he she it we they me him her us them my your his its
our their mine yours hers ours theirs myself yourself himself herself itself ourselves themselves be am is are was were
been being have has had having do does did doing done will would shall should can could may might must ought not no yes
only own same too very just while until because since although though whether both either neither each few more most other
some such any all many much every another else also still yet even ever never now t s don isn aren wasn weren doesn didn
hasn haven hadn won wouldn couldn shouldn ll re ve let get got getting gets per via toward towards within without against
across along around behind beside besides beyond despite except like near onto till unlike whereas thus hence therefore
however moreover furthermore anyone anybody anything everyone everybody everything someone somebody something nobody
nothing none one ones oneself wherever whenever whatever whoever whichever`) {
		set[w] = true
	}
	return set
}()
