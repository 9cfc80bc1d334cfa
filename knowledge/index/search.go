package index

import (
	"slices"
	"time"

	"verbatim/knowledge/french"
)

// Search ranks the sentences of the index (those of the article with this id
// alone, where it is not empty) for a question in French or English, and
// returns the best k. Every sentence is ranked, so that there are k hits
// wherever there are k sentences.
func (x *Index) Search(question, articleID string, k int) Result {
	return x.SearchAt(time.Time{}, question, articleID, k)
}

// SearchAt is Search for a question that is asked at a time: over several
// articles those of the time that it names (« en octobre », "last week") are
// preferred.
func (x *Index) SearchAt(now time.Time, question, articleID string, k int) Result {
	article := -1
	if articleID != "" {
		a, ok := x.byID[articleID]
		if !ok {
			return Result{}
		}
		article = a
	} else if len(x.articles) == 1 {
		article = 0
	}
	s := x.begin(question)
	defer s.leave()
	if article >= 0 {
		s.rankArticle(article, nil)
	} else {
		s.rankLibrary(now)
	}
	s.bestFirst(max(k, quotes))
	if s.brief {
		s.judgeBest()
	}
	var r Result
	r.Hits = s.hits(article, k)
	s.conclude(&r, question)
	for i := range r.Hits[:min(quotes, len(s.ranked), len(r.Hits))] {
		if h := &r.Hits[i]; r.Answered && !h.Repeats && h.Score >= r.Hits[0].Score-quoteReach {
			h.Quote = s.quote(int(s.ranked[i].sentence))
		}
	}
	return r
}

// judgeBest judges the article of the best hit in full, where it was judged in brief.
func (s *search) judgeBest() {
	s.brief = false
	if len(s.ranked) == 0 {
		return
	}
	best := int(s.x.sentences[s.ranked[0].sentence].article)
	for i := range s.judged {
		if s.judged[i].article == best && i > 0 {
			n := len(s.ranked)
			s.rankArticle(best, nil)
			s.ranked = s.ranked[:n]
			s.judged[i] = s.judged[len(s.judged)-1]
			s.judged = s.judged[:len(s.judged)-1]
			return
		}
	}
}

// conclude says whether the best hit answers, and what no article read has.
func (s *search) conclude(r *Result, question string) {
	if len(s.ranked) == 0 || len(r.Hits) == 0 || s.q.content == 0 {
		return
	}
	var held [maxTerms]float32
	best := int(s.x.sentences[s.ranked[0].sentence].article)
	for i := range s.judged {
		j := &s.judged[i]
		if j.article == best {
			r.Confidence = j.j.confidence()
			r.Answered = r.Confidence >= 0.5
		}
		for t := range s.q.terms {
			held[t] = max(held[t], j.held[t])
		}
	}
	r.Absent = s.absent(question, &held)
}

// Of the best quotes hits, those at most quoteReach below the first have their
// answering part read off, where the question is answered.
const (
	quotes     = 3
	quoteReach = 3
)

// bestFirst puts the best k of what was ranked first, in order.
func (s *search) bestFirst(k int) {
	ranked := s.ranked
	if k > fewHits {
		slices.SortFunc(ranked, byScore)
		return
	}
	for i := range ranked {
		r := ranked[i]
		j := i
		if i >= k {
			if byScore(r, ranked[k-1]) > 0 {
				continue
			}
			j = k - 1
			ranked[i] = ranked[j]
		}
		for ; j > 0 && byScore(r, ranked[j-1]) < 0; j-- {
			ranked[j] = ranked[j-1]
		}
		ranked[j] = r
	}
}

// fewHits are put in order one by one.
const fewHits = 32

// byScore orders the best first, and of equals the one that stands first.
func byScore(a, b scored) int {
	switch {
	case a.score > b.score:
		return -1
	case a.score < b.score:
		return 1
	}
	return int(a.sentence - b.sentence)
}

// hits are the best k of what was ranked, and then other sentences in their order.
func (s *search) hits(article, k int) []Hit {
	x := s.x
	out := make([]Hit, 0, max(0, min(k, len(x.sentences))))
	for _, h := range s.ranked[:min(max(k, 0), len(s.ranked))] {
		out = append(out, x.hit(int(h.sentence), float64(h.score)))
	}
	if article >= 0 || len(out) >= k || len(s.ranked) >= len(x.sentences) {
		return out
	}
	floor := 0.0
	if len(out) > 0 {
		floor = min(0, out[len(out)-1].Score)
	}
	taken := make(map[int32]bool, len(s.ranked))
	for _, h := range s.ranked {
		taken[h.sentence] = true
	}
	for i := range x.sentences {
		if len(out) >= k {
			break
		}
		if !taken[int32(i)] {
			out = append(out, x.hit(i, floor))
		}
	}
	return out
}

func (x *Index) hit(i int, score float64) Hit {
	sent := x.sentences[i]
	return Hit{Article: x.articles[sent.article], Sentence: int(sent.number), Score: score, Repeats: sent.twin >= 0}
}

// begin takes room for a search, which is to be left, and reads the question.
func (x *Index) begin(question string) *search {
	s := x.enter()
	s.words = french.AppendWords(s.words[:0], question)
	readQuestion(&s.q, question, s.words)
	s.bind()
	return s
}

// Features returns what the ranker weighs of each sentence of an article, in
// the order of the text; FeatureNames names the columns.
func (x *Index) Features(question, articleID string) [][]float32 {
	a, ok := x.byID[articleID]
	if !ok {
		return nil
	}
	s := x.begin(question)
	defer s.leave()
	var out [][]float32
	s.rankArticle(a, func(_ int, f *features) {
		row := make([]float32, featureCount)
		for k, v := range f {
			row[s.column(k)] = v
		}
		out = append(out, row)
	})
	return out
}
