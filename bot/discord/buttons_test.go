package discord

import (
	"context"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

func (w *world) question(opts ...discordtest.Option) discordtest.Message {
	w.t.Helper()
	i := w.Command("ask", append(opts, discordtest.String("question", "Combien coûteront les travaux ?"))...)
	m := w.answer(i)
	w.settled(i.ID)
	return m
}

func TestSources(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(writes(cost)))
	m := w.question()
	i := w.Press(m, "Sources", discordtest.Locale("en-US"))
	got := w.answer(i)
	if !got.Ephemeral() {
		t.Error("the sources are public")
	}
	w.has(got.Content, "> Le barrage de Varny sera fermé au public dès lundi, a annoncé la préfète Odile Ferrand. **Les travaux coûteront environ 12'500 francs par jour.**",
		"ATS · 14 March 2025 · §2, sentence 3", "open the page")
}

// TestWhy asks how an answer was proved: what was compared, for the asker alone
// and in the asker's language, until it is forgotten.
func TestWhy(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(writes(cost)))
	m := w.question()
	sources := w.answer(w.Press(m, "Sources"))
	got := w.answer(w.Press(sources, "Pourquoi\u202f?"))
	if !got.Ephemeral() {
		t.Error("the report is public")
	}
	w.has(got.Content, "**Environ 12'500 francs par jour.**", "> Les travaux coûteront environ 12'500 francs par jour.",
		"[1] §2, phrase 3 · prouvée par comparaison automatique", "chiffre\u00a0: «\u00a012'500 francs\u00a0» face à «\u00a012'500 francs\u00a0», concorde")
	w.answer(w.Press(w.answer(w.Command("privacy")), "Oublier mes conversations"))
	w.has(w.answer(w.Press(sources, "Pourquoi\u202f?")).Content, "Je n'ai plus cette réponse en mémoire.")
}

// TestWhyOfACheck shows the figures that differ.
func TestWhyOfACheck(t *testing.T) {
	t.Parallel()
	w := start(t)
	i := w.Command("check", discordtest.String("claim", "The works will cost about 19,000 francs a day."), discordtest.Locale("en-US"))
	m := w.answer(i)
	w.settled(i.ID)
	sources := w.answer(w.Press(m, "Sources", discordtest.Locale("en-US")))
	got := w.answer(w.Press(sources, "Why?", discordtest.Locale("en-US")))
	w.has(got.Content, "compared with the cited sentences", "19,000 francs", "12'500 francs", "refuted")
}

// TestButtonsSurviveARestart presses a button of a bot that is gone.
func TestButtonsSurviveARestart(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(writes(cost)))
	m := w.question()
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.run()
	w.connected()
	w.has(w.answer(w.Press(m, "Sources")).Content, "**Les travaux coûteront")
	if err := w.bot.Library.Remove(w.ctx, bot.Global, w.article.ID); err != nil {
		t.Fatal(err)
	}
	w.has(w.answer(w.Press(m, "Sources")).Content, "Cet article n'est plus là.")
}

