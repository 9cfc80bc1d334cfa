package bot

import (
	"context"

	"verbatim/knowledge"
	"verbatim/knowledge/summary"
	"verbatim/prompts"
)

// Summarize gives the main points of an article, each with its citations. The
// error is a *[UserError] (an unknown article) or the context's.
func (b *Bot) Summarize(ctx context.Context, r SummaryRequest) (Answer, error) {
	start := b.Now()
	shelf := b.Library.Seen(r.Owner)
	article, err := shelf.Find(r.Article)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Language: "fr", Sample: shelf.Sample}
	if r.Language == "en" {
		a.Language = "en"
	}
	report := func(s Stage) {
		if r.Progress != nil {
			r.Progress(s)
		}
	}
	report(Stage{Name: StageReading})
	if b.Model != nil {
		w := &writer{bot: b, asker: payer(r.Owner, r.Asker), answer: &a}
		w.summarize(ctx, article, r.Length.Points(), report)
		if err := ctx.Err(); err != nil {
			return Answer{}, err
		}
	}
	if a.Mode != ModeLLM {
		a.extractSummary(article, r.Length.Points())
	}
	counts := a.counted()
	counts[CountSummaries]++
	b.count(ctx, counts)
	a.Elapsed = b.Now().Sub(start)
	return a, nil
}

// extractSummary makes a summary of whole sentences.
func (a *Answer) extractSummary(article *knowledge.Article, points int) {
	a.Mode, a.Answered = ModeExtractive, true
	for i, n := range summary.Extract(article, points) {
		s, _ := article.Sentence(n)
		a.Citations = append(a.Citations, knowledge.Citation{Article: article, Sentence: n, Quote: s.Span})
		a.Claims = append(a.Claims, knowledge.Claim{Text: article.Cut(s.Span), Citations: []int{i + 1}, Proof: knowledge.ProofVerbatim})
	}
	a.Answered = len(a.Claims) > 0
	a.Lead = summaryLead(a, article)
	a.Text = a.Lead + "\n\n" + blockQuotes(a.Citations, true)
}

// summarize has a model write points and keeps what is proved: an article that
// is too long for one prompt in parts, each with its share of the points.
func (w *writer) summarize(ctx context.Context, article *knowledge.Article, points int, report func(Stage)) {
	if !w.afford(ctx) {
		return
	}
	model, cancel := context.WithTimeout(ctx, w.bot.Config.ModelTimeout)
	defer cancel()
	parts := partsOf(articleLines(article))
	var all []candidate
	for i, part := range parts {
		report(Stage{Name: StageWriting, Done: i, Total: len(parts)})
		of := prompts.SummaryOf{Language: languageNames[w.answer.Language], Points: share(points, i, len(parts))}
		if len(parts) > 1 {
			of.Part, of.Parts = i+1, len(parts)
		}
		messages := []Message{{RoleSystem, prompts.Summary(of)}, {RoleUser, part.text()}}
		claims, _, err := w.claims(model, part, messages, "", report)
		if err != nil {
			w.answer.Warning = w.failure(err).In(w.answer.Language)
			return
		}
		all = append(all, claims[:min(len(claims), of.Points)]...)
	}
	if len(all) == 0 {
		if w.answer.Warning == "" {
			w.answer.Warning = warnUnproved.In(w.answer.Language)
		}
		return
	}
	w.answer.assemble(all, w.bot.Model.Name())
	w.answer.Text = bullets(w.answer.Claims)
}

// partsOf cuts sentences into runs that fit a prompt.
func partsOf(all lines) []lines {
	var parts []lines
	begin, size := 0, 0
	for i, l := range all {
		tokens := EstimateTokens(l.article.Cut(l.sentence.Span))
		if size > 0 && size+tokens > wholeArticle {
			parts = append(parts, all[begin:i])
			begin, size = i, 0
		}
		size += tokens
	}
	return append(parts, all[begin:])
}

// share is how many of the points part i of n gets: at least one, the first
// parts the odd ones.
func share(points, i, n int) int {
	s := points / n
	if i < points%n {
		s++
	}
	return max(1, s)
}
