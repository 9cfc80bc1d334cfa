// Package eval measures how well the index ranks, on question sets in the
// fields of SQuAD.
package eval

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"verbatim/knowledge"
	"verbatim/knowledge/index"
)

// Task is what is ranked for a question.
type Task string

// The tasks.
const (
	Sentence Task = "sentence" // the sentences of the question's own article
	Passage  Task = "passage"  // all contexts of the file
)

// Options says what to measure and where to write the rankings.
type Options struct {
	Task      Task      // Sentence where it is empty
	Questions io.Reader // rows {"id","question_en"} or {"id","question"}, asked in place of the data's; nil: the data's own
	Dump      io.Writer // one JSON row a question; nil: none
}

// Stats are the measures over all questions asked: the share whose right entry
// is first, among the first three or five, and the mean of 1/rank within ten.
type Stats struct {
	Task      Task    `json:"task"`
	Questions int     `json:"questions"`
	Articles  int     `json:"articles"`
	Hit1      float64 `json:"hit@1"` // 0 to 1, as Hit3, Hit5 and MRR
	Hit3      float64 `json:"hit@3"`
	Hit5      float64 `json:"hit@5"`
	MRR       float64 `json:"mrr@10"`
	PerSecond float64 `json:"questions_per_second"` // the time of ranking alone
}

// depth is how many entries are ranked and dumped.
const depth = 10

// Entry is one place of a ranking: a context, by its index among the file's
// distinct contexts, and in the sentence task the sentence's bytes within it.
type Entry struct {
	Context int     `json:"context"`
	Start   *int    `json:"start,omitempty"`
	End     *int    `json:"end,omitempty"`
	Score   float64 `json:"score"`
}

// Run asks the questions of a data file and measures the rankings. Ranking
// reads neither answers nor their places.
func Run(ctx context.Context, data io.Reader, o Options) (Stats, error) {
	set, err := Read(data)
	if err != nil {
		return Stats{}, err
	}
	if o.Questions != nil {
		if err := set.Ask(o.Questions); err != nil {
			return Stats{}, err
		}
	}
	s := Stats{Task: o.Task, Questions: len(set.Rows), Articles: len(set.Articles)}
	if s.Task == "" {
		s.Task = Sentence
	}
	if s.Task != Sentence && s.Task != Passage {
		return s, fmt.Errorf("there is no task %q: it is sentence or passage", s.Task)
	}
	x := index.New(set.Articles)
	var dump *bufio.Writer
	if o.Dump != nil {
		dump = bufio.NewWriter(o.Dump)
	}
	var took time.Duration
	for i := range set.Rows {
		if err := ctx.Err(); err != nil {
			return s, err
		}
		r := &set.Rows[i]
		start := time.Now()
		ranked := set.rank(x, r, s.Task)
		took += time.Since(start)
		s.count(set.place(r, ranked, s.Task))
		if dump != nil {
			if err := writeRow(dump, r.ID, ranked); err != nil {
				return s, err
			}
		}
	}
	s.finish(took)
	if dump != nil {
		return s, dump.Flush()
	}
	return s, nil
}

func (s *Stats) count(place int) {
	if place < 1 {
		return
	}
	s.MRR += 1 / float64(place)
	for _, h := range []struct {
		within int
		hits   *float64
	}{{1, &s.Hit1}, {3, &s.Hit3}, {5, &s.Hit5}} {
		if place <= h.within {
			*h.hits++
		}
	}
}

func (s *Stats) finish(took time.Duration) {
	if s.Questions == 0 {
		return
	}
	n := float64(s.Questions)
	for _, f := range []*float64{&s.Hit1, &s.Hit3, &s.Hit5, &s.MRR} {
		*f /= n
	}
	if took > 0 {
		s.PerSecond = n / took.Seconds()
	}
}

func writeRow(w *bufio.Writer, id string, ranked []Entry) error {
	line, err := json.Marshal(struct {
		ID     string  `json:"id"`
		Ranked []Entry `json:"ranked"`
	}{id, ranked})
	if err != nil {
		return err
	}
	_, err = w.Write(append(line, '\n'))
	return err
}

// rank returns the best entries for a row's question.
func (set *Set) rank(x *index.Index, r *Row, task Task) []Entry {
	out := make([]Entry, 0, depth)
	if task == Passage {
		for _, h := range x.Paragraphs(r.Question, "", depth+len(set.Articles)) {
			a := set.number[h.Article.ID]
			if c, ok := set.contextAt(a, h.Span); ok && len(out) < depth {
				out = append(out, Entry{Context: c, Score: h.Score})
			}
		}
		return out
	}
	a := set.Articles[r.article]
	for _, h := range x.Search(r.Question, a.ID, depth+2).Hits {
		s := a.Sentences[h.Sentence-1]
		c, ok := set.contextAt(r.article, s.Span)
		if !ok || len(out) == depth {
			continue // the title is no part of a context
		}
		start, end := s.Start-set.start[c], s.End-set.start[c]
		out = append(out, Entry{Context: c, Start: &start, End: &end, Score: h.Score})
	}
	return out
}

// place is the rank of the right entry, from 1, or 0.
func (set *Set) place(r *Row, ranked []Entry, task Task) int {
	for i, e := range ranked {
		if e.Context == r.context && (task == Passage || *e.Start <= r.answer && r.answer < *e.End) {
			return i + 1
		}
	}
	return 0
}

// contextAt finds the context of an article that a span lies in.
func (set *Set) contextAt(article int, s knowledge.Span) (int, bool) {
	for _, c := range set.contexts[article] {
		if set.start[c] <= s.Start && s.End <= set.start[c]+len(set.Contexts[c]) {
			return c, true
		}
	}
	return 0, false
}
