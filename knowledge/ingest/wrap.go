package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// widestWrap is the widest line, in characters, that hard-wrapped text has.
const widestWrap = 120

// unwrap cuts a text into paragraphs, each trimmed. Blank lines part them, and
// so does a single line break unless it only wraps the paragraph's line.
func unwrap(text string) []string {
	var out []string
	lines := strings.Split(text, "\n")
	width := wrapWidth(lines)
	var current []string
	flush := func() {
		if p := strings.TrimFunc(strings.Join(current, "\n"), unicode.IsSpace); p != "" {
			out = append(out, p)
		}
		current = current[:0]
	}
	for _, line := range lines {
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		if len(current) > 0 && !wraps(current[len(current)-1], line, width) {
			flush()
		}
		current = append(current, line)
	}
	flush()
	return out
}

// wrapWidth is the width, in characters, at which a text's lines were wrapped;
// 0 where they were not: lines of wrapped text are mostly full and end anywhere
// in their sentences, other lines end with them.
func wrapWidth(lines []string) int {
	widest, breaks, stops, full := 0, 0, 0, 0
	for _, line := range lines {
		widest = max(widest, utf8.RuneCountInString(strings.TrimRight(line, " \t")))
	}
	for i, line := range lines {
		if i+1 < len(lines) && strings.TrimSpace(line) != "" && strings.TrimSpace(lines[i+1]) != "" {
			breaks++
			if endsWithStop(line) {
				stops++
			}
			if utf8.RuneCountInString(line)*10 > widest*7 {
				full++
			}
		}
	}
	if widest > widestWrap || widest < 30 || breaks == 0 || stops*10 >= breaks*6 || full*2 < breaks {
		return 0
	}
	return widest
}

// wraps tells whether the paragraph of line a goes on in line b.
func wraps(a, b string, width int) bool {
	b = strings.TrimSpace(b)
	if listMark.MatchString(b) || isRule(a) || isRule(b) || strings.HasPrefix(a, "#") || strings.HasPrefix(b, "#") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b)
	open := !endsWithStop(a) && !strings.HasSuffix(a, ":")
	if open && unicode.IsLower(first) {
		return true
	}
	if width == 0 {
		return false
	}
	n := utf8.RuneCountInString(a)
	word, _, _ := strings.Cut(b, " ")
	return n+1+utf8.RuneCountInString(word) > width || open && n*10 > width*7
}
