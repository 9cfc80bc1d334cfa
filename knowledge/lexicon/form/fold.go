// Package form brings words to the forms under which the lexicon keeps them:
// without case and accents, in one spelling, cut to their stems.
package form

import (
	"strings"
	"unicode/utf8"
)

// letters pairs each accented or joined letter with what it folds to.
var letters = func() map[rune]string {
	table := map[rune]string{'œ': "oe", 'æ': "ae", 'ß': "ss", 'þ': "th", 'ĳ': "ij", '’': "'", 'ʼ': "'", '‘': "'",
		'‑': "-", '‐': "-", '\u00a0': " ", '\u202f': " ", 'ь': ""}
	for plain, accented := range map[string]string{
		"a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģ", "h": "ĥħ",
		"i": "ìíîïĩīĭįıǐỉị", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏőǒọỏốồổỗộơớờởỡợ",
		"r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűųǔụủưứừửữự", "w": "ŵ", "y": "ýÿŷỳỵỷỹ", "z": "źżž",
	} {
		for _, r := range accented {
			table[r] = plain
		}
	}
	return table
}()

// Fold is s in lower case, with plain letters for accented ones and with
// straight apostrophes. Letters of other scripts stay as they are.
func Fold(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range strings.ToLower(s) {
		if r < utf8.RuneSelf {
			b.WriteByte(byte(r))
			continue
		}
		if r >= 0x300 && r < 0x370 { // accents that stand alone
			continue
		}
		if to, ok := letters[r]; ok {
			b.WriteString(to)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}
