package main

import (
	"math/rand/v2"
	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

// A corpus is where a sample is from.
type corpus int

const (
	frenchSet corpus = iota
	englishSet
	news    // questions of few shared words, by design
	reports // … as readers put them
	ofSample
	unseen // … which no fit ever sees
	corpora
)

var corpusNames = [...]string{"French set", "English set", "news", "reports", "sample", "unseen"}

// evidence is a question asked of an article.
type evidence struct {
	corpus         corpus
	article, class int
	english        bool
	missed         bool // the ranker does not bring first what answers: it may as well be refused
	question, best string
	row            []float32
}

const (
	answersL2 = 1e-3
	refused   = 0.06 // the share of the answerable questions of the large sets, in each language, that the threshold refuses
)

var (
	answersBoost  = boostParams{trees: 100, depth: 3, rate: 0.1, lambda: 3, minHess: 20, sample: 0.7}
	missedWeight  = 0.1
	englishWeight = 6.0
	classWeight   = [...]float64{answered: 4, another: 0.7, nearby: 0.1, lacking: 0.1, asked: 40, hard: 45, strange: 20}
)

// weight is how much a sample counts in a fit.
func (s *evidence) weight() float64 {
	w := classWeight[s.class]
	if s.missed {
		w *= missedWeight
	}
	if s.corpus == englishSet {
		w *= englishWeight
		if s.class == another {
			w /= float64(others[englishSet])
		}
	}
	return w
}

// others is how many other articles a question of a large set is asked of.
var others = [...]int{frenchSet: 1, englishSet: 4}

// samplesOf asks each question of a set of its article, of another one, and of
// its own without the paragraph of the answer.
func samplesOf(set *eval.Set, of corpus) (out []evidence) {
	english := of == englishSet
	x := index.New(set.Articles)
	rng := rand.New(rand.NewPCG(3, 3))
	short := map[string]*index.Index{}
	for i := range set.Rows {
		r := &set.Rows[i]
		own := set.Articles[r.Article()]
		add := func(class int, x *index.Index, id string) {
			if row := x.Judge(r.Question, id); row != nil {
				h := x.Search(r.Question, id, 1).Hits[0]
				out = append(out, evidence{corpus: of, article: r.Article(), class: class, english: english, row: row,
					missed: class == answered && set.Gold(r) != h.Sentence, question: r.Question, best: sentenceOf(h)})
			}
		}
		add(answered, x, own.ID)
		for range others[of] {
			if other := set.Articles[rng.IntN(len(set.Articles))]; other != own {
				add(another, x, other.ID)
			}
		}
		y, ok := short[r.Context]
		if !ok {
			if a := set.Without(r); a != nil {
				y = index.New([]*knowledge.Article{a})
			}
			short[r.Context] = y
		}
		if y != nil {
			add(nearby, y, set.Without(r).ID)
		}
		if g := set.Gold(r); g > 0 && i%3 == 0 {
			add(lacking, index.New([]*knowledge.Article{withoutSentence(own, g)}), own.ID)
		}
	}
	return out
}

// sentenceOf is the text of a hit's sentence.
func sentenceOf(h index.Hit) string { return h.Article.Cut(h.Article.Sentences[h.Sentence-1].Span) }

// withoutSentence is an article without one of its sentences, by its number.
func withoutSentence(a *knowledge.Article, number int) *knowledge.Article {
	b := *a
	b.Sentences = nil
	for _, s := range a.Sentences {
		if s.Number != number {
			s.Number = len(b.Sentences) + 1
			b.Sentences = append(b.Sentences, s)
		}
	}
	return &b
}
