package proof

import (
	"fmt"
	"strings"
)

// Why is a reason in its parts: what was found, as a pattern, and the words, figures and people of the claim and the sentence that stand in it.
type Why struct {
	Pattern string   // in English, "%s" for each part
	Parts   []string // as the texts have them
}

// English words a reason in English.
func (w Why) English() string { return w.fill(w.Pattern) }

// French words a reason in French, with guillemets and no-break spaces.
func (w Why) French() string {
	pattern, ok := frenchPatterns[w.Pattern]
	if !ok {
		return w.English()
	}
	french := Why{pattern, make([]string, len(w.Parts))}
	for i, part := range w.Parts {
		french.Parts[i] = frenchPart(part)
	}
	return guillemets.Replace(french.fill(pattern))
}

func (w Why) fill(pattern string) string {
	args := make([]any, len(w.Parts))
	for i, part := range w.Parts {
		args[i] = part
	}
	return fmt.Sprintf(pattern, args...)
}

// guillemets sets words that a reason quotes as French does.
var guillemets = strings.NewReplacer("“", "«\u00a0", "”", "\u00a0»")

// frenchPart says in French what a part adds to what the texts have: the bound
// of a figure, that nobody is named.
func frenchPart(part string) string {
	if part == "somebody" {
		return "quelqu'un"
	}
	for _, bound := range frenchBounds {
		if rest, ok := strings.CutPrefix(part, bound[0]+" "); ok {
			return bound[1] + " " + rest
		}
	}
	return part
}

var frenchBounds = [...][2]string{{"just", "exactement"}, {"a range with", "une fourchette avec"}, {"more than", "plus de"}, {"less than", "moins de"},
	{"at least", "au moins"}, {"at most", "au plus"}, {"about", "environ"}, {"nearly", "près de"}}

// because gives a check its reason.
func (c *Check) because(pattern string, parts ...string) {
	c.Why = Why{pattern, parts}
	c.Reason = c.Why.English()
}

// because is a check with its reason, alone in a list.
func because(c Check, pattern string, parts ...string) []Check {
	c.because(pattern, parts...)
	return []Check{c}
}

// Line is the reason of a check after its kind, in English or in French:
// "figure: the claim says 11 000, the sentence 10'000", « chiffre : l'affirmation dit
// 11 000, la phrase 10'000 ». It is empty where the check agrees.
func (c Check) Line(french bool) string {
	switch {
	case c.Verdict == Proved || c.Reason == "":
		return ""
	case french:
		return frenchKinds[c.Kind] + "\u00a0: " + c.Why.French()
	}
	return c.Kind + ": " + c.Reason
}

// Lines are the reasons of a finding, as Reasons has them, in English or in French.
func (f Finding) Lines(french bool) []string {
	var out []string
	for _, c := range f.Checks {
		if line := c.Line(french); line != "" && c.Verdict == f.Verdict {
			out = append(out, line)
		}
	}
	return out
}

// frenchKinds are the kinds of checks in French.
var frenchKinds = map[string]string{"figure": "chiffre", "unit": "unité", "bound": "borne", "date": "date", "name": "nom", "speaker": "source", "negation": "négation",
	"hedge": "réserve", "opposite": "contraire", "words": "mots", "scope": "portée", "role": "rôle", "quote": "citation", "length": "longueur"}

