package index

import "strings"

// offer is what kinds of answer a sentence can hold.
type offer uint32

const (
	offersFigure offer = 1 << iota
	offersYear
	offersDate // a month, a day, a century
	offersCounting
	offersName
	offersFullName // two capitalised words in a row
	offersPlace    // a capitalised word after à, en, dans …
	offersReason
	offersDefinition
	offersQuotation
	offersSpeech
	offersMeasure
	offersManner
	offersNaming
	offersParenthesis
	offersList
	offersNegation
	offerCount = iota
)

// offersOf reads what a sentence offers off its words, and whether it begins
// with a word that points at the sentence before.
func (x *Index) offersOf(tokens []token, text string) (o offer, leads bool) {
	for i, t := range tokens {
		c := x.words.form[t.form].class
		o |= o.ofClass(c)
		name := t.isName(c)
		if name {
			o |= offersName
			if i > 0 {
				before := tokens[i-1]
				bc := x.words.form[before.form].class
				if before.shape&capital != 0 && bc&function == 0 {
					o |= offersFullName
				}
				if bc&(locative|article) != 0 {
					o |= offersPlace
				}
			}
		}
		if c&copula != 0 && i+1 < len(tokens) && x.words.form[tokens[i+1].form].class&article != 0 {
			o |= offersDefinition
		}
		if i < 2 && c&pronoun != 0 {
			leads = true
		}
	}
	if strings.Contains(text, "«") || strings.Contains(text, `"`) || strings.Contains(text, "“") {
		o |= offersQuotation
	}
	if strings.Contains(text, "(") {
		o |= offersParenthesis
	}
	if strings.Count(text, ",") >= 3 {
		o |= offersList
	}
	return o, leads
}

// ofClass is what a single word of this class offers.
func (offer) ofClass(c class) (o offer) {
	for _, p := range [...]struct {
		c class
		o offer
	}{
		{figure, offersFigure}, {year, offersYear}, {month | clock, offersDate}, {counting, offersCounting},
		{reason, offersReason}, {speech, offersSpeech}, {measure, offersMeasure}, {manner, offersManner},
		{naming, offersNaming},
	} {
		if c&p.c != 0 {
			o |= p.o
		}
	}
	return o
}

// isName tells whether a token of this class looks like a proper name.
func (t token) isName(c class) bool {
	return t.shape&(capital|initial) == capital && c&(function|month|figure) == 0
}

// add counts a token n times.
func (c *counts) add(t token, n int) {
	if t.isName(t.class) {
		c.names = counted(c.names, n)
	}
	if t.class&(figure|counting) != 0 {
		c.figures = counted(c.figures, n)
	}
	if t.class&(year|month|clock) != 0 {
		c.dates = counted(c.dates, n)
		if t.class&year != 0 {
			c.years = counted(c.years, n)
		}
	}
}

func counted(count uint8, n int) uint8 { return uint8(min(255, int(count)+n)) }
