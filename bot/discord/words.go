package discord

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/bot"
)

// What the bot says on Discord alone.
var (
	wordSentence = bot.Text{French: "phrase", English: "sentence"}
	wordSummary  = bot.Text{French: "résumé", English: "summary"}
	wordOpen     = bot.Text{French: "ouvrir la page", English: "open the page"}

	labelSources  = bot.Text{French: "Sources", English: "Sources"}
	labelEnglish  = bot.Text{French: "En anglais", English: "In English"}
	labelWhy      = bot.Text{French: "Pourquoi ?", English: "Why?"}
	labelContinue = bot.Text{French: "Continuer", English: "Continue"}
	labelThread   = bot.Text{French: "Dans un fil", English: "In a thread"}
	labelPrevious = bot.Text{French: "Précédente", English: "Previous"}
	labelNext     = bot.Text{French: "Suivante", English: "Next"}
	labelForget   = bot.Text{French: "Oublier mes conversations", English: "Forget my conversations"}
	labelQuestion = bot.Text{French: "Votre question", English: "Your question"}

	madeVerbatim = bot.Text{French: "extrait mot pour mot", English: "quoted word for word"}
	inFile       = bot.Text{French: "La réponse entière est dans le fichier joint.", English: "The whole answer is in the attached file."}
	howToAdd     = bot.Text{French: "/articles add (permission « Gérer le serveur »).", English: "/articles add (needs Manage Server)."}

	sayStopping = bot.Text{
		French:  "Le bot s'arrête. Reposez la question dans un instant.",
		English: "The bot is stopping. Ask again in a moment.",
	}
	sayFailed = bot.Text{
		French:  "Une erreur est survenue de mon côté ; elle est notée. Reposez la question.",
		English: "Something went wrong on my side; it has been noted. Please ask again.",
	}
	sayLate = bot.Text{
		French:  "La réponse a pris trop de temps. Reposez la question dans un instant.",
		English: "The answer took too long. Ask again in a moment.",
	}
	sayBusy = bot.Text{
		French:  "Trop de questions arrivent en même temps. Reposez la vôtre dans un instant.",
		English: "Too many questions are coming in at once. Ask yours again in a moment.",
	}
	sayOldButton = bot.Text{
		French:  "Ce bouton ne fonctionne plus. Posez la question avec /ask.",
		English: "This button no longer works. Ask your question with /ask.",
	}
	sayGone = bot.Text{
		French:  "Cet article n'est plus là.",
		English: "This article is no longer here.",
	}
	sayForgot = bot.Text{
		French:  "Je n'ai plus cette réponse en mémoire. Reposez la question, ou comparez une affirmation avec /check.",
		English: "I no longer have this answer in memory. Ask again, or compare a claim with /check.",
	}
	sayNotAllowed = bot.Text{
		French:  "Il vous faut la permission « Gérer le serveur ».",
		English: "You need the Manage Server permission.",
	}
	sayUnknown = bot.Text{
		French:  "Cette commande n'existe pas encore. /help dit ce que je fais.",
		English: "This command does not exist yet. /help says what I do.",
	}
	sayThanks = bot.Text{French: "Merci de votre avis.", English: "Thank you for your feedback."}

	fileAnswer      = bot.Text{French: "reponse.md", English: "answer.md"}
	fileProof       = bot.Text{French: "preuves.md", English: "proofs.md"}
	fileTranslation = bot.Text{French: "traduction.md", English: "translation.md"}

	stageReading  = bot.Text{French: "Lecture de l'article…", English: "Reading the article…"}
	stageWriting  = bot.Text{French: "Rédaction…", English: "Writing…"}
	stageChecking = bot.Text{French: "Contrôle des affirmations…", English: "Checking the claims…"}
)

// privateNote says who sees a private question, and how long it is kept.
func privateNote(provider, language string) string {
	t := bot.Text{
		French:  "Vous êtes la seule personne à voir cette réponse. Question effacée ici après 15 minutes.",
		English: "Only you can see this. Question deleted here after 15 minutes.",
	}
	if provider != "" {
		provider = escapeInner(flat(provider))
		t = bot.Text{
			French:  "Vous êtes la seule personne à voir cette réponse. Question envoyée à " + provider + ", effacée ici après 15 minutes.",
			English: "Only you can see this. Question sent to " + provider + "; deleted here after 15 minutes.",
		}
	}
	return t.In(language)
}

