package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"verbatim/bot"
)

type translateCmd struct {
	To       string `default:"en" help:"Language of the translation: en, checked in full; de, it, es, pt, nl, of which only length, quotation marks and figures are." placeholder:"en"`
	Sentence *int   `help:"One sentence alone, by its number." placeholder:"N"`
	DryRun   bool   `help:"Say what it would cost and translate nothing."`
	JSON     bool   `name:"json" help:"Print one JSON object."`
	Article  string `arg:"" optional:"" help:"The article's id; the one added last where it is left out."`
}

func (translateCmd) Help() string {
	return `It needs a language model: set OPENAI_API_KEY, or OPENAI_BASE_URL (free and local: Ollama).
What is translated is stored: interrupted, the same command goes on where it was.

Example:

    verbatim translate --sentence 3`
}

func (c *translateCmd) Run(ctx context.Context, p *program) error {
	sentence := 0 // all
	if c.Sentence != nil {
		sentence = *c.Sentence
	}
	if c.Sentence != nil && sentence < 1 {
		return &usageError{text: "--sentence must be a number from 1", hint: "verbatim show numbers the sentences"}
	}
	if !slices.Contains(bot.TranslationTargets(), c.To) {
		return &usageError{
			text: fmt.Sprintf("--to cannot be %q", c.To),
			hint: "articles are French; they are translated to " + strings.Join(bot.TranslationTargets(), ", "),
		}
	}
	return p.withModel(ctx, func(b *bot.Bot) error {
		progress := p.progress()
		r := bot.TranslationRequest{Article: c.Article, Sentence: sentence, To: c.To, Progress: progress.report}
		if c.DryRun {
			return c.cost(ctx, p, b, r)
		}
		t, err := b.Translate(ctx, r)
		progress.done()
		if errors.Is(err, context.Canceled) {
			return &failure{text: "interrupted", hint: "what was translated so far is stored; the same command goes on from there"}
		}
		if err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(p.stdout, translationOf(t))
		}
		return p.printer().Translation(t)
	})
}

func (c *translateCmd) cost(ctx context.Context, p *program, b *bot.Bot, r bot.TranslationRequest) error {
	article, err := b.Library.Seen(bot.Global).Find(c.Article)
	if err != nil {
		return err
	}
	sentences, tokens, err := b.TranslationCost(ctx, r)
	if err != nil {
		return err
	}
	if c.JSON {
		return writeJSON(p.stdout, costJSON{Article: article.ID, To: c.To, Sentences: sentences, Tokens: tokens})
	}
	if sentences == 0 {
		_, err = fmt.Fprintf(p.stdout, "%s: everything is translated and stored; it costs nothing\n", article.ID)
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "%s: %d sentences to translate, about %d tokens\n", article.ID, sentences, tokens)
	return err
}
