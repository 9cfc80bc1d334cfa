package eval_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/knowledge/eval"
)

const harbour = "Le port de Rochelune a été bâti en 1820. Il abrite soixante barques de pêche. Son phare est rouge."
const market = "Le marché se tient chaque samedi sur la place. Les œufs y viennent des fermes voisines."
const bridge = "Le pont d'Orvane relie les deux rives. Il mesure 300 mètres."

// rows are a small data file of two articles.
func rows(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for i, r := range []struct{ title, context, question, answer string }{
		{"Rochelune", harbour, "Quand le port a-t-il été bâti ?", "1820"},
		{"Orvane", bridge, "Quelle est la longueur du pont d'Orvane ?", "300 mètres"},
		{"Rochelune", market, "D'où viennent les œufs ?", "fermes voisines"},
		{"Rochelune", harbour, "De quelle couleur est le phare ?", " rouge"},
	} {
		at := strings.Index(r.context, r.answer)
		line, err := json.Marshal(map[string]any{"id": fmt.Sprint("q", i), "title": r.title, "context": r.context,
			"question": r.question, "answer": r.answer, "answer_start": len([]rune(r.context[:at]))})
		if err != nil {
			t.Fatal(err)
		}
		b.Write(line)
		b.WriteString("\n\n")
	}
	return b.String()
}

type dumped struct {
	ID     string
	Ranked []struct {
		Context    int
		Start, End *int
		Score      *float64
	}
}

func dumpOf(t *testing.T, b []byte) (out []dumped) {
	t.Helper()
	for line := range bytes.Lines(b) {
		var d dumped
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

func TestRunSentence(t *testing.T) {
	var dump bytes.Buffer
	got, err := eval.Run(context.Background(), strings.NewReader(rows(t)), eval.Options{Dump: &dump})
	if err != nil {
		t.Fatal(err)
	}
	if got.Questions != 4 || got.Articles != 2 || got.Hit5 != 1 {
		t.Errorf("got %+v, want 4 questions of 2 articles, each within five", got)
	}
	contexts := []string{harbour, bridge, market}
	sentences := []int{5, 2, 5, 5} // of each question's article
	for i, d := range dumpOf(t, dump.Bytes()) {
		if d.ID != fmt.Sprint("q", i) || len(d.Ranked) != sentences[i] {
			t.Errorf("row %d: %s with %d entries, want %d", i, d.ID, len(d.Ranked), sentences[i])
		}
		for _, r := range d.Ranked {
			s := contexts[r.Context][*r.Start:*r.End]
			if !strings.HasSuffix(s, ".") || strings.Count(s, ".") != 1 || r.Score == nil {
				t.Errorf("row %d: %q is no sentence", i, s)
			}
		}
	}
}

func TestRunPassage(t *testing.T) {
	var dump bytes.Buffer
	got, err := eval.Run(context.Background(), strings.NewReader(rows(t)), eval.Options{Task: eval.Passage, Dump: &dump})
	if err != nil {
		t.Fatal(err)
	}
	if got.Hit1 != 1 || got.MRR != 1 {
		t.Errorf("got %+v, want every context first", got)
	}
	for i, d := range dumpOf(t, dump.Bytes()) {
		seen := map[int]bool{}
		for _, r := range d.Ranked {
			seen[r.Context] = true
		}
		if len(d.Ranked) != 3 || len(seen) != 3 || d.Ranked[0].Start != nil {
			t.Errorf("row %d: %+v, want the three contexts without offsets", i, d.Ranked)
		}
	}
}

func TestRunQuestions(t *testing.T) {
	asked := `{"id":"q2","question_en":"Where do the eggs come from?"}` + "\n" + `{"id":"q9","question":"Rien ?"}`
	got, err := eval.Run(context.Background(), strings.NewReader(rows(t)), eval.Options{Questions: strings.NewReader(asked)})
	if err != nil || got.Questions != 1 {
		t.Errorf("got %+v, %v, want the one question that is named", got, err)
	}
}

func TestRunErrors(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		o    eval.Options
		want string
	}{
		"task": {rows(t), eval.Options{Task: "words"}, "words"},
		"row":  {"\nnot json", eval.Options{}, "line 2"},
	} {
		if _, err := eval.Run(context.Background(), strings.NewReader(c.data), c.o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an error with %q", name, err, c.want)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := eval.Run(ctx, strings.NewReader(rows(t)), eval.Options{}); err != context.Canceled {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

// The ranking must not change with what it may not read.
func TestRunReadsNoAnswer(t *testing.T) {
	run := func(data string) string {
		var dump bytes.Buffer
		if _, err := eval.Run(context.Background(), strings.NewReader(data), eval.Options{Dump: &dump}); err != nil {
			t.Fatal(err)
		}
		return dump.String()
	}
	blind := strings.NewReplacer(`"answer":"1820"`, `"answer":"x"`, `"answer_start":35`, `"answer_start":0`).Replace(rows(t))
	if blind == rows(t) {
		t.Fatal("nothing was replaced")
	}
	if run(rows(t)) != run(blind) {
		t.Error("another answer gives another ranking")
	}
}

// TestGolden measures the shared question sets and compares with the figures on
// record: a change of the ranking shows up there. VERBATIM_UPDATE=1 records.
func TestGolden(t *testing.T) {
	dir := os.Getenv("VERBATIM_TESTDATA")
	if dir == "" {
		t.Skip("VERBATIM_TESTDATA is not set")
	}
	var got strings.Builder
	for _, c := range []struct {
		name, questions string
		task            eval.Task
	}{{"sentence", "", eval.Sentence}, {"sentence, English", "piaf_dev_en.jsonl", eval.Sentence}, {"passage", "", eval.Passage}} {
		data, err := os.Open(filepath.Join(dir, "eval", "piaf_dev.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		defer data.Close()
		o := eval.Options{Task: c.task}
		if c.questions != "" {
			q, err := os.Open(filepath.Join(dir, "eval", c.questions))
			if err != nil {
				t.Fatal(err)
			}
			defer q.Close()
			o.Questions = q
		}
		s, err := eval.Run(context.Background(), data, o)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "%s: hit@1 %.1f, hit@3 %.1f, hit@5 %.1f, mrr %.3f, questions %d\n", c.name, 100*s.Hit1, 100*s.Hit3, 100*s.Hit5, s.MRR, s.Questions)
		if math.IsNaN(s.MRR) {
			t.Error("no measure")
		}
	}
	compare(t, "testdata/sets.golden", got.String())
}

// compare holds figures against a golden file.
func compare(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("VERBATIM_UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the ranking has changed; VERBATIM_UPDATE=1 records it\ngot:\n%s\nwant:\n%s", got, want)
	}
}
