package form

import "strings"

// FrenchLand is the form under which French names of countries and peoples
// are kept: folded words without the small ones. They are not stemmed, for
// stems join too much (Cuba, cube).
func FrenchLand(phrase string) string {
	var kept []string
	for _, w := range SplitFrench(phrase) {
		if !frenchSmall[w] {
			kept = append(kept, Fold(w))
		}
	}
	return strings.Join(kept, " ")
}

// EnglishLand is the same for English.
func EnglishLand(phrase string) string {
	return strings.TrimRight(strings.TrimPrefix(strings.Join(Split(phrase), " "), "the "), ".")
}
