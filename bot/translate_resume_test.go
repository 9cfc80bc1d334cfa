package bot_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"verbatim/bot"
	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
)

// long is an article of n sentences, each another.
func long(t *testing.T, b *bot.Bot, n int) *knowledge.Article {
	t.Helper()
	var text strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&text, "Le port de Brest a reçu %d navires cette semaine.", 1000+i)
		if text.WriteByte(' '); i%10 == 0 {
			text.WriteString("\n\n")
		}
	}
	return add(t, b, text.String())
}

func add(t *testing.T, b *bot.Bot, text string) *knowledge.Article {
	t.Helper()
	read, err := ingest.Text([]byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Library.Add(t.Context(), bot.Global, read.Article); err != nil {
		t.Fatal(err)
	}
	return read.Article
}

// counter is a model that translates the long article and counts how often it
// was asked for each sentence.
type counter struct {
	mu    sync.Mutex
	times map[string]int
}

func (c *counter) answer(call bot.Call) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var rows []row
	for n, original := range asked(call) {
		c.times[original]++
		var ships int
		if _, err := fmt.Sscanf(original, "Le port de Brest a reçu %d navires", &ships); err != nil {
			continue
		}
		rows = append(rows, row{n, fmt.Sprintf("The port of Brest received %d ships this week.", ships)})
	}
	return answerOf(rows)
}

func (c *counter) total() (n int) {
	for _, times := range c.times {
		n += times
	}
	return n
}

// Whoever interrupts a translation and asks again pays for no sentence twice
// that was stored.
func TestTranslationInterrupted(t *testing.T) {
	c := &counter{times: map[string]int{}}
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	b, _ := newBot(t, &bot.FakeModel{Answer: func(ctx context.Context, call bot.Call) (string, error) {
		text := c.answer(call)
		c.mu.Lock()
		defer c.mu.Unlock()
		if calls++; calls > 12 { // the others under way get no answer
			cancel()
			return "", ctx.Err()
		}
		return text, nil
	}})
	a := long(t, b, 200)
	r := bot.TranslationRequest{Article: a.ID, To: "en"}
	got, err := b.Translate(ctx, r)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	stored := map[string]bool{}
	for _, row := range got.Rows {
		if row.Text != "" {
			stored[a.Cut(row.Sentence.Span)] = true
		} else if row.Warning != "not translated: interrupted" {
			t.Errorf("row %d: %q", row.Sentence.Number, row.Warning)
		}
	}
	if len(stored) < 60 || len(stored) > 150 {
		t.Fatalf("%d sentences were translated before the interruption", len(stored))
	}
	if n, _, err := b.TranslationCost(t.Context(), r); err != nil || n != len(a.Sentences)-len(stored) {
		t.Errorf("the cost of going on is %d sentences (%v), want %d", n, err, len(a.Sentences)-len(stored))
	}
	c.times = map[string]int{}
	b.Model = &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) { return c.answer(call), nil }}
	got, err = b.Translate(t.Context(), r)
	if err != nil || got.Warning != "" {
		t.Fatalf("%v, %q", err, got.Warning)
	}
	for original := range stored {
		if c.times[original] > 0 {
			t.Errorf("asked again: %s", original)
		}
	}
	if want := len(a.Sentences) - len(stored); c.total() != want {
		t.Errorf("%d sentences were asked, want %d", c.total(), want)
	}
}

func TestTranslationStopsWhereTheBudgetEnds(t *testing.T) {
	c := &counter{times: map[string]int{}}
	b, _ := newBot(t, &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) { return c.answer(call), nil }})
	a := long(t, b, 200)
	b.Config.DailyTokensTotal = 5000
	r := bot.TranslationRequest{Article: a.ID, To: "en"}
	got, err := b.Translate(t.Context(), r)
	if err != nil || !strings.Contains(got.Warning, "budget") {
		t.Fatalf("%v, %q", err, got.Warning)
	}
	have := 0
	for _, row := range got.Rows {
		if row.Text != "" {
			have++
		} else if row.Warning != "not translated: the budget is spent" {
			t.Errorf("row %d: %q", row.Sentence.Number, row.Warning)
		}
	}
	if have == 0 || have == 200 || c.total() != have {
		t.Errorf("%d rows are translated, %d were asked", have, c.total())
	}
	b.Config.DailyTokensTotal = 0
	if got, err = b.Translate(t.Context(), r); err != nil || got.Warning != "" || c.total() != len(a.Sentences) {
		t.Errorf("the day after: %v, %q, %d asked", err, got.Warning, c.total())
	}
}

