package index

import (
	"math"
	"math/bits"
)

// The features of a sentence that the ranker weighs, in the order of its
// weights. Shares are of the weight of the question's terms.
const (
	fCover         = iota // share that the sentence has, in whatever form
	fExact                // share that it has in the same form
	fBM25                 // BM25 by the same weights
	fBM25Share            // the same over the question's weight
	fRarest               // the heaviest term that it has, over the heaviest there is
	fCount                // share by count
	fNames                // share of the names that it has
	fPlain                // share of the other terms that it has
	fFigures              // share of the figures that it has
	fPairs                // neighbours in the question that are neighbours here, in order
	fNear                 // matches of different terms close together
	fRun                  // longest run of the question's words, function words too
	fBefore               // share that only the sentence before has
	fAfter                // … only the sentence after
	fParagraph            // … only the rest of the paragraph
	fTitle                // … only the title
	fLeadsBefore          // fBefore where the sentence begins with a pronoun
	fMissing              // share that the article has and neither the sentence nor its neighbours
	fLength               // log of its tokens
	fShort                // fewer than six tokens
	fFirst                // first of its article
	fOpens                // first of its paragraph
	fDepth                // how far down the article, 0 to 1
	fEarly                // 1 over its place
	fLeads                // begins with a pronoun
	fNewNames             // names that the question does not have, by log
	fNewFigures           // figures that the question does not have, by log
	fNewDates             // dates …
	fFocus                // has the noun after « quel »
	fLast                 // has the question's last term
	fFirstTerm            // has the question's first term
	fParagraphBM25        // best BM25 of the paragraph's other sentences
	fNeighbourBM25        // BM25 of the sentences before and after
	fFunction             // share of the question's function words, by their rarity
	fFunctionBM25
	fUnique                       // weight of the terms that it has, each over how many sentences have it
	fWeight                       // weight of the terms that it has
	fNameWeight                   // … of the names
	fCoverTop                     // its cover over the best of the article
	fBM25Top                      // its BM25 over the best of the article
	fIsTop                        // the best of the article by BM25
	fAfterTop                     // follows the best in its paragraph
	fBeforeTop                    // precedes it
	fWithTop                      // stands in its paragraph
	fBigrams                      // neighbours in the question that are neighbours here, function words too
	fBigramWeight                 // the same by weight
	fNovelHit                     // what is asked for is there and new
	fOffers                       // then for each kind of question: what the sentence offers …
	typedNear     = offerCount    // … how near a match the kind of word asked for stands …
	novel         = typedNear + 1 // … and which of names, figures, years and other dates are new
	perKind       = novel + 4
	featureCount  = fOffers + kindCount*perKind // columns of the models: the plain ones, then those of each kind
)

// features is one sentence's row for the ranker: the plain ones, and those of
// the kind of the question that is asked.
type features [fOffers + perKind]float32

// context is what the features of a row are measured against.
type scope struct {
	lo, hi              int               // sentences of the article
	prose               int               // the first that is prose
	mean                float32           // tokens a sentence
	title               [maxTerms]float32 // how well the title has each term
	inTitle             uint32            // the terms that it has, as bits
	best                int               // the sentence of the best BM25
	bestBM25, bestCover float32
	top                 int               // the sentence of the best score
	own, near           [maxTerms]float32 // how surely the best sentence has each term, and it with its neighbours
	held, nearTop       [maxTerms]float32 // how well the article has each term, and the best sentence with what stands around it
}

// describe fills f for a row.
func (s *search) describe(r *row, sc *scope, f *features) {
	*f = features{}
	s.describeWords(r, f)
	if s.total > 0 {
		s.describeAround(r, sc, f)
	}
	s.describeSentence(r, sc, f)
	s.describeOffers(r, f)
}

// describeAlone fills f with what a sentence has whatever stands around it.
func (s *search) describeAlone(r *row, f *features) {
	*f = features{}
	s.describeWords(r, f)
	s.describeForm(r, f)
	s.describeOffers(r, f)
}

// describeWords reads what a sentence has of the question: most have nothing.
func (s *search) describeWords(r *row, f *features) {
	if r.has == 0 {
		return
	}
	s.describeFunction(r, f)
	if s.total == 0 {
		return
	}
	if r.has&s.heavy != 0 {
		s.describeCover(r, f)
	}
	s.describeOrder(r, f)
	if s.q.focus >= 0 {
		f[fFocus] = r.cover[s.q.focus]
	}
}

// typed are the features of the question's own kind.
func (s *search) typed(f *features) []float32 { return f[fOffers:] }

// column is the place of a feature among the columns of the models.
func (s *search) column(feature int) int {
	if feature < fOffers {
		return feature
	}
	return feature + int(s.q.kind)*perKind
}

func (s *search) describeCover(r *row, f *features) {
	var cover, exact, rarest, unique, named, names, plain, figures float32
	has := r.has & s.heavy
	for m := has; m != 0; m &= m - 1 {
		i := bits.TrailingZeros32(m)
		bit := m & -m
		w, c := s.weight[i], r.cover[i]
		wc := w * c
		cover += wc
		unique += wc / max(1, s.have[i])
		rarest = max(rarest, wc)
		if c == sameForm {
			exact += w
		}
		if s.nameBits&bit != 0 {
			named += wc
		}
		switch {
		case s.figureBits&bit != 0:
			figures += wc
		case s.nameBits&bit != 0:
			names += wc
		default:
			plain += wc
		}
	}
	f[fWeight], f[fUnique], f[fNameWeight] = cover, unique, named
	f[fCover] = cover * s.perTotal
	f[fExact] = exact * s.perTotal
	f[fRarest] = rarest / s.heaviest
	f[fCount] = float32(bits.OnesCount32(has)) / float32(bits.OnesCount32(s.heavy))
	f[fBM25] = r.bm25
	f[fBM25Share] = r.bm25 * s.perTotal
	f[fNames] = share(names, s.nameWeight)
	f[fPlain] = share(plain, s.plainWeight)
	f[fFigures] = share(figures, s.figureWeight)
	f[fLast] = r.cover[bits.Len32(s.heavy)-1]
	f[fFirstTerm] = r.cover[bits.TrailingZeros32(s.heavy)]
}

