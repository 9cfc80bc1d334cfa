package index

import (
	"math"
	"slices"
)

// deep is how many paragraphs are read closely for a question.
const deep = 48

// The features of a paragraph, in the order of its weights.
const (
	pBM25         = iota // over the paragraph
	pBM25Share           // over the question's weight
	pCover               // share of the question that it has
	pExact               // … in the same form
	pNames               // share of the names
	pFigures             // share of the figures
	pRarest              // its heaviest term over the heaviest there is
	pBestCover           // best share of one sentence
	pBestBM25            // best BM25 of one sentence
	pNear                // best closeness of one sentence
	pPairs               // best order of one sentence
	pBigrams             // best run of one sentence
	pFunction            // share of the function words, best sentence
	pTitle               // share that only the title has
	pArticle             // share that only the rest of the article has
	pTitleCover          // share that the title has
	pMissing             // share that the article lacks
	pLength              // log of its tokens
	pFirst               // first of its article
	pAlone               // its cover less the best cover of the others
	pAnswers             // best typed closeness
	pStemBM25            // BM25 of the same stems alone
	pStemCover           // share that it has in the same stems
	pFunctionBM25        // BM25 of the function words
	pWeight              // weight of the terms that it has
	pNameWeight          // … of the names
	pArticleBest         // best BM25 share of the article's paragraphs
	pArticleSum          // sum of the BM25 shares of those read closely
	pArticleCover        // share that the article has in the same stems
	pNearBigrams         // sum over sentences of runs
	pUnique              // weight of the terms, each over how many of those read closely have it
	paragraphFeatureCount
)

type paragraphFeatures [paragraphFeatureCount]float32

// found is a paragraph that shares a word with the question.
type found struct {
	paragraph int32
	score     float32
	cover     [maxTerms]float32
	f         paragraphFeatures
}

