package lexicon

import "strings"

// Leads tells whether these English words (lower case, in any inflection) are
// an entry of two words or more, or the first words of one. Where two words do
// not lead, each is a term of its own in [ToFrench].
func Leads(words ...string) bool {
	var key strings.Builder
	for i, p := range englishParts(words) {
		if i > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(p.stem)
	}
	_, found, longer := english.find(key.String())
	return found && strings.Contains(key.String(), " ") || longer
}
