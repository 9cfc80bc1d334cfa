package bot

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
)

// fault is a row whose translation is not shown, and why.
type fault struct {
	row    int
	text   string // what was given, "" where nothing was
	reason string
}

// fill translates the open rows in batches, some at once, and stores what
// passes the checks as it comes. A row that stays empty says why.
func (t *translation) fill(ctx context.Context, b *Bot, open []int) {
	asker := payer(t.request.Owner, t.request.Asker)
	t.done = len(t.Rows) - len(open)
	t.report()
	queue := make(chan []int)
	var workers sync.WaitGroup
	for range batchesAtOnce {
		workers.Go(func() {
			for batch := range queue {
				t.batch(ctx, b, asker, batch)
			}
		})
	}
	for _, batch := range batches(t.distinct(open)) {
		queue <- batch
	}
	close(queue)
	workers.Wait()
	t.release(ctx, b)
	t.publish(ctx, b)
	if t.stop == "" && ctx.Err() != nil {
		t.stop = "interrupted"
		t.warn(warnInterrupted)
	}
	t.conclude(open)
}

// publish lets English questions find the article by what was stored.
func (t *translation) publish(ctx context.Context, b *Bot) {
	if !t.stored || t.To != "en" {
		return
	}
	if err := b.Library.Translated(context.WithoutCancel(ctx), t.Article); err != nil {
		b.Log.Error("the library could not be read again", "error", err)
	}
}

// conclude says what is missing, row by row and in the warning.
func (t *translation) conclude(open []int) {
	missing := 0
	for _, i := range open {
		if row := &t.Rows[i]; row.Text == "" {
			missing++
			if row.Warning == "" {
				row.Warning = "not translated: " + t.stop
			}
		}
	}
	switch {
	case missing > 0 && t.Warning == "":
		t.warn(warnMissing(missing, len(t.Rows)))
	case missing > 0:
	case t.to.code == "en":
		t.warn(Text{})
	default:
		t.warn(warnByMarks(t.to))
	}
}

// report tells how far the work is; nobody else holds what it tells of.
func (t *translation) report() {
	if t.request.Progress == nil {
		return
	}
	first := slices.IndexFunc(t.Rows, func(r Translated) bool { return r.Text == "" })
	if first < 0 {
		first = len(t.Rows)
	}
	t.request.Progress(Stage{Name: StageTranslating, Done: t.done, Total: len(t.Rows), Rows: slices.Clone(t.Rows[:first])})
}

