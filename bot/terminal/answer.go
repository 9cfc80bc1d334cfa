package terminal

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/bot"
	"verbatim/knowledge"
)

// Answer prints an answer: what it says, the sentences that it rests on with
// the part that answers in bold, and how it was made. explain adds how each
// claim was proved and what was kept back.
func (p *Printer) Answer(a bot.Answer, explain bool) error {
	var b strings.Builder
	quoted := a.Citations
	if a.Lead != "" { // the text repeats the sentences, which stand below
		if a.Differ != "" {
			b.WriteString(p.style.block("", "", oneLine(a.Differ)))
		}
		b.WriteString(p.style.block("", "", oneLine(a.Lead)))
		if !a.Answered {
			quoted = a.Closest[:min(1, len(a.Closest))]
		}
	} else {
		b.WriteString(p.style.block("", "", fromMarkdown(Clean(a.Text))))
	}
	b.WriteString(p.quotes(quoted, a.Language, a.Answered))
	b.WriteString(p.footer(a, a.Made()))
	if explain {
		b.WriteString(p.explanation(a))
	}
	return p.print(b.String())
}

// Checked prints what became of a claim: the verdict, the sentences and what
// was compared.
func (p *Printer) Checked(c bot.Checked) error {
	var b strings.Builder
	b.WriteString(p.style.block("", "", oneLine(c.Lead())))
	b.WriteString(p.quotes(c.Citations, c.Language, false))
	for _, r := range c.ReasonsIn(c.Language) {
		b.WriteString("\n" + p.style.block("", "", dim(oneLine(r))))
	}
	b.WriteString(p.footer(bot.Answer{Language: c.Language, Citations: c.Citations, Sample: c.Sample, Warning: c.Warning}, c.Made()))
	return p.print(b.String())
}

// quotes are cited sentences, each with the place where it stands.
func (p *Printer) quotes(citations []knowledge.Citation, language string, marks bool) string {
	var b strings.Builder
	several := severalArticles(citations)
	for i, c := range citations {
		b.WriteString("\n")
		mark := ""
		if marks {
			mark = fmt.Sprintf("[%d] ", i+1)
		}
		b.WriteString(p.style.block(dim("│")+" ", dim("│")+" ", mark+boldPart(c)))
		b.WriteString(p.style.block(dim("│")+" ", dim("│")+" ", dim(place(c, language, several))))
	}
	return b.String()
}

// boldPart is a cited sentence with the part that answers in bold.
func boldPart(c knowledge.Citation) string {
	s := c.Span()
	if c.Quote.Empty() || c.Quote == s {
		return oneLine(c.Text())
	}
	before, after := c.Article.Cut(knowledge.Span{Start: s.Start, End: c.Quote.Start}), c.Article.Cut(knowledge.Span{Start: c.Quote.End, End: s.End})
	line := strings.NewReplacer("\n", " ")
	return line.Replace(Clean(before) + bold(Clean(c.QuoteText())) + Clean(after))
}

// place tells where a sentence stands.
func place(c knowledge.Citation, language string, several bool) string {
	where := fmt.Sprintf("sentence %d", c.Sentence)
	if language == "fr" {
		where = fmt.Sprintf("phrase %d", c.Sentence)
	}
	if several {
		where += " · " + oneLine(c.Article.Title)
		if date := bot.DateText(c.Article.Date, language); date != "" {
			where += " · " + date
		}
	}
	return where
}

func severalArticles(citations []knowledge.Citation) bool {
	return slices.ContainsFunc(citations, func(c knowledge.Citation) bool { return c.Article != citations[0].Article })
}

// footer names the article, its date and address, how the answer was made
// (about), and what went wrong on the way.
func (p *Printer) footer(a bot.Answer, about string) string {
	var b strings.Builder
	cited := append(slices.Clone(a.Citations), a.Closest...)
	if len(cited) > 0 {
		if !severalArticles(cited) {
			about = bot.Provenance(cited[0].Article, a.Language) + " · " + about
		}
		b.WriteString("\n" + p.style.block("", "", dim(oneLine(about))))
	}
	seen := map[string]bool{}
	for _, c := range cited {
		if s := c.Article.Source; strings.HasPrefix(s, "http") && !seen[s] {
			seen[s] = true
			b.WriteString(p.style.styled(dim(oneLine(s))) + "\n")
		}
	}
	if a.Warning != "" {
		b.WriteString(p.style.block("", "", oneLine(a.Warning)))
	}
	if a.Sample {
		b.WriteString(p.style.block("", "", dim(bot.SampleNote(a.Language, bot.Text{French: "verbatim add FICHIER", English: "verbatim add FILE"}))))
	}
	return b.String()
}

func (p *Printer) explanation(a bot.Answer) string {
	in := func(french, english string) string { return bot.Text{French: french, English: english}.In(a.Language) }
	claim, kept := in("affirmation : ", "claim: "), in("écartée : ", "kept back: ")
	under := strings.Repeat(" ", utf8.RuneCountInString(claim))
	var b strings.Builder
	for _, r := range a.Reports() {
		lines := r.Lines(a.Language)
		b.WriteString("\n" + p.style.block(claim, under, oneLine(r.Claim.Text)))
		b.WriteString(p.style.block(under, under, dim(fmt.Sprintf(in("%s, d'après %v", "%s, from %v"), lines[0], r.Claim.Citations))))
		for _, line := range lines[1:] {
			b.WriteString(p.style.block(under, under+"  ", dim(oneLine(line))))
		}
	}
	for _, r := range a.Rejected {
		under := strings.Repeat(" ", utf8.RuneCountInString(kept))
		b.WriteString("\n" + p.style.block(kept, under, oneLine(r.Text)))
		b.WriteString(p.style.block(under, under, dim(oneLine(r.ReasonIn(a.Language)))))
	}
	if u := a.Usage; u.Total() > 0 {
		b.WriteString("\n" + p.style.block("", "", dim(fmt.Sprintf(in("%d jetons lus, %d écrits", "%d tokens read, %d written"), u.Prompt, u.Completion))))
	}
	return b.String()
}
