package main

import (
	"context"
	"strings"

	"verbatim/bot"
)

type checkCmd struct {
	Article string   `help:"Hold it against this article alone (its id)." placeholder:"ID"`
	JSON    bool     `name:"json" help:"Print one JSON object."`
	Claim   []string `arg:"" help:"The claim, in French or English."`
}

func (checkCmd) Help() string {
	return `Says supported, contradicted or not stated, with the sentences and the reason. Several words are one claim.

Example:

    verbatim check "North Korea sent 12,000 soldiers to Russia"`
}

type checkedJSON struct {
	Claim     string           `json:"claim"`
	Language  string           `json:"language"`
	Verdict   bot.CheckVerdict `json:"verdict"`
	Speaker   string           `json:"speaker"`
	Reasons   []string         `json:"reasons"`
	Citations []citationJSON   `json:"citations"`
	Mode      bot.Mode         `json:"mode"`
	Model     string           `json:"model"`
	Sample    bool             `json:"sample"`
	Warning   string           `json:"warning"`
	Usage     bot.Usage        `json:"usage"`
	ElapsedMS int64            `json:"elapsed_ms"`
}

func (c *checkCmd) Run(ctx context.Context, p *program) error {
	return p.withModel(ctx, func(b *bot.Bot) error {
		progress := p.progress()
		r := bot.CheckRequest{Claim: strings.Join(c.Claim, " "), Article: c.Article, Locale: p.config.Locale, Progress: progress.report}
		done, err := b.Check(ctx, r)
		progress.done()
		if err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(p.stdout, checkedOf(done))
		}
		return p.printer().Checked(done)
	})
}

func checkedOf(c bot.Checked) checkedJSON {
	return checkedJSON{
		Claim: c.Claim, Language: c.Language, Verdict: c.Verdict, Speaker: c.Speaker, Reasons: same(c.Reasons),
		Citations: each(c.Citations, citationOf), Mode: c.Mode, Model: c.Model, Sample: c.Sample, Warning: c.Warning,
		Usage: c.Usage, ElapsedMS: c.Elapsed.Milliseconds(),
	}
}
