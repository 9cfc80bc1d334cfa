package lexicon

import "strings"

// conjugated are endings of French verbs and of the infinitives that they may
// belong to, the longest first. They overgenerate: only what the dictionary
// has counts.
var conjugated = []struct {
	end  string
	base []string
}{
	{"issaient", []string{"ir"}}, {"issent", []string{"ir", "ître"}}, {"issait", []string{"ir"}}, {"issant", []string{"ir"}},
	{"iendront", []string{"enir"}}, {"iendrait", []string{"enir"}}, {"iendra", []string{"enir"}}, {"iennent", []string{"enir"}}, {"ient", []string{"enir", "ier"}},
	{"inrent", []string{"enir"}}, {"enait", []string{"enir", "endre"}}, {"enaient", []string{"enir", "endre"}}, {"enues", []string{"enir"}}, {"enue", []string{"enir"}},
	{"enus", []string{"enir"}}, {"enu", []string{"enir"}}, {"int", []string{"enir", "indre"}}, {"ints", []string{"indre"}}, {"inte", []string{"indre"}}, {"intes", []string{"indre"}},
	{"ignent", []string{"indre"}}, {"ignait", []string{"indre"}}, {"indra", []string{"indre"}},
	{"çoivent", []string{"cevoir"}}, {"çoit", []string{"cevoir"}}, {"cevait", []string{"cevoir"}}, {"cevra", []string{"cevoir"}}, {"cevront", []string{"cevoir"}},
	{"çues", []string{"cevoir"}}, {"çue", []string{"cevoir"}}, {"çus", []string{"cevoir"}}, {"çut", []string{"cevoir"}}, {"çu", []string{"cevoir"}},
	{"ourent", []string{"ourir"}}, {"ourt", []string{"ourir"}}, {"ouru", []string{"ourir"}}, {"ourra", []string{"ourir"}},
	{"quièrent", []string{"quérir"}}, {"quiert", []string{"quérir"}}, {"quise", []string{"quérir"}}, {"quis", []string{"quérir"}},
	{"uisent", []string{"uire"}}, {"uisait", []string{"uire"}}, {"uites", []string{"uire"}}, {"uite", []string{"uire"}}, {"uits", []string{"uire"}}, {"uit", []string{"uire"}},
	{"crivent", []string{"crire"}}, {"crites", []string{"crire"}}, {"crite", []string{"crire"}}, {"crits", []string{"crire"}}, {"crit", []string{"crire"}},
	{"ertes", []string{"rir"}}, {"erte", []string{"rir"}}, {"erts", []string{"rir"}}, {"ert", []string{"rir"}},
	{"aissent", []string{"aître"}}, {"aissait", []string{"aître"}}, {"aît", []string{"aître"}}, {"ettent", []string{"ettre"}}, {"ettait", []string{"ettre"}}, {"et", []string{"ettre"}},
	{"ises", []string{"ettre", "endre", "ire"}}, {"ise", []string{"ettre", "endre"}}, {"mis", []string{"mettre"}}, {"pris", []string{"prendre"}},
	{"eraient", []string{"er"}}, {"erait", []string{"er"}}, {"eront", []string{"er"}}, {"èrent", []string{"er"}}, {"erons", []string{"er"}}, {"era", []string{"er"}},
	{"iraient", []string{"ir"}}, {"irait", []string{"ir"}}, {"iront", []string{"ir"}}, {"irent", []string{"ir", "re"}}, {"ira", []string{"ir"}},
	{"raient", []string{"re", "ir", "oir"}}, {"rait", []string{"re", "ir", "oir"}}, {"ront", []string{"re", "ir", "oir"}}, {"ra", []string{"re", "ir", "oir"}},
	{"oient", []string{"oyer", "oir"}}, {"oie", []string{"oyer"}}, {"uient", []string{"uyer", "uir"}}, {"uie", []string{"uyer"}}, {"uyé", []string{"uyer"}},
	{"aient", []string{"er", "ir", "re", "oir"}}, {"ait", []string{"er", "ir", "re", "oir"}}, {"geant", []string{"ger"}}, {"çant", []string{"cer"}}, {"ant", []string{"er", "ir", "re", "oir"}},
	{"geait", []string{"ger"}}, {"geaient", []string{"ger"}}, {"çait", []string{"cer"}}, {"çaient", []string{"cer"}},
	{"lent", []string{"ler"}}, {"ellent", []string{"eler"}}, {"elle", []string{"eler"}}, {"ette", []string{"eter"}}, {"ent", []string{"er", "ir", "re", "tre"}},
	{"ées", []string{"er"}}, {"ée", []string{"er"}}, {"és", []string{"er"}}, {"é", []string{"er"}}, {"ues", []string{"re", "oir", "ir"}}, {"ue", []string{"re", "oir", "ir"}}, {"us", []string{"re", "oir", "ir"}},
	{"u", []string{"re", "oir", "ir"}}, {"ies", []string{"ir"}}, {"ie", []string{"ir", "ier"}}, {"its", []string{"ir", "ire"}}, {"it", []string{"ir", "ire", "re", "oir"}},
	{"is", []string{"ir"}}, {"i", []string{"ir", "re"}}, {"t", []string{"tre", "tir", "re", "ir"}}, {"d", []string{"dre"}}, {"e", []string{"er", "ir"}},
}

// accents are what a stem's last vowel may be in the infinitive: « élève »,
// élever; « cède », céder.
var accents = [...][2]string{{"è", "e"}, {"è", "é"}, {"ê", "e"}, {"î", "i"}}

// Infinitive is the verb that a French word in lower case may be a form of,
// whatever else it may be; "" where no verb of the lexicon has such a form.
func Infinitive(word string) string {
	for _, c := range conjugated {
		stem, ok := strings.CutSuffix(word, c.end)
		if !ok || len(stem) < 1 {
			continue
		}
		for _, end := range c.base {
			if HasFrench(stem + end) {
				return stem + end
			}
			for _, a := range accents {
				at := strings.LastIndex(stem, a[0])
				if at < 0 {
					continue
				}
				if base := stem[:at] + a[1] + stem[at+len(a[0]):] + end; HasFrench(base) {
					return base
				}
			}
		}
	}
	return ""
}

// HasFrench tells whether the lexicon has a French word, or what is of
// one sense with it, as a dictionary form or one that shares its stem.
func HasFrench(word string) bool {
	if !strings.ContainsAny(word, " -'’‑\u00a0\u202f") {
		return hasWord(strings.ToLower(word))
	}
	for _, t := range ToEnglish([]string{word}) {
		if !t.Guessed && len(t.Equivalents) > 0 {
			return true
		}
	}
	return len(Synonyms(word)) > 0
}
