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
	article, a, err := b.blank(r)
	if err != nil {
		return Answer{}, err
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

// Excerpt is the summary of whole sentences that an article has without a model,
// for whoever shows the article: it is not counted as one that was asked for.
// The error is a *[UserError].
func (b *Bot) Excerpt(r SummaryRequest) (Answer, error) {
	article, a, err := b.blank(r)
	if err != nil {
		return Answer{}, err
	}
	a.extractSummary(article, r.Length.Points())
	return a, nil
}

// blank is the answer to a request before anything is written.
func (b *Bot) blank(r SummaryRequest) (*knowledge.Article, Answer, error) {
	shelf := b.Library.Seen(r.Owner)
	article, err := shelf.Find(r.Article)
	if err != nil {
		return nil, Answer{}, err
	}
	a := Answer{Language: "fr", Sample: shelf.Sample}
	if r.Language == "en" {
		a.Language = "en"
	}
	return article, a, nil
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
	d := digest{article: article, parts: partsOf(articleLines(article)), points: points, report: report}
	written, failed := 0, error(nil)
	for i := range d.parts {
		report(d.progress(i, claimsOf(d.choose(w.answer.Language))))
		if model.Err() == nil && (i == 0 || w.afford(ctx)) {
			if err := w.part(model, &d, i); err != nil {
				failed = err
				w.bot.Log.Warn("a part of the article was not summarised", "part", i+1, "parts", len(d.parts), "error", err)
			}
		}
		if d.parts[i].written {
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
	w.join(&d)
}

// part has the model write the points of part i.
func (w *writer) part(ctx context.Context, d *digest, i int) error {
	p := &d.parts[i]
	of := prompts.SummaryOf{Language: languageNames[w.answer.Language], Points: d.share(i)}
	report := d.report
	if len(d.parts) > 1 {
		of.Part, of.Parts = i+1, len(d.parts)
		report = func(s Stage) { // what stands done is parts, not claims
			if s.Name == StageWriting {
				s = d.progress(i, s.Claims)
			}
			d.report(s)
		}
	}
	claims, _, err := w.claims(ctx, task{
		lines:    p.lines,
		messages: []Message{{RoleSystem, prompts.Summary(of)}, {RoleUser, p.text()}},
		schema:   prompts.GroundedSummary,
		partial: partial{report: report, shown: func(standing []candidate) []knowledge.Claim {
			p.points = standing
			return claimsOf(d.choose(w.answer.Language))
		}},
	})
	p.points, p.written = claims, len(claims) > 0
	return err
}

// join makes the answer of the points of all parts; what the model gave nothing
// of is quoted.
func (w *writer) join(d *digest) {
	var missing []int
	for i := range d.parts {
		p := &d.parts[i]
		if p.written {
			continue
		}
		missing = append(missing, i)
		for _, n := range summary.ExtractPart(d.article, p.first(), p.last(), d.share(i)) {
			p.points = append(p.points, quoted(d.article, n))
		}
	}
	all := d.choose(w.answer.Language)
	w.answer.assemble(all, w.bot.Model.Name())
	w.answer.Text = bullets(w.answer.Claims)
	if len(missing) > 0 {
		w.alsoWarn(warnQuoted(d.parts, missing))
	}
	if out := unspoken(d.parts, all); len(out) > 0 {
		w.alsoWarn(warnUnspoken(d.parts, out))
	}
}

// alsoWarn adds a warning to those that stand.
func (w *writer) alsoWarn(t Text) {
	if w.answer.Warning != "" {
		w.answer.Warning += " "
	}
	w.answer.Warning += t.In(w.answer.Language)
}
