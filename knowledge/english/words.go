package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is a word of a text, in bytes: letters and digits, hyphens and the
// separators of figures inside it included, a possessive 's left out.
type Word struct{ Start, End int }

// Words cuts a text into words.
func Words(text string) []Word { return AppendWords(nil, text) }

// AppendWords adds the words of a text to dst.
func AppendWords(dst []Word, text string) []Word {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			i += size
			continue
		}
		start := i
		for i < len(text) {
			r, size = utf8.DecodeRuneInString(text[i:])
			if !wordRune(r) && !joins(text, i, r, size) {
				break
			}
			i += size
		}
		end := i
		for _, possessive := range []string{"'s", "’s"} {
			if end-start > len(possessive) && strings.HasSuffix(text[start:end], possessive) {
				end -= len(possessive)
			}
		}
		dst = append(dst, Word{start, end})
	}
	return dst
}

// joins tells whether the mark at i stands inside a word: "far-right", "10,000".
func joins(text string, i int, mark rune, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+size:])
	switch mark {
	case '-', '\'', '’':
		return wordRune(before) && wordRune(after)
	case ',', '.':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// IsFunction tells whether a word (lower case) says nothing alone: articles,
// pronouns, prepositions, auxiliaries, words that ask.
func IsFunction(word string) bool { return functions[word] }

var functions = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`a about after all also am an and any are aren't as at be been before being between both but by
		can can't could did didn't do does doesn't doing don't during each for from had has have having he her hers him
		his how i if in into is isn't it its itself just many may me might more most much my no nor not of off on once
		one only or other our out over own same shall she should so some such than that the their them then there these
		they this those through to too under until up us very was wasn't we were weren't what when where which while
		who whom whose why will with won't would you your according because does say says said tell call called`) {
		m[w] = true
	}
	return m
}()
