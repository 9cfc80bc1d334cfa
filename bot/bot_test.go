package bot_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
	"verbatim/prompts"
)

const dispatch = `Le barrage de Varny fermé pour travaux

date 2025-03-14

Le barrage de Varny sera fermé au public dès lundi, a annoncé la préfète Odile Ferrand. Les travaux coûteront environ 12'500 francs par jour.

Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine sur la digue. L'association Rives vives n'a ni confirmé ni démenti qu'elle déposera un recours.

La réouverture est prévue fin septembre. Le maire de Varny, Luc Perrin, juge la fermeture «trop longue».`

var now = time.Date(2025, 3, 20, 10, 0, 0, 0, time.UTC)

// newBot is a bot over a memory store that holds the dispatch; model may be nil.
func newBot(t *testing.T, model bot.Model) (*bot.Bot, *knowledge.Article) {
	t.Helper()
	clock := func() time.Time { return now }
	store := bot.NewMemoryStore()
	library, err := bot.OpenLibrary(t.Context(), store, clock)
	if err != nil {
		t.Fatal(err)
	}
	b := &bot.Bot{
		Library: library, Store: store, Model: model, Now: clock,
		Log:    slog.New(slog.DiscardHandler),
		Config: bot.Config{ModelTimeout: time.Minute, SecondLook: true},
	}
	read, err := ingest.Text([]byte(dispatch), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := library.Add(t.Context(), bot.Global, read.Article); err != nil {
		t.Fatal(err)
	}
	return b, read.Article
}

// says is a model that answers with claims and whose second look says yes.
func says(claims ...string) *bot.FakeModel {
	return &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
		if call.Schema.Name == prompts.Verdicts.Name {
			return yes(call), nil
		}
		return `{"answered":true,"claims":[` + strings.Join(claims, ",") + `]}`, nil
	}}
}

// yes supports every claim that a second look is asked about.
func yes(call bot.Call) string {
	var v []string
	for n := 1; strings.Contains("\n"+call.Messages[1].Text, fmt.Sprintf("\n(%d) ", n)); n++ {
		v = append(v, fmt.Sprintf(`{"claim":%d,"supported":true,"reason":"it does"}`, n))
	}
	return `{"verdicts":[` + strings.Join(v, ",") + `]}`
}

// claim is one claim as JSON; each pair is a sentence's number and a quote.
func claim(text string, cited ...any) string {
	type citation struct {
		Sentence int    `json:"sentence"`
		Quote    string `json:"quote"`
	}
	c := struct {
		Text      string     `json:"text"`
		Citations []citation `json:"citations"`
	}{Text: text, Citations: []citation{}}
	for i := 0; i < len(cited); i += 2 {
		c.Citations = append(c.Citations, citation{cited[i].(int), cited[i+1].(string)})
	}
	b, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// number is the number of the sentence that holds a text.
func number(t *testing.T, a *knowledge.Article, text string) int {
	t.Helper()
	for _, s := range a.Sentences {
		if strings.Contains(a.Cut(s.Span), text) {
			return s.Number
		}
	}
	t.Fatalf("no sentence holds %q", text)
	return 0
}

func ask(t *testing.T, b *bot.Bot, question string) bot.Answer {
	t.Helper()
	a, err := b.Ask(t.Context(), bot.Question{Text: question})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, a)
	return a
}

// sound checks what holds of every answer.
func sound(t *testing.T, a bot.Answer) {
	t.Helper()
	if a.Answered != (len(a.Claims) > 0) || a.Answered != (len(a.Citations) > 0) || a.Answered == (len(a.Closest) > 0) {
		t.Errorf("answered %v with %d claims, %d citations, %d closest", a.Answered, len(a.Claims), len(a.Citations), len(a.Closest))
	}
	for _, c := range a.Claims {
		if len(c.Citations) == 0 {
			t.Errorf("%q cites nothing", c.Text)
		}
		for _, n := range c.Citations {
			if n < 1 || n > len(a.Citations) {
				t.Errorf("%q cites [%d] of %d", c.Text, n, len(a.Citations))
			}
			if !strings.Contains(a.Text, fmt.Sprintf("[%d]", n)) {
				t.Errorf("mark [%d] is not in %q", n, a.Text)
			}
		}
	}
	for _, c := range a.Citations {
		if c.QuoteText() == "" {
			t.Errorf("no part of %q carries the claim", c.Text())
		}
	}
	for _, c := range append(a.Citations, a.Closest...) {
		if !strings.Contains(c.Article.Text, c.Text()) || !strings.Contains(c.Text(), c.QuoteText()) {
			t.Errorf("citation %q, quote %q", c.Text(), c.QuoteText())
		}
	}
}
