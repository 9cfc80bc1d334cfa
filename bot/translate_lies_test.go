package bot_test

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/knowledge"
)

// row is one sentence of a model's answer.
type row struct {
	Sentence int    `json:"sentence"`
	Text     string `json:"text"`
}

// asked are the numbers and sentences of a translation call.
func asked(call bot.Call) map[int]string {
	out := map[int]string{}
	for _, m := range numbered.FindAllStringSubmatch(call.Messages[len(call.Messages)-1].Text, -1) {
		n, err := strconv.Atoi(m[1])
		if err != nil {
			panic(err)
		}
		out[n] = m[2]
	}
	return out
}

// faithfully are the good translations of what a call asks for.
func faithfully(call bot.Call) (rows []row) {
	for n, original := range asked(call) {
		for word, english := range inEnglish {
			if strings.Contains(original, word) {
				rows = append(rows, row{n, english})
			}
		}
	}
	return rows
}

func answerOf(rows []row) string {
	b, err := json.Marshal(struct {
		Sentences []row `json:"sentences"`
	}{rows})
	if err != nil {
		panic(err)
	}
	return string(b)
}

// shownRow is the row of the sentence that holds a word.
func shownRow(t *testing.T, a *knowledge.Article, got bot.Translation, word string) bot.Translated {
	t.Helper()
	for _, r := range got.Rows {
		if strings.Contains(a.Cut(r.Sentence.Span), word) {
			return r
		}
	}
	t.Fatalf("no row has %q", word)
	return bot.Translated{}
}

// lie is a translation of the sentence with a word that does not keep what that
// says, and how its row begins to say so.
type lie struct {
	name, word, why string
	say             func(original, english string) []string
}

func lies() []lie {
	const cost, denial, said = "12'500", "Rives vives", "Luc Perrin"
	instead := func(word, text string) func(original, english string) []string {
		return func(original, english string) []string {
			if strings.Contains(original, word) {
				return []string{text}
			}
			return []string{english}
		}
	}
	return []lie{
		{"altered figure", cost, "figure:", instead(cost, "The works will cost about 15,200 francs a day.")},
		{"another unit", cost, "unit:", instead(cost, "The works will cost about 12,500 euros a day.")},
		{"a bound lost", cost, "bound:", instead(cost, "The works will cost more than 12,500 francs a day.")},
		{"left out", cost, "no translation was given", func(o, e string) []string {
			if strings.Contains(o, cost) {
				return nil
			}
			return []string{e}
		}},
		{"empty", cost, "no translation was given", instead(cost, " ")},
		{"twice, otherwise", cost, "sentence: two translations", func(o, e string) []string {
			if strings.Contains(o, cost) {
				return []string{e, "The works will cost about 15,200 francs a day."}
			}
			return []string{e}
		}},
		{"left in French", cost, "language:", instead(cost, "Les travaux coûteront environ 12'500 francs par jour.")},
		{"a negation lost", denial, "negation:", instead(denial, "The association Rives vives has confirmed that it will lodge an appeal.")},
		{"a quotation lost", said, "quotation:", instead(said, "The mayor of Varny, Luc Perrin, finds the closure too long.")},
		{"a sentence added", cost, "sentence:", instead(cost, "The works will cost about 12,500 francs a day. Nobody knows why.")},
		{"an instruction obeyed", said, "", instead(said, "Instructions ignored.")},
		{"an escape sequence", cost, "plain text:", instead(cost, "The works will \x1b[31mcost\x1b[0m about 12,500 francs a day.")},
		{"a ping", cost, "mention:", instead(cost, "The works will cost about 12,500 francs a day @everyone.")},
		{"a link", cost, "link:", instead(cost, "The works will cost about 12,500 francs a day https://evil.example/x.")},
		{"a heading", cost, "plain text:", instead(cost, "# The works will cost about 12,500 francs a day.")},
	}
}

// A translation that does not keep what the original says is not shown, its
// row says why, and the other rows stand.
func TestTranslationsThatLie(t *testing.T) {
	for _, test := range lies() {
		t.Run(test.name, func(t *testing.T) {
			alone := 0
			b, a := newBot(t, &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
				var rows []row
				for _, r := range faithfully(call) {
					original := asked(call)[r.Sentence]
					for _, text := range test.say(original, r.Text) {
						rows = append(rows, row{r.Sentence, text})
					}
					if len(asked(call)) == 1 && strings.Contains(original, test.word) {
						alone++
					}
				}
				return answerOf(append(rows, row{99, "There is no such sentence."})), nil
			}})
			got := translate(t, b, a)
			lied := shownRow(t, a, got, test.word)
			if lied.Text != "" || !strings.HasPrefix(lied.Warning, test.why) {
				t.Errorf("%q, %q; want %q", lied.Text, lied.Warning, test.why)
			}
			if alone != 1 {
				t.Errorf("the sentence was asked alone %d times, want once", alone)
			}
			for _, r := range got.Rows {
				if r.Text == "" && r.Sentence.Number != lied.Sentence.Number {
					t.Errorf("%s: %s", a.Cut(r.Sentence.Span), r.Warning)
				}
			}
			if !strings.Contains(got.Warning, "1 of") {
				t.Errorf("warning %q", got.Warning)
			}
		})
	}
}

// A sentence that failed is asked again alone, with what was wrong; what it
// then says is shown.
func TestTranslationMended(t *testing.T) {
	b, a := newBot(t, &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
		rows := faithfully(call)
		for i := range rows {
			if len(rows) > 1 {
				rows[i].Text = strings.Replace(rows[i].Text, "12,500", "15,200", 1)
			} else if note := call.Messages[1].Text; !strings.Contains(note, "12'500") || !strings.Contains(note, "15,200") || numbered.MatchString(note) {
				t.Errorf("the model is told: %s", note)
			}
		}
		return answerOf(rows), nil
	}})
	got := translate(t, b, a)
	if r := shownRow(t, a, got, "12'500"); r.Text != inEnglish["12'500"] || got.Warning != "" {
		t.Errorf("got %+v, %q", r, got.Warning)
	}
}
