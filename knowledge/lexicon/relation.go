package lexicon

import (
	"slices"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// Family gives the French words that share a family with a French word or
// stem (any inflection): verb, nouns, participle, the person who does it
// (déployer: déploiement). Irregular families come from a table; others are
// built from the word's ending and may hold forms that are no words. The
// order means nothing; the word itself is not among them.
func Family(french string) []string {
	key := form.FrenchPhrase(french)
	if key == "" {
		return nil
	}
	value, ok, _ := families.find(key)
	if ok {
		return slices.DeleteFunc(strings.Split(value, ","), func(w string) bool { return w == french })
	}
	return derived(strings.ToLower(french))
}

// SameFamily reports whether two French words are of one family, or are
// inflections of one word.
func SameFamily(a, b string) bool {
	x, y := form.FrenchPhrase(a), form.FrenchPhrase(b)
	if x == "" || y == "" {
		return false
	}
	if x == y {
		return true
	}
	for _, w := range Family(a) {
		if form.FrenchPhrase(w) == y {
			return true
		}
	}
	for _, w := range Family(b) {
		if form.FrenchPhrase(w) == x {
			return true
		}
	}
	return false
}

// derivations are the regular ways from one word of a family to others.
var derivations = []struct {
	end string
	to  []string
}{
	{"isation", []string{"iser"}}, {"ification", []string{"ifier"}}, {"ation", []string{"er"}}, {"ition", []string{"ir"}},
	{"ateur", []string{"er", "ation"}}, {"issement", []string{"ir"}}, {"iement", []string{"ier", "yer"}},
	{"ement", []string{"er", "e", ""}}, {"age", []string{"er"}}, {"eur", []string{"er", "e"}}, {"euse", []string{"er"}},
	{"isme", []string{"iste", "e"}}, {"iste", []string{"isme", "e"}}, {"ité", []string{"e", ""}},
	{"iser", []string{"isation", "iseur"}}, {"ifier", []string{"ification"}}, {"yer", []string{"iement"}},
	{"er", []string{"ation", "ement", "age", "eur", "e"}}, {"ir", []string{"issement", "isseur"}},
	{"ique", []string{"ie"}}, {"ogie", []string{"ogique", "ogue"}}, {"ie", []string{"ique"}},
	{"iel", []string{"ie", "ce"}}, {"eux", []string{"e"}},
}

// derived builds the relatives of a word by the longest ending that fits.
func derived(word string) []string {
	best := -1
	for i, d := range derivations {
		if strings.HasSuffix(word, d.end) && len(word)-len(d.end) >= 3 &&
			(best < 0 || len(d.end) > len(derivations[best].end)) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	stem := strings.TrimSuffix(word, derivations[best].end)
	var list []string
	for _, to := range derivations[best].to {
		list = append(list, stem+to)
	}
	return list
}

// Synonyms gives the French words and phrases that may stand for a French word
// or phrase in the news, most usual first, in any inflection of it.
func Synonyms(french string) []Equivalent {
	value, ok, _ := synonyms.find(form.FrenchPhrase(french))
	if !ok {
		return nil
	}
	own := strings.ToLower(french)
	return slices.DeleteFunc(equivalents(value), func(e Equivalent) bool { return e.Text == own })
}

// Opposite reports whether two words or phrases, both French or both English,
// in any inflection, say opposite things or movements (hausse, baisse; won,
// lost).
func Opposite(a, b string) bool {
	return opposed("f "+form.FrenchPhrase(a), "f "+form.FrenchPhrase(b)) ||
		opposed("e "+englishStems(a), "e "+englishStems(b))
}

func opposed(a, b string) bool {
	value, ok, _ := opposites.find(a)
	return ok && slices.Contains(strings.Split(value, ","), b)
}

func englishStems(phrase string) string {
	parts := form.Split(phrase)
	for i, p := range parts {
		parts[i] = form.EnglishStem(p)
	}
	return strings.Join(parts, " ")
}
