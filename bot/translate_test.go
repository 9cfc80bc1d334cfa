package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/knowledge"
)

// inEnglish is the dispatch as a good translator has it, by a word of each sentence.
var inEnglish = map[string]string{
	"Le barrage de Varny fermé": "The Varny dam closed for works",
	"dès lundi":                 "The Varny dam will be closed to the public from Monday, prefect Odile Ferrand announced.",
	"12'500":                    "The works will cost about 12,500 francs a day.",
	"340 visiteurs":             "According to the operator Hydralp, 340 visitors walk across the dike every week.",
	"Rives vives":               "The association Rives vives has neither confirmed nor denied that it will lodge an appeal.",
	"fin septembre":             "The reopening is planned for the end of September.",
	"Luc Perrin":                `The mayor of Varny, Luc Perrin, finds the closure "too long".`,
	"date 2025":                 "date 2025-03-14",
}

var numbered = regexp.MustCompile(`(?m)^\[(\d+)\] (.*)$`)

// translator answers a translation call; change may alter each translation.
func translator(change func(n int, original, english string) (string, bool)) *bot.FakeModel {
	return &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
		type row struct {
			Sentence int    `json:"sentence"`
			Text     string `json:"text"`
		}
		answer := struct {
			Sentences []row `json:"sentences"`
		}{}
		for _, m := range numbered.FindAllStringSubmatch(call.Messages[len(call.Messages)-1].Text, -1) {
			n, _ := strconv.Atoi(m[1])
			for word, english := range inEnglish {
				if strings.Contains(m[2], word) {
					if text, keep := change(n, m[2], english); keep {
						answer.Sentences = append(answer.Sentences, row{n, text})
					}
				}
			}
		}
		b, err := json.Marshal(answer)
		return string(b), err
	}}
}

func faithful(_ int, _, english string) (string, bool) { return english, true }

