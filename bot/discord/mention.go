package discord

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"verbatim/bot"
	"verbatim/knowledge/language"
)

const typingEvery = 8 * time.Second // Discord shows it for ten

// hear answers a message that is meant for the bot: in a direct message, with
// a mention, or in a reply that pings a message of the bot.
func (s *server) hear(m *heard) {
	me := s.me()
	if m.Author.Bot || m.WebhookID != "" || m.Author.ID == me || me == "" {
		return
	}
	mentioned := slices.ContainsFunc(m.Mentions, func(u user) bool { return u.ID == me })
	if m.GuildID != "" && !mentioned {
		return
	}
	text := strings.TrimSpace(strings.NewReplacer("<@"+me+">", " ", "<@!"+me+">", " ").Replace(m.Content))
	l := &listening{server: s, heard: m, text: text, owner: bot.Person(m.Author.ID), telling: newTelling()}
	if m.GuildID != "" {
		l.owner = bot.Guild(m.GuildID)
	}
	s.add(&job{
		name: "message", run: func(ctx context.Context) { l.answer(ctx); l.log.Debug("done", "heard", m.ID) },
		panicked: func(ctx context.Context) { l.say(ctx, message{Content: both(sayFailed)}) },
		stopped:  func(ctx context.Context) { l.say(ctx, message{Content: both(sayStopping)}) },
	})
}

// both says something in both languages, where nothing tells which is read.
func both(t bot.Text) string { return t.In("fr") + "\n" + t.In("en") }

// listening is one message that is being answered.
type listening struct {
	*server
	heard *heard
	text  string // without the mention
	owner bot.Owner
	telling

	mu      sync.Mutex // held while something is sent, so that it arrives in order
	grown   string     // id of the answer in the making, "" while there is none
	deleted bool       // somebody took that away
	said    bool       // it was answered, be it with an apology
}

func (l *listening) answer(ctx context.Context) {
	if l.heard.GuildID != "" && !l.listens(ctx, l.owner, l.heard.ChannelID) {
		return
	}
	switch {
	case l.text != "":
	case l.heard.Type == messageReply || l.heard.Reference != nil:
		l.hint(ctx)
		return
	default:
		l.say(ctx, helpInBoth())
		return
	}
	ctx, cancel := context.WithTimeout(ctx, l.askLimit())
	defer cancel()
	free, err := l.crew.slot(ctx)
	if err != nil {
		l.say(ctx, message{Content: both(sayBusy)})
		return
	}
	defer free()
	before := l.before()
	article := l.defaultArticle(ctx, l.heard.ChannelID, l.owner)
	a, err := l.ask(ctx, bot.Question{Text: l.text, Owner: l.owner, Asker: bot.Person(l.heard.Author.ID), Article: article, Before: before})
	if err != nil {
		l.say(ctx, l.apology(ctx, err))
		return
	}
	h := shown{Article: article, Thread: l.heard.GuildID != "" && !l.inThread(), Now: l.bot.Now()}
	if last := l.say(ctx, answerMessages(&a, h)...); last != "" {
		l.remember(&a, before, last)
	}
	l.log.Debug("answered", "message", l.heard.ID)
}

// ask shows that the bot is at work while it is, and what is proved so far.
func (l *listening) ask(ctx context.Context, q bot.Question) (bot.Answer, error) {
	working, cancel := context.WithCancel(ctx)
	var shown sync.WaitGroup
	shown.Go(func() { l.crew.try("typing", func() { l.typing(working) }) })
	shown.Go(func() {
		l.crew.try("progress", func() { l.each(working, growEvery*l.config.timing.progress, l.grow) })
	})
	defer func() {
		cancel()
		shown.Wait()
	}()
	g := growth{language: l.language()}
	q.Progress = func(st bot.Stage) {
		if text := g.at(st); g.proved != "" { // till then it is enough that the bot types
			l.tell(text)
		}
	}
	return l.bot.Ask(ctx, q)
}

// apology is in the question's language; a message carries no locale.
func (l *listening) apology(ctx context.Context, err error) message {
	return l.excuse(ctx, "message", err, l.language())
}

// language is that of what was written, or else French.
func (l *listening) language() string {
	if language.OfQuestion(l.text) == "en" {
		return "en"
	}
	return "fr"
}

// inThread reports whether the message stands in a thread, as far as that is
// known: no thread opens in one.
func (l *listening) inThread() bool {
	known, ok := l.channels.Get(l.heard.ChannelID)
	return ok && known.thread()
}

// before is the conversation that the message belongs to: that of the message
// it replies to, else the channel's in direct messages and threads, else what
// its author asked in this channel.
func (l *listening) before() []bot.Turn {
	var keys []string
	if l.heard.Referenced != nil {
		keys = append(keys, messageKey(l.heard.Referenced.ID))
	}
	keys = append(keys, channelKey(l.heard.ChannelID))
	if l.heard.GuildID != "" {
		keys = append(keys, l.own())
	}
	for _, k := range keys {
		if turns := l.talk.Recall(k); turns != nil {
			return turns
		}
	}
	return nil
}

func (l *listening) own() string { return channelKey(l.heard.ChannelID) + ":" + l.heard.Author.ID }

func (l *listening) remember(a *bot.Answer, before []bot.Turn, last string) {
	asker, t := bot.Person(l.heard.Author.ID), turnOf(a)
	for _, old := range before {
		l.talk.Remember(messageKey(last), asker, old, bot.ConversationKept)
	}
	l.talk.Remember(messageKey(last), asker, t, bot.ConversationKept)
	key := channelKey(l.heard.ChannelID)
	if l.heard.GuildID != "" && l.talk.Recall(key) == nil {
		key = l.own()
	}
	l.talk.Remember(key, asker, t, bot.ConversationKept)
}

// typing shows that the bot is at work until ctx ends.
func (l *listening) typing(ctx context.Context) {
	for {
		if err := l.rest.typing(ctx, l.heard.ChannelID); err != nil && ctx.Err() == nil {
			l.log.Debug("typing could not be shown", "error", err)
		}
		if !sleep(ctx, typingEvery) {
			return
		}
	}
}

// hint says once a channel and day how to ask, where a reply came without its
// text.
func (l *listening) hint(ctx context.Context) {
	today := l.bot.Now().UTC().Format(time.DateOnly)
	if day, ok := l.hinted.Get(l.heard.ChannelID); ok && day == today {
		return
	}
	l.hinted.Add(l.heard.ChannelID, today)
	l.say(ctx, message{Content: both(sayHint)})
}

func helpInBoth() message {
	fr, en := helpMessage("fr"), helpMessage("en")
	return message{Content: fr.Content + "\n\n" + en.Content, Components: append(fr.Components, en.Components...)}
}
