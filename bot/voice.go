package bot

import (
	"fmt"
	"strconv"
	"strings"

	"verbatim/knowledge"
)

// The bot's own words. Those of one face alone stand in that face.

// Text is one message in the two languages that the bot speaks.
type Text struct{ French, English string }

// In is the message in a language: "fr", else English.
func (t Text) In(language string) string {
	if language == "fr" {
		return typeset(t.French)
	}
	return t.English
}

// spaces puts the no-break spaces of French typography where the source of
// this program has plain ones, so that nobody has to type what cannot be seen.
var spaces = strings.NewReplacer(" :", "\u00a0:", " ;", "\u202f;", " ?", "\u202f?", " !", "\u202f!", "« ", "«\u00a0", " »", "\u00a0»")

func typeset(s string) string { return spaces.Replace(s) }

var months = map[string][]string{
	"fr": {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

// DateText is an article's date in words: "octobre 2024", "27 October 2024",
// "" where there is none.
func DateText(date, language string) string {
	names := months[language]
	parts := strings.Split(date, "-")
	if names == nil || len(parts) < 2 {
		return date
	}
	m, err := strconv.Atoi(parts[1])
	if err != nil || m < 1 || m > 12 {
		return date
	}
	text := names[m-1] + " " + parts[0]
	if len(parts) == 3 {
		day := strings.TrimPrefix(parts[2], "0")
		if day == "1" && language == "fr" {
			day = "1er"
		}
		text = day + " " + text
	}
	return text
}

// Provenance is the short name of an article and its date: "ATS · octobre
// 2024". An article without an agency is named by its title.
func Provenance(a *knowledge.Article, language string) string {
	name := a.Agency
	if name == "" {
		name = a.Title
	}
	if date := DateText(a.Date, language); date != "" {
		return name + " · " + date
	}
	return name
}

// Made says how an answer was made, for its last line.
func (a *Answer) Made() string {
	fr := a.Language == "fr"
	switch {
	case a.Mode == ModeLLM && fr:
		return "rédigé par " + a.Model + ", contrôlé automatiquement"
	case a.Mode == ModeLLM:
		return "written by " + a.Model + ", checked automatically"
	case fr:
		return "extrait mot pour mot"
	default:
		return "quoted word for word"
	}
}

// SampleNote tells that no article was added. how is the command that adds
// one, with what it needs.
func SampleNote(language string, how Text) string {
	if language == "fr" {
		return typeset("Aucun article ajouté pour l'instant : je réponds d'après un exemple. Pour en ajouter un : " + how.French)
	}
	return "No article added yet: I'm answering from a sample. To add one: " + how.English
}

var (
	warnSilent = Text{
		French:  "Le modèle ne répond pas. Voici, telles quelles, les phrases les plus proches.",
		English: "The model is not responding. Here are the closest sentences, word for word.",
	}
	warnRejected = Text{
		French:  "Le serveur du modèle refuse la demande. Voici, telles quelles, les phrases les plus proches.",
		English: "The model's server rejects the request. Here are the closest sentences, word for word.",
	}
	warnUnreadable = Text{
		French:  "La réponse du modèle est illisible. Voici, telles quelles, les phrases les plus proches.",
		English: "The model's answer cannot be read. Here are the closest sentences, word for word.",
	}
	warnUnproved = Text{
		French:  "Rien de ce que le modèle a écrit n'a pu être prouvé. Voici, telles quelles, les phrases les plus proches.",
		English: "Nothing that the model wrote could be proved. Here are the closest sentences, word for word.",
	}
	warnNoDense = Text{
		French:  "Le serveur du classement par le sens ne répond pas : les phrases sont classées d'après leurs mots.",
		English: "Ranking by meaning did not respond: the sentences are ranked by their words.",
	}
	warnNoSecondLook = Text{
		French:  "La réponse du second contrôle est illisible : seul ce que le code a prouvé est montré.",
		English: "The second look could not be read: only what code has proved is shown.",
	}
)

// lead is the line above the sentences of an extractive answer or a refusal.
func lead(a *Answer, seen []*knowledge.Article) string {
	fr := a.Language == "fr"
	one := len(seen) == 1
	date := ""
	if one {
		if date = DateText(seen[0].Date, a.Language); date != "" {
			date = " (" + date + ")"
		}
	}
	var b strings.Builder
	switch {
	case !a.Answered && fr:
		where := "les articles"
		if one {
			where = "cet article"
		}
		fmt.Fprintf(&b, "Je n'ai pas trouvé la réponse dans %s%s.%s", where, date, absent(a))
		if len(a.Closest) > 0 {
			b.WriteString(" La phrase la plus proche, qui n'y répond pas :")
		}
	case !a.Answered:
		where := "the articles"
		if one {
			where = "this article"
		}
		fmt.Fprintf(&b, "I found no answer in %s%s.%s", where, date, absent(a))
		if len(a.Closest) > 0 {
			b.WriteString(" The closest sentence, which does not answer it:")
		}
	case fr && one:
		fmt.Fprintf(&b, "%sCe que dit l'article%s :", before(absent(a)), date)
	case fr:
		fmt.Fprintf(&b, "%sCe que disent les articles :", before(absent(a)))
	case one:
		fmt.Fprintf(&b, "%sWhat the article says%s:", before(absent(a)), date)
	default:
		fmt.Fprintf(&b, "%sWhat the articles say:", before(absent(a)))
	}
	if fr {
		return typeset(b.String())
	}
	return b.String()
}

// summaryLead is the line above an extractive summary.
func summaryLead(a *Answer, article *knowledge.Article) string {
	date := DateText(article.Date, a.Language)
	if date != "" {
		date = " (" + date + ")"
	}
	if a.Language == "fr" {
		return typeset("L'essentiel de l'article" + date + ", en ses propres phrases :")
	}
	return "The article in its own sentences" + date + ". They are French; a translation needs a model:"
}

func before(s string) string {
	if s == "" {
		return ""
	}
	return strings.TrimSpace(s) + " "
}

// absent names what the question speaks of and the articles do not.
func absent(a *Answer) string {
	if len(a.Absent) == 0 {
		return ""
	}
	names := make([]string, 0, len(a.Absent))
	for _, n := range a.Absent[:min(3, len(a.Absent))] {
		if a.Language == "fr" {
			names = append(names, "« "+brief(n)+" »")
		} else {
			names = append(names, "“"+brief(n)+"”")
		}
	}
	if a.Language == "fr" {
		if len(names) > 1 {
			return " On n'y trouve ni " + strings.Join(names, ", ni ") + "."
		}
		return " On n'y trouve pas " + names[0] + "."
	}
	return " There is no mention of " + list(names, " or ") + "."
}

// list joins names with commas and a last word.
func list(names []string, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + last + names[len(names)-1]
}
