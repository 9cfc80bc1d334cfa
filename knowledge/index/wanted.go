package index

import (
	"math"
	"math/bits"
)

// answers are the classes of word that answer each kind of question.
var answers = [kindCount]class{
	asksWhen: year | month | clock | figure, asksQuantity: figure | counting, asksWhy: reason, asksHow: manner,
	asksDefinition: copula, asksName: naming,
}

// describeOffers reads what the sentence has that could answer.
func (s *search) describeOffers(r *row, f *features) {
	i := int(r.sentence)
	o := s.x.sentences[i].offers
	typed := s.typed(f)
	for ; o != 0; o &= o - 1 {
		if k := bits.TrailingZeros32(uint32(o)); k < offerCount {
			typed[k] = 1
		}
	}
	ms := s.matches[r.first:r.past]
	tokens := s.x.tokensOf(i)
	c := s.x.sentences[i].counts
	heavy := false
	last := int16(-1)
	for _, m := range ms {
		if m.at != last {
			c.add(tokens[m.at], -1)
		}
		last = m.at
		heavy = heavy || s.weight[m.term] > 0
	}
	near := float32(0)
	if heavy {
		near = s.nearestWanted(ms, tokens)
	}
	f[fNewNames], f[fNewFigures], f[fNewDates] = logCount[c.names], logCount[c.figures], logCount[c.dates]
	typed[typedNear] = near
	f[fNovelHit] = flag(near > 0)
	typed[novel], typed[novel+1], typed[novel+2], typed[novel+3] = flag(c.names > 0), flag(c.figures > 0), flag(c.years > 0), flag(c.dates > c.years)
}

// logCount is the logarithm of one more than a count.
var logCount = func() (out [256]float32) {
	for n := range out {
		out[n] = float32(math.Log1p(float64(n)))
	}
	return out
}()

// nearestWanted is how much weight stands near a word of the kind that is asked for.
func (s *search) nearestWanted(ms []match, tokens []token) (near float32) {
	wanted := answers[s.q.kind]
	names := false
	switch s.q.kind {
	case asksWho, asksSpeaker, asksName, asksWhere, asksWhich, asksWhat, asksOther:
		names = true
	}
	k := 0
	for at, t := range tokens {
		if t.class&wanted == 0 && !(names && t.isName(t.class)) {
			continue
		}
		for k < len(ms) && int(ms[k].at) < at {
			k++
		}
		if k < len(ms) && int(ms[k].at) == at {
			continue
		}
		near = max(near, s.nearest(ms, k, at))
	}
	return near
}

// nearest is how much weight stands near a place: matches before k and from k on.
func (s *search) nearest(ms []match, k, at int) (sum float32) {
	if s.total == 0 {
		return 0
	}
	for j := max(0, k-4); j < min(len(ms), k+4); j++ {
		d := at - int(ms[j].at)
		if d < 0 {
			d = -d
		}
		sum += s.weight[ms[j].term] * ms[j].quality * closeness[min(d, len(closeness)-1)]
	}
	return sum * s.perTotal
}
