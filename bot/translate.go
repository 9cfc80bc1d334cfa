package bot

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
	"verbatim/knowledge/language"
)

// target is a language to translate into.
type target struct{ code, english, french string }

// targets are the languages to translate into. English is checked in full; of
// the others only what can be seen without reading them ([byMarks]).
var targets = []target{
	{"en", "English", "anglais"}, {"de", "German", "allemand"}, {"it", "Italian", "italien"},
	{"es", "Spanish", "espagnol"}, {"pt", "Portuguese", "portugais"}, {"nl", "Dutch", "néerlandais"},
}

// TranslationTargets are the codes of the languages to translate into, English first.
func TranslationTargets() []string {
	out := make([]string, len(targets))
	for i, t := range targets {
		out[i] = t.code
	}
	return out
}

// TargetName names a language to translate into; ok is false for any other code.
func TargetName(code string) (name Text, ok bool) {
	t, ok := findTarget(code)
	return Text{French: t.french, English: t.english}, ok
}

func findTarget(code string) (target, bool) {
	for _, t := range targets {
		if t.code == code {
			return t, true
		}
	}
	return target{}, false
}

// Translate gives each sentence of an article in another language. Without a
// model it gives what a model translated before, and fails with a *[UserError]
// that wraps [ErrNoModel] where that is nothing. Where ctx ends on the way the
// error is its own, and what was translated so far is stored.
func (b *Bot) Translate(ctx context.Context, r TranslationRequest) (Translation, error) {
	article, err := b.Library.Seen(r.Owner).Find(r.Article)
	if err != nil {
		return Translation{}, err
	}
	return b.translate(ctx, article, r)
}

// TranslateText translates a free text of at most [MaxFreeText] runes; the
// translation's Article is the text as an article that is not stored.
func (b *Bot) TranslateText(ctx context.Context, text string, r TranslationRequest) (Translation, error) {
	if n := utf8.RuneCountInString(text); n > MaxFreeText {
		return Translation{}, &UserError{Text: Text{
			French:  fmt.Sprintf("Le texte a %d caractères ; le maximum est de %d.", n, MaxFreeText),
			English: fmt.Sprintf("the text has %d characters; the most is %d", n, MaxFreeText),
		}, Hint: Text{French: "Ajoutez-le comme article, en fichier.", English: "add it as an article, in a file"}}
	}
	read, err := ingest.Text([]byte(text), "")
	if err != nil {
		return Translation{}, unreadable(err)
	}
	article := *read.Article
	if article.Language = language.Detect(text); article.Language != "en" && len(strings.Fields(text)) < fewWords {
		article.Language = "fr" // too little to tell
	}
	return b.translate(ctx, &article, r)
}

// fewWords is how many words tell a language that is neither French nor English.
const fewWords = 8

// TranslationCost is what a translation would take: distinct sentences that are
// not stored yet, and estimated tokens of both directions.
func (b *Bot) TranslationCost(ctx context.Context, r TranslationRequest) (sentences, tokens int, err error) {
	article, err := b.Library.Seen(r.Owner).Find(r.Article)
	if err != nil {
		return 0, 0, err
	}
	t, err := b.newTranslation(article, &r)
	if err != nil {
		return 0, 0, err
	}
	if err := t.fromFrench(); err != nil {
		return 0, 0, err
	}
	open, err := t.load(ctx, b)
	if err != nil {
		return 0, 0, err
	}
	open = t.distinct(open)
	for _, batch := range batches(open) {
		call := t.call(batch, nil)
		for _, m := range call.Messages {
			tokens += EstimateTokens(m.Text)
		}
		tokens += EstimateTokens(call.Messages[1].Text) // written once more
	}
	return len(open), tokens, nil
}

