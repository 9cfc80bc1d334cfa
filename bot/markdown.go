package bot

import (
	"strings"

	"verbatim/knowledge"
)

var escaper = strings.NewReplacer(
	`\`, `\\`, `*`, `\*`, `_`, `\_`, "`", "\\`", `~`, `\~`, `|`, `\|`, `>`, `\>`, `#`, `\#`, `[`, `\[`, `]`, `\]`, `<`, `\<`,
	"\r\n", " ", "\n", " ", "\r", " ", "\t", " ", // one line: a line break could begin a heading or a list
)

// Escape makes a text from outside plain Markdown on one line.
func Escape(s string) string { return escaper.Replace(s) }

// Bold is a cited sentence as Markdown on one line, the part that carries the
// claim in bold.
func Bold(c knowledge.Citation) string {
	s, a := c.Span(), c.Article
	if c.Quote.Empty() || c.Quote == s {
		return Escape(c.Text())
	}
	return Escape(a.Cut(knowledge.Span{Start: s.Start, End: c.Quote.Start})) +
		"**" + Escape(c.QuoteText()) + "**" +
		Escape(a.Cut(knowledge.Span{Start: c.Quote.End, End: s.End}))
}
