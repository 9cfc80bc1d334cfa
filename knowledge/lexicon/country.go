package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge/lexicon/form"
)

// otherwise are words that mean a country or its people with a capital alone.
var otherwise = map[string]bool{"us": true, "pole": true, "poles": true, "roman": true, "romans": true, "equateur": true, "polish": true}

// Country gives the code of the country that a word or phrase of either
// language means: the country itself, its people, or what is theirs, in any
// inflection ("North Koreans", « nord-coréennes », "RPDC"). The code is ISO
// 3166-1's, of two letters, or one of three letters that begins with X for
// lands that have none (England, the Soviet Union, Chechnya). A word in small
// letters that is rather another word ("us", « pôle ») is no country.
func Country(word string) (code string, ok bool) {
	if first, _ := utf8.DecodeRuneInString(word); otherwise[form.Fold(word)] && !unicode.IsUpper(first) {
		return "", false
	}
	if code, ok = inflectedCountry("f ", form.FrenchLand(word), frenchLandEndings); ok {
		return code, true
	}
	return inflectedCountry("e ", form.EnglishLand(word), englishLandEndings)
}

// The endings that a people's name takes in the plural and in the feminine.
var (
	frenchLandEndings  = []string{"", "s", "e", "es", "ne", "nes"}
	englishLandEndings = []string{"", "s", "es", "'s", "s'"}
)

func inflectedCountry(language, key string, endings []string) (string, bool) {
	for _, end := range endings {
		base, ok := strings.CutSuffix(key, end)
		if !ok || base == "" {
			continue
		}
		if code, ok, _ := countries.find(language + base); ok {
			return code, true
		}
	}
	return "", false
}
