package main

import (
	"context"
	"fmt"

	"verbatim/bot"
)

type translateCmd struct {
	To       string `enum:"en" default:"en" help:"Language of the translation: en."`
	Sentence *int   `help:"One sentence alone, by its number." placeholder:"N"`
	DryRun   bool   `help:"Say what it would cost and translate nothing."`
	JSON     bool   `name:"json" help:"Print one JSON object."`
	Article  string `arg:"" optional:"" help:"The article's id; the one added last where it is left out."`
}

func (translateCmd) Help() string {
	return `It needs a language model: set OPENAI_API_KEY, or OPENAI_BASE_URL (free and local: Ollama).

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
	return p.withModel(ctx, func(b *bot.Bot) error {
		progress := p.progress()
		r := bot.TranslationRequest{Article: c.Article, Sentence: sentence, To: c.To, Progress: progress.report}
		if c.DryRun {
			return c.cost(ctx, p, b, r)
		}
		t, err := b.Translate(ctx, r)
		progress.done()
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
	_, err = fmt.Fprintf(p.stdout, "%s: %d sentences to translate, about %d tokens\n", article.ID, sentences, tokens)
	return err
}