func share(has, all float32) float32 {
	if all == 0 {
		return 0
	}
	return has / all
}

// describeOrder reads how the matches stand to each other.
func (s *search) describeOrder(r *row, f *features) {
	ms := s.matches[r.first:r.past]
	run, best, bigrams := 0, 0, 0
	var weight, near, pairs float32
	last := -1 // the match before that says something alone
	for k := range ms {
		m := &ms[k]
		if k > 0 && ms[k-1].at+1 == m.at && ms[k-1].term+1 == m.term {
			run++
			bigrams++
			weight += s.weight[m.term] + s.weight[m.term-1] + 0.3*(s.small[m.term]+s.small[m.term-1])
		} else {
			run = 1
		}
		best = max(best, run)
		if s.heavy>>m.term&1 == 0 {
			continue
		}
		if last >= 0 {
			if p := &ms[last]; p.term != m.term {
				w := min(s.weight[p.term], s.weight[m.term])
				gap := int(m.at - p.at)
				near += w / (1 + float32(gap)/4)
				if asked := int(m.term) - int(p.term); asked > 0 && gap <= asked+1 {
					pairs += w
				}
			}
		}
		last = k
	}
	f[fNear] = near * s.perTotal
	f[fPairs] = pairs * s.perTotal
	f[fBigrams] = logCount[min(255, bigrams)]
	f[fBigramWeight] = weight * s.perTotal
	f[fRun] = logCount[min(255, best)]
}

// describeAround reads what the neighbours have that the sentence lacks.
func (s *search) describeAround(r *row, sc *scope, f *features) {
	i := int(r.sentence)
	me := s.x.paragraph[i]
	p := &s.parts[me-s.x.paragraph[sc.lo]]
	before, after := &noRow, &noRow
	if i > sc.lo && s.x.paragraph[i-1] == me {
		before = s.scan(i - 1)
	}
	if i+1 < sc.hi && s.x.paragraph[i+1] == me {
		after = s.scan(i + 1)
	}
	var fromBefore, fromAfter, fromParagraph, fromTitle, has float32
	for m := (p.has | sc.inTitle) & s.heavy; m != 0; m &= m - 1 {
		t := bits.TrailingZeros32(m)
		w, c := s.weight[t], r.cover[t]
		o := max(c, before.cover[t])
		fromBefore += w * (o - c)
		c, o = o, max(o, after.cover[t])
		fromAfter += w * (o - c)
		c, o = o, max(o, p.cover[t])
		fromParagraph += w * (o - c)
		c, o = o, max(o, sc.title[t])
		fromTitle += w * (o - c)
		c = o
		has += w * c
	}
	f[fBefore], f[fAfter] = fromBefore*s.perTotal, fromAfter*s.perTotal
	f[fParagraph], f[fTitle] = fromParagraph*s.perTotal, fromTitle*s.perTotal
	f[fMissing] = (s.total - has) * s.perTotal
	if s.x.sentences[i].leads {
		f[fLeadsBefore] = f[fBefore]
	}
	f[fNeighbourBM25] = (before.bm25 + after.bm25) * s.perTotal
	f[fParagraphBM25] = p.best * s.perTotal
	if p.of == r.sentence {
		f[fParagraphBM25] = p.second * s.perTotal
	}
}

// noRow stands where a sentence has no neighbour.
var noRow row

func (s *search) describeSentence(r *row, sc *scope, f *features) {
	i := int(r.sentence)
	me := &s.x.sentences[i]
	f[fCoverTop] = share(f[fCover], sc.bestCover)
	f[fBM25Top] = share(r.bm25, sc.bestBM25)
	if sc.bestBM25 > 0 {
		f[fIsTop] = flag(i == sc.best)
		if s.x.paragraph[sc.best] == me.paragraph {
			f[fAfterTop] = flag(i == sc.best+1)
			f[fBeforeTop] = flag(i == sc.best-1)
			f[fWithTop] = flag(i != sc.best)
		}
	}
	f[fFirst] = flag(i == sc.prose)
	f[fOpens] = flag(i == sc.lo || s.x.paragraph[i-1] != me.paragraph)
	f[fDepth] = float32(i-sc.lo) / float32(sc.hi-sc.lo)
	f[fEarly] = 1 / float32(2+max(0, i-sc.prose))
	s.describeForm(r, f)
}

// describeForm reads how long a sentence is and how it begins.
func (s *search) describeForm(r *row, f *features) {
	tokens := len(s.x.tokensOf(int(r.sentence)))
	f[fLength] = logCount[min(255, tokens)]
	f[fShort] = flag(tokens < 6)
	f[fLeads] = flag(s.x.sentences[r.sentence].leads)
}

// flag is 1 for true, without a branch.
func flag(b bool) float32 {
	n := uint32(0)
	if b {
		n = 0x3f800000
	}
	return math.Float32frombits(n)
}

// describeFunction reads the function words that the sentence shares.
func (s *search) describeFunction(r *row, f *features) {
	var has float32
	for m := r.has & s.light; m != 0; m &= m - 1 {
		if i := bits.TrailingZeros32(m); r.cover[i] == sameForm {
			has += s.small[i]
		}
	}
	f[fFunction] = share(has, s.smallWeight)
	f[fFunctionBM25] = has
}
