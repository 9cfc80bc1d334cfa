package bot

import (
	"context"
	"fmt"
	"sync"
)

// FakeModel is a [Model] for tests: it answers what Answer says, and keeps the
// calls. Its tokens are estimated.
type FakeModel struct {
	Answer func(ctx context.Context, call Call) (string, error)

	mu    sync.Mutex
	calls []Call
}

// Name is "fake".
func (m *FakeModel) Name() string { return "fake" }

// Provider is "localhost".
func (m *FakeModel) Provider() string { return "localhost" }

// Complete keeps the call and answers it.
func (m *FakeModel) Complete(ctx context.Context, call Call) (Completion, error) {
	m.mu.Lock()
	m.calls = append(m.calls, call)
	m.mu.Unlock()
	text, err := m.Answer(ctx, call)
	var u Usage
	for _, message := range call.Messages {
		u.Prompt += EstimateTokens(message.Text)
	}
	u.Completion = EstimateTokens(text)
	if call.Stream != nil && err == nil {
		call.Stream(text, false)
	}
	return Completion{Text: text, Usage: u}, err
}

// Calls are the calls so far.
func (m *FakeModel) Calls() []Call {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]Call(nil), m.calls...)
}

// FakeEmbedder is an [Embedder] for tests.
type FakeEmbedder func(texts []string) ([][]float32, error)

// EmbeddingName is "fake".
func (f FakeEmbedder) EmbeddingName() string { return "fake" }

// Embed gives what the function gives, for a token a text.
func (f FakeEmbedder) Embed(_ context.Context, texts []string) ([][]float32, Usage, error) {
	v, err := f(texts)
	return v, Usage{Prompt: len(texts)}, err
}

// FakeFetcher is a [Fetcher] for tests: pages by address.
type FakeFetcher map[string]Page

// Fetch returns the page of an address.
func (f FakeFetcher) Fetch(ctx context.Context, url string) (Page, error) {
	p, ok := f[url]
	if !ok {
		return Page{}, fmt.Errorf("%s: the site answers 404", url)
	}
	return p, nil
}
