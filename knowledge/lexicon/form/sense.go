package form

import "strings"

// EnglishSense is the key of a word or phrase in the table of senses: one word
// as [EnglishWord] gives it, several as their stems without articles and other
// words that a writer leaves out or puts in.
func EnglishSense(phrase string) string {
	var kept []string
	for _, w := range Split(phrase) {
		if !EnglishSmall[w] {
			kept = append(kept, w)
		}
	}
	if len(kept) == 1 {
		return EnglishWord(kept[0])
	}
	for i, w := range kept {
		kept[i] = EnglishStem(w)
	}
	return strings.Join(kept, " ")
}

// EnglishSmall are the words that phrases of the table of senses are compared
// without.
var EnglishSmall = func() map[string]bool {
	set := map[string]bool{}
	for w := range words(`a an the to of its his her their our my your one's`) {
		set[w] = true
	}
	return set
}()

// verbEndings are what stands after the stem of a regular French verb, by the
// ending of its infinitive.
var verbEndings = map[string]map[string]struct{}{
	"er": words(`e es ent é ée és ées er ez ons a ai as ait aient ais ant era eras erai eront erait eraient erons èrent ât`),
	"ir": words(`is it i ie ies issent issait issaient issant ira iront irait iraient irent isse issons ir t s ent ait aient ant`),
	"re": words(`s t e u ue us ues it irent ent ait aient ant ra ront rait raient re`),
}

// FormOf tells whether a French word in lower case is an inflected form of a
// dictionary form, as far as its ending shows: its plural, its feminine, a form
// of the verb. It leaves apart words that only share a stem (marche, marché).
func FormOf(lemma, word string) bool {
	if lemma == word || singular(lemma) == singular(word) {
		return true
	}
	if frenchIrregular[Fold(word)] == lemma {
		return true
	}
	if len(lemma) < 4 {
		return false
	}
	end := lemma[len(lemma)-2:]
	endings, verb := verbEndings[end]
	if !verb {
		return agrees(lemma, word)
	}
	stem := lemma[:len(lemma)-2]
	rest, ok := strings.CutPrefix(word, stem)
	if !ok { // élève, élever; cède, céder
		rest, ok = strings.CutPrefix(Fold(word), Fold(stem))
		if !ok || Fold(stem) == stem && !strings.ContainsRune(word, 'è') {
			return agrees(lemma, word)
		}
	}
	_, ok = endings[rest]
	return ok || agrees(lemma, word)
}

// agrees tells of the plurals and feminines that change more than a last letter.
func agrees(lemma, word string) bool {
	for _, change := range [...][2]string{{"al", "aux"}, {"ail", "aux"}, {"eau", "eaux"}, {"eur", "euse"}, {"eur", "euses"}, {"teur", "trice"}, {"teur", "trices"},
		{"if", "ive"}, {"if", "ives"}, {"eux", "euse"}, {"eux", "euses"}, {"er", "ère"}, {"er", "ères"}, {"n", "nne"}, {"n", "nnes"}, {"l", "lle"}, {"l", "lles"},
		{"et", "ette"}, {"et", "ettes"}, {"c", "que"}, {"c", "ques"}, {"anc", "anche"}, {"anc", "anches"}, {"s", "sse"}, {"s", "sses"}, {"x", "sse"}, {"et", "ète"}, {"et", "ètes"}} {
		if base, ok := strings.CutSuffix(word, change[1]); ok && base+change[0] == lemma {
			return true
		}
	}
	return false
}

func singular(word string) string {
	if len(word) > 3 {
		word = strings.TrimRight(word, "sx")
		if !strings.HasSuffix(word, "ée") {
			word = strings.TrimSuffix(word, "e")
		}
	}
	return word
}
