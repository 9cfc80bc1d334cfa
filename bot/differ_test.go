package bot_test

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/knowledge"
)

// TestArticlesThatDiffer asks two reports of one event, and checks that both
// values are given with their dates, in an extractive answer and in a model's
// that cites one of them alone.
func TestArticlesThatDiffer(t *testing.T) {
	b, _ := newBot(t, nil)
	first := article(t, "date 2025-05-03\n\nLe glissement de terrain de Lorne a fait 12 morts, selon la préfecture. Les recherches continuent dans la vallée.")
	later := article(t, "date 2025-05-04\n\nLe glissement de terrain de Lorne a fait 15 morts, a annoncé la préfecture. La route reste coupée.")
	for _, a := range []*knowledge.Article{first, later} {
		if _, err := b.Library.Add(t.Context(), bot.Global, a); err != nil {
			t.Fatal(err)
		}
	}
	const question = "Combien de morts le glissement de terrain de Lorne a-t-il faits ?"
	got := ask(t, b, question)
	for _, want := range []string{"Les articles ne concordent pas", "12 morts", "15 morts", "3 mai 2025", "4 mai 2025", "[1]", "[2]"} {
		if !strings.Contains(got.Differ, want) || !strings.Contains(got.Text, want) {
			t.Errorf("extractive: %q is not in %q or not in the text", want, got.Differ)
		}
	}
	if len(got.Citations) > 3 || len(got.Claims) != len(got.Citations) {
		t.Errorf("%d citations of %d claims", len(got.Citations), len(got.Claims))
	}

	b.Model = &bot.FakeModel{Answer: func(ctx context.Context, call bot.Call) (string, error) {
		for _, m := range numbered.FindAllStringSubmatch(call.Messages[len(call.Messages)-2].Text+call.Messages[0].Text, -1) {
			if n, err := strconv.Atoi(m[1]); err == nil && strings.Contains(m[2], "12 morts") {
				return `{"answered":true,"claims":[` + claim("Selon la préfecture, le glissement de terrain de Lorne a fait 12 morts.", n, "a fait 12 morts") + `]}`, nil
			}
		}
		return "", errors.New("the sentence was not sent")
	}}
	got = ask(t, b, question)
	if got.Mode != bot.ModeLLM || !strings.Contains(got.Text, "15 morts") || len(got.Citations) != 2 {
		t.Errorf("by a model: %s, %d citations, %v", got.Text, len(got.Citations), got.Rejected)
	}

	b.Model = nil
	if got := ask(t, b, "Combien de visiteurs passent sur la digue ?"); got.Differ != "" {
		t.Errorf("other articles do not differ: %s", got.Differ)
	}
}

// TestValuesWithTheirBounds: what can both be right is no difference, and a
// bound is never dropped from what is said to differ.
func TestValuesWithTheirBounds(t *testing.T) {
	for _, test := range []struct{ first, later, mine, theirs string }{
		{"a fait plus de 12 morts", "a fait 15 morts", "", ""},
		{"a fait au moins 12 morts", "a fait 15 morts", "", ""},
		{"a fait environ 100 morts", "a fait 104 morts", "", ""},
		{"a fait entre 10 et 15 morts", "a fait 20 morts", "", ""}, // a range is not compared
		{"a fait plus de 12 morts", "a fait 9 morts", "«\u00a0plus de 12 morts\u00a0»", "«\u00a09 morts\u00a0»"},
		{"a fait environ 100 morts", "a fait au moins 150 morts", "«\u00a0environ 100 morts\u00a0»", "«\u00a0au moins 150 morts\u00a0»"},
		{"a fait 12 morts au moins", "a fait 9 morts", "«\u00a012 morts au moins\u00a0»", "«\u00a09 morts\u00a0»"},
	} {
		b, _ := newBot(t, nil)
		for day, text := range []string{test.first, test.later} {
			a := article(t, "date 2025-05-0"+strconv.Itoa(day+3)+"\n\nLe glissement de terrain de Lorne "+text+" dans la vallée, selon la préfecture.")
			if _, err := b.Library.Add(t.Context(), bot.Global, a); err != nil {
				t.Fatal(err)
			}
		}
		got := ask(t, b, "Combien de morts le glissement de terrain de Lorne a-t-il faits ?")
		if (got.Differ != "") != (test.mine != "") || !strings.Contains(got.Differ, test.mine) || !strings.Contains(got.Differ, test.theirs) {
			t.Errorf("%q, %q: %q", test.first, test.later, got.Differ)
		}
	}
}
