package terminal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Clean takes out of a text whatever a terminal would obey and not show:
// control characters, escape sequences, and marks that turn the direction of
// writing. Line breaks stay; a tab becomes a space.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case r == utf8.RuneError, unicode.Is(unicode.Cc, r), turns(r):
			return -1
		}
		return r
	}, s)
}

// turns reports whether a character turns the direction of what follows.
func turns(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C
}

// Marks of style within a cleaned text, which has no control characters else.
const (
	boldOn  = '\x01'
	dimOn   = '\x02'
	plainOn = '\x03'
)

func bold(s string) string { return string(boldOn) + s + string(plainOn) }
func dim(s string) string  { return string(dimOn) + s + string(plainOn) }

// styled turns the marks of one line into escape sequences, or takes them out.
func (s Style) styled(line string) string {
	if !strings.ContainsAny(line, "\x01\x02\x03") {
		return line
	}
	var b strings.Builder
	for _, r := range line {
		switch {
		case r > plainOn:
			b.WriteRune(r)
		case !s.Ansi:
		case r == boldOn:
			b.WriteString("\x1b[1m")
		case r == dimOn:
			b.WriteString("\x1b[2m")
		default:
			b.WriteString("\x1b[0m")
		}
	}
	return b.String()
}

// block lays a text out under a first prefix and, from the second line on,
// another of the same width. Lines break at plain spaces alone, so that
// no-break spaces hold.
func (s Style) block(first, rest, text string) string {
	var out strings.Builder
	prefix := first
	for _, paragraph := range strings.Split(text, "\n") {
		open := rune(0)
		for _, line := range s.wrap(paragraph, s.Width-uniseg.StringWidth(unmarked(first))) {
			if open != 0 {
				line = string(open) + line
			}
			if open = stillOpen(line); open != 0 {
				line += string(plainOn)
			}
			out.WriteString(s.styled(strings.TrimRight(prefix+line, " ")) + "\n")
			prefix = rest
		}
	}
	return out.String()
}

// stillOpen is the mark that is in force at the end of a line, 0 where none is.
func stillOpen(line string) rune {
	i := strings.LastIndexAny(line, "\x01\x02\x03")
	if i < 0 || rune(line[i]) == plainOn {
		return 0
	}
	return rune(line[i])
}

func unmarked(s string) string { return Style{}.styled(s) }

// wrap breaks one paragraph into lines of at most so many columns; a word that
// is longer stands alone.
func (s Style) wrap(text string, columns int) []string {
	if s.Width == 0 {
		return []string{text}
	}
	columns = max(columns, 10)
	var lines []string
	var line strings.Builder
	used := 0
	for _, word := range strings.Split(text, " ") {
		w := uniseg.StringWidth(unmarked(word))
		if used > 0 && used+1+w > columns {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += w
	}
	return append(lines, line.String())
}

// fit cuts a text that is wider than so many columns.
func fit(text string, columns int) string {
	if uniseg.StringWidth(text) <= columns {
		return text
	}
	var b strings.Builder
	used := 0
	for g := uniseg.NewGraphemes(text); g.Next(); {
		if used += g.Width(); used > columns-1 {
			break
		}
		b.WriteString(g.Str())
	}
	return b.String() + "…"
}

// pad fills a text with spaces to so many columns.
func pad(text string, columns int) string {
	return text + strings.Repeat(" ", max(0, columns-uniseg.StringWidth(text)))
}
