package main

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"verbatim/bot"
)

type askCmd struct {
	Article  string   `help:"Ask this article alone (its id)." placeholder:"ID"`
	JSON     bool     `name:"json" help:"Print one JSON object."`
	Explain  bool     `help:"Say how each claim was proved, and what was kept back and why."`
	Question []string `arg:"" help:"The question, in French or English; - reads it from standard input."`
}

func (askCmd) Help() string {
	return `Several words are one question.

Example:

    verbatim ask "Combien de soldats ?"
    verbatim ask --article ID --json How many soldiers were sent`
}

func (c *askCmd) Run(ctx context.Context, p *program) error {
	text, err := c.text(ctx, p)
	if err != nil {
		return err
	}
	return p.withModel(ctx, func(b *bot.Bot) error {
		progress := p.progress()
		a, err := b.Ask(ctx, bot.Question{Text: text, Article: c.Article, Locale: p.config.Locale, Progress: progress.report})
		progress.done()
		if err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(p.stdout, answerOf(a))
		}
		return p.printer().Answer(a, c.Explain)
	})
}

// text is the question, checked here so that a bad one counts as misuse.
func (c *askCmd) text(ctx context.Context, p *program) (string, error) {
	text := strings.Join(c.Question, " ")
	if text == "-" {
		data, err := p.readStdin(ctx, utf8.UTFMax*(bot.MaxQuestion+1))
		if err != nil {
			return "", err
		}
		text = string(data)
	}
	text = strings.TrimSpace(text)
	switch n := utf8.RuneCountInString(text); {
	case n == 0:
		return "", &usageError{text: "the question is empty", hint: `try: verbatim ask "Combien de soldats ?"`}
	case n > bot.MaxQuestion:
		return "", &usageError{
			text: fmt.Sprintf("the question has more than %d characters", bot.MaxQuestion),
			hint: "ask something shorter; to add a text, use: verbatim add -",
		}
	}
	return text, nil
}
