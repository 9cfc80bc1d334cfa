package main

import (
	"os"
	"path/filepath"

	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
	"verbatim/knowledge/sample"
)

// sampleNumber is the number of the sample among the articles that questions
// were written for.
const sampleNumber = 1000

// askedSamples are the questions that were written for news articles and for
// the sample, by hand. What the ranker does not bring first is left out: such
// an answer may as well be refused.
func askedSamples(folder string) (out []evidence) {
	articles, questions, err := eval.ReadAsked(filepath.Join(folder, "news"))
	check(err)
	data, err := os.ReadFile(filepath.Join(folder, "dispatch_questions.jsonl"))
	check(err)
	of, err := eval.ReadDispatch(data)
	check(err)
	articles, questions = append(articles, sample.Article()), append(questions, of...)
	for n, a := range articles {
		if n == len(articles)-1 {
			n = sampleNumber
		}
		x := index.New([]*knowledge.Article{a})
		for i := range questions {
			q := &questions[i]
			if q.Article != a.ID {
				continue
			}
			s := evidence{article: n, class: hard, english: q.Language == "en", row: x.Judge(q.Question, a.ID)}
			switch {
			case len(q.Right) > 0:
				s.class = asked
				if !q.Answers(a, x.Search(q.Question, a.ID, 1).Hits[0].Sentence) {
					continue
				}
			case !q.Hard:
				s.class = strange
			}
			out = append(out, s)
		}
	}
	return out
}
