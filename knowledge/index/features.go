package index

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
	featureCount  = fOffers + kindCount*perKind
)

// features is one sentence's row for the ranker.
type features [featureCount]float32

// context is what the features of a row are measured against.
type scope struct {
	lo, hi              int               // sentences of the article
	mean                float32           // tokens a sentence
	title               [maxTerms]float32 // how well the title has each term
	best                int               // the sentence of the best BM25
	bestBM25, bestCover float32
	top                 int               // the sentence of the best score
	held, nearTop       [maxTerms]float32 // how well the article has each term, and the best sentence with what stands around it
}

// describe fills f for a row.
func (s *search) describe(r *row, sc *scope, f *features) {
	clear(f[:fOffers])
	clear(s.typed(f))
	s.describeCover(r, f)
	s.describeOrder(r, f)
	s.describeAround(r, sc, f)
	s.describeSentence(r, sc, f)
	s.describeOffers(r, f)
}

// typed are the features of the question's own kind, between the plain ones and
// the rest: they are laid out kind by kind.
func (s *search) typed(f *features) []float32 {
	at := fOffers + int(s.q.kind)*perKind
	return f[at : at+perKind]
}

// score weighs the features that can be set.
func (s *search) score(m *model, f *features) float32 {
	at := fOffers + int(s.q.kind)*perKind
	sum := m.linear(f[:fOffers])
	for i, v := range f[at : at+perKind] {
		sum += m.weights[at+i] * v
	}
	return sum
}

func (s *search) describeCover(r *row, f *features) {
	s.describeFunction(r, f)
	if s.total == 0 {
		return
	}
	var names, hasNames, plain, hasPlain, figures, hasFigures, content, count float32
	first, last := -1, -1
	for i := range s.q.terms {
		w := s.weight[i]
		if w == 0 {
			continue
		}
		t := &s.q.terms[i]
		c := r.cover[i]
		if c > 0 {
			f[fUnique] += w * c / max(1, s.have[i])
			f[fWeight] += w * c
			if t.name {
				f[fNameWeight] += w * c
			}
		}
		if first < 0 {
			first = i
		}
		last = i
		content++
		f[fCover] += w * c
		if c > 0 {
			count++
			f[fRarest] = max(f[fRarest], w*c)
		}
		if c == sameForm {
			f[fExact] += w
		}
		switch {
		case t.class&figure != 0:
			figures += w
			hasFigures += w * c
		case t.name:
			names += w
			hasNames += w * c
		default:
			plain += w
			hasPlain += w * c
		}
	}
	f[fCover] /= s.total
	f[fExact] /= s.total
	f[fRarest] /= s.heaviest
	f[fCount] = count / content
	f[fBM25] = r.bm25
	f[fBM25Share] = r.bm25 / s.total
	f[fNames] = share(hasNames, names)
	f[fPlain] = share(hasPlain, plain)
	f[fFigures] = share(hasFigures, figures)
	f[fLast] = r.cover[last]
	f[fFirstTerm] = r.cover[first]
	if s.q.focus >= 0 {
		f[fFocus] = r.cover[s.q.focus]
	}
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
	run, best := 0, 0
	lastContent := -1
	for k, m := range ms {
		if k > 0 && ms[k-1].at+1 == m.at && ms[k-1].term+1 == m.term {
			run++
			f[fBigrams]++
			f[fBigramWeight] += s.weight[m.term] + s.weight[m.term-1] + 0.3*(s.small[m.term]+s.small[m.term-1])
		} else {
			run = 1
		}
		best = max(best, run)
		if s.weight[m.term] == 0 {
			continue
		}
		if lastContent >= 0 {
			p := ms[lastContent]
			if p.term != m.term {
				w := min(s.weight[p.term], s.weight[m.term])
				gap := float32(m.at - p.at)
				f[fNear] += w / (1 + gap/4)
				asked := int(m.term) - int(p.term)
				if asked > 0 && int(m.at-p.at) <= asked+1 {
					f[fPairs] += w
				}
			}
		}
		lastContent = k
	}
	if s.total > 0 {
		f[fNear] /= s.total
		f[fPairs] /= s.total
	}
	f[fBigrams] = logCount[min(255, int(f[fBigrams]))]
	if s.total > 0 {
		f[fBigramWeight] /= s.total
	}
	f[fRun] = logCount[min(255, best)]
}