// frenchPatterns are the patterns of reasons, and how French has them.
var frenchPatterns = map[string]string{
	"the sentence does not show %s":                                                  "la phrase ne donne pas %s",
	"the claim adds “%s”":                                                            "l'affirmation ajoute “%s”",
	"the sentence speaks of something else":                                          "la phrase parle d'autre chose",
	"too little to compare":                                                          "trop peu à comparer",
	"there is nothing to compare":                                                    "rien à comparer",
	"the claim is too long to compare":                                               "l'affirmation est trop longue pour être comparée",
	"the claim says %s of what the sentence says of %s":                              "l'affirmation dit %s de ce que la phrase dit de %s",
	"%s is the article's date, not said in the sentence":                             "%s est la date de l'article, la phrase ne la donne pas",
	"the claim says %s, the sentence no date":                                        "l'affirmation dit %s, la phrase ne donne pas de date",
	"the claim says %s, the sentence %s":                                             "l'affirmation dit %s, la phrase %s",
	"the claim says %s of “%s”, the sentence another figure":                         "l'affirmation dit %s de “%s”, la phrase donne un autre chiffre",
	"the sentence says %s first, the claim %s":                                       "la phrase dit d'abord %s, l'affirmation %s",
	"the claim goes from one end to the other the other way round than the sentence": "l'affirmation va d'un terme à l'autre dans le sens inverse de la phrase",
	"the sentence says %s of %s":                                                     "la phrase dit %s de %s",
	"the claim says “%s” of %s, the sentence “%s”":                                   "l'affirmation dit “%s” de %s, la phrase “%s”",
	"the claim says %s, the sentence has no such figure":                             "l'affirmation dit %s, la phrase n'a pas ce chiffre",
	"the claim says “%s”, the sentence says it outright":                             "l'affirmation dit “%s”, la phrase est catégorique",
	"the sentence says “%s”, the claim says it outright":                             "la phrase dit “%s”, l'affirmation est catégorique",
	"the sentence does not show “%s”":                                                "la phrase ne donne pas “%s”",
	"the claim says “%s”, which does not stand in the sentence":                      "l'affirmation dit “%s”, qui ne figure pas dans la phrase",
	"the claim says “%s”, the sentence has another side of the compass":              "l'affirmation dit “%s”, la phrase a un autre point cardinal",
	"the sentence does not call it “%s”":                                             "la phrase ne l'appelle pas “%s”",
	"the sentence does not say “%s”, which may stand for its government":             "la phrase ne dit pas “%s”, qui peut désigner son gouvernement",
	"“%s” stands only beside the sentence":                                           "“%s” ne figure qu'à côté de la phrase",
	"“%s” stands neither in the sentence nor beside it":                              "“%s” ne figure ni dans la phrase ni à côté",
	"the claim says “%s”, the sentence “%s”":                                         "l'affirmation dit “%s”, la phrase “%s”",
	"the claim says “%s”, the sentence also “%s”":                                    "l'affirmation dit “%s”, la phrase aussi “%s”",
	"the claim has “%s”, the sentence denies nothing":                                "l'affirmation a “%s”, la phrase ne nie rien",
	"the sentence denies “%s”, the claim does not":                                   "la phrase nie “%s”, l'affirmation non",
	"the claim denies “%s”, the sentence does not":                                   "l'affirmation nie “%s”, la phrase non",
	"the claim and the sentence deny different words":                                "l'affirmation et la phrase ne nient pas les mêmes mots",
	"%s says it, not %s":                                                             "cela vient de “%s”, pas de “%s”",
	"%s says it, the claim names only %s":                                            "cela vient de “%s”, l'affirmation ne nomme que “%s”",
	"%s says it, the claim says it as a fact":                                        "cela vient de “%s”, l'affirmation en fait un fait",
	"the sentence quotes it, the claim says it as a fact":                            "la phrase le cite, l'affirmation en fait un fait",
	"the claim has “%s”, the sentence does not":                                      "l'affirmation a “%s”, la phrase non",
	"only a pronoun says it in the sentence":                                         "dans la phrase, seul un pronom le dit",
	"the sentence does not say that %s says it":                                      "la phrase ne dit pas que cela vient de “%s”",
	"the sentence names nobody who says it":                                          "la phrase ne nomme personne qui le dise",
	"only a pronoun says it in the sentence, and several people speak beside it":     "dans la phrase, seul un pronom le dit, et plusieurs personnes parlent à côté",
	"the claim says “%s” of “%s”, the sentence “%s”":                                 "l'affirmation dit “%s” de “%s”, la phrase “%s”",
	"the sentence does not say “%s” of “%s”":                                         "la phrase ne dit pas “%s” de “%s”",
	"the sentence says “%s”, the claim does not":                                     "la phrase dit “%s”, l'affirmation non",
	"what stands before and after “%s” has changed places":                           "ce qui précède et ce qui suit “%s” ont changé de place",
	"the claim begins with “%s”, the sentence with “%s”":                             "l'affirmation commence par “%s”, la phrase par “%s”",
	"the sentence says “%s”, the claim only one of them":                             "la phrase dit “%s”, l'affirmation un seul des deux",
	"stands nowhere: «%s»":                                                           "ne figure nulle part\u00a0: “%s”",
	"stands nowhere":                                                                 "ne figure nulle part",
	"stands in sentence %s, not in %s":                                               "figure dans la phrase %s, pas dans la %s",
	"one is past, the other to come: “%s”, “%s”":                                     "l'un est passé, l'autre à venir\u00a0: “%s”, “%s”",
	"the sentence says “%s”, the claim “is”":                                         "la phrase dit “%s”, l'affirmation est à l'indicatif",
	"the sentence says “%s”, the claim “%s”":                                         "la phrase dit “%s”, l'affirmation “%s”",
	"the sentence says %s before %s":                                                 "la phrase dit %s avant %s",
}
