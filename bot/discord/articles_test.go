package discord

import (
	"context"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

const village = `Un village sans école

La commune de Lorne n'a plus d'école depuis lundi, a indiqué le syndic Paul Aubert. Les 23 élèves vont désormais à Sassel. Le trajet dure environ 20 minutes en car. Une pétition a réuni 412 signatures.`

// loopback fetches what the double stores.
type loopback struct{ w *world }

func (l loopback) Fetch(_ context.Context, address string) (bot.Page, error) {
	for _, a := range l.w.files {
		if f, ok := l.w.Download(a); ok && a.URL == address {
			return bot.Page{URL: address, ContentType: "text/plain; charset=utf-8", Body: f.Data}, nil
		}
	}
	return bot.Page{URL: address, ContentType: "text/plain; charset=utf-8", Body: []byte(village)}, nil
}

func TestArticlesNeedManageServer(t *testing.T) {
	t.Parallel()
	w := start(t)
	for name, i := range map[string]*discordtest.Interaction{
		"add":    w.Command("articles", discordtest.Sub("add", discordtest.String("text", village))),
		"use":    w.Command("articles", discordtest.Sub("use", discordtest.String("article", w.article.ID))),
		"remove": w.Command("articles", discordtest.Sub("remove", discordtest.String("article", w.article.ID))),
	} {
		m := w.answer(i)
		if !m.Ephemeral() || !strings.Contains(m.Content, "Gérer le serveur") {
			t.Errorf("%s: ephemeral %v, %q", name, m.Ephemeral(), m.Content)
		}
	}
	if got := len(w.bot.Library.Seen(bot.Guild(w.Guild.ID)).Articles); got != 1 {
		t.Errorf("%d articles, want 1", got)
	}
}

func TestArticles(t *testing.T) {
	t.Parallel()
	w := start(t)

	add := func() string {
		return w.answer(w.Command("articles", discordtest.Sub("add", discordtest.String("text", village)), manager)).Content
	}
	w.has(add(), "Article ajouté\u00a0: Un village sans école", "phrases")
	w.has(add(), "Cet article est déjà là")
	added := w.bot.Library.Seen(bot.Guild(w.Guild.ID)).Articles[1]

	w.has(w.answer(w.Command("articles", discordtest.Sub("list"))).Content, "- Un village sans école", "`"+added.ID+"`", w.article.ID)
	w.has(w.answer(w.Command("articles", discordtest.Sub("use", discordtest.String("article", w.article.ID)), manager)).Content, "Dans ce salon", w.article.Title)
	w.has(w.answer(w.Command("articles", discordtest.Sub("list"))).Content, "par défaut ici")
	w.has(w.question().Content, "Ce que dit l'article (14 mars 2025)") // one article alone
	other := w.NewGuild("ailleurs")
	if got := len(w.bot.Library.Seen(bot.Guild(other.ID)).Articles); got != 1 {
		t.Errorf("another server sees %d articles, want 1", got)
	}

	shown := w.answer(w.Command("articles", discordtest.Sub("show", discordtest.String("article", added.ID))))
	w.has(shown.Content, "> Les 23 élèves vont désormais à Sassel.", "phrase 3")
	if !shown.Ephemeral() || len(shown.Attachments) != 2 {
		t.Errorf("ephemeral %v, %d files", shown.Ephemeral(), len(shown.Attachments))
	}

	w.has(w.answer(w.Command("articles", discordtest.Sub("remove", discordtest.String("article", added.ID)), manager)).Content, "Article retiré")
	w.has(w.answer(w.Command("articles", discordtest.Sub("remove", discordtest.String("article", w.article.ID)), manager)).Content, "en ligne de commande")
}

func TestAddInDirectMessages(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.bot.Fetcher = loopback{w}
	m := w.answer(w.Command("articles", discordtest.Sub("add", discordtest.String("url", "https://journal.example/lorne")), discordtest.In(w.DM(w.User))))
	w.has(m.Content, "Article ajouté")
	if got := len(w.bot.Library.Seen(bot.Person(w.User.ID)).Articles); got != 2 {
		t.Errorf("the person sees %d articles, want 2", got)
	}
}

func TestAddAFile(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.bot.Fetcher = loopback{w}
	i := w.Command("articles", discordtest.Sub("add", w.Attach("file", discordtest.File{Name: "lorne.txt", Data: []byte(village)})), discordtest.WithPermissions(discordtest.ManageGuild))
	w.has(w.answer(i).Content, "Article ajouté\u00a0: Un village sans école")
}

func TestAddNothingOrTooMuch(t *testing.T) {
	t.Parallel()
	w := start(t)

	w.has(w.answer(w.Command("articles", discordtest.Sub("add"), manager)).Content, "soit une adresse")
	w.has(w.answer(w.Command("articles", discordtest.Sub("add", discordtest.String("text", "x"), discordtest.String("url", "https://a.example")), manager)).Content, "soit une adresse")
}
