package page

import (
	"fmt"
	"io"
	"strings"

	"verbatim/bot"
	"verbatim/knowledge"
)

// Markdown writes the page as CommonMark that also reads well raw: each
// sentence begins with its number in bold, its translation stands below it as a
// block quote. Marks are numbers in brackets, followed by the sentences that
// they name. The error is w's.
func Markdown(w io.Writer, d Document) error {
	if d.Article == nil {
		return errNoArticle
	}
	v := newView(d)
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", escape(v.Name))
	if from := v.provenance(); from != "" {
		b.WriteString("\n" + from + "\n")
	}
	if v.Summary != nil {
		fmt.Fprintf(&b, "\n## %s\n", v.Words.Summary)
		v.Summary.markdown(&b)
	}
	fmt.Fprintf(&b, "\n## %s\n", v.Words.Article)
	if t := v.Translation; t != nil {
		fmt.Fprintf(&b, "\n**%s.** %s\n", escape(t.To), escape(strings.TrimSpace(t.Label+" "+t.Warning)))
	}
	if v.Title != nil {
		v.sentence(&b, *v.Title)
	}
	for _, block := range v.Blocks {
		for _, s := range block.Sentences {
			v.sentence(&b, s)
		}
	}
	if len(v.Questions) > 0 {
		fmt.Fprintf(&b, "\n## %s\n", v.Words.Questions)
	}
	for _, q := range v.Questions {
		fmt.Fprintf(&b, "\n### %s\n", escape(q.Question))
		q.markdown(&b)
	}
	fmt.Fprintf(&b, "\n---\n\n%s\n", escape(v.Words.Made))
	_, err := io.WriteString(w, b.String())
	return err
}

// provenance is the agency, the date and the source on one line.
func (v *view) provenance() string {
	var parts []string
	for _, s := range []string{v.Agency, v.DateText, v.File} {
		if s != "" {
			parts = append(parts, escape(s))
		}
	}
	if v.Address != "" {
		// Brackets and white space are escaped in an address; a parenthesis is not.
		target := strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E").Replace(string(v.Address))
		parts = append(parts, "["+escape(v.Words.Original+" "+v.Host)+"]("+target+")")
	}
	return strings.Join(parts, " · ")
}

func (v *view) sentence(b *strings.Builder, s sentence) {
	text := escape(s.Text)
	switch s.Kind {
	case knowledge.KindTitle, knowledge.KindHeading:
		text = "**" + text + "**"
	case knowledge.KindCaption, knowledge.KindByline:
		text = "*" + text + "*"
	}
	fmt.Fprintf(b, "\n**%d** %s\n", s.Number, text)
	switch {
	case !s.Row:
	case s.Rendering != "":
		fmt.Fprintf(b, "\n> %s\n", escape(s.Rendering))
	default:
		fmt.Fprintf(b, "\n> *%s*\n", escape(v.Words.Missing+" "+s.Missing))
	}
}

func (a *answer) markdown(b *strings.Builder) {
	if a.Lead != "" {
		fmt.Fprintf(b, "\n%s\n", escape(a.Lead))
	}
	if len(a.Claims) > 0 {
		b.WriteString("\n")
	}
	for _, c := range a.Claims {
		fmt.Fprintf(b, "- %s\n", c.markdown())
	}
	for _, c := range a.Closest {
		fmt.Fprintf(b, "\n> %s\n", c.markdown())
	}
	for _, line := range []string{a.Made, a.Warning} {
		if line != "" {
			fmt.Fprintf(b, "\n*%s*\n", escape(line))
		}
	}
}

func (c *claim) markdown() string {
	text := escape(c.Before)
	if c.Part != "" {
		text += "**" + escape(c.Part) + "**" + escape(c.After)
	}
	for _, m := range c.Marks {
		where := m.Where
		if m.Sentence == 0 {
			where = escape(m.Elsewhere)
		}
		if m.Label != "" {
			where = m.Label + ", " + where
		}
		text += " \\[" + where + "\\]"
	}
	if c.Rendering != "" {
		text += " – " + escape(c.Rendering)
	}
	return text
}

// escape makes a text from outside plain text on one line; an ampersand begins
// no character reference.
func escape(s string) string { return strings.ReplaceAll(bot.Escape(s), "&", `\&`) }
