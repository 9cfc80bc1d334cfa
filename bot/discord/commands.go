package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"verbatim/bot"
)

// command is a command as Discord keeps it. Names are the same in every
// language, so that what the bot says about them is right; descriptions and
// choices are in the reader's.
type command struct {
	Type                     int               `json:"type,omitempty"`
	Name                     string            `json:"name"`
	NameLocalizations        map[string]string `json:"name_localizations,omitempty"` // of message commands
	Description              string            `json:"description,omitempty"`        // of chat-input commands
	DescriptionLocalizations map[string]string `json:"description_localizations,omitempty"`
	Options                  []commandOption   `json:"options,omitempty"`
	Contexts                 []int             `json:"contexts,omitempty"`
	IntegrationTypes         []int             `json:"integration_types,omitempty"`
}

type commandOption struct {
	Type                     int               `json:"type"`
	Name                     string            `json:"name"`
	Description              string            `json:"description"`
	DescriptionLocalizations map[string]string `json:"description_localizations,omitempty"`
	Required                 bool              `json:"required,omitempty"`
	Autocomplete             bool              `json:"autocomplete,omitempty"`
	MaxLength                int               `json:"max_length,omitempty"`
	Choices                  []choice          `json:"choices,omitempty"`
	Options                  []commandOption   `json:"options,omitempty"`
}

type choice struct {
	Name              string            `json:"name"`
	NameLocalizations map[string]string `json:"name_localizations,omitempty"`
	Value             string            `json:"value"`
}

const (
	commandChat    = 1
	commandMessage = 3

	optionSub        = 1
	optionString     = 3
	optionBoolean    = 5
	optionAttachment = 11

	maxOptionText = 6000 // Discord's bound on a string option
)

// commandHandlers answer commands, by name and subcommand.
var commandHandlers map[string]handler

func init() {
	commandHandlers = map[string]handler{
		"ask":               {ack: respondDeferred, ephemeral: isPrivate, run: ask},
		"summary":           {ack: respondDeferred, run: summarize},
		"translate":         {ack: respondDeferred, ephemeral: always, limit: translateLimit, run: translate},
		"check":             {ack: respondDeferred, run: checkClaim},
		"articles list":     {ack: respondDeferred, ephemeral: always, run: listArticles},
		"articles show":     {ack: respondDeferred, ephemeral: always, run: showArticle},
		"articles use":      {ack: respondDeferred, ephemeral: always, run: useArticle},
		"articles add":      {ack: respondDeferred, ephemeral: always, run: addArticle},
		"articles remove":   {ack: respondDeferred, ephemeral: always, run: removeArticle},
		"articles gaps":     {ack: respondDeferred, ephemeral: always, run: showGaps},
		"articles mentions": {ack: respondDeferred, ephemeral: always, run: setMentions},
		menuAsk:             {run: aboutMessage},
		menuCheck:           {ack: respondDeferred, ephemeral: always, run: checkMessage},
		menuTranslate:       {ack: respondDeferred, ephemeral: always, limit: translateLimit, run: translateMessage},
		"help":              {ack: respondDeferred, ephemeral: always, run: help},
		"privacy":           {ack: respondDeferred, ephemeral: always, run: privacy},
	}
}

// definitions are the commands to register.
func definitions() []command {
	article := anOption(optionString, "article", bot.Text{French: "L'article à interroger", English: "The article to ask"})
	article.Autocomplete = true
	needed := article
	needed.Required = true
	question := anOption(optionString, "question", bot.Text{French: "Votre question, en français ou en anglais", English: "Your question, in English or French"})
	question.Required, question.MaxLength = true, bot.MaxQuestion
	length := anOption(optionString, "length", bot.Text{French: "Nombre de points", English: "How many points"})
	length.Choices = []choice{
		choose("short", bot.Text{French: "court (3 points)", English: "short (3 points)"}),
		choose("medium", bot.Text{French: "moyen (5 points)", English: "medium (5 points)"}),
		choose("long", bot.Text{French: "long (8 à 10 points)", English: "long (8 to 10 points)"}),
	}
	language := anOption(optionString, "language", bot.Text{French: "Langue du résumé", English: "Language of the summary"})
	language.Choices = []choice{
		choose("fr", bot.Text{French: "français", English: "French"}),
		choose("en", bot.Text{French: "anglais", English: "English"}),
	}
	to := anOption(optionString, "to", bot.Text{French: "Langue de la traduction", English: "Language of the translation"})
	for _, code := range bot.TranslationTargets() {
		name, _ := bot.TargetName(code)
		to.Choices = append(to.Choices, choose(code, name))
	}
	text := anOption(optionString, "text", bot.Text{French: "Un texte à traduire, à la place d'un article", English: "A text to translate, in place of an article"})
	text.MaxLength = bot.MaxFreeText
	claim := anOption(optionString, "claim", bot.Text{French: "L'affirmation à comparer, en français ou en anglais", English: "The claim to compare, in English or French"})
	claim.Required, claim.MaxLength = true, bot.MaxQuestion
	return []command{
		define("ask", bot.Text{French: "Interroge les articles ; répond avec leurs phrases d'origine", English: "Asks the articles; answers with their original sentences"},
			question, article, anOption(optionBoolean, "private", bot.Text{French: "Réponse visible uniquement par vous", English: "Only you see the answer"})),
		define("summary", bot.Text{French: "Résume un article, chaque point avec sa source", English: "Sums up an article, every point with its source"}, article, length, language),
		define("translate", bot.Text{French: "Traduit un article ou un texte, phrase par phrase", English: "Translates an article or a text, sentence by sentence"}, article, text, to),
		define("check", bot.Text{French: "L'article dit-il cela ? Compare, sans juger du vrai", English: "Does the article say this? Compares, judges no truth"}, claim, article),
		articlesCommand(article, needed),
		define("help", bot.Text{French: "Ce que je fais, avec deux exemples", English: "What I do, with two examples"}),
		define("privacy", bot.Text{French: "Ce qui est gardé, et combien de temps", English: "What is kept, and for how long"}),
		onMessage(menuAsk, "Interroger ce message"),
		onMessage(menuCheck, "Comparer à l'article"),
		onMessage(menuTranslate, "Traduire en anglais"),
	}
}

