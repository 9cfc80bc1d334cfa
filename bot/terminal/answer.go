package terminal

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/bot"
	"verbatim/knowledge"
	"verbatim/knowledge/proof"
)

// Answer prints an answer: what it says, the sentences that it rests on with
// the part that answers in bold, and how it was made. explain adds how each
// claim was proved and what was kept back.
func (p *Printer) Answer(a bot.Answer, explain bool) error {
	var b strings.Builder
	quoted := a.Citations
	if a.Lead != "" { // the text repeats the sentences, which stand below
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
	for _, r := range c.Reasons {
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

// proofs say in words how a claim was proved.
var proofs = map[knowledge.Proof]string{
	knowledge.ProofVerbatim: "it is the sentence itself",
	knowledge.ProofCode:     "proved by code",
	knowledge.ProofModel:    "undecided by code, supported by a second look",
}

func (p *Printer) explanation(a bot.Answer) string {
	var b strings.Builder
	for _, r := range a.Reports() {
		c := r.Claim
		b.WriteString("\n" + p.style.block("claim: ", "       ", oneLine(c.Text)))
		b.WriteString(p.style.block("       ", "       ", dim(fmt.Sprintf("%s, from %v", proofs[c.Proof], c.Citations))))
		for _, check := range r.Checks {
			b.WriteString(p.style.block("       ", "         ", dim(compared(check))))
		}
	}
	for _, r := range a.Rejected {
		b.WriteString("\n" + p.style.block("kept back: ", "           ", oneLine(r.Text)))
		b.WriteString(p.style.block("           ", "           ", dim(oneLine(r.Reason))))
	}
	if u := a.Usage; u.Total() > 0 {
		b.WriteString("\n" + p.style.block("", "", dim(fmt.Sprintf("%d tokens read, %d written", u.Prompt, u.Completion))))
	}
	return b.String()
}

// compared says what one check of a claim was held against, and what came of it.
func compared(c proof.Check) string {
	line := c.Kind + ": "
	switch {
	case c.Kind == "words":
		line += "every word"
	case c.Claim != "" && c.Sentence != "":
		line += fmt.Sprintf("“%s” against “%s”", oneLine(c.Claim), oneLine(c.Sentence))
	default:
		line += fmt.Sprintf("“%s”", oneLine(c.Claim+c.Sentence))
	}
	if c.Verdict == proof.Proved {
		return line + ", agrees"
	}
	return line + ", " + string(c.Verdict) + ": " + oneLine(c.Reason)
}
