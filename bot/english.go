package bot

import (
	"context"
	"slices"
	"strings"

	"verbatim/knowledge"
	"verbatim/prompts"
)

// english reads the stored English translations of articles, text by sentence,
// of those that are translated by four fifths or more: of each from the model
// that translated most of it. Ranking reads them beside the original.
func (l *Library) english(ctx context.Context, articles []*knowledge.Article) (map[*knowledge.Article][]string, error) {
	known := translators("en")
	stored, err := l.store.Translations(ctx, []TranslationKey{known})
	if err != nil || stored[known] == "" {
		return nil, err
	}
	out := map[*knowledge.Article][]string{}
	for _, a := range articles {
		fewest := len(a.Sentences)/5 + 1 // rows that are open
		for model := range strings.SplitSeq(stored[known], "\n") {
			texts, open, err := l.translated(ctx, a, model, fewest)
			if err != nil {
				return nil, err
			}
			if open < fewest {
				out[a], fewest = texts, open
			}
		}
	}
	return out, nil
}

// translated is the English that a model gave for an article and how many
// sentences have none. It looks no further than at a few sentences where most
// of them have none: few articles of a large library are translated.
func (l *Library) translated(ctx context.Context, a *knowledge.Article, model string, enough int) (texts []string, open int, err error) {
	const probed = 4
	keys := make([]TranslationKey, len(a.Sentences))
	for i, s := range a.Sentences {
		keys[i] = TranslationKey{Original: a.Cut(s.Span), To: "en", Model: model, Prompt: prompts.Version}
	}
	few := keys[:min(probed, len(keys))]
	stored, err := l.store.Translations(ctx, few)
	if err != nil || 2*len(stored) < len(few) {
		return nil, enough, err
	}
	if stored, err = l.store.Translations(ctx, keys); err != nil {
		return nil, enough, err
	}
	texts = make([]string, len(keys))
	for i, k := range keys {
		if texts[i] = stored[k]; texts[i] == "" {
			open++
		}
	}
	return texts, open, nil
}

// Translated tells the library, and whoever shares its store, that translations
// of an article were stored. It reads them once they are most of the article.
func (l *Library) Translated(ctx context.Context, a *knowledge.Article) error {
	if !l.holds(a) {
		return nil
	}
	if ready, err := l.english(ctx, []*knowledge.Article{a}); err != nil || len(ready) == 0 {
		return err
	}
	if err := l.store.Touch(ctx); err != nil {
		return err
	}
	return l.reload(ctx)
}

// holds tells whether an article is stored, or the sample.
func (l *Library) holds(a *knowledge.Article) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return a == l.sample || slices.ContainsFunc(l.holdings, func(h Holding) bool { return h.Article.ID == a.ID && h.Article.Text == a.Text })
}
