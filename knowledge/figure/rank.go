package figure

import (
	"math/big"
	"strings"
)

var rankWords = map[string]int{
	"premier": 1, "première": 1, "premiers": 1, "premières": 1, "second": 2, "seconde": 2, "neuvième": 9, "cinquième": 5,
	"first": 1, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12, "twentieth": 20, "thirtieth": 30,
}

// rank reads an ordinal number at token i and the token after it.
func (r *reader) rank(i int) (int, int, bool) {
	if n, ok := r.digits(i); ok && i+1 < len(r.tokens) && !r.tokens[i+1].gap {
		switch r.word(i + 1) {
		case "er", "re", "ère", "e", "ème", "eme", "nd", "nde", "st", "rd", "th", "es", "èmes":
			return n, i + 2, true
		}
	}
	w := r.word(i)
	if w == "" || r.tokens[i].kind != word {
		return 0, 0, false
	}
	if n := rankWords[w]; n > 0 {
		return n, i + 1, true
	}
	if n, ok := roman(r.text[r.tokens[i].start:r.tokens[i].end]); ok {
		return n, i + 1, true
	}
	if r.english {
		if base, ok := strings.CutSuffix(w, "th"); ok {
			if n, ok := englishSmall[base]; ok {
				return int(n), i + 1, true
			}
		}
		if n, ok := englishSmall[w]; ok && n >= 20 && r.isMark(i+1, "-") { // "twenty-first"
			last := r.word(i + 2)
			if m := rankWords[last]; m > 0 && m < 10 && last != "" {
				return int(n) + m, i + 3, true
			}
			if m := englishSmall[strings.TrimSuffix(last, "th")]; m > 0 && m < 10 && strings.HasSuffix(last, "th") {
				return int(n + m), i + 3, true
			}
		}
		return 0, 0, false
	}
	if _, small := frenchSmall[w]; small { // « dix-neuvième », « vingt et unième »
		n, next := r.below1000(i)
		if at := r.link(next); at > next {
			if m, after, ok := r.ieme(at); ok {
				return int(n) + m, after, true
			}
		}
		return 0, 0, false
	}
	return r.ieme(i)
}

// ieme reads one French word in -ième.
func (r *reader) ieme(i int) (int, int, bool) {
	w := r.word(i)
	if n := rankWords[w]; n > 2 && strings.HasSuffix(w, "ième") {
		return n, i + 1, true
	}
	base, ok := strings.CutSuffix(strings.TrimSuffix(w, "s"), "ième")
	if !ok {
		return 0, 0, false
	}
	if base == "un" {
		return 1, i + 1, true
	}
	for _, end := range []string{"", "e"} {
		if n, ok := frenchSmall[base+end]; ok && n > 1 {
			return int(n), i + 1, true
		}
	}
	return 0, 0, false
}

// roman reads « XIXe », « XXIe ».
func roman(s string) (int, bool) {
	s, ok := strings.CutSuffix(strings.TrimSuffix(s, "r"), "e")
	if !ok || s == "" || len(s) > 6 {
		return 0, false
	}
	n, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := map[byte]int{'I': 1, 'V': 5, 'X': 10}[s[i]]
		if v == 0 {
			return 0, false
		}
		if v < last {
			n -= v
		} else {
			n, last = n+v, v
		}
	}
	return n, true
}

// ordinal reads « troisième », "3rd"; « premier ministre » is no ordinal.
func (r *reader) ordinal(i int) (Figure, int, bool) {
	n, next, ok := r.rank(i)
	if !ok {
		return Figure{}, 0, false
	}
	switch r.word(next) {
	case "ministre", "ministres", "secours", "dame", "lady":
		return Figure{}, 0, false
	}
	if r.english && r.isMark(next, "-") && (r.word(next+1) == "form" || r.word(next+1) == "former" || r.word(next+1) == "hand" || r.word(next+1) == "time") {
		return Figure{}, 0, false // "a sixth-form girl"
	}
	if w := r.word(i); r.english && w == "first" && (r.isMark(next, ",") || r.word(i-1) == "at") || r.english && w == "second" && r.word(i-1) == "a" && r.word(next) == "" {
		return Figure{}, 0, false
	}
	return Figure{Kind: Ordinal, Value: big.NewRat(int64(n), 1)}, next, true
}
