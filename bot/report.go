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
		lines = append(lines, r.comparison(&r.Checks[i], language))
	}
	return lines
}

// comparison says what one check held against what, and what came of it.
func (r *Report) comparison(c *proof.Check, language string) string {
	in := func(french, english string) string { return Text{French: french, English: english}.In(language) }
	mark := func(s string) string { return in("« "+oneLine(s)+" »", "“"+oneLine(s)+"”") }
	line := Kind(c.Kind, language)
	switch {
	case c.Kind == "speaker" && c.Claim == "" && r.Claim.Proof != "" && c.Verdict != proof.Proved: // [Bot.Check] told who says it
		return line + in(" : l'article l'attribue à ", ": the article attributes it to ") + mark(c.Sentence)
	case c.Kind == "words" && c.Verdict == proof.Proved:
		return line + in(" : tous se retrouvent", ": all accounted for")
	case c.Kind == "words" || c.Claim+c.Sentence == "":
	case c.Claim != "" && c.Sentence != "":
		line += in(" : ", ": ") + mark(c.Claim) + in(" face à ", " against ") + mark(c.Sentence)
	default:
		line += in(" : ", ": ") + mark(c.Claim+c.Sentence)
	}
	line += map[proof.Verdict]string{
		proof.Proved:    in(", concorde", ", agrees"),
		proof.Refuted:   in(", réfuté", ", refuted"),
		proof.Undecided: in(", indécis", ", undecided"),
	}[c.Verdict]
	why := c.Reason
	if language == "fr" && c.Why.Pattern != "" {
		why = c.Why.French()
	}
	if c.Verdict == proof.Proved || why == "" {
		return line
	}
	return line + in(" : ", ": ") + why
}

// kinds are the kinds of what is compared.
var kinds = map[string]Text{
	"figure": {French: "chiffre"}, "unit": {French: "unité"}, "bound": {French: "borne"}, "date": {French: "date"}, "name": {French: "nom"},
	"speaker": {French: "source"}, "negation": {French: "négation"}, "opposite": {French: "contraire"}, "hedge": {French: "réserve"},
	"words": {French: "mots"}, "quote": {French: "citation"}, "quotation": {French: "guillemets"}, "length": {French: "longueur"},
	"language": {French: "langue"}, "sentence": {French: "phrase"}, "role": {French: "rôle"}, "scope": {French: "portée"},
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