func (b *Bot) translate(ctx context.Context, article *knowledge.Article, r TranslationRequest) (Translation, error) {
	t, err := b.newTranslation(article, &r)
	if err != nil {
		return Translation{}, err
	}
	if err := t.fromFrench(); err != nil {
		return Translation{}, err
	}
	var open []int
	if b.Model == nil {
		open, err = t.loadAny(ctx, b)
	} else {
		open, err = t.load(ctx, b)
	}
	if err != nil {
		return Translation{}, err
	}
	switch {
	case len(open) == 0:
	case b.Model != nil:
		t.fill(ctx, b, open)
	case len(open) == len(t.Rows):
		return Translation{}, errTranslator()
	default:
		t.warn(warnStoredOnly)
		for _, i := range open {
			t.Rows[i].Warning = "not translated: no language model is set"
		}
	}
	b.count(ctx, map[string]int{CountTranslations: 1})
	return t.Translation, ctx.Err()
}

func errTranslator() error {
	return &UserError{Err: ErrNoModel, Text: Text{
		French:  "La traduction nécessite un modèle ; ce bot n'en utilise pas.",
		English: "translation needs a model; this bot uses none",
	}, Hint: Text{
		French:  "Définissez OPENAI_API_KEY, ou OPENAI_BASE_URL (gratuit et local : Ollama, http://localhost:11434/v1).",
		English: "set OPENAI_API_KEY, or OPENAI_BASE_URL (free and local: Ollama, http://localhost:11434/v1)",
	}}
}

func (b *Bot) newTranslation(article *knowledge.Article, r *TranslationRequest) (*translation, error) {
	if r.To == "" {
		r.To = "en"
	}
	to, err := targetOf(r.To)
	if err != nil {
		return nil, err
	}
	t := &translation{request: r, to: to}
	t.Article, t.To = article, r.To
	if b.Model != nil {
		t.Model = b.Model.Name()
	}
	if to.code == "en" {
		t.names = newGlossary(article)
	}
	if r.Sentence != 0 {
		s, ok := article.Sentence(r.Sentence)
		if !ok {
			return nil, &UserError{Err: ErrNotFound, Text: Text{
				French:  fmt.Sprintf("L'article n'a pas de phrase %d.", r.Sentence),
				English: fmt.Sprintf("the article has no sentence %d", r.Sentence),
			}, Hint: Text{
				French:  fmt.Sprintf("Ses phrases vont de 1 à %d.", len(article.Sentences)),
				English: fmt.Sprintf("its sentences run from 1 to %d", len(article.Sentences)),
			}}
		}
		t.Rows = []Translated{{Sentence: s}}
		return t, nil
	}
	for _, s := range article.Sentences {
		t.Rows = append(t.Rows, Translated{Sentence: s})
	}
	return t, nil
}

func targetOf(code string) (target, error) {
	if to, ok := findTarget(code); ok {
		return to, nil
	}
	all := strings.Join(TranslationTargets(), ", ")
	err := &UserError{
		Text: Text{
			French:  fmt.Sprintf("La langue « %s » n'est pas prise en charge.", brief(code)),
			English: fmt.Sprintf("the language %q is not supported", brief(code)),
		},
		Hint: Text{French: "Utilisez l'une de celles-ci : " + all + ".", English: "use one of " + all},
	}
	if code == "fr" {
		err.Text = Text{
			French:  "La traduction part du français ; elle ne se fait pas vers le français.",
			English: "translations are from French, not into it",
		}
	}
	return target{}, err
}

// fromFrench refuses what is in the other language already, and what is in
// none that the checks read.
func (t *translation) fromFrench() error {
	from, known := findTarget(t.Article.Language)
	switch {
	case !known:
		return nil
	case from == t.to:
		return &UserError{Text: Text{French: "Ce texte est déjà en " + from.french + ".", English: "this text is " + from.english + " already"}}
	}
	return &UserError{Text: Text{
		French:  "Ce texte est en " + from.french + " ; seul le français est traduit.",
		English: "this text is " + from.english + "; only French is translated",
	}}
}