// articlesCommand is the one about articles, with its subcommands.
func articlesCommand(article, needed commandOption) command {
	keep := anOption(optionString, "keep", bot.Text{French: "Garder ou non les questions sans réponse", English: "Whether to keep questions without an answer"})
	keep.Choices = []choice{
		choose("on", bot.Text{French: "les garder 30 jours", English: "keep them for 30 days"}),
		choose("off", bot.Text{French: "ne plus les garder, tout effacer", English: "stop, and delete them all"}),
	}
	where := anOption(optionString, "where", bot.Text{French: "Les salons où une mention reçoit une réponse", English: "The channels where a mention is answered"})
	where.Required = true
	where.Choices = []choice{
		choose("all", bot.Text{French: "tous les salons", English: "all channels"}),
		choose("none", bot.Text{French: "aucun salon", English: "no channel"}),
		choose("here", bot.Text{French: "ce salon (s'ajoute à la liste)", English: "this channel (is added to the list)"}),
	}
	pasted := anOption(optionString, "text", bot.Text{French: "Le texte de l'article", English: "The article's text"})
	pasted.MaxLength = maxOptionText
	return define("articles", bot.Text{French: "Montre, ajoute et retire des articles", English: "Shows, adds and removes articles"},
		sub("list", bot.Text{French: "Les articles que je connais ici", English: "The articles that I know here"}),
		sub("show", bot.Text{French: "Le texte d'un article, phrases numérotées", English: "An article's text with numbered sentences"}, needed),
		sub("use", bot.Text{French: "L'article par défaut de ce salon (Gérer le serveur)", English: "This channel's default article (Manage Server)"}, article),
		sub("add", bot.Text{French: "Ajoute un article (Gérer le serveur)", English: "Adds an article (Manage Server)"},
			anOption(optionString, "url", bot.Text{French: "L'adresse d'une page", English: "The address of a page"}),
			anOption(optionAttachment, "file", bot.Text{French: "Un fichier texte ou HTML", English: "A text or HTML file"}), pasted),
		sub("remove", bot.Text{French: "Retire un article (Gérer le serveur)", English: "Removes an article (Manage Server)"}, needed),
		sub("gaps", bot.Text{French: "Les questions restées sans réponse (Gérer le serveur)", English: "Questions that found no answer (Manage Server)"}, keep),
		sub("mentions", bot.Text{French: "Où je réponds aux mentions (Gérer le serveur)", English: "Where I answer mentions (Manage Server)"}, where))
}

// onMessage is a command in the menu of a message.
func onMessage(name, french string) command {
	return command{
		Type: commandMessage, Name: name, NameLocalizations: map[string]string{"fr": french, "en-US": name, "en-GB": name},
		Contexts: []int{0, 1, 2}, IntegrationTypes: []int{0, 1},
	}
}

func define(name string, d bot.Text, options ...commandOption) command {
	return command{
		Type: commandChat, Name: name, Description: d.English, DescriptionLocalizations: localized(d), Options: options,
		Contexts: []int{0, 1, 2}, IntegrationTypes: []int{0, 1}, // servers, direct messages, private channels; servers and people
	}
}

func anOption(kind int, name string, d bot.Text) commandOption {
	return commandOption{Type: kind, Name: name, Description: d.English, DescriptionLocalizations: localized(d)}
}

func sub(name string, d bot.Text, options ...commandOption) commandOption {
	o := anOption(optionSub, name, d)
	o.Options = options
	return o
}

func choose(value string, name bot.Text) choice {
	return choice{Name: name.English, NameLocalizations: localized(name), Value: value}
}

func localized(t bot.Text) map[string]string {
	return map[string]string{"fr": t.In("fr"), "en-US": t.English, "en-GB": t.English}
}

// register makes Discord's commands those of this program, where they are not.
func (s *server) register(ctx context.Context, application string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	want := definitions()
	have, err := s.rest.commands(ctx, application, s.config.GuildID)
	if err != nil {
		return err
	}
	if same(have, want) {
		return nil
	}
	if err := s.rest.overwrite(ctx, application, s.config.GuildID, want); err != nil {
		return err
	}
	s.log.Info("commands registered", "guild", s.config.GuildID, "commands", len(want))
	return nil
}

// same compares commands in whatever order Discord lists them.
func same(a, b []command) bool { return bytes.Equal(normal(a), normal(b)) }

func normal(commands []command) []byte {
	commands = slices.Clone(commands)
	slices.SortFunc(commands, func(x, y command) int { return strings.Compare(x.Name, y.Name) })
	for i := range commands {
		c := &commands[i]
		c.Contexts, c.IntegrationTypes = slices.Sorted(slices.Values(c.Contexts)), slices.Sorted(slices.Values(c.IntegrationTypes))
	}
	b, err := json.Marshal(commands)
	if err != nil {
		return nil
	}
	return b
}
