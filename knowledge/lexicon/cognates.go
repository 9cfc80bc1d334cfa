package lexicon

// Cognates gives the French words that an English word would be by its make.
func Cognates(english string) []Equivalent { return nil }
