package figure

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"
)

// together reads what several figures say as one or for each other: the days
// of one month (« les 12 et 13 octobre », "October 12 and 13"), hours with
// their minutes ("4 hours 38 minutes"), seconds with their hundredths (« 9 s 79 »).
func (r *reader) together(list []Figure) []Figure {
	for i := len(list) - 2; i >= 0; i-- {
		if next := &list[i+1]; list[i].dayOf(next) && next.Date.Day > 0 && list[i].day() < next.Date.Day && r.lists(&list[i], next) {
			list[i].Kind, list[i].Date = Day, Date{Year: next.Date.Year, Month: next.Date.Month, Day: list[i].day()}
			list[i].Value, list[i].Bound = nil, Exact
		}
	}
	for i := 1; i < len(list); i++ {
		if before := &list[i-1]; r.english && list[i].dayOf(before) && before.Date.Day > 0 && list[i].day() > before.Date.Day && r.lists(before, &list[i]) && !r.nounAfter(&list[i]) {
			list[i].Kind, list[i].Date = Day, Date{Year: before.Date.Year, Month: before.Date.Month, Day: list[i].day()}
			list[i].Value, list[i].Bound = nil, Exact
		}
	}
	out := list[:0]
	for _, f := range list {
		if n := len(out) - 1; n >= 0 && r.joins(&out[n], &f) {
			continue
		}
		out = append(out, f)
	}
	return out
}

// dayOf tells whether a bare number may be a day of the month of another figure.
func (f *Figure) dayOf(date *Figure) bool {
	return f.Kind == Number && f.Unit == "" && f.day() > 0 && date.Kind == Day && date.Date.Month > 0 && date.Date.Weekday == 0 && date.Date.Relative == ""
}

// day is a bare number in digits as a day, 0 where it is none.
func (f *Figure) day() int {
	if f.Kind != Number || !f.Value.IsInt() || len(f.Raw) > 2 || strings.Trim(f.Raw, "0123456789") != "" {
		return 0
	}
	if n := f.Value.Num().Int64(); n >= 1 && n <= 31 {
		return int(n)
	}
	return 0
}

// lists tells whether nothing but what parts the members of a list stands
// between two figures.
func (r *reader) lists(a, b *Figure) bool {
	switch strings.ToLower(strings.TrimSpace(r.text[a.End:b.Start])) {
	case ",", "et", "ou", "au", "et le", "ou le", "and", "or", "to", "and the", "-", "–", "&":
		return true
	}
	return false
}

// nounAfter tells whether a word that a number could count follows it.
func (r *reader) nounAfter(f *Figure) bool {
	rest := strings.TrimLeft(r.text[f.End:], " ")
	first, _ := utf8.DecodeRuneInString(rest)
	if !unicode.IsLower(first) {
		return false
	}
	next := rest
	if end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		next = rest[:end]
	}
	switch next {
	case "at", "in", "on", "and", "to", "for", "when", "as", "by", "with", "after", "before", "or", "between", "during":
		return false
	}
	return true
}

// joins adds a figure to the one before it where they are one measure.
func (r *reader) joins(a, b *Figure) bool {
	between := strings.ToLower(strings.TrimSpace(r.text[a.End:b.Start]))
	switch {
	case a.Kind == Measure && b.Kind == Measure && a.Unit == "hour" && b.Unit == "minute" && a.Value.IsInt() && (between == "" || between == "and" || between == "et"):
		a.Value = new(big.Rat).Add(a.Value, new(big.Rat).Quo(b.Value, big.NewRat(60, 1)))
	case !r.english && a.Kind == Number && b.Kind == Number && a.Unit == "" && b.Unit == "" && between == "s" && len(b.Raw) == 2 && a.Value.IsInt() && b.Value.IsInt():
		a.Kind, a.Unit = Measure, "second"
		a.Value = new(big.Rat).Add(a.Value, new(big.Rat).Quo(b.Value, big.NewRat(100, 1)))
	case !r.english && a.Kind == Measure && a.Unit == "second" && b.Kind == Number && b.Unit == "" && between == "" && len(b.Raw) == 2 && a.Value.IsInt() && b.Value.IsInt():
		a.Value = new(big.Rat).Add(a.Value, new(big.Rat).Quo(b.Value, big.NewRat(100, 1)))
	default:
		return false
	}
	a.End, a.ends = b.End, b.ends
	a.Raw = r.text[a.Start:a.End]
	return true
}