// batch translates some rows in one call, and each that fails once more alone.
func (t *translation) batch(ctx context.Context, b *Bot, asker Owner, rows []int) {
	w := &writer{bot: b, asker: asker, answer: &Answer{Language: "en"}}
	faults := t.ask(ctx, w, rows, nil)
	for k := range faults {
		if again := t.ask(ctx, w, []int{faults[k].row}, &faults[k]); len(again) == 1 && again[0].reason != "" {
			faults[k] = again[0]
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, f := range faults {
		for _, i := range t.twins[t.original(f.row)] {
			if t.Rows[i].Text == "" {
				t.Rows[i].Warning = f.reason
			}
		}
	}
	t.Usage.Add(w.answer.Usage)
	for _, i := range rows {
		t.done += len(t.twins[t.original(i)])
	}
	t.report()
}

// goOn tells whether more may be asked: somebody waits, the server answers and
// the budget is not spent.
func (t *translation) goOn(ctx context.Context, w *writer) bool {
	t.mu.Lock()
	stopped := t.stop != ""
	t.mu.Unlock()
	if stopped || ctx.Err() != nil {
		return false
	}
	over := w.bot.overBudget(ctx, w.asker)
	if over == spentNone {
		return true
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.stop = "the budget is spent"
	t.warn(warnUntranslated(over, BudgetRenewed(w.bot.Now())))
	return false
}

// ask makes one call for some rows, stores what passes, and returns the
// others. Those of a call that was never made have no reason.
func (t *translation) ask(ctx context.Context, w *writer, rows []int, again *fault) (faults []fault) {
	if !t.goOn(ctx, w) {
		for _, i := range rows {
			faults = append(faults, fault{row: i})
		}
		return faults
	}
	given, err := t.complete(ctx, w, rows, again)
	if ctx.Err() == nil && err != nil {
		t.failed(err, len(rows) == 1)
	}
	passed := map[TranslationKey]string{}
	for _, i := range rows {
		f := fault{row: i, reason: "no translation: " + failureWord(err)}
		if ctx.Err() != nil {
			f.reason = "not translated: interrupted"
		}
		if err == nil {
			f.text, f.reason = t.judge(i, given[t.Rows[i].Sentence.Number], again != nil)
		}
		if f.reason != "" {
			faults = append(faults, f)
			continue
		}
		passed[t.key(t.original(i))] = f.text
	}
	t.store(ctx, w.bot, passed)
	return faults
}

// complete makes the call. A number that comes twice has both texts.
func (t *translation) complete(ctx context.Context, w *writer, rows []int, again *fault) (map[int][]string, error) {
	model, cancel := context.WithTimeout(ctx, w.bot.Config.ModelTimeout)
	defer cancel()
	text, err := w.complete(model, t.call(rows, again))
	if err != nil {
		return nil, err
	}
	var answer struct {
		Sentences []struct {
			Sentence int    `json:"sentence"`
			Text     string `json:"text"`
		} `json:"sentences"`
	}
	if json.Unmarshal([]byte(text), &answer) != nil {
		return nil, errUnreadable
	}
	given := map[int][]string{}
	for _, s := range answer.Sentences {
		given[s.Sentence] = append(given[s.Sentence], s.Text)
	}
	return given, nil
}

// judge checks what was given for a row, and shows it where it passes. last is
// the second time: what then differs in names alone waits for the other rows.
func (t *translation) judge(i int, given []string, last bool) (text, reason string) {
	text, reason = oneOf(given)
	original := t.original(i)
	if reason == "" {
		text, reason = rendering(original, text, t.to.code)
	}
	if reason != "" {
		return text, reason
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	found := t.names.spellings(original, text)
	reason, stubborn := misspelled(found)
	if stubborn && last {
		t.held = append(t.held, waiting{i, text})
	}
	if reason == "" {
		settle(found)
		t.show(i, text)
	}
	return text, reason
}

// show puts a translation into all rows of its sentence; t.mu is held.
func (t *translation) show(i int, text string) {
	for _, k := range t.twins[t.original(i)] {
		t.Rows[k].Text, t.Rows[k].Warning = text, ""
	}
}

// release shows the translations that were held back for forms of names that
// no other sentence has otherwise.
func (t *translation) release(ctx context.Context, b *Bot) {
	passed := map[TranslationKey]string{}
	for _, h := range t.held {
		original := t.original(h.row)
		found := t.names.spellings(original, h.text)
		agreed := true
		for _, s := range found {
			agreed = agreed && (s.name.chosen == "" || foldForm(s.name.chosen) == foldForm(s.text))
		}
		if agreed {
			settle(found)
			t.show(h.row, h.text)
			passed[t.key(original)] = h.text
		}
	}
	t.store(ctx, b, passed)
}

// store keeps translations even where whoever asked has gone.
func (t *translation) store(ctx context.Context, b *Bot, passed map[TranslationKey]string) {
	if len(passed) == 0 {
		return
	}
	ctx = context.WithoutCancel(ctx)
	err := b.Store.PutTranslations(ctx, passed)
	if err == nil {
		err = t.sign(ctx, b)
	}
	if err != nil {
		b.Log.Error("translations could not be stored", "error", err)
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.stored = true
}

// failed notes a call without an answer. A server that says no for good, or
// has no answer for one sentence alone, is not asked again.
func (t *translation) failed(err error, alone bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.warn(warnSome(failureWord(err)))
	if errors.Is(err, ErrModelRejected) || alone && !errors.Is(err, errUnreadable) {
		t.stop = failureWord(err)
	}
}

func failureWord(err error) string {
	switch {
	case errors.Is(err, ErrModelRejected):
		return "the model's server rejects the request"
	case errors.Is(err, errUnreadable):
		return "the model's answer cannot be read"
	default:
		return "the model does not respond"
	}
}
