package bot

import "context"

// gapsShown is how many gaps are listed.
const gapsShown = 50

// GapsOn tells whether an owner has the questions kept that found no answer.
func (b *Bot) GapsOn(ctx context.Context, owner Owner) (bool, error) {
	value, err := b.Store.Setting(ctx, string(owner), settingGaps)
	return value == "on", err
}

// SetGaps turns that on or off. Off, what was kept is forgotten.
func (b *Bot) SetGaps(ctx context.Context, owner Owner, on bool) error {
	if on {
		return b.Store.SetSetting(ctx, string(owner), settingGaps, "on")
	}
	if err := b.Store.SetSetting(ctx, string(owner), settingGaps, ""); err != nil {
		return err
	}
	return b.Store.ForgetGaps(ctx, owner)
}

// Gaps are an owner's questions that found no answer, newest first.
func (b *Bot) Gaps(ctx context.Context, owner Owner) ([]Gap, error) {
	return b.Store.Gaps(ctx, owner, b.Now().Add(-GapsKept), gapsShown)
}

// noteGap keeps a question that found no answer where its owner wants that,
// never a private one. Nothing is kept of who asked.
func (b *Bot) noteGap(ctx context.Context, q *Question, a *Answer) {
	if a.Answered || q.Private || q.Owner == Global {
		return
	}
	ctx = context.WithoutCancel(ctx)
	on, err := b.GapsOn(ctx, q.Owner)
	if err == nil && on {
		err = b.Store.AddGap(ctx, Gap{Owner: q.Owner, Question: a.Question, Article: q.Article, At: b.Now()})
	}
	if err != nil {
		b.Log.Warn("a question without an answer could not be kept", "error", err)
	}
}
