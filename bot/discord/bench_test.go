package discord

import (
	"fmt"
	"testing"

	"verbatim/bot"
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
