package figure

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind int

const (
	word tokenKind = iota
	number
	mark
)

// token is a word, a number in digits, or a single mark.
type token struct {
	start, end int
	kind       tokenKind
	low        string   // lower case; elided French words whole: "de" for "d'"
	gap        bool     // white space before it
	upper      bool     // begins with a capital
	value      *big.Rat // of a number
	plain      bool     // a number of digits alone
}

func (t token) currency() bool { return symbols[t.low] != "" && t.kind == mark }

const maxDigits = 40 // longer runs are identifiers, not figures

var elided = map[string]string{
	"d": "de", "l": "le", "n": "ne", "qu": "que", "s": "se", "j": "je", "m": "me", "t": "te", "c": "ce", "jusqu": "jusque",
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// scan cuts a text into tokens. White space is left out.
func scan(text string, english bool) []token {
	out := make([]token, 0, len(text)/5+4)
	gap := true
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(c):
			gap, i = true, i+size
			continue
		case c >= '0' && c <= '9':
			end, value, plain := scanNumber(text, i, english)
			t := token{start: i, end: end, kind: number, gap: gap, value: value, plain: plain}
			if value == nil {
				t.kind, t.low = mark, "#"
			}
			out = append(out, t)
			i = end
		case unicode.IsLetter(c):
			j := i + size
			for j < len(text) {
				r, n := utf8.DecodeRuneInString(text[j:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) {
					break
				}
				j += n
			}
			t := token{start: i, end: j, low: strings.ToLower(text[i:j]), gap: gap, upper: unicode.IsUpper(c)}
			if r, n := utf8.DecodeRuneInString(text[j:]); isApostrophe(r) && !english {
				if full, ok := elided[t.low]; ok {
					t.low = full
				}
				t.end = j + n
				j += n
			}
			out = append(out, t)
			i = j
		default:
			out = append(out, token{start: i, end: i + size, kind: mark, low: text[i : i+size], gap: gap})
			i += size
		}
		gap = false
	}
	return out
}

// run returns the end of the digits that begin at i.
func run(text string, i int) int {
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	return i
}

// groupAfter returns the end of a separator and three digits at i, or 0.
func groupAfter(text string, i int, separator rune) int {
	r, n := utf8.DecodeRuneInString(text[i:])
	if r != separator {
		return 0
	}
	if end := run(text, i+n); end == i+n+3 {
		return end
	}
	return 0
}

func isGroupSpace(r rune) bool {
	return r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' || isApostrophe(r)
}

// scanNumber reads a number in digits at i: its end, its value (nil where it
// is too long to be a figure) and whether it is digits alone.
func scanNumber(text string, i int, english bool) (int, *big.Rat, bool) {
	first := run(text, i)
	end, whole := first, text[i:first]
	groups := 0
	if first-i <= 3 && text[i] != '0' && first < len(text) {
		r, _ := utf8.DecodeRuneInString(text[first:])
		separator := isGroupSpace(r) || (r == ',' && english) || (r == '.' && !english) || (r == ',' && repeated(text, first))
		for separator && end < len(text) {
			next := groupAfter(text, end, r)
			if next == 0 {
				break
			}
			whole += text[next-3 : next]
			end = next
			groups++
		}
	}
	fraction := ""
	if end+1 < len(text) && (text[end] == ',' || text[end] == '.') {
		after := run(text, end+1)
		if n := after - end - 1; n > 0 && (text[end] == '.' || !english || n != 3 || groups > 0 || first-i > 3 || text[i] == '0') {
			fraction = text[end+1 : after]
			end = after
		}
	}
	if len(whole)+len(fraction) > maxDigits {
		return end, nil, false
	}
	if n, err := strconv.ParseInt(whole, 10, 64); err == nil && fraction == "" {
		return end, new(big.Rat).SetInt64(n), groups == 0
	}
	value, ok := new(big.Rat).SetString(whole + "." + fraction + "0")
	if !ok {
		return end, nil, false
	}
	return end, value, groups == 0 && fraction == ""
}

// repeated tells whether two groups of three digits follow, each after a comma.
func repeated(text string, i int) bool {
	next := groupAfter(text, i, ',')
	return next > 0 && next < len(text) && groupAfter(text, next, ',') > 0
}
