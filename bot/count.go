package bot

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"verbatim/knowledge"
	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
)

// count is a figure with what it counts.
type count struct {
	figure.Figure
	at   knowledge.Span // of the text: the figure with its bound and the noun after it
	noun string         // its stem; "" where the unit tells
}

// counts are the figures of a sentence that count or measure something; dates,
// ordinals and what is only magnitude are none, nor are the ends of a range.
func counts(text string) []count {
	words := french.Words(text)
	var out []count
	for _, f := range figure.Read(text, figure.French) {
		switch f.Kind {
		case figure.Number, figure.Percent, figure.Money, figure.Measure:
		default:
			continue
		}
		if f.Ends || f.Bound == figure.From || f.Bound == figure.To {
			continue
		}
		c := count{Figure: f, at: knowledge.Span{Start: f.Start, End: f.End}}
		if f.Unit == "" {
			c.counted(text, words)
		}
		if c.bounded(text, words) {
			out = append(out, c)
		}
	}
	return out
}

// counted takes in the noun after the figure.
func (c *count) counted(text string, words []french.Word) {
	for _, w := range words {
		word := text[w.Start:w.End]
		if w.Start >= c.End && !w.Elided && utf8.RuneCountInString(word) > 2 {
			if strings.Trim(text[c.End:w.Start], " \u00a0\u202fd'’e") == "" {
				c.at.End, c.noun = w.End, string(french.Stem([]byte(french.Fold(word))))
			}
			return
		}
	}
}

// boundWords is how many words before or after a figure its bound may take.
const boundWords = 4

// bounded takes in the words of the figure's bound, and reports whether they
// were found: without them the figure says something else.
func (c *count) bounded(text string, words []french.Word) bool {
	same := func(start, end int) bool {
		for _, f := range figure.Read(text[start:end], figure.French) {
			if f.Bound == c.Bound && f.Value.Cmp(c.Value) == 0 {
				return true
			}
		}
		return false
	}
	if c.Bound == figure.Exact {
		return true
	}
	first := 0 // word of the figure
	for first < len(words) && words[first].Start < c.Start {
		first++
	}
	for i := first; i >= max(0, first-boundWords); i-- {
		if start := min(c.at.Start, startOf(words, i, c.at.Start)); same(start, c.at.End) {
			c.at.Start = start
			return true
		}
	}
	after := 0
	for _, w := range words {
		if w.Start >= c.at.End && after < boundWords {
			after++
			if same(c.at.Start, w.End) {
				c.at.End = w.End
				return true
			}
		}
	}
	return false
}

// startOf is where word i begins, or else what stands for none.
func startOf(words []french.Word, i, none int) int {
	if i < len(words) {
		return words[i].Start
	}
	return none
}

// alike tells whether two figures count the same kind of thing.
func (c count) alike(o count) bool {
	return c.Kind == o.Kind && c.Unit == o.Unit && c.noun == o.noun && (c.Unit != "" || c.noun != "")
}

// agrees tells whether two figures can both be right: « plus de 12 » and « 15 »
// can.
func (c count) agrees(o count) bool {
	if !c.alike(o) {
		return false
	}
	low, high := c.reach()
	least, most := o.reach()
	return (high == nil || least.Cmp(high) <= 0) && (most == nil || low.Cmp(most) <= 0)
}

// roughly is how far what is about a value may be from it.
var roughly = big.NewRat(1, 10)

// reach is what a figure may stand for; high is nil where nothing bounds it. The
// value itself belongs to « plus de » and « moins de » too: nobody is said to
// contradict for so little.
func (c count) reach() (low, high *big.Rat) {
	zero, v := new(big.Rat), c.Value
	slack := new(big.Rat).Mul(v, roughly)
	under, over := new(big.Rat).Sub(v, slack), new(big.Rat).Add(v, slack)
	switch c.Bound {
	case figure.About:
		return under, over
	case figure.Nearly:
		return under, v
	case figure.More, figure.Least:
		return v, nil
	case figure.Less, figure.Most:
		return zero, v
	}
	return v, v
}
