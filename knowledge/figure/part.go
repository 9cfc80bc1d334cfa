package figure

import (
	"math/big"
	"strings"
)

var frenchParts = map[string]int64{
	"tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "sixième": 6, "sixièmes": 6, "septième": 7, "huitième": 8,
	"dixième": 10, "dixièmes": 10, "vingtième": 20, "centième": 100,
}

var englishParts = map[string]int64{
	"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8,
	"tenth": 10, "tenths": 10,
}

// fraction reads « deux tiers », « la moitié », "half", "a quarter of".
func (r *reader) fraction(i int) (Figure, int, bool) {
	make := func(n, d int64, next int) (Figure, int, bool) {
		return Figure{Kind: Fraction, Value: big.NewRat(n, d), Unit: "part"}, next, true
	}
	w := r.word(i)
	if f, next, ok := r.halfUnit(i); ok {
		return f, next, true
	}
	if w == "moitié" && !r.english {
		return make(1, 2, i+1)
	}
	if w == "half" && r.english {
		switch r.word(i - 1) {
		case "first", "second", "a", "-":
			if r.word(i-2) == "and" || r.word(i-1) != "a" {
				return Figure{}, 0, false
			}
		}
		if _, _, _, ok := r.halfOf(i); ok {
			return Figure{}, 0, false
		}
		return make(1, 2, i+1)
	}
	if n, next, ok := r.divided(i); ok {
		return make(1, n, next)
	}
	count, at := int64(0), i
	if n, ok := r.small(w); ok && n > 0 {
		count, at = n, i+1
	} else if n, ok := r.digits(i); ok && n < 100 {
		count, at = int64(n), i+1
	} else if w == "a" || w == "le" || w == "les" || w == "un" {
		count, at = 1, i+1
	}
	if count == 0 {
		return Figure{}, 0, false
	}
	if n, next, ok := r.outOf(i, at, count); ok {
		return make(count, n, next)
	}
	if r.isMark(at, "-") {
		at++
	}
	parts := frenchParts
	if r.english {
		parts = englishParts
	}
	d, ok := parts[r.word(at)]
	if !ok || r.word(at+1) == "de" && r.word(at+2) == "finale" || r.isMark(at+1, "-") {
		return Figure{}, 0, false
	}
	if w == "les" {
		return Figure{}, 0, false
	}
	if !r.english && (w == "le" || w == "un" || count == 1) && d > 4 && r.word(at+1) != "de" && r.word(at+1) != "des" && r.word(at+1) != "du" {
		return Figure{}, 0, false // « un cinquième homme »
	}
	if _, point := r.ofPoint(at + 1); r.english && count == 1 && !point && !measuring[r.word(at+1)] && w != "one" && (r.word(i-1) != "by" && r.word(i-1) != "than" && r.word(i-1) != "nearly" && r.word(i-1) != "about") {
		return Figure{}, 0, false // "a third man"
	}
	if next, ok := r.ofPoint(at + 1); ok {
		return Figure{Kind: Measure, Value: big.NewRat(count, d), Unit: "point"}, next, true
	}
	if next := r.ofHour(at + 1); next > 0 {
		return Figure{Kind: Measure, Value: big.NewRat(count, d), Unit: "hour"}, next, true
	}
	return make(count, d, at+1)
}

// ofHour is the token after « d'heure », "of an hour" at token i, 0 for none.
func (r *reader) ofHour(i int) int {
	switch {
	case r.word(i) == "de" && r.word(i+1) == "heure":
		return i + 2
	case r.word(i) == "of" && r.word(i+1) == "an" && r.word(i+2) == "hour":
		return i + 3
	}
	return 0
}

// halfUnit reads « demi-heure », « demi-siècle », "half an hour".
func (r *reader) halfUnit(i int) (Figure, int, bool) {
	at := 0
	switch {
	case !r.english && r.word(i) == "demi" && r.isMark(i+1, "-"):
		at = i + 2
	case r.english && r.word(i) == "half" && (r.word(i+1) == "a" || r.word(i+1) == "an"):
		at = i + 2
	case r.english && r.word(i) == "half" && r.isMark(i+1, "-"):
		at = i + 2
	default:
		return Figure{}, 0, false
	}
	switch w := r.word(at); w {
	case "heure", "hour", "siècle", "century", "journée", "day", "heures", "journées":
		u := measures[strings.TrimSuffix(w, "s")]
		if w == "journée" || w == "journées" {
			u = measures["jour"]
		}
		return Figure{Kind: Measure, Value: big.NewRat(1, 2), Unit: u.name}, at + 1, true
	}
	return Figure{}, 0, false
}

