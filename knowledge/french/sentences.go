package french

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a half-open range of byte offsets.
type Span struct{ Start, End int }

const (
	widestSentence = 1000 // bytes; a longer sentence is cut
	widestAside    = 400  // bytes; a stop inside parentheses this short ends nothing
	widestClosing  = 100  // bytes; all closing and note marks after a stop
	longestWord    = 40   // bytes; how far back an abbreviation is looked for
)

// Sentences splits one paragraph of French prose. The spans are byte offsets
// into text, in order and disjoint, with outer white space left out; every
// byte that is not white space lies in exactly one of them. A quotation of
// several sentences is several sentences, and closing marks and note marks
// ([3]) belong to the sentence that they follow. A line break is white space,
// but a blank line and a list item end a sentence. Sentences of more than
// 1,000 bytes are cut at a semicolon, a comma or a space. The time is linear
// in len(text).
func Sentences(text string) []Span {
	s := splitter{text: text, asides: asides(text)}
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case c == '"':
			s.quotes++
			i += size
		case c == '\n' && breaksHere(text[i:]):
			s.emit(i)
			i += size
		case isStop(c):
			i = s.stop(i)
		default:
			i += size
		}
	}
	s.emit(len(text))
	return s.out
}

// splitter is the state of one pass over a paragraph.
type splitter struct {
	text   string
	asides []Span // parentheses that close within widestAside, outermost, in order
	aside  int    // index of the first aside that ends after the current position
	start  int    // where the current sentence begins
	quotes int    // straight double quotes seen so far
	seen   int    // how far the current sentence was searched for a letter or digit
	found  bool   // one was found
	out    []Span
}

// emit ends the current sentence at end.
func (s *splitter) emit(end int) {
	span := trimSpan(s.text, Span{s.start, end})
	if span.Start < span.End {
		s.out = append(s.out, narrow(s.text, span)...)
	}
	s.start, s.seen, s.found = end, end, false
}

// worded tells whether a letter or digit stands in the current sentence before
// i; marks alone are no sentence.
func (s *splitter) worded(i int) bool {
	s.found = s.found || hasWord(s.text[s.seen:i])
	s.seen = i
	return s.found
}

// stop looks at the stop that begins at i, ends the sentence if it is its end,
// and returns where to go on.
func (s *splitter) stop(i int) int {
	run := i
	for run < len(s.text) {
		c, size := utf8.DecodeRuneInString(s.text[run:])
		if !isStop(c) {
			break
		}
		run += size
	}
	end, quotes := s.closers(run)
	if s.ends(i, run, end) {
		s.quotes = quotes
		s.emit(end)
		return end
	}
	return run
}

// ends tells whether the stop [i, run) with its closing marks up to end is the
// end of a sentence.
func (s *splitter) ends(i, run, end int) bool {
	if !s.worded(i) {
		return false
	}
	single := run == i+1 && s.text[i] == '.'
	next := skipSpace(s.text, end)
	if next == len(s.text) {
		return true
	}
	if s.inAside(i) {
		return s.leavesOut(i, end) && (startsOpener(s.text[next:]) || s.text[end-1] != ')')
	}
	if next == end {
		return s.glued(i, end, single)
	}
	if single && end == run && s.dateline(i, next) {
		return false
	}
	if !opensSentence(s.text[next:]) {
		return single && end == run && s.forgottenCapital(i, next)
	}
	if !single {
		return true
	}
	return !s.holds(i, next, end > run)
}

// inAside tells whether the stop at i stands inside parentheses that belong to
// the sentence around them. Parentheses that begin a sentence, or follow a full
// stop, hold sentences of their own.
func (s *splitter) inAside(i int) bool {
	for s.aside < len(s.asides) && s.asides[s.aside].End <= i {
		s.aside++
	}
	if s.aside == len(s.asides) || s.asides[s.aside].Start > i {
		return false
	}
	a := s.asides[s.aside]
	before := strings.TrimRightFunc(s.text[max(s.start, a.Start-longestWord):max(a.Start, s.start)], func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`»"”`, r)
	})
	last, _ := utf8.DecodeLastRuneInString(before)
	return before != "" && !isStop(last)
}

