package discord

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
	"verbatim/knowledge"
)

func BenchmarkAnswerMessages(b *testing.B) {
	a := varny()
	answer := bot.Answer{Language: "fr", Mode: bot.ModeExtractive, Answered: true, Lead: "Ce que dit l'article :"}
	for _, s := range a.Sentences[1:4] {
		answer.Citations = append(answer.Citations, knowledge.Citation{Article: a, Sentence: s.Number, Quote: s.Span})
	}
	b.ReportAllocs()
	for b.Loop() {
		answerMessages(&answer, shown{})
	}
}

// BenchmarkAutocomplete looks for a title among ten thousand.
func BenchmarkAutocomplete(b *testing.B) {
	var all []*knowledge.Article
	for n := range 10_000 {
		all = append(all, &knowledge.Article{ID: fmt.Sprintf("article-%d", n), Title: fmt.Sprintf("L'école numéro %d fermée à l'été pour des travaux", n)})
	}
	for b.Loop() {
		typedArticles(all, "numero 77", maxChoices)
	}
}

// BenchmarkTwoHundredAtOnce asks two hundred questions at once of a bot whose
// model takes two seconds, and tells when the slowest but two was acknowledged
// and the last was answered.
func BenchmarkTwoHundredAtOnce(b *testing.B) {
	const questions = 200
	for b.Loop() {
		w := start(b, withModel(&bot.FakeModel{Answer: func(ctx context.Context, call bot.Call) (string, error) {
			if !sleep(ctx, 2*time.Second) {
				return "", ctx.Err()
			}
			return writes(cost).Answer(ctx, call)
		}}))
		begin := time.Now()
		var all []*discordtest.Interaction
		for range questions {
			all = append(all, w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?")))
		}
		var acks []time.Duration
		for _, i := range all {
			ack, err := i.Wait(w.ctx)
			if err != nil {
				b.Fatal(err)
			}
			acks = append(acks, ack.After)
		}
		for _, i := range all {
			w.has(w.answer(i).Content, "12'500", "[1]")
		}
		slices.Sort(acks)
		b.ReportMetric(float64(acks[questions*99/100-1].Milliseconds()), "ack-p99-ms")
		b.ReportMetric(float64(acks[questions-1].Milliseconds()), "ack-max-ms")
		b.ReportMetric(time.Since(begin).Seconds(), "all-answered-s")
		if err := w.stop(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAutocompleteAnswered is how long a suggestion takes with a thousand
// articles, from Discord and back.
func BenchmarkAutocompleteAnswered(b *testing.B) {
	w := prepare(b)
	for n := range 1000 {
		a := varny()
		a.ID, a.Title = fmt.Sprintf("article-%d", n), fmt.Sprintf("L'école numéro %d fermée à l'été pour des travaux", n)
		if _, err := w.bot.Store.PutArticle(w.ctx, bot.Holding{Article: a}); err != nil {
			b.Fatal(err)
		}
	}
	library, err := bot.OpenLibrary(w.ctx, w.bot.Store, time.Now)
	if err != nil {
		b.Fatal(err)
	}
	w.bot.Library = library
	w.run()
	w.connected()
	var took []time.Duration
	for b.Loop() {
		i := w.Autocomplete("ask", discordtest.String("question", "x"), discordtest.Focus("article", "numero 7"))
		ack, err := i.Wait(b.Context())
		if err != nil || len(ack.Choices) != maxChoices {
			b.Fatalf("%d choices, %v", len(ack.Choices), err)
		}
		took = append(took, ack.After)
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[(len(took)*99-1)/100].Microseconds())/1000, "p99-ms")
}
