package discord

import (
	"context"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
	"verbatim/prompts"
)

// An answer of two claims that are proved, and one in between that is wrong.
const (
	firstHalf = `{"answered":true,"claims":[{"text":"Les travaux coûteront environ 12'500 francs par jour.","citations":[{"sentence":3,"quote":"Les travaux coûteront environ 12'500 francs par jour."}]}` +
		`,{"text":"Les travaux coûteront environ 99'000 francs par jour.","citations":[{"sentence":3,"quote":"Les travaux coûteront environ 12'500 francs par jour."}]}`
	secondHalf = `,{"text":"La réouverture est prévue fin septembre.","citations":[{"sentence":6,"quote":"La réouverture est prévue fin septembre."}]}]}`
	grownTo    = "Les travaux coûteront environ 12'500 francs par jour [1].\n-# Rédaction…"
	howMuch    = "combien coûteront les travaux, et jusqu'à quand ?"
)

// streams is a model's answer in two halves, what comes between them once it is
// released.
func streams(release <-chan struct{}, then func() (string, error)) *bot.FakeModel {
	return &bot.FakeModel{Answer: func(ctx context.Context, call bot.Call) (string, error) {
		if call.Schema.Name == prompts.Verdicts.Name {
			return writes("").Answer(ctx, call)
		}
		call.Stream(firstHalf, false)
		select {
		case <-release:
		case <-ctx.Done():
			return "", ctx.Err()
		}
		second, err := then()
		call.Stream(second, false)
		return firstHalf + second, err
	}}
}

func whole() (string, error) { return secondHalf, nil }

func growing(m discordtest.Message) bool { return strings.Contains(m.Content, "12'500") && !final(m) }

// TestGrowingAnswer shows what is proved while the model still writes.
func TestGrowingAnswer(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	w := start(t, withModel(streams(release, whole)))
	i := w.Command("ask", discordtest.String("question", howMuch))
	grown, err := i.Until(w.ctx, growing)
	if err != nil {
		t.Fatal(err)
	}
	if grown.Content != grownTo {
		t.Errorf("while the model writes: %q, want %q", grown.Content, grownTo)
	}
	close(release)
	w.has(w.answer(i).Content, "12'500 francs par jour [1]. La réouverture est prévue fin septembre [2].")
}

func TestGrowingSummary(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	w := start(t, withModel(streams(release, whole)))
	i := w.Command("summary")
	grown, err := i.Until(w.ctx, growing)
	if err != nil {
		t.Fatal(err)
	}
	if want := "- " + grownTo; grown.Content != want {
		t.Errorf("while the model writes: %q, want %q", grown.Content, want)
	}
	close(release)
	w.has(w.answer(i).Content, "12'500 francs par jour [1].\n- La réouverture est prévue fin septembre [2].")
}

// TestGrowingReply asks in a message: one reply grows, and ends as the answer.
func TestGrowingReply(t *testing.T) {
	t.Parallel()
	for _, direct := range []bool{false, true} {
		release := make(chan struct{})
		w := start(t, withModel(streams(release, whole)))
		c := w.Channel
		if direct {
			c = w.DM(w.User)
		}
		q := w.Say(w.User, c, w.Bot.Mention()+" "+howMuch)
		grown := w.saysBot(c, func(m discordtest.Message) bool { return repliesSoFar(q)(m) && growing(m) })
		if grown.Content != grownTo {
			t.Errorf("while the model writes: %q, want %q", grown.Content, grownTo)
		}
		close(release)
		m := w.saysBot(c, replies(q))
		w.has(m.Content, "12'500 francs par jour [1]. La réouverture est prévue fin septembre [2].", "rédigé par")
		if _, ok := m.Button("Sources"); !ok || m.ID != grown.ID || len(m.Mentions) != 0 {
			t.Errorf("it ended as %s with %v, pinging %v; want %s with Sources", m.ID, m.Controls(), m.Mentions, grown.ID)
		}
		for _, r := range w.Requests() {
			w.hasNot(string(r.Body), "99'000")
		}
	}
}

// TestGrowingReplyLeavesNoHalf breaks off an answer that had begun to show.
func TestGrowingReplyLeavesNoHalf(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		then func() (string, error)
		want string
	}{
		"a panic":          {func() (string, error) { panic("oh") }, "Une erreur est survenue"},
		"a silent model":   {func() (string, error) { return "", context.DeadlineExceeded }, "Le modèle ne répond pas"},
		"half an answer":   {func() (string, error) { return "", nil }, "illisible"},
		"it is deleted":    {whole, "prévue fin septembre [2]"},
		"AutoMod dislikes": {whole, sayRefused.French},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			release := make(chan struct{})
			w := start(t, withModel(streams(release, test.then)))
			q := w.Say(w.User, w.Channel, w.Bot.Mention()+" "+howMuch)
			grown := w.saysBot(w.Channel, func(m discordtest.Message) bool { return repliesSoFar(q)(m) && growing(m) })
			switch name {
			case "it is deleted":
				w.Delete(grown)
			case "AutoMod dislikes":
				w.AutoMod(func(m discordtest.Message) bool { return strings.Contains(m.Content, "septembre") })
			}
			close(release)
			w.has(w.saysBot(w.Channel, replies(q)).Content, test.want)
			n := 0
			for _, m := range w.Messages(w.Channel) {
				if m.Author.ID == w.Bot.ID {
					n++
				}
			}
			if n != 1 {
				t.Errorf("%d messages of the bot stand, want one", n)
			}
		})
	}
}
