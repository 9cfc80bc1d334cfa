package ingest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// metadata is what a text says about itself before or beside its sentences.
type metadata struct {
	title, date, agency, address string
}

var (
	metaLine  = regexp.MustCompile(`(?i)^\s*"?(date|titre|title|source|url|lien|link|auteure?s?|authors?|agence|agency|langue|language|lang|publication|publié|rubrique|section|tags?|catégories?|categories|slug|draft|layout|id)"?[\s\x{00A0}\x{202F}]*[:=][\s\x{00A0}\x{202F}]*(.*)$`)
	dateFirst = regexp.MustCompile(`(?i)^[\s\x{FEFF}]*date[\s\x{00A0}]*[:=]?[\s\x{00A0}]*((?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])(?:[-/.](?:0[1-9]|[12]\d|3[01]))?)(?:T[\d:.Z+-]+)?(?:[\s\x{00A0}]+|$)`)
	dateAlone = regexp.MustCompile(`(?i)^(?:date[\s\x{00A0}]*[:=]?[\s\x{00A0}]*)?(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])(?:[-/.](?:0[1-9]|[12]\d|3[01]))?$`)
	isoMonth  = regexp.MustCompile(`\b((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])\b`)
	wordMonth = regexp.MustCompile(`(?i)\b(janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec)(?:ier|il|let|embre|obre|)\.?[\s\x{00A0}]+((?:19|20)\d\d)\b`)
	yearLast  = regexp.MustCompile(`\b(0?[1-9]|1[0-2])[/.-]((?:19|20)\d\d)\b`)
)

// readMetadata takes the metadata off the head of a text: front matter between
// lines of three hyphens, lines of a known key and its value, and a date that
// stands before the first sentence (« date 2024-10 »).
func readMetadata(text string) (metadata, string) {
	var m metadata
	text = strings.TrimLeft(text, " \t\n\u00a0")
	if rest, ok := strings.CutPrefix(text, "---\n"); ok {
		if fields, after, ok := strings.Cut(rest, "\n---"); ok && len(fields) < 4096 {
			if line, body, _ := strings.Cut(after, "\n"); strings.Trim(line, "- ") == "" {
				for line := range strings.Lines(fields) {
					m.take(strings.TrimRight(line, "\n"))
				}
				text = body
			}
		}
	}
	for {
		text = strings.TrimLeft(text, " \t\n\u00a0")
		line, rest, _ := strings.Cut(text, "\n")
		if m.date == "" {
			if at := dateFirst.FindStringSubmatchIndex(text); at != nil {
				m.date = dateOf(text[at[2]:at[3]])
				text = text[at[1]:]
				continue
			}
		}
		if utf8.RuneCountInString(line) > 300 || !m.take(line) {
			return m, text
		}
		text = rest
	}
}

// take reads a line of a key and its value, and tells whether it was one.
func (m *metadata) take(line string) bool {
	at := metaLine.FindStringSubmatch(line)
	if at == nil {
		return false
	}
	value := strings.Trim(strings.TrimSpace(at[2]), `"`)
	switch key := strings.ToLower(at[1]); key {
	case "date", "publication", "publié":
		if m.date == "" {
			m.date = dateOf(value)
		}
	case "titre", "title":
		if m.title == "" {
			m.title = value
		}
	case "source", "url", "lien", "link", "agence", "agency":
		if isAddress(value) {
			m.address = value
		} else if name := agencyIn(value); m.agency == "" && name != "" {
			m.agency = name
		}
	}
	return true
}

func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.ContainsAny(s, " \t<>\"") && len(s) < 2000
}

// dateOf reads a day or a month: "2006-01-02", "2006-01", "" where s holds
// neither.
func dateOf(s string) string {
	if day := dayOf(s); day != "" {
		return day
	}
	month := func(year, month string) string {
		n, _ := strconv.Atoi(month)
		return fmt.Sprintf("%s-%02d", year, n)
	}
	if m := isoMonth.FindStringSubmatch(s); m != nil {
		return month(m[1], m[2])
	}
	if m := wordMonth.FindStringSubmatch(s); m != nil {
		return month(m[2], strconv.Itoa(monthNumber[strings.ToLower(m[1])]))
	}
	if m := yearLast.FindStringSubmatch(s); m != nil {
		return month(m[2], m[1])
	}
	return ""
}
