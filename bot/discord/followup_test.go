package discord

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
	"verbatim/knowledge/language"
	"verbatim/prompts"
)

const visits = `Le musée de Lorne

Le musée de Lorne a compté 5'400 visiteurs en août, a indiqué la directrice Anne Roch. En septembre, il a compté 3'100 visiteurs, selon la même source. Le billet coûte 12 francs depuis lundi.`

// ways are the ways to follow a question up: each asks a first question, then
// one that leans on it, and returns the second answer.
var ways = map[string]func(w *world, first, second string) discordtest.Message{
	"mention again": func(w *world, first, second string) discordtest.Message {
		tells(w, w.Channel, w.Bot.Mention()+" "+first)
		return tells(w, w.Channel, w.Bot.Mention()+" "+second)
	},
	"reply": func(w *world, first, second string) discordtest.Message {
		m := tells(w, w.Channel, w.Bot.Mention()+" "+first)
		return tells(w, w.Channel, second, discordtest.ReplyTo(m))
	},
	"direct message": func(w *world, first, second string) discordtest.Message {
		tells(w, w.DM(w.User), first)
		return tells(w, w.DM(w.User), second)
	},
	"command in direct messages": func(w *world, first, second string) discordtest.Message {
		asks(w, first, discordtest.In(w.DM(w.User)))
		return asks(w, second, discordtest.In(w.DM(w.User)))
	},
	"Continue": func(w *world, first, second string) discordtest.Message {
		return goesOn(w, asks(w, first), second)
	},
	"Continue in private": func(w *world, first, second string) discordtest.Message {
		return goesOn(w, asks(w, first, discordtest.Bool("private", true)), second)
	},
	"thread": func(w *world, first, second string) discordtest.Message {
		w.answer(w.Press(asks(w, first), press{Verb: verbThread, Language: language.OfQuestion(first)}.String()))
		return tells(w, w.Threads(w.Channel)[0], w.Bot.Mention()+" "+second)
	},
}

func tells(w *world, c *discordtest.Channel, text string, opts ...discordtest.Option) discordtest.Message {
	q := w.Say(w.User, c, text, opts...)
	m := w.saysBot(c, replies(q))
	w.settled(q.ID)
	return m
}

func asks(w *world, question string, opts ...discordtest.Option) discordtest.Message {
	i := w.Command("ask", append(opts, discordtest.String("question", question))...)
	m := w.answer(i)
	w.settled(i.ID)
	return m
}

func goesOn(w *world, m discordtest.Message, question string) discordtest.Message {
	label := "Continuer"
	if _, english := m.Button("Continue"); english {
		label = "Continue"
	}
	modal, err := w.Press(m, label).Modal(w.ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	return w.answer(w.Submit(modal, map[string]string{inputID: question}))
}

// TestFollowUps understands a question from what went before, with a model and
// without.
func TestFollowUps(t *testing.T) {
	t.Parallel()
	for way, ask := range ways {
		w := start(t)
		if _, err := w.bot.Add(w.ctx, bot.Global, bot.Material{Data: []byte(visits)}); err != nil {
			t.Fatal(err)
		}
		m := ask(w, "Combien de visiteurs le musée de Lorne a-t-il comptés en août ?", "et en septembre ?")
		if !strings.Contains(plain(m.Content), "3'100 visiteurs") {
			t.Errorf("%s, without a model: %s", way, m.Content)
		}

		rewritten := ""
		w = start(t, withModel(&bot.FakeModel{Answer: func(ctx context.Context, call bot.Call) (string, error) {
			if call.Schema.Name != prompts.RewrittenQuestion.Name {
				return writes(cost).Answer(ctx, call)
			}
			for _, m := range call.Messages {
				rewritten += m.Text + "\n"
			}
			b, err := json.Marshal(map[string]string{"question": "Who announced what the works cost?"})
			return string(b), err
		}}))
		ask(w, "How much will the works cost?", "and who said that?")
		if !strings.Contains(rewritten, "How much will the works cost?") || !strings.Contains(rewritten, "and who said that?") {
			t.Errorf("%s, with a model: it was told %q", way, rewritten)
		}
	}
}

// TestFollowUpAfterForgetting has nothing to lean on.
func TestFollowUpAfterForgetting(t *testing.T) {
	t.Parallel()
	model := writes(cost)
	w := start(t, withModel(model))
	m := w.question()
	w.has(w.answer(w.Press(w.answer(w.Command("privacy")), "Oublier mes conversations")).Content, "oubliées")
	before := len(model.Calls())
	goesOn(w, m, "et qui l'a dit ?")
	for _, c := range model.Calls()[before:] {
		if c.Schema.Name == prompts.RewrittenQuestion.Name {
			t.Errorf("the model was told of what went before: %+v", c.Messages)
		}
	}
}

// TestEveryButtonSurvivesARestart presses every button of an answer, a
// translation, the help and the privacy note of a bot that is gone.
func TestEveryButtonSurvivesARestart(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(translates()))
	shown := []discordtest.Message{
		w.question(), w.answer(w.Command("translate")), w.answer(w.Command("help")), w.answer(w.Command("privacy")),
		w.answer(w.Command("check", discordtest.String("claim", "Les travaux coûteront environ 12'500 francs par jour."))),
		w.answer(w.Command("articles", discordtest.Sub("show", discordtest.String("article", w.article.ID)))),
	}
	form, err := w.Press(shown[0], "Continuer").Modal(w.ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.run()
	w.connected()
	for _, m := range shown {
		for _, c := range m.Controls() {
			if c.Disabled || c.Label == "Continuer" {
				continue
			}
			i := w.Press(m, c.CustomID)
			if _, err := i.Wait(w.ctx); err != nil {
				t.Errorf("%q: %v", c.Label, err)
			}
			w.settled(i.ID)
		}
	}
	w.has(w.answer(w.Submit(form, map[string]string{inputID: "Combien coûteront les travaux ?"})).Content, "12'500")
	for _, r := range w.Requests() {
		w.hasNot(string(r.Body), "Ce bouton ne fonctionne plus", "Une erreur est survenue")
	}
}
