package bot

import (
	"regexp"
	"strings"
)

// Reasons are English, as data and as what a model is told; a French reader gets
// them in French.

// Reason is why something was not shown, for a reader of a language: what was
// compared, and what was found. In French, what is not known by its form is told
// by its kind alone.
func Reason(reason, language string) string {
	if language != "fr" {
		return reason
	}
	var all []string
	for _, one := range apart(reason) {
		all = append(all, inFrench(one))
	}
	return typeset(strings.Join(all, " ; "))
}

// apart are reasons that were joined, "figure: …; name: …".
func apart(reason string) []string {
	var all []string
	for part := range strings.SplitSeq(reason, "; ") {
		kind, _, ok := strings.Cut(part, ": ")
		if _, known := kinds[kind]; len(all) > 0 && !(ok && known) {
			all[len(all)-1] += "; " + part // a semicolon of what is quoted
			continue
		}
		all = append(all, part)
	}
	return all
}

func inFrench(reason string) string {
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
	if french := detail(rest); french != "" {
		return name.French + " : " + french
	}
	return name.French
}

// detail is what follows a kind in French, "" where its form is not known.
func detail(rest string) string {
	for _, p := range reasons {
		if french, ok := p.french(rest); ok {
			return french
		}
	}
	return ""
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
	// Of claims.
	[2]string{"{} says it, the claim says it as a fact", "c'est {} qui le dit, l'affirmation en fait un fait"},
	[2]string{"the sentence quotes it, the claim says it as a fact", "la phrase le cite, l'affirmation en fait un fait"},
	[2]string{"{} says it, the claim names only {}", "c'est {} qui le dit, l'affirmation ne nomme que {}"},
	[2]string{"{} says it, not {}", "c'est {} qui le dit, et non {}"},
	[2]string{"only a pronoun says it in the sentence", "dans la phrase, seul un pronom le dit"},
	[2]string{"only a pronoun says it in the sentence, and several people speak beside it", "dans la phrase, seul un pronom le dit, et plusieurs personnes parlent à côté"},
	[2]string{"the sentence does not say that {} says it", "la phrase ne dit pas que {} le dise"},
	[2]string{"the sentence names nobody who says it", "la phrase ne nomme personne qui le dise"},
	[2]string{"the sentence does not show {}", "la phrase ne montre pas {}"},
	[2]string{"the sentence does not call it {}", "la phrase ne l'appelle pas {}"},
	[2]string{"the sentence does not say {} of {}", "la phrase ne dit pas {} de {}"},
	[2]string{"the claim adds {}", "l'affirmation ajoute {}"},
	[2]string{"the sentence speaks of something else", "la phrase parle d'autre chose"},
	[2]string{"too little to compare", "il y a trop peu à comparer"},
	[2]string{"{} is the article's date, not said in the sentence", "{} est la date de l'article, la phrase ne la donne pas"},
	[2]string{"the claim says {} of what the sentence says of {}", "l'affirmation dit {} de ce que la phrase dit de {}"},
	[2]string{"the claim says {} of {}, the sentence {}", "l'affirmation dit {} de {}, la phrase {}"},
	[2]string{"the claim says {}, the sentence no date", "l'affirmation dit {}, la phrase ne donne pas de date"},
	[2]string{"the claim says {}, the sentence has no such figure", "l'affirmation dit {}, la phrase n'a pas ce chiffre"},
	[2]string{"the claim says {}, the sentence has another side of the compass", "l'affirmation dit {}, la phrase un autre point cardinal"},
	[2]string{"the claim says {}, the sentence says it outright", "l'affirmation dit {}, la phrase le dit sans réserve"},
	[2]string{"the claim says {}, which does not stand in the sentence", "l'affirmation dit {}, que la phrase n'a pas"},
	[2]string{"the claim says {}, the sentence {}", "l'affirmation dit {}, la phrase {}"},
	[2]string{"the sentence says {}, the claim says it outright", "la phrase dit {}, l'affirmation le dit sans réserve"},
	[2]string{"the sentence says {}, the claim does not", "la phrase dit {}, l'affirmation non"},
	[2]string{"the sentence says {}, the claim only one of them", "la phrase dit {}, l'affirmation un seul des deux"},
	[2]string{"the sentence says {} first, the claim {}", "la phrase dit d'abord {}, l'affirmation {}"},
	[2]string{"the sentence says {}, the claim {}", "la phrase dit {}, l'affirmation {}"},
	[2]string{"the sentence says {} of {}", "la phrase dit {} de {}"},
	[2]string{"the sentence says {} before {}", "la phrase dit {} avant {}"},
	[2]string{"the claim goes from one end to the other the other way round than the sentence", "l'affirmation va d'un bout à l'autre dans l'autre sens que la phrase"},
	[2]string{"what stands before and after {} has changed places", "ce qui précède et ce qui suit {} ont changé de place"},
	[2]string{"{} stands only beside the sentence", "{} ne se trouve qu'à côté de la phrase"},
	[2]string{"{} stands neither in the sentence nor beside it", "{} ne se trouve ni dans la phrase ni à côté"},
	[2]string{"the claim has {}, the sentence denies nothing", "l'affirmation a {}, la phrase ne nie rien"},
	[2]string{"the sentence denies {}, the claim does not", "la phrase nie {}, l'affirmation non"},
	[2]string{"the claim denies {}, the sentence does not", "l'affirmation nie {}, la phrase non"},
	[2]string{"the claim and the sentence deny different words", "l'affirmation et la phrase ne nient pas les mêmes mots"},
	[2]string{"the claim begins with {}, the sentence with {}", "l'affirmation commence par {}, la phrase par {}"},
	[2]string{"one is past, the other to come: {}, {}", "l'un est passé, l'autre à venir : {}, {}"},
)
