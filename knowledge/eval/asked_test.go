package eval_test

import (
	"strings"
	"testing"

	"verbatim/knowledge/eval"
	"verbatim/knowledge/sample"
)

// folders hold articles and questions written for them: news and reports are
// fitted on, unseen never is.
var folders = []string{"news", "reports", "unseen"}

// Every answer on record must stand in its article.
func TestReadAsked(t *testing.T) {
	for _, folder := range folders {
		articles, questions, err := eval.ReadAsked("testdata/" + folder)
		if err != nil {
			t.Fatal(err)
		}
		text := map[string]string{}
		for _, a := range articles {
			text[a.ID] = a.Text
		}
		for _, q := range questions {
			if text[q.Article] == "" {
				t.Errorf("%q is asked of %q, which is no article", q.Question, q.Article)
			}
			for _, right := range q.Right {
				if !strings.Contains(text[q.Article], right) {
					t.Errorf("%q: %q does not stand in %s", q.Question, right, q.Article)
				}
			}
		}
	}
	if _, _, err := eval.ReadAsked("testdata/none"); err == nil {
		t.Error("a folder that is not there gave no error")
	}
}

func TestReadDispatch(t *testing.T) {
	got, err := eval.ReadDispatch([]byte(`{"language":"en","question":"Why?","right":""}` + "\n" + `{"language":"fr","question":"Qui ?","right":"le maire"}`))
	if err != nil || len(got) != 2 || !got[0].Hard || got[1].Hard || got[1].Right[0] != "le maire" || got[0].Article != sample.Article().ID {
		t.Errorf("got %+v, %v, want a hard question and one with an answer, of the sample", got, err)
	}
	if _, err := eval.ReadDispatch([]byte("no json")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("got %v, want an error that names line 1", err)
	}
}
