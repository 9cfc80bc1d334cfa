package page

import (
	"context"

	"verbatim/bot"
)

// Collect gathers what a page of an article shows, in the language of the
// page's own words: a summary of its own sentences, and the translation into
// English that is stored of it, by the named model or by any. No model is
// called. The error is as [bot.Bot.Translate]'s.
func Collect(ctx context.Context, b *bot.Bot, owner bot.Owner, article, language, model string) (Document, error) {
	found, err := b.Library.Seen(owner).Find(article)
	if err != nil {
		return Document{}, err
	}
	d := Document{Article: found, Language: language}
	t, stored, err := b.StoredTranslation(ctx, bot.TranslationRequest{Owner: owner, Article: found.ID, To: "en"}, model)
	if err != nil {
		return Document{}, err
	}
	if stored {
		d.Translation = &t
	}
	s, err := b.Excerpt(bot.SummaryRequest{Owner: owner, Article: found.ID, Length: bot.Medium, Language: language})
	if err != nil {
		return Document{}, err
	}
	if s.Answered {
		d.Summary = &s
	}
	return d, nil
}
