package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
	"verbatim/knowledge/language"
	"verbatim/knowledge/proof"
	"verbatim/prompts"
)

const (
	batchSentences = 8 // of one translation call
	batchesAtOnce  = 4
)

// Translate gives each sentence of an article in another language. Without a
// model it fails with a *[UserError] that wraps [ErrNoModel], unless every
// sentence was translated before.
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
	if r.To == "en" && language.Detect(text) == "en" {
		return Translation{}, &UserError{Text: Text{French: "Ce texte est déjà en anglais.", English: "this text is English already"}}
	}
	read, err := ingest.Text([]byte(text), "")
	if err != nil {
		return Translation{}, unreadable(err)
	}
	return b.translate(ctx, read.Article, r)
}

// TranslationCost is what a translation would take, in sentences that are not
// stored yet and in estimated tokens of both directions.
func (b *Bot) TranslationCost(ctx context.Context, r TranslationRequest) (sentences, tokens int, err error) {
	article, err := b.Library.Seen(r.Owner).Find(r.Article)
	if err != nil {
		return 0, 0, err
	}
	t, err := b.newTranslation(article, &r)
	if err != nil {
		return 0, 0, err
	}
	open, err := t.load(ctx, b)
	if err != nil {
		return 0, 0, err
	}
	for _, batch := range batches(open) {
		tokens += EstimateTokens(t.system())
		for _, i := range batch {
			tokens += 2 * EstimateTokens(t.original(i)) // read once, written once
		}
	}
	return len(open), tokens, nil
}

func (b *Bot) translate(ctx context.Context, article *knowledge.Article, r TranslationRequest) (Translation, error) {
	t, err := b.newTranslation(article, &r)
	if err != nil {
		return Translation{}, err
	}
	open, err := t.load(ctx, b)
	if err != nil {
		return Translation{}, err
	}
	if len(open) > 0 && b.Model == nil {
		return Translation{}, &UserError{Err: ErrNoModel, Text: Text{
			French:  "La traduction nécessite un modèle ; ce bot n'en utilise pas.",
			English: "translation needs a model; this bot uses none",
		}, Hint: Text{
			French:  "Définissez OPENAI_API_KEY, ou OPENAI_BASE_URL (gratuit et local : Ollama, http://localhost:11434/v1).",
			English: "set OPENAI_API_KEY, or OPENAI_BASE_URL (free and local: Ollama, http://localhost:11434/v1)",
		}}
	}
	if len(open) > 0 {
		t.fill(ctx, b, open)
	}
	b.count(ctx, map[string]int{CountTranslations: 1})
	return t.Translation, ctx.Err()
}

// translation is a Translation in the making.
type translation struct {
	Translation
	request  *TranslationRequest
	glossary []string

	mu   sync.Mutex // guards Rows, Warning, Usage and done while batches run
	done int
}

