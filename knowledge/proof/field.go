package proof

import (
	"strings"

	"verbatim/knowledge/lexicon"
)

// kind is what kinds of things the lexicon's senses of a word are, as bits.
type kind uint16

const (
	personKind  kind = 1 << iota // by what they do or are
	bodyKind                     // a court, a firm
	illKind                      // of health, science, nature
	placeKind                    // a place or a time
	eventKind                    // of war, police, justice, disasters
	deedKind                     // a verb, or what is done
	qualityKind                  // an adjective or an adverb
	thingKind                    // the rest
)

// kindOf gives the kind of a row of senses.
func kindOf(row uint16) kind {
	field := lexicon.Field(row)
	switch {
	case strings.HasPrefix(field, "people") || field == "family":
		return personKind
	case field == "bodies" || field == "companies":
		return bodyKind
	case field == "health" || field == "science" || field == "agriculture" || field == "environment":
		return illKind
	case field == "geography" || field == "time_place":
		return placeKind
	case field == "war" || field == "police" || field == "justice" || field == "disasters" || field == "society_protest":
		return eventKind
	case strings.HasPrefix(field, "verbs") || field == "movements":
		return deedKind
	case strings.HasPrefix(field, "adjectives") || strings.HasPrefix(field, "adverbs") || field == "qualities":
		return qualityKind
	}
	return thingKind
}

// kinds are those of all rows of word i.
func (r *reading) kinds(i int) kind {
	raw := r.lower()[i]
	if r.english {
		return kindsEnglish.get(raw)
	}
	return kindsFrench.get(raw)
}

var (
	kindsEnglish = &memo[kind]{of: func(w string) kind { return kindsOf(w, true) }}
	kindsFrench  = &memo[kind]{of: func(w string) kind { return kindsOf(w, false) }}
)

func kindsOf(word string, english bool) (all kind) {
	for _, t := range lexicon.Senses([]string{word}, english) {
		for _, row := range t.Rows {
			all |= kindOf(row)
		}
	}
	return all
}
