package bot

import (
	"context"
	"errors"
	"time"

	"verbatim/knowledge"
)

// Owner is whose an article, a setting or a token is: "" (global, added at the
// command line), "guild:ID" or "user:ID" (direct messages).
type Owner string

// Global owns what was added at the command line: everybody sees it.
const Global Owner = ""

// Guild is the owner of what was added in a Discord server.
func Guild(id string) Owner { return Owner("guild:" + id) }

// Person is the owner of what was added in direct messages.
func Person(id string) Owner { return Owner("user:" + id) }

// Holding is an article that a store holds.
type Holding struct {
	Owner   Owner
	Article *knowledge.Article
	Added   time.Time
}

// TranslationKey names one sentence's translation.
type TranslationKey struct {
	Original string // the sentence itself
	To       string // "en"
	Model    string
	Prompt   string // version of the prompt
}

// DayCounts is what was counted on a day.
type DayCounts struct {
	Day    string // "2006-01-02", UTC
	Counts map[string]int
	Tokens Usage
}

// GapsKept is how long a question that found no answer is kept.
const GapsKept = 30 * 24 * time.Hour

// Gap is a question that found no answer.
type Gap struct {
	Owner    Owner
	Question string
	Article  string // the one that was asked, "" for all
	At       time.Time
}

// Health is what a running bot says of itself.
type Health struct {
	Connected bool
	At        time.Time
}

// Store remembers. Every method may be called at once, by several processes;
// an error leaves what was stored as it was.
type Store interface {
	// PutArticle stores an article; added is false where the owner has it already.
	PutArticle(ctx context.Context, h Holding) (added bool, err error)
	// RemoveArticle takes an article out; it wraps [ErrNotFound] where the owner has none of that id.
	RemoveArticle(ctx context.Context, owner Owner, id string) error
	// Holdings are all articles, oldest first.
	Holdings(ctx context.Context) ([]Holding, error)
	// Revision changes whenever an article was put or removed, or at Touch, by whatever process.
	Revision(ctx context.Context) (int64, error)
	// Touch changes the revision: whoever watches it reads again.
	Touch(ctx context.Context) error

	// Setting is a setting of a scope ("channel:ID", an owner), "" where none is set.
	Setting(ctx context.Context, scope, name string) (string, error)
	// SetSetting sets it; an empty value unsets it.
	SetSetting(ctx context.Context, scope, name, value string) error

	// Translations returns the translations that are stored, by key.
	Translations(ctx context.Context, keys []TranslationKey) (map[TranslationKey]string, error)
	// PutTranslations stores translations, all or none.
	PutTranslations(ctx context.Context, translations map[TranslationKey]string) error

	// AddTokens adds to what an owner spent on a day ("2006-01-02", UTC); a
	// guild's member is "guild:ID/user:ID".
	AddTokens(ctx context.Context, day string, owner Owner, u Usage) error
	// Tokens is what an owner spent on a day, a guild with its members, and what
	// all spent together.
	Tokens(ctx context.Context, day string, owner Owner) (own, total int, err error)

	// Vectors returns the vectors that are stored of texts, by text.
	Vectors(ctx context.Context, model string, texts []string) (map[string][]float32, error)
	// PutVectors stores vectors by text, all or none.
	PutVectors(ctx context.Context, model string, vectors map[string][]float32) error

	// Count adds to the counts of a day, by name. Where nothing was stored yet it
	// may leave it at that: counting alone makes no store.
	Count(ctx context.Context, day string, counts map[string]int) error
	// Counts are the days from since on that have counts, newest first, with
	// the tokens that all spent.
	Counts(ctx context.Context, since string) ([]DayCounts, error)

	// AddGap keeps a question that found no answer.
	AddGap(ctx context.Context, g Gap) error
	// Gaps are an owner's from since on, newest first, at most limit.
	Gaps(ctx context.Context, owner Owner, since time.Time, limit int) ([]Gap, error)
	// ForgetGaps takes an owner's out.
	ForgetGaps(ctx context.Context, owner Owner) error

	// Purge takes out what was kept long enough at now: gaps after [GapsKept],
	// counts and tokens after [StatsKept]. Where nothing was stored it does nothing.
	Purge(ctx context.Context, now time.Time) error

	// SetHealth and Health carry the running bot's state to `verbatim health`.
	SetHealth(ctx context.Context, h Health) error
	Health(ctx context.Context) (Health, error)

	Close() error
}

// ErrNotFound is wrapped where something that was named is not there.
var ErrNotFound = errors.New("not found")

// ErrReadOnly is wrapped by errors of a store that can be read and not written.
var ErrReadOnly = errors.New("the store is read-only")
