package eval_test

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

// TestNews asks the questions written for the news articles, of their own
// article and of all of them, and compares what is answered and refused with
// the figures on record.
func TestNews(t *testing.T) {
	for _, folder := range folders {
		t.Run(folder, func(t *testing.T) {
			articles, questions, err := eval.ReadAsked("testdata/" + folder)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, "testdata/"+folder+".golden", asked(articles, questions))
		})
	}
}

// asked tells what is answered and refused of questions, asked of their own
// article and of all of them.
func asked(articles []*knowledge.Article, questions []eval.Asked) string {
	byID := map[string]*knowledge.Article{}
	for _, a := range articles {
		byID[a.ID] = a
	}
	x := index.New(articles)
	var got strings.Builder
	for _, over := range []string{"article", "library"} {
		for _, language := range []string{"fr", "en"} {
			var s newsTally
			for i := range questions {
				q := &questions[i]
				if q.Language != language {
					continue
				}
				id := q.Article
				if over == "library" {
					id = ""
				}
				s.add(q, byID[q.Article], x.Search(q.Question, id, 3))
			}
			fmt.Fprintf(&got, "%s, %s: %s\n", over, language, s)
		}
	}
	return got.String()
}

type newsTally struct{ asked, first, three, refused, hard, hardRefused, other, otherRefused int }

func (s newsTally) String() string {
	return fmt.Sprintf("first %d of %d, among three %d, refused %d; refused %d of %d on the subject, %d of %d others",
		s.first, s.asked, s.three, s.refused, s.hardRefused, s.hard, s.otherRefused, s.other)
}

func (s *newsTally) add(q *eval.Asked, a *knowledge.Article, r index.Result) {
	refused := 0
	if !r.Answered {
		refused = 1
	}
	switch {
	case len(q.Right) == 0 && q.Hard:
		s.hard++
		s.hardRefused += refused
		return
	case len(q.Right) == 0:
		s.other++
		s.otherRefused += refused
		return
	}
	s.asked++
	s.refused += refused
	for k, h := range r.Hits {
		if h.Article == a && q.Answers(a, h.Sentence) {
			s.three++
			if k == 0 {
				s.first++
			}
			return
		}
	}
}
