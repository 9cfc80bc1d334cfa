package figure

import "math/big"

var frenchSmall = map[string]int64{
	"zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
	"dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
	"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
	"septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}

var englishSmall = map[string]int64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90,
}

const million = 1_000_000

var frenchScale = map[string]int64{
	"million": million, "millions": million, "mio": million, "mios": million,
	"milliard": 1000 * million, "milliards": 1000 * million, "mrd": 1000 * million, "mrds": 1000 * million, "md": 1000 * million, "mds": 1000 * million,
	"billion": million * million, "billions": million * million,
}

var englishScale = map[string]int64{
	"million": million, "millions": million, "mn": million,
	"billion": 1000 * million, "billions": 1000 * million, "bn": 1000 * million,
	"trillion": million * million, "trillions": million * million, "tn": million * million,
}

func (r *reader) small(w string) (int64, bool) {
	if r.english {
		n, ok := englishSmall[w]
		return n, ok
	}
	n, ok := frenchSmall[w]
	return n, ok
}

func (r *reader) scale(w string) (int64, bool) {
	if r.english {
		n, ok := englishScale[w]
		return n, ok
	}
	n, ok := frenchScale[w]
	return n, ok
}

// link skips what may stand between two words of one number: a hyphen, « et », "and".
func (r *reader) link(i int) int {
	if r.isMark(i, "-") && !r.tokens[i].gap {
		i++
	}
	if w := r.word(i); (w == "et" && !r.english) || (w == "and" && r.english) {
		if r.isMark(i+1, "-") {
			return i + 2
		}
		return i + 1
	}
	return i
}

// below1000 reads a whole number under a thousand in words from token i.
func (r *reader) below1000(i int) (int64, int) {
	var n int64
	next := i
	for first := true; ; first = false {
		at := next
		if !first {
			at = r.link(next)
		}
		linked := at != next && !r.isMark(next, "-")
		w := r.word(at)
		if w == "cent" || w == "cents" && !r.english || w == "hundred" {
			if linked || r.english && w != "hundred" || n >= 100 || n == 0 && !first || r.word(at-1) == "pour" {
				break
			}
			n = max(n, 1) * 100
			next = at + 1
			continue
		}
		small, ok := r.small(w)
		if !ok || !first && !joins(n, small, linked, r.english) {
			break
		}
		if !r.english && n%100 == 4 && small == 20 {
			n += 76 // quatre-vingts
		} else {
			n += small
		}
		next = at + 1
	}
	return n, next
}

// joins tells whether a number word may follow a number in the same number.
func joins(n, small int64, linked, english bool) bool {
	rest := n % 100
	if small == 0 {
		return false
	}
	if rest == 0 {
		return n > 0 && (english || !linked)
	}
	if english {
		return !linked && rest >= 20 && rest%10 == 0 && small < 10
	}
	switch {
	case linked:
		return rest >= 20 && rest%10 == 0 && (small == 1 || rest == 60 && small == 11)
	case rest == 4 && small == 20:
		return true
	case rest == 10:
		return small >= 7 && small <= 9
	case rest == 60 || rest == 80:
		return small < 20
	}
	return rest >= 20 && rest%10 == 0 && small < 10
}

// spelled reads a number in words from token i: its value, the scale of its
// last word (1, a million, …) and the token after it.
func (r *reader) spelled(i int) (value, scale *big.Rat, next int, ok bool) {
	at := i
	if r.english && (r.word(i) == "a" || r.word(i) == "an") {
		if w := r.word(i + 1); w != "hundred" && w != "thousand" && w != "million" && w != "billion" && w != "trillion" {
			return nil, nil, 0, false
		}
		at = i + 1
	}
	total, last := int64(0), int64(1)
	for parts := 0; parts < 6; parts++ {
		n, after := r.below1000(at)
		if parts > 0 && after == at {
			break
		}
		w := r.word(after)
		thousand := w == "mille" && !r.english || w == "thousand" && r.english
		s, isScale := r.scale(w)
		if thousand {
			s, isScale = 1000, true
		}
		if after == at && !(thousand || isScale && at > i) {
			break
		}
		if parts > 0 && last <= s && isScale {
			break
		}
		if !isScale {
			total += n
			next, last = after, 1
			break
		}
		if after == at {
			n = 1
		}
		total += n * s
		next, last = after+1, s
		at = next
		if a := r.link(at); a != at {
			if _, isSmall := r.small(r.word(a)); r.english && isSmall {
				at = a
			}
		}
	}
	if next == 0 {
		return nil, nil, 0, false
	}
	return big.NewRat(total, 1), big.NewRat(last, 1), next, true
}
