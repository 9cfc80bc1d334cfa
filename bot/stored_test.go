package bot_test

import (
	"errors"
	"testing"

	"verbatim/bot"
)

func TestStoredTranslation(t *testing.T) {
	model := translator(func(n int, _, english string) (string, bool) { return english, n != 3 })
	b, a := newBot(t, model)
	r := bot.TranslationRequest{Article: a.ID, To: "en"}
	if _, found, err := b.StoredTranslation(t.Context(), r, "fake"); err != nil || found {
		t.Errorf("before any translation: found %v, %v", found, err)
	}
	made := translate(t, b, a)
	calls := len(model.Calls())
	b.Model = nil // what is stored needs none
	got, found, err := b.StoredTranslation(t.Context(), r, "fake")
	if err != nil || !found || got.Model != "fake" || got.Article != a || len(got.Rows) != len(made.Rows) {
		t.Fatalf("found %v, %v: %+v", found, err, got)
	}
	for i, row := range got.Rows {
		if row.Text != made.Rows[i].Text || (row.Text == "") != (row.Warning != "") {
			t.Errorf("row %d is %+v, made was %+v", i, row, made.Rows[i])
		}
	}
	if got.Rows[2].Text != "" {
		t.Errorf("the row that has no translation is %+v", got.Rows[2])
	}
	if n := len(model.Calls()); n != calls {
		t.Errorf("%d calls were made", n-calls)
	}
	if _, found, _ := b.StoredTranslation(t.Context(), r, "another"); found {
		t.Error("another model's translations are taken for its own")
	}
	r.Article = "zz"
	if _, _, err := b.StoredTranslation(t.Context(), r, "fake"); !errors.Is(err, bot.ErrNotFound) {
		t.Errorf("an unknown article: %v", err)
	}
}