func translate(t *testing.T, b *bot.Bot, a *knowledge.Article) bot.Translation {
	t.Helper()
	got, err := b.Translate(t.Context(), bot.TranslationRequest{Article: a.ID, To: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != len(a.Sentences) {
		t.Fatalf("%d rows for %d sentences", len(got.Rows), len(a.Sentences))
	}
	for i, row := range got.Rows {
		if row.Sentence.Number != i+1 || (row.Text == "") == (row.Warning == "") {
			t.Errorf("row %d: %+v", i, row)
		}
	}
	return got
}

func TestTranslateOnce(t *testing.T) {
	model := translator(faithful)
	b, a := newBot(t, model)
	got := translate(t, b, a)
	for _, row := range got.Rows {
		if row.Text == "" {
			t.Errorf("%s: %s", a.Cut(row.Sentence.Span), row.Warning)
		}
	}
	calls := len(model.Calls())
	if again := translate(t, b, a); len(model.Calls()) != calls || again.Usage.Total() != 0 {
		t.Errorf("a second request made %d calls more", len(model.Calls())-calls)
	}
}

func TestTranslationWithoutAModel(t *testing.T) {
	model := translator(func(n int, _, english string) (string, bool) { return english, n != 3 })
	b, a := newBot(t, model)
	b.Model = nil
	_, err := b.Translate(t.Context(), bot.TranslationRequest{Article: a.ID, To: "en"})
	var user *bot.UserError
	if !errors.Is(err, bot.ErrNoModel) || !errors.As(err, &user) || !strings.Contains(user.Hint.English, "OPENAI_BASE_URL") {
		t.Errorf("got %v", err)
	}
	b.Model = model
	made := translate(t, b, a)
	b.Model = nil
	got := translate(t, b, a)
	for i, row := range got.Rows {
		if row.Text != made.Rows[i].Text {
			t.Errorf("row %d is %q, was %q", i+1, row.Text, made.Rows[i].Text)
		}
	}
	if got.Model != "fake" || got.Warning == "" || got.Rows[2].Warning != "not translated: no language model is set" {
		t.Errorf("by %q, %q, row 3: %q", got.Model, got.Warning, got.Rows[2].Warning)
	}
}

func TestTranslationWhenTheModelFails(t *testing.T) {
	b, a := newBot(t, &bot.FakeModel{Answer: func(context.Context, bot.Call) (string, error) { return "", bot.ErrModelRejected }})
	got := translate(t, b, a)
	if got.Warning == "" || got.Rows[0].Text != "" {
		t.Errorf("got %+v", got)
	}
	if n := len(b.Model.(*bot.FakeModel).Calls()); n > 1 {
		t.Errorf("a server that says no was asked %d times", n)
	}
}

func TestTranslationCost(t *testing.T) {
	b, a := newBot(t, nil)
	n, tokens, err := b.TranslationCost(t.Context(), bot.TranslationRequest{Article: a.ID, To: "en"})
	if err != nil || n != len(a.Sentences) || tokens < 2*bot.EstimateTokens(a.Text) {
		t.Errorf("%d sentences, %d tokens, %v", n, tokens, err)
	}
}

func TestFreeText(t *testing.T) {
	b, _ := newBot(t, translator(faithful))
	got, err := b.TranslateText(t.Context(), "Les travaux coûteront environ 12'500 francs par jour.", bot.TranslationRequest{To: "en"})
	if err != nil || len(got.Rows) != 1 || got.Rows[0].Text != inEnglish["12'500"] {
		t.Errorf("got %+v, %v", got, err)
	}
	var user *bot.UserError
	if _, err = b.TranslateText(t.Context(), "This text has been in English all the time.", bot.TranslationRequest{To: "en"}); !errors.As(err, &user) {
		t.Errorf("English text: %v", err)
	}
	german := "Die Arbeiten kosten ungefähr 12 500 Franken am Tag und dauern bis Ende September."
	if _, err = b.TranslateText(t.Context(), german, bot.TranslationRequest{To: "en"}); !errors.As(err, &user) || !strings.Contains(user.English, "German") {
		t.Errorf("German text: %v", err)
	}
	if _, err = b.TranslateText(t.Context(), "Il pleut.", bot.TranslationRequest{To: "fr"}); !errors.As(err, &user) {
		t.Errorf("into French: %v", err)
	}
	if _, err = b.TranslateText(t.Context(), strings.Repeat("mot ", 1001), bot.TranslationRequest{To: "en"}); !errors.As(err, &user) {
		t.Errorf("a long text: %v", err)
	}
}

func TestEnglishArticleIsNotTranslated(t *testing.T) {
	model := translator(faithful)
	b, _ := newBot(t, model)
	a := add(t, b, "The prefect has closed the dam to the public from Monday on.\n\nThe works will last until the end of the summer, and the mayor is not happy with it.")
	var user *bot.UserError
	_, err := b.Translate(t.Context(), bot.TranslationRequest{Article: a.ID, To: "en"})
	if !errors.As(err, &user) || user.English != "this text is English already" || user.In("fr") != "Ce texte est déjà en anglais." {
		t.Errorf("got %v", err)
	}
	if n := len(model.Calls()); n > 0 {
		t.Errorf("the model was called %d times", n)
	}
}

// TestEnglishQuestionsFindTheTranslation asks in words that only the stored
// translation has, before and after it is made, here and in a bot that shares
// the store.
func TestEnglishQuestionsFindTheTranslation(t *testing.T) {
	b, a := newBot(t, nil)
	ask := func(b *bot.Bot) bot.Answer {
		t.Helper()
		answer, err := b.Ask(t.Context(), bot.Question{Text: "How many ramblers saunter along the dyke?"})
		if err != nil {
			t.Fatal(err)
		}
		return answer
	}
	if got := ask(b); got.Answered {
		t.Fatalf("answered before there was a translation: %s", got.Text)
	}
	revision, err := b.Store.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b.Model = translator(func(_ int, original, english string) (string, bool) {
		if strings.Contains(original, "340 visiteurs") {
			return "According to the operator Hydralp, 340 ramblers saunter along the dyke every week.", true
		}
		return english, true
	})
	translate(t, b, a)
	if now, err := b.Store.Revision(t.Context()); err != nil || now == revision {
		t.Errorf("whoever shares the store is not told: revision %d (%v)", now, err)
	}
	library, err := bot.OpenLibrary(t.Context(), b.Store, b.Now)
	if err != nil {
		t.Fatal(err)
	}
	other := *b
	other.Library = library
	for name, b := range map[string]*bot.Bot{"the same": b, "another": &other} {
		b.Model = nil
		got := ask(b)
		if !got.Answered || !strings.Contains(got.Citations[0].Text(), "340 visiteurs passent chaque semaine") {
			t.Errorf("%s bot: answered %v, %s", name, got.Answered, got.Text)
		}
	}
}
