package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
	"verbatim/knowledge"
)

var numbered = regexp.MustCompile(`(?m)^\[(\d+)\] (.*)$`)

var english = map[string]string{
	"Le barrage de Varny fermé pour travaux":                                                  "Varny dam closed for works",
	"Le barrage de Varny sera fermé au public dès lundi, a annoncé la préfète Odile Ferrand.": "The Varny dam will be closed to the public from Monday, prefect Odile Ferrand announced.",
	"Les travaux coûteront environ 12'500 francs par jour.":                                   "The works will cost around 12,500 francs per day.",
	"Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine sur la digue.":          "According to the operator Hydralp, 340 visitors cross the dam every week.",
	"L'association Rives vives n'a ni confirmé ni démenti qu'elle déposera un recours.":       "The association Rives vives neither confirmed nor denied that it will file an appeal.",
	"La réouverture est prévue fin septembre.":                                                "The reopening is planned for late September.",
	"Le maire de Varny, Luc Perrin, juge la fermeture «trop longue».":                         "The mayor of Varny, Luc Perrin, considers the closure “too long”.",
	"Le car part tôt.": "The coach leaves early.",
}

// translates is a model that knows the sentences above.
func translates() *bot.FakeModel {
	return &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
		type row struct {
			Sentence int    `json:"sentence"`
			Text     string `json:"text"`
		}
		out := struct {
			Sentences []row `json:"sentences"`
		}{}
		for _, m := range numbered.FindAllStringSubmatch(call.Messages[len(call.Messages)-1].Text, -1) {
			n, err := strconv.Atoi(m[1])
			if err != nil {
				return "", err
			}
			out.Sentences = append(out.Sentences, row{n, english[m[2]]})
		}
		b, err := json.Marshal(out)
		return string(b), err
	}}
}

func TestTranslate(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(translates()))
	m := w.answer(w.Command("translate"))
	if !m.Ephemeral() || len(m.Attachments) != 2 {
		t.Errorf("ephemeral %v, %d files", m.Ephemeral(), len(m.Attachments))
	}
	w.has(m.Content, "> Le barrage de Varny sera fermé au public", "The works will cost around 12,500 francs per day.\n-# phrase 3", "1/2", "traduction automatique par fake")
	w.hasNot(m.Content, "phrase 6")
	if b, ok := m.Button("Précédente"); !ok || !b.Disabled {
		t.Error("there is a page before the first")
	}
	if _, err := w.Press(m, "Suivante").Wait(w.ctx); err != nil {
		t.Fatal(err)
	}
	if err := w.Until(w.ctx, func() bool {
		m, _ = w.Message(m.ID)
		return strings.Contains(m.Content, "2/2")
	}); err != nil {
		t.Fatal(err)
	}
	w.has(m.Content, "The reopening is planned for late September.\n-# phrase 6", "phrase 7")
	if len(m.Attachments) != 2 {
		t.Fatalf("%d files after a page was turned, want 2", len(m.Attachments))
	}
	for n, want := range []struct{ name, kind string }{ // the page, and the same as text
		{w.article.ID + ".html", "text/html; charset=utf-8"}, {w.article.ID + ".md", "text/markdown; charset=utf-8"},
	} {
		f, _ := w.Download(m.Attachments[n])
		if f.Name != want.name || f.ContentType != want.kind {
			t.Errorf("got the file %q, %q, want %+v", f.Name, f.ContentType, want)
		}
		w.has(string(f.Data), "La réouverture est prévue fin septembre.", "The reopening is planned for late September.", "fake")
	}
}

// TestTranslationShownLater attaches what was translated before to the article,
// and lets other languages turn their pages.
func TestTranslationShownLater(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(translates()))
	i := w.Command("translate")
	w.answer(i)
	w.settled(i.ID)
	m := w.answer(w.Command("articles", discordtest.Sub("show", discordtest.String("article", w.article.ID))))
	f, _ := w.Download(m.Attachments[0])
	w.has(string(f.Data), "The reopening is planned for late September.")
	b, ok := w.answer(w.Command("translate", discordtest.String("to", "de"))).Button("Suivante")
	if p, known := parsePress(b.CustomID); !ok || !known || p.Language != "de" {
		t.Errorf("the next page of a German translation is %q", b.CustomID)
	}
}

