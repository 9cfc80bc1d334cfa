package bot

import (
	"context"
	"fmt"

	"verbatim/knowledge"
	"verbatim/knowledge/index"
	"verbatim/knowledge/sample"
)

// Library is the articles that the bot knows, with their indexes.
type Library struct{ store Store }

// Shelf is the articles that somebody sees.
type Shelf struct {
	Articles []*knowledge.Article // oldest first, never empty
	Sample   bool                 // it holds the embedded sample alone
	Index    *index.Index
}

// OpenLibrary reads the articles of a store.
func OpenLibrary(ctx context.Context, store Store) (*Library, error) {
	return &Library{store: store}, nil
}

// Seen is what an owner sees: the global articles and its own, oldest first;
// the sample alone where there are none.
func (l *Library) Seen(owner Owner) *Shelf {
	a := []*knowledge.Article{sample.Article()}
	return &Shelf{Articles: a, Sample: true, Index: index.New(a)}
}

// Add stores an article for its owner; added is false where the owner had it.
func (l *Library) Add(ctx context.Context, owner Owner, a *knowledge.Article) (added bool, err error) {
	return l.store.PutArticle(ctx, Holding{Owner: owner, Article: a})
}

// Remove takes an article out. The error wraps [ErrNotFound] and names the
// nearest id where the owner has none of that id.
func (l *Library) Remove(ctx context.Context, owner Owner, id string) error {
	return l.store.RemoveArticle(ctx, owner, id)
}

// Watch reloads the library whenever the store has changed, until ctx ends.
func (l *Library) Watch(ctx context.Context) { <-ctx.Done() }

// Find returns the article with this id, the newest where it is "". The error
// wraps [ErrNotFound] and names the nearest id.
func (s *Shelf) Find(id string) (*knowledge.Article, error) {
	for i := len(s.Articles) - 1; i >= 0; i-- {
		if id == "" || s.Articles[i].ID == id {
			return s.Articles[i], nil
		}
	}
	return nil, fmt.Errorf("article %q: %w", id, ErrNotFound)
}