// describeAround reads what the neighbours have that the sentence lacks.
func (s *search) describeAround(r *row, sc *scope, f *features) {
	if s.total == 0 {
		return
	}
	i := int(r.sentence)
	me := s.x.sentences[i]
	var before, after *row
	if i > sc.lo && s.x.sentences[i-1].paragraph == me.paragraph {
		before = s.scan(i - 1)
	}
	if i+1 < sc.hi && s.x.sentences[i+1].paragraph == me.paragraph {
		after = s.scan(i + 1)
	}
	p := &s.parts[me.paragraph-s.x.sentences[sc.lo].paragraph]
	for t := range s.q.terms {
		w := s.weight[t]
		if w == 0 {
			continue
		}
		c := r.cover[t]
		if before != nil && before.cover[t] > c {
			f[fBefore] += w * (before.cover[t] - c)
			c = before.cover[t]
		}
		if after != nil && after.cover[t] > c {
			f[fAfter] += w * (after.cover[t] - c)
			c = after.cover[t]
		}
		if p.cover[t] > c {
			f[fParagraph] += w * (p.cover[t] - c)
			c = p.cover[t]
		}
		if sc.title[t] > c {
			f[fTitle] += w * (sc.title[t] - c)
			c = sc.title[t]
		}
		f[fMissing] += w * (1 - c)
	}
	for _, k := range [...]int{fBefore, fAfter, fParagraph, fTitle, fMissing} {
		f[k] /= s.total
	}
	if me.leads {
		f[fLeadsBefore] = f[fBefore]
	}
	if before != nil {
		f[fNeighbourBM25] += before.bm25 / s.total
	}
	if after != nil {
		f[fNeighbourBM25] += after.bm25 / s.total
	}
	for j := i - 1; j >= sc.lo && s.x.sentences[j].paragraph == me.paragraph; j-- {
		f[fParagraphBM25] = max(f[fParagraphBM25], s.rows[s.rowOf[j]-1].bm25/s.total)
	}
	for j := i + 1; j < sc.hi && s.x.sentences[j].paragraph == me.paragraph; j++ {
		f[fParagraphBM25] = max(f[fParagraphBM25], s.rows[s.rowOf[j]-1].bm25/s.total)
	}
}

func (s *search) describeSentence(r *row, sc *scope, f *features) {
	i := int(r.sentence)
	me := s.x.sentences[i]
	f[fCoverTop] = share(f[fCover], sc.bestCover)
	f[fBM25Top] = share(r.bm25, sc.bestBM25)
	if sc.bestBM25 > 0 {
		f[fIsTop] = flag(i == sc.best)
		if s.x.sentences[sc.best].paragraph == me.paragraph {
			f[fAfterTop] = flag(i == sc.best+1)
			f[fBeforeTop] = flag(i == sc.best-1)
			f[fWithTop] = flag(i != sc.best)
		}
	}
	tokens := s.x.tokensOf(i)
	f[fLength] = logCount[min(255, len(tokens))]
	f[fShort] = flag(len(tokens) < 6)
	first := sc.lo
	for first < sc.hi-1 && s.x.sentences[first].kind != prose {
		first++
	}
	f[fFirst] = flag(i == first)
	f[fOpens] = flag(i == sc.lo || s.x.sentences[i-1].paragraph != me.paragraph)
	f[fDepth] = float32(i-sc.lo) / float32(sc.hi-sc.lo)
	f[fEarly] = 1 / float32(2+max(0, i-first))
	f[fLeads] = flag(me.leads)
}

func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// describeFunction reads the function words that the sentence shares.
func (s *search) describeFunction(r *row, f *features) {
	var all, has float32
	for i := range s.q.terms {
		w := s.small[i]
		all += w
		if r.cover[i] == sameForm {
			has += w
		}
	}
	f[fFunction] = share(has, all)
	f[fFunctionBM25] = has
}
