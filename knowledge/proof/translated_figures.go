package proof

import (
	"errors"
	"math/big"
	"strings"

	"verbatim/knowledge/figure"
)

// sameFigures holds the figures of an original against those of its
// translation: none is lost, changed or added.
func sameFigures(original, translation string) error {
	theirs, mine := figure.Read(original, figure.French), figure.Read(translation, figure.English)
	taken := make([]bool, len(mine))
	for i := range theirs {
		f := &theirs[i]
		if !strict(f) {
			continue
		}
		best, grade := -1, nothing
		for k := range mine {
			if g := keeps(&mine[k], f); !taken[k] && g > grade {
				best, grade = k, g
			}
		}
		switch {
		case grade == nothing:
			return errors.New("figure: " + f.Raw + " is missing")
		case grade == valueOnly && f.Unit != "" && mine[best].Unit != "":
			return errors.New("unit: " + f.Raw + " became " + mine[best].Raw)
		case grade == allButBound:
			return errors.New("bound: " + withBound(f) + " became " + withBound(&mine[best]))
		}
		taken[best] = true
	}
	for k := range mine {
		if taken[k] || !strict(&mine[k]) {
			continue
		}
		found := strings.Contains(original, mine[k].Raw)
		for i := range theirs {
			found = found || keeps(&mine[k], &theirs[i]) > nothing
		}
		if !found {
			return errors.New("figure: " + mine[k].Raw + " is added")
		}
	}
	return sameNumberWords(theirs, mine)
}

// sameNumberWords compares numbers in words. One alone may be put otherwise
// (« les deux », "both"); one that is gone where another has come is not.
func sameNumberWords(theirs, mine []figure.Figure) error {
	gone, come := unkept(theirs, mine), unkept(mine, theirs)
	for _, f := range gone {
		for _, g := range come {
			if f.Kind == g.Kind && f.Unit == g.Unit {
				return errors.New("figure: " + f.Raw + " became " + g.Raw)
			}
		}
	}
	return nil
}

// unkept are the numbers in words of one side that no figure of the other keeps.
func unkept(from, in []figure.Figure) []*figure.Figure {
	var out []*figure.Figure
	for i := range from {
		f := &from[i]
		if f.Value == nil || f.Kind == figure.Vague || f.Kind == figure.Ordinal && f.Value.Cmp(one) == 0 {
			continue
		}
		kept := false
		for k := range in {
			kept = kept || keeps(f, &in[k]) > nothing || keeps(&in[k], f) > nothing
		}
		if !kept {
			out = append(out, f)
		}
	}
	return out
}

var one = big.NewRat(1, 1)

// strict tells whether a figure must be kept: written in digits, a day or a multiple.
func strict(f *figure.Figure) bool {
	if f.Kind == figure.Ordinal || f.Kind == figure.Vague || f.Kind == figure.Fraction || f.Date.Relative != "" {
		return false
	}
	if f.Kind == figure.Day || f.Kind == figure.Multiple {
		return true
	}
	return strings.ContainsAny(f.Raw, "0123456789")
}

// keeps tells how well an English figure keeps a French one.
func keeps(mine, theirs *figure.Figure) agreement {
	if mine.Kind == figure.Day && theirs.Kind == figure.Day {
		a, b := mine.Date, theirs.Date
		if a.Weekday == 0 || b.Weekday == 0 {
			a.Weekday, b.Weekday = 0, 0
		}
		a.Part, b.Part, a.Relative, b.Relative = "", "", "", ""
		if a == b {
			return full
		}
		return nothing
	}
	if mine.Kind == figure.Day || theirs.Kind == figure.Day {
		d, n := mine, theirs
		if n.Kind == figure.Day {
			d, n = n, d
		}
		if yearAlone(d) && n.Value != nil && n.Value.IsInt() && n.Value.Num().Int64() == int64(d.Date.Year) {
			return full
		}
		return nothing
	}
	g := agree(mine, theirs)
	if g == allButBound && (mine.Loose || theirs.Loose || mine.Bound == figure.Least && theirs.Bound == figure.More) {
		g = full
	}
	return g
}
