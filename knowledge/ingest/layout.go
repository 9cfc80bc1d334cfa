package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
)

// layOut cuts a text without metadata into blocks and tells what each is. It
// fills in the title, date and agency that the blocks themselves give.
func layOut(text string, m *metadata) []block {
	paragraphs := unwrap(text)
	var out []block
	seenProse, hadTitle := false, m.title != ""
	for i, p := range paragraphs {
		inner, marked := markdownHeading(p)
		last := i == len(paragraphs)-1
		b := block{kind: knowledge.KindProse, text: inner, paragraph: i + 1}
		switch {
		case isRule(p):
			continue
		case !seenProse && i < 4 && dateAlone.MatchString(p):
			if m.date == "" {
				m.date = dateOf(p)
			}
			continue
		case !marked && isBylineBlock(inner, !seenProse, last):
			b.kind = knowledge.KindByline
			m.readByline(inner)
		case !marked && isCaption(inner, last):
			b.kind = knowledge.KindCaption
		case m.title == "" && !seenProse && !marked && isRubric(inner) && i+1 < len(paragraphs) && titleShape(paragraphs[i+1]) && proseFollows(paragraphs[i+2:]):
			b.kind = knowledge.KindHeading
		case m.title == "" && !seenProse && (marked || titleShape(inner)) && proseFollows(paragraphs[i+1:]):
			m.title, hadTitle = inner, true
			continue
		case hadTitle && sameWords(inner, m.title) && !seenProse:
			continue
		case hadTitle && !seenProse && !marked && !last && i <= 2 && (personLine.MatchString(inner) || partedLine.MatchString(inner)):
			b.kind = knowledge.KindByline
		case marked || i > 0 && !last && headingShape(inner) && followedByText(paragraphs[i+1:], seenProse):
			b.kind = knowledge.KindHeading
		default:
			seenProse = true
			if last {
				out = append(out, closingAgency(b, m)...)
				continue
			}
			m.readDateline(inner)
		}
		out = append(out, b)
	}
	if !seenProse {
		for i := range out {
			if out[i].kind == knowledge.KindHeading {
				out[i].kind = knowledge.KindProse
			}
		}
	}
	return out
}

// titleReach is how many blocks after a title its text may begin.
const titleReach = 20

var (
	markdownMark = regexp.MustCompile(`^#{1,6}[ \t]+(.+?)[ \t#]*$`)
	boldLine     = regexp.MustCompile(`^(?:\*\*|__)([^*_\n]{2,150}[^*_.\n])(?:\*\*|__)$`)
	rubricLine   = regexp.MustCompile(`(?i)^(?:international|monde|suisse|france|europe|politique|économie|sports?|culture|société|régions?|faits divers|sciences?|santé|opinions?|interview|portrait|reportage|analyse|éditorial|à la une|actualités?)(?: [-–|>/] \p{L}+)?$`)
	personLine   = regexp.MustCompile(`^\p{Lu}[\p{L}'’.-]+(?: (?:de|du|la|le|van|von|der|den|et|d['’])?\s?\p{Lu}[\p{L}'’.-]+){1,3}$`)
	partedLine   = regexp.MustCompile(`^[^.!?\n]{2,40}(?:[\s\x{00A0}][·•|][\s\x{00A0}][^.!?\n]{2,40}){1,4}$`)
	wholeQuote   = regexp.MustCompile(`^(?:«[^«»\n]+»|"[^"\n]+"|“[^“”\n]+”)$`)
	listMark     = regexp.MustCompile(`^(?:[-–—•*·▪]|\d{1,2}[.)])[ \t\x{00A0}]`)
)

// markdownHeading is p without its heading marks, and whether it had any.
func markdownHeading(p string) (string, bool) {
	if m := markdownMark.FindStringSubmatch(p); m != nil {
		return m[1], true
	}
	if m := boldLine.FindStringSubmatch(p); m != nil {
		return m[1], true
	}
	return p, false
}

// isRule tells whether p is a line that only parts others.
func isRule(p string) bool { return strings.Trim(p, "-*_=~#+ \t\n") == "" }

func endsWithStop(p string) bool {
	p = strings.TrimRight(p, " \t\n\u00a0\u202f»”\"')]*_")
	last, _ := utf8.DecodeLastRuneInString(p)
	return strings.ContainsRune(".!?…", last)
}

// titleShape tells whether a text's first block can be its title: one line
// that is no sentence.
func titleShape(p string) bool {
	if strings.ContainsRune(p, '\n') || utf8.RuneCountInString(p) > 200 || len(strings.Fields(p)) > 32 || listMark.MatchString(p) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(p)
	return !strings.ContainsRune(".:;,", last) && !closedSentence(p)
}

// closedSentence tells whether p ends with a full stop inside closing marks.
func closedSentence(p string) bool {
	inner := strings.TrimRight(p, " \u00a0\u202f»”\"')]")
	return inner != p && strings.HasSuffix(inner, ".") && !strings.HasSuffix(inner, "..")
}

// headingShape tells whether a block between paragraphs is a heading: a short
// line without a final stop, or a short question, or a quotation alone.
func headingShape(p string) bool {
	n, words := utf8.RuneCountInString(p), len(strings.Fields(p))
	if strings.ContainsRune(p, '\n') || n > 120 || words > 16 || listMark.MatchString(p) || closedSentence(p) {
		return false
	}
	if wholeQuote.MatchString(p) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(p, "«\"“ \u00a0\u202f"))
	last, _ := utf8.DecodeLastRuneInString(p)
	switch {
	case unicode.IsLower(first) || strings.ContainsRune(".:;,…!", last):
		return false
	case last == '?':
		return n <= 70 && !strings.ContainsAny(strings.TrimRight(p, "? \u00a0\u202f"), ".?!")
	}
	return true
}

// proseFollows tells whether one of the next blocks reads like prose.
func proseFollows(rest []string) bool {
	for _, p := range rest[:min(len(rest), titleReach)] {
		if endsWithStop(p) || utf8.RuneCountInString(p) > 200 {
			return true
		}
	}
	return false
}

// followedByText tells whether prose stands close enough after a heading: within
// three blocks once the text has begun, else anywhere that it may begin.
func followedByText(rest []string, begun bool) bool {
	if begun {
		rest = rest[:min(3, len(rest))]
	}
	return proseFollows(rest)
}

// isRubric tells whether p names the part of a newspaper that a title stands
// in: a rubric's name, or at most three words in capitals.
func isRubric(p string) bool {
	return rubricLine.MatchString(p) || p == strings.ToUpper(p) && len(strings.Fields(p)) <= 3
}

func sameWords(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
