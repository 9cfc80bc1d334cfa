package index

import (
	"math"
	"math/bits"
)

// sums are what the sentences of a paragraph have of each term: how often, by
// quality, and in the same stem alone.
type sums struct{ tf, stems [maxTerms]float32 }

// same is how well a word must stand for a term to be of its stem; in an
// English question no word of the article is the question's own.
func (s *search) same() float32 {
	if s.q.english {
		return present
	}
	return sameStem
}

// readParagraph fills the features of a paragraph.
func (s *search) readParagraph(p *found) {
	x := s.x
	p.f, p.cover = paragraphFeatures{}, [maxTerms]float32{}
	var sum sums
	s.readSentences(p, &sum)
	lo := int(x.paragraphs[p.paragraph])
	a := int(x.sentences[lo].article)
	p.around = s.around(a)
	s.describeTerms(p, &sum)
	s.describeLack(p)
	f := &p.f
	f[pLength] = float32(math.Log1p(float64(x.lengths[p.paragraph])))
	f[pFirst] = flag(lo == int(x.firsts[a]) || lo > 0 && x.sentences[lo-1].kind == title)
}

// readSentences reads the best of each thing that a sentence can have.
func (s *search) readSentences(p *found, sum *sums) {
	x, f, same := s.x, &p.f, s.same()
	m := s.model()
	total := 0.0
	f[pSentence] = float32(math.Inf(-1))
	for i := int(x.paragraphs[p.paragraph]); i < int(x.paragraphs[p.paragraph+1]); i++ {
		r := s.scan(i)
		r.bm25 = s.bm25(r, x.mean)
		for _, m := range s.matches[r.first:r.past] {
			sum.tf[m.term] += m.quality
			if m.quality >= same {
				sum.stems[m.term]++
			}
		}
		raise(&p.cover, r.has, &r.cover)
		sf := &s.alone
		s.describeAlone(r, sf)
		score := m.linear(sf)
		total += math.Exp(float64(score))
		f[pSentence] = max(f[pSentence], score)
		f[pBestCover] = max(f[pBestCover], sf[fCover])
		f[pBestBM25] = max(f[pBestBM25], share(r.bm25, s.total))
		f[pNear] = max(f[pNear], sf[fNear])
		f[pPairs] = max(f[pPairs], sf[fPairs])
		f[pBigrams] = max(f[pBigrams], sf[fBigramWeight])
		f[pNearBigrams] += sf[fBigramWeight]
		f[pFunction] = max(f[pFunction], sf[fFunction])
		f[pAnswers] = max(f[pAnswers], s.typed(sf)[typedNear])
	}
	f[pSentenceSum] = float32(math.Log(total))
}

// describeTerms reads how much of the question the paragraph has.
func (s *search) describeTerms(p *found, sum *sums) {
	f := &p.f
	norm := k1 * (1 - b + b*float32(s.x.lengths[p.paragraph])/s.x.meanParagraph())
	for m := s.light; m != 0; m &= m - 1 {
		t := bits.TrailingZeros32(m)
		f[pFunctionBM25] += s.small[t] * sum.tf[t] * (k1 + 1) / (sum.tf[t] + norm)
	}
	for m := s.heavy; m != 0; m &= m - 1 {
		t := bits.TrailingZeros32(m)
		w, c := s.weight[t], p.cover[t]
		if c == 0 {
			continue
		}
		if n := sum.stems[t]; n > 0 {
			f[pStemBM25] += w * n * (k1 + 1) / (n + norm)
			f[pStemCover] += w
		}
		f[pBM25] += w * sum.tf[t] * (k1 + 1) / (sum.tf[t] + norm)
		f[pWeight] += w * c
		if c == sameForm {
			f[pExact] += w
		}
		if s.q.terms[t].name {
			f[pNameWeight] += w * c
		}
		if s.figureBits>>t&1 != 0 {
			f[pFigures] += w * c
		}
		f[pRarest] = max(f[pRarest], w*c)
	}
	f[pCover] = share(f[pWeight], s.total)
	f[pBM25Share], f[pExact], f[pStemCover] = share(f[pBM25], s.total), share(f[pExact], s.total), share(f[pStemCover], s.total)
	f[pRarest] = share(f[pRarest], s.heaviest)
	f[pNames] = share(f[pNameWeight], s.allNames)
	f[pFigures] = share(f[pFigures], s.figureWeight)
}

// describeLack reads what of the question the title and the rest of the article
// have, and what they lack.
func (s *search) describeLack(p *found) {
	f, around, same := &p.f, &s.arounds[p.around], s.same()
	for m := s.heavy; m != 0; m &= m - 1 {
		t := bits.TrailingZeros32(m)
		w, c := s.weight[t], p.cover[t]
		if around.all[t] >= same {
			f[pArticleCover] += w
		}
		f[pTitleCover] += w * around.title[t]
		o := max(c, around.title[t])
		f[pTitle] += w * (o - c)
		c, o = o, max(o, around.all[t])
		f[pArticle] += w * (o - c)
		f[pMissing] += w * (1 - o)
	}
	for _, k := range [...]int{pArticleCover, pTitleCover, pTitle, pArticle, pMissing} {
		f[k] = share(f[k], s.total)
	}
}

// surroundings is what an article has of the question.
type surroundings struct {
	article    int
	title, all [maxTerms]float32
	best, sum  float32 // of the BM25 shares of its paragraphs that are read closely
	sentences  float32 // sum of the exponentials of the scores of their sentences
	found      float32 // how many they are
}

// around reads which terms an article has, once; it returns the place in s.arounds.
func (s *search) around(a int) int32 {
	for i := range s.arounds {
		if s.arounds[i].article == a {
			return int32(i)
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
		tokens := x.tokensOf(i)
		for _, at := range s.matching(tokens) {
			c := s.cells[tokens[at].form]
			r.all[c.term-1] = max(r.all[c.term-1], c.quality)
		}
	}
	s.aroundTranslated(a, r)
	return int32(len(s.arounds) - 1)
}

// maxAround bounds how many sentences of an article are read for its words.
const maxAround = 200
