package bot

import "context"

// StoredTranslation is what is stored of an article's translation by a model,
// where none is named by the one that translated most of it: one row for each
// sentence, those that were not translated yet say so. It calls no model; found
// is false where nothing is stored. The error is as [Bot.Translate]'s.
func (b *Bot) StoredTranslation(ctx context.Context, r TranslationRequest, model string) (t Translation, found bool, err error) {
	article, err := b.Library.Seen(r.Owner).Find(r.Article)
	if err != nil {
		return Translation{}, false, err
	}
	made, err := b.newTranslation(article, &r)
	if err != nil {
		return Translation{}, false, err
	}
	load := made.load
	if made.Model = model; model == "" {
		load = made.loadAny
	}
	open, err := load(ctx, b)
	if err != nil {
		return Translation{}, false, err
	}
	for _, i := range open {
		made.Rows[i].Warning = "it was not asked for yet, or did not pass the checks"
	}
	return made.Translation, len(open) < len(made.Rows), nil
}
