package discord

import (
	"context"
	"strconv"
	"strings"

	"verbatim/bot"
)

// claimed are the proof reports of what a message of the bot claims, none once
// it is forgotten.
func (s *server) claimed(message string) []bot.Report {
	turns := s.talk.Recall(messageKey(message))
	if len(turns) == 0 {
		return nil
	}
	return turns[len(turns)-1].Reports()
}

// why shows how each claim of an answer was proved: what was compared with what.
func why(s *server, _ context.Context, c *call) (result, error) {
	reports := s.claimed(c.press.Page)
	if len(reports) == 0 {
		return say(sayForgot.In(c.lang))
	}
	var blocks []string
	for _, r := range reports {
		blocks = append(blocks, proofReport(&r, c.lang))
	}
	return result{messages: paged(blocks, fileProof.In(c.lang), c.lang)}, nil
}

// proofReport is one claim, the sentences that it stands on, and the comparisons.
func proofReport(r *bot.Report, language string) string {
	lines := r.Lines(language)
	var places []string
	for i, c := range r.Citations {
		places = append(places, "["+strconv.Itoa(r.Claim.Citations[i])+"] "+place(c, language))
	}
	parts := []string{"**" + escapeInner(flat(brief(r.Claim.Text, 400))) + "**"}
	for _, c := range r.Citations {
		parts = append(parts, "> "+escapeInner(flat(brief(c.Text(), 400))))
	}
	parts = append(parts, "-# "+strings.Join(places, " ; ")+" · "+escapeInner(flat(lines[0])))
	for _, line := range lines[1:] {
		parts = append(parts, "- "+escapeInner(flat(brief(line, 300))))
	}
	return strings.Join(parts, "\n")
}
