package main

import (
	"context"
	"errors"
	"sync"
	"time"

	"verbatim/bot"
	"verbatim/bot/store"
	"verbatim/bot/terminal"
)

func (p *program) openStore(ctx context.Context) (*store.Store, error) {
	if p.config.DataDir == "" {
		return nil, &usageError{text: "there is no folder for the articles", hint: "set VERBATIM_DATA to one"}
	}
	return store.Open(ctx, p.config.DataDir)
}

// withBot runs do with a bot over the store, and closes what it opened.
func (p *program) withBot(ctx context.Context, do func(*bot.Bot) error) (err error) {
	s, err := p.openStore(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	b, err := p.newBot(ctx, s)
	if err != nil {
		return err
	}
	return do(b)
}

// withModel does the same with the language model, where one is configured.
func (p *program) withModel(ctx context.Context, do func(*bot.Bot) error) error {
	return p.withBot(ctx, func(b *bot.Bot) error {
		m, err := p.newModel(ctx)
		if err != nil {
			return err
		}
		if m != nil {
			b.Model = m
			if p.config.EmbeddingModel != "" {
				b.Embedder = m
			}
		}
		return do(b)
	})
}

// withWatch does the same while the library follows what other processes do
// to the store.
func (p *program) withWatch(ctx context.Context, do func(*bot.Bot) error) error {
	return p.withModel(ctx, func(b *bot.Bot) error {
		ctx, stop := context.WithCancel(ctx)
		var watching sync.WaitGroup
		watching.Go(func() { b.Library.Watch(ctx, p.log) })
		defer watching.Wait()
		defer stop()
		return do(b)
	})
}

func (p *program) newBot(ctx context.Context, s bot.Store) (*bot.Bot, error) {
	library, err := bot.OpenLibrary(ctx, s, time.Now)
	if err != nil {
		return nil, err
	}
	return &bot.Bot{
		Library: library,
		Store:   s,
		Fetcher: p.newFetcher(),
		Log:     p.log,
		Now:     time.Now,
		Config: bot.Config{
			ModelTimeout:     p.config.ModelTimeout,
			SecondLook:       p.config.SecondLook,
			DailyTokens:      p.config.DailyTokens,
			DailyTokensTotal: p.config.DailyTokensTotal,
		},
	}, nil
}

// printer writes for people on standard output.
func (p *program) printer() *terminal.Printer {
	return terminal.NewPrinter(p.stdout, terminal.Detect(p.stdout, p.config.Plain))
}
