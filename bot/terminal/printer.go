package terminal

import (
	"fmt"
	"io"
	"strings"

	"verbatim/bot"
	"verbatim/knowledge"
)

// Printer writes what the bot gives for a person to read. Whatever comes from
// outside is cleaned before it is shown.
type Printer struct {
	w     io.Writer
	style Style
}

// NewPrinter makes a printer.
func NewPrinter(w io.Writer, style Style) *Printer { return &Printer{w, style} }

// Line prints one line.
func (p *Printer) Line(text string) error { return p.print(p.style.block("", "", Clean(text))) }

func (p *Printer) print(text string) error {
	_, err := io.WriteString(p.w, text)
	return err
}

// Added prints what became of an article that was handed in.
func (p *Printer) Added(r bot.Added) error {
	a := r.Article
	said := "added"
	if !r.Added {
		said = "already there as"
	}
	about := []string{}
	for _, part := range []string{a.Agency, bot.DateText(a.Date, "en")} {
		if part != "" {
			about = append(about, part)
		}
	}
	about = append(about, count(len(a.Sentences), "sentence"))
	return p.Line(fmt.Sprintf("%s %s: %s (%s)", said, a.ID, a.Title, strings.Join(about, ", ")))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Holdings prints what a store holds, one article a line.
func (p *Printer) Holdings(holdings []bot.Holding) error {
	if len(holdings) == 0 {
		return p.Line("no article added yet: questions are answered from a sample; add one with verbatim add FILE")
	}
	rows := make([]row, 0, len(holdings))
	for _, h := range holdings {
		rows = append(rows, row{article: h.Article, owner: h.Owner})
	}
	return p.table(rows)
}

// Articles prints the articles that somebody sees, with a mark at the current one.
func (p *Printer) Articles(articles []*knowledge.Article, current string) error {
	rows := make([]row, 0, len(articles))
	for _, a := range articles {
		rows = append(rows, row{article: a, current: a.ID == current})
	}
	return p.table(rows)
}

// row is one article of a list.
type row struct {
	article *knowledge.Article
	owner   bot.Owner
	current bool
}

func (p *Printer) table(rows []row) error {
	ids := 2
	for _, r := range rows {
		ids = max(ids, len(r.article.ID))
	}
	var b strings.Builder
	b.WriteString(p.style.styled(dim("  "+pad("ID", ids)+"  "+pad("DATE", 10)+"  SENTENCES  TITLE")) + "\n")
	for _, r := range rows {
		a := r.article
		mark := " "
		if r.current {
			mark = "*"
		}
		title := Clean(a.Title)
		if a.Language != "fr" {
			title += " (" + Clean(a.Language) + ")"
		}
		if r.owner != bot.Global {
			title += " (" + Clean(string(r.owner)) + ")"
		}
		line := fmt.Sprintf("%s %s  %s  %9d  ", mark, pad(a.ID, ids), pad(a.Date, 10), len(a.Sentences))
		if p.style.Width > 0 {
			title = fit(title, max(20, p.style.Width-len(line)))
		}
		b.WriteString(line + strings.ReplaceAll(title, "\n", " ") + "\n")
	}
	return p.print(b.String())
}

// Article prints an article with its sentences numbered, paragraph by paragraph.
func (p *Printer) Article(a *knowledge.Article) error {
	var b strings.Builder
	b.WriteString(p.style.block("", "", bold(oneLine(a.Title))))
	about := []string{a.ID}
	for _, part := range []string{a.Agency, bot.DateText(a.Date, "en"), a.Source} {
		if part != "" {
			about = append(about, oneLine(part))
		}
	}
	if a.Language != "fr" {
		about = append(about, "language: "+a.Language)
	}
	b.WriteString(p.style.block("", "", dim(strings.Join(about, " · "))))
	wide := len(fmt.Sprint(len(a.Sentences)))
	paragraph := 0
	for _, s := range a.Sentences {
		if s.Paragraph != paragraph {
			b.WriteString("\n")
			paragraph = s.Paragraph
		}
		text := oneLine(a.Cut(s.Span))
		if s.Kind != knowledge.KindProse {
			text = dim("["+string(s.Kind)+"] ") + text
		}
		b.WriteString(p.style.block(numbered(s.Number, wide), strings.Repeat(" ", wide+2), text))
	}
	return p.print(b.String())
}

func numbered(n, wide int) string { return dim(fmt.Sprintf("%*d", wide, n)) + "  " }

// Translation prints each sentence with its translation below, or why there is none.
func (p *Printer) Translation(t bot.Translation) error {
	var b strings.Builder
	wide := len(fmt.Sprint(len(t.Article.Sentences)))
	indent := strings.Repeat(" ", wide+2)
	translated := 0
	for i, r := range t.Rows {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(p.style.block(numbered(r.Sentence.Number, wide), indent, oneLine(t.Article.Cut(r.Sentence.Span))))
		if r.Text != "" {
			translated++
			b.WriteString(p.style.block(indent, indent, bold(oneLine(r.Text))))
			continue
		}
		b.WriteString(p.style.block(indent, indent, dim("(no translation: "+oneLine(r.Why("en"))+")")))
	}
	b.WriteString("\n")
	for _, line := range translationLabel(t, translated) {
		b.WriteString(p.style.block("", "", dim(oneLine(line))))
	}
	if t.Warning != "" {
		b.WriteString(p.style.block("", "", oneLine(t.Warning)))
	}
	return p.print(b.String())
}

// translationLabel says where the original stands and who translated it.
func translationLabel(t bot.Translation, translated int) []string {
	var lines []string
	about := bot.Provenance(t.Article, "en")
	if source := t.Article.Source; strings.HasPrefix(source, "https://") || strings.HasPrefix(source, "http://") {
		about += " · " + source
	}
	if about != "" {
		lines = append(lines, about)
	}
	if translated > 0 {
		lines = append(lines, t.Made("en"))
	}
	return lines
}

// oneLine cleans a text and makes it one line, no-break spaces kept.
func oneLine(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(Clean(s), "\n", " "))
}
