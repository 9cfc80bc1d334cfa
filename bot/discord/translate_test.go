package discord

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
	"verbatim/knowledge"
)

// coaches is an article of n sentences, each with a number, that english knows.
func coaches(n int) *knowledge.Article {
	a := &knowledge.Article{ID: "cars", Title: "Les cars de Varny", Date: "2025-03", Language: "fr", Agency: "ATS"}
	for i := range n {
		text := fmt.Sprintf("Le car numéro %d part à midi.", i+1)
		s := knowledge.Sentence{Number: i + 1, Paragraph: 1, Kind: knowledge.KindProse}
		s.Start = len(a.Text)
		a.Text += text + " "
		s.End = s.Start + len(text)
		a.Sentences = append(a.Sentences, s)
	}
	return a
}

// slowly is a translator of coaches, whose calls for sentences from 9 on wait.
func slowly(release <-chan struct{}) *bot.FakeModel {
	m := &bot.FakeModel{}
	m.Answer = func(ctx context.Context, call bot.Call) (string, error) {
		var rows []string
		for _, f := range numbered.FindAllStringSubmatch(call.Messages[len(call.Messages)-1].Text, -1) {
			rows = append(rows, fmt.Sprintf(`{"sentence":%s,"text":"Coach number %s leaves at noon."}`, f[1], f[1]))
			if len(f[1]) == 1 && f[1] < "9" {
				continue
			}
			select {
			case <-release:
			case <-ctx.Done():
				return "", ctx.Err()
			}
		}
		return `{"sentences":[` + strings.Join(rows, ",") + `]}`, nil
	}
	return m
}

func withArticle(a *knowledge.Article) setting {
	return func(_ *discordtest.Options, b *bot.Bot, _ *Config) {
		if _, err := b.Library.Add(context.Background(), bot.Global, a); err != nil {
			panic(err)
		}
	}
}

// TestTranslationGrows shows the first page while the rest is translated.
func TestTranslationGrows(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	w := start(t, withModel(slowly(release)), withArticle(coaches(20)))
	i := w.Command("translate", discordtest.String("article", "cars"))
	m, err := i.Until(w.ctx, func(m discordtest.Message) bool { return strings.Contains(m.Content, "8/20") })
	if err != nil {
		t.Fatal(err)
	}
	w.has(m.Content, "> Le car numéro 1 part à midi.\nCoach number 1 leaves at noon.\n-# phrase 1", "phrase 5", "\n-# Traduction\u00a0: 8/20 phrases…")
	w.hasNot(m.Content, "phrase 6")
	close(release)
	w.has(w.answer(i).Content, "phrase 5", "1/4", "traduction automatique par fake, contrôlée automatiquement\u202f; l'original fait foi")
}

// TestTurningPagesAsksNoModel: a sentence that failed is not asked again because
// somebody reads on, nor is a translation counted.
func TestTurningPagesAsksNoModel(t *testing.T) {
	t.Parallel()
	model := slowly(nil)
	honest := model.Answer
	model.Answer = func(ctx context.Context, call bot.Call) (string, error) {
		text, err := honest(ctx, call)
		return strings.ReplaceAll(text, "number 7 ", "number 70 "), err
	}
	w := start(t, withModel(model), withArticle(coaches(8)))
	m := w.answer(w.Command("translate", discordtest.String("article", "cars")))
	asked := len(model.Calls())
	turn := func(label, page string) {
		t.Helper()
		if _, err := w.Press(m, label).Wait(w.ctx); err != nil {
			t.Fatal(err)
		}
		if err := w.Until(w.ctx, func() bool { m, _ = w.Message(m.ID); return strings.Contains(m.Content, page) }); err != nil {
			t.Fatal(err)
		}
	}
	turn("Suivante", "2/2")
	w.has(m.Content, "-# phrase 7 · pas de traduction (chiffre\u00a0: ", "Une phrase sur 8")
	turn("Précédente", "1/2")
	if got := len(model.Calls()); got != asked {
		t.Errorf("%d calls for two pages that were turned", got-asked)
	}
	w.answer(w.Press(w.answer(w.Command("privacy")), "Oublier mes conversations"))
	turn("Suivante", "2/2") // from what is stored
	w.has(m.Content, "-# phrase 7 · pas de traduction (elle n'a pas encore été demandée")
	if got := len(model.Calls()); got != asked {
		t.Errorf("%d calls for a page that was forgotten", got-asked)
	}
	days, err := w.bot.Stats(w.ctx)
	if err != nil || len(days) != 1 || days[0].Counts[bot.CountTranslations] != 1 || days[0].Counts[bot.CountSummaries] != 0 {
		t.Errorf("counted %+v (%v), want one translation and no summary", days, err)
	}
}

