package eval_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
	"verbatim/knowledge/sample"
)

// TestDispatch asks our own questions of the sample: the right sentence is
// known by words that only it has; right is empty where there is no answer.
func TestDispatch(t *testing.T) {
	data, err := os.ReadFile("testdata/dispatch_questions.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	a := sample.Article()
	x := index.New([]*knowledge.Article{a})
	type tally struct{ asked, first, three, refused, unanswerable, right int }
	by := map[string]*tally{"fr": {}, "en": {}}
	questions, err := eval.ReadDispatch(data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range questions {
		q := &questions[i]
		for _, right := range q.Right {
			if n := strings.Count(a.Text, right); n != 1 {
				t.Fatalf("%q stands %d times in the sample", right, n)
			}
		}
		r := x.Search(q.Question, "", 3)
		s := by[q.Language]
		if q.Hard {
			s.unanswerable++
			if !r.Answered {
				s.right++
			}
			continue
		}
		s.asked++
		if !r.Answered {
			s.refused++
		}
		for k, h := range r.Hits {
			if q.Answers(a, h.Sentence) {
				s.three++
				if k == 0 {
					s.first++
				}
			}
		}
	}
	var got strings.Builder
	for _, language := range []string{"fr", "en"} {
		s := by[language]
		fmt.Fprintf(&got, "%s: first %d of %d, among three %d, refused %d; unanswerable: refused %d of %d\n",
			language, s.first, s.asked, s.three, s.refused, s.right, s.unanswerable)
	}
	compare(t, "testdata/dispatch.golden", got.String())
}
