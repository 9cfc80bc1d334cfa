package discord

import (
	"slices"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

var manager = discordtest.WithPermissions(discordtest.ManageGuild)

func TestGapsAreTheOwners(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(writes(`{"answered":false,"claims":[]}`)))
	gaps := func(opts ...discordtest.Option) string {
		return w.answer(w.Command("articles", discordtest.Sub("gaps", opts...), manager)).Content
	}
	ask := func(opts ...discordtest.Option) {
		w.answer(w.Command("ask", append(opts, discordtest.String("question", "Qui est le *président* du Brésil ?"))...))
	}
	w.has(w.answer(w.Command("articles", discordtest.Sub("gaps"))).Content, "Gérer le serveur")
	w.has(gaps(), "ne sont pas gardées")
	ask()
	w.has(gaps(discordtest.String("keep", "on")), "désormais gardées 30 jours")
	w.has(gaps(), "Aucune question")
	ask(discordtest.Bool("private", true))
	w.has(gaps(), "Aucune question")
	ask()
	w.has(gaps(), "- Qui est le \\*président\\* du Brésil ? · <t:")
	w.hasNot(gaps(), w.User.ID)
	w.has(gaps(discordtest.String("keep", "off")), "effacées")
	w.has(gaps(discordtest.String("keep", "on")), "désormais")
	w.has(gaps(), "Aucune question")
}

func TestWhereMentionsAreAnswered(t *testing.T) {
	t.Parallel()
	w := start(t)
	other := w.NewChannel(w.Guild, "ailleurs")
	thread := w.NewThread(w.Channel, "un fil")
	set := func(where string, opts ...discordtest.Option) string {
		return w.answer(w.Command("articles", append(opts, discordtest.Sub("mentions", discordtest.String("where", where)))...)).Content
	}
	// answered mentions the bot in every channel and tells which mentions were answered.
	answered := func() (in []string) {
		asked := map[string]discordtest.Message{}
		for name, c := range map[string]*discordtest.Channel{"here": w.Channel, "thread": thread, "other": other, "dm": w.DM(w.User)} {
			asked[name] = w.Say(w.User, c, w.Bot.Mention()+" combien coûteront les travaux ?")
		}
		w.until(func() bool { return strings.Count(w.log.String(), "heard=") == len(asked) })
		for name, q := range asked {
			c := map[string]*discordtest.Channel{"here": w.Channel, "thread": thread, "other": other, "dm": w.DM(w.User)}[name]
			if slices.ContainsFunc(w.Messages(c), replies(q)) {
				in = append(in, name)
			}
		}
		slices.Sort(in)
		w.log.reset()
		return in
	}
	want := func(names string) {
		t.Helper()
		if got := strings.Join(answered(), " "); got != names {
			t.Errorf("mentions are answered in %q, want %q", got, names)
		}
	}
	want("dm here other thread")
	w.has(set("none"), "Gérer le serveur")
	w.has(set("none", manager), "Je ne réponds plus aux mentions.")
	want("dm")
	w.has(set("here", manager), "dans ces salons", "<#"+w.Channel.ID+">")
	want("dm here thread")
	w.has(set("here", manager, discordtest.In(other)), "<#"+w.Channel.ID+">, <#"+other.ID+">")
	want("dm here other thread")
	w.has(set("all", manager), "tous les salons")
	w.has(set("none", discordtest.In(w.DM(w.User))), "serveur dont je suis membre")
}

func TestThreadHasItsChannelsArticle(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.answer(w.Command("articles", discordtest.Sub("add", discordtest.String("text", village)), manager))
	w.answer(w.Command("articles", discordtest.Sub("use", discordtest.String("article", w.article.ID)), manager))
	m := w.question(discordtest.In(w.NewThread(w.Channel, "un fil")))
	w.has(m.Content, "Ce que dit l'article (14 mars 2025)") // that one alone
}

func TestBudgetSaysUntilWhenByTheReadersClock(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(writes(cost)), func(_ *discordtest.Options, b *bot.Bot, _ *Config) { b.Config.DailyTokens = 1000 })
	person := bot.Guild(w.Guild.ID) + "/" + bot.Person(w.User.ID)
	if err := w.bot.Store.AddTokens(w.ctx, w.bot.Now().UTC().Format("2006-01-02"), person, bot.Usage{Prompt: 250}); err != nil {
		t.Fatal(err)
	}
	w.has(w.question().Content, "-# Votre part du budget du jour est épuisée. Jusqu'à <t:", ":t>, je cite l'article sans reformuler.")
	other := w.NewUser("alex")
	w.has(w.question(discordtest.By(other)).Content, "rédigé par fake")
}
