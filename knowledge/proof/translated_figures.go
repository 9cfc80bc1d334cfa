package proof

import (
	"errors"
	"math/big"
	"strings"

	"verbatim/knowledge/figure"
)

// sameFigures holds the figures of an original against those of its
// translation: none is lost, changed or added.
func (p *pair) sameFigures() error {
	theirs, mine := p.sentence.figures, p.claim.figures
	taken := make([]bool, len(mine))
	for i := range theirs {
		f := &theirs[i]
		if !strict(f) || p.sentence.nightEnds(f) {
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
		found := strings.Contains(p.sentence.text, mine[k].Raw)
		for i := range theirs {
			found = found || keeps(&mine[k], &theirs[i]) > nothing
		}
		if !found {
			return errors.New("figure: " + mine[k].Raw + " is added")
		}
	}
	if err := sameNumberWords(theirs, mine); err != nil {
		return err
	}
	if err := sameUnits(theirs, mine); err != nil {
		return err
	}
	return sameTimes(theirs, mine)
}

// sameUnits compares the units and bounds of numbers in words: « deux ans » are no
// "two months", « plus d'un million » is no "about a million".
func sameUnits(theirs, mine []figure.Figure) error {
	for i := range theirs {
		f := &theirs[i]
		if strict(f) || f.Value == nil {
			continue
		}
		best, grade := -1, nothing
		for k := range mine {
			if g := keeps(&mine[k], f); g > grade {
				best, grade = k, g
			}
		}
		switch {
		case grade == valueOnly && days[f.Unit] != nil && days[mine[best].Unit] != nil:
			return errors.New("unit: " + f.Raw + " became " + mine[best].Raw)
		case grade == allButBound && (upward[f.Bound] != upward[mine[best].Bound]) && f.Bound != figure.Exact && mine[best].Bound != figure.Exact && !f.Loose && !mine[best].Loose:
			return errors.New("bound: " + withBound(f) + " became " + withBound(&mine[best]))
		}
	}
	return nil
}

// upward are bounds that say that it is more.
var upward = map[figure.Bound]bool{figure.More: true, figure.Least: true}

// sameTimes compares times that are told from the article's day. One alone may be
// put otherwise; one that is gone where another has come is not.
func sameTimes(theirs, mine []figure.Figure) error {
	gone, come := relativeLeft(theirs, mine), relativeLeft(mine, theirs)
	if gone != nil && come != nil {
		return errors.New("figure: " + gone.Raw + " became " + come.Raw)
	}
	return nil
}

// relativeLeft is a time of one side of which the other has no like.
func relativeLeft(from, in []figure.Figure) *figure.Figure {
	for i := range from {
		f := &from[i]
		unit, by := stretch(f.Date.Relative), strings.TrimLeft(f.Date.Relative, "abcdefghijklmnopqrstuvwxyz")
		if unit == "" {
			continue
		}
		found := false
		for k := range in {
			found = found || stretch(in[k].Date.Relative) == unit && strings.TrimLeft(in[k].Date.Relative, "abcdefghijklmnopqrstuvwxyz") == by
		}
		if !found {
			return f
		}
	}
	return nil
}

// stretch is the week, month or year of a time that is told from the article's
// day and certain: "year" of "year-1".
func stretch(relative string) string {
	for _, unit := range [...]string{"week", "month", "year"} {
		if rest, ok := strings.CutPrefix(relative, unit); ok && (rest == "" || rest == "-1" || rest == "+1") {
			return unit
		}
	}
	return ""
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
	if sameSpan(mine, theirs) {
		return full
	}
	g := agree(mine, theirs)
	if g == allButBound && (ends(mine) && theirs.Bound == figure.Exact || ends(theirs) && mine.Bound == figure.Exact) {
		g = full // « 3 buts à 1 », "3-1"
	}
	if g == allButBound && (mine.Loose || theirs.Loose || mine.Bound == figure.Least && theirs.Bound == figure.More) {
		g = full
	}
	return g
}

// ends tells whether a figure is one end of a range.
func ends(f *figure.Figure) bool { return f.Bound == figure.From || f.Bound == figure.To }

// nightEnds tells whether a day of the week only ends the night that the one
// before it begins: « dans la nuit de jeudi à vendredi » is "overnight on Thursday".
func (r *reading) nightEnds(f *figure.Figure) bool {
	at := r.wordAt(f.Start)
	if f.Kind == figure.Day && f.Date.Weekday > 0 && at > 1 && r.fold(at-1) == "de" && r.fold(at-2) == "nuit" && r.fold(at+1) == "a" {
		return true
	}
	return f.Kind == figure.Day && f.Date.Weekday > 0 && at > 4 && r.fold(at-1) == "a" && r.fold(at-3) == "de" && r.fold(at-4) == "nuit"
}
