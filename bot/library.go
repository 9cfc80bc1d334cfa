package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"time"

	"verbatim/knowledge"
	"verbatim/knowledge/index"
	"verbatim/knowledge/sample"
)

// watchEvery is how often a running bot asks its store for changes; others'
// changes are seen within two seconds.
const watchEvery = time.Second

// Library is the articles that the bot knows, with their indexes. Its methods
// may be called at once.
type Library struct {
	store Store
	now   func() time.Time
	lent  *lent

	mu           sync.Mutex
	revision     int64
	holdings     []Holding
	sample       *knowledge.Article
	translations map[*knowledge.Article][]string // into English
	shelves      map[Owner]*Shelf                // built when first asked for, dropped when the store changes
}

// OpenLibrary reads the articles of a store. now dates what is added.
func OpenLibrary(ctx context.Context, store Store, now func() time.Time) (*Library, error) {
	l := &Library{store: store, now: now, lent: newLent(), sample: sample.Article()}
	return l, l.reload(ctx)
}

func (l *Library) reload(ctx context.Context) error {
	revision, err := l.store.Revision(ctx) // before the holdings: a change in between is read again
	if err != nil {
		return err
	}
	holdings, err := l.store.Holdings(ctx)
	if err != nil {
		return err
	}
	articles := make([]*knowledge.Article, len(holdings), len(holdings)+1)
	for i, h := range holdings {
		articles[i] = h.Article
	}
	translations, err := l.english(ctx, append(articles, l.sample))
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.revision, l.holdings, l.translations, l.shelves = revision, holdings, translations, map[Owner]*Shelf{}
	return nil
}

// Seen is what an owner sees: the global articles and its own, oldest first;
// the sample alone where there are none.
func (l *Library) Seen(owner Owner) *Shelf {
	l.mu.Lock()
	defer l.mu.Unlock()
	if s := l.shelves[owner]; s != nil {
		return s
	}
	s := &Shelf{translations: l.translations, borrow: func(id string) *Shelf { return l.borrowed(owner, id) }}
	held := map[string]bool{}
	for _, h := range l.holdings {
		if (h.Owner == Global || h.Owner == owner) && !held[h.Article.ID] {
			held[h.Article.ID] = true
			s.Articles = append(s.Articles, h.Article)
		}
	}
	if len(s.Articles) == 0 {
		s.Articles, s.Sample = []*knowledge.Article{l.sample}, true
	}
	l.shelves[owner] = s
	return s
}

// Add stores an article for its owner; added is false where the owner had it.
func (l *Library) Add(ctx context.Context, owner Owner, a *knowledge.Article) (added bool, err error) {
	added, err = l.store.PutArticle(ctx, Holding{Owner: owner, Article: a, Added: l.now()})
	if err != nil || !added {
		return false, err
	}
	return true, l.reload(ctx)
}

// Remove takes an article of an owner's own out. The error is a *[UserError]
// that names the nearest id where the owner has none of that id.
func (l *Library) Remove(ctx context.Context, owner Owner, id string) error {
	err := l.store.RemoveArticle(ctx, owner, id)
	if errors.Is(err, ErrNotFound) {
		if shelf := l.Seen(owner); owner != Global && !shelf.Sample {
			if _, err := shelf.Find(id); err == nil {
				return notYours(id)
			}
		}
		return unknownArticle(id, l.own(owner))
	}
	if err != nil {
		return err
	}
	return l.reload(ctx)
}

func (l *Library) own(owner Owner) []*knowledge.Article {
	l.mu.Lock()
	defer l.mu.Unlock()
	var own []*knowledge.Article
	for _, h := range l.holdings {
		if h.Owner == owner {
			own = append(own, h.Article)
		}
	}
	return own
}

