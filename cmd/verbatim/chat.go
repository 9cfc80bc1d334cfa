package main

import (
	"context"

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
	return p.withWatch(ctx, func(b *bot.Bot) error {
		return terminal.Chat(ctx, b, p.stdin, p.stdout, terminal.Options{
			Plain: p.config.Plain, Locale: p.config.Locale, Explain: inWords,
		})
	})
}
