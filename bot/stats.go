package bot

import (
	"context"
	"errors"
	"strings"
	"time"
)

// The names under which a day's work is counted. Rejected claims stand under
// CountRejected and the kind of their reason: "rejected figure".
const (
	CountExtractive   = "answers extractive"
	CountLLM          = "answers llm"
	CountRefused      = "refused"
	CountSummaries    = "summaries"
	CountTranslations = "translations"
	CountRejected     = "rejected "
	CountThumbsUp     = "thumbs up"
	CountThumbsDown   = "thumbs down"
)

// StatsKept is how long usage by day is kept.
const StatsKept = 90 * 24 * time.Hour

// Stats are the days that have counts, newest first.
func (b *Bot) Stats(ctx context.Context) ([]DayCounts, error) {
	return b.Store.Counts(ctx, b.Now().UTC().Add(-StatsKept).Format("2006-01-02"))
}

// Thumb counts what a reader thought of an answer.
func (b *Bot) Thumb(ctx context.Context, up bool) {
	if up {
		b.count(ctx, map[string]int{CountThumbsUp: 1})
	} else {
		b.count(ctx, map[string]int{CountThumbsDown: 1})
	}
}

// count adds to the day's counts, even where the caller has gone. A store that
// cannot count takes nothing from an answer.
func (b *Bot) count(ctx context.Context, counts map[string]int) {
	err := b.Store.Count(context.WithoutCancel(ctx), b.day(), counts)
	if err != nil && !errors.Is(err, ErrReadOnly) { // that is no news
		b.Log.Warn("the work could not be counted", "error", err)
	}
}

// counted is what an answer adds to the day's counts.
func (a *Answer) counted() map[string]int {
	counts := map[string]int{}
	switch {
	case !a.Answered:
		counts[CountRefused]++
	case a.Mode == ModeLLM:
		counts[CountLLM]++
	default:
		counts[CountExtractive]++
	}
	for _, r := range a.Rejected {
		kind, _, ok := strings.Cut(r.Reason, ":")
		if !ok || strings.ContainsAny(kind, " \t") && kind != "second look" {
			kind = "other"
		}
		counts[CountRejected+kind]++
	}
	return counts
}
