package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
)

// Quote finds a quote inside a sentence of an article and returns where in
// a.Text it stands. White space of any kind and the forms of apostrophes and
// quotation marks may differ; all else, case too, is exact.
func Quote(a *knowledge.Article, sentence int, quote string) (knowledge.Span, bool) {
	s, ok := a.Sentence(sentence)
	if !ok {
		return knowledge.Span{}, false
	}
	span, ok := find(a.Cut(s.Span), quote)
	return knowledge.Span{Start: s.Start + span.Start, End: s.Start + span.End}, ok
}

// QuoteReason says why a quote is not in a sentence: where it stands instead.
func QuoteReason(a *knowledge.Article, sentence int, quote string) string {
	return QuoteCheck(a, sentence, quote).Line(false)
}

// QuoteCheck is the check of a quote that is not in a sentence.
func QuoteCheck(a *knowledge.Article, sentence int, quote string) Check {
	c := Check{Kind: "quote", Claim: quote, Verdict: Refuted}
	c.because("stands nowhere")
	for _, s := range a.Sentences {
		if _, ok := find(a.Cut(s.Span), quote); ok {
			c.because("stands in sentence %s, not in %s", itoa(s.Number), itoa(sentence))
			break
		}
	}
	return c
}

// find is where needle stands in text, both read without white space and with
// one form of each mark.
func find(text, needle string) (knowledge.Span, bool) {
	want, _ := plainForm(needle, false)
	if want == "" {
		return knowledge.Span{}, false
	}
	have, at := plainForm(text, true)
	for from := 0; ; {
		i := strings.Index(have[from:], want)
		if i < 0 {
			return knowledge.Span{}, false
		}
		i += from
		start, end := at[i], at[i+len(want)]
		for end > start {
			r, size := utf8.DecodeLastRuneInString(text[start:end])
			if !blank(r) {
				break
			}
			end -= size
		}
		if whole(text, start, end) && gapsAgree(text[start:end], needle) {
			return knowledge.Span{Start: start, End: end}, true
		}
		from = i + 1
	}
}

// whole tells whether a span of text neither begins nor ends inside a word.
func whole(text string, start, end int) bool {
	inside := func(at int) bool {
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at:])
		return at > 0 && at < len(text) && wordRune(before) && wordRune(after)
	}
	return !inside(start) && !inside(end)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// gapsAgree tells whether white space between letters stands at the same
// places in both: « en fin » is not « enfin ».
func gapsAgree(a, b string) bool {
	next := func(s string, i int) (rune, int, bool) {
		gap := false
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			i += size
			if !blank(r) {
				return markForm(r), i, gap
			}
			gap = true
		}
		return 0, i, gap
	}
	var before rune
	for i, j := 0, 0; ; {
		ra, ni, gapA := next(a, i)
		rb, nj, gapB := next(b, j)
		if ra == 0 || rb == 0 {
			return true
		}
		if gapA != gapB && unicode.IsLetter(before) && unicode.IsLetter(ra) {
			return false
		}
		before, i, j = ra, ni, nj
	}
}

// plainForm is s without white space and with one form of each mark; at gives
// for each of its bytes where it comes from in s.
func plainForm(s string, places bool) (string, []int) {
	var b strings.Builder
	b.Grow(len(s))
	var at []int
	for i, r := range s {
		if blank(r) {
			continue
		}
		before := b.Len()
		b.WriteRune(markForm(r))
		if places {
			for ; before < b.Len(); before++ {
				at = append(at, i)
			}
		}
	}
	if places {
		at = append(at, len(s))
	}
	return b.String(), at
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff' }

func markForm(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '`', '´':
		return '\''
	case '«', '»', '“', '”', '„':
		return '"'
	case '‑', '‐':
		return '-'
	}
	return r
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}
