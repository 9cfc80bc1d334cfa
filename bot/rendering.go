package bot

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge/french"
	"verbatim/knowledge/language"
	"verbatim/knowledge/proof"
)

// oneOf is the text that a model gave for a sentence.
func oneOf(given []string) (text, reason string) {
	switch {
	case len(given) == 0 || strings.TrimSpace(given[0]) == "":
		return "", "no translation was given"
	case slices.ContainsFunc(given, func(s string) bool { return s != given[0] }):
		return "", "sentence: two translations were given"
	}
	return given[0], ""
}

// rendering makes a translation one line of plain text and says what is wrong
// with it, "" where it may be shown.
func rendering(original, text, to string) (plain, reason string) {
	switch {
	case strings.ContainsFunc(text, hidden):
		reason = "plain text: it has control characters"
	case !utf8.ValidString(text):
		reason = "plain text: it is no UTF-8"
	}
	if reason != "" || strings.ContainsFunc(text, untidy) || strings.Contains(text, "  ") {
		text = tidy(text)
	}
	text = strings.Trim(text, "-• ")
	if reason == "" {
		reason = unlike(original, text)
	}
	if reason == "" {
		reason = whole(original, text)
	}
	if reason != "" {
		return text, reason
	}
	err := error(nil)
	if to == "en" {
		err = proof.Translation(original, text)
	} else {
		err = byMarks(original, text)
	}
	if err != nil {
		reason = err.Error()
	}
	return text, reason
}

// hidden are runes that change how others are shown.
func hidden(r rune) bool {
	return unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r)
}

// untidy are runes that only tidy knows how to take off.
func untidy(r rune) bool {
	return strings.ContainsRune("[*_`", r) || unicode.IsSpace(r) && r != ' ' && r != '\u00a0' && r != '\u202f'
}

// unlike names what a plain translation never has and the original has not:
// pings, links, Markdown.
func unlike(original, text string) string {
	// The patterns are slow and few texts have any of this.
	if strings.ContainsAny(text, "@</") || strings.Contains(strings.ToLower(text), "www.") {
		if reason := foreign(text, []string{original}); reason != "" {
			return strings.Replace(reason, "stands in no cited sentence", "does not stand in the original", 1)
		}
	}
	if !strings.ContainsAny(text, "#>`|<]") && !strings.ContainsAny(text[:min(1, len(text))], "0123456789") {
		return ""
	}
	if m := markdown.FindString(text); m != "" && !strings.Contains(original, strings.TrimSpace(m)) {
		return "plain text: it has Markdown"
	}
	return ""
}

// markdown is what tidy leaves of it: headings, links, code, block quotes.
var markdown = regexp.MustCompile("^(#{1,6}|>|\\d+[.)]) |\\]\\(|`|\\|\\||<[a-zA-Z/!][^>]*>")

// whole says where a translation is but a part of the original, or more than it.
func whole(original, text string) string {
	theirs, mine := len(french.Words(original)), len(french.Words(text))
	if theirs >= 6 && 5*mine < 2*theirs {
		return fmt.Sprintf("length: %d words became %d", theirs, mine)
	}
	if a, b := stops(original), stops(text); b > a {
		return fmt.Sprintf("sentence: %d became %d", a, b)
	}
	return ""
}

// abbreviations are those that a capital may follow, beside single letters and
// short titles (M., Dr., Gen.).
var abbreviations = map[string]bool{"vs": true, "prof": true, "capt": true, "etc": true, "no": true, "approx": true}

// stops counts the sentences of a text: its end, and the marks before it that
// a capital follows, those of abbreviations left out.
func stops(text string) int {
	const quotes = "«»“”\"‘’ \u00a0\u202f"
	n := 1
	for i, r := range text {
		if !strings.ContainsRune(".!?…", r) {
			continue
		}
		after := text[i+utf8.RuneLen(r):]
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, quotes))
		parted := strings.TrimLeft(after, quotes) != after
		if parted && unicode.IsUpper(next) && (r != '.' || !abbreviated(text[:i])) {
			n++
		}
	}
	return n
}

// abbreviated tells whether a text ends in a word that a full stop shortens.
func abbreviated(text string) bool {
	start := strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' })
	word := text
	if start >= 0 {
		_, size := utf8.DecodeRuneInString(text[start:])
		word = text[start+size:]
	}
	first, _ := utf8.DecodeRuneInString(word)
	return strings.Contains(word, ".") || abbreviations[strings.ToLower(word)] || unicode.IsUpper(first) && utf8.RuneCountInString(word) <= 3
}

// numbers are figures in digits, their groups and decimals too.
var numbers = regexp.MustCompile(`\d+(?:[.,'’\x{00a0}\x{202f} ]\d{3})*(?:[.,]\d+)?`)

// byMarks checks a translation into a language that proof does not read:
// digits, quotation marks, length, and that it is French no more.
func byMarks(original, text string) error {
	theirs, mine := len(french.Words(original)), len(french.Words(text))
	switch a, b := digits(original), digits(text); {
	case mine > 2*theirs+8:
		return fmt.Errorf("length: %d words became %d", theirs, mine)
	case theirs > 4 && (original == text || language.Detect(text) == "fr"):
		return fmt.Errorf("language: the text was left in French")
	case !slices.Equal(a, b):
		return fmt.Errorf("figure: %s became %s", listed(a), listed(b))
	}
	quoted := len(french.Quotes(original)) > 0
	if strings.ContainsAny(text, "«»“”„\"") != quoted && (quoted || strings.ContainsAny(text, "«“„")) {
		return fmt.Errorf("quotation: the marks of the original are not kept")
	}
	return nil
}

// digits are the figures of a text, sorted, without what parts their groups:
// that differs from language to language.
func digits(text string) []string {
	var out []string
	for _, n := range numbers.FindAllString(text, -1) {
		out = append(out, strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return r
			}
			return -1
		}, n))
	}
	slices.Sort(out)
	return out
}

func listed(figures []string) string {
	if len(figures) == 0 {
		return "none"
	}
	return strings.Join(figures, ", ")
}
