package main

import (
	"os"
	"path/filepath"

	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
	"verbatim/knowledge/sample"
)

// askedSamples are the questions that were written for articles by hand.
func askedSamples(folder string) (out []evidence) {
	for _, f := range []struct {
		of   corpus
		name string
	}{{news, "news"}, {reports, "reports"}, {unseen, "unseen"}} {
		articles, questions, err := eval.ReadAsked(filepath.Join(folder, f.name))
		check(err)
		out = append(out, questionsOf(articles, questions, f.of)...)
	}
	data, err := os.ReadFile(filepath.Join(folder, "dispatch_questions.jsonl"))
	check(err)
	questions, err := eval.ReadDispatch(data)
	check(err)
	return append(out, questionsOf([]*knowledge.Article{sample.Article()}, questions, ofSample)...)
}

// questionsOf asks each question of its article.
func questionsOf(articles []*knowledge.Article, questions []eval.Asked, of corpus) (out []evidence) {
	for n, a := range articles {
		x := index.New([]*knowledge.Article{a})
		for i := range questions {
			q := &questions[i]
			if q.Article != a.ID {
				continue
			}
			h := x.Search(q.Question, a.ID, 1).Hits[0]
			s := evidence{corpus: of, article: n, class: hard, english: q.Language == "en", row: x.Judge(q.Question, a.ID),
				question: q.Question, best: sentenceOf(h)}
			switch {
			case len(q.Right) > 0:
				s.class = asked
				s.missed = !q.Answers(a, h.Sentence)
			case !q.Hard:
				s.class = strange
			}
			out = append(out, s)
		}
	}
	return out
}
