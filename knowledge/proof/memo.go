package proof

import (
	"strings"
	"sync"

	"verbatim/knowledge/lexicon/form"
)

// memo remembers what a pure function gave: articles and the lexicon use the
// same words over and over. It forgets all when it is full.
type memo[T any] struct {
	of   func(string) T
	mu   sync.RWMutex
	seen map[string]T
}

// memoSize bounds a memo, in words.
const memoSize = 1 << 14

var (
	frenchStems  = &memo[string]{of: form.FrenchStem}
	englishStems = &memo[string]{of: form.EnglishStem}

	// What they give is shared: it must not be changed.
	frenchPieces  = &memo[[]string]{of: form.SplitFrench}
	englishPieces = &memo[[]string]{of: form.Split}
)

func (m *memo[T]) get(word string) T {
	m.mu.RLock()
	found, ok := m.seen[word]
	m.mu.RUnlock()
	if ok {
		return found
	}
	found = m.of(word)
	if len(word) > 40 {
		return found // no word of the language
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.seen == nil || len(m.seen) >= memoSize {
		m.seen = make(map[string]T, 256)
	}
	m.seen[strings.Clone(word)] = found
	return found
}
