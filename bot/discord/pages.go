package discord

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"verbatim/bot"
	"verbatim/bot/page"
	"verbatim/knowledge"
)

const pageRows = 5 // sentences of a page, fewer where they are long

func translate(s *server, ctx context.Context, c *call) (result, error) {
	to := c.Data.text("to")
	if to == "" {
		to = "en"
	}
	if text := c.Data.text("text"); text != "" {
		return s.translateText(ctx, c, text, to)
	}
	article, err := s.chosen(ctx, c, c.Data.text("article"))
	if err != nil {
		return result{}, err
	}
	return s.page(ctx, c, press{Verb: verbPage, Language: to, Page: "0", Sources: []source{{Article: article}}}, true)
}

// translateText translates a text that is no article.
func (s *server) translateText(ctx context.Context, c *call, text, to string) (result, error) {
	t, err := s.bot.TranslateText(ctx, text, bot.TranslationRequest{Owner: c.owner, Asker: bot.Person(c.asker()), To: to, Progress: c.progress(growth{language: c.lang})})
	if err != nil {
		return result{}, err
	}
	return result{messages: paged(append(rows(&t, c.lang), s.translationNote(&t, c.lang)), fileTranslation.In(c.lang), c.lang)}, nil
}

func showArticle(s *server, ctx context.Context, c *call) (result, error) {
	return s.page(ctx, c, press{Verb: verbShow, Language: c.lang, Page: "0", Sources: []source{{Article: c.Data.text("article")}}}, true)
}

func turnPage(s *server, ctx context.Context, c *call) (result, error) {
	return s.page(ctx, c, c.press, false)
}

// page shows one page of an article, translated or not; the first time with
// everything attached as files.
func (s *server) page(ctx context.Context, c *call, p press, first bool) (result, error) {
	a, err := s.find(c, p.article())
	if err != nil {
		return result{}, err
	}
	p.Sources = []source{{Article: a.ID}}
	t := bot.Translation{Article: a}
	note := "" // on the first line
	if p.Verb == verbPage {
		t, err = s.translation(ctx, c, a, p.Language, first)
		switch {
		case errors.Is(err, bot.ErrNoModel):
			note = sayNoTranslation.In(c.lang) + c.ownersHint(err) + "\n\n"
			p.Verb, t = verbShow, bot.Translation{Article: a}
		case errors.Is(err, context.DeadlineExceeded) && t.Translated(): // what there is is shown
			late, cancel := context.WithTimeout(context.WithoutCancel(ctx), finishLimit)
			defer cancel()
			ctx = late
		case err != nil:
			return result{}, err
		}
	}
	if len(t.Rows) == 0 {
		for _, sentence := range a.Sentences {
			t.Rows = append(t.Rows, bot.Translated{Sentence: sentence})
		}
	}
	pages := sheets(rows(&t, c.lang))
	n, err := strconv.Atoi(p.Page)
	if err != nil || n < 0 || n >= len(pages) {
		n = 0
	}
	small := s.translationNote(&t, c.lang) + " · " + strconv.Itoa(n+1) + "/" + strconv.Itoa(len(pages))
	m := message{Content: note + strings.Join(pages[n], "\n\n") + "\n\n" + small, KeepFiles: !first}
	if len(pages) > 1 {
		m.Components = []component{turns(p, n, len(pages), c.lang)}
	}
	if first {
		if m.Files, err = s.files(ctx, c, &t); err != nil {
			return result{}, err
		}
	}
	return result{messages: []message{m}}, nil
}

// turned is a translation whose pages are being turned: what its rows say is
// nowhere else.
type turned struct {
	bot.Translation
	until time.Time
}

