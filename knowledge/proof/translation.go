package proof

import (
	"errors"
	"strings"

	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
)

// Translation tells whether a translation into English keeps what the French
// original says: figures, names, quotation marks, negation, length. The error
// is one line that names what is missing; nil where all is kept.
func Translation(original, translation string) error {
	original, translation = clip(original), clip(translation)
	if strings.TrimSpace(translation) == "" {
		return errors.New("empty: the translation has no words")
	}
	if err := lengths(original, translation); err != nil {
		return err
	}
	if err := sameFigures(original, translation); err != nil {
		return err
	}
	if err := sameMarks(original, translation); err != nil {
		return err
	}
	return sameSense(original, translation)
}

// lengths bounds how much longer or shorter a translation may be.
func lengths(original, translation string) error {
	a, b := len(french.Words(original)), len(french.Words(translation))
	if b > 2*a+8 || a > 2*b+8 {
		return errors.New("length: " + itoa(a) + " words became " + itoa(b))
	}
	if a > 4 && strings.Join(strings.Fields(original), " ") == strings.Join(strings.Fields(translation), " ") {
		return errors.New("language: the text was left in French")
	}
	if a > 6 && !isEnglish(translation) {
		return errors.New("language: the text was left in French")
	}
	return nil
}

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
	return nil
}

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

// sameMarks compares how often words are quoted.
func sameMarks(original, translation string) error {
	theirs := len(french.Quotes(original))
	mine := max(strings.Count(translation, "“")+strings.Count(translation, "«"), // a quotation of several sentences
		strings.Count(translation, "”")+strings.Count(translation, "»")) // opens in one and closes in another
	if mine == 0 {
		mine = (strings.Count(translation, "\"") + 1) / 2
	}
	if mine == 0 && theirs > 0 && strings.ContainsAny(translation, "‘") {
		mine = strings.Count(translation, "‘")
	}
	if (theirs == 0) != (mine == 0) {
		return errors.New("quotation: " + itoa(theirs) + " became " + itoa(mine))
	}
	return nil
}

// sameSense compares names, negation and hedges as for a claim.
func sameSense(original, translation string) error {
	p := newPair(translation, Evidence{Sentences: []string{original}})
	p.align()
	for _, list := range [][]Check{p.names(), p.negation(), p.hedges(), p.opposites()} {
		for _, c := range list {
			if c.Verdict == Refuted {
				return errors.New(c.Kind + ": " + c.Reason)
			}
		}
	}
	return nil
}
