package lexicon

import (
	"sort"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// cognateRules say which French endings stand for an English one, and how
// sure a word made so is. The longest English ending that fits is used.
var cognateRules = []struct {
	english string
	french  []Equivalent
}{
	{"ization", []Equivalent{{"isation", 0.6}}},
	{"ification", []Equivalent{{"ification", 0.6}}},
	{"ation", []Equivalent{{"ation", 0.6}}},
	{"tion", []Equivalent{{"tion", 0.6}}},
	{"sion", []Equivalent{{"sion", 0.6}}},
	{"ology", []Equivalent{{"ologie", 0.6}}},
	{"ologist", []Equivalent{{"ologue", 0.5}, {"ologiste", 0.4}}},
	{"ographer", []Equivalent{{"ographe", 0.6}}},
	{"ography", []Equivalent{{"ographie", 0.6}}},
	{"onomy", []Equivalent{{"onomie", 0.6}}},
	{"ically", []Equivalent{{"iquement", 0.6}}},
	{"ality", []Equivalent{{"alité", 0.6}}},
	{"ility", []Equivalent{{"ilité", 0.6}}},
	{"ity", []Equivalent{{"ité", 0.6}}},
	{"ety", []Equivalent{{"été", 0.5}}},
	{"ical", []Equivalent{{"ique", 0.6}}},
	{"ic", []Equivalent{{"ique", 0.6}}},
	{"ics", []Equivalent{{"ique", 0.6}}},
	{"ism", []Equivalent{{"isme", 0.6}}},
	{"ist", []Equivalent{{"iste", 0.6}}},
	{"istic", []Equivalent{{"istique", 0.6}, {"iste", 0.4}}},
	{"ator", []Equivalent{{"ateur", 0.6}}},
	{"or", []Equivalent{{"eur", 0.5}}},
	{"izer", []Equivalent{{"iseur", 0.4}, {"isateur", 0.4}}},
	{"er", []Equivalent{{"eur", 0.4}, {"re", 0.4}, {"er", 0.4}}},
	{"ier", []Equivalent{{"ier", 0.5}}},
	{"ous", []Equivalent{{"eux", 0.5}, {"e", 0.3}}},
	{"ious", []Equivalent{{"ieux", 0.5}}},
	{"ively", []Equivalent{{"ivement", 0.6}}},
	{"ally", []Equivalent{{"alement", 0.5}, {"ellement", 0.5}}},
	{"ly", []Equivalent{{"ement", 0.4}}},
	{"ional", []Equivalent{{"ionnel", 0.6}, {"ional", 0.4}}},
	{"al", []Equivalent{{"al", 0.5}, {"el", 0.4}}},
	{"ial", []Equivalent{{"ial", 0.5}, {"iel", 0.5}}},
	{"ary", []Equivalent{{"aire", 0.6}}},
	{"arian", []Equivalent{{"arien", 0.5}, {"aire", 0.4}}},
	{"ian", []Equivalent{{"ien", 0.6}}},
	{"ean", []Equivalent{{"éen", 0.6}}},
	{"an", []Equivalent{{"ain", 0.4}, {"an", 0.4}}},
	{"ory", []Equivalent{{"oire", 0.5}}},
	{"ance", []Equivalent{{"ance", 0.6}}},
	{"ence", []Equivalent{{"ence", 0.6}}},
	{"ancy", []Equivalent{{"ance", 0.5}}},
	{"ency", []Equivalent{{"ence", 0.6}}},
	{"ant", []Equivalent{{"ant", 0.6}}},
	{"ent", []Equivalent{{"ent", 0.6}}},
	{"ment", []Equivalent{{"ment", 0.6}}},
	{"age", []Equivalent{{"age", 0.6}}},
	{"able", []Equivalent{{"able", 0.6}}},
	{"ible", []Equivalent{{"ible", 0.6}}},
	{"ive", []Equivalent{{"if", 0.6}}},
	{"ure", []Equivalent{{"ure", 0.6}}},
	{"ude", []Equivalent{{"ude", 0.6}}},
	{"acy", []Equivalent{{"atie", 0.5}, {"acie", 0.3}}},
	{"archy", []Equivalent{{"archie", 0.6}}},
	{"y", []Equivalent{{"ie", 0.5}, {"é", 0.3}}},
	{"ate", []Equivalent{{"er", 0.5}, {"at", 0.4}}},
	{"ize", []Equivalent{{"iser", 0.6}}},
	{"yze", []Equivalent{{"yser", 0.6}}},
	{"ify", []Equivalent{{"ifier", 0.6}}},
	{"ine", []Equivalent{{"ine", 0.5}}},
	{"ite", []Equivalent{{"ite", 0.5}}},
	{"ide", []Equivalent{{"ide", 0.5}}},
	{"ose", []Equivalent{{"ose", 0.5}, {"oser", 0.4}}},
	{"ute", []Equivalent{{"uter", 0.4}}},
	{"oid", []Equivalent{{"oïde", 0.5}}},
	{"gram", []Equivalent{{"gramme", 0.5}}},
	{"graph", []Equivalent{{"graphe", 0.5}}},
	{"phone", []Equivalent{{"phone", 0.6}}},
	{"logue", []Equivalent{{"logue", 0.6}}},
	{"cracy", []Equivalent{{"cratie", 0.6}}},
	{"crat", []Equivalent{{"crate", 0.6}}},
	{"sis", []Equivalent{{"se", 0.5}}},
	{"osis", []Equivalent{{"ose", 0.6}}},
	{"itis", []Equivalent{{"ite", 0.6}}},
	{"um", []Equivalent{{"um", 0.5}}},
	{"us", []Equivalent{{"us", 0.4}, {"e", 0.3}}},
	{"est", []Equivalent{{"êt", 0.3}}},
	{"uct", []Equivalent{{"uit", 0.4}}},
	{"ct", []Equivalent{{"ct", 0.4}}},
	{"pt", []Equivalent{{"pt", 0.4}}},
}

// shortest is how many letters a word must have for a cognate to be guessed.
const shortest = 5

// Cognates gives the French words that an English word (lower case, any
// regular inflection) would be by its make, surest first: "fertilization" →
// fertilisation, "geologist" → géologue. They may be no words at all; Sure is
// between 0.3 and 0.6, lower for forms that had to be uninflected first. The
// word as it stands comes last: names and loans are the same in both.
// Accents that no rule knows are missing, so compare folded.
func Cognates(english string) []Equivalent {
	word := form.EnglishWord(english)
	if len(word) < shortest || small[word] {
		return nil
	}
	found := cognatesOf(word, 1)
	for _, base := range form.Bases(word) {
		if len(base) >= shortest && len(word)-len(base) <= 3 && !strings.HasSuffix(word, "er") {
			found = merge(found, cognatesOf(base, 0.8), 1)
		}
	}
	found = merge(found, []Equivalent{{word, 0.3}}, 1)
	return found[:min(len(found), 6)]
}

func cognatesOf(word string, weight float64) []Equivalent {
	best := -1
	for i, rule := range cognateRules {
		if !strings.HasSuffix(word, rule.english) || len(word)-len(rule.english) < 2 {
			continue
		}
		if best < 0 || len(rule.english) > len(cognateRules[best].english) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	rule := cognateRules[best]
	stem := strings.TrimSuffix(word, rule.english)
	var found []Equivalent
	for _, e := range rule.french {
		found = append(found, Equivalent{stem + e.Text, e.Sure * weight})
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].Sure > found[j].Sure })
	return found
}
