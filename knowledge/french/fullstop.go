package french

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// holds tells whether the full stop at i ends an abbreviation, an initial or a
// list number, so that the sentence goes on at next. closed says that a
// closing mark followed the stop.
func (s *splitter) holds(i, next int, closed bool) bool {
	word := s.word(i)
	if word == "" {
		return false
	}
	low := strings.ToLower(word)
	first, _ := utf8.DecodeRuneInString(word)
	follows, _ := utf8.DecodeRuneInString(s.text[next:])
	number := unicode.IsDigit(follows) || roman(s.text[next:])
	head := strings.TrimSpace(s.text[s.start:i-len(word)]) == ""
	switch {
	case strings.Trim(word, "0123456789.") == "":
		return head && len(word) <= 3 && !closed ||
			len(word) <= 2 && (monthNext(s.text[next:]) || number && s.afterDay(i-len(word)) || s.afterColon(i-len(word)))
	case head && roman(word) && len(word) > 1: // « II. Le contexte »
		return !closed
	case closed:
		return initial(word) && !startsOpener(s.text[next:]) && !unicode.IsDigit(follows)
	case low == "j.-c":
		before := strings.ToLower(s.word(s.wordBefore(i - len(word))))
		if before == "av" || before == "ap" || before == "apr" || before == "avant" || before == "après" {
			return false
		}
	case low == "me" || low == "mes": // also pronouns
		return unicode.IsUpper(first)
	case low == "ex":
		before := strings.ToLower(s.word(s.wordBefore(i - len(word))))
		return before == "par" || before == "p"
	case shouted(word): // no abbreviation; whether it is an acronym is asked below
	case alwaysHolds[low]:
		return true
	case holdsCapitalised[low] && unicode.IsUpper(first):
		if utf8.RuneCountInString(word) > 1 || low == "m" {
			return !s.afterNumber(i - len(word))
		}
	case holdsBeforeNumber[low] && number && (!unicode.IsUpper(first) || utf8.RuneCountInString(word) > 1):
		return !s.afterNumber(i-len(word)) || low == "p" && strings.HasPrefix(s.text[next:], "100") // « 3 p. 100 »
	case holdsBeforeName[low]:
		return !startsOpener(s.text[next:])
	}
	return initial(word) && s.initialHolds(i, next, word, head)
}

// initialHolds tells whether the initial or acronym whose full stop stands at i
// is part of a name that goes on at next. head says that it begins the sentence.
func (s *splitter) initialHolds(i, next int, word string, head bool) bool {
	begin := i - len(word)
	one := utf8.RuneCountInString(word) == 1
	follows, _ := utf8.DecodeRuneInString(s.text[next:])
	switch {
	case head && one: // a name at the head, or a letter that numbers an item
		return true
	case unicode.IsDigit(follows):
		return s.statute(word, begin)
	case s.afterNumber(begin):
		return false
	case one && labelNouns[strings.ToLower(s.word(s.wordBefore(begin)))]:
		return false
	case strings.Contains(word, ".") && !strings.Contains(word, "-") && openers[letters(s.text[next:])]:
		return false
	}
	return !startsOpener(s.text[next:])
}

// statute tells whether the letter that begins at i names a kind of law, as in
// « l'article L. 123-4 ».
func (s *splitter) statute(letter string, i int) bool {
	if letter != "L" && letter != "R" && letter != "D" {
		return false
	}
	switch strings.ToLower(s.word(s.wordBefore(i))) {
	case "article", "articles", "art", "et", "ou", "à":
		return true
	}
	return false
}

// afterNumber tells whether a figure or a degree sign stands before the word
// that begins at i: the word is then a unit (« 500 F. », « 20 °C. »).
func (s *splitter) afterNumber(i int) bool {
	before := strings.TrimRightFunc(s.text[max(s.start, i-6):max(s.start, i)], unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsDigit(last) || last == '°'
}

// afterDay tells whether a figure and its full stop stand before the figure
// that begins at i, as in « 27. 10. 2024 ».
func (s *splitter) afterDay(i int) bool {
	end := s.wordBefore(i)
	return end > s.start && s.text[end] == '.' && s.text[end-1] >= '0' && s.text[end-1] <= '9'
}

// afterColon tells whether a colon or a semicolon stands before the figure that
// begins at i: it then numbers an item of a list.
func (s *splitter) afterColon(i int) bool {
	end := s.wordBefore(i)
	return end > s.start && end < i && (s.text[end-1] == ':' || s.text[end-1] == ';')
}

// word is the word that ends at i: letters, digits, full stops and hyphens.
func (s *splitter) word(i int) string {
	b := i
	for b > s.start && i-b < longestWord {
		c, size := utf8.DecodeLastRuneInString(s.text[s.start:b])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '.' && c != '-' && c != '§' && c != '@' && c != '/' {
			break
		}
		b -= size
	}
	return s.text[b:i]
}

// wordBefore is where the word ends that stands before position i, its own
// full stop left out.
func (s *splitter) wordBefore(i int) int {
	i = max(i, s.start)
	end := s.start + len(strings.TrimRightFunc(s.text[s.start:i], unicode.IsSpace))
	if end > s.start && s.text[end-1] == '.' {
		end--
	}
	return end
}
