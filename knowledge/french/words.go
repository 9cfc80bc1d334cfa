// Package french reads French text: sentences, words and their stems, names,
// quotations and who says them.
package french

import (
	"unicode"
	"unicode/utf8"
)

// Word is a word of a text: a run of letters and digits, in bytes. Elided
// words (the « l' » of « l'armée ») are words of their own. The groups of a
// figure (« 10'000 », « 600 000 ») are one word.
type Word struct {
	Start, End int
	Elided     bool // an article, pronoun or conjunction before an apostrophe
}

// Words cuts a text into words.
func Words(text string) []Word { return AppendWords(nil, text) }

// AppendWords adds the words of a text to dst. It allocates nothing but what
// dst needs to grow.
func AppendWords(dst []Word, text string) []Word {
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !wordRune(r) {
			i += size
			continue
		}
		start := i
		digits := true
		for i += size; ; i += size {
			digits = digits && '0' <= r && r <= '9'
			if i >= len(text) {
				break
			}
			r, size = rune(text[i]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(text[i:])
			}
			if !wordRune(r) {
				break
			}
		}
		if digits && i-start <= 3 {
			i = groups(text, i)
		}
		dst = append(dst, Word{Start: start, End: i, Elided: elides(text, start, i)})
	}
	return dst
}

// groups steps over the groups of three digits that follow a figure's first group.
func groups(text string, i int) int {
	for {
		_, size := separator(text[i:])
		j := i + size
		if size == 0 || j+3 > len(text) || !digit(text[j]) || !digit(text[j+1]) || !digit(text[j+2]) {
			return i
		}
		if j+3 < len(text) {
			if r, _ := utf8.DecodeRuneInString(text[j+3:]); wordRune(r) {
				return i
			}
		}
		i = j + 3
	}
}

// separator tells what may part the groups of a figure, and its size in bytes.
func separator(s string) (r rune, size int) {
	if s == "" {
		return 0, 0
	}
	switch r, size = utf8.DecodeRuneInString(s); r {
	case ' ', '\'', '’', '\u00a0', '\u202f', '\u2009':
		return r, size
	}
	return 0, 0
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

func wordRune(r rune) bool {
	if r < rune(len(latin)) {
		return latin[r]
	}
	return otherWordRune(r)
}

// latin tells of the letters of French, and those before them, which can stand in a word.
var latin = func() (out [0x180]bool) {
	for r := range out {
		out[r] = otherWordRune(rune(r))
	}
	return out
}()

func otherWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// elides tells whether text[start:end] has lost its vowel before an apostrophe.
func elides(text string, start, end int) bool {
	if end >= len(text) || end-start > 7 {
		return false
	}
	if text[end] != '\'' && !hasPrefix(text[end:], "’") {
		return false
	}
	var buf [8]byte
	for i := start; i < end; i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
		buf[i-start] = text[i] | 0x20
	}
	switch string(buf[:end-start]) {
	case "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu":
		return true
	}
	return false
}

func hasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

// plain has the letter without its accent of each code point from U+00C0 to
// U+017F, a full stop where that is none or more than one.
const plain = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// Fold writes a word as it would be typed without accents, capitals and the
// separators of figures: « Élysée » elysee, « 10'000 » 10000, « œuvre » oeuvre.
func Fold(word string) string { return string(AppendFold(nil, word)) }

// AppendFold adds the folded word to dst.
func AppendFold(dst []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				dst = append(dst, c|0x20)
			case c != ' ' && c != '\'':
				dst = append(dst, c)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		dst = appendPlain(dst, r)
	}
	return dst
}

func appendPlain(dst []byte, r rune) []byte {
	switch r {
	case 'œ', 'Œ':
		return append(dst, "oe"...)
	case 'æ', 'Æ':
		return append(dst, "ae"...)
	case 'ß':
		return append(dst, "ss"...)
	case '’', '\u00a0', '\u202f', '\u2009':
		return dst
	}
	if 0xC0 <= r && r < 0xC0+rune(len(plain)) && plain[r-0xC0] != '.' {
		return append(dst, plain[r-0xC0])
	}
	if unicode.Is(unicode.Mn, r) {
		return dst
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}
