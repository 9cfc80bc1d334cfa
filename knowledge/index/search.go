package index

import (
	"slices"

	"verbatim/knowledge/french"
)

// Search ranks the sentences of the index (those of the article with this id
// alone, where it is not empty) for a question in French or English, and
// returns the best k. Every sentence is ranked, so that there are k hits
// wherever there are k sentences.
func (x *Index) Search(question, articleID string, k int) Result {
	s := x.begin(question)
	defer x.end(s)
	for a := range x.articles {
		if articleID != "" && x.articles[a].ID != articleID {
			continue
		}
		s.rankArticle(a, nil)
	}
	slices.SortStableFunc(s.ranked, func(a, b scored) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	var r Result
	for _, h := range s.ranked[:min(k, len(s.ranked))] {
		n := s.rows[h.row].sentence
		sent := x.sentences[n]
		r.Hits = append(r.Hits, Hit{Article: x.articles[sent.article], Sentence: int(sent.number), Score: float64(h.score), Repeats: sent.twin >= 0})
	}
	r.Answered, r.Confidence = true, 1
	return r
}

// begin takes room for a search and reads the question.
func (x *Index) begin(question string) *search {
	s := x.scratch.Get().(*search)
	s.words = french.AppendWords(s.words[:0], question)
	readQuestion(&s.q, question, s.words)
	s.bind()
	return s
}

func (x *Index) end(s *search) {
	s.forget()
	s.ranked = s.ranked[:0]
	x.scratch.Put(s)
}

// rankArticle scores all sentences of an article; see is called with the
// features of each, where it is not nil.
func (s *search) rankArticle(a int, see func(sentence int, f *features)) {
	x := s.x
	sc := scope{lo: int(x.firsts[a]), hi: int(x.firsts[a+1])}
	if sc.lo == sc.hi {
		return
	}
	var have [maxTerms]float32
	tokens := 0
	firstRow := len(s.rows)
	s.parts = s.parts[:0]
	base := x.sentences[sc.lo].paragraph
	for i := sc.lo; i < sc.hi; i++ {
		r := s.scan(i)
		tokens += len(x.tokensOf(i))
		p := int(x.sentences[i].paragraph - base)
		for len(s.parts) <= p {
			s.parts = append(s.parts, part{})
		}
		for t := range s.q.terms {
			c := r.cover[t]
			if c >= sameStem {
				have[t]++
			}
			s.parts[p].cover[t] = max(s.parts[p].cover[t], c)
		}
	}
	n := sc.hi - sc.lo
	sc.mean = float32(tokens) / float32(n)
	s.weigh(&have, float32(n))
	for k := firstRow; k < len(s.rows); k++ {
		r := &s.rows[k]
		r.bm25 = s.bm25(r, sc.mean)
		if r.sentence == int32(sc.lo) && x.sentences[sc.lo].kind == title {
			continue
		}
		if r.bm25 > sc.bestBM25 {
			sc.best, sc.bestBM25 = int(r.sentence), r.bm25
		}
		cover := float32(0)
		for t := range s.q.terms {
			cover += s.weight[t] * r.cover[t]
		}
		sc.bestCover = max(sc.bestCover, share(cover, s.total))
	}
	for _, t := range x.titles[a] {
		if c := s.cells[t.form]; c.term > 0 {
			sc.title[c.term-1] = max(sc.title[c.term-1], c.quality)
		}
	}
	m := &sentenceModel
	if s.q.english {
		m = &englishModel
	}
	var f features
	for k := firstRow; k < firstRow+n; k++ {
		s.describe(&s.rows[k], &sc, &f)
		if see != nil {
			see(int(s.rows[k].sentence), &f)
		}
		s.ranked = append(s.ranked, scored{int32(k), m.linear(f[:]) + m.trees(f[:])})
	}
}

// Features returns what the ranker weighs of each sentence of an article, in
// the order of the text; FeatureNames names the columns.
func (x *Index) Features(question, articleID string) [][]float32 {
	a, ok := x.byID[articleID]
	if !ok {
		return nil
	}
	s := x.begin(question)
	defer x.end(s)
	var out [][]float32
	s.rankArticle(a, func(_ int, f *features) { out = append(out, slices.Clone(f[:])) })
	return out
}
