package discord

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
)

// escape makes a text from outside plain Discord Markdown on one line: no
// emphasis, link, mention, heading, list, quote or invitation is left in it.
// Discord takes a backslash away before any character that is no letter, digit
// or space.
func escape(s string) string {
	return escapeLine(strings.Join(strings.FieldsFunc(s, blank), " "))
}

// blank reports white space and control characters. The no-break spaces of
// French typography are kept.
func blank(r rune) bool {
	return (unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f') || unicode.IsControl(r)
}

func escapeLine(s string) string {
	var b strings.Builder
	start := true // of the line: what makes a list or small print there
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\*_~`|><#[]@", r):
			b.WriteByte('\\')
		case start && (r == '-' || r == '+'):
			b.WriteByte('\\')
		case r == '.' && (orderedAt(s, i) || strings.HasPrefix(s[i:], ".gg/") || strings.HasPrefix(s[i:], ".com/invite/")):
			b.WriteByte('\\')
		case r == ':' && strings.HasPrefix(s[i:], "://"):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		start = start && (r == ' ' || r == '\u00a0')
	}
	return b.String()
}

// orderedAt reports whether the full stop at i makes its line a numbered list.
func orderedAt(s string, i int) bool {
	return i > 0 && strings.Trim(strings.TrimLeft(s[:i], " "), "0123456789") == "" && strings.HasPrefix(s[i:], ". ")
}

// quoted is a cited sentence as a block quote on one line, the part that
// carries the claim in bold.
func quoted(c knowledge.Citation) string {
	s := c.Span()
	if c.Quote.Empty() || c.Quote == s || c.Quote.Start < s.Start || c.Quote.End > s.End {
		return "> " + escape(c.Text())
	}
	return "> " + emphasize(c.Text(), c.Quote.Start-s.Start, c.Quote.End-s.Start)
}

// emphasize escapes a text of one line and puts text[start:end] in bold. The
// stars stand against words: bold that begins or ends with a space is none.
func emphasize(text string, start, end int) string {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	for end > start {
		r, n := utf8.DecodeLastRuneInString(text[:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	if start >= end {
		return escape(text)
	}
	head, body, tail := flat(text[:start]), flat(text[start:end]), flat(text[end:])
	if strings.TrimSpace(head) == "" {
		head = ""
	}
	return escapeLine(head) + "**" + escapeInner(body) + "**" + escapeInner(tail)
}

// escapeInner escapes what does not begin its line.
func escapeInner(s string) string {
	return strings.TrimPrefix(escapeLine("x"+s), "x")
}

// flat puts a text on one line and keeps a space at either end of it.
func flat(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if blank(r) {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}
