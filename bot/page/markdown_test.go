package page_test

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/bot/page"
)

func markdown(t *testing.T, d page.Document) string {
	t.Helper()
	var b strings.Builder
	if err := page.Markdown(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarkdownHasEveryRow(t *testing.T) {
	d := document(t, "en", true)
	got := markdown(t, d)
	for i, s := range d.Article.Sentences {
		number := fmt.Sprintf("\n**%d** ", s.Number)
		if strings.Count(got, number) != 1 {
			t.Errorf("%q stands there %d times", number, strings.Count(got, number))
		}
		_, rest, _ := strings.Cut(got, number)
		line, rest, _ := strings.Cut(rest, "\n\n> ")
		if want := d.Article.Cut(s.Span); strings.Trim(line, "*") != want {
			t.Errorf("sentence %d is %q, want %q", s.Number, line, want)
		}
		want := d.Translation.Rows[i].Text
		if want == "" {
			want = "*No translation: negation: "
		}
		if !strings.HasPrefix(rest, want) {
			t.Errorf("under sentence %d stands %.60q, want %q", s.Number, rest, want)
		}
	}
	for _, want := range []string{
		"# Le phare de Tourlan rallumé après onze ans de travaux\n\nAFP · 8 February 2025 · [Read the original at example.org](https://www.example.org/tourlan/2025)\n",
		"\n**English.** Machine translation by mistral-small, checked automatically",
		"\n- Le chantier a coûté **environ 2,4 millions d'euros**, trois fois plus que prévu. \\[1, sentence 5\\]\n",
		"\nI found no answer in this article (8 February 2025).",
		"\n- About 2.4 million euros, three times more than planned. \\[1, sentence 5\\]\n\n*Written by mistral-small, checked automatically.*\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
}

func TestMarkdownOfHostileTexts(t *testing.T) {
	got := markdown(t, hostile())
	for i := range len(got) {
		if strings.IndexByte("<`&", got[i]) >= 0 && (i == 0 || got[i-1] != '\\') {
			t.Fatalf("markup stands in %.40q", got[max(0, i-10):])
		}
	}
	if strings.Contains(got, "](") {
		t.Error("a source that is no address became a link")
	}
}
