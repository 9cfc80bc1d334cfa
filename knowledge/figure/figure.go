// Package figure reads the figures of French and English text exactly:
// numbers in digits or words, percentages, money, measures, dates, times,
// ordinals, fractions, with their units and bounds. Values are rational
// numbers; nothing is rounded. The same thing said in either language reads
// the same: « dix mille km² » and "10,000 square kilometres" are equal.
package figure

import (
	"math/big"
	"strings"
)

// Kind tells what a figure measures.
type Kind string

// The kinds of figure.
const (
	Number   Kind = "number"   // a count, with or without a unit
	Percent  Kind = "percent"  // unit "%"
	Money    Kind = "money"    // unit: ISO 4217 code, or "pound", "crown", …
	Measure  Kind = "measure"  // unit: "km2", "kg", "year", …
	Ordinal  Kind = "ordinal"  // « troisième », "3rd"
	Fraction Kind = "fraction" // « deux tiers », "half"
	Multiple Kind = "multiple" // « trois fois », "twice"
	Vague    Kind = "vague"    // « des dizaines de milliers »: Value is the magnitude
	Day      Kind = "date"     // Date is filled, Value nil
	Clock    Kind = "time"     // Value is minutes since midnight
)

// Bound tells how a figure limits what it counts.
type Bound string

// The bounds. A range is two figures, From and To.
const (
	Exact  Bound = ""
	About  Bound = "about"
	Nearly Bound = "nearly"
	More   Bound = "more than"
	Least  Bound = "at least"
	Less   Bound = "less than"
	Most   Bound = "at most"
	From   Bound = "from"
	To     Bound = "to"
)

// Date is a day, a month, a year or a stretch of time as far as it is said:
// what is not said is zero.
type Date struct {
	Year, Month, Day int
	Weekday          int    // 1 Monday to 7 Sunday
	Century          int    // 19 for « XIXe siècle »
	Decade           bool   // « les années 1990 »: Year is 1990
	Part             string // "early", "mid", "late"
	Relative         string // "today", "yesterday", "week-1", "year+1", …
}

// Figure is one figure of a text. Start and End are bytes of that text and
// hold the number with its unit, without its bound.
type Figure struct {
	Start, End int
	Kind       Kind
	Value      *big.Rat // nil for dates
	Unit       string   // language-free: "km2", "EUR", "%", "year"; "" where what is counted is a noun
	Bound      Bound
	Loose      bool // the bound may as well be a preposition: "over three years"
	Ends       bool // one of two ends that are said together: « de 10 à 15 »
	Date       Date
	Raw        string // text[Start:End]
	ends       int    // token after the figure
	begins     int    // first token of the figure
	scale      *big.Rat
}

// The languages that can be read.
const (
	French  = "fr"
	English = "en"
)

// Read returns the figures of a text in the order of the text. lang is
// [French] or [English]; it decides what a comma and a point in a number are.
// « un », "one" and "a" alone are articles and no figures. The work is linear
// in the length of the text.
func Read(text, lang string) []Figure {
	r := reader{text: text, english: lang == English}
	r.tokens = scan(text, r.english)
	var out []Figure
	for i := 0; i < len(r.tokens); {
		f, next, ok := r.at(i)
		if !ok || next <= i {
			i++
			continue
		}
		f.begins, f.ends = i, next
		f.Start, f.End = r.tokens[i].start, r.tokens[next-1].end
		if f.Kind != Day && f.Kind != Clock && f.Kind != Ordinal {
			r.bind(&f)
		}
		f.Raw = text[f.Start:f.End]
		out = append(out, f)
		i = next
	}
	r.share(out)
	return r.together(out)
}

type reader struct {
	text    string
	english bool
	tokens  []token
	last    amount
}

// at reads the figure that begins with token i.
func (r *reader) at(i int) (Figure, int, bool) {
	t := r.tokens[i]
	if t.kind == mark && !t.currency() {
		return Figure{}, 0, false
	}
	if t.kind == word && !starters[t.low] && !r.mayBegin(t) {
		return Figure{}, 0, false
	}
	for _, read := range [...]func(int) (Figure, int, bool){
		r.date, r.clock, r.multiple, r.fraction, r.ordinal, r.vague, r.quantity,
	} {
		if f, next, ok := read(i); ok {
			return f, next, true
		}
	}
	return Figure{}, 0, false
}

// starters are the words that a figure may begin with.
var starters = func() map[string]bool {
	out := map[string]bool{"hundred": true, "thousand": true, "cent": true, "cents": true, "mille": true, "a": true, "an": true, "une": true, "le": true, "un": true,
		"demi": true, "half": true, "moitié": true, "midi": true, "minuit": true, "noon": true, "midday": true, "midnight": true, "us": true,
		"several": true, "few": true, "plusieurs": true, "quelques": true, "dozen": true, "twice": true, "thrice": true, "années": true,
		"aujourd": true, "today": true, "hier": true, "yesterday": true, "demain": true, "tomorrow": true, "avant": true, "last": true,
		"previous": true, "following": true, "next": true, "this": true, "ce": true, "cet": true, "cette": true, "début": true, "beginning": true,
		"start": true, "fin": true, "end": true, "milieu": true, "middle": true, "mi": true, "mid": true, "early": true, "late": true}
	for _, m := range []map[string]int64{frenchSmall, englishSmall, frenchScale, englishScale, frenchVague, englishVague, frenchDozens, timesWords} {
		for w := range m {
			out[w] = true
		}
	}
	for _, m := range []map[string]int{months, englishMonths, weekdays, rankWords} {
		for w := range m {
			out[w] = true
		}
	}
	for _, m := range []map[string]string{codes, periods} {
		for w := range m {
			out[w] = true
		}
	}
	return out
}()

// mayBegin tells whether a word begins a figure by its make: "sixth",
// « dixième », "tenfold", « XIXe ».
func (r *reader) mayBegin(t token) bool {
	if r.english {
		return strings.HasSuffix(t.low, "th") || strings.HasSuffix(t.low, "fold")
	}
	return strings.HasPrefix(t.low, "divis") || t.upper && strings.HasSuffix(t.low, "e") && len(t.low) < 8 || strings.Contains(t.low, "ième")
}

// word is the lower-case word of token i, or "" where it is none.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.tokens) || r.tokens[i].kind == number {
		return ""
	}
	return r.tokens[i].low
}

func (r *reader) isMark(i int, s string) bool {
	return i >= 0 && i < len(r.tokens) && r.tokens[i].kind == mark && r.tokens[i].low == s
}

// digits is the whole number of token i where it is written in digits alone.
func (r *reader) digits(i int) (int, bool) {
	if i < 0 || i >= len(r.tokens) || r.tokens[i].kind != number || !r.tokens[i].plain {
		return 0, false
	}
	t := r.tokens[i]
	if t.end-t.start > 9 {
		return 0, false
	}
	return int(t.value.Num().Int64()), true
}
