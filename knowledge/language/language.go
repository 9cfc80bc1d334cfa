// Package language tells in which language a text or a question is written,
// by its function words: short lists are right more often than statistical
// detectors on a single line, and weigh nothing.
package language

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// enough is how many words of a text are looked at.
const enough = 4000

// Detect names the language of a text as ISO 639-1: "fr", "en", "de", "it",
// "es", "pt" or "nl", and "" where nothing tells.
func Detect(text string) string {
	counts := map[string]float64{}
	for _, w := range words(text, enough) {
		for lang, list := range functionWords {
			if list[w] {
				counts[lang]++
			}
		}
	}
	countLetters(text, counts, 0.25)
	return best(counts)
}

// OfQuestion names the language of a question: "fr", "en", or "" where nothing
// tells (a bare name). Accents and capitals may be missing. In a question that
// mixes both languages the words that frame it count, and not the names or
// quotations in it.
func OfQuestion(q string) string {
	ws := words(unquoted(q), 200)
	fr, en := 0.0, 0.0
	for i, w := range ws {
		weight := 1.0
		switch {
		case frameFrench[w] || frameEnglish[w]:
			weight = 1.5
			if i < 2 {
				weight = 6
			} else if i == len(ws)-1 {
				weight = 3
			}
		case len(w) == 1:
			weight = 0.5
		}
		inFrench := functionWords["fr"][w] || newsFrench[w]
		inEnglish := functionWords["en"][w] || newsEnglish[w]
		if inFrench && !inEnglish {
			fr += weight
		} else if inEnglish && !inFrench {
			en += weight
		}
	}
	for _, c := range norm.NFC.String(strings.ToLower(q)) {
		if strings.ContainsRune("éèêëàâçùûîïôœ", c) {
			fr += 0.4
		}
	}
	switch {
	case fr > en:
		return "fr"
	case en > fr:
		return "en"
	}
	return ""
}

func best(counts map[string]float64) string {
	lang, most := "", 0.0
	for _, l := range []string{"fr", "en", "de", "it", "es", "pt", "nl"} {
		if counts[l] > most {
			lang, most = l, counts[l]
		}
	}
	return lang
}

func countLetters(text string, counts map[string]float64, weight float64) {
	n := 0
	for _, c := range strings.ToLower(norm.NFC.String(text[:min(len(text), 8*enough)])) {
		if lang, ok := letters[c]; ok {
			counts[lang] += weight
		}
		if n++; n > 8*enough {
			return
		}
	}
}

// words are the first n words of text in lower case, without accents; an
// apostrophe ends a word.
func words(text string, n int) []string {
	var out []string
	var b strings.Builder
	end := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	for _, c := range norm.NFD.String(text[:min(len(text), 20*n)]) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case unicode.IsLetter(c) || c == '-' && b.Len() > 0:
			b.WriteRune(unicode.ToLower(c))
		default:
			end()
			if len(out) >= n {
				return out
			}
		}
	}
	end()
	return out
}

// unquoted leaves out what stands between quotation marks, unless that is all.
func unquoted(q string) string {
	var b strings.Builder
	depth, straight := 0, false
	for _, c := range q {
		switch c {
		case '«', '“':
			depth++
		case '»', '”':
			depth = max(0, depth-1)
		case '"':
			straight = !straight
		default:
			if depth == 0 && !straight {
				b.WriteRune(c)
			}
		}
	}
	if strings.ContainsFunc(b.String(), unicode.IsLetter) {
		return b.String()
	}
	return q
}
