package bot_test

import (
	"errors"
	"strings"
	"testing"

	"verbatim/bot"
)

func TestLentArticleIsAskedAndNotStored(t *testing.T) {
	b, held := newBot(t, nil)
	guild, ann := bot.Guild("1"), bot.Person("ann")
	note := article(t, "La bibliothèque de Sassel ouvrira le samedi, a indiqué la directrice Anne Roch. Elle compte 4'300 livres.")
	b.Library.Lend(guild, ann, note)
	got, err := b.Ask(t.Context(), bot.Question{Text: "Combien de livres compte la bibliothèque ?", Owner: guild, Article: note.ID})
	if err != nil || !got.Answered || !strings.Contains(got.Text, "4'300 livres") {
		t.Errorf("asked by its id: %q (%v)", got.Text, err)
	}
	if got, err = b.Ask(t.Context(), bot.Question{Text: "Combien de livres compte la bibliothèque ?", Owner: guild}); err != nil || strings.Contains(got.Text, "4'300") {
		t.Errorf("it is searched unnamed: %q (%v)", got.Text, err)
	}
	if all := b.Library.Seen(guild).Articles; len(all) != 1 || all[0].ID != held.ID {
		t.Errorf("the shelf holds %d articles, want the one that is stored", len(all))
	}
	if _, err := b.Library.Seen(bot.Guild("2")).Find(note.ID); !errors.Is(err, bot.ErrNotFound) {
		t.Errorf("another guild finds it: %v", err)
	}
	b.Library.TakeBack(bot.Person("bob"))
	if _, err := b.Library.Seen(guild).Find(note.ID); err != nil {
		t.Errorf("another person took it back: %v", err)
	}
	b.Library.TakeBack(ann)
	if _, err := b.Library.Seen(guild).Find(note.ID); !errors.Is(err, bot.ErrNotFound) {
		t.Errorf("after it was taken back: %v", err)
	}
}

func TestLentArticlesAreBounded(t *testing.T) {
	b, _ := newBot(t, nil)
	text := "Le pont de Lorne fermera en mai, a annoncé la commune. " + strings.Repeat("Les travaux du pont dureront encore longtemps. ", 1<<14)
	var ids []string
	for n := range 20 {
		a := article(t, text+strings.Repeat("Encore. ", n+1))
		ids = append(ids, a.ID)
		b.Library.Lend(bot.Global, bot.Global, a)
	}
	found := 0
	for _, id := range ids {
		if a, err := b.Library.Seen(bot.Global).Find(id); err == nil && a.ID == id {
			found++
		}
	}
	if found == 0 || found*len(text) > 8<<20 {
		t.Errorf("%d articles of %d bytes are held", found, len(text))
	}
}