func TestContinue(t *testing.T) {
	t.Parallel()
	model := writes(cost)
	w := start(t, withModel(model))
	m := w.question()
	modal, err := w.Press(m, "Continuer").Modal(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	if modal.Title != "Continuer" || len(modal.Inputs) != 1 {
		t.Errorf("got %+v", modal)
	}
	before := len(model.Calls())
	next := w.answer(w.Submit(modal, map[string]string{inputID: "Et en euros ?"}))
	if next.Ephemeral() {
		t.Error("a public conversation goes on in private")
	}
	if next.ID == m.ID {
		t.Error("the answer was put in place of the first one")
	}
	w.has(said(model, before), "Combien coûteront les travaux ?", "Et en euros ?")
}

func TestThread(t *testing.T) {
	t.Parallel()
	model := writes(cost)
	w := start(t, withModel(model))
	m := w.question()
	got := w.answer(w.Press(m, "Dans un fil"))
	threads := w.Threads(w.Channel)
	if len(threads) != 1 {
		t.Fatalf("got %d threads, want 1", len(threads))
	}
	w.has(got.Content, "<#"+threads[0].ID+">")
	w.saysBot(threads[0], func(m discordtest.Message) bool { return strings.Contains(m.Content, "en me mentionnant") })
	again := w.answer(w.Press(m, "Dans un fil"))
	w.has(again.Content, "<#"+m.ID+">")

	before := len(model.Calls())
	w.Say(w.User, threads[0], w.Bot.Mention()+" et qui l'a annoncé ?")
	w.saysBot(threads[0], func(m discordtest.Message) bool { return strings.Contains(m.Content, "[1]") })
	w.has(said(model, before), "Combien coûteront les travaux ?")
}

// said is all that a model was told from its n-th call on.
func said(model *bot.FakeModel, n int) string {
	var b strings.Builder
	for _, c := range model.Calls()[n:] {
		for _, m := range c.Messages {
			b.WriteString(m.Text + "\n")
		}
	}
	return b.String()
}

func TestNoThreadWhereThereCanBeNone(t *testing.T) {
	t.Parallel()
	w := start(t)
	for name, m := range map[string]discordtest.Message{
		"direct message": w.question(discordtest.In(w.DM(w.User))),
		"private":        w.question(discordtest.Bool("private", true)),
		"foreign guild":  w.question(discordtest.In(w.NewChannel(w.NewForeignGuild("ailleurs"), "salon"))),
	} {
		if _, ok := m.Button("Dans un fil"); ok {
			t.Errorf("%s: there is a thread button", name)
		}
		if _, ok := m.Button("Continuer"); !ok {
			t.Errorf("%s: there is no Continue button", name)
		}
	}
}

func TestThumbs(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.question()
	thumbs := 0
	for _, c := range m.Controls() {
		if c.Emoji != nil {
			thumbs++
			w.has(w.answer(w.Press(m, c.CustomID)).Content, "Merci")
		}
	}
	if thumbs != 2 {
		t.Errorf("got %d thumbs, want 2", thumbs)
	}
	days, err := w.bot.Stats(w.ctx)
	if err != nil || len(days) != 1 {
		t.Fatalf("%d days, %v", len(days), err)
	}
	if c := days[0].Counts; c[bot.CountThumbsUp] != 1 || c[bot.CountThumbsDown] != 0 {
		t.Errorf("counted %v, want the first thumb alone", c)
	}
	if len(m.Components) != 1 {
		t.Errorf("buttons in %d rows, want one", len(m.Components))
	}
}

func TestGarbledCustomID(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.question()
	b, _ := m.Button("Sources")
	for _, id := range []string{"", "x", b.CustomID + ":", strings.Replace(b.CustomID, "1.s", "9.s", 1), "1.z.fr..", "1.m.fr.1.", strings.Repeat("y", 100)} {
		w.interact(m, id)
	}
	want := 7
	if err := w.Until(w.ctx, func() bool {
		n := 0
		for _, r := range w.Requests() {
			if strings.Contains(string(r.Body), "Ce bouton ne fonctionne plus") {
				n++
			}
		}
		return n == want
	}); err != nil {
		t.Fatal(err)
	}
}

// interact hands the bot a press that Discord would only send of an old
// message; it is answered through a private REST session.
func (w *world) interact(m discordtest.Message, id string) {
	w.t.Helper()
	i := w.Command("help")
	if _, err := i.Message(w.ctx); err != nil {
		w.t.Fatal(err)
	}
	s := newServer(w.bot, testREST(w), newCrew(context.Background(), w.bot.Log), w.config, w.bot.Log)
	c := &call{interaction: &interaction{
		ID: i.ID, Token: i.Token, ApplicationID: w.Bot.ID, Type: typeComponent, Locale: "fr", Data: interactionData{CustomID: id},
	}, lang: "fr"}
	h, _ := s.handler(c)
	c.reply = newReply(s.rest, c.interaction, true, w.bot.Log)
	c.reply.acked = true // by the command, whose token is used
	out, err := h.run(s, w.ctx, c)
	if err != nil {
		w.t.Fatal(err)
	}
	s.finish(w.ctx, c, out)
}

func TestHelpAndExamples(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.answer(w.Command("help"))
	w.has(m.Content, "Interrogez l'article\u00a0: je réponds avec ses phrases d'origine.", "/ask")
	if !m.Ephemeral() || len(m.Controls()) != 2 {
		t.Errorf("ephemeral %v, %d controls", m.Ephemeral(), len(m.Controls()))
	}
	for _, c := range m.Controls() {
		w.has(w.answer(w.Press(m, c.CustomID)).Content, "> ")
	}
	w.has(w.answer(w.Command("help", discordtest.Locale("en-GB"))).Content, "Ask about the article: I answer with its original sentences.")
}

func TestPrivacy(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(writes(cost)))
	m := w.answer(w.Command("privacy", discordtest.Locale("en-US")))
	w.has(m.Content, "30 minutes", "90 days", "localhost")
	w.has(w.answer(w.Press(m, "Forget my conversations", discordtest.Locale("en-US"))).Content, "forgotten")
}
