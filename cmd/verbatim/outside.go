package main

import (
	"context"

	"verbatim/bot"
	"verbatim/bot/fetch"
	"verbatim/bot/model"
)

func (p *program) newFetcher() bot.Fetcher {
	return fetch.New(fetch.Options{Loopback: p.config.FetchLoopback, Log: p.log})
}

// newModel is the language model, nil where none is configured.
func (p *program) newModel(ctx context.Context) (*model.Client, error) {
	if !p.config.modelOn() {
		return nil, nil
	}
	return model.New(ctx, model.Options{
		APIKey:      p.config.OpenAIKey,
		BaseURL:     p.config.OpenAIBaseURL,
		Model:       p.config.OpenAIModel,
		Embedding:   p.config.EmbeddingModel,
		Concurrency: p.config.ModelConcurrency,
		Log:         p.log,
	})
}
