package main

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"verbatim/bot"
	"verbatim/knowledge/ingest"
)

type addCmd struct {
	JSON bool   `name:"json" help:"Print one JSON object."`
	What string `arg:"" name:"file|url|-" help:"A text or HTML file, an http(s) address, or - for standard input."`
}

func (addCmd) Help() string {
	return `Adding the same content again changes nothing.

Example:

    verbatim add article.txt
    curl -s https://example.org/article | verbatim add -`
}

func (c *addCmd) Run(ctx context.Context, p *program) error {
	m, err := c.material(ctx, p)
	if err != nil {
		return err
	}
	return p.withBot(ctx, func(b *bot.Bot) error {
		if m.URL != "" {
			fmt.Fprintf(p.stderr, "reading %s\n", oneLine(site(m.URL)))
		}
		added, err := b.Add(ctx, bot.Global, m)
		if err != nil {
			return err
		}
		for _, note := range added.Notes {
			fmt.Fprintf(p.stderr, "note: %s\n", oneLine(note.English))
		}
		if c.JSON {
			return writeJSON(p.stdout, addedOf(added))
		}
		return p.printer().Added(added)
	})
}

// material reads a file or standard input, one byte further than an article
// may be long, so that one that is too long is known as such.
func (c *addCmd) material(ctx context.Context, p *program) (bot.Material, error) {
	lower := strings.ToLower(c.What)
	switch {
	case c.What == "":
		return bot.Material{}, &usageError{text: "there is nothing to add", hint: "give a file, an http(s) address, or - for standard input"}
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"):
		return bot.Material{URL: c.What}, nil
	case c.What == "-":
		data, err := p.readStdin(ctx, maxPage+1)
		return bot.Material{Data: data}, err
	}
	f, err := os.Open(c.What)
	if err != nil {
		return bot.Material{}, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	data, err := io.ReadAll(io.LimitReader(f, maxPage+1))
	return bot.Material{Data: data, Name: filepath.Base(c.What)}, err
}

// maxPage bounds a file: a page is larger than the text that it holds.
const maxPage = 4 * ingest.MaxBytes

// site is an address without what it may hold of a password.
func site(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "the address"
	}
	return u.Redacted()
}
