package proof

import (
	"strings"

	"verbatim/knowledge/figure"
)

// scopes are small words that change what is said without being compared one
// by one: how many, in which order, for or against. Each row is one sense, in
// both languages; rival is the row of the opposite sense, or -1.
var scopes = []struct {
	words map[string]bool
	rival int
}{
	{set("before avant prior"), 1},
	{set("after apres following suite issue lendemain depuis since"), 0},
	{set("favor favour faveur"), 3},
	{set("against contre opposed oppose opposes hostile"), 2},
	{set("all every everyone everybody whole entire tous toutes tout toute chaque ensemble entier entiere totalite integralite"), -1},
	{set("only seulement uniquement seul seule seuls seules exclusivement ne n just simple simplement"), -1},
	{set("most mostly mainly majority plupart majorite majoritairement principalement surtout essentiellement"), -1},
	{set("always toujours constamment"), -1},
	{set("again nouveau nouvelle encore reprise re-"), -1},
	{set("exactly exactement precisement precisely"), -1},
	{set("ahead devant front"), 11},
	{set("behind derriere"), 10},
}

// wholeScope is the row of what is said of all.
const wholeScope = 4

// partial are words by which a sentence speaks of some alone.
var partial = set("certains certaines partie parties plupart majorite quelques plusieurs presque majoritairement tiers moitie quart dizaine centaine principalement surtout essentiellement notamment maximum")

// needs are the scopes that the sentence must have where the claim has them,
// the others matter only where the sentence has their rival instead.
var needs = []bool{false, false, false, false, true, true, true, false, false, true, false, false}

// scope compares the small words that change what is said.
func (p *pair) scope() []Check {
	var out []Check
	for n, s := range scopes {
		mine := ""
		for i := range p.claim.words {
			if w := &p.claim.words[i]; s.words[w.fold] && w.to < 0 && !w.figure && !w.negator && !(w.fold == "apres" && p.claim.fold(i-1) == "d") && !p.claim.bounding(i) {
				mine = p.claim.raw(w)
			}
		}
		if mine == "" || p.sentence.has(s.words) {
			continue
		}
		if n == wholeScope && !p.sentence.has(partial) {
			continue // « les 172 passagers » are all of them
		}
		if needs[n] || s.rival >= 0 && p.sentence.has(scopes[s.rival].words) {
			out = append(out, because(Check{Kind: "scope", Claim: mine, Verdict: Undecided}, "the sentence does not show “%s”", mine)...)
		}
	}
	return out
}

// bounding tells whether word i is part of a bound, which the figure has: "at most".
func (r *reading) bounding(i int) bool {
	return r.words[i].fold == "most" && r.fold(i-1) == "at" || r.words[i].fold == "plus" || r.words[i].fold == "just" || r.words[i].fold == "tout" && r.fold(i+1) == "au"
}

var (
	moreWords = set("plus more davantage higher greater larger bigger superieur superieure")
	lessWords = set("moins less fewer smaller lower inferieur inferieure")
)

// comparison compares the directions of comparisons: « trois fois plus »,
// "less ice than". Bounds of figures are compared with their figures.
func (p *pair) comparison() []Check {
	myMore, myLess := p.claim.compares(moreWords), p.claim.compares(lessWords)
	more, less := p.sentence.compares(moreWords), p.sentence.compares(lessWords)
	c := Check{Kind: "opposite", Verdict: Refuted}
	switch {
	case myLess != "" && less == "" && more != "" && myMore == "":
		c.Claim, c.Sentence = myLess, more
	case myMore != "" && more == "" && less != "" && myLess == "":
		c.Claim, c.Sentence = myMore, less
	default:
		return nil
	}
	c.because("the claim says “%s”, the sentence “%s”", c.Claim, c.Sentence)
	return []Check{c}
}

// compares is a word of the list that compares things and bounds no figure.
func (r *reading) compares(list map[string]bool) string {
	for i := range r.words {
		w := &r.words[i]
		before, next := r.fold(i-1), r.fold(i+1)
		if !list[w.fold] || before == "au" || before == "at" || before == "ne" || before == "n" || before == "ou" || before == "or" || next == "or" {
			continue
		}
		if (next == "de" || next == "d" || next == "than" || next == "que") && !r.dayAt(i+2) && i+2 < len(r.words) && (r.words[i+2].figure || i+3 < len(r.words) && r.words[i+3].figure && (r.fold(i+2) == "un" || r.fold(i+2) == "une" || r.fold(i+2) == "a")) {
			continue
		}
		if i+1 < len(r.words) && r.words[i+1].figure || w.fold == "plus" && r.negatedBefore(i) {
			continue
		}
		return r.raw(w)
	}
	return ""
}

// alternatives looks for two things that the sentence joins by « ou » of which
// the claim has one alone: « morts ou blessés » are not "dead".
func (p *pair) alternatives() []Check {
	if p.claim.fold(0) == "" || p.claim.has(set("ou or")) {
		return nil
	}
	reached := make([]bool, len(p.sentence.words))
	for i := range p.claim.words {
		if to := p.claim.words[i].to; to >= 0 {
			reached[to] = true
		}
	}
	for i := range p.sentence.words {
		if p.sentence.words[i].fold != "ou" || i == 0 || i+1 == len(p.sentence.words) || p.sentence.words[i].end-p.sentence.words[i].start > 2 || strings.Contains(p.sentence.raw(&p.sentence.words[i]), "ù") {
			continue
		}
		a, b := i-1, i+1
		for b < len(p.sentence.words)-1 && p.sentence.words[b].light {
			b++
		}
		if !p.sentence.words[a].content() || !p.sentence.words[b].content() || reached[a] && reached[b] {
			continue
		}
		if !reached[a] && !reached[b] && p.supported()[p.sentence.words[a].clause] < 0.5 {
			continue
		}
		both := p.sentence.text[p.sentence.words[a].start:p.sentence.words[b].end]
		return because(Check{Kind: "scope", Sentence: both, Verdict: Undecided}, "the sentence says “%s”, the claim only one of them", both)
	}
	return nil
}

// dayAt tells whether word i belongs to a date: "lower than last year's".
func (r *reading) dayAt(i int) bool {
	for k := range r.figures {
		if f := &r.figures[k]; i < len(r.words) && f.Kind == figure.Day && f.Start <= r.words[i].start && r.words[i].start < f.End {
			return true
		}
	}
	return false
}
