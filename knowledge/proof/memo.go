package proof

import (
	"strings"
	"sync"

	"verbatim/knowledge/lexicon/form"
)

// memo remembers what a pure function gave: articles and the lexicon use the
// same words over and over. It forgets all when it is full.
type memo struct {
	of   func(string) string
	mu   sync.RWMutex
	seen map[string]string
}

// memoSize bounds a memo, in words.
const memoSize = 1 << 14

var (
	frenchStems  = &memo{of: form.FrenchStem}
	englishStems = &memo{of: form.EnglishStem}
)

func (m *memo) get(word string) string {
	m.mu.RLock()
	stem, ok := m.seen[word]
	m.mu.RUnlock()
	if ok {
		return stem
	}
	stem = m.of(word)
	if len(word) > 40 {
		return stem // no word of the language
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.seen == nil || len(m.seen) >= memoSize {
		m.seen = make(map[string]string, 256)
	}
	m.seen[strings.Clone(word)] = stem
	return stem
}
