package bot

import (
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// What is kept of a conversation, and how long.
const (
	ConversationKept = 30 * time.Minute // after its last message
	PrivateKept      = 15 * time.Minute // a private answer: until its token dies
	maxConversations = 2000
	turnsKept        = 4
	turnRunes        = 600 // of an answer
)

// Conversations remembers what was said lately, bounded in number, size and
// time. Its methods may be called at once.
type Conversations struct {
	now func() time.Time

	mu   sync.Mutex
	held *simplelru.LRU[string, conversation]
}

type conversation struct {
	turns   []Turn
	askers  map[Owner]bool
	expires time.Time
}

// NewConversations remembers nothing yet.
func NewConversations(now func() time.Time) *Conversations {
	held, err := simplelru.NewLRU[string, conversation](maxConversations, nil)
	if err != nil {
		panic(err) // the size is a positive constant
	}
	return &Conversations{now: now, held: held}
}

// Remember adds a turn to the conversation under key (a channel, a message),
// said by asker, and keeps it that long.
func (c *Conversations) Remember(key string, asker Owner, t Turn, keep time.Duration) {
	t.Answer = short(t.Answer, turnRunes)
	c.mu.Lock()
	defer c.mu.Unlock()
	turns, askers := []Turn{}, map[Owner]bool{asker: true}
	if held, ok := c.held.Get(key); ok && c.now().Before(held.expires) {
		turns = held.turns
		for a := range held.askers {
			askers[a] = true
		}
	}
	turns = append(turns[:len(turns):len(turns)], t)
	turns = turns[max(0, len(turns)-turnsKept):]
	c.held.Add(key, conversation{turns: turns, askers: askers, expires: c.now().Add(keep)})
	c.sweep()
}

// sweep drops the oldest conversations that have expired.
func (c *Conversations) sweep() {
	for {
		key, oldest, ok := c.held.GetOldest()
		if !ok || c.now().Before(oldest.expires) {
			return
		}
		c.held.Remove(key)
	}
}

// Sweep drops every conversation that has expired, so that nothing is held for
// longer because nobody speaks.
func (c *Conversations) Sweep() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, key := range c.held.Keys() {
		if held, ok := c.held.Peek(key); ok && !c.now().Before(held.expires) {
			c.held.Remove(key)
		}
	}
}

// Len is how many conversations are held.
func (c *Conversations) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.held.Len()
}

// Recall is the conversation under key, oldest first, nil where there is none.
func (c *Conversations) Recall(key string) []Turn {
	c.mu.Lock()
	defer c.mu.Unlock()
	held, ok := c.held.Peek(key)
	if !ok || !c.now().Before(held.expires) {
		return nil
	}
	return held.turns
}

// Forget drops every conversation that asker took part in, and says how many.
func (c *Conversations) Forget(asker Owner) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := 0
	for _, key := range c.held.Keys() {
		if held, ok := c.held.Peek(key); ok && held.askers[asker] {
			c.held.Remove(key)
			n++
		}
	}
	return n
}
