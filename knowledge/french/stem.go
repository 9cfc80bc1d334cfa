package french

// ending is a suffix of folded words, what stands in its place in the stem,
// and how many letters the stem must keep.
type ending struct {
	suffix, stem string
	keep         int
}

// endings are tried in order within the bucket of their last letter, the
// longest first. They conflate the forms of a verb and of a noun, and the nouns
// that are made from a verb by the most regular suffixes.
var endings = [...]ending{
	{"issements", "", 3}, {"issement", "", 3}, {"issaient", "", 3}, {"issantes", "", 3}, {"issante", "", 3},
	{"issants", "", 3}, {"issant", "", 3}, {"issait", "", 3}, {"issent", "", 3}, {"issons", "", 3}, {"isse", "", 4},
	{"atrices", "", 3}, {"atrice", "", 3}, {"ateurs", "", 3}, {"ateur", "", 3}, {"ations", "", 3}, {"ation", "", 3},
	{"itions", "i", 3}, {"ition", "i", 3}, {"utions", "u", 3}, {"ution", "u", 3}, {"usions", "u", 3}, {"usion", "u", 3},
	{"trices", "t", 3}, {"trice", "t", 3}, {"teurs", "t", 3}, {"teur", "t", 3}, {"tions", "t", 3}, {"tion", "t", 3},
	{"ements", "", 4}, {"ement", "", 4}, {"amment", "ant", 3}, {"emment", "ent", 3}, {"ments", "", 5}, {"ment", "", 5},
	{"eraient", "", 3}, {"erions", "", 3}, {"eriez", "", 3}, {"erait", "", 3}, {"erais", "", 3}, {"erent", "", 3},
	{"eront", "", 3}, {"erons", "", 3}, {"erez", "", 3}, {"eras", "", 3}, {"erai", "", 3}, {"era", "", 3},
	{"iraient", "", 3}, {"irait", "", 3}, {"irent", "", 3}, {"iront", "", 3}, {"ira", "", 4},
	{"aient", "", 3}, {"ions", "", 4}, {"antes", "", 4}, {"ante", "", 4}, {"ants", "", 4}, {"ant", "", 4},
	{"ances", "", 4}, {"ance", "", 4}, {"ences", "", 4}, {"ence", "", 4}, {"entes", "", 4}, {"ente", "", 4},
	{"assent", "", 3}, {"asse", "", 5}, {"ait", "", 3}, {"ais", "", 4}, {"ent", "", 4}, {"ont", "", 5}, {"ons", "", 4},
	{"ables", "", 4}, {"able", "", 4}, {"ibles", "", 4}, {"ible", "", 4}, {"istes", "", 4}, {"iste", "", 4},
	{"ismes", "", 4}, {"isme", "", 4}, {"iques", "", 4}, {"ique", "", 4}, {"ites", "", 4}, {"ite", "", 4},
	{"euses", "eu", 3}, {"euse", "eu", 3}, {"eurs", "eu", 3}, {"eur", "eu", 3}, {"eux", "eu", 2},
	{"ives", "i", 3}, {"ive", "i", 3}, {"ifs", "i", 3}, {"if", "i", 3},
	{"elles", "el", 3}, {"elle", "el", 3}, {"ennes", "en", 3}, {"enne", "en", 3}, {"ettes", "et", 3}, {"ette", "et", 3},
	{"ieres", "i", 3}, {"iere", "i", 3}, {"iers", "i", 3}, {"ier", "i", 3},
	{"eaux", "eau", 2}, {"aux", "al", 3}, {"oux", "ou", 2},
	{"ees", "", 3}, {"ee", "", 3}, {"es", "", 3}, {"er", "", 3}, {"ez", "", 3}, {"ies", "i", 3}, {"ie", "i", 3},
	{"ir", "", 3}, {"it", "", 4}, {"is", "", 4}, {"ai", "", 4}, {"as", "", 4}, {"us", "", 4}, {"e", "", 2}, {"s", "", 3}, {"a", "", 4}, {"i", "", 4}, {"u", "", 4},
}

// buckets[c] are the places in endings of the suffixes that end in this letter.
var buckets = func() (b [256][]uint8) {
	for i, e := range endings {
		c := e.suffix[len(e.suffix)-1]
		b[c] = append(b[c], uint8(i))
	}
	return b
}()

// Stem cuts a folded word to what its forms have in common: « envoyés » and
// « envoyaient » envoy. Folded words are cut, so that what is typed without
// accents has the same stem. Words of fewer than four letters and words with a
// digit stay whole. The bytes of word are changed.
func Stem(word []byte) []byte {
	if len(word) < 4 {
		return word
	}
	for _, c := range word {
		if digit(c) {
			return word
		}
	}
	for _, i := range buckets[word[len(word)-1]] {
		e := &endings[i]
		n := len(word) - len(e.suffix)
		if n >= e.keep && string(word[n:]) == e.suffix {
			word = append(word[:n], e.stem...)
			break
		}
	}
	if n := len(word); n > 3 && word[n-1] == word[n-2] {
		word = word[:n-1]
	}
	if n := len(word); n > 3 && word[n-1] == 'y' {
		word[n-1] = 'i'
	}
	return word
}
