package bot

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
)

// Config is what the operator sets.
type Config struct {
	ModelTimeout     time.Duration // bound on all model calls of one answer together
	SecondLook       bool
	DailyTokens      int // for an owner; 0: no bound
	DailyTokensTotal int // for the whole bot; 0: no bound
}

// Bot answers questions. Its methods may be called at once.
type Bot struct {
	Library *Library
	Store   Store
	Fetcher Fetcher
	Model   Model // nil: answers are extractive
	Log     *slog.Logger
	Config  Config
	Now     func() time.Time
}

// ErrNoModel is wrapped where something needs a model and there is none.
var ErrNoModel = errors.New("no language model is configured")

// UserError is a mistake that a reader can mend. Its message is one line, in
// both languages; Hint says what to do, "" where there is nothing to say.
type UserError struct {
	Text
	Hint Text
	Err  error // the sentinel behind it, or nil
}

// Text is one message in the two languages that the bot speaks.
type Text struct{ French, English string }

// In is the message in a language: "fr", else English.
func (t Text) In(language string) string {
	if language == "fr" {
		return t.French
	}
	return t.English
}

func (e *UserError) Error() string { return e.English }
func (e *UserError) Unwrap() error { return e.Err }

// Ask answers a question. The error is a *[UserError] (an empty question, an
// unknown article) or the context's; a model that fails is none: the answer is
// then extractive and its Warning says so.
func (b *Bot) Ask(ctx context.Context, q Question) (Answer, error) { return Answer{}, nil }

// Summarize gives the main points of an article. Errors are as in Ask.
func (b *Bot) Summarize(ctx context.Context, r SummaryRequest) (Answer, error) {
	return Answer{}, nil
}

// Translate gives each sentence of an article in another language. Without a
// model it fails with a *[UserError] that wraps [ErrNoModel].
func (b *Bot) Translate(ctx context.Context, r TranslationRequest) (Translation, error) {
	return Translation{}, nil
}

// TranslateText translates a free text of at most [MaxFreeText] runes; the
// translation's Article is the text as an article that is not stored.
func (b *Bot) TranslateText(ctx context.Context, text string, r TranslationRequest) (Translation, error) {
	return Translation{}, nil
}

// Material is an article as somebody hands it in: an address to fetch, or bytes.
type Material struct {
	URL         string
	Data        []byte
	Name        string // of the file, "" where there is none
	ContentType string
}

// Added is what became of it.
type Added struct {
	Article *knowledge.Article
	Added   bool     // false where the owner had it already
	Notes   []string // what was noticed, English sentences
}

// Read builds an article from what was handed in, without storing it.
func (b *Bot) Read(ctx context.Context, m Material) (ingest.Result, error) {
	return ingest.Result{}, nil
}

// Add reads an article and stores it for its owner. The error is a
// *[UserError] where what was handed in is no article; nothing is stored then.
func (b *Bot) Add(ctx context.Context, owner Owner, m Material) (Added, error) {
	return Added{}, nil
}
