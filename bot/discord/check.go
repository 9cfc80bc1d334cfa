package discord

import (
	"context"
	"strings"

	"verbatim/bot"
	"verbatim/knowledge"
)

// checkClaim tells whether the articles say what a claim says.
func checkClaim(s *server, ctx context.Context, c *call) (result, error) {
	article, err := s.chosen(ctx, c, c.Data.text("article"))
	if err != nil {
		return result{}, err
	}
	checked, err := s.bot.Check(ctx, bot.CheckRequest{
		Claim: c.Data.text("claim"), Owner: c.owner, Asker: bot.Person(c.asker()), Article: article, Locale: c.lang, Progress: c.progress(growth{language: c.lang}),
	})
	if err != nil {
		return result{}, err
	}
	c.lang = checked.Language
	messages := paged(s.verdict(&checked), fileAnswer.In(c.lang), c.lang)
	var buttons []component
	if len(checked.Citations) > 0 {
		buttons = append(buttons, button(labelSources.In(c.lang), press{Verb: verbSources, Language: c.lang, Sources: cited(checked.Citations)}.String()))
	}
	buttons = append(buttons, thumb(verbUp, "👍", c.lang), thumb(verbDown, "👎", c.lang))
	messages[len(messages)-1].Components = []component{row(buttons...)}
	keep := func(last string) {
		s.talk.Remember(messageKey(last), bot.Person(c.asker()), turnOfCheck(&checked), bot.ConversationKept)
	}
	return result{messages: messages, after: keep}, nil
}

// turnOfCheck is the claim with the sentences that it was decided on.
func turnOfCheck(c *bot.Checked) bot.Turn {
	shown := c.Citations
	if c.Verdict != bot.Supported {
		shown = shown[:min(1, len(shown))]
	}
	claim := knowledge.Claim{Text: c.Claim}
	switch {
	case c.Verdict != bot.Supported:
	case c.Mode == bot.ModeLLM:
		claim.Proof = knowledge.ProofModel
	default:
		claim.Proof = knowledge.ProofCode
	}
	for i := range shown {
		claim.Citations = append(claim.Citations, i+1)
	}
	return bot.Turn{Question: c.Claim, Answer: c.Lead(), Claims: []knowledge.Claim{claim}, Citations: shown}
}

// verdict shows a claim, what the article says of it, the sentences, what was
// compared, and how.
func (s *server) verdict(c *bot.Checked) []string {
	lead, shown := c.Lead(), c.Citations
	if c.Verdict == bot.NotStated {
		lead, shown = sayNotStated.In(c.Language), shown[:min(1, len(shown))]
		if len(shown) == 0 {
			lead = sayNothingNear.In(c.Language)
		}
	}
	blocks := []string{"-# " + claimed.In(c.Language) + " " + escapeInner(flat(brief(c.Claim, 300))) + "\n" + escapeLine(lead)}
	if c.Warning != "" {
		blocks = append(blocks, s.warning(c.Warning, c.Language))
	}
	several := len(articlesOf(shown)) > 1
	for _, one := range shown {
		blocks = append(blocks, citation(one, 0, several, c.Language))
	}
	var small []string
	if c.Verdict == bot.Contradicted {
		for _, r := range c.ReasonsIn(c.Language) {
			small = append(small, "-# "+escapeInner(flat(brief(r, 200))))
		}
	}
	var names []string
	for _, a := range articlesOf(shown) {
		names = append(names, escapeInner(flat(brief(bot.Provenance(a, c.Language), 120))))
	}
	small = append(small, "-# "+strings.Join(append(names, escapeInner(flat(c.Made()))), " · "))
	if c.Sample {
		small = append(small, "-# "+escapeInner(bot.SampleNote(c.Language, howToAdd)))
	}
	return append(blocks, strings.Join(small, "\n"))
}
