package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"verbatim/knowledge"
	"verbatim/prompts"
)

// maxAnswerTokens bounds what a model writes for one answer.
const maxAnswerTokens = 1500

// write has a model answer, and keeps what is proved. Where it fails the
// answer's Mode stays empty and its Warning says why.
func (k *asking) write(ctx context.Context) {
	w := &writer{bot: k.bot, asker: k.question.payer(), answer: k.answer}
	if !w.afford(ctx) {
		return
	}
	model, cancel := context.WithTimeout(ctx, k.bot.Config.ModelTimeout)
	defer cancel()
	k.rewrite(model, w)
	k.search(model)
	ls := promptLines(k.seen, k.found.Hits)
	k.question.report(Stage{Name: StageWriting})
	claims, answered, err := w.claims(model, task{
		lines:    ls,
		messages: []Message{{RoleSystem, prompts.Answer(languageNames[k.answer.Language])}, {RoleUser, ls.text()}},
		last:     k.text,
		schema:   prompts.GroundedAnswer,
		partial:  partial{report: k.question.report, shown: claimsOf, waits: k.bot.Config.SecondLook},
	})
	k.ended = ctx.Err() != nil
	switch {
	case err != nil:
		k.warn(w.failure(err))
	case !answered:
		k.answer.Mode, k.answer.Model = ModeLLM, k.bot.Model.Name()
		k.refuse()
	case len(claims) == 0:
		k.warn(warnUnproved)
	default:
		k.answer.assemble(claims, k.bot.Model.Name())
	}
}

// writer makes the model calls of one answer, and counts what they cost.
type writer struct {
	bot    *Bot
	asker  Owner // whose budget pays, as payer names it
	answer *Answer
}

// complete makes one call and books its tokens.
func (w *writer) complete(ctx context.Context, call Call) (string, error) {
	done, err := w.bot.Model.Complete(ctx, call)
	w.answer.Usage.Add(done.Usage)
	w.bot.book(ctx, w.asker, done.Usage)
	return done.Text, err
}

// failure says what a reader is told of a model that failed.
func (w *writer) failure(err error) Text {
	if !errors.Is(err, context.Canceled) { // whoever asked has gone
		w.bot.Log.Warn("the model gave no answer", "error", err)
	}
	switch {
	case errors.Is(err, ErrModelRejected):
		return warnRejected
	case errors.Is(err, errUnreadable):
		return warnUnreadable
	default:
		return warnSilent
	}
}

// task is what a model is to write: an answer or a summary.
type task struct {
	lines    lines
	messages []Message // the part that stays the same comes first
	last     string    // the question, which stands at the end; "" for none
	schema   prompts.Schema
	partial  partial // how what is proved is reported on the way
}

// call asks for it.
func (t *task) call() Call {
	messages := t.messages
	if t.last != "" {
		messages = append(messages[:len(messages):len(messages)], Message{RoleUser, t.last})
	}
	p := t.partial
	p.check = t.lines.check
	return Call{Messages: messages, Schema: t.schema, MaxTokens: maxAnswerTokens, Stream: p.stream}
}

// claims has a model write claims from sentences, and returns those that are
// proved. Where none is, the model is told why and asked once more.
func (w *writer) claims(ctx context.Context, t task) (standing []candidate, answered bool, err error) {
	for attempt := 0; attempt < 2 && len(standing) == 0; attempt++ {
		var g grounded
		text, err := w.complete(ctx, t.call())
		if err == nil {
			g, err = readGrounded(text)
		}
		switch {
		case err != nil && attempt > 0: // the first answer was readable; what it lacked stands in rejected
			return nil, true, nil
		case err != nil:
			return nil, true, err
		case !g.Answered:
			return nil, false, nil
		}
		t.partial.report(Stage{Name: StageChecking, Total: len(g.Claims)})
		var rejected []candidate
		standing, rejected = w.prove(ctx, t.lines, g.Claims)
		if len(rejected) == 0 {
			break
		}
		t.messages = append(t.messages[:len(t.messages):len(t.messages)], Message{RoleUser, repair(rejected)})
	}
	return standing, true, nil
}

// prove checks claims by code, has the undecided ones looked at again, and
// notes what is rejected.
func (w *writer) prove(ctx context.Context, ls lines, raw []rawClaim) (standing, rejected []candidate) {
	var all []candidate
	for _, r := range raw {
		all = append(all, ls.check(r))
	}
	w.secondLook(ctx, ls, all)
	for _, c := range all {
		if c.reason == "" {
			standing = append(standing, c)
			continue
		}
		rejected = append(rejected, c)
		r := Rejected{Text: c.raw.Text, Reason: c.reason, french: c.french}
		if r.french == "" {
			r.french = inFrench(c.reason)
		}
		if !slices.Contains(w.answer.Rejected, r) {
			w.answer.Rejected = append(w.answer.Rejected, r)
		}
	}
	return standing, rejected
}

// repair tells a model what was wrong with its claims.
func repair(rejected []candidate) string {
	var b strings.Builder
	b.WriteString("Your earlier claims were checked against the sentences and rejected. Answer again, without these faults:\n")
	for i, c := range rejected {
		fmt.Fprintf(&b, "- claim %d, %q: %s\n", i+1, c.raw.Text, c.reason)
	}
	return b.String()
}

// assemble makes the answer of claims that stand.
func (a *Answer) assemble(claims []candidate, model string) {
	a.Mode, a.Model, a.Answered = ModeLLM, model, true
	var sentences []string
	for _, c := range claims {
		claim := knowledge.Claim{Text: c.raw.Text, Proof: c.proof}
		for _, citation := range c.citations {
			n := a.cite(citation)
			if !slices.Contains(claim.Citations, n) {
				claim.Citations = append(claim.Citations, n)
			}
		}
		a.Claims = append(a.Claims, claim)
		sentences = append(sentences, marked(claim))
	}
	a.Text = strings.Join(sentences, " ")
}

// bullets are claims as a Markdown list.
func bullets(claims []knowledge.Claim) string {
	var items []string
	for _, c := range claims {
		items = append(items, "- "+marked(c))
	}
	return strings.Join(items, "\n")
}

// cite returns the number of a citation, a new one where the sentence was not
// cited before; the parts that carry claims grow together.
func (a *Answer) cite(c knowledge.Citation) int {
	for i := range a.Citations {
		known := &a.Citations[i]
		if known.Article == c.Article && known.Sentence == c.Sentence {
			known.Quote.Start = min(known.Quote.Start, c.Quote.Start)
			known.Quote.End = max(known.Quote.End, c.Quote.End)
			return i + 1
		}
		if known.Article == c.Article && known.Text() == c.Text() {
			return i + 1 // the article repeats itself
		}
	}
	a.Citations = append(a.Citations, c)
	return len(a.Citations)
}

// marked is a claim as Markdown with its marks before the full stop.
func marked(c knowledge.Claim) string {
	text, stop := c.Text, ""
	if strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "..") {
		text, stop = text[:len(text)-1], "."
	}
	var b strings.Builder
	b.WriteString(Escape(text) + " ")
	for _, n := range c.Citations {
		fmt.Fprintf(&b, "[%d]", n)
	}
	return b.String() + stop
}