// findParagraphs collects the paragraphs (of one article, or of all where it
// is negative) that share words with the question, reads the best closely, and
// leaves them in s.found, best first.
func (s *search) findParagraphs(article int) {
	x := s.x
	s.found = s.found[:0]
	var have [maxTerms]float32
	for i := range s.q.terms {
		s.eachStem(i, func(stem uint32, quality float32) {
			if quality > sameFamily {
				have[i] += float32(x.spread[stem])
			}
		})
		have[i] = max(have[i], s.translatedSpread(i))
	}
	count := len(x.paragraphs) - 1
	s.weigh(&have, float32(count))
	s.accumulate(article)
	s.takeBest()
	if len(s.found) == 0 {
		return
	}
	bestCover, second := float32(0), float32(0)
	var shared [maxTerms]float32
	for i := range s.found {
		s.readParagraph(&s.found[i])
		switch c := s.found[i].f[pCover]; {
		case c > bestCover:
			bestCover, second = c, bestCover
		case c > second:
			second = c
		}
		p := &s.found[i]
		for t := range s.q.terms {
			shared[t] += p.cover[t]
		}
		a := s.around(int(x.sentences[x.paragraphs[p.paragraph]].article))
		a.best = max(a.best, p.f[pBM25Share])
		a.sum += p.f[pBM25Share]
	}
	for i := range s.found {
		f := &s.found[i].f
		other := bestCover
		if f[pCover] == bestCover {
			other = second
		}
		f[pAlone] = f[pCover] - other
		a := s.around(int(x.sentences[x.paragraphs[s.found[i].paragraph]].article))
		f[pArticleBest], f[pArticleSum] = a.best, float32(math.Log1p(float64(a.sum)))
		for t := range s.q.terms {
			if c := s.found[i].cover[t]; c > 0 {
				f[pUnique] += s.weight[t] * c / shared[t]
			}
		}
		s.found[i].score = paragraphModel.linear(f[:]) + paragraphModel.trees(f[:])
	}
	slices.SortStableFunc(s.found, func(a, b found) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
}

// accumulate adds up the BM25 of all paragraphs that have a term.
func (s *search) accumulate(article int) {
	x := s.x
	lo, hi := int32(0), int32(len(x.sentences))
	if article >= 0 {
		lo, hi = x.firsts[article], x.firsts[article+1]
	}
	for i := range s.q.terms {
		w := s.weight[i]
		if w == 0 {
			continue
		}
		s.eachStem(i, func(stem uint32, quality float32) {
			s.addUp(x.within(x.postings[x.lists[stem]:x.lists[stem+1]], lo, hi), w*quality)
		})
		s.accumulateTranslated(i, lo, hi)
	}
}

// within cuts a list to the sentences from lo to hi.
func (x *Index) within(list []posting, lo, hi int32) []posting {
	if lo == 0 && int(hi) == len(x.sentences) {
		return list
	}
	at := func(t int32) int {
		k, _ := slices.BinarySearchFunc(list, t, func(p posting, t int32) int { return int(p.sentence()) - int(t) })
		return k
	}
	return list[at(lo):at(hi)]
}

// addUp adds the BM25 of one list to the sums of its paragraphs.
func (s *search) addUp(list []posting, w float32) {
	x := s.x
	mean := x.meanParagraph()
	for k := 0; k < len(list); {
		p := x.paragraph[list[k].sentence()]
		tf := float32(0)
		for ; k < len(list) && x.paragraph[list[k].sentence()] == p; k++ {
			tf += float32(list[k].count())
		}
		norm := k1 * (1 - b + b*float32(x.lengths[p])/mean)
		if s.sums[p] == 0 {
			s.summed = append(s.summed, p)
		}
		s.sums[p] += w * tf * (k1 + 1) / (tf + norm)
	}
}

// meanParagraph is how many tokens a paragraph has.
func (x *Index) meanParagraph() float32 {
	return x.mean * float32(len(x.sentences)) / float32(max(1, len(x.paragraphs)-1))
}

// takeBest moves the best sums to s.found.
func (s *search) takeBest() {
	cut := float32(0)
	if len(s.summed) > deep {
		s.order = s.order[:0]
		for _, p := range s.summed {
			s.order = append(s.order, s.sums[p])
		}
		cut = nth(s.order, deep)
	}
	best := s.summed[:0]
	for _, p := range s.summed {
		if s.sums[p] >= cut && len(best) < 2*deep {
			best = append(best, p)
		}
		s.sums[p] = 0
	}
	slices.Sort(best)
	for _, p := range best {
		s.found = append(s.found, found{paragraph: p})
	}
	s.summed = s.summed[:0]
}

// nth is the n-th greatest value, n from 1; it reorders values.
func nth(values []float32, n int) float32 {
	lo, hi := 0, len(values)
	n--
	for hi-lo > 1 {
		pivot := values[lo+(hi-lo)/2]
		i, j := lo, hi-1
		for i <= j {
			for values[i] > pivot {
				i++
			}
			for values[j] < pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i++
				j--
			}
		}
		switch {
		case n <= j:
			hi = j + 1
		case n >= i:
			lo = i
		default:
			return values[n]
		}
	}
	return values[n]
}

