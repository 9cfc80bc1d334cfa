package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"verbatim/knowledge"
	"verbatim/prompts"
)

type verdicts struct {
	Verdicts []struct {
		Claim     int    `json:"claim"`
		Supported bool   `json:"supported"`
		Reason    string `json:"reason"`
	} `json:"verdicts"`
}

// secondLook has an independent call judge the claims that code could not
// decide, all in one: it sees them and the sentences that they cite, nothing
// else. What it does not support, or does not speak of, is rejected.
func (w *writer) secondLook(ctx context.Context, ls lines, claims []candidate) {
	var open []*candidate
	for i := range claims {
		if claims[i].undecided {
			open = append(open, &claims[i])
		}
	}
	if len(open) == 0 {
		return
	}
	judged, err := map[int]string(nil), error(nil)
	if w.bot.Config.SecondLook {
		judged, err = w.judge(ctx, open)
		if err != nil {
			w.bot.Log.Warn("the second look could not be read", "error", err)
			w.answer.Warning = warnNoSecondLook.In(w.answer.Language)
		}
	}
	for i, c := range open {
		reason, ok := judged[i+1]
		switch {
		case !w.bot.Config.SecondLook || err != nil:
			c.reason = "undecided: code cannot see that it follows, and nobody else looked"
		case !ok:
			c.reason = "second look: it gave no verdict"
		case reason != "":
			c.reason = reason
		default:
			c.proof = knowledge.ProofModel
		}
	}
}

// judge returns for each claim that was judged, from 1, why it does not
// follow; "" where it does.
func (w *writer) judge(ctx context.Context, open []*candidate) (map[int]string, error) {
	text, err := w.complete(ctx, Call{
		Messages:  []Message{{RoleSystem, prompts.SecondLook()}, {RoleUser, judgedText(open)}},
		Schema:    prompts.Verdicts,
		MaxTokens: 200 + 80*len(open),
	})
	if err != nil {
		return nil, err
	}
	var v verdicts
	if err := json.Unmarshal([]byte(text), &v); err != nil || v.Verdicts == nil {
		return nil, errUnreadable
	}
	judged := map[int]string{}
	for _, one := range v.Verdicts {
		reason := ""
		if !one.Supported {
			reason = "second look: " + brief(orUnknown(tidy(one.Reason)))
		}
		if before, twice := judged[one.Claim]; !twice || before == "" {
			judged[one.Claim] = reason // of two verdicts the stricter counts
		}
	}
	return judged, nil
}

// judgedText writes each claim above the sentences that it cites.
func judgedText(open []*candidate) string {
	var b strings.Builder
	for i, c := range open {
		fmt.Fprintf(&b, "(%d) %s\n", i+1, c.raw.Text)
		seen := map[int]bool{}
		for j, rc := range c.raw.Citations[:len(c.citations)] {
			if !seen[rc.Sentence] {
				seen[rc.Sentence] = true
				fmt.Fprintf(&b, "[%d] %s\n", rc.Sentence, oneLine(c.citations[j].Text()))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