// Watch reloads the library whenever another process has changed the store,
// until ctx ends. A store that does not answer is asked again.
func (l *Library) Watch(ctx context.Context, log *slog.Logger) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		revision, err := l.store.Revision(ctx)
		l.mu.Lock()
		changed := revision != l.revision
		l.mu.Unlock()
		if err == nil && changed {
			err = l.reload(ctx)
		}
		if err != nil && ctx.Err() == nil {
			log.Warn("the library could not be read again", "error", err)
		}
	}
}

// Shelf is the articles that somebody sees.
type Shelf struct {
	Articles []*knowledge.Article // oldest first, never empty
	Sample   bool                 // it holds the embedded sample alone

	borrow       func(id string) *Shelf          // of a lent article, nil where there is none; may be nil
	translations map[*knowledge.Article][]string // into English, text by sentence, of the articles that have one; never changed

	once  sync.Once
	index *index.Index
}

// Search ranks sentences as [index.Index.Search] does.
func (s *Shelf) Search(question, articleID string, k int) index.Result {
	return s.SearchAt(time.Time{}, question, articleID, k)
}

// SearchAt ranks sentences as [index.Index.SearchAt] does.
func (s *Shelf) SearchAt(now time.Time, question, articleID string, k int) index.Result {
	if b := s.lent(articleID); b != nil {
		s = b
	}
	s.once.Do(func() {
		s.index = index.NewTranslated(s.Articles, func(a *knowledge.Article) []string { return s.translations[a] })
	})
	return s.index.SearchAt(now, question, articleID, k)
}

// lent is the shelf of a lent article, nil where the id is none's or one of
// the shelf's own.
func (s *Shelf) lent(id string) *Shelf {
	if id == "" || s.borrow == nil || slices.ContainsFunc(s.Articles, func(a *knowledge.Article) bool { return strings.EqualFold(a.ID, id) }) {
		return nil
	}
	return s.borrow(id)
}

// Find returns the article with this id, the newest where it is "", or one
// that is lent. The error is a *[UserError] that wraps [ErrNotFound] and names
// the nearest id.
func (s *Shelf) Find(id string) (*knowledge.Article, error) {
	id = strings.TrimSpace(id)
	for i := len(s.Articles) - 1; i >= 0; i-- {
		if id == "" || strings.EqualFold(s.Articles[i].ID, id) {
			return s.Articles[i], nil
		}
	}
	if b := s.lent(id); b != nil {
		return b.Articles[0], nil
	}
	return nil, unknownArticle(id, s.Articles)
}

func notYours(id string) error {
	return &UserError{Err: ErrNotFound, Text: Text{
		French:  fmt.Sprintf("L'article « %s » a été ajouté en ligne de commande : il ne peut être retiré que là.", brief(id)),
		English: fmt.Sprintf("article %q was added at the command line and can only be removed there", brief(id)),
	}}
}

func unknownArticle(id string, among []*knowledge.Article) error {
	err := &UserError{Err: ErrNotFound, Text: Text{
		French:  fmt.Sprintf("Aucun article ne porte l'identifiant « %s ».", brief(id)),
		English: fmt.Sprintf("there is no article %q", brief(id)),
	}}
	if near := nearest(id, among); near != "" {
		err.Hint = Text{
			French:  fmt.Sprintf("Le plus proche : %s", near),
			English: fmt.Sprintf("the nearest is %s", near),
		}
	}
	return err
}

// nearest is the id with the fewest edits, or the one that id begins.
func nearest(id string, among []*knowledge.Article) string {
	best, least := "", 0
	id = strings.ToLower(brief(id))
	for _, a := range among {
		d := edits(id, a.ID)
		if id != "" && strings.HasPrefix(a.ID, id) {
			d = 0
		}
		if best == "" || d < least {
			best, least = a.ID, d
		}
	}
	return best
}

// edits is the Levenshtein distance of two strings, in bytes.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := before
			if a[i] != b[j] {
				cost = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// brief bounds what is repeated to whoever typed it.
func brief(s string) string { return short(s, 60) }
