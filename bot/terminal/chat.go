package terminal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"verbatim/bot"
)

// Options are how a chat looks.
type Options struct {
	Plain  bool   // no bold, no dim
	Locale string // "fr", "en" or "": language of answers where a question does not tell
	// Explain is what a person reads of an error, and what to do about it.
	Explain func(error) (text, hint string)
}

// maxTurns is how much of a conversation is kept for follow-ups.
const maxTurns = 6

// chat is one conversation.
type chat struct {
	bot     *bot.Bot
	options Options
	out     io.Writer
	keys    *keyboard
	typing  bool // somebody types, in a terminal
	style   func() Style

	article string // asked alone; "" asks all
	before  []bot.Turn
}

// Chat holds a conversation until the input ends, /quit, or the context does.
// Between two terminals lines can be edited, Ctrl-C stops an answer and, on an
// empty line, the chat; else every line of input is one message and nothing
// but the answers is written.
func Chat(ctx context.Context, b *bot.Bot, in io.Reader, out io.Writer, o Options) error {
	c := &chat{bot: b, options: o, out: out, typing: Is(in) && Is(out), style: func() Style { return Detect(out, o.Plain) }}
	if c.typing {
		restore, err := raw(in)
		if err != nil {
			return err
		}
		defer restore()
		c.out = Returns(out)
	}
	c.keys = newKeyboard(in, c.typing, ctx.Done())
	defer c.keys.close()
	return c.converse(ctx, c.lines(out))
}

func (c *chat) lines(out io.Writer) lines {
	if !c.typing {
		return piped{bufio.NewReader(c.keys)}
	}
	e := newEditor(c.keys, out, c.style(), c.complete)
	e.size = func() (int, int) { return size(out) }
	return e
}

func (c *chat) converse(ctx context.Context, lines lines) error {
	if c.typing {
		c.say(c.greeting())
	}
	for {
		line, err := lines.next()
		if c.typing && (errors.Is(err, io.EOF) || errors.Is(err, errStopped)) {
			c.say("\n") // off the prompt
		}
		switch {
		case errors.Is(err, errLongLine):
			c.say(fmt.Sprintf("A line may have at most %d bytes.\n", maxLine))
			continue
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errStopped):
			return ctx.Err()
		case err != nil:
			return err
		}
		if line = strings.TrimSpace(Clean(line)); line == "" {
			continue
		}
		if quit := c.message(ctx, line); quit {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

func (c *chat) greeting() string {
	shelf := c.bot.Library.Seen(bot.Global)
	about := count(len(shelf.Articles), "article")
	if shelf.Sample {
		about = "no article added yet, so a sample answers"
	}
	return fmt.Sprintf("Ask about French news articles (%s). /help tells more, Ctrl-D ends.\n\n", about)
}

// message answers one line, and reports whether it ends the chat.
func (c *chat) message(ctx context.Context, line string) (quit bool) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var err error
	if strings.HasPrefix(line, "/") {
		quit, err = c.command(ctx, strings.Fields(line))
	} else {
		err = c.question(ctx, line)
	}
	switch {
	case err != nil && ctx.Err() == nil && !errors.Is(err, context.Canceled):
		c.complain(err)
	case errors.Is(err, context.Canceled):
		c.say("stopped\n")
	}
	if !quit {
		c.say("\n")
	}
	return quit
}

// work runs do while Ctrl-C stops it and a line tells how far it is.
func (c *chat) work(ctx context.Context, do func(ctx context.Context, report func(bot.Stage)) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var report func(bot.Stage)
	if c.typing && c.bot.Model != nil {
		report = c.status
	}
	end := c.keys.watch(cancel)
	err := do(ctx, report)
	end()
	if report != nil {
		c.say("\r\x1b[K")
	}
	return err
}

// status shows a stage in place of the one before.
func (c *chat) status(s bot.Stage) {
	c.say("\r\x1b[K" + c.style().styled(dim(doing(s)+" … (Ctrl-C stops)")))
}

// doing is a stage in words.
func doing(s bot.Stage) string {
	switch {
	case s.Name == bot.StageWriting && s.Total > 0:
		return fmt.Sprintf("writing part %d of %d", s.Done+1, s.Total)
	case s.Name == bot.StageWriting && s.Done > 0:
		return "writing, " + count(s.Done, "claim") + " so far"
	case s.Name == bot.StageChecking && s.Total > 0:
		return "checking " + count(s.Total, "claim")
	case s.Total > 0:
		return fmt.Sprintf("%s %d of %d", s.Name, s.Done, s.Total)
	}
	return string(s.Name)
}

func (c *chat) question(ctx context.Context, text string) error {
	var a bot.Answer
	err := c.work(ctx, func(ctx context.Context, report func(bot.Stage)) (err error) {
		a, err = c.bot.Ask(ctx, bot.Question{Text: text, Article: c.article, Locale: c.options.Locale, Before: c.before, Progress: report})
		return err
	})
	if err != nil {
		return err
	}
	c.remember(a)
	return c.printer().Answer(a, false)
}

// remember keeps a turn for follow-ups.
func (c *chat) remember(a bot.Answer) {
	t := bot.Turn{Question: a.Question, Answer: a.Text}
	seen := map[string]bool{}
	for _, cited := range a.Citations {
		if id := cited.Article.ID; !seen[id] {
			seen[id] = true
			t.Articles = append(t.Articles, id)
		}
	}
	c.before = append(c.before, t)
	if len(c.before) > maxTurns {
		c.before = c.before[1:]
	}
}

func (c *chat) printer() *Printer { return NewPrinter(c.out, c.style()) }

// say writes; output that is gone shows up in the next read.
func (c *chat) say(text string) { _, _ = io.WriteString(c.out, text) }

func (c *chat) complain(err error) {
	text, hint := c.options.Explain(err)
	c.say(Clean(text) + "\n")
	if hint != "" {
		c.say("hint: " + Clean(hint) + "\n")
	}
}