// TestTranslationCutShort has the time run out: what there is is shown, with
// what to do, and the second request goes on from there.
func TestTranslationCutShort(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		w := &world{t: t}
		store := bot.NewMemoryStore()
		library, err := bot.OpenLibrary(t.Context(), store, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		model := slowly(release)
		b := &bot.Bot{Library: library, Store: store, Model: model, Now: time.Now, Log: slog.New(slog.DiscardHandler), Config: bot.Config{ModelTimeout: time.Hour}}
		withArticle(coaches(20))(nil, b, nil)
		s := newServer(b, nil, nil, Config{}, b.Log)
		translate := func() message {
			ctx, cancel := context.WithTimeout(t.Context(), translateLimit)
			defer cancel()
			c := &call{interaction: &interaction{}, lang: "fr", reply: newReply(nil, nil, true, b.Log)}
			out, err := s.page(ctx, c, press{Verb: verbPage, Language: "en", Page: "1", Sources: []source{{Article: "cars"}}}, true)
			if err != nil {
				t.Fatal(err)
			}
			return out.messages[0]
		}
		m := translate()
		w.has(m.Content, "Coach number 8", "phrase 9 · pas de traduction (la traduction a été interrompue)", "reprend là où elle s'est arrêtée")
		if len(m.Files) != 2 {
			t.Errorf("%d files, want 2", len(m.Files))
		}
		asked := len(model.Calls())
		close(release)
		w.has(translate().Content, "Coach number 9 leaves", "2/4")
		for _, call := range model.Calls()[asked:] {
			w.hasNot(call.Messages[len(call.Messages)-1].Text, "numéro 8 ")
		}
	})
}

// TestTranslationPastTheBudget shows the original, and by the reader's clock when
// there is more.
func TestTranslationPastTheBudget(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(slowly(nil)), withArticle(coaches(5)), func(_ *discordtest.Options, b *bot.Bot, _ *Config) { b.Config.DailyTokensTotal = 1 })
	if err := w.bot.Store.AddTokens(w.ctx, time.Now().UTC().Format(time.DateOnly), bot.Guild("1"), bot.Usage{Prompt: 2}); err != nil {
		t.Fatal(err)
	}
	fr := w.answer(w.Command("translate", discordtest.String("article", "cars"))).Content
	w.has(fr, "-# Le budget du jour est épuisé. Jusqu'à <t:", "je montre l'original sans le traduire", "pas de traduction (le budget du jour est épuisé)")
	w.hasNot(fr, "traduction automatique")
	en := w.answer(w.Command("translate", discordtest.String("article", "cars"), discordtest.Locale("en-GB"))).Content
	w.has(en, "-# Today's budget is spent. Until <t:", "I show the original without translating it", "no translation (the budget is spent)")
}

// TestTurnedPagesExpire: what a message held is not kept longer than a private
// answer.
func TestTurnedPagesExpire(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		library, err := bot.OpenLibrary(t.Context(), bot.NewMemoryStore(), time.Now)
		if err != nil {
			t.Fatal(err)
		}
		s := newServer(&bot.Bot{Library: library, Now: time.Now}, nil, nil, Config{}, slog.New(slog.DiscardHandler))
		s.turned.Add("cars:en", turned{bot.Translation{}, s.bot.Now().Add(bot.PrivateKept)})
		for _, step := range []struct {
			wait time.Duration
			left int
		}{{bot.PrivateKept - time.Second, 1}, {time.Second, 0}} {
			time.Sleep(step.wait)
			if s.sweep(); s.turned.Len() != step.left {
				t.Errorf("%d are left, want %d", s.turned.Len(), step.left)
			}
		}
	})
}
