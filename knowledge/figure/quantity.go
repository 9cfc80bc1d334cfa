package figure

import (
	"math/big"
	"unicode/utf8"
)

var (
	one  = big.NewRat(1, 1)
	half = big.NewRat(1, 2)
)

// quantity reads a number with its scale and unit: « 1,5 million d'euros »,
// "$3.2bn", « 478 km2 », "twenty-one".
func (r *reader) quantity(i int) (Figure, int, bool) {
	at, currency := r.currencyBefore(i)
	value, scale, next, ok := r.amount(at)
	if !ok {
		return Figure{}, 0, false
	}
	f := Figure{Kind: Number, Value: value, scale: scale}
	if r.word(next) == "dozen" && r.english {
		f.Value, f.Bound = new(big.Rat).Mul(value, big.NewRat(12, 1)), About
		return f, next + 1, true
	}
	if currency != "" {
		f.Kind, f.Unit = Money, currency
		if scale.Cmp(one) == 0 && next < len(r.tokens) && !r.tokens[next].gap {
			if m, ok := map[string]int64{"m": million, "k": 1000, "b": 1000 * million}[r.word(next)]; ok {
				f.scale = big.NewRat(m, 1)
				f.Value = new(big.Rat).Mul(f.Value, f.scale)
				next++
			}
		}
		if _, after, ok := r.unit(next, false); ok && r.currencyWord(next) {
			next = after
		}
		return f, r.cents(next), true
	}
	unitAt := next
	if w := r.word(next); (w == "de" || w == "des") && !r.english && scale.Cmp(big.NewRat(1000, 1)) > 0 {
		unitAt = next + 1
	}
	if r.isMark(next, "-") && r.english {
		unitAt = next + 1
	}
	if u, after, ok := r.unit(unitAt, true); ok {
		f.Unit, f.Kind = u.name, u.kind
		next = after
		if r.english && r.isMark(next, "-") && r.word(next+1) == "old" {
			next += 2
		}
		if after := r.halfMore(next); after > next && scale.Cmp(one) == 0 {
			f.Value = new(big.Rat).Add(f.Value, half) // « deux heures et demie »
			return f, after, true
		}
	} else if value.Cmp(one) == 0 && scale.Cmp(one) == 0 && r.tokens[at].kind == word {
		return Figure{}, 0, false
	}
	if value.Cmp(one) == 0 && scale.Cmp(one) == 0 && r.tokens[at].kind == word && f.Kind == Measure {
		return Figure{}, 0, false // « un mois », "one day": an article as likely as a figure
	}
	if !r.english && r.word(at) == "neuf" && next == at+1 && !r.beforeNoun(next) {
		return Figure{}, 0, false // « un bâtiment neuf »
	}
	if f.Kind == Number && f.Unit == "" && r.english && (r.word(i-1) == "aged" || r.word(i-1) == "of" && r.word(i-2) == "age") {
		f.Kind, f.Unit = Measure, "year"
	}
	if f.Kind == Number && r.attached(at, next) {
		return Figure{}, 0, false
	}
	return f, r.cents(next), true
}

// halfMore is the token after « et demie », "and a half" at token i.
func (r *reader) halfMore(i int) int {
	if w := r.word(i + 1); !r.english && r.word(i) == "et" && (w == "demi" || w == "demie") {
		return i + 2
	}
	if r.english && r.word(i) == "and" && r.word(i+1) == "a" && r.word(i+2) == "half" {
		return i + 3
	}
	return i
}

// amount is what was read at a token before at: several readers ask for it in turn.
type amount struct {
	at           int
	value, scale *big.Rat
	next         int
	ok           bool
}

// amount reads a number in digits or words with its scale.
func (r *reader) amount(i int) (value, scale *big.Rat, next int, ok bool) {
	if r.last.at != i+1 {
		value, scale, next, ok = r.readAmount(i)
		r.last = amount{i + 1, value, scale, next, ok}
	}
	return r.last.value, r.last.scale, r.last.next, r.last.ok
}

