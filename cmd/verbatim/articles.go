package main

import (
	"context"

	"verbatim/bot"
)

type articlesCmd struct {
	JSON bool `name:"json" help:"Print one JSON object."`
}

func (articlesCmd) Help() string {
	return `Example:

    verbatim articles`
}

func (c *articlesCmd) Run(ctx context.Context, p *program) (err error) {
	s, err := p.openStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close() //nolint:errcheck // it was only read
	holdings, err := s.Holdings(ctx)
	if err != nil {
		return err
	}
	if c.JSON {
		return writeJSON(p.stdout, listOf(holdings))
	}
	return p.printer().Holdings(holdings)
}

type showCmd struct {
	JSON    bool   `name:"json" help:"Print one JSON object."`
	Article string `arg:"" optional:"" help:"The article's id; the one added last where it is left out."`
}

func (showCmd) Help() string {
	return `Example:

    verbatim show ID`
}

func (c *showCmd) Run(ctx context.Context, p *program) error {
	return p.withBot(ctx, func(b *bot.Bot) error {
		a, err := b.Library.Seen(bot.Global).Find(c.Article)
		if err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(p.stdout, articleOf(a))
		}
		return p.printer().Article(a)
	})
}

type removeCmd struct {
	Article string `arg:"" help:"The article's id."`
}

func (removeCmd) Help() string {
	return `Example:

    verbatim remove ID`
}

func (c *removeCmd) Run(ctx context.Context, p *program) error {
	return p.withBot(ctx, func(b *bot.Bot) error {
		if err := b.Library.Remove(ctx, bot.Global, c.Article); err != nil {
			return err
		}
		return p.printer().Line("removed " + c.Article)
	})
}