// dateline tells whether the sentence so far is a place in capitals before a
// dash: « NANCY. – Le conseil … ».
func (s *splitter) dateline(i, next int) bool {
	dash, _ := utf8.DecodeRuneInString(s.text[next:])
	if dash != '-' && dash != '–' && dash != '—' || i-s.start > longestWord {
		return false
	}
	return shouted(strings.TrimSpace(s.text[s.start:i]))
}

// leavesOut tells whether the stop at i is all that its parentheses hold, as in
// « une paix durable (…) Il faut … ».
func (s *splitter) leavesOut(i, end int) bool {
	a := s.asides[s.aside]
	return end >= a.End && !hasWord(s.text[a.Start:a.End]) && opensSentence(s.text[skipSpace(s.text, end):])
}

// closers steps over what belongs to the sentence after its stop: closing
// quotation marks and brackets, note marks, and a stop that follows them. It
// returns also the count of straight quotes.
func (s *splitter) closers(j int) (end, quotes int) {
	quotes = s.quotes
	for limit := j + widestClosing; j < min(limit, len(s.text)); {
		k := skipSpace(s.text, j)
		if k == len(s.text) {
			return j, quotes
		}
		c, size := utf8.DecodeRuneInString(s.text[k:])
		after, _ := utf8.DecodeRuneInString(s.text[k+size:])
		closes := k+size == len(s.text) || unicode.IsSpace(after) || strings.ContainsRune(`.,;:!?…)]»"`, after)
		switch {
		case c == '»' || c == '›' && k == j:
		case k == j && (c == '”' || c == ')' || c == ']'):
		case k == j && (c == '\'' || c == '’') && closes:
		case c == '"' && (k == j && closes || quotes%2 == 1 && (k == j || closes)):
			quotes++
		case k == j && c == '[':
			e := strings.IndexByte(s.text[k:min(len(s.text), k+longestWord)], ']')
			if e < 0 {
				return j, quotes
			}
			size = e + 1
		case k == j && isStop(c):
		case c == '[' || c == '(':
			if size = omission(s.text[k:]); size == 0 {
				return j, quotes
			}
		default:
			return j, quotes
		}
		j = k + size
	}
	return j, quotes
}

// glued tells whether a sentence begins right after a stop, its space
// forgotten: « à Neuchâtel.Elle habite ». Two capitalised words that are glued
// are a name: « Travail.Suisse ».
func (s *splitter) glued(i, end int, single bool) bool {
	word := s.word(i)
	if strings.ContainsAny(word, "./@") || strings.HasPrefix(word, "www") || alwaysHolds[strings.ToLower(word)] {
		return false
	}
	before := []rune(s.text[max(s.start, i-2*utf8.UTFMax):i])
	n := 0
	for n < len(before) && (unicode.IsLower(before[len(before)-1-n]) || strings.ContainsRune(`-)»”"%`, before[len(before)-1-n])) {
		n++
	}
	closed := s.text[end-1] != '.' // a closing mark, or another stop, was stepped over
	if n < 3 && !(closed && n > 0) {
		return false
	}
	rest := strings.TrimLeft(s.text[end:], "«\"“( \u00a0\u202f")
	first, size := utf8.DecodeRuneInString(rest)
	second, _ := utf8.DecodeRuneInString(rest[size:])
	if !unicode.IsUpper(first) || !unicode.IsLower(second) && !strings.ContainsRune("'’ ", second) {
		return false
	}
	if !single && strings.ContainsAny(s.text[i:end], "….") && !closed {
		return startsOpener(rest)
	}
	begin, _ := utf8.DecodeRuneInString(word)
	return closed || !unicode.IsUpper(begin) || startsOpener(rest)
}

// forgottenCapital tells whether a sentence begins at next although it is in
// lower case: a pronoun after a whole word and its full stop.
func (s *splitter) forgottenCapital(i, next int) bool {
	word := s.word(i)
	if utf8.RuneCountInString(word) < 5 || strings.ContainsAny(word, ".-") || alwaysHolds[word] || holdsBeforeNumber[word] {
		return false
	}
	w := letters(s.text[next:])
	switch w {
	case "il", "ils", "elle", "elles", "nous", "vous", "je":
		return true
	}
	inner, size := utf8.DecodeRuneInString(w)
	second, _ := utf8.DecodeRuneInString(w[min(size, len(w)):])
	return unicode.IsLower(inner) && unicode.IsUpper(second) // iPhone, eBay
}
