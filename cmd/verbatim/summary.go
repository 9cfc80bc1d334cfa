package main

import (
	"context"

	"verbatim/bot"
)

type summaryCmd struct {
	Length  string `enum:"short,medium,long" default:"medium" help:"How long: short (3 points), medium (5) or long (8 to 10)."`
	To      string `enum:"fr,en" default:"fr" help:"Language of the summary: fr or en."`
	JSON    bool   `name:"json" help:"Print one JSON object."`
	Article string `arg:"" optional:"" help:"The article's id; the one added last where it is left out."`
}

func (summaryCmd) Help() string {
	return `Example:

    verbatim summary --length short --to en`
}

func (c *summaryCmd) Run(ctx context.Context, p *program) error {
	return p.withModel(ctx, func(b *bot.Bot) error {
		progress := p.progress()
		a, err := b.Summarize(ctx, bot.SummaryRequest{
			Article: c.Article, Length: bot.Length(c.Length), Language: c.To, Progress: progress.report,
		})
		progress.done()
		if err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(p.stdout, answerOf(a))
		}
		return p.printer().Answer(a, false)
	})
}
