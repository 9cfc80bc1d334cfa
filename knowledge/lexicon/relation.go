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
	own := strings.ToLower(french)
	found := relatives(&families, key, own)
	if found == nil {
		return derived(own)
	}
	var list []string
	for _, e := range found {
		if e.Text != own {
			list = append(list, e.Text)
		}
	}
	return list
}

// SameFamily reports whether two French words are of one family, or are
// inflections of one word.
func SameFamily(a, b string) bool {
	x, y := form.FrenchPhrase(a), form.FrenchPhrase(b)
	if x == "" || y == "" {
		return false
	}
	return x == y || hasForm(Family(a), b, y) || hasForm(Family(b), a, x)
}

// hasForm reports whether a word, given with its key, is a form of one of the
// lemmas.
func hasForm(lemmas []string, word, key string) bool {
	for _, l := range lemmas {
		if form.FrenchPhrase(l) == key && isForm(l, word) {
			return true
		}
	}
	return false
}

// relatives reads the relatives of a word from a table whose values are
// "lemma:relative,relative;lemma:…". Lemmas that only share the stem of a word
// that is a dictionary word itself do not count (partie, partir).
func relatives(t *table, key, word string) []Equivalent {
	value, ok, _ := t.find(key)
	if !ok {
		return nil
	}
	var found []Equivalent
	for item := range strings.SplitSeq(value, ";") {
		lemma, list, _ := strings.Cut(item, ":")
		if isForm(lemma, word) {
			found = merge(found, equivalents(list), 1)
		}
	}
	return found
}

// isForm reports whether a word may be a form of a lemma with the same stem:
// it looks like it, or is no dictionary word itself.
func isForm(lemma, word string) bool {
	word = strings.ToLower(word)
	if likeness(lemma, word) >= 100 || strings.Contains(word, " ") {
		return true
	}
	value, _, _ := french.find(form.FrenchPhrase(word))
	for item := range strings.SplitSeq(value, ";") {
		known, _, _ := strings.Cut(item, ":")
		if likeness(known, word) >= 100 {
			return false
		}
	}
	return true
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
	own := strings.ToLower(french)
	list := relatives(&synonyms, form.FrenchPhrase(french), own)
	return slices.DeleteFunc(list, func(e Equivalent) bool { return e.Text == own })
}

// Opposite reports whether two words or phrases, both French or both English,
// in any inflection, say opposite things or movements (hausse, baisse; won,
// lost).
func Opposite(a, b string) bool {
	if against := frenchOpposites.get(a); len(against) > 0 {
		key := form.FrenchPhrase(b)
		for _, e := range against {
			if form.FrenchPhrase(e.Text) == key && isForm(e.Text, b) {
				return true
			}
		}
	}
	value, found, _ := opposites.find("e " + englishPhrases.get(a))
	if !found {
		return false
	}
	stems := englishStems(b)
	for item := range strings.SplitSeq(value, ";") {
		_, list, _ := strings.Cut(item, ":")
		for _, e := range equivalents(list) {
			if englishStems(e.Text) == stems {
				return true
			}
		}
	}
	return false
}

var (
	frenchOpposites = &memo[[]Equivalent]{of: func(word string) []Equivalent {
		return relatives(&opposites, "f "+form.FrenchPhrase(word), word)
	}}
	englishPhrases = &memo[string]{of: englishStems}
)

func englishStems(phrase string) string {
	parts := form.Split(phrase)
	for i, p := range parts {
		parts[i] = form.EnglishStem(p)
	}
	return strings.Join(parts, " ")
}
