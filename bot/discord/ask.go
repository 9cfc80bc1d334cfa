package discord

import (
	"context"

	"verbatim/bot"
	"verbatim/knowledge"
	"verbatim/knowledge/language"
)

// asked is a question on its way.
type asked struct {
	text    string
	article string // as it was typed, "" for the channel's default
	before  []bot.Turn
}

func ask(s *server, ctx context.Context, c *call) (result, error) {
	return s.ask(ctx, c, asked{text: c.Data.text("question"), article: c.Data.text("article"), before: s.recall(c)})
}

// recall is the conversation of a direct message's channel; in a server every
// command stands alone.
func (s *server) recall(c *call) []bot.Turn {
	if c.GuildID != "" {
		return nil
	}
	return s.talk.Recall(channelKey(c.ChannelID))
}

func isPrivate(c *call) bool { return c.Data.flag("private") }

// ask answers a question of an interaction.
func (s *server) ask(ctx context.Context, c *call, q asked) (result, error) {
	locale := c.lang
	if l := language.OfQuestion(q.text); l != "" && !c.reply.ephemeral {
		c.lang = l // of all that the others see
	}
	article, err := s.chosen(ctx, c, q.article)
	if err != nil {
		return result{}, err
	}
	a, err := s.bot.Ask(ctx, bot.Question{
		Text: q.text, Owner: c.owner, Asker: bot.Person(c.asker()), Article: article, Locale: locale, Before: q.before,
		Private: c.reply.ephemeral, Progress: c.progress(growth{language: c.lang}),
	})
	if err != nil {
		return result{}, err
	}
	h := shown{Private: isPrivate(c) || c.Type == typeModal && c.reply.ephemeral, Locale: locale, Article: article, Thread: c.hasThreads() && !c.reply.ephemeral, Provider: s.provider(), Now: s.bot.Now()}
	return result{messages: answerMessages(&a, h), after: func(last string) { s.remember(c, &a, q.before, last) }}, nil
}

// provider is the host that sees questions, "" where none does.
func (s *server) provider() string {
	if s.bot.Model == nil {
		return ""
	}
	return s.bot.Model.Provider()
}

// remember keeps a turn under the message that answered, and in direct
// messages under the channel.
func (s *server) remember(c *call, a *bot.Answer, before []bot.Turn, message string) {
	keep := bot.ConversationKept
	if c.reply.ephemeral {
		keep = bot.PrivateKept
	}
	asker, t := bot.Person(c.asker()), turnOf(a)
	for _, old := range before {
		s.talk.Remember(messageKey(message), asker, old, keep)
	}
	s.talk.Remember(messageKey(message), asker, t, keep)
	if c.GuildID == "" && !c.reply.ephemeral {
		s.talk.Remember(channelKey(c.ChannelID), asker, t, keep)
	}
}

func turnOf(a *bot.Answer) bot.Turn {
	t := bot.Turn{Question: a.Question, Answer: a.Text, Claims: a.Claims, Citations: a.Citations}
	for _, article := range articlesOf(a.Citations) {
		t.Articles = append(t.Articles, article.ID)
	}
	return t
}

func messageKey(id string) string { return "message:" + id }
func channelKey(id string) string { return "channel:" + id }

// chosen is the id of the article to ask: the one that was typed, else the
// channel's default as far as the asker sees it, else "" for all.
func (s *server) chosen(ctx context.Context, c *call, typed string) (string, error) {
	if typed != "" {
		a, err := s.find(c, typed)
		if err != nil {
			return "", err
		}
		return a.ID, nil
	}
	return s.channelArticle(ctx, c.interaction, c.owner), nil
}

// find is the article with this id, or the only one whose title fits: somebody
// may type a title and pick no suggestion.
func (s *server) find(c *call, typed string) (*knowledge.Article, error) {
	shelf := s.bot.Library.Seen(c.owner)
	a, err := shelf.Find(typed)
	if err == nil {
		return a, nil
	}
	if fits := typedArticles(shelf.Articles, typed, 2); len(fits) == 1 {
		return fits[0], nil
	}
	return nil, err
}

// channelArticle is the default article of the channel of an interaction.
func (s *server) channelArticle(ctx context.Context, i *interaction, owner bot.Owner) string {
	if i.Channel != nil {
		s.channels.Add(i.ChannelID, *i.Channel)
	}
	return s.defaultArticle(ctx, i.ChannelID, owner)
}

// defaultArticle is a channel's default article, of a thread that of its
// channel where it has none; "" where none is set or it is not there any more.
func (s *server) defaultArticle(ctx context.Context, channel string, owner bot.Owner) string {
	id, err := s.bot.ChannelArticle(ctx, channel)
	if known, ok := s.channels.Get(channel); id == "" && err == nil && ok && known.thread() {
		id, err = s.bot.ChannelArticle(ctx, known.ParentID)
	}
	if err != nil {
		s.log.Warn("a channel's article could not be read", "error", err)
		return ""
	}
	if id == "" {
		return ""
	}
	if _, err := s.bot.Library.Seen(owner).Find(id); err != nil {
		return ""
	}
	return id
}

func summarize(s *server, ctx context.Context, c *call) (result, error) {
	if l := c.Data.text("language"); l != "" {
		c.lang = l
	}
	return s.summarize(ctx, c, c.Data.text("article"), bot.Length(c.Data.text("length")))
}

// summarize sums up an article in the language of the call.
func (s *server) summarize(ctx context.Context, c *call, typed string, length bot.Length) (result, error) {
	article, err := s.chosen(ctx, c, typed)
	if err != nil {
		return result{}, err
	}
	a, err := s.bot.Summarize(ctx, bot.SummaryRequest{
		Owner: c.owner, Asker: bot.Person(c.asker()), Article: article, Length: length, Language: c.lang, Progress: c.progress(growth{language: c.lang, bullets: true}),
	})
	if err != nil {
		return result{}, err
	}
	h := shown{Bullets: true, Article: article, Thread: c.hasThreads() && !c.reply.ephemeral, Now: s.bot.Now()}
	a.Question = summaryQuestion.In(c.lang)
	return result{messages: answerMessages(&a, h), after: func(last string) { s.remember(c, &a, nil, last) }}, nil
}