func TestSameSentenceIsAskedOnce(t *testing.T) {
	c := &counter{times: map[string]int{}}
	b, _ := newBot(t, &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) { return c.answer(call), nil }})
	const sentence = "Le port de Brest a reçu 1017 navires cette semaine."
	a := add(t, b, sentence+" Le port de Brest a reçu 1018 navires cette semaine.\n\n"+sentence)
	n, _, err := b.TranslationCost(t.Context(), bot.TranslationRequest{Article: a.ID, To: "en"})
	if err != nil || n != 2 {
		t.Errorf("it costs %d sentences (%v), want 2", n, err)
	}
	got := translate(t, b, a)
	if c.times[sentence] != 1 || got.Rows[0].Text == "" || got.Rows[0].Text != got.Rows[2].Text {
		t.Errorf("asked %d times: %+v", c.times[sentence], got.Rows)
	}
}

// All sentences have one form of a name: what another has is asked again
// alone, told the form, and kept out where it stays.
func TestNamesAreTheSameAllThrough(t *testing.T) {
	english := map[string]string{
		"L'hiver vient à Kiev.":                  "Winter comes to Kyiv.",
		"La neige tombe sur Kiev depuis samedi.": "Snow has been falling on Kyiv since Saturday.",
		"Le maire de Kiev a salué les renforts.": "The mayor of Kyiv welcomed the reinforcements.",
	}
	for name, test := range map[string]struct {
		change   func(call bot.Call, original, text string) string
		missing  int
		wantName string
	}{
		"one form": {func(_ bot.Call, _, text string) string { return text }, 0, "Kyiv"},
		"mended": {func(call bot.Call, original, text string) string {
			if strings.Contains(original, "maire") && len(call.Messages) == 2 {
				return strings.Replace(text, "Kyiv", "Kiev", 1)
			}
			return text
		}, 0, "Kyiv"},
		"stubborn": {func(_ bot.Call, original, text string) string {
			if strings.Contains(original, "maire") {
				return strings.Replace(text, "Kyiv", "Kiev", 1)
			}
			return text
		}, 1, "Kyiv"},
		"another form all through": {func(_ bot.Call, _, text string) string { return strings.Replace(text, "Kyiv", "Kiev", 1) }, 0, "Kiev"},
	} {
		t.Run(name, func(t *testing.T) {
			b, _ := newBot(t, &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
				if !strings.Contains(call.Messages[0].Text, "Kiev: Kyiv") {
					t.Errorf("no glossary in %s", call.Messages[0].Text)
				}
				var rows []row
				for n, original := range asked(call) {
					rows = append(rows, row{n, test.change(call, original, english[original])})
				}
				return answerOf(rows), nil
			}})
			got := translate(t, b, add(t, b, strings.Join(slices.Sorted(maps.Keys(english)), " ")))
			missing := 0
			for _, row := range got.Rows {
				switch {
				case row.Text == "":
					missing++
					if !strings.HasPrefix(row.Warning, "name: “Kiev” is “Kyiv”") {
						t.Errorf("%q", row.Warning)
					}
				case !strings.Contains(row.Text, test.wantName):
					t.Errorf("%q has no %s", row.Text, test.wantName)
				}
			}
			if missing != test.missing {
				t.Errorf("%d rows are missing, want %d", missing, test.missing)
			}
		})
	}
}

// A server that never answers is asked a few times, not once for each batch.
func TestTranslationByASilentServer(t *testing.T) {
	model := &bot.FakeModel{Answer: func(context.Context, bot.Call) (string, error) { return "", context.DeadlineExceeded }}
	b, _ := newBot(t, model)
	a := long(t, b, 200)
	got := translate(t, b, a)
	if n := len(model.Calls()); n > 8 || !strings.Contains(got.Warning, "does not respond") {
		t.Errorf("%d calls, %q", n, got.Warning)
	}
	for _, row := range got.Rows {
		if !strings.HasSuffix(row.Warning, "the model does not respond") {
			t.Errorf("row %d: %q", row.Sentence.Number, row.Warning)
		}
	}
}
