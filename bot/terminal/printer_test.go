package terminal

import (
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/knowledge"
)

// article is a text of three sentences, one of them unfriendly.
func article() *knowledge.Article {
	text := "Le pont sera fermé lundi. Les travaux coûtent environ 3 millions. Une\x1b[31m phrase\x1b[0m rouge."
	a := &knowledge.Article{ID: "pont", Title: "Le pont\x1b[2J fermé", Date: "2025-03", Language: "fr", Agency: "ATS", Source: "https://exemple.ch/pont", Text: text}
	start := 0
	for _, end := range []int{25, len("Le pont sera fermé lundi. Les travaux coûtent environ 3 millions."), len(text)} {
		if a.Sentences == nil {
			end = strings.Index(text, ".") + 1
		}
		a.Sentences = append(a.Sentences, knowledge.Sentence{Number: len(a.Sentences) + 1, Paragraph: 1 + len(a.Sentences)/2, Kind: knowledge.KindProse, Span: knowledge.Span{Start: start, End: end}})
		start = end + 1
	}
	return a
}

func cite(a *knowledge.Article, sentence int, quote string) knowledge.Citation {
	at := strings.Index(a.Text, quote)
	return knowledge.Citation{Article: a, Sentence: sentence, Quote: knowledge.Span{Start: at, End: at + len(quote)}}
}

func printed(t *testing.T, style Style, print func(*Printer) error) string {
	t.Helper()
	var b strings.Builder
	if err := print(NewPrinter(&b, style)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAnswerByExtracts(t *testing.T) {
	a := article()
	answer := bot.Answer{
		Language: "fr", Mode: bot.ModeExtractive, Answered: true, Lead: "Ce que dit l'article :", Text: "Ce que dit l'article :\n\n> …",
		Citations: []knowledge.Citation{cite(a, 2, "environ 3 millions")},
		Warning:   "Le modèle ne répond pas.",
	}
	const want = `Ce que dit l'article :

│ [1] Les travaux coûtent environ 3 millions.
│ phrase 2

ATS · mars 2025 · extrait mot pour mot
https://exemple.ch/pont
Le modèle ne répond pas.
`
	if got := printed(t, Style{}, func(p *Printer) error { return p.Answer(answer, false) }); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	got := printed(t, Style{Ansi: true, Width: 80}, func(p *Printer) error { return p.Answer(answer, false) })
	if want := "Les travaux coûtent \x1b[1menviron 3 millions\x1b[0m."; !strings.Contains(got, want) {
		t.Errorf("on a terminal: %q, want %q in it", got, want)
	}
}

func TestAnswerByModel(t *testing.T) {
	a := article()
	answer := bot.Answer{
		Language: "en", Mode: bot.ModeLLM, Model: "small", Answered: true, Text: `About 3 million \*francs\* [1].`,
		Claims:    []knowledge.Claim{{Text: "Les travaux coûtent environ 3 millions.", Citations: []int{1}, Proof: knowledge.ProofCode}},
		Citations: []knowledge.Citation{cite(a, 2, "environ 3 millions")},
		Rejected:  []bot.Rejected{{Text: "It costs 4 million.", Reason: "figure: 4"}},
		Usage:     bot.Usage{Prompt: 10, Completion: 2},
	}
	const want = `About 3 million *francs* [1].

│ [1] Les travaux coûtent environ 3 millions.
│ sentence 2

ATS · March 2025 · written by small, checked automatically
https://exemple.ch/pont

claim: Les travaux coûtent environ 3 millions.
       proved by code, from [1]
       figure: “3 millions” against “3 millions”, agrees
       words: all accounted for

kept back: It costs 4 million.
           figure: 4

10 tokens read, 2 written
`
	if got := printed(t, Style{}, func(p *Printer) error { return p.Answer(answer, true) }); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRefusalNamesTheClosest(t *testing.T) {
	a := article()
	answer := bot.Answer{
		Language: "en", Mode: bot.ModeExtractive, Lead: "I found no answer in this article (March 2025). The closest sentence, which does not answer it:",
		Closest: []knowledge.Citation{{Article: a, Sentence: 1}, {Article: a, Sentence: 2}}, Sample: true,
	}
	got := printed(t, Style{}, func(p *Printer) error { return p.Answer(answer, false) })
	for _, want := range []string{answer.Lead + "\n", "\n│ Le pont sera fermé lundi.\n│ sentence 1\n", "verbatim add FILE"} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "millions") || strings.Contains(got, "[1]") {
		t.Errorf("more than the closest sentence is shown, or a mark:\n%s", got)
	}
}

func TestSeveralArticlesAreNamedEach(t *testing.T) {
	a, b := article(), article()
	b.Title, b.Date = "Un autre pont", "2024"
	answer := bot.Answer{Language: "fr", Mode: bot.ModeExtractive, Answered: true, Lead: "Ce que disent les articles :",
		Citations: []knowledge.Citation{{Article: a, Sentence: 1}, {Article: b, Sentence: 2}}}
	got := printed(t, Style{}, func(p *Printer) error { return p.Answer(answer, false) })
	for _, want := range []string{"│ phrase 1 · Le pont[2J fermé · mars 2025\n", "│ phrase 2 · Un autre pont · 2024\n", "\nextrait mot pour mot\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
}

func TestArticleIsNumbered(t *testing.T) {
	const want = `Le pont[2J fermé
pont · ATS · March 2025 · https://exemple.ch/pont

1  Le pont sera fermé lundi.
2  Les travaux coûtent environ 3 millions.

3  Une[31m phrase[0m rouge.
`
	if got := printed(t, Style{}, func(p *Printer) error { return p.Article(article()) }); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTranslationStandsBelow(t *testing.T) {
	a := article()
	translation := bot.Translation{Article: a, To: "en", Model: "small", Rows: []bot.Translated{
		{Sentence: a.Sentences[0], Text: "The bridge closes on Monday."},
		{Sentence: a.Sentences[1], Warning: "the figure 3 is missing"},
	}}
	const want = `1  Le pont sera fermé lundi.
   The bridge closes on Monday.

2  Les travaux coûtent environ 3 millions.
   (no translation: the figure 3 is missing)

ATS · March 2025 · https://exemple.ch/pont
machine translation by small, checked automatically; the original is what counts
`
	if got := printed(t, Style{}, func(p *Printer) error { return p.Translation(translation) }); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNothingFromAnArticleIsObeyed(t *testing.T) {
	a := article()
	answer := bot.Answer{Language: "fr", Answered: true, Lead: "x", Citations: []knowledge.Citation{{Article: a, Sentence: 3}}}
	holdings := []bot.Holding{{Article: a}}
	for name, print := range map[string]func(*Printer) error{
		"answer":   func(p *Printer) error { return p.Answer(answer, true) },
		"article":  func(p *Printer) error { return p.Article(a) },
		"holdings": func(p *Printer) error { return p.Holdings(holdings) },
		"added":    func(p *Printer) error { return p.Added(bot.Added{Article: a}) },
		"translation": func(p *Printer) error {
			return p.Translation(bot.Translation{Article: a, Rows: []bot.Translated{{Sentence: a.Sentences[2], Text: "\x1b[5mred"}}})
		},
	} {
		if got := printed(t, Style{}, print); strings.ContainsRune(got, '\x1b') {
			t.Errorf("%s prints an escape: %q", name, got)
		}
	}
}

func citations(a *knowledge.Article, sentences ...int) (out []knowledge.Citation) {
	for _, n := range sentences {
		out = append(out, knowledge.Citation{Article: a, Sentence: n})
	}
	return out
}
