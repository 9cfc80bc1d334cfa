package index

import (
	"math"
	"math/bits"
	"slices"
)

// deep is how many paragraphs are read closely for a question.
const deep = 48

// The features of a paragraph, in the order of its weights.
const (
	pBM25          = iota // over the paragraph
	pBM25Share            // over the question's weight
	pCover                // share of the question that it has
	pExact                // … in the same form
	pNames                // share of the names
	pFigures              // share of the figures
	pRarest               // its heaviest term over the heaviest there is
	pBestCover            // best share of one sentence
	pBestBM25             // best BM25 of one sentence
	pNear                 // best closeness of one sentence
	pPairs                // best order of one sentence
	pBigrams              // best run of one sentence
	pFunction             // share of the function words, best sentence
	pTitle                // share that only the title has
	pArticle              // share that only the rest of the article has
	pTitleCover           // share that the title has
	pMissing              // share that the article lacks
	pLength               // log of its tokens
	pFirst                // first of its article
	pAlone                // its cover less the best cover of the others
	pAnswers              // best typed closeness
	pStemBM25             // BM25 of the same stems alone
	pStemCover            // share that it has in the same stems
	pFunctionBM25         // BM25 of the function words
	pWeight               // weight of the terms that it has
	pNameWeight           // … of the names
	pArticleBest          // best BM25 share of the article's paragraphs
	pArticleSum           // sum of the BM25 shares of those read closely
	pArticleCover         // share that the article has in the same stems
	pNearBigrams          // sum over sentences of runs
	pUnique               // weight of the terms, each over how many of those read closely have it
	pSentence             // best linear score of one sentence, by what it has alone
	pSentenceSum          // log of the sum of their exponentials
	pSentenceShare        // … less that over those of its article that are read closely
	pFound                // how many of its article are read closely
	pNeighbour            // best BM25 share of the paragraphs beside it
	paragraphFeatureCount
)

type paragraphFeatures [paragraphFeatureCount]float32

// found is a paragraph that shares a word with the question.
type found struct {
	paragraph int32
	score     float32
	cover     [maxTerms]float32
	f         paragraphFeatures
	around    int32 // in search.arounds
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
	s.weigh(&have, float32(len(x.paragraphs)-1))
	s.accumulate(article)
	s.takeBest()
	for i := range s.found {
		s.readParagraph(&s.found[i])
	}
	s.compareParagraphs()
	s.sortParagraphs()
}

// sortParagraphs puts the best first; of equals, the one that stands first.
func (s *search) sortParagraphs() {
	from := len(s.ranked)
	for i := range s.found {
		s.ranked = append(s.ranked, scored{int32(i), s.found[i].score})
	}
	slices.SortFunc(s.ranked[from:], byScore)
	s.inOrder = s.inOrder[:0]
	for _, r := range s.ranked[from:] {
		s.inOrder = append(s.inOrder, s.found[r.sentence])
	}
	s.found, s.inOrder = s.inOrder, s.found
	s.ranked = s.ranked[:from]
}

// compareParagraphs fills what the features say of a paragraph beside the
// others that are read closely, and scores them. They are in order of the text.
func (s *search) compareParagraphs() {
	bestCover, second := float32(0), float32(0)
	var shared [maxTerms]float32
	for i := range s.found {
		p := &s.found[i]
		switch c := p.f[pCover]; {
		case c > bestCover:
			bestCover, second = c, bestCover
		case c > second:
			second = c
		}
		for t := range s.q.terms {
			shared[t] += p.cover[t]
		}
		a := &s.arounds[p.around]
		a.found++
		a.best = max(a.best, p.f[pBM25Share])
		a.sum += p.f[pBM25Share]
		a.sentences += float32(math.Exp(float64(p.f[pSentenceSum])))
	}
	for i := range s.found {
		p := &s.found[i]
		f := &p.f
		f[pAlone] = f[pCover] - bestCover
		if f[pCover] == bestCover {
			f[pAlone] = f[pCover] - second
		}
		a := &s.arounds[p.around]
		f[pArticleBest], f[pArticleSum], f[pFound] = a.best, float32(math.Log1p(float64(a.sum))), a.found
		f[pSentenceShare] = f[pSentenceSum] - float32(math.Log(float64(a.sentences)))
		for _, j := range [...]int{i - 1, i + 1} {
			if j >= 0 && j < len(s.found) && s.found[j].around == p.around && s.found[j].paragraph-p.paragraph == int32(j-i) {
				f[pNeighbour] = max(f[pNeighbour], s.found[j].f[pBM25Share])
			}
		}
		for m := s.heavy; m != 0; m &= m - 1 {
			if t := bits.TrailingZeros32(m); p.cover[t] > 0 {
				f[pUnique] += s.weight[t] * p.cover[t] / shared[t]
			}
		}
		p.score = paragraphModel.linear(f[:]) + paragraphModel.trees(f[:])
	}
}