func (r *reader) readAmount(i int) (value, scale *big.Rat, next int, ok bool) {
	if i >= len(r.tokens) {
		return nil, nil, 0, false
	}
	scale = one
	if t := r.tokens[i]; t.kind == number {
		value, next = t.value, i+1
		if w := r.word(next); w == "mille" && !r.english || w == "thousand" || w == "k" && !r.tokens[next].gap && r.english {
			scale = big.NewRat(1000, 1)
			next++
		} else if w == "hundred" {
			scale = big.NewRat(100, 1)
			next++
		}
		if r.english && r.word(next) == "m" && !r.tokens[next].gap && (money[r.word(next+1)].name != "" || r.word(next+1) == "people") {
			scale = big.NewRat(million, 1) // "45m euros"
			next++
		} else if s, found := r.scale(r.word(next)); found {
			scale = new(big.Rat).Mul(scale, big.NewRat(s, 1))
			next++
		} else if r.isMark(next, "-") && !r.tokens[next].gap {
			if s, found := r.scale(r.word(next + 1)); found {
				scale = big.NewRat(s, 1)
				next += 2
			}
		}
		if scale != one {
			value = new(big.Rat).Mul(value, scale)
		}
	} else if t.kind == word {
		if value, scale, next, ok = r.halfOf(i); !ok {
			value, scale, next, ok = r.spelled(i)
		}
		if !ok {
			return nil, nil, 0, false
		}
		if s, found := r.scale(r.word(next)); found && !r.english && r.word(next-1) == "mille" {
			value, scale = new(big.Rat).Mul(value, big.NewRat(s, 1)), big.NewRat(s, 1) // « trois mille milliards »
			next++
		}
	} else {
		return nil, nil, 0, false
	}
	return r.andHalf(value, scale, next)
}

// halfOf reads "half a million", « un demi-million ».
func (r *reader) halfOf(i int) (value, scale *big.Rat, next int, ok bool) {
	at := 0
	switch {
	case r.english && r.word(i) == "half" && r.word(i+1) == "a":
		at = i + 2
	case r.english && r.word(i) == "half" && r.isMark(i+1, "-"):
		at = i + 2
	case !r.english && r.word(i) == "demi" && r.isMark(i+1, "-"):
		at = i + 2
	case !r.english && r.word(i) == "un" && r.word(i+1) == "demi" && r.isMark(i+2, "-"):
		at = i + 3
	default:
		return nil, nil, 0, false
	}
	s, found := r.scale(r.word(at))
	if !found {
		return nil, nil, 0, false
	}
	scale = big.NewRat(s, 1)
	return new(big.Rat).Mul(scale, half), scale, at + 1, true
}

// andHalf adds « et demi », "and a half".
func (r *reader) andHalf(value, scale *big.Rat, next int) (*big.Rat, *big.Rat, int, bool) {
	plus := func(n int) (*big.Rat, *big.Rat, int, bool) {
		v := new(big.Rat).Add(value, new(big.Rat).Mul(scale, half))
		if s, ok := r.scale(r.word(n)); ok && scale.Cmp(one) == 0 {
			scale = big.NewRat(s, 1)
			return v.Mul(v, scale), scale, n + 1, true
		}
		return v, scale, n, true
	}
	if w := r.word(next + 1); !r.english && r.word(next) == "et" && (w == "demi" || w == "demie") {
		return plus(next + 2)
	}
	if r.english && r.word(next) == "and" && r.word(next+1) == "a" && r.word(next+2) == "half" {
		return plus(next + 3)
	}
	return value, scale, next, true
}

// cents takes in the Swiss ".-" and ".–" after an amount.
func (r *reader) cents(next int) int {
	if r.isMark(next, ".") && !r.tokens[next].gap && (r.isMark(next+1, "-") || r.isMark(next+1, "–")) && !r.tokens[next+1].gap {
		return next + 2
	}
	return next
}

// attached tells whether a bare number is part of a name: F-16, G7, Covid-19, 5G.
func (r *reader) attached(at, next int) bool {
	if r.tokens[at].kind != number {
		return false
	}
	if at > 0 && !r.tokens[at].gap && r.tokens[at-1].kind == word && !isApostrophe(lastRune(r.text[:r.tokens[at-1].end])) {
		return true
	}
	if at > 1 && !r.tokens[at].gap && r.isMark(at-1, "-") && !r.tokens[at-1].gap && r.tokens[at-2].kind == word {
		return true
	}
	return next < len(r.tokens) && !r.tokens[next].gap && r.tokens[next].kind == word
}

// beforeNoun tells whether token i may be a noun that is counted.
func (r *reader) beforeNoun(i int) bool {
	switch r.word(i) {
	case "", "de", "le", "la", "les", "des", "du", "à", "au", "aux", "pour", "et", "ou", "en", "dans", "sur", "par", "qui", "que", "a", "est":
		return false
	}
	return r.tokens[i].kind == word
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