// readParagraph fills the features of a paragraph.
func (s *search) readParagraph(p *found) {
	x := s.x
	p.f = paragraphFeatures{}
	p.cover = [maxTerms]float32{}
	f := &p.f
	lo, hi := int(x.paragraphs[p.paragraph]), int(x.paragraphs[p.paragraph+1])
	same := float32(sameStem)
	if s.q.english { // no word of the article is the question's own
		same = present
	}
	var tf, stems [maxTerms]float32
	var sf features
	for i := lo; i < hi; i++ {
		r := s.scan(i)
		r.bm25 = s.bm25(r, x.mean)
		for _, m := range s.matches[r.first:r.past] {
			tf[m.term] += m.quality
			if m.quality >= same {
				stems[m.term]++
			}
		}
		for t := range s.q.terms {
			p.cover[t] = max(p.cover[t], r.cover[t])
		}
		sf = features{}
		s.describeFunction(r, &sf)
		if s.total > 0 {
			s.describeCover(r, &sf)
			s.describeOrder(r, &sf)
		}
		s.describeOffers(r, &sf)
		f[pBestCover] = max(f[pBestCover], sf[fCover])
		f[pBestBM25] = max(f[pBestBM25], share(r.bm25, s.total))
		f[pNear] = max(f[pNear], sf[fNear])
		f[pPairs] = max(f[pPairs], sf[fPairs])
		f[pBigrams] = max(f[pBigrams], sf[fBigramWeight])
		f[pNearBigrams] += sf[fBigramWeight]
		f[pFunction] = max(f[pFunction], sf[fFunction])
		f[pAnswers] = max(f[pAnswers], s.typed(&sf)[typedNear])
	}
	length := float32(x.lengths[p.paragraph])
	norm := k1 * (1 - b + b*length/x.meanParagraph())
	a := int(x.sentences[lo].article)
	around := s.around(a)
	var names, figures float32
	for t := range s.q.terms {
		w := s.weight[t]
		if w == 0 {
			f[pFunctionBM25] += s.small[t] * tf[t] * (k1 + 1) / (tf[t] + norm)
			continue
		}
		c := p.cover[t]
		if stems[t] > 0 {
			f[pStemBM25] += w * stems[t] * (k1 + 1) / (stems[t] + norm)
			f[pStemCover] += w
		}
		f[pWeight] += w * c
		if s.q.terms[t].name {
			f[pNameWeight] += w * c
		}
		if around.all[t] >= same {
			f[pArticleCover] += w
		}
		if tf[t] > 0 {
			f[pBM25] += w * tf[t] * (k1 + 1) / (tf[t] + norm)
		}
		f[pCover] += w * c
		if c == sameForm {
			f[pExact] += w
		}
		if s.q.terms[t].name {
			names += w
			f[pNames] += w * c
		}
		if s.q.terms[t].class&figure != 0 {
			figures += w
			f[pFigures] += w * c
		}
		f[pRarest] = max(f[pRarest], w*c)
		f[pTitleCover] += w * around.title[t]
		if around.title[t] > c {
			f[pTitle] += w * (around.title[t] - c)
			c = around.title[t]
		}
		if around.all[t] > c {
			f[pArticle] += w * (around.all[t] - c)
			c = around.all[t]
		}
		f[pMissing] += w * (1 - c)
	}
	if s.total > 0 {
		f[pBM25Share] = f[pBM25] / s.total
		for _, k := range []int{pCover, pExact, pTitle, pArticle, pMissing, pTitleCover, pStemCover, pArticleCover} {
			f[k] /= s.total
		}
		f[pRarest] /= s.heaviest
	}
	f[pNames] = share(f[pNames], names)
	f[pFigures] = share(f[pFigures], figures)
	f[pLength] = float32(math.Log1p(float64(length)))
	f[pFirst] = flag(lo == int(x.firsts[a]) || lo > 0 && x.sentences[lo-1].kind == title)
}

// surroundings is what an article has of the question.
type surroundings struct {
	article    int
	title, all [maxTerms]float32
	best, sum  float32 // of the BM25 shares of its paragraphs
}

// around reads which terms an article has, once.
func (s *search) around(a int) *surroundings {
	for i := range s.arounds {
		if s.arounds[i].article == a {
			return &s.arounds[i]
		}
	}
	s.arounds = append(s.arounds, surroundings{article: a})
	r := &s.arounds[len(s.arounds)-1]
	x := s.x
	for _, t := range x.titles[a] {
		if c := s.cells[t.form]; c.term > 0 {
			n := c.term - 1
			r.title[n] = max(r.title[n], c.quality)
			r.all[n] = max(r.all[n], c.quality)
		}
	}
	lo, hi := int(x.firsts[a]), int(x.firsts[a+1])
	for i := lo; i < hi && i < lo+maxAround; i++ {
		for _, t := range x.tokensOf(i) {
			c := s.cells[t.form]
			if c.term == 0 {
				continue
			}
			n := c.term - 1
			r.all[n] = max(r.all[n], c.quality)
		}
	}
	s.aroundTranslated(a, r)
	return r
}

// maxAround bounds how many sentences of an article are read for its words.
const maxAround = 200
