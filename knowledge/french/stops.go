package french

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isStop(c rune) bool { return c == '.' || c == '!' || c == '?' || c == '…' }

// skipSpace is the first position from i on that is not white space.
func skipSpace(text string, i int) int {
	for i < len(text) {
		c, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(c) {
			break
		}
		i += size
	}
	return i
}

// trimSpan leaves out the white space at both ends of a span of text.
func trimSpan(text string, s Span) Span {
	cut := text[s.Start:s.End]
	s.Start += len(cut) - len(strings.TrimLeftFunc(cut, unicode.IsSpace))
	s.End -= len(cut) - len(strings.TrimRightFunc(cut, unicode.IsSpace))
	return s
}

// letters are the letters that text begins with.
func letters(text string) string {
	n := 0
	for n < len(text) && n < longestWord {
		c, size := utf8.DecodeRuneInString(text[n:])
		if !unicode.IsLetter(c) {
			break
		}
		n += size
	}
	return text[:n]
}

func hasWord(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
}

// opensSentence tells whether a sentence can begin with text: a capital, a
// digit or a letter that has no case, after opening marks.
func opensSentence(text string) bool {
	for i, c := range text {
		switch {
		case unicode.IsSpace(c), strings.ContainsRune("«“„‹\"'‘’([—–-−•*¿¡#@", c):
			if i > longestWord {
				return false
			}
		default:
			return unicode.IsUpper(c) || unicode.IsTitle(c) || unicode.IsDigit(c) || c == '…' || c == '€' || c == '$' ||
				unicode.IsLetter(c) && !unicode.IsLower(c) || strings.HasPrefix(text[i:], "...")
		}
	}
	return false
}

// startsOpener tells whether text begins with a word that opens sentences.
func startsOpener(text string) bool {
	text = strings.TrimLeft(text, "«“\"(—–- \u00a0\u202f")
	w := letters(text)
	rest := text[len(w):]
	c, size := utf8.DecodeRuneInString(rest)
	switch {
	case c == '\'' || c == '’':
		if !elided[w] {
			return false
		}
		first, _ := utf8.DecodeRuneInString(rest[size:])
		return w != "D" || unicode.IsLower(first) // D'Artagnan
	case c == '.' || !openers[w]:
		return false
	case particles[w]:
		first, _ := utf8.DecodeRuneInString(rest[skipSpace(rest, 0):])
		return !unicode.IsUpper(first)
	}
	return true
}

// initial tells whether word, its full stop left out, is an initial or a
// dotted acronym: J, J.-P, U.S.A.
func initial(word string) bool {
	last := word[strings.LastIndexAny(word, ".-")+1:]
	c, size := utf8.DecodeRuneInString(last)
	return size == len(last) && unicode.IsUpper(c)
}

// shouted tells whether word is in capitals throughout and so no abbreviation,
// but for the titles that are written so in headlines.
func shouted(word string) bool {
	switch word {
	case "MM", "MME", "MMES", "MLLE", "DR", "PR", "ST", "STE", "MGR", "MR":
		return false
	}
	return utf8.RuneCountInString(word) > 1 && word == strings.ToUpper(word) && !strings.Contains(word, ".")
}

// roman tells whether text begins with a roman numeral in capitals, or with the
// letter that parts of the codes of law are numbered with (« R. 412-6 »).
func roman(text string) bool {
	word := letters(text)
	if word == "" {
		return false
	}
	rest := text[len(word):]
	if word == "L" || word == "R" || word == "D" {
		return strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ".\u00a0")
	}
	return strings.Trim(word, "IVXLC") == "" && !strings.HasPrefix(rest, "'") && !strings.HasPrefix(rest, "’")
}

// monthNext tells whether text goes on with the month of a date that began
// with a day: « 27. 10. 2024 ».
func monthNext(text string) bool {
	n := len(text) - len(strings.TrimLeft(text, "0123456789"))
	return n > 0 && n <= 2 && n < len(text) && text[n] == '.'
}

// omission is the length of the mark of an omission, [...], that text begins
// with and that ends a quotation or the text; 0 where there is none.
func omission(text string) int {
	for _, mark := range []string{"[...]", "[…]", "(...)", "(…)"} {
		if strings.HasPrefix(text, mark) {
			rest := text[skipSpace(text, len(mark)):]
			if rest == "" || strings.HasPrefix(rest, "»") || strings.HasPrefix(rest, "”") {
				return len(mark)
			}
		}
	}
	return 0
}

// breaksHere tells whether the line break that text begins with ends a
// sentence: a blank line or a list item follows.
func breaksHere(text string) bool {
	rest := strings.TrimLeft(text[1:min(len(text), 1+longestWord)], " \t\r\u00a0")
	if strings.HasPrefix(rest, "\n") {
		return true
	}
	for _, mark := range []string{"- ", "– ", "— ", "• ", "* ", "· ", "▪ "} {
		if strings.HasPrefix(rest, mark) {
			return true
		}
	}
	return false
}

// asides finds the outermost parentheses of text that close within
// widestAside.
func asides(text string) []Span {
	var out []Span
	var open []int
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(':
			if len(open) < 8 {
				open = append(open, i)
			}
		case ')':
			if len(open) == 0 {
				continue
			}
			start := open[len(open)-1]
			open = open[:len(open)-1]
			if i-start > widestAside {
				open = open[:0]
				continue
			}
			for len(out) > 0 && out[len(out)-1].Start > start {
				out = out[:len(out)-1]
			}
			out = append(out, Span{start, i + 1})
		}
	}
	return out
}

// narrow cuts a sentence that is too wide at a semicolon, a comma or a space,
// and where there is none, between two runes.
func narrow(text string, s Span) []Span {
	var out []Span
	for s.End-s.Start > widestSentence {
		part := text[s.Start : s.Start+widestSentence]
		cut := -1
		for _, mark := range []string{"; ", ", ", " "} {
			if cut = strings.LastIndex(part, mark); cut > widestSentence/3 {
				cut += len(mark) - 1
				break
			}
			cut = -1
		}
		if cut < 0 {
			cut = widestSentence
			for cut > widestSentence-utf8.UTFMax && !utf8.RuneStart(text[s.Start+cut]) {
				cut--
			}
		}
		if piece := trimSpan(text, Span{s.Start, s.Start + cut}); piece.Start < piece.End {
			out = append(out, piece)
		}
		s = trimSpan(text, Span{s.Start + cut, s.End})
	}
	return append(out, s)
}
