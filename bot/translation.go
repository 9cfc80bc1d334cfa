package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"verbatim/prompts"
)

const (
	batchSentences = 8 // of one translation call
	batchesAtOnce  = 4
	maxTranslators = 20 // models whose translations are looked for where none is set
)

// translation is a Translation in the making.
type translation struct {
	Translation
	request *TranslationRequest
	to      target
	names   glossary         // of an English translation, else nil; mu guards what it settles on
	twins   map[string][]int // the open rows of a sentence that stands more than once

	mu     sync.Mutex // guards the rows, and all below, while batches run
	done   int        // rows
	stored bool       // something of it was
	stop   string     // why nothing more is asked, "" while it is
	held   []waiting
}

// waiting is a translation that waits for the others: all that is wrong with it
// are forms of names, which may stand where no other sentence has another.
type waiting struct {
	row  int
	text string
}

func (t *translation) original(i int) string { return t.Article.Cut(t.Rows[i].Sentence.Span) }

func (t *translation) key(original string) TranslationKey {
	return TranslationKey{Original: original, To: t.To, Model: t.Model, Prompt: prompts.Version}
}

// load fills the rows that are stored and returns the positions of the others.
// What is stored of the whole article settles the forms of its names.
func (t *translation) load(ctx context.Context, b *Bot) (open []int, err error) {
	keys := make([]TranslationKey, len(t.Article.Sentences))
	for i, s := range t.Article.Sentences {
		keys[i] = t.key(t.Article.Cut(s.Span))
	}
	stored, err := b.Store.Translations(ctx, keys)
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		if text := stored[k]; text != "" {
			settle(t.names.spellings(k.Original, text))
		}
	}
	for i := range t.Rows {
		if t.Rows[i].Text = stored[t.key(t.original(i))]; t.Rows[i].Text == "" {
			open = append(open, i)
		}
	}
	return open, nil
}

// translators is the key under which the models stand that translated into a
// language, one a line: whoever has no model now finds their work.
func translators(to string) TranslationKey {
	return TranslationKey{To: to, Prompt: prompts.Version}
}

// loadAny is as load, from the model that translated most of the rows.
func (t *translation) loadAny(ctx context.Context, b *Bot) (open []int, err error) {
	stored, err := b.Store.Translations(ctx, []TranslationKey{translators(t.To)})
	if err != nil {
		return nil, err
	}
	best, fewest := "", len(t.Rows)
	for model := range strings.SplitSeq(stored[translators(t.To)], "\n") {
		t.Model = model
		if open, err = t.load(ctx, b); err != nil {
			return nil, err
		}
		if len(open) < fewest {
			best, fewest = model, len(open)
		}
	}
	t.Model = best
	if t.names != nil {
		t.names = newGlossary(t.Article) // as that model has them
	}
	return t.load(ctx, b)
}

// sign notes the model among those that translated into the language.
func (t *translation) sign(ctx context.Context, b *Bot) error {
	stored, err := b.Store.Translations(ctx, []TranslationKey{translators(t.To)})
	if err != nil {
		return err
	}
	known := strings.Split(stored[translators(t.To)], "\n")
	if slices.Contains(known, t.Model) {
		return nil
	}
	known = append([]string{t.Model}, known[:min(len(known), maxTranslators-1)]...)
	return b.Store.PutTranslations(ctx, map[TranslationKey]string{translators(t.To): strings.Join(known, "\n")})
}

// distinct keeps the first row of each sentence, and notes the others.
func (t *translation) distinct(open []int) []int {
	t.twins = map[string][]int{}
	var out []int
	for _, i := range open {
		o := t.original(i)
		if len(t.twins[o]) == 0 {
			out = append(out, i)
		}
		t.twins[o] = append(t.twins[o], i)
	}
	return out
}

func batches(open []int) [][]int {
	var out [][]int
	for len(open) > 0 {
		n := min(len(open), batchSentences)
		out, open = append(out, open[:n]), open[n:]
	}
	return out
}

// call asks for some rows. again, where it is not nil, is a translation of the
// one row that was not good enough.
func (t *translation) call(rows []int, again *fault) Call {
	var b strings.Builder
	tokens := 200
	originals := make([]string, len(rows))
	for k, i := range rows {
		originals[k] = t.original(i)
		fmt.Fprintf(&b, "[%d] %s\n", t.Rows[i].Sentence.Number, oneLine(originals[k]))
		tokens += 3 * EstimateTokens(originals[k])
	}
	t.mu.Lock()
	lines := t.names.lines(originals)
	t.mu.Unlock()
	messages := []Message{{RoleSystem, prompts.Translate(t.to.english, lines)}, {RoleUser, b.String()}}
	if again != nil {
		note := Message{RoleUser, fmt.Sprintf("Your earlier translation of this sentence was checked and rejected.\n- it was: %q\n- what is wrong: %s\nTranslate it again, without this fault.",
			brief(again.text), brief(again.reason))}
		messages = []Message{messages[0], note, messages[1]}
	}
	return Call{Messages: messages, Schema: prompts.Translation, MaxTokens: tokens}
}