// upright begins a line with a capital and ends it with a full stop, as the
// messages of the terminal do not.
func upright(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	s = string(unicode.ToUpper(r)) + s[n:]
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "…") && !strings.HasSuffix(s, ":") {
		s += "."
	}
	return s
}

var (
	sayRefused = bot.Text{
		French:  "Discord a refusé d'afficher la réponse.",
		English: "Discord refused to show the answer.",
	}
	sayNoThread = bot.Text{
		French:  "Je ne peux pas ouvrir de fil ici.",
		English: "I cannot open a thread here.",
	}
	sayInThread = bot.Text{
		French:  "Posez la suite ici en me mentionnant : je ne vois que les messages qui me mentionnent. Par exemple :",
		English: "Ask on here and mention me: I only see messages that mention me. For example:",
	}
	threadExample = bot.Text{French: "qui l'a dit ?", English: "who said that?"}
	threadName    = bot.Text{French: "Suite de la conversation", English: "More on this answer"}
	sayForgotten  = bot.Text{
		French:  "Vos conversations sont oubliées.",
		English: "Your conversations are forgotten.",
	}
	summaryQuestion = bot.Text{French: "Résume l'article.", English: "Summarize the article."}

	sayHelp = bot.Text{
		French:  "Interrogez l'article : je réponds avec ses phrases d'origine. Je ne vérifie pas s'il dit vrai. Essayez :",
		English: "Ask about the article: I answer with its original sentences. I don't verify that it is true. Try:",
	}
	sayCommands = bot.Text{
		French: "- `/ask` pose une question, `/summary` résume, `/translate` traduit, `/check` compare une affirmation\n" +
			"- `/articles` montre les articles et en ajoute, `/privacy` dit ce qui est gardé\n" +
			"- Mentionnez-moi avec une question, écrivez-moi en message privé, ou choisissez Applications dans le menu d'un message",
		English: "- `/ask` asks a question, `/summary` sums up, `/translate` translates, `/check` compares a claim\n" +
			"- `/articles` shows the articles and adds new ones, `/privacy` says what is kept\n" +
			"- Mention me with a question, write to me in a direct message, or choose Apps in a message's menu",
	}
	exampleSummary  = bot.Text{French: "Résume l'article en trois points", English: "Sum up the article in three points"}
	exampleQuestion = bot.Text{French: "Quels chiffres l'article donne-t-il ?", English: "Which figures does the article give?"}

	sayKept = bot.Text{
		French: "Ce qui est gardé :\n" +
			"- une conversation et les messages que vous me faites lire, 30 minutes après leur dernier usage ; une réponse privée, 15 minutes\n" +
			"- l'usage par jour, par serveur et par personne, 90 jours, sans les questions\n" +
			"- les questions restées sans réponse, 30 jours, sans leur auteur et seulement là où le responsable du serveur l'a demandé ; jamais les questions privées\n" +
			"- les articles ajoutés, jusqu'à ce qu'ils soient retirés ; les phrases traduites",
		English: "What is kept:\n" +
			"- a conversation and the messages that you have me read, for 30 minutes after their last use; a private answer, for 15 minutes\n" +
			"- usage by day, server and person, for 90 days, without the questions\n" +
			"- questions that found no answer, for 30 days, without who asked and only where the server's owner asked for it; private ones never\n" +
			"- articles that were added, until they are removed; translated sentences",
	}
	sayNoProvider = bot.Text{
		French:  "Aucun modèle n'est utilisé : les questions ne quittent pas ce bot.",
		English: "No model is used: questions do not leave this bot.",
	}
	sayHint = bot.Text{
		French:  "Je ne vois pas le texte de cette réponse. Mentionnez-moi avec la question, ou utilisez le bouton « Continuer ».",
		English: "I cannot see the text of this reply. Mention me with the question, or use the Continue button.",
	}
)

func providerNote(provider, language string) string {
	provider = escapeInner(flat(provider))
	return bot.Text{
		French:  "Les questions et les phrases des articles sont envoyées à un modèle chez " + provider + ".",
		English: "Questions and the articles' sentences are sent to a model at " + provider + ".",
	}.In(language)
}

func checking(claims int, language string) string {
	switch {
	case claims == 0:
		return stageChecking.In(language)
	case claims == 1:
		return bot.Text{French: "Contrôle d'une affirmation…", English: "Checking one claim…"}.In(language)
	}
	n := strconv.Itoa(claims)
	return bot.Text{French: "Contrôle de " + n + " affirmations…", English: "Checking " + n + " claims…"}.In(language)
}

