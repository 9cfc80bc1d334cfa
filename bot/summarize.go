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
	a.Mode = ModeExtractive
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
// is too long for one prompt in parts, each with its share of the points. A
// part of which the model gave nothing is quoted in its place.
func (w *writer) summarize(ctx context.Context, article *knowledge.Article, points int, report func(Stage)) {
	if len(article.Sentences) == 0 || !w.afford(ctx) {
		return
	}
	model, cancel := context.WithTimeout(ctx, w.bot.Config.ModelTimeout)
	defer cancel()
	parts := partsOf(articleLines(article))
	written, failed := 0, error(nil)
	for i := range parts {
		p := &parts[i]
		progress := Stage{Name: StageWriting, Done: i, Total: len(parts)}
		report(progress)
		if model.Err() == nil && (i == 0 || w.afford(ctx)) {
			if err := w.part(model, p, share(points, i, len(parts)), progress, report); err != nil {
				failed = err
				w.bot.Log.Warn("a part of the article was not summarised", "part", i+1, "parts", len(parts), "error", err)
			}
		}
		if p.written {
			written++
		}
	}
	switch {
	case ctx.Err() != nil:
		return
	case written == 0 && failed != nil:
		w.answer.Warning = w.failure(failed).In(w.answer.Language)
		return
	case written == 0:
		if w.answer.Warning == "" {
			w.answer.Warning = warnUnproved.In(w.answer.Language)
		}
		return
	}
	w.join(article, parts, points)
}

// part has the model write the points of one part.
func (w *writer) part(ctx context.Context, p *part, points int, progress Stage, report func(Stage)) error {
	of := prompts.SummaryOf{Language: languageNames[w.answer.Language], Points: points}
	if progress.Total > 1 {
		of.Part, of.Parts = progress.Done+1, progress.Total
		whole := report
		report = func(s Stage) { // what stands done is parts, not claims
			if s.Name == StageWriting {
				s = progress
			}
			whole(s)
		}
	}
	messages := []Message{{RoleSystem, prompts.Summary(of)}, {RoleUser, p.text()}}
	claims, _, err := w.claims(ctx, p.lines, messages, "", report)
	p.points, p.written = claims, len(claims) > 0
	return err
}

// join makes the answer of the points of all parts: the most important of each
// part first, nothing twice, no more than were asked for, and a denial beside
// what it answers.
func (w *writer) join(article *knowledge.Article, parts []part, points int) {
	var missing []int
	for i := range parts {
		p := &parts[i]
		if p.written {
			continue
		}
		missing = append(missing, i)
		for _, n := range summary.ExtractPart(article, p.first(), p.last(), share(points, i, len(parts))) {
			p.points = append(p.points, quoted(article, n))
		}
	}
	all := w.merge(parts, points)
	all = withDenials(article, all, points)
	w.answer.assemble(all, w.bot.Model.Name())
	w.answer.Text = bullets(w.answer.Claims)
	if len(missing) > 0 {
		w.alsoWarn(warnQuoted(parts, missing))
	}
	if out := unspoken(parts, all); len(out) > 0 {
		w.alsoWarn(warnUnspoken(parts, out))
	}
}

// alsoWarn adds a warning to those that stand.
func (w *writer) alsoWarn(t Text) {
	if w.answer.Warning != "" {
		w.answer.Warning += " "
	}
	w.answer.Warning += t.In(w.answer.Language)
}
