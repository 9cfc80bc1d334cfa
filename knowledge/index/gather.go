package index

import "slices"

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
