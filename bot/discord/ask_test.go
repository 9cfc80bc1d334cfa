package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

func TestAsk(t *testing.T) {
	t.Parallel()
	w := start(t)
	i := w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?"))
	ack, err := i.Wait(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	if ack.Type != respondDeferred || ack.Ephemeral {
		t.Errorf("acknowledged with %+v, want a public deferral", ack)
	}
	m := w.answer(i)
	w.has(plain(m.Content), "Ce que dit l'article", "> Les travaux coûteront ", "12'500 francs par jour", "phrase 3", "mars 2025", "extrait mot pour mot", "#:~:text=")
	if _, ok := m.Button("Sources"); !ok {
		t.Errorf("no button Sources: %+v", m.Controls())
	}
}

func TestAskInEnglish(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.answer(w.Command("ask", discordtest.String("question", "How much will the works cost?"), discordtest.Locale("fr")))
	w.has(m.Content, "What the article says (14 March 2025):", "> ", ", sentence ", "open the page", "quoted word for word")
}

func TestAskModel(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(writes(cost)))
	m := w.answer(w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?")))
	w.has(m.Content, "Environ 12'500 francs par jour [1].", "> Les travaux coûteront **environ 12'500 francs par jour**.", "rédigé par", "contrôlé automatiquement")
}

func TestAskPrivate(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(writes(cost)))
	i := w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?"), discordtest.Bool("private", true))
	m := w.answer(i)
	if !m.Ephemeral() {
		t.Error("a private answer is public")
	}
	w.has(m.Content, "Vous êtes la seule personne à voir cette réponse", "15 minutes")
}

func TestRefusal(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(writes(`{"answered":false,"claims":[]}`)))
	m := w.answer(w.Command("ask", discordtest.String("question", "Who is the president of Brazil?")))
	w.has(m.Content, "I found no answer", "> ")
}

func TestMistakes(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.answer(w.Command("ask", discordtest.String("question", "?!"), discordtest.Locale("en-GB")))
	w.has(m.Content, "The question is empty.")
	m = w.answer(w.Command("ask", discordtest.String("question", "Combien ?"), discordtest.String("article", "nulle-part")))
	w.has(m.Content, "Aucun article ne porte l'identifiant", w.article.ID)
}

func TestArticleByItsTitle(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.answer(w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?"), discordtest.String("article", "le barrage de Varny")))
	w.has(m.Content, "14 mars 2025")
}

func TestSample(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	if err := w.bot.Library.Remove(w.ctx, bot.Global, w.article.ID); err != nil {
		t.Fatal(err)
	}
	w.run()
	m := w.answer(w.Command("ask", discordtest.String("question", "Que dit l'article ?")))
	w.has(m.Content, "je réponds d'après un exemple", "/articles add")
}

func TestAutocomplete(t *testing.T) {
	t.Parallel()
	w := start(t)
	for typed, want := range map[string]int{"": 1, "barr": 1, "LE BARRAGE": 1, "ferme pour": 1, "age": 0, "xyz": 0} {
		choices, err := w.Autocomplete("ask", discordtest.String("question", "x"), discordtest.Focus("article", typed)).Choices(w.ctx)
		if err != nil {
			t.Fatal(err)
		}
		if len(choices) != want {
			t.Errorf("%q: got %d choices, want %d", typed, len(choices), want)
		}
		for _, c := range choices {
			if c.Value != w.article.ID || !strings.Contains(c.Name, "mars 2025") {
				t.Errorf("%q: got %+v", typed, c)
			}
		}
	}
}

func TestSummary(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.answer(w.Command("summary", discordtest.String("length", "short"), discordtest.String("language", "en")))
	if n := strings.Count(m.Content, "\n> ") + strings.Count(m.Content[:2], "> "); n != 3 {
		t.Errorf("got %d points, want 3:\n%s", n, m.Content)
	}
}

func TestSummaryByAModel(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(writes(cost)))
	m := w.answer(w.Command("summary"))
	w.has(m.Content, "- Environ 12'500 francs par jour [1].", "résumé rédigé par fake, contrôlé automatiquement")
}

// TestNoPings looks at every message that was sent in a walk through the bot.
func TestNoPings(t *testing.T) {
	t.Parallel()
	evil := `{"answered":true,"claims":[{"text":"@everyone <@1> environ 12'500 francs par jour","citations":[{"sentence":3,"quote":"environ 12'500 francs par jour"}]}]}`
	w := start(t, withModel(writes(evil)))
	i := w.Command("ask", discordtest.String("question", "@everyone combien ? <@&12> [x](https://evil.example)"))
	m := w.answer(i)
	w.answer(w.Press(m, "Sources"))
	w.answer(w.Command("articles", discordtest.Sub("list")))
	q := w.Say(w.User, w.Channel, w.Bot.Mention()+" combien coûtent les travaux ?")
	w.saysBot(w.Channel, replies(q))
	w.until(func() bool { return len(sentMessages(t, w)) >= 4 })
	for _, body := range sentMessages(t, w) {
		if got, want := string(body["allowed_mentions"]), `{"parse":[],"replied_user":false}`; got != want {
			t.Errorf("allowed_mentions %s, want %s, in %s", got, want, body["content"])
		}
	}
}

// sentMessages are the bodies of all requests that carry a message.
func sentMessages(t *testing.T, w *world) (out []map[string]json.RawMessage) {
	t.Helper()
	for _, r := range w.Requests() {
		var body map[string]json.RawMessage
		if json.Unmarshal(r.Body, &body) != nil {
			continue
		}
		if data := body["data"]; data != nil {
			if json.Unmarshal(data, &body) != nil {
				t.Fatal("a callback that cannot be read")
			}
		}
		if _, ok := body["content"]; ok {
			out = append(out, body)
		}
	}
	return out
}

func TestProgress(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	w := start(t, withModel(&bot.FakeModel{Answer: func(ctx context.Context, call bot.Call) (string, error) {
		select {
		case <-release:
		case <-ctx.Done():
		}
		return writes(cost).Answer(ctx, call)
	}}))
	i := w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?"))
	if _, err := i.Until(w.ctx, func(m discordtest.Message) bool { return m.Content == "Rédaction…" }); err != nil {
		t.Fatal(err)
	}
	close(release)
	m := w.answer(i)
	w.has(m.Content, "[1]")
}

// TestDifferingValuesComeFirst: two articles, two figures; the line that says so
// stands above the one that the sentences hang on.
func TestDifferingValuesComeFirst(t *testing.T) {
	t.Parallel()
	w := start(t)
	for day, text := range []string{"a fait 12 morts", "a fait plus de 15 morts"} {
		data := fmt.Sprintf("date 2025-05-0%d\n\nLe glissement de terrain de Lorne %s dans la vallée, selon la préfecture.", day+3, text)
		if _, err := w.bot.Add(w.ctx, bot.Global, bot.Material{Data: []byte(data)}); err != nil {
			t.Fatal(err)
		}
	}
	m := w.answer(w.Command("ask", discordtest.String("question", "Combien de morts le glissement de terrain de Lorne a-t-il faits ?")))
	w.has(m.Content, "Les articles ne concordent pas", "«\u00a012 morts\u00a0»", "«\u00a0plus de 15 morts\u00a0»")
	if first, lead := strings.Index(m.Content, "ne concordent pas"), strings.Index(m.Content, "Ce que disent les articles"); lead < first {
		t.Errorf("the lead stands apart from its sentences:\n%s", m.Content)
	}
}
