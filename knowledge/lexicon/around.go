package lexicon

import (
	"slices"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// around is a phrase of small words and one other word, which alone says
// something else (« en cours »).
type around struct {
	before, after []string // what small words stand for, as [form.Small] gives it
	rows          []uint16
}

// aroundWord are the phrases of senses made of a French word and small words.
func aroundWord(text, stem string) (out []around) {
	value, found, _ := senses.find("f =" + stem)
	if !found {
		return nil
	}
	base := Infinitive(text)
	for item := range strings.SplitSeq(value, ";") {
		phrase, list, _ := strings.Cut(item, ":")
		before, word, after, ok := form.Around(phrase)
		if ok && (form.FormOf(word, text) || base != "" && base != text && form.FormOf(word, base)) {
			out = append(out, around{before, after, rowNumbers(nil, list)})
		}
	}
	slices.SortStableFunc(out, func(a, b around) int { return len(b.before) + len(b.after) - len(a.before) - len(a.after) })
	return out
}

// afterWithin is how many words after a word its preposition may stand.
const afterWithin = 3

// matches tells whether the small words stand around word i of a text, and at
// which word the phrase begins.
func (a *around) matches(words []string, i int) (first int, ok bool) {
	first = i
	for need := a.before; len(need) > 0; {
		first--
		if first < 0 {
			return 0, false
		}
		parts, small := form.Small(words[first])
		if !small || len(parts) > len(need) || !slices.Equal(need[len(need)-len(parts):], parts) {
			return 0, false
		}
		need = need[:len(need)-len(parts)]
	}
	if len(a.after) == 0 {
		return first, true
	}
	for k := i + 1; k <= i+afterWithin && k < len(words); k++ {
		if parts, small := form.Small(words[k]); small && len(parts) > 0 && parts[0] == a.after[0] {
			return first, true
		}
	}
	return 0, false
}
