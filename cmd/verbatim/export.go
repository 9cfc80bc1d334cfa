package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"verbatim/bot"
	"verbatim/bot/page"
)

// maxAsked bounds the questions of one page.
const maxAsked = 200

type exportCmd struct {
	HTML      bool   `name:"html" xor:"form" required:"" help:"Write one self-contained HTML page."`
	Markdown  bool   `xor:"form" required:"" help:"Write Markdown."`
	Language  string `enum:"fr,en," default:"" help:"Language of the page's own words: fr or en; that of the terminal where it is left out."`
	Questions string `help:"Add the answers to these questions, one a line." placeholder:"FILE"`
	Article   string `arg:"" help:"The article's id."`
	File      string `arg:"" optional:"" help:"Where to write; standard output where it is left out, or -."`
}

func (exportCmd) Help() string {
	return `The page holds the article with its sentences numbered, a summary of its own sentences and, where one is stored, its translation. No model is called.

Example:

    verbatim export --html ID page.html
    verbatim export --html --language en --questions questions.txt ID page.html`
}

func (c *exportCmd) Run(ctx context.Context, p *program) error {
	language := c.Language
	if language == "" {
		language = p.config.Locale
	}
	if language == "" {
		language = "fr"
	}
	asked, err := c.asked()
	if err != nil {
		return err
	}
	return p.withBot(ctx, func(b *bot.Bot) error {
		d, err := c.document(ctx, p, b, language, asked)
		if err != nil {
			return err
		}
		write := page.HTML
		if c.Markdown {
			write = page.Markdown
		}
		var made bytes.Buffer
		if err := write(&made, d); err != nil {
			return err
		}
		if c.File == "" || c.File == "-" {
			_, err := p.stdout.Write(made.Bytes())
			return err
		}
		if err := replaceFile(c.File, made.Bytes()); err != nil {
			return err
		}
		return p.printer().Line(fmt.Sprintf("wrote %s (%d kB)", c.File, (made.Len()+999)/1000))
	})
}

// document is what the page shows; the bot has no model, so it costs nothing.
func (c *exportCmd) document(ctx context.Context, p *program, b *bot.Bot, language string, asked []string) (page.Document, error) {
	model, err := p.modelName(ctx)
	if err != nil {
		return page.Document{}, err
	}
	d, err := page.Collect(ctx, b, bot.Global, c.Article, language, model)
	if err != nil {
		return page.Document{}, err
	}
	for _, q := range asked {
		a, err := b.Ask(ctx, bot.Question{Text: q, Article: d.Article.ID, Locale: language})
		if err != nil {
			return page.Document{}, err
		}
		d.Questions = append(d.Questions, a)
	}
	return d, nil
}

// modelName is the model whose stored translations are looked for: the one
// that is named, also where no server is; else the server's first.
func (p *program) modelName(ctx context.Context) (string, error) {
	if p.config.OpenAIModel != "" || !p.config.modelOn() {
		return p.config.OpenAIModel, nil
	}
	m, err := p.newModel(ctx)
	if err != nil {
		return "", err
	}
	return m.Name(), nil
}

// asked reads the questions, blank lines left out.
func (c *exportCmd) asked() ([]string, error) {
	if c.Questions == "" {
		return nil, nil
	}
	f, err := os.Open(c.Questions)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(f, maxAsked*4*bot.MaxQuestion))
	if err != nil {
		return nil, err
	}
	var asked []string
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" {
			asked = append(asked, line)
		}
	}
	if len(asked) > maxAsked {
		return nil, &usageError{text: fmt.Sprintf("%s has %d questions; the most is %d", c.Questions, len(asked), maxAsked)}
	}
	return asked, nil
}
