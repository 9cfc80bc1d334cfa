package main

import (
	"context"
	"sync"

	"verbatim/bot"
	"verbatim/bot/terminal"
)

type chatCmd struct{}

func (chatCmd) Help() string {
	return `Type a question, or /help. Lines may also come through a pipe.

Example:

    verbatim chat
    echo "Combien de soldats ?" | verbatim chat`
}

func (chatCmd) Run(ctx context.Context, p *program) error {
	return p.withModel(ctx, func(b *bot.Bot) error {
		watch, stop := context.WithCancel(ctx)
		var watching sync.WaitGroup
		watching.Go(func() { b.Library.Watch(watch, p.log) })
		defer watching.Wait()
		defer stop()
		return terminal.Chat(ctx, b, p.stdin, p.stdout, terminal.Options{
			Plain: p.config.Plain, Locale: p.config.Locale, Explain: inWords,
		})
	})
}
