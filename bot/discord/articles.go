package discord

import (
	"context"
	"fmt"
	"strings"

	"verbatim/bot"
	"verbatim/knowledge"
)

func listArticles(s *server, ctx context.Context, c *call) (result, error) {
	shelf := s.bot.Library.Seen(c.owner)
	used := s.channelArticle(ctx, c.interaction, c.owner)
	var lines []string
	if shelf.Sample {
		lines = append(lines, escape(bot.SampleNote(c.lang, howToAdd)))
	}
	for i := len(shelf.Articles) - 1; i >= 0; i-- {
		a := shelf.Articles[i]
		line := "- " + escapeInner(flat(brief(a.Title, 120))) + " (" + about(a, c.lang) + ") · `" + a.ID + "`"
		if a.ID == used {
			line += " · " + usedHere.In(c.lang)
		}
		lines = append(lines, line)
	}
	return result{messages: paged([]string{strings.Join(lines, "\n")}, "articles.md", c.lang)}, nil
}

// about is an article's agency, date and length: « ATS, octobre 2024, 30 phrases ».
func about(a *knowledge.Article, language string) string {
	var parts []string
	if a.Agency != "" {
		parts = append(parts, escapeInner(flat(a.Agency)))
	}
	if d := bot.DateText(a.Date, language); d != "" {
		parts = append(parts, escapeInner(d))
	}
	unit := bot.Text{French: "phrases", English: "sentences"}
	if len(a.Sentences) == 1 {
		unit = wordSentence
	}
	return strings.Join(append(parts, fmt.Sprintf("%d %s", len(a.Sentences), unit.In(language))), ", ")
}

func useArticle(s *server, ctx context.Context, c *call) (result, error) {
	if !c.mayManage() {
		return say(sayNotAllowed.In(c.lang))
	}
	typed := c.Data.text("article")
	if typed == "" {
		if err := s.bot.SetChannelArticle(ctx, c.ChannelID, ""); err != nil {
			return result{}, err
		}
		return say(sayUsesAll.In(c.lang))
	}
	a, err := s.find(c, typed)
	if err != nil {
		return result{}, err
	}
	if err := s.bot.SetChannelArticle(ctx, c.ChannelID, a.ID); err != nil {
		return result{}, err
	}
	title := escapeInner(flat(brief(a.Title, 120)))
	return say(bot.Text{
		French:  "Dans ce salon, les questions vont désormais à : " + title + " (" + about(a, "fr") + ").",
		English: "In this channel, questions now go to: " + title + " (" + about(a, "en") + ").",
	}.In(c.lang))
}

func addArticle(s *server, ctx context.Context, c *call) (result, error) {
	if !c.mayManage() {
		return say(sayNotAllowed.In(c.lang))
	}
	m, problem := material(c)
	if problem != nil {
		return result{}, problem
	}
	c.reply.tell(stageReading.In(c.lang))
	added, err := s.bot.Add(ctx, c.owner, m)
	if err != nil {
		return result{}, err
	}
	return say(addedText(added, c.lang))
}

// material is the one thing that was handed in.
func material(c *call) (bot.Material, error) {
	var all []bot.Material
	if u := strings.TrimSpace(c.Data.text("url")); u != "" {
		all = append(all, bot.Material{URL: u})
	}
	if t := c.Data.text("text"); strings.TrimSpace(t) != "" {
		all = append(all, bot.Material{Data: []byte(t)})
	}
	if f, ok := c.Data.Resolved.Attachments[c.Data.text("file")]; ok {
		file, err := f.material()
		if err != nil {
			return bot.Material{}, err
		}
		all = append(all, file)
	}
	if len(all) != 1 {
		return bot.Material{}, &bot.UserError{Text: bot.Text{
			French:  "Donnez soit une adresse, soit un fichier, soit un texte.",
			English: "give either an address, or a file, or a text",
		}}
	}
	return all[0], nil
}

func addedText(added bot.Added, language string) string {
	a := added.Article
	title := escapeInner(flat(brief(a.Title, 200)))
	text := bot.Text{
		French:  "Article ajouté : " + title + " (" + about(a, "fr") + ").",
		English: "Added: " + title + " (" + about(a, "en") + ").",
	}
	if !added.Added {
		text = bot.Text{
			French:  "Cet article est déjà là : " + title + " (" + about(a, "fr") + ").",
			English: "This article is here already: " + title + " (" + about(a, "en") + ").",
		}
	}
	out := text.In(language) + "\n-# `" + a.ID + "`"
	for _, n := range added.Notes {
		out += "\n-# " + escapeInner(flat(upright(n.In(language))))
	}
	return out
}

func removeArticle(s *server, ctx context.Context, c *call) (result, error) {
	if !c.mayManage() {
		return say(sayNotAllowed.In(c.lang))
	}
	a, err := s.find(c, c.Data.text("article"))
	if err != nil {
		return result{}, err
	}
	if err := s.bot.Library.Remove(ctx, c.owner, a.ID); err != nil {
		return result{}, err
	}
	title := escapeInner(flat(brief(a.Title, 200)))
	return say(bot.Text{French: "Article retiré : " + title + ".", English: "Removed: " + title + "."}.In(c.lang))
}
