package bot

import (
	"verbatim/knowledge"
	"verbatim/knowledge/proof"
)

// Report is what was compared for one claim of an answer.
type Report struct {
	Claim     knowledge.Claim
	Citations []knowledge.Citation // the claim's
	Checks    []proof.Check        // none where the claim is the sentence itself
}

// Reports are the proof reports of an answer, one for each claim: the same
// comparison that let the claim through, made again.
func (a *Answer) Reports() []Report { return reports(a.Claims, a.Citations) }

// Reports are those of the answer of a turn.
func (t *Turn) Reports() []Report { return reports(t.Claims, t.Citations) }

func reports(claims []knowledge.Claim, citations []knowledge.Citation) []Report {
	var out []Report
	for _, c := range claims {
		r := Report{Claim: c}
		var e proof.Evidence
		for _, n := range c.Citations {
			cited := citations[n-1]
			r.Citations = append(r.Citations, cited)
			if s, ok := cited.Article.Sentence(cited.Sentence); ok {
				line{cited.Article, s}.testify(&e)
			}
		}
		if c.Proof != knowledge.ProofVerbatim {
			r.Checks = proof.Claim(c.Text, e).Checks
		}
		out = append(out, r)
	}
	return out
}

// proved says in words how a claim was proved.
var proved = map[knowledge.Proof]Text{
	"":                      {French: "comparée aux phrases citées", English: "compared with the cited sentences"}, // not proved
	knowledge.ProofVerbatim: {French: "c'est la phrase elle-même", English: "it is the sentence itself"},
	knowledge.ProofCode:     {French: "prouvée par comparaison automatique", English: "proved by code"},
	knowledge.ProofModel: {
		French:  "la comparaison automatique ne suffit pas ; un second contrôle par le modèle la confirme",
		English: "undecided by code, supported by a second look",
	},
}

// Lines tell how the claim was proved, then each comparison.
func (r *Report) Lines(language string) []string {
	lines := []string{proved[r.Claim.Proof].In(language)}
	for i := range r.Checks {
		lines = append(lines, comparison(&r.Checks[i], language))
	}
	return lines
}

// comparison says what one check held against what, and what came of it.
func comparison(c *proof.Check, language string) string {
	mark := func(s string) string {
		return Text{French: "« " + oneLine(s) + " »", English: "“" + oneLine(s) + "”"}.In(language)
	}
	line := Kind(c.Kind, language) + Text{French: " : ", English: ": "}.In(language)
	switch {
	case c.Kind == "words":
		line += Text{French: "tous les mots", English: "every word"}.In(language)
	case c.Claim != "" && c.Sentence != "":
		line += mark(c.Claim) + Text{French: " face à ", English: " against "}.In(language) + mark(c.Sentence)
	default:
		line += mark(c.Claim + c.Sentence)
	}
	if c.Verdict == proof.Proved {
		return line + Text{French: ", concorde", English: ", agrees"}.In(language)
	}
	verdict := map[proof.Verdict]Text{
		proof.Refuted:   {French: "réfuté", English: "refuted"},
		proof.Undecided: {French: "indécis", English: "undecided"},
	}[c.Verdict]
	line += ", " + verdict.In(language)
	why := oneLine(c.Reason)
	if language == "fr" {
		why = typeset(detail(why))
	}
	if why == "" {
		return line
	}
	return line + Text{French: " : ", English: ": "}.In(language) + why
}

// kinds are the kinds of what is compared.
var kinds = map[string]Text{
	"figure": {French: "chiffre"}, "unit": {French: "unité"}, "bound": {French: "borne"}, "date": {French: "date"}, "name": {French: "nom"},
	"speaker": {French: "auteur des propos"}, "negation": {French: "négation"}, "opposite": {French: "contraire"}, "hedge": {French: "réserve"},
	"words": {French: "mots"}, "quote": {French: "citation"}, "quotation": {French: "guillemets"}, "length": {French: "longueur"},
	"language": {French: "langue"}, "sentence": {French: "phrase"}, "role": {French: "rôles"}, "scope": {French: "portée"},
	"empty": {French: "texte vide"}, "plain text": {French: "texte brut"}, "mention": {French: "mention"}, "link": {French: "lien"},
	"claim": {French: "affirmation"}, "citation": {French: "renvoi"},
}

// Kind names what is compared; in English it is the word that reasons begin with.
func Kind(kind, language string) string {
	if t := kinds[kind]; language == "fr" && t.French != "" {
		return t.French
	}
	return kind
}
