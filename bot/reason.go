package bot

import (
	"regexp"
	"strings"
)

// Reasons are English, as data and as what a model is told; a French reader gets
// them in French. Those of a claim that was compared are worded by
// knowledge/proof, those of translations and of what a model cites here.

// inFrench is a reason in French; of one that is not known by its form, what was
// compared.
func inFrench(reason string) string { return typeset(reasonInFrench(reason)) }

func reasonInFrench(reason string) string {
	for _, p := range wholeReasons {
		if french, ok := p.french(reason); ok {
			return french
		}
	}
	kind, rest, ok := strings.Cut(reason, ": ")
	name, known := kinds[kind]
	if !ok || !known {
		return "autre motif"
	}
	for _, p := range reasons {
		if french, ok := p.french(rest); ok {
			return name.French + " : " + french
		}
	}
	return name.French
}

// phrase is a reason's form and the same in French; {} stands for what differs,
// in the same order in both.
type phrase struct {
	form *regexp.Regexp
	in   string
}

func phrases(pairs ...[2]string) []phrase {
	out := make([]phrase, len(pairs))
	for i, p := range pairs {
		form := strings.ReplaceAll(regexp.QuoteMeta(p[0]), `\{\}`, `(.+?)`)
		out[i] = phrase{regexp.MustCompile("^(?s:" + form + ")$"), p[1]}
	}
	return out
}

// french is the reason in French, where it has this form.
func (p *phrase) french(reason string) (string, bool) {
	found := p.form.FindStringSubmatch(reason)
	if found == nil {
		return "", false
	}
	text := p.in
	for _, part := range found[1:] {
		text = strings.Replace(text, "{}", guillemets.Replace(part), 1)
	}
	return text, true
}

var guillemets = strings.NewReplacer("“", "«\u00a0", "”", "\u00a0»")

// wholeReasons have no kind, or one that says it all.
var wholeReasons = phrases(
	[2]string{"undecided: code cannot see that it follows, and nobody else looked", "indécis : la comparaison automatique ne suffit pas, et personne d'autre n'a regardé"},
	[2]string{"second look: it gave no verdict", "second contrôle : il n'a rendu aucun verdict"},
	[2]string{"second look: {}", "second contrôle : {}"},
	[2]string{"no translation was given", "le modèle n'en a donné aucune"},
	[2]string{"interrupted", "la traduction a été interrompue"},
	[2]string{"no language model is set", "aucun modèle n'est réglé"},
	[2]string{"the budget is spent", "le budget du jour est épuisé"},
	[2]string{"the model's server rejects the request", "le serveur du modèle refuse la demande"},
	[2]string{"the model's answer cannot be read", "la réponse du modèle est illisible"},
	[2]string{"the model does not respond", "le modèle ne répond pas"},
	[2]string{"it was not asked for yet, or did not pass the checks", "elle n'a pas encore été demandée, ou n'a pas passé les contrôles"},
	[2]string{"it was not asked for", "elle n'a pas été demandée"},
)

// reasons are what follows a kind. The first that fits counts: the more exact
// ones come first.
var reasons = phrases(
	// Of translations.
	[2]string{"{} words became {}", "de {} mots, il en reste {}"},
	[2]string{"none became {}", "il y a {} en trop"},
	[2]string{"{} became none", "il manque {}"},
	[2]string{"{} became {}", "au lieu de {}, la traduction a {}"},
	[2]string{"{} is missing", "il manque {}"},
	[2]string{"{} is added", "il y a {} en trop"},
	[2]string{"the text was left in French", "le texte est resté en français"},
	[2]string{"{} was left in French", "{} est resté en français"},
	[2]string{"the translation has no words", "la traduction n'a pas de mots"},
	[2]string{"the original has {}, the translation denies nothing", "l'original a {}, la traduction ne nie rien"},
	[2]string{"the translation has {}, the original denies nothing", "la traduction a {}, l'original ne nie rien"},
	[2]string{"the marks of the original are not kept", "ceux de l'original ne sont pas gardés"},
	[2]string{"{} is {} in English", "{} se dit {} en anglais"},
	[2]string{"{} is {} in the other sentences", "{} est {} dans les autres phrases"},
	[2]string{"two translations were given", "deux traductions ont été données"},
	[2]string{"it has control characters", "il y a des caractères de commande"},
	[2]string{"it is no UTF-8", "ce n'est pas de l'UTF-8"},
	[2]string{"it has Markdown", "il y a du Markdown"},
	[2]string{"does not stand in the original", "l'original n'en a pas"},
	// Of what a model cites.
	[2]string{"it is empty", "elle est vide"},
	[2]string{"it cannot be read", "elle est illisible"},
	[2]string{"it is too long", "elle est trop longue"},
	[2]string{"the claim cites no sentence", "l'affirmation ne cite aucune phrase"},
	[2]string{"there is no sentence {}", "il n'y a pas de phrase {}"},
	[2]string{"{} names no sentence", "{} ne désigne aucune phrase"},
	[2]string{"none is given of sentence {}", "aucune n'est donnée de la phrase {}"},
	[2]string{"stands in sentence {}, not in {}", "elle se trouve dans la phrase {}, pas dans la {}"},
	[2]string{"stands nowhere", "elle ne se trouve nulle part"},
	[2]string{"stands nowhere: {}", "elle ne se trouve nulle part : {}"},
	[2]string{"stands in no cited sentence", "aucune phrase citée n'en a"},
)
