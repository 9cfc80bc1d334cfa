package lexicon

import (
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// frenchParts are the pieces of the words that carry meaning.
func frenchParts(words []string) []part {
	parts := make([]part, 0, len(words))
	for i, w := range words {
		for _, p := range form.SplitFrench(w) {
			if stem := form.FrenchStem(p); stem != "" {
				parts = append(parts, part{i, p, stem})
			}
		}
	}
	return parts
}

// gap is how many words without meaning may stand inside a French phrase
// from one of its parts to the next (« chef de l'État »).
const gap = 3

// frenchPhrase is as englishPhrase.
func frenchPhrase(parts []part) (count int, found []Equivalent) {
	if len(parts) < 2 {
		return 0, nil
	}
	key := parts[0].stem
	_, _, longer := french.find(key)
	for n := 2; longer && n <= len(parts) && parts[n-1].word-parts[n-2].word <= gap; n++ {
		key += " " + parts[n-1].stem
		var value string
		var ok bool
		value, ok, longer = french.find(key)
		whole := n == len(parts) || parts[n].word != parts[n-1].word
		if ok && whole {
			count, found = n, lemmas(value, "")
		}
	}
	return count, found
}

// frenchTerm looks up one word, all of its parts.
func frenchTerm(parts []part) (count int, found []Equivalent) {
	count = 1
	for count < len(parts) && parts[count].word == parts[0].word {
		count++
	}
	if count == 1 {
		value, _, _ := french.find(parts[0].stem)
		return 1, lemmas(value, parts[0].text)
	}
	for _, p := range parts[:count] {
		value, _, _ := french.find(p.stem)
		found = merge(found, lemmas(value, p.text), 0.6)
	}
	return count, found
}

// lemmas reads "lemma:word,word=0.8;lemma:…": the French words that share a
// stem. Those that begin less like the word itself count less.
func lemmas(value, word string) []Equivalent {
	if value == "" {
		return nil
	}
	var found []Equivalent
	folded := bare(form.Fold(word))
	longest := 0
	for item := range strings.SplitSeq(value, ";") {
		lemma, _, _ := strings.Cut(item, ":")
		longest = max(longest, common(bare(form.Fold(lemma)), folded))
	}
	for item := range strings.SplitSeq(value, ";") {
		lemma, list, _ := strings.Cut(item, ":")
		weight := 1.0
		if common(bare(form.Fold(lemma)), folded) < longest {
			weight = 0.6
		}
		found = merge(found, equivalents(list), weight)
	}
	return found
}

// bare is a folded French word without the endings of plural and feminine.
func bare(word string) string {
	if len(word) > 3 {
		word = strings.TrimRight(word, "sx")
		word = strings.TrimSuffix(word, "e")
	}
	return word
}

// common is how many bytes two words begin with in common, one more where
// they are the same.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if a == b {
		n++
	}
	return n
}