// TestUntranslatedRowsSayWhy changes a figure.
func TestUntranslatedRowsSayWhy(t *testing.T) {
	t.Parallel()
	altered := translates()
	honest := altered.Answer
	altered.Answer = func(ctx context.Context, call bot.Call) (string, error) {
		text, err := honest(ctx, call)
		return strings.ReplaceAll(text, "12,500", "19,500"), err
	}
	w := start(t, withModel(altered))
	w.has(w.answer(w.Command("translate")).Content, "> Les travaux coûteront environ 12'500 francs par jour.\n-# phrase 3 · pas de traduction (chiffre\u00a0: il manque 12'500 francs)")
	english := w.answer(w.Command("translate", discordtest.Locale("en-US"))).Content
	w.has(english, "-# sentence 3 · no translation (figure: 12'500 francs is missing)")
	w.hasNot(english, "19,500")
}

func TestTranslateWithoutAModel(t *testing.T) {
	t.Parallel()
	w := start(t)
	m := w.answer(w.Command("translate"))
	w.has(m.Content, "La traduction nécessite un modèle", "Voici l'original.", "> Le barrage de Varny sera fermé au public")
	if !m.Ephemeral() || len(m.Attachments) != 2 {
		t.Errorf("ephemeral %v, %d files", m.Ephemeral(), len(m.Attachments))
	}
}

func TestTranslateText(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(translates()))
	m := w.answer(w.Command("translate", discordtest.String("text", "Le car part tôt.")))
	w.has(m.Content, "> Le car part tôt.\nThe coach leaves early.")
}

// TestLongAnswers sums up an article whose sentences fill more than a message.
func TestLongAnswers(t *testing.T) {
	t.Parallel()
	for name, times := range map[string]int{"followups": 10, "a file": 30} {
		var claims []string
		for n := range 5 {
			claims = append(claims, fmt.Sprintf(`{"text":"La commune numéro %d l'a annoncé.","citations":[{"sentence":%d,"quote":"La commune numéro %d a annoncé"}]}`, n, n+1, n))
		}
		w := start(t, withModel(writes(`{"answered":true,"claims":[`+strings.Join(claims, ",")+`]}`)))
		long := &knowledge.Article{ID: "long", Title: "Un long article", Titled: true, Language: "fr"}
		for n := range 12 {
			text := fmt.Sprintf("La commune numéro %d a annoncé", n) + strings.Repeat(" que le chantier du pont se poursuivra encore longtemps,", times) + " selon la préfète."
			s := knowledge.Sentence{Number: n + 1, Paragraph: n + 1, Kind: knowledge.KindProse}
			s.Start = len(long.Text)
			long.Text += text + "\n\n"
			s.End = s.Start + len(text)
			long.Sentences = append(long.Sentences, s)
		}
		if _, err := w.bot.Library.Add(w.ctx, bot.Global, long); err != nil {
			t.Fatal(err)
		}
		i := w.Command("summary", discordtest.String("article", "long"))
		first := w.answer(i)
		w.settled(i.ID)
		followups := i.Followups()
		last := first
		if n := len(followups); n > 0 {
			last = followups[n-1]
			if len(first.Components) != 0 {
				t.Errorf("%s: buttons under the first message", name)
			}
		}
		if _, ok := last.Button("Sources"); !ok {
			t.Errorf("%s: no buttons under the last message", name)
		}
		if wantFile := name == "a file"; wantFile != (len(first.Attachments) == 1) || wantFile == (len(followups) > 0) {
			t.Errorf("%s: %d files, %d followups", name, len(first.Attachments), len(followups))
		}
	}
}

func TestAutoModIsSurvived(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.AutoMod(func(m discordtest.Message) bool { return strings.Contains(m.Content, "francs") })
	m := w.answer(w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?")))
	w.has(m.Content, "Discord a refusé d'afficher la réponse.")
}