// writing says how far a summary in parts is; done parts are written.
func writing(done, total int, language string) string {
	if total < 2 {
		return stageWriting.In(language)
	}
	part, of := strconv.Itoa(done+1), strconv.Itoa(total)
	return bot.Text{French: "Rédaction : partie " + part + " sur " + of + "…", English: "Writing: part " + part + " of " + of + "…"}.In(language)
}

func translating(done, total int, language string) string {
	of := strconv.Itoa(done) + "/" + strconv.Itoa(total)
	return bot.Text{French: "Traduction : " + of + " phrases…", English: "Translating: " + of + " sentences…"}.In(language)
}

var (
	usedHere   = bot.Text{French: "par défaut ici", English: "default here"}
	sayUsesAll = bot.Text{
		French:  "Dans ce salon, les questions vont désormais à tous les articles.",
		English: "In this channel, questions now go to all articles.",
	}
)

var (
	wordUntranslated = bot.Text{French: "pas de traduction", English: "no translation"}
	sayNoTranslation = bot.Text{
		French:  "La traduction nécessite un modèle ; ce bot n'en utilise pas. Voici l'original.",
		English: "Translation needs a model; this bot uses none. Here is the original.",
	}
)

// Of message commands and of claims.
var (
	titleAbout     = bot.Text{French: "Interroger ce message", English: "Ask about this"}
	sayMessageGone = bot.Text{
		French:  "Je n'ai plus ce message en mémoire. Relancez la commande depuis son menu.",
		English: "I no longer have this message in memory. Start the command again from its menu.",
	}
	sayNothingThere = bot.Text{
		French:  "Ce message ne contient ni texte, ni lien, ni fichier texte.",
		English: "This message holds no text, no link and no text file.",
	}
	sayFirstChecked = bot.Text{
		French:  "Seules les cinq premières phrases sont comparées.",
		English: "Only the first five sentences are compared.",
	}
	claimed      = bot.Text{French: "Affirmation :", English: "Claim:"}
	sayNotStated = bot.Text{
		French:  "Non mentionné, pour autant que je puisse comparer. La phrase la plus proche :",
		English: "Not stated, as far as I can compare. The closest sentence:",
	}
	sayNothingNear = bot.Text{
		French:  "Non mentionné, pour autant que je puisse comparer.",
		English: "Not stated, as far as I can compare.",
	}
)

// Of settings.
var (
	sayGaps = bot.Text{
		French:  "Questions restées sans réponse depuis 30 jours :",
		English: "Questions that found no answer in the last 30 days:",
	}
	sayNoGaps = bot.Text{
		French:  "Aucune question n'est restée sans réponse depuis 30 jours.",
		English: "No question went without an answer in the last 30 days.",
	}
	sayGapsAreOff = bot.Text{
		French:  "Les questions restées sans réponse ne sont pas gardées. Pour les garder 30 jours : /articles gaps, option keep.",
		English: "Questions that found no answer are not kept. To keep them for 30 days: /articles gaps, option keep.",
	}
	sayGapsOn = bot.Text{
		French:  "Les questions restées sans réponse sont désormais gardées 30 jours, sans leur auteur ; jamais les questions privées.",
		English: "Questions that found no answer are now kept for 30 days, without who asked; private ones never.",
	}
	sayGapsOff = bot.Text{
		French:  "Les questions restées sans réponse ne sont plus gardées ; celles qui l'étaient sont effacées.",
		English: "Questions that found no answer are no longer kept; those that were are deleted.",
	}
	sayServersOnly = bot.Text{
		French:  "Ce réglage vaut pour un serveur dont je suis membre.",
		English: "This is a setting of a server that I am a member of.",
	}
	sayMentionsAll = bot.Text{
		French:  "Je réponds désormais aux mentions dans tous les salons.",
		English: "I now answer mentions in all channels.",
	}
	sayMentionsNone = bot.Text{
		French:  "Je ne réponds plus aux mentions. Les commandes restent disponibles.",
		English: "I no longer answer mentions. Commands still work.",
	}
	sayMentionsIn = bot.Text{
		French:  "Je réponds désormais aux mentions dans ces salons et leurs fils seulement :",
		English: "I now answer mentions in these channels and their threads only:",
	}
)
