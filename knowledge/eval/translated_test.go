package eval_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

// TestTranslatedNews asks the English questions of the news articles of which
// the test data has a translation, without it and with it.
func TestTranslatedNews(t *testing.T) {
	all, questions, err := eval.ReadAsked("testdata/news")
	if err != nil {
		t.Fatal(err)
	}
	english := map[*knowledge.Article][]string{}
	byID := map[string]*knowledge.Article{}
	for _, a := range all {
		text, err := os.ReadFile(filepath.Join("testdata", "news-english", a.ID+".txt"))
		if err != nil {
			continue
		}
		english[a] = strings.Split(strings.TrimSpace(string(text)), "\n")
		byID[a.ID] = a
		if len(english[a]) != len(a.Sentences) {
			t.Fatalf("%s: %d sentences have %d translations", a.ID, len(a.Sentences), len(english[a]))
		}
	}
	if len(english) != 3 {
		t.Fatalf("%d articles are translated, want 3", len(english))
	}
	questions = slices.DeleteFunc(questions, func(q eval.Asked) bool { return q.Language != "en" || byID[q.Article] == nil })
	var got strings.Builder
	for _, over := range []string{"article", "library"} {
		for _, with := range []string{"without translations", "with translations"} {
			var of index.English
			if with == "with translations" {
				of = func(a *knowledge.Article) []string { return english[a] }
			}
			x := index.NewTranslated(all, of)
			var s newsTally
			for i := range questions {
				q := &questions[i]
				id := q.Article
				if over == "library" {
					id = ""
				}
				s.add(q, byID[q.Article], x.Search(q.Question, id, 3))
			}
			fmt.Fprintf(&got, "%s, %s: %s\n", over, with, s)
		}
	}
	compare(t, "testdata/translated.golden", got.String())
}
