package page

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"verbatim/bot"
)

// words are the page's own, in one language.
type words struct {
	Skip, Theme                 string
	Summary, Questions, Article string
	Original                    string
	Beside, Missing             string
	Refused, Made, Back         string
}

func wordsIn(language string) words {
	in := func(french, english string) string { return bot.Text{French: french, English: english}.In(language) }
	return words{
		Skip:      in("Aller à l'article", "Skip to the article"),
		Theme:     in("Thème sombre", "Dark theme"),
		Summary:   in("L'essentiel", "In brief"),
		Questions: in("Questions posées à l'article", "Questions asked of the article"),
		Article:   in("L'article", "The article"),
		Original:  in("Lire l'original sur", "Read the original at"),
		Beside:    in("Texte original.", "Original text."),
		Missing:   in("Pas de traduction :", "No translation:"),
		Refused:   in("Je n'ai pas trouvé la réponse dans cet article.", "I found no answer in this article."),
		Made: in("Page produite par verbatim. Les phrases numérotées sont celles de l'article, mot pour mot ; rien ici ne dit qu'elles sont vraies.",
			"Made by verbatim. The numbered sentences are the article's own, word for word; nothing here says that they are true."),
		Back: in("Une marque comme [1] mène à la phrase qu'elle cite ; la touche Échap en ramène, j et k passent d'une marque à l'autre.",
			"A mark such as [1] leads to the sentence that it cites; Escape leads back, j and k go from mark to mark."),
	}
}

// chosen says how an extractive summary was made.
func chosen(language string) string {
	return bot.Text{
		French:  "Phrases de l'article, choisies automatiquement.",
		English: "In the article's own French sentences, chosen automatically.",
	}.In(language)
}

// quoted says how an extractive answer was made.
func quoted(language string) string {
	return bot.Text{French: "Extrait mot pour mot.", English: "Quoted word for word."}.In(language)
}

// madeBy says how a model's summary or answer was made.
func madeBy(model, language string) string {
	return bot.Text{
		French:  fmt.Sprintf("Rédigé par %s, contrôlé automatiquement.", model),
		English: fmt.Sprintf("Written by %s, checked automatically.", model),
	}.In(language)
}

// sentenceOf begins with a capital and ends with a full stop what the bot says
// in a line of its own.
func sentenceOf(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:] + "."
}

// beneath labels the translations that stand under single sentences.
func beneath(model, language string) string {
	if model == "" {
		return bot.Text{French: "Traductions automatiques.", English: "Machine translations."}.In(language)
	}
	return fmt.Sprintf(bot.Text{French: "Traductions automatiques par %s.", English: "Machine translations by %s."}.In(language), model)
}

// languageName is a language's name in the language of the page, its code
// where it has none here.
func languageName(code, language string) string {
	if name, ok := languageNames[code]; ok {
		return name.In(language)
	}
	return code
}

var languageNames = map[string]bot.Text{
	"fr": {French: "Français", English: "French"}, "en": {French: "Anglais", English: "English"},
	"de": {French: "Allemand", English: "German"}, "it": {French: "Italien", English: "Italian"},
	"es": {French: "Espagnol", English: "Spanish"}, "pt": {French: "Portugais", English: "Portuguese"},
	"nl": {French: "Néerlandais", English: "Dutch"},
}

// where names a sentence.
func where(number int, language string) string {
	return fmt.Sprintf(bot.Text{French: "phrase %d", English: "sentence %d"}.In(language), number)
}
