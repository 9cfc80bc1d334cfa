package bot_test

import (
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/knowledge/ingest"
)

// A quotation over two sentences is not shown without the one who says it.
func TestSpeakerStandsBesideWhatIsSaid(t *testing.T) {
	b, _ := newBot(t, nil)
	read, err := ingest.Text([]byte(`La vallée attend depuis des mois une réponse du canton sur la route.

«Les promesses ne réparent pas les ponts. Il nous faut des machines et un calendrier», a lancé mardi la syndique Aline Roch.

Le canton examine le dossier et répondra avant l'été, selon son service des routes.`), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Library.Add(t.Context(), bot.Global, read.Article); err != nil {
		t.Fatal(err)
	}
	a, err := b.Ask(t.Context(), bot.Question{Text: "Que ne réparent pas les promesses ?", Article: read.Article.ID})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, a)
	if len(a.Citations) < 2 || !strings.Contains(a.Citations[0].Text(), "promesses") || !strings.Contains(a.Citations[1].Text(), "Aline Roch") {
		t.Fatalf("got %q", a.Text)
	}
	if got, want := a.Citations[1].QuoteText(), "a lancé mardi la syndique Aline Roch"; got != want {
		t.Errorf("the part that tells the speaker is %q, want %q", got, want)
	}
}
