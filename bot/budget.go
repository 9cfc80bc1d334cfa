package bot

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// personShare is the part of a guild's budget, one in so many, that one person
// may spend: nobody uses up what is there for all.
const personShare = 4

// payer is whose budget pays for what an asker asks of an owner's articles. A
// guild pays for its members, and each of them within it has a share.
func payer(owner, asker Owner) Owner {
	switch {
	case asker == "" || asker == owner:
		return owner
	case strings.HasPrefix(string(owner), "guild:"):
		return owner + "/" + asker
	}
	return asker
}

// payer is whose budget a question is paid from.
func (q *Question) payer() Owner { return payer(q.Owner, q.Asker) }

// spent tells which budget is used up.
type spent int

const (
	spentNone spent = iota
	spentAll        // the guild's (in direct messages: the person's), or the whole bot's
	spentShare
)

// day is the key under which what is spent today stands.
func (b *Bot) day() string { return b.Now().UTC().Format(time.DateOnly) }

// afford tells whether a budget is left; where it is not, or cannot be read,
// the answer's warning says so.
func (w *writer) afford(ctx context.Context) bool {
	over := w.bot.overBudget(ctx, w.asker)
	if over != spentNone {
		w.answer.Warning = warnBudget(over, BudgetRenewed(w.bot.Now())).In(w.answer.Language)
	}
	return over == spentNone
}

// overBudget is which budget is spent; all is where that cannot be read.
func (b *Bot) overBudget(ctx context.Context, who Owner) spent {
	over, err := b.heldAgainst(ctx, who)
	if err != nil {
		b.Log.Error("the token budget could not be read", "error", err)
		return spentAll
	}
	return over
}

// heldAgainst holds what was spent today against the bounds: of the payer, of a
// person's share in a guild's, and of the whole bot.
func (b *Bot) heldAgainst(ctx context.Context, who Owner) (spent, error) {
	bound, all := b.Config.DailyTokens, b.Config.DailyTokensTotal
	if bound == 0 && all == 0 {
		return spentNone, nil
	}
	owner, _, within := strings.Cut(string(who), "/")
	own, total, err := b.Store.Tokens(ctx, b.day(), Owner(owner))
	switch {
	case err != nil:
		return spentNone, err
	case all > 0 && total >= all:
		return spentAll, nil
	case bound == 0 || who == Global: // who works at the terminal pays the bill: the whole bot's bound alone holds
		return spentNone, nil
	case own >= bound:
		return spentAll, nil
	case !within:
		return spentNone, nil
	}
	share, _, err := b.Store.Tokens(ctx, b.day(), who)
	if err == nil && share >= max(1, bound/personShare) {
		return spentShare, nil
	}
	return spentNone, err
}

// book stores what was spent, even where the caller has gone.
func (b *Bot) book(ctx context.Context, who Owner, u Usage) {
	if u.Total() == 0 {
		return
	}
	if err := b.Store.AddTokens(context.WithoutCancel(ctx), b.day(), who, u); err != nil {
		b.Log.Error("tokens could not be counted", "error", err)
	}
}

// BudgetRenewed is when the budgets begin anew: at midnight UTC.
func BudgetRenewed(now time.Time) time.Time {
	return now.UTC().Truncate(24 * time.Hour).Add(24 * time.Hour)
}

// ClockText is a time of day as warnings have it.
func ClockText(t time.Time, language string) string {
	if language == "fr" {
		return t.UTC().Format("15\u00a0h\u00a004") + "\u00a0UTC"
	}
	return t.UTC().Format("15:04") + " UTC"
}

// is says which budget is spent.
func (over spent) is() Text {
	if over == spentShare {
		return Text{French: "Votre part du budget du jour est épuisée.", English: "Your share of today's budget is spent."}
	}
	return Text{French: "Le budget du jour est épuisé.", English: "Today's budget is spent."}
}

// warnBudget says which budget is spent, and until when.
func warnBudget(over spent, until time.Time) Text {
	t := over.is()
	return Text{
		French:  fmt.Sprintf("%s Jusqu'à %s, je cite l'article sans reformuler.", t.French, ClockText(until, "fr")),
		English: fmt.Sprintf("%s Until %s I quote the article without rewording.", t.English, ClockText(until, "en")),
	}
}

// warnUntranslated is the same for a translation.
func warnUntranslated(over spent, until time.Time) Text {
	t := over.is()
	return Text{
		French:  fmt.Sprintf("%s Jusqu'à %s, je montre l'original sans le traduire.", t.French, ClockText(until, "fr")),
		English: fmt.Sprintf("%s Until %s I show the original without translating it.", t.English, ClockText(until, "en")),
	}
}
