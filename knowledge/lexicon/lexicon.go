// Package lexicon says English words in French and French words in English.
package lexicon

// Equivalent is a word or phrase of the other language and how sure the pair
// is, above 0 and at most 1.
type Equivalent struct {
	Text string // lower case, dictionary form, with accents
	Sure float64
}

// Term is a stretch of consecutive words that means one thing.
type Term struct {
	First, Count int // positions in the words that were looked up
	Equivalents  []Equivalent
}

// ToFrench cuts English words (lower case, in any inflection, in the order of
// the text) into terms, the longest entries first, and gives the French
// equivalents of each, most usual first. Words that mean nothing alone have
// none, as have words that are unknown.
func ToFrench(words []string) []Term { return nil }

// ToEnglish does the same from French to English.
func ToEnglish(words []string) []Term { return nil }
