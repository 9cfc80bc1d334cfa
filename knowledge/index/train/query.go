package main

import (
	"fmt"

	"verbatim/knowledge/index"
)

// query is a question and the rows that are ranked for it.
type query struct {
	article int
	english bool
	rows    [][]float32
	gold    int   // the right row, or -1 where it is not among them
	golds   []int // the right rows, where several are
}

// sentenceQueries are the questions of a file with their articles' sentences.
func sentenceQueries(data, questions string) []query {
	set := readSet(data, questions)
	x := index.New(set.Articles)
	var out []query
	for i := range set.Rows {
		r := &set.Rows[i]
		if g := set.Gold(r); g > 0 {
			out = append(out, query{article: r.Article(), gold: g - 1, english: questions != "",
				rows: x.Features(r.Question, set.Articles[r.Article()].ID)})
		}
	}
	return out
}

// paragraphQueries are the questions with the paragraphs that are read closely.
func paragraphQueries(data, questions string) []query {
	set := readSet(data, questions)
	x := index.New(set.Articles)
	var out []query
	for i := range set.Rows {
		r := &set.Rows[i]
		found, rows := x.ParagraphFeatures(r.Question)
		q := query{article: r.Article(), gold: -1, english: questions != "", rows: rows}
		at := set.AnswerStart(r)
		for k, p := range found {
			if p.Article == set.Articles[r.Article()] && p.Start <= at && at < p.End {
				q.gold = k
			}
		}
		out = append(out, q)
	}
	return out
}

// part cuts the questions by fold: what is fitted, and what is measured.
func part(qs []query, fold int) (fitted, measured []query) {
	for _, q := range qs {
		switch {
		case q.article%folds == fold:
			measured = append(measured, q)
		case q.gold >= 0:
			fitted = append(fitted, q)
		}
	}
	return fitted, measured
}

// stats counts where the right row is ranked.
type stats struct{ n, hit1, hit3, hit5, mrr float64 }

func (s *stats) add(q *query, score func(row []float32) float64) {
	s.n++
	if q.gold < 0 {
		return
	}
	g := score(q.rows[q.gold])
	rank := 1
	for j, r := range q.rows {
		if v := score(r); j != q.gold && (v > g || v == g && j < q.gold) {
			rank++
		}
	}
	for _, h := range []struct {
		within int
		hits   *float64
	}{{1, &s.hit1}, {3, &s.hit3}, {5, &s.hit5}} {
		if rank <= h.within {
			*h.hits++
		}
	}
	if rank <= 10 {
		s.mrr += 1 / float64(rank)
	}
}

func (s stats) String() string {
	return fmt.Sprintf("hit@1 %.1f hit@3 %.1f hit@5 %.1f mrr %.3f n %.0f",
		100*s.hit1/s.n, 100*s.hit3/s.n, 100*s.hit5/s.n, s.mrr/s.n, s.n)
}