// translation is that of an article: made the first time, and later, when a
// page is turned, what came of it then, or else what is stored. Turning pages
// asks no model.
func (s *server) translation(ctx context.Context, c *call, a *knowledge.Article, to string, first bool) (bot.Translation, error) {
	key := a.ID + ":" + to
	r := bot.TranslationRequest{Owner: c.owner, Asker: bot.Person(c.asker()), Article: a.ID, To: to}
	if !first {
		if t, ok := s.turned.Get(key); ok && t.Article == a {
			return t.Translation, nil
		}
		t, _, err := s.bot.StoredTranslation(ctx, r, s.model())
		return t, err
	}
	r.Progress = c.progress(growth{language: c.lang, article: a, to: to})
	t, err := s.bot.Translate(ctx, r)
	if t.Translated() {
		s.turned.Add(key, turned{t, s.bot.Now().Add(bot.PrivateKept)})
	}
	return t, err
}

// model is the model's name, "" where there is none.
func (s *server) model() string {
	if s.bot.Model == nil {
		return ""
	}
	return s.bot.Model.Name()
}

// files are the article to read, with this translation or the one that is
// stored of it: a page and the same as Markdown.
func (s *server) files(ctx context.Context, c *call, t *bot.Translation) ([]file, error) {
	d, err := page.Collect(ctx, s.bot, c.owner, t.Article.ID, c.lang, s.model())
	if err != nil {
		return nil, err
	}
	if t.To != "" {
		d.Translation = t
	}
	var html, markdown bytes.Buffer
	if err := errors.Join(page.HTML(&html, d), page.Markdown(&markdown, d)); err != nil {
		return nil, err
	}
	return []file{{Name: t.Article.ID + ".html", Data: html.Bytes()}, {Name: t.Article.ID + ".md", Data: markdown.Bytes()}}, nil
}

// turns are the buttons that turn pages.
func turns(p press, n, pages int, language string) component {
	to := func(label bot.Text, page int) component {
		p.Page = strconv.Itoa(page)
		b := button(label.In(language), p.String())
		b.Disabled = page < 0 || page >= pages
		if b.Disabled { // ids of one message must differ
			p.Page = strconv.Itoa(pages)
			b.CustomID = p.String()
		}
		return b
	}
	return row(to(labelPrevious, n-1), to(labelNext, n+1))
}

// rows shows each sentence with its translation, where there is one.
func rows(t *bot.Translation, language string) []string {
	var out []string
	for _, r := range t.Rows {
		n := wordSentence.In(language) + " " + strconv.Itoa(r.Sentence.Number)
		original := "> " + escape(t.Article.Cut(r.Sentence.Span))
		switch {
		case t.To == "":
			out = append(out, original+"\n-# "+n)
		case r.Text == "":
			why := escapeInner(flat(brief(r.Why(language), 120)))
			out = append(out, original+"\n-# "+n+" · "+wordUntranslated.In(language)+" ("+why+")")
		default:
			out = append(out, original+"\n"+escape(r.Text)+"\n-# "+n)
		}
	}
	return out
}

// sheets cuts rows into pages that fit a message, with room for the lines
// above and below.
func sheets(all []string) [][]string {
	const room = 500
	var pages [][]string
	used := 0
	for _, r := range all {
		if size(r) > maxContent-room {
			r = pieces(r, maxContent-room-1)[0] + "…" // whole in the file
		}
		last := len(pages) - 1
		if last < 0 || len(pages[last]) == pageRows || used+2+size(r) > maxContent-room {
			pages, used, last = append(pages, nil), 0, last+1
		}
		pages[last] = append(pages[last], r)
		used += 2 + size(r)
	}
	if len(pages) == 0 {
		pages = [][]string{nil}
	}
	return pages
}

// translationNote is the small print under a page.
func (s *server) translationNote(t *bot.Translation, language string) string {
	line := "-# " + escapeInner(flat(brief(bot.Provenance(t.Article, language), 150)))
	if t.Model != "" && t.Translated() {
		line += " · " + escapeInner(flat(brief(t.Made(language), 200)))
	}
	if link := pageOf(t.Article); link != "" {
		line += " · [" + wordOpen.In(language) + "](<" + link + ">)"
	}
	if t.Warning != "" {
		line = s.warning(brief(t.WarningIn(language), 200), language) + "\n" + line
	}
	return line
}
