package lexicon

import (
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// Country gives the code of the country that a word or phrase of either
// language means: the country itself, its people, or what is theirs, in any
// inflection ("North Koreans", « nord-coréennes », "RPDC"). The code is ISO
// 3166-1's, of two letters, or one of three letters that begins with X for
// lands that have none (England, the Soviet Union, Chechnya). A word in small
// letters that is rather another word ("us") is no country.
func Country(word string) (code string, ok bool) {
	if word == "us" || word == "ru" {
		return "", false
	}
	if code, ok = countryIn("f ", form.FrenchPhrase(word)); ok {
		return code, true
	}
	return countryIn("e ", englishStems(strings.TrimPrefix(form.Fold(word), "the ")))
}

func countryIn(language, key string) (string, bool) {
	code, ok, _ := countries.find(language + key)
	return code, ok
}
