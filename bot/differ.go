package bot

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
)

// comparedHits is how many of the best hits are held against what is cited.
const comparedHits = 8

// compare notes where another article gives another value for what an answer
// cites, and cites both.
func (k *asking) compare() {
	a := k.answer
	if len(k.seen) < 2 || !a.Answered {
		return
	}
	for i, c := range a.Citations {
		for _, h := range k.found.Hits[:min(comparedHits, len(k.found.Hits))] {
			other := knowledge.Citation{Article: h.Article, Sentence: h.Sentence}
			mine, theirs, found := differing(c, other)
			if !found || h.Repeats {
				continue
			}
			other.Quote = theirs
			n := a.citeBeside(other, i)
			say := func(escape func(string) string) string {
				return a.differ(escape(value(c, mine, a.Language)), escape(value(other, theirs, a.Language)), i+1, n)
			}
			a.Differ = say(func(s string) string { return s })
			if a.Text += " " + say(Escape); a.Mode != ModeLLM {
				a.Text = say(Escape) + " " + a.Lead + "\n\n" + blockQuotes(a.Citations, true)
			}
			return
		}
	}
}

// citeBeside cites a sentence too. An extractive answer that is full gives up
// its last sentence for it, but not the kept one.
func (a *Answer) citeBeside(c knowledge.Citation, kept int) int {
	at := slices.IndexFunc(a.Citations, func(o knowledge.Citation) bool { return o.Article == c.Article && o.Sentence == c.Sentence })
	switch {
	case at >= 0:
		return at + 1
	case a.Mode == ModeLLM:
		a.Citations = append(a.Citations, c)
		return len(a.Citations)
	case len(a.Citations) < maxCited:
		a.Citations = append(a.Citations, c)
		a.Claims = append(a.Claims, knowledge.Claim{Text: c.Text(), Citations: []int{len(a.Citations)}, Proof: knowledge.ProofVerbatim})
		return len(a.Citations)
	}
	last := len(a.Citations) - 1
	if last == kept {
		last--
	}
	a.Citations[last] = c
	a.Claims[last].Text = c.Text()
	return last + 1
}

// value is what an article gives, in its own words, with its name and date.
func value(c knowledge.Citation, at knowledge.Span, language string) string {
	words := Text{French: "« " + oneLine(c.Article.Cut(at)) + " »", English: "“" + oneLine(c.Article.Cut(at)) + "”"}
	return words.In(language) + " (" + oneLine(Provenance(c.Article, language)) + ")"
}

// differ says which values differ, with the marks of their sentences.
func (a *Answer) differ(mine, theirs string, m, n int) string {
	lead := Text{French: "Les articles ne concordent pas : ", English: "The articles differ: "}.In(a.Language)
	return fmt.Sprintf("%s%s [%d], %s [%d].", lead, mine, m, theirs, n)
}

// differing are a figure of the cited part and one of a sentence of another
// article that count the same thing in sentences that say much the same, and
// are not equal.
func differing(c, other knowledge.Citation) (mine, theirs knowledge.Span, found bool) {
	if c.Article == other.Article || c.Text() == other.Text() || !sayTheSame(c.Text(), other.Text()) {
		return mine, theirs, false
	}
	start, own := c.Span().Start, counts(c.Text())
	beside, quote := counts(other.Text()), c.Quote
	if quote.Empty() {
		quote = c.Span()
	}
	for _, f := range own {
		if start+f.Start < quote.Start || start+f.End > quote.End || slices.ContainsFunc(beside, f.agrees) {
			continue
		}
		for _, g := range beside {
			if f.alike(g) && !slices.ContainsFunc(own, g.agrees) {
				at := other.Span().Start
				return shifted(f.at, start), shifted(g.at, at), true
			}
		}
	}
	return mine, theirs, false
}

func shifted(s knowledge.Span, by int) knowledge.Span {
	return knowledge.Span{Start: s.Start + by, End: s.End + by}
}

// sayTheSame tells whether half of the longer words of the shorter sentence
// stand in the other, and three at least.
func sayTheSame(a, b string) bool {
	x, y := longStems(a), longStems(b)
	shared := 0
	for s := range x {
		if y[s] {
			shared++
		}
	}
	return shared >= 3 && 2*shared >= min(len(x), len(y))
}

func longStems(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range french.Words(text) {
		word := text[w.Start:w.End]
		if first, _ := utf8.DecodeRuneInString(word); utf8.RuneCountInString(word) >= 5 && !unicode.IsDigit(first) {
			out[string(french.Stem([]byte(french.Fold(word))))] = true
		}
	}
	return out
}
