package index

import (
	"math"
	"slices"
	"time"
)

// wide is how many articles of a library are read sentence by sentence.
const wide = 6

// farBehind is how far below the likeliest article by its paragraphs, as a
// logarithm, one is not read.
const farBehind = 2

// trust is how much the likelihood that an article answers counts beside the
// shares of its paragraphs.
const trust = 0.5

// rankLibrary ranks over all articles: the likeliest paragraphs choose the
// articles whose sentences are scored. A sentence's score is the logarithm of
// the share of its paragraph times its own share in its article, with the
// likelihood that its article answers.
func (s *search) rankLibrary(now time.Time) {
	x := s.x
	s.findParagraphs(-1)
	if p, ok := s.q.period(now); ok {
		s.prefer(p)
	}
	var chosen [wide]int
	n := 0
	for _, p := range s.found {
		a := int(x.sentences[x.paragraphs[p.paragraph]].article)
		known := false
		for _, c := range chosen[:n] {
			known = known || c == a
		}
		if !known && n < wide {
			chosen[n] = a
			n++
		}
	}
	var share [wide]float32
	for k, a := range chosen[:n] {
		share[k] = s.shareOf(a)
	}
	best := slices.Max(share[:max(1, n)])
	for k, a := range chosen[:n] {
		if share[k] < best-farBehind {
			continue
		}
		from := len(s.ranked)
		s.brief = k > 0
		s.rankArticle(a, nil)
		s.shareOut(s.ranked[from:], share[k])
	}
}

// prefer raises the paragraphs of the articles of a period.
func (s *search) prefer(p period) {
	for i := range s.found {
		f := &s.found[i]
		if p.has(s.x.articles[s.x.sentences[s.x.paragraphs[f.paragraph]].article].Date) {
			f.score += dated
		}
	}
	s.sortParagraphs()
}

// shareOf is the logarithm of what the paragraphs of an article that are read
// closely are scored together.
func (s *search) shareOf(a int) float32 {
	return logSum(len(s.found), func(i int) float32 {
		if int(s.x.sentences[s.x.paragraphs[s.found[i].paragraph]].article) != a {
			return float32(math.Inf(-1))
		}
		return s.found[i].score
	})
}

// shareOut turns the scores of an article's sentences into logarithms of
// shares of the article's share.
func (s *search) shareOut(ranked []scored, article float32) {
	own := logSum(len(ranked), func(i int) float32 { return ranked[i].score })
	article += trust * s.judged[len(s.judged)-1].j.log()
	for i := range ranked {
		ranked[i].score += article - own
	}
}

// logSum is the logarithm of the sum of the exponentials.
func logSum(n int, at func(i int) float32) float32 {
	top := math.Inf(-1)
	for i := range n {
		top = max(top, float64(at(i)))
	}
	if math.IsInf(top, -1) {
		return -30
	}
	sum := 0.0
	for i := range n {
		sum += math.Exp(float64(at(i)) - top)
	}
	return float32(top + math.Log(sum))
}
