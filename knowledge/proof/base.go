package proof

import (
	"strings"

	"verbatim/knowledge/lexicon"
)

// frenchBases remembers infinitives; "" where the dictionary knows a word as it is.
var frenchBases = &memo[string]{of: func(word string) string {
	if lexicon.HasFrench(word) {
		return ""
	}
	return lexicon.Infinitive(word)
}}

// participles remembers infinitives of words that stand after an auxiliary,
// whatever else they may be: « a démenti ».
var participles = &memo[string]{of: lexicon.Infinitive}

// base is the infinitive of word i, "" where the word is one that the
// dictionary knows and no participle after an auxiliary.
func (r *reading) base(i int) string {
	w := &r.words[i]
	if r.english || w.name || w.figure || w.light || len(w.fold) < 3 {
		return ""
	}
	raw := strings.ToLower(r.raw(w))
	switch r.fold(i - 1) {
	case "a", "ont", "avait", "avaient", "aurait", "auraient", "avoir", "ayant", "pas", "ete", "est", "sont", "etait", "etaient", "ni", "d", "s":
		if b := participles.get(raw); b != "" && b != raw {
			return b
		}
	}
	return frenchBases.get(raw)
}
