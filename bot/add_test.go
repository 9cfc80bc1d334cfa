package bot_test

import (
	"errors"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/knowledge/ingest"
)

func TestAdd(t *testing.T) {
	const address = "https://news.example/a"
	page := `<html><head><title>Le pont rouvre</title></head><body><article><h1>Le pont rouvre</h1>
<p>Le pont de Varny a rouvert mardi matin après six mois de travaux, a indiqué le canton dans un communiqué publié en début de journée.</p>
<p>Les camions de plus de 28 tonnes restent interdits jusqu'à la fin de l'année, précise le service des routes, qui surveille deux piliers.</p>
<p>Une centaine de riverains ont assisté à la cérémonie. La facture atteint 4,2 millions de francs, un peu moins que prévu au budget.</p></article></body></html>`
	b, _ := newBot(t, nil)
	b.Fetcher = bot.FakeFetcher{address: {URL: address, ContentType: "text/html", Body: []byte(page)}}
	got, err := b.Add(t.Context(), bot.Guild("1"), bot.Material{URL: address})
	if err != nil || !got.Added || got.Article.Source != address || got.Article.Title != "Le pont rouvre" {
		t.Fatalf("got %+v, %v", got, err)
	}
	if again, err := b.Add(t.Context(), bot.Guild("1"), bot.Material{URL: address}); err != nil || again.Added || again.Article.ID != got.Article.ID {
		t.Errorf("again: %+v, %v", again, err)
	}
}

// What is no article is said in both languages, and nothing is stored.
func TestAddBadInput(t *testing.T) {
	b, _ := newBot(t, nil)
	b.Fetcher = bot.FakeFetcher{"https://short.example": {URL: "https://short.example", ContentType: "text/html", Body: []byte("<p>Bonjour.</p>")}}
	for name, m := range map[string]bot.Material{
		"empty":        {Data: []byte(" \n ")},
		"binary":       {Data: []byte("\x89PNG\r\n\x1a\n\x00\x00\x00")},
		"too large":    {Data: []byte(strings.Repeat("Une phrase de plus. ", ingest.MaxBytes/18))},
		"a short page": {URL: "https://short.example"},
	} {
		_, err := b.Add(t.Context(), bot.Guild("1"), m)
		var user *bot.UserError
		if !errors.As(err, &user) || user.French == "" || user.Hint.French == "" || strings.Contains(user.English, "\n") {
			t.Errorf("%s: %v", name, err)
		}
		if name == "a short page" && !strings.Contains(user.French, "1 phrase") {
			t.Errorf("%s: %q", name, user.French)
		}
	}
	if s := b.Library.Seen(bot.Guild("1")); len(s.Articles) != 1 {
		t.Errorf("%d articles, want the global one alone", len(s.Articles))
	}
}
