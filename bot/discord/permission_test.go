package discord

import (
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

// listed are the permissions that the bot says it uses.
const listed = discordtest.ViewChannel | discordtest.SendMessages | discordtest.SendMessagesInThreads | discordtest.EmbedLinks |
	discordtest.AttachFiles | discordtest.ReadMessageHistory | discordtest.CreatePublicThreads

func TestInviteNamesWhatIsListed(t *testing.T) {
	if Permissions != listed {
		t.Errorf("the invitation asks for %b, want %b", Permissions, listed)
	}
}

// TestListedPermissionsAreEnough walks through the bot with these alone.
func TestListedPermissionsAreEnough(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.Channel.Permissions = listed
	m := w.question()
	w.answer(w.Press(m, "Sources"))
	w.answer(w.Press(m, "Dans un fil"))
	thread := w.Threads(w.Channel)[0]
	w.saysBot(thread, func(m discordtest.Message) bool { return strings.Contains(m.Content, w.Bot.Mention()+" qui l'a dit") })
	w.saysBot(thread, replies(w.Say(w.User, thread, w.Bot.Mention()+" combien coûteront les travaux ?")))
	if m := w.answer(w.Command("articles", discordtest.Sub("show", discordtest.String("article", w.article.ID)))); len(m.Attachments) != 2 {
		t.Errorf("%d files, want 2", len(m.Attachments))
	}
}

func TestMissingPermissionsAreNamed(t *testing.T) {
	t.Parallel()
	w := start(t)
	here := "<#" + w.Channel.ID + ">"
	name := func(p string) string {
		return "Il me manque la permission «\u00a0" + p + "\u00a0» dans " + here + ". Un administrateur peut l'accorder."
	}
	show := w.answer(w.Command("articles", discordtest.Sub("show", discordtest.String("article", w.article.ID)), discordtest.AppPermissions(listed&^discordtest.AttachFiles)))
	w.has(show.Content, "> Le barrage de Varny", name("Joindre des fichiers"))
	m := w.question()
	for p, permission := range map[string]int64{"Créer des fils publics": discordtest.CreatePublicThreads, "Envoyer des messages dans les fils": discordtest.SendMessagesInThreads} {
		w.has(w.answer(w.Press(m, "Dans un fil", discordtest.AppPermissions(listed&^permission))).Content, name(p))
	}
	w.Channel.Permissions = listed &^ discordtest.ReadMessageHistory
	w.Say(w.User, w.Channel, w.Bot.Mention()+" combien coûteront les travaux ?")
	w.saysBot(w.Channel, func(m discordtest.Message) bool {
		return strings.Contains(plain(m.Content), "12'500 francs") && strings.Contains(m.Content, name("Voir les anciens messages"))
	})
	w.Channel.Permissions = listed &^ discordtest.SendMessages
	for range 2 { // it is said once
		w.Say(w.User, w.Channel, w.Bot.Mention()+" how much will the works cost?")
	}
	w.saysBot(w.DM(w.User), func(m discordtest.Message) bool {
		return m.Content == "I lack the Send Messages permission in "+here+". An admin can grant it."
	})
	w.until(func() bool { return strings.Count(w.log.String(), "heard=") == 3 })
	if n := len(w.Messages(w.DM(w.User))); n != 1 {
		t.Errorf("it was said %d times, want once", n)
	}
}

func TestTokenThatDiedLeavesTheChannel(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	w := start(t, withModel(&bot.FakeModel{Answer: waits(release)}))
	public := w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?"))
	private := w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?"), discordtest.Bool("private", true))
	foreign := w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?"), discordtest.In(w.NewChannel(w.NewForeignGuild("ailleurs"), "salon")))
	for _, i := range []*discordtest.Interaction{public, private, foreign} {
		if _, err := i.Wait(w.ctx); err != nil {
			t.Fatal(err)
		}
		i.Kill()
	}
	close(release)
	w.saysBot(w.Channel, func(m discordtest.Message) bool { return strings.Contains(m.Content, "[1]") && m.Webhook == "" })
	w.until(func() bool { return strings.Count(w.log.String(), errTooLate.Error()) == 2 })
	n := 0
	for _, m := range w.Messages(w.Channel) {
		if strings.Contains(m.Content, "[1]") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d answers stand in the channel, want the public one", n)
	}
}

// TestBroughtAlong asks where the bot is no member: nothing there needs it to
// be one, and the answer has at most five followups.
func TestBroughtAlong(t *testing.T) {
	t.Parallel()
	w := start(t)
	elsewhere := discordtest.In(w.NewChannel(w.NewForeignGuild("ailleurs"), "salon"))
	long := village + strings.Repeat(" La commune de Lorne a annoncé que le chantier du pont se poursuivra encore longtemps, selon le syndic Paul Aubert.", 60)
	if _, err := w.bot.Add(w.ctx, bot.Person(w.User.ID), bot.Material{Data: []byte(long)}); err != nil {
		t.Fatal(err)
	}
	for _, i := range []*discordtest.Interaction{
		w.Command("ask", discordtest.String("question", "Que dit le syndic du chantier du pont de Lorne ?"), elsewhere),
		w.Command("summary", discordtest.String("length", "long"), elsewhere),
		w.Command("articles", discordtest.Sub("list"), elsewhere),
	} {
		m := w.answer(i)
		w.settled(i.ID)
		if _, ok := m.Button("Dans un fil"); ok || len(i.Followups()) > 5 {
			t.Errorf("%s: thread button %v, %d followups", i, ok, len(i.Followups()))
		}
	}
}

func TestOwnersHint(t *testing.T) {
	t.Parallel()
	w := start(t)
	translate := func(opts ...discordtest.Option) string {
		return w.answer(w.Command("translate", opts...)).Content
	}
	w.has(translate(manager), "ce bot n'en utilise pas. Voici l'original. Définissez OPENAI\\_API\\_KEY")
	w.hasNot(translate(), "OPENAI")
	w.hasNot(translate(discordtest.In(w.DM(w.User))), "OPENAI")
	w.has(translate(manager, discordtest.String("text", "Le car part tôt.")), "OPENAI\\_API\\_KEY")
	w.hasNot(translate(discordtest.String("text", "Le car part tôt.")), "OPENAI")
}