func (b *Bot) newTranslation(article *knowledge.Article, r *TranslationRequest) (*translation, error) {
	if r.To == "" {
		r.To = "en"
	}
	if languageNames[r.To] == "" {
		return nil, &UserError{Text: Text{
			French:  fmt.Sprintf("La langue « %s » n'est pas prise en charge.", brief(r.To)),
			English: fmt.Sprintf("the language %q is not supported", brief(r.To)),
		}, Hint: Text{French: "Utilisez « en ».", English: "use en"}}
	}
	t := &translation{request: r}
	t.Article, t.To = article, r.To
	if b.Model != nil {
		t.Model = b.Model.Name()
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

func (t *translation) original(i int) string { return t.Article.Cut(t.Rows[i].Sentence.Span) }

func (t *translation) key(i int) TranslationKey {
	return TranslationKey{Original: t.original(i), To: t.To, Model: t.Model, Prompt: prompts.Version}
}

func (t *translation) system() string { return prompts.Translate(languageNames[t.To], t.glossary) }

// load fills the rows that are stored and returns the positions of the others.
func (t *translation) load(ctx context.Context, b *Bot) (open []int, err error) {
	keys := make([]TranslationKey, len(t.Rows))
	for i := range t.Rows {
		keys[i] = t.key(i)
	}
	stored, err := b.Store.Translations(ctx, keys)
	if err != nil {
		return nil, err
	}
	for i, k := range keys {
		if t.Rows[i].Text = stored[k]; t.Rows[i].Text == "" {
			open = append(open, i)
		}
	}
	return open, nil
}

func batches(open []int) [][]int {
	var out [][]int
	for len(open) > 0 {
		n := min(len(open), batchSentences)
		out, open = append(out, open[:n]), open[n:]
	}
	return out
}

// fill translates the open rows in batches, some at once, and stores what
// passes the checks. A row that stays empty says why.
func (t *translation) fill(ctx context.Context, b *Bot, open []int) {
	w := &writer{bot: b, asker: t.request.Asker, answer: &Answer{Language: "en"}}
	if w.asker == "" {
		w.asker = t.request.Owner
	}
	if !w.afford(ctx) {
		t.Warning = w.answer.Warning
		for _, i := range open {
			t.Rows[i].Warning = "not translated: the budget is spent"
		}
		return
	}
	queue := make(chan []int)
	var workers sync.WaitGroup
	for range batchesAtOnce {
		workers.Go(func() {
			for batch := range queue {
				t.batch(ctx, b, w.asker, batch)
			}
		})
	}
	for _, batch := range batches(open) {
		queue <- batch
	}
	close(queue)
	workers.Wait()
}

// batch translates some rows in one call, and each that fails once more alone.
func (t *translation) batch(ctx context.Context, b *Bot, asker Owner, rows []int) {
	model, cancel := context.WithTimeout(ctx, b.Config.ModelTimeout)
	defer cancel()
	w := &writer{bot: b, asker: asker, answer: &Answer{Language: "en"}}
	failed := t.ask(model, w, rows)
	if len(rows) > 1 || len(failed) > 0 && model.Err() == nil {
		for _, i := range failed {
			t.ask(model, w, []int{i})
		}
	}
	passed := map[TranslationKey]string{}
	for _, i := range rows {
		if t.Rows[i].Text != "" {
			passed[t.key(i)] = t.Rows[i].Text
		}
	}
	if err := b.Store.PutTranslations(context.WithoutCancel(ctx), passed); err != nil {
		b.Log.Error("translations could not be stored", "error", err)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.Usage.Add(w.answer.Usage)
	if w.answer.Warning != "" {
		t.Warning = w.answer.Warning
	}
	t.done += len(rows)
	if t.request.Progress != nil {
		t.request.Progress(Stage{Name: StageTranslating, Done: t.done, Total: len(t.Rows)})
	}
}

// ask makes one call for some rows and returns those whose translation fails.
func (t *translation) ask(ctx context.Context, w *writer, rows []int) (failed []int) {
	var b strings.Builder
	tokens := 200
	for _, i := range rows {
		fmt.Fprintf(&b, "[%d] %s\n", t.Rows[i].Sentence.Number, oneLine(t.original(i)))
		tokens += 3 * EstimateTokens(t.original(i))
	}
	text, err := w.complete(ctx, Call{
		Messages:  []Message{{RoleSystem, t.system()}, {RoleUser, b.String()}},
		Schema:    prompts.Translation,
		MaxTokens: tokens,
	})
	var answer struct {
		Sentences []struct {
			Sentence int    `json:"sentence"`
			Text     string `json:"text"`
		} `json:"sentences"`
	}
	if err == nil && json.Unmarshal([]byte(text), &answer) != nil {
		err = errUnreadable
	}
	if err != nil {
		w.answer.Warning = translationFailure(w, err)
	}
	given := map[int]string{}
	for _, s := range answer.Sentences {
		if _, twice := given[s.Sentence]; !twice {
			given[s.Sentence] = tidyTranslation(s.Text)
		}
	}
	for _, i := range rows {
		row := &t.Rows[i]
		switch said := given[row.Sentence.Number]; {
		case err != nil:
			row.Warning = "no translation: " + failureWord(err)
		case said == "":
			row.Warning = "no translation was given"
		default:
			if wrong := proof.Translation(t.original(i), said); wrong != nil {
				row.Warning = wrong.Error()
				break
			}
			row.Text, row.Warning = said, ""
			continue
		}
		failed = append(failed, i)
	}
	return failed
}

// tidyTranslation makes a translation one line of plain text.
func tidyTranslation(text string) string {
	if text = tidy(text); pings.MatchString(text) {
		return ""
	}
	return text
}

func failureWord(err error) string {
	switch {
	case errors.Is(err, ErrModelRejected):
		return "the model's server rejects the request"
	case errors.Is(err, errUnreadable):
		return "the model's answer cannot be read"
	default:
		return "the model does not respond"
	}
}

func translationFailure(w *writer, err error) string {
	w.failure(err)
	return "Some sentences are not translated: " + failureWord(err) + "."
}
