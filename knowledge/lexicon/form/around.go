package form

import "strings"

// Small are the small words that a French word of a phrase stands for, their
// gender, number and elision aside (« aux »: à le; « l' »: le); small tells
// whether it is one. « se » is small and stands for none: verbs lose it.
func Small(word string) (words []string, small bool) {
	words, small = frenchSmallParts[strings.TrimRight(word, "'’")]
	return words, small
}

var frenchSmallParts = map[string][]string{
	"à": {"à"}, "au": {"à", "le"}, "aux": {"à", "le"}, "de": {"de"}, "d": {"de"}, "du": {"de", "le"}, "des": {"de", "le"},
	"le": {"le"}, "la": {"le"}, "les": {"le"}, "l": {"le"}, "un": {"un"}, "une": {"un"}, "en": {"en"}, "se": nil, "s": nil,
}

// Around cuts a French phrase of one word and small words: those that stand
// before it, the word, and those after it. It reports false for other phrases
// and where no small word is left.
func Around(phrase string) (before []string, word string, after []string, ok bool) {
	phrase = strings.NewReplacer("’", "'", "-", " ", "‑", " ").Replace(strings.ToLower(phrase))
	for _, w := range strings.Fields(strings.ReplaceAll(phrase, "'", "' ")) {
		words, small := Small(w)
		switch {
		case small && word == "":
			before = append(before, words...)
		case small:
			after = append(after, words...)
		case word != "":
			return nil, "", nil, false
		default:
			word = w
		}
	}
	return before, word, after, word != "" && len(before)+len(after) > 0 && !strings.HasSuffix(word, "'")
}
