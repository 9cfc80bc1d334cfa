package bot

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"
)

// MemoryStore is a [Store] that forgets when the program ends: for tests, and
// for whoever wants nothing kept.
type MemoryStore struct {
	mu           sync.Mutex
	holdings     []Holding
	revision     int64
	settings     map[[2]string]string // by scope and name
	translations map[TranslationKey]string
	vectors      map[[2]string][]float32 // by model and text
	tokens       map[spending]int
	counts       map[string]map[string]int // by day and name
	usage        map[string]Usage          // by day
	gaps         []Gap
	health       Health
}

// spending is whose tokens of which day.
type spending struct {
	day   string
	owner Owner
}

// NewMemoryStore returns an empty store.
func NewMemoryStore() *MemoryStore {
	return &MemoryStore{
		settings:     map[[2]string]string{},
		translations: map[TranslationKey]string{},
		vectors:      map[[2]string][]float32{},
		tokens:       map[spending]int{},
		counts:       map[string]map[string]int{},
		usage:        map[string]Usage{},
	}
}

// PutArticle stores an article; added is false where the owner has it already.
func (m *MemoryStore) PutArticle(_ context.Context, h Holding) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.find(h.Owner, h.Article.ID) >= 0 {
		return false, nil
	}
	m.holdings = append(m.holdings, h)
	m.revision++
	return true, nil
}

// RemoveArticle takes an article out.
func (m *MemoryStore) RemoveArticle(_ context.Context, owner Owner, id string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	i := m.find(owner, id)
	if i < 0 {
		return fmt.Errorf("article %q: %w", id, ErrNotFound)
	}
	m.holdings = slices.Delete(m.holdings, i, i+1)
	m.revision++
	return nil
}

// find is the position of an owner's article, -1 where there is none; m.mu is held.
func (m *MemoryStore) find(owner Owner, id string) int {
	return slices.IndexFunc(m.holdings, func(h Holding) bool { return h.Owner == owner && h.Article.ID == id })
}

// Holdings are all articles, in the order in which they were put.
func (m *MemoryStore) Holdings(context.Context) ([]Holding, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.holdings), nil
}

// Revision counts the articles that were put and removed.
func (m *MemoryStore) Revision(context.Context) (int64, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.revision, nil
}

// Touch changes the revision.
func (m *MemoryStore) Touch(context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.revision++
	return nil
}

// Setting is a setting of a scope.
func (m *MemoryStore) Setting(_ context.Context, scope, name string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.settings[[2]string{scope, name}], nil
}

// SetSetting sets it; an empty value unsets it.
func (m *MemoryStore) SetSetting(_ context.Context, scope, name, value string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if value == "" {
		delete(m.settings, [2]string{scope, name})
		return nil
	}
	m.settings[[2]string{scope, name}] = value
	return nil
}

// Translations returns the translations that are stored, by key.
func (m *MemoryStore) Translations(_ context.Context, keys []TranslationKey) (map[TranslationKey]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := map[TranslationKey]string{}
	for _, k := range keys {
		if text, ok := m.translations[k]; ok {
			out[k] = text
		}
	}
	return out, nil
}

// PutTranslations stores translations.
func (m *MemoryStore) PutTranslations(_ context.Context, translations map[TranslationKey]string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	maps.Copy(m.translations, translations)
	return nil
}

// Vectors returns the vectors that are stored of texts.
func (m *MemoryStore) Vectors(_ context.Context, model string, texts []string) (map[string][]float32, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := map[string][]float32{}
	for _, t := range texts {
		if v, ok := m.vectors[[2]string{model, t}]; ok {
			out[t] = v
		}
	}
	return out, nil
}

// PutVectors stores vectors by text.
func (m *MemoryStore) PutVectors(_ context.Context, model string, vectors map[string][]float32) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for t, v := range vectors {
		m.vectors[[2]string{model, t}] = v
	}
	return nil
}

// AddTokens adds to what an owner spent on a day.
func (m *MemoryStore) AddTokens(_ context.Context, day string, owner Owner, u Usage) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tokens[spending{day, owner}] += u.Total()
	all := m.usage[day]
	all.Add(u)
	m.usage[day] = all
	return nil
}

// Tokens is what an owner spent on a day, a guild with its members, and what
// all spent together.
func (m *MemoryStore) Tokens(_ context.Context, day string, owner Owner) (own, total int, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for s, n := range m.tokens {
		if s.day != day {
			continue
		}
		total += n
		if s.owner == owner || owner != Global && strings.HasPrefix(string(s.owner), string(owner)+"/") {
			own += n
		}
	}
	return own, total, nil
}

// Count adds to the counts of a day.
func (m *MemoryStore) Count(_ context.Context, day string, counts map[string]int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.counts[day] == nil {
		m.counts[day] = map[string]int{}
	}
	for name, n := range counts {
		m.counts[day][name] += n
	}
	return nil
}

// Counts are the days from since on, newest first.
func (m *MemoryStore) Counts(_ context.Context, since string) ([]DayCounts, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	days := map[string]bool{}
	for day := range m.counts {
		days[day] = day >= since
	}
	for day := range m.usage {
		days[day] = day >= since
	}
	var out []DayCounts
	for _, day := range slices.Backward(slices.Sorted(maps.Keys(days))) {
		if days[day] {
			out = append(out, DayCounts{Day: day, Counts: maps.Clone(m.counts[day]), Tokens: m.usage[day]})
		}
	}
	return out, nil
}

// AddGap keeps a question that found no answer.
func (m *MemoryStore) AddGap(_ context.Context, g Gap) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.gaps = append(m.gaps, g)
	return nil
}

func (m *MemoryStore) Gaps(_ context.Context, owner Owner, since time.Time, limit int) ([]Gap, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []Gap
	for _, g := range slices.Backward(m.gaps) {
		if g.Owner == owner && !g.At.Before(since) && len(out) < limit {
			out = append(out, g)
		}
	}
	return out, nil
}

// ForgetGaps takes an owner's out.
func (m *MemoryStore) ForgetGaps(_ context.Context, owner Owner) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.gaps = slices.DeleteFunc(m.gaps, func(g Gap) bool { return g.Owner == owner })
	return nil
}

// Purge takes out what was kept long enough.
func (m *MemoryStore) Purge(_ context.Context, now time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.gaps = slices.DeleteFunc(m.gaps, func(g Gap) bool { return g.At.Before(now.Add(-GapsKept)) })
	oldest := now.UTC().Add(-StatsKept).Format(time.DateOnly)
	maps.DeleteFunc(m.counts, func(day string, _ map[string]int) bool { return day < oldest })
	maps.DeleteFunc(m.usage, func(day string, _ Usage) bool { return day < oldest })
	maps.DeleteFunc(m.tokens, func(s spending, _ int) bool { return s.day < oldest })
	return nil
}

// SetHealth keeps the running bot's state.
func (m *MemoryStore) SetHealth(_ context.Context, h Health) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.health = h
	return nil
}

// Health is what was kept last, zero where nothing was.
func (m *MemoryStore) Health(context.Context) (Health, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.health, nil
}

// Close does nothing: a closed memory is still read in tests.
func (m *MemoryStore) Close() error { return nil }
