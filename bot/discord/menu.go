package discord

import (
	"context"
	"strings"
	"time"

	"verbatim/bot"
	"verbatim/knowledge"
	"verbatim/knowledge/language"
)

// The message commands, by their names in English.
const (
	menuAsk       = "Ask about this"
	menuCheck     = "Check against the article"
	menuTranslate = "Translate to English"
)

// opened is a message whose question is being typed.
type opened struct {
	bot.Material
	until time.Time
}

// aboutMessage asks for the question about a message, which is kept in memory
// meanwhile.
func aboutMessage(s *server, ctx context.Context, c *call) (result, error) {
	m, err := c.target()
	if err != nil {
		return result{}, err
	}
	s.menus.Add(c.Data.TargetID, opened{m, s.bot.Now().Add(bot.PrivateKept)})
	return result{}, c.reply.answer(ctx, modal(press{Verb: verbAbout, Language: c.lang, Page: c.Data.TargetID}, titleAbout.In(c.lang), c.lang))
}

// askAbout answers the question about a message: what the message holds is
// read, asked as an article, and not stored.
func askAbout(s *server, ctx context.Context, c *call) (result, error) {
	m, ok := s.menus.Get(c.press.Page)
	if !ok || s.bot.Now().After(m.until) {
		return say(sayMessageGone.In(c.lang))
	}
	question := c.Data.input(inputID)
	if l := language.OfQuestion(question); l != "" {
		c.lang = l
	}
	a, err := s.borrow(ctx, c, m.Material)
	if err != nil {
		return result{}, err
	}
	return s.ask(ctx, c, asked{text: question, article: a.ID})
}

// borrow reads what a message holds as an article that is found by its id for
// a while.
func (s *server) borrow(ctx context.Context, c *call, m bot.Material) (*knowledge.Article, error) {
	c.reply.tell(stageReading.In(c.lang))
	read, err := s.bot.Read(ctx, m)
	if err != nil {
		return nil, err
	}
	s.bot.Library.Lend(c.owner, bot.Person(c.asker()), read.Article)
	return read.Article, nil
}

// translateMessage translates a text at once, an article page by page.
func translateMessage(s *server, ctx context.Context, c *call) (result, error) {
	m, err := c.target()
	if err != nil {
		return result{}, err
	}
	if text := string(m.Data); m.URL == "" && len([]rune(text)) <= bot.MaxFreeText {
		return s.translateText(ctx, c, text, "en")
	}
	a, err := s.borrow(ctx, c, m)
	if err != nil {
		return result{}, err
	}
	return s.page(ctx, c, press{Verb: verbPage, Language: "en", Page: "0", Sources: []source{{Article: a.ID}}}, true)
}

// maxChecked bounds the sentences of a message that are compared.
const maxChecked = 5

// checkMessage compares a message with the articles, sentence by sentence.
func checkMessage(s *server, ctx context.Context, c *call) (result, error) {
	m, err := c.target()
	if err != nil {
		return result{}, err
	}
	read, err := s.bot.Read(ctx, m)
	if err != nil {
		return result{}, err
	}
	var said []string
	for _, sentence := range read.Article.Sentences {
		text := strings.TrimSpace(read.Article.Cut(sentence.Span))
		if len([]rune(text)) <= bot.MaxQuestion && strings.ContainsRune(text, ' ') {
			said = append(said, text)
		}
	}
	article := s.channelArticle(ctx, c.interaction, c.owner)
	var blocks []string
	for _, text := range said[:min(len(said), maxChecked)] {
		checked, err := s.bot.Check(ctx, bot.CheckRequest{Claim: text, Owner: c.owner, Asker: bot.Person(c.asker()), Article: article, Locale: c.lang})
		if err != nil {
			return result{}, err
		}
		checked.Language = c.lang
		blocks = append(blocks, s.verdict(&checked)...)
	}
	switch {
	case len(blocks) == 0:
		return say(sayNothingThere.In(c.lang))
	case len(said) > maxChecked:
		blocks = append(blocks, "-# "+sayFirstChecked.In(c.lang))
	}
	return result{messages: paged(blocks, fileAnswer.In(c.lang), c.lang)}, nil
}
