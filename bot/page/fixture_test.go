package page_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/page"
	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
	"verbatim/knowledge/sample"
)

// lighthouse is a dispatch with every kind of sentence.
const lighthouse = `date 2025-02-08

Le phare de Tourlan rallumé après onze ans de travaux

AFP

Photo : la lanterne du phare de Tourlan, vue de la jetée (archives).

Le phare de Tourlan a été rallumé samedi après onze ans de travaux, a annoncé le maire Hervé Quéméner. Le chantier a coûté environ 2,4 millions d'euros, trois fois plus que prévu. « Nous avons tenu bon malgré les tempêtes », a déclaré M. Quéméner.

Quelque 3'200 visiteurs sont attendus chaque été, selon l'office du tourisme.

Un gardien à demeure

Le gardien, Yann Le Bihan, logera sur place dès le mois de mars. Il recevrait d'abord les écoles.

Les pêcheurs n'ont ni approuvé ni critiqué le projet. Leur syndicat n'a pas répondu aux questions de l'agence.`

// inEnglish are its sentences in English, in order; an empty one failed a check.
var inEnglish = []string{
	"The Tourlan lighthouse is lit again after eleven years of work",
	"AFP",
	"Photo: the lantern of the Tourlan lighthouse, seen from the jetty (archive).",
	"The Tourlan lighthouse was lit again on Saturday after eleven years of work, mayor Hervé Quéméner announced.",
	"The work cost about 2.4 million euros, three times more than planned.",
	"“We held out in spite of the storms,” Mr Quéméner said.",
	"Some 3,200 visitors are expected every summer, according to the tourist office.",
	"A resident keeper",
	"The keeper, Yann Le Bihan, will live there from March.",
	"He would reportedly first receive schools.",
	"",
	"Their union did not answer the agency's questions.",
}

func read(t testing.TB, text, source string) *knowledge.Article {
	t.Helper()
	r, err := ingest.Text([]byte(text), source)
	if err != nil {
		t.Fatal(err)
	}
	return r.Article
}

// document is a page with everything on it: a translation with a row that is
// missing, a summary, an answer by a model, an extractive one and a refusal.
func document(t testing.TB, language string, translated bool) page.Document {
	t.Helper()
	a := read(t, lighthouse, "")
	if len(a.Sentences) != len(inEnglish) {
		t.Fatalf("the fixture has %d sentences, want %d", len(a.Sentences), len(inEnglish))
	}
	return documentOf(t, a, language, translated)
}

func documentOf(t testing.TB, a *knowledge.Article, language string, translated bool) page.Document {
	t.Helper()
	own := *a
	own.Source = "https://www.example.org/tourlan/2025"
	store := bot.NewMemoryStore()
	library, err := bot.OpenLibrary(t.Context(), store, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := library.Add(t.Context(), bot.Global, &own); err != nil {
		t.Fatal(err)
	}
	b := &bot.Bot{Library: library, Store: store, Now: time.Now}
	d := page.Document{Article: &own, Language: language}
	summary, err := b.Summarize(context.Background(), bot.SummaryRequest{Article: own.ID, Language: language})
	if err != nil {
		t.Fatal(err)
	}
	d.Summary = &summary
	for _, q := range []string{"Combien a coûté le chantier ?", "Who won the football match in Madrid?"} {
		answer, err := b.Ask(t.Context(), bot.Question{Text: q, Article: own.ID})
		if err != nil {
			t.Fatal(err)
		}
		d.Questions = append(d.Questions, answer)
	}
	d.Questions = append(d.Questions, written(&own))
	if translated {
		d.Translation = &bot.Translation{Article: &own, To: "en", Model: "mistral-small"}
		for i, s := range own.Sentences {
			row := bot.Translated{Sentence: s, Text: inEnglish[i%len(inEnglish)]}
			if row.Text == "" {
				row.Warning = "negation: the original has “ni”, the translation denies nothing"
			}
			d.Translation.Rows = append(d.Translation.Rows, row)
		}
	}
	return d
}

// written is an answer as a model writes it, over the sentence that has a
// figure in its middle.
func written(a *knowledge.Article) bot.Answer {
	out := bot.Answer{Question: "What did the work cost?", Language: "en", Mode: bot.ModeLLM, Model: "mistral-small", Answered: true}
	for _, s := range a.Sentences {
		if at := strings.Index(a.Cut(s.Span), "environ "); at >= 0 && len(out.Citations) == 0 {
			out.Citations = []knowledge.Citation{{Article: a, Sentence: s.Number, Quote: knowledge.Span{Start: s.Start + at, End: s.End - 1}}}
		}
	}
	out.Claims = []knowledge.Claim{{Text: "About 2.4 million euros, three times more than planned.", Citations: []int{1}, Proof: knowledge.ProofCode}}
	return out
}

func render(t testing.TB, d page.Document) string {
	t.Helper()
	var b strings.Builder
	if err := page.HTML(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func sampleDocument(t testing.TB, language string) page.Document {
	t.Helper()
	return documentOf(t, sample.Article(), language, false)
}