// divided reads « divisé par trois », "halved".
func (r *reader) divided(i int) (int64, int, bool) {
	w := r.word(i)
	if r.english {
		return 2, i + 1, w == "halved" || w == "halves" || w == "halve" || w == "halving"
	}
	if strings.HasPrefix(w, "coup") && r.word(i+1) == "en" && r.word(i+2) == "deux" {
		return 2, i + 3, true
	}
	if !strings.HasPrefix(w, "divis") {
		return 0, 0, false
	}
	for skipped := 0; skipped < 2 && r.word(i+1) != "par"; skipped++ {
		i++ // « divisé presque par deux »
	}
	if r.word(i+1) != "par" {
		return 0, 0, false
	}
	n, ok := r.small(r.word(i + 2))
	if d, written := r.digits(i + 2); written {
		n, ok = int64(d), true
	}
	return n, i + 3, ok && n > 1 && n < 100
}

// measuring are words after which "a third" is no rank.
var measuring = map[string]bool{"of": true, "in": true, "by": true, "less": true, "more": true, "fewer": true, "to": true, "compared": true, "from": true, "said": true, "say": true,
	"were": true, "was": true, "are": true, "is": true, "have": true, "had": true, "lower": true, "higher": true, "since": true, "on": true, "over": true, "within": true, "": true}

// ofPoint reads « de point » or "of a percentage point" after a part: « un
// quart de point » is a measure. A « point de base » is another unit.
func (r *reader) ofPoint(i int) (int, bool) {
	if w := r.word(i); w == "de" || w == "of" {
		i++
	}
	if r.isMark(i, "-") {
		i++
	}
	if w := r.word(i); w == "a" || w == "percentage" {
		i++
	}
	if r.word(i) == "percentage" {
		i++
	}
	if w := r.word(i); w != "point" && w != "points" {
		return 0, false
	}
	if r.word(i+1) == "de" && r.word(i+2) == "base" {
		return 0, false
	}
	return i + 1, true
}

// outOf reads the rest of « un adolescent sur cinq », "two out of three".
func (r *reader) outOf(first, at int, count int64) (int64, int, bool) {
	if w := r.word(first); w == "a" || w == "le" || w == "les" {
		return 0, 0, false
	}
	if r.english {
		switch {
		case r.word(at) == "out" && r.word(at+1) == "of":
			at += 2
		case r.word(at) == "in" || r.word(at) == "of" && r.word(at+1) == "every":
			at++
		case r.word(at+1) == "in" && r.tokens[at].kind == word && r.word(at) != "" && r.word(first) != "a":
			at += 2 // "one pupil in five"
		default:
			return 0, 0, false
		}
		if r.word(at) == "every" {
			at++
		}
	} else {
		for n := 0; r.word(at) != "sur"; n++ {
			if n == 3 || r.word(at) == "" || r.tokens[at].kind != word {
				return 0, 0, false
			}
			at++
		}
		at++
	}
	total, ok := r.small(r.word(at))
	if n, written := r.digits(at); written {
		total, ok = int64(n), true
	}
	if !ok || total <= count || total > 100 {
		return 0, 0, false
	}
	if _, _, unit := r.unit(at+1, true); unit {
		return 0, 0, false
	}
	return total, at + 1, true
}

// multiple reads « trois fois », "twice", "four times", "threefold".
func (r *reader) multiple(i int) (Figure, int, bool) {
	w := r.word(i)
	if r.english && w == "half" && r.word(i+1) == "as" && (r.word(i+2) == "much" || r.word(i+2) == "many") {
		return Figure{Kind: Multiple, Value: big.NewRat(2, 1), Unit: "times"}, i + 3, true // « deux fois moins »
	}
	if w == "twice" && r.english {
		return Figure{Kind: Multiple, Value: big.NewRat(2, 1), Unit: "times"}, i + 1, true
	}
	if w == "thrice" && r.english {
		return Figure{Kind: Multiple, Value: big.NewRat(3, 1), Unit: "times"}, i + 1, true
	}
	if n := timesWords[w]; n > 0 && r.word(i+1) != "-" {
		return Figure{Kind: Multiple, Value: big.NewRat(n, 1), Unit: "times"}, i + 1, true
	}
	if base, ok := strings.CutSuffix(w, "fold"); ok && r.english {
		if n, ok := r.small(base); ok {
			return Figure{Kind: Multiple, Value: big.NewRat(n, 1), Unit: "times"}, i + 1, true
		}
	}
	v, _, next, ok := r.amount(i)
	if !ok || v.Cmp(one) <= 0 {
		return Figure{}, 0, false
	}
	if n := r.word(next); n == "fois" && !r.english || n == "times" && r.english {
		return Figure{Kind: Multiple, Value: v, Unit: "times"}, next + 1, true
	}
	return Figure{}, 0, false
}

// timesWords are verbs that multiply, in both languages.
var timesWords = map[string]int64{
	"doublé": 2, "doubler": 2, "doublée": 2, "doublés": 2, "doublées": 2, "double": 2, "doublent": 2, "doublera": 2, "doublement": 2, "doubled": 2, "doubles": 2, "doubling": 2,
	"triplé": 3, "tripler": 3, "triplée": 3, "triple": 3, "tripled": 3, "triples": 3, "tripling": 3, "triplement": 3,
	"quadruplé": 4, "quadrupler": 4, "quadruple": 4, "quadrupled": 4, "décuplé": 10, "décupler": 10, "tenfold": 10,
}
