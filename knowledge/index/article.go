package index

import (
	"math"
	"math/bits"
)

// rankArticle scores all sentences of an article; see is called with the
// features of each, where it is not nil.
func (s *search) rankArticle(a int, see func(sentence int, f *features)) {
	x := s.x
	sc := scope{lo: int(x.firsts[a]), hi: int(x.firsts[a+1])}
	if sc.lo == sc.hi {
		return
	}
	s.readArticle(a, &sc)
	m := s.model()
	n := sc.hi - sc.lo
	if cap(s.described) < n {
		s.described = make([]features, n)
	}
	s.described = s.described[:n]
	from := len(s.ranked)
	top := float32(math.Inf(-1))
	for i := sc.lo; i < sc.hi; i++ {
		f := &s.described[i-sc.lo]
		s.describe(s.scan(i), &sc, f)
		if see != nil {
			see(i, f)
		}
		score := m.linear(f) - x.demotion(i)
		s.ranked = append(s.ranked, scored{int32(i), score})
		top = max(top, score)
	}
	limit := top - treeReach
	top = float32(math.Inf(-1))
	s.favour(s.ranked[from:])
	for k := range s.ranked[from:] {
		r := &s.ranked[from+k]
		if r.score >= limit {
			r.score += m.trees(&s.described[k])
		}
		if r.score > top {
			top, sc.top = r.score, int(r.sentence)
		}
	}
	sc.top = s.giveVoice(s.ranked[from:], sc.top)
	best := &s.described[sc.top-sc.lo]
	s.hold(&sc)
	s.judged = append(s.judged, judged{article: a, held: sc.held})
	s.judge(&s.judged[len(s.judged)-1].j, &sc, best, s.ranked[from:])
}

// What a sentence gets that says who it is that is asked about, and one that
// has the only word that is looked for.
const (
	definition = 1.5
	onlyWord   = 1.0
)

// favour raises sentences for what the features do not see.
func (s *search) favour(ranked []scored) {
	defines := s.q.defines()
	if !defines && s.q.content != 1 {
		return
	}
	if s.q.content == 1 {
		s.favourSense(ranked)
	}
	for k := range ranked {
		r := &ranked[k]
		row := s.scan(int(r.sentence))
		if row.has&s.heavy == 0 {
			continue
		}
		if s.q.content == 1 {
			for t := range s.q.terms {
				if s.q.terms[t].weigh {
					r.score += onlyWord * row.cover[t]
				}
			}
		}
		if defines && s.x.sentences[r.sentence].kind == prose {
			if _, _, ok := s.read(int(r.sentence)).apposition(); ok {
				r.score += definition
			}
		}
	}
}

// treeReach is how far below the best weighted sum the trees are asked: what
// they add is smaller.
const treeReach = 3

// demotions stand against what is no prose: it names what the prose says.
var demotions = [...]float32{prose: 0, title: 1.5, heading: 1.5, caption: 0.5, byline: 30}

// repetition stands against a sentence that another one stands for.
const repetition = 2.5

func (x *Index) demotion(i int) float32 {
	d := demotions[x.sentences[i].kind]
	if x.sentences[i].twin >= 0 {
		d += repetition
	}
	return d
}

// hold reads which terms the article has, and which the best sentence has with
// its neighbours and the title.
func (s *search) hold(sc *scope) {
	sc.held, sc.nearTop = sc.title, sc.title
	for i := range s.parts {
		raise(&sc.held, s.parts[i].has, &s.parts[i].cover)
	}
	for i := max(sc.lo, sc.top-1); i <= min(sc.hi-1, sc.top+1); i++ {
		r := s.scan(i)
		raise(&sc.nearTop, r.has, &r.cover)
	}
}

// raise makes cover at least as good as other, which has these terms.
func raise(cover *[maxTerms]float32, has uint32, other *[maxTerms]float32) {
	for m := has; m != 0; m &= m - 1 {
		t := bits.TrailingZeros32(m)
		cover[t] = max(cover[t], other[t])
	}
}

// readArticle scans an article and weighs the terms by its own counts.
func (s *search) readArticle(a int, sc *scope) {
	x := s.x
	var have [maxTerms]float32
	s.parts = s.parts[:0]
	before := int32(-1)
	for i := sc.lo; i < sc.hi; i++ {
		r := s.scan(i)
		if p := x.paragraph[i]; p != before {
			s.parts, before = append(s.parts, part{of: -1}), p
		}
		p := &s.parts[len(s.parts)-1]
		p.has |= r.has
		raise(&p.cover, r.has, &r.cover)
		for m := r.has; m != 0; m &= m - 1 {
			if t := bits.TrailingZeros32(m); r.cover[t] >= sameStem {
				have[t]++
			}
		}
	}
	s.readTitle(a, sc)
	n := sc.hi - sc.lo
	last := x.tokensOf(sc.hi - 1)
	tokens := int(x.sentences[sc.hi-1].first) + len(last) - int(x.sentences[sc.lo].first)
	sc.mean = float32(tokens) / float32(n)
	s.weigh(&have, float32(n))
	s.weighRows(sc)
}

// readTitle reads which terms the title has, and where the prose begins.
func (s *search) readTitle(a int, sc *scope) {
	for _, t := range s.x.titles[a] {
		if c := s.cells[t.form]; c.term > 0 {
			sc.title[c.term-1] = max(sc.title[c.term-1], c.quality)
		}
	}
	s.translatedTitle(a, &sc.title)
	for t := range s.q.terms {
		if sc.title[t] > 0 {
			sc.inTitle |= 1 << t
		}
	}
	for sc.prose = sc.lo; sc.prose < sc.hi-1 && s.x.sentences[sc.prose].kind != prose; {
		sc.prose++
	}
}

// weighRows gives each sentence of an article its BM25, and finds the best ones.
func (s *search) weighRows(sc *scope) {
	x := s.x
	base := x.paragraph[sc.lo]
	for i := sc.lo; i < sc.hi; i++ {
		r := s.scan(i)
		r.bm25 = s.bm25(r, sc.mean)
		switch p := &s.parts[x.paragraph[i]-base]; {
		case r.bm25 > p.best:
			p.of, p.best, p.second = int32(i), r.bm25, p.best
		case r.bm25 > p.second:
			p.second = r.bm25
		}
		if x.sentences[i].kind == title {
			continue
		}
		if r.bm25 > sc.bestBM25 {
			sc.best, sc.bestBM25 = i, r.bm25
		}
		cover := float32(0)
		for m := r.has & s.heavy; m != 0; m &= m - 1 {
			t := bits.TrailingZeros32(m)
			cover += s.weight[t] * r.cover[t]
		}
		sc.bestCover = max(sc.bestCover, share(cover, s.total))
	}
}
