package bot

import (
	"strings"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"verbatim/knowledge"
)

// The bounds on articles that are lent.
const (
	maxLent      = 32
	maxLentBytes = 8 << 20 // of all their texts
)

// lent are articles that are asked and not stored: what a message held. They
// are found by their id, within [ConversationKept] of their last use, and are
// no part of what is searched otherwise.
type lent struct {
	mu    sync.Mutex
	held  *simplelru.LRU[lentKey, *loan]
	bytes int
}

type lentKey struct {
	owner Owner
	id    string
}

// loan is one lent article on a shelf of its own.
type loan struct {
	shelf   *Shelf
	asker   Owner
	expires time.Time
}

func newLent() *lent {
	l := &lent{}
	held, err := simplelru.NewLRU(maxLent, func(_ lentKey, gone *loan) { l.bytes -= len(gone.shelf.Articles[0].Text) })
	if err != nil {
		panic(err) // the size is a positive constant
	}
	l.held = held
	return l
}

// Lend lets an owner ask an article that is not stored, by its id. asker can
// take it back.
func (l *Library) Lend(owner, asker Owner, a *knowledge.Article) {
	now := l.now()
	l.lent.mu.Lock()
	defer l.lent.mu.Unlock()
	held := l.lent.held
	key := lentKey{owner, a.ID}
	held.Remove(key) // a text that is handed in again counts once
	held.Add(key, &loan{&Shelf{Articles: []*knowledge.Article{a}}, asker, now.Add(ConversationKept)})
	l.lent.bytes += len(a.Text)
	for l.lent.bytes > maxLentBytes && held.Len() > 1 {
		held.RemoveOldest()
	}
	l.lent.sweep(now)
}

// Sweep drops the lent articles whose time is over.
func (l *Library) Sweep() {
	l.lent.mu.Lock()
	defer l.lent.mu.Unlock()
	l.lent.sweep(l.now())
}

// sweep drops what has expired; l.mu is held.
func (l *lent) sweep(now time.Time) {
	for _, k := range l.held.Keys() {
		if one, ok := l.held.Peek(k); ok && now.After(one.expires) {
			l.held.Remove(k)
		}
	}
}

// TakeBack forgets what an asker lent.
func (l *Library) TakeBack(asker Owner) {
	l.lent.mu.Lock()
	defer l.lent.mu.Unlock()
	for _, k := range l.lent.held.Keys() {
		if one, ok := l.lent.held.Peek(k); ok && one.asker == asker {
			l.lent.held.Remove(k)
		}
	}
}

// borrowed is the shelf of a lent article, nil where there is none of that id.
func (l *Library) borrowed(owner Owner, id string) *Shelf {
	l.lent.mu.Lock()
	defer l.lent.mu.Unlock()
	one, ok := l.lent.held.Get(lentKey{owner, strings.ToLower(id)})
	if !ok || l.now().After(one.expires) {
		return nil
	}
	one.expires = l.now().Add(ConversationKept)
	return one.shelf
}
