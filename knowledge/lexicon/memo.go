package lexicon

import (
	"strings"
	"sync"

	"verbatim/knowledge/lexicon/form"
)

// memo remembers what a pure function gave for single words, of which texts
// use the same over and over. What it gives is shared: read it only. It
// forgets all when it is full.
type memo[T any] struct {
	of   func(string) T
	mu   sync.RWMutex
	seen map[string]T
}

// The words that a memo remembers, and their length in bytes, are bounded.
const (
	rememberedWords  = 1 << 15
	rememberedLength = 40
)

func (m *memo[T]) get(word string) T {
	m.mu.RLock()
	found, ok := m.seen[word]
	m.mu.RUnlock()
	if ok {
		return found
	}
	found = m.of(word)
	if len(word) > rememberedLength {
		return found
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.seen == nil || len(m.seen) >= rememberedWords {
		m.seen = make(map[string]T, 256)
	}
	m.seen[strings.Clone(word)] = found
	return found
}

// looked is what was looked up for a word.
type looked struct {
	found   []Equivalent // of no spare capacity, so that nobody adds to it
	guessed bool
}

var (
	englishStem = &memo[string]{of: form.EnglishStem}
	frenchStem  = &memo[string]{of: form.FrenchStem}

	// What they give is shared: it must not be changed.
	englishPieces = &memo[[]string]{of: form.Split}
	frenchPieces  = &memo[[]string]{of: form.SplitFrench}
)
