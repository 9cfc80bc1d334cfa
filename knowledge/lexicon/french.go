package lexicon

import (
	"slices"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// frenchParts are the pieces of the words that carry meaning.
func frenchParts(words []string) []part {
	parts := make([]part, 0, len(words))
	for i, w := range words {
		for _, p := range frenchPieces.get(w) {
			if stem := frenchStem.get(p); stem != "" {
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
		if frenchSmall[parts[0].text] {
			return 1, nil
		}
		return 1, frenchWords.get(parts[0].text)
	}
	for _, p := range parts[:count] {
		value, _, _ := french.find(p.stem)
		found = merge(found, lemmas(value, p.text), 0.6)
	}
	return count, found
}

// frenchWords remembers what was looked up.
var frenchWords = &memo[[]Equivalent]{of: func(text string) []Equivalent {
	value, _, _ := french.find(form.FrenchStem(text))
	return slices.Clip(lemmas(value, text))
}}

// lemmas reads "lemma:word,word=0.8;lemma:…": the French words that share a
// stem. Those that are less like the word itself count less.
func lemmas(value, word string) []Equivalent {
	if value == "" {
		return nil
	}
	var found []Equivalent
	best := -1 << 10
	for item := range strings.SplitSeq(value, ";") {
		lemma, _, _ := strings.Cut(item, ":")
		best = max(best, likeness(lemma, word))
	}
	for item := range strings.SplitSeq(value, ";") {
		lemma, list, _ := strings.Cut(item, ":")
		weight := 1.0
		if likeness(lemma, word) < best {
			weight = 0.6
		}
		found = merge(found, equivalents(list), weight)
	}
	return found
}

// likeness says how likely a word is a form of a lemma with the same stem:
// highest where it is the lemma, its plural or feminine, or a past participle
// in -é of it.
func likeness(lemma, word string) int {
	if word == "" { // a phrase: nothing to compare
		return 0
	}
	if lemma == word && strings.HasSuffix(word, "ée") { // armée, before armer
		return 101
	}
	if lemma == word || plain(lemma) == plain(word) {
		return 100
	}
	if base, ok := strings.CutSuffix(plain(word), "é"); ok && lemma == base+"er" {
		return 100
	}
	a, b := form.Fold(lemma), form.Fold(word)
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return 2*n - len(a)
}

// plain is a French word without the endings of plural and feminine.
func plain(word string) string {
	if len(word) > 3 {
		word = strings.TrimRight(word, "sx")
		word = strings.TrimSuffix(word, "e")
	}
	return word
}

// frenchSmall are French words that mean nothing alone, forms of être and
// avoir among them; "été" is the summer too and stays.
var frenchSmall = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`je tu il elle on nous vous ils elles me te se lui leur leurs moi toi eux ce cet cette ces cela ça ceci
celui celle ceux celles mon ma mes ton ta tes son sa ses notre nos votre vos qui que quoi dont où quel quelle quels quelles lequel laquelle
lesquels lesquelles duquel auquel mais ou et donc or ni car si ne pas plus y en dans sur sous par pour avec sans chez vers entre depuis
pendant comme quand lorsque puisque aussi très même mêmes tout toute tous toutes autre autres aucun aucune ai as a avons avez ont avais
avait avions aviez avaient aura auront aurait auraient eu ait aient suis es est sommes êtes sont étais était étions étaient sera seront
serait seraient fut furent soit soient être avoir étant ayant c d j l m n qu s t jusqu lorsqu puisqu`) {
		set[w] = true
	}
	return set
}()
