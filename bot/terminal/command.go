package terminal

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"verbatim/bot"
)

// command is what a slash command does with its words.
type command struct {
	name    string
	usage   string
	does    string
	article bool // it takes an article's id
	run     func(c *chat, ctx context.Context, words []string) error
}

// commands are in the order of /help, which is one of them.
func commands() []command {
	return []command{
		{"/summary", "[short|medium|long] [fr|en] [ID]", "the main points, each with its sentence", true, (*chat).summary},
		{"/translate", "[N] [ID]", "the article, or its sentence N, in English", true, (*chat).translate},
		{"/check", "CLAIM", "does the article say this?", false, (*chat).check},
		{"/articles", "", "the articles that are asked", false, (*chat).articles},
		{"/show", "[ID]", "an article with its sentences numbered", true, (*chat).show},
		{"/use", "[ID]", "ask this article alone; without ID, all of them again", true, (*chat).use},
		{"/help", "", "this list", false, (*chat).help},
		{"/quit", "", "end (as Ctrl-D)", false, nil},
	}
}

// command runs a slash command, and reports whether it ends the chat.
func (c *chat) command(ctx context.Context, words []string) (quit bool, err error) {
	name := strings.ToLower(words[0])
	if name == "/quit" || name == "/exit" {
		return true, nil
	}
	for _, k := range commands() {
		if k.name == name {
			return false, k.run(c, ctx, words[1:])
		}
	}
	return false, mistake("there is no "+fit(name, 40), "try /help")
}

// mistake is a message that was not understood.
func mistake(text, hint string) error {
	return &bot.UserError{Text: bot.Text{English: text, French: text}, Hint: bot.Text{English: hint, French: hint}}
}

func (c *chat) summary(ctx context.Context, words []string) error {
	r := bot.SummaryRequest{Article: c.article, Length: bot.Medium, Language: c.options.Locale}
	if r.Language == "" {
		r.Language = "fr"
	}
	for _, w := range words {
		switch l := strings.ToLower(w); l {
		case string(bot.Short), string(bot.Medium), string(bot.Long):
			r.Length = bot.Length(l)
		case "fr", "en":
			r.Language = l
		default:
			r.Article = w
		}
	}
	var a bot.Answer
	err := c.work(ctx, func(ctx context.Context, report func(bot.Stage)) (err error) {
		r.Progress = report
		a, err = c.bot.Summarize(ctx, r)
		return err
	})
	if err != nil {
		return err
	}
	return c.printer().Answer(a, false)
}

func (c *chat) check(ctx context.Context, words []string) error {
	if len(words) == 0 {
		return mistake("there is nothing to check", "try /check Moscou a démenti")
	}
	r := bot.CheckRequest{Claim: strings.Join(words, " "), Article: c.article, Locale: c.options.Locale}
	var done bot.Checked
	err := c.work(ctx, func(ctx context.Context, report func(bot.Stage)) (err error) {
		r.Progress = report
		done, err = c.bot.Check(ctx, r)
		return err
	})
	if err != nil {
		return err
	}
	return c.printer().Checked(done)
}

func (c *chat) translate(ctx context.Context, words []string) error {
	r := bot.TranslationRequest{Article: c.article, To: "en"}
	for _, w := range words {
		if n, err := strconv.Atoi(w); err == nil && n > 0 {
			r.Sentence = n
		} else {
			r.Article = w
		}
	}
	var t bot.Translation
	err := c.work(ctx, func(ctx context.Context, report func(bot.Stage)) (err error) {
		r.Progress = report
		t, err = c.bot.Translate(ctx, r)
		return err
	})
	if err != nil {
		return err
	}
	return c.printer().Translation(t)
}

func (c *chat) articles(context.Context, []string) error {
	shelf := c.bot.Library.Seen(bot.Global)
	if err := c.printer().Articles(shelf.Articles, c.article); err != nil {
		return err
	}
	if shelf.Sample {
		c.say("This is a sample; add an article with: verbatim add FILE\n")
	}
	return nil
}

func (c *chat) show(_ context.Context, words []string) error {
	a, err := c.bot.Library.Seen(bot.Global).Find(first(words, c.article))
	if err != nil {
		return err
	}
	return c.printer().Article(a)
}

func (c *chat) use(_ context.Context, words []string) error {
	if len(words) == 0 {
		c.article = ""
		c.say("All articles are asked.\n")
		return nil
	}
	a, err := c.bot.Library.Seen(bot.Global).Find(words[0])
	if err != nil {
		return err
	}
	c.article = a.ID
	return c.printer().Line("Asking " + a.ID + ": " + oneLine(a.Title))
}

func (c *chat) help(context.Context, []string) error {
	var b strings.Builder
	b.WriteString("Ask about the articles: the answer is their original sentences. Whether an article is right is not checked.\n")
	b.WriteString("Try: Combien de soldats ? · Who said so?\n")
	style := c.style()
	text := style.block("", "", b.String())
	for _, k := range commands() {
		usage := strings.TrimSpace(k.name + " " + k.usage)
		if style.Width > 0 && style.Width < 80 {
			text += style.block("  ", "  ", usage) + style.block("      ", "      ", k.does)
		} else {
			text += style.block(fmt.Sprintf("  %-44s ", usage), strings.Repeat(" ", 47), k.does)
		}
	}
	c.say(text)
	return nil
}

func first(words []string, standard string) string {
	if len(words) > 0 {
		return words[0]
	}
	return standard
}

// complete gives what the last word of a line can become.
func (c *chat) complete(line string) []string {
	words := strings.Split(line, " ")
	last := words[len(words)-1]
	var all []string
	if len(words) == 1 {
		for _, k := range commands() {
			all = append(all, k.name)
		}
	}
	for _, k := range commands() {
		if len(words) > 1 && k.name == words[0] && k.article {
			for _, a := range c.bot.Library.Seen(bot.Global).Articles {
				all = append(all, a.ID)
			}
		}
	}
	var out []string
	for _, w := range all {
		if last != "" && strings.HasPrefix(w, last) || last == "" && len(words) > 1 {
			out = append(out, w)
		}
	}
	return out
}
