package discord

import (
	"context"
	"slices"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

// replies are the answers to a message.
func replies(to discordtest.Message) func(discordtest.Message) bool {
	return func(m discordtest.Message) bool { return final(m) && repliesSoFar(to)(m) }
}

// repliesSoFar are answers and what stands before they are whole.
func repliesSoFar(to discordtest.Message) func(discordtest.Message) bool {
	return func(m discordtest.Message) bool { return m.Reference != nil && m.Reference.MessageID == to.ID }
}

func TestMention(t *testing.T) {
	t.Parallel()
	var w *world
	w = start(t, withModel(&bot.FakeModel{Answer: func(ctx context.Context, call bot.Call) (string, error) {
		err := w.Until(ctx, func() bool {
			return slices.ContainsFunc(w.Requests(), func(r discordtest.Request) bool { return r.Route == discordtest.RouteTyping })
		})
		if err != nil {
			return "", err // nothing shows that the bot is at work
		}
		return writes(cost).Answer(ctx, call)
	}}))
	q := w.Say(w.User, w.Channel, "Dis, "+w.Bot.Mention()+", combien coûteront les travaux ?")
	m := w.saysBot(w.Channel, replies(q))
	w.has(plain(m.Content), "> Les travaux coûteront", "[1]", "rédigé par fake")
	if len(m.Mentions) != 0 {
		t.Errorf("the answer pings %v", m.Mentions)
	}
	if _, ok := m.Button("Sources"); !ok {
		t.Error("no buttons")
	}
}

func TestReplyGoesOn(t *testing.T) {
	t.Parallel()
	model := writes(cost)
	w := start(t, withModel(model))
	q := w.Say(w.User, w.Channel, w.Bot.Mention()+" combien coûteront les travaux de Varny ?")
	first := w.saysBot(w.Channel, replies(q))
	w.settled(q.ID)
	before := len(model.Calls())
	w.saysBot(w.Channel, replies(w.Say(w.User, w.Channel, "et en euros ?", discordtest.ReplyTo(first))))
	w.has(said(model, before), "combien coûteront les travaux de Varny ?", "et en euros ?")
}

func TestDirectMessage(t *testing.T) {
	t.Parallel()
	model := writes(cost)
	w := start(t, withModel(model))
	dm := w.DM(w.User)
	q := w.Say(w.User, dm, "Combien coûteront les travaux de Varny ?")
	w.has(w.saysBot(dm, replies(q)).Content, "[1]")
	w.settled(q.ID)
	before := len(model.Calls())
	w.saysBot(dm, replies(w.Say(w.User, dm, "Et en euros ?")))
	w.has(said(model, before), "Combien coûteront les travaux de Varny ?")
}

func TestBareMentionGetsHelp(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.saysBot(w.Channel, replies(w.Say(w.User, w.Channel, w.Bot.Mention())))
	w.has(m.Content, "Interrogez l'article", "Ask about the article")
}

// TestEmptyReplyGetsOneHint replies to a command's answer, of which Discord
// does not tell the text.
func TestEmptyReplyGetsOneHint(t *testing.T) {
	t.Parallel()
	w := start(t)
	answer := w.question()
	w.saysBot(w.Channel, replies(w.Say(w.User, w.Channel, "et après ?", discordtest.ReplyTo(answer))))
	w.Say(w.User, w.Channel, "et après ?", discordtest.ReplyTo(answer))
	last := w.Say(w.User, w.Channel, w.Bot.Mention()+" combien coûteront les travaux ?")
	w.saysBot(w.Channel, replies(last))
	hints := 0
	for _, m := range w.Messages(w.Channel) {
		if strings.Contains(m.Content, "Je ne vois pas le texte") {
			hints++
		}
	}
	if hints != 1 {
		t.Errorf("got %d hints, want 1", hints)
	}
}

func TestBotsAndBystandersAreIgnored(t *testing.T) {
	t.Parallel()
	w := start(t)
	robot := w.NewUser("robot")
	robot.Bot = true
	w.Say(robot, w.Channel, w.Bot.Mention()+" combien coûteront les travaux ?")
	w.Say(w.User, w.Channel, "combien coûteront les travaux ?")
	last := w.Say(w.User, w.Channel, w.Bot.Mention()+" combien coûteront les travaux ?")
	w.saysBot(w.Channel, replies(last))
	n := 0
	for _, m := range w.Messages(w.Channel) {
		if m.Author.ID == w.Bot.ID {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the bot spoke %d times, want once", n)
	}
}

func TestMistakeInAMessage(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.saysBot(w.Channel, replies(w.Say(w.User, w.Channel, w.Bot.Mention()+" ?!")))
	w.has(m.Content, "La question est vide.")
}
