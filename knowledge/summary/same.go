package summary

import (
	"slices"

	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
)

const (
	covered   = 0.75 // share of a sentence's words, by weight, that another has: it says nothing more
	suspected = 0.25 // share from which other words for the same are looked for
	reworded  = 0.6  // and the share with them, where names and figures are the same
	related   = 0.9  // what a word of the same family or sense counts for
	sure      = 0.6  // least sureness of a synonym
)

// Same reports whether one of two statements says nothing that the other does
// not: the same figures, negations and most of the words, or others for them.
// language is that of both, "fr" or "en"; in English only the same words count.
func Same(a, b, language string) bool {
	p := newProse(tuned)
	one, other := &sentence{text: a, language: language}, &sentence{text: b, language: language}
	p.read(one)
	p.read(other)
	return p.same(one, other)
}

// same tells whether one of two sentences says nothing that the other does not:
// it has its figures, its negation, and most of its words or others for them.
func (p *prose) same(a, b *sentence) bool {
	if a.text == b.text {
		return true
	}
	small, large := a, b
	if mass(a) > mass(b) {
		small, large = b, a
	}
	share := p.share(small, large, false)
	if share < suspected || a.negative != b.negative || !figuresIn(small, large) {
		return false
	}
	if share >= covered {
		return true
	}
	return p.namesIn(small, large) && p.share(small, large, true) >= reworded
}

// mass is the sum of what the words of a sentence weigh.
func mass(s *sentence) float64 {
	sum := 0.0
	for _, w := range s.words {
		sum += w.weight
	}
	return sum
}

// share is how much of a sentence's words another has, by weight, 0 to 1;
// where reworded is asked, other words of the same family or sense count too.
func (p *prose) share(small, large *sentence, reworded bool) float64 {
	sum, all := 0.0, 0.0
	j := 0
	for _, w := range small.words {
		all += w.weight
		for j < len(large.words) && large.words[j].id < w.id {
			j++
		}
		switch {
		case j < len(large.words) && large.words[j].id == w.id:
			sum += w.weight
		case reworded && p.related(w.id, large):
			sum += related * w.weight
		}
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

// related tells whether a sentence has a word of the family or sense of another.
func (p *prose) related(id int, s *sentence) bool {
	text := p.words[id]
	for _, w := range s.words {
		if lexicon.SameFamily(text, p.words[w.id]) {
			return true
		}
	}
	for _, e := range lexicon.Synonyms(text) {
		if e.Sure < sure {
			continue
		}
		p.folded = french.AppendFold(p.folded[:0], e.Text)
		other, known := p.stems[string(french.Stem(p.folded))]
		if known && slices.ContainsFunc(s.words, func(w word) bool { return w.id == other }) {
			return true
		}
	}
	return false
}

// figuresIn tells whether a sentence has all figures of another, in digits or
// in words.
func figuresIn(small, large *sentence) bool {
	theirs := large.figures()
	for _, f := range small.figures() {
		if !slices.ContainsFunc(theirs, func(g figure.Figure) bool {
			if f.Value == nil || g.Value == nil {
				return f.Value == g.Value && f.Date == g.Date
			}
			return f.Value.Cmp(g.Value) == 0
		}) {
			return false
		}
	}
	return true
}

// figures reads the figures of a sentence once, where somebody asks.
func (s *sentence) figures() []figure.Figure {
	if !s.counted {
		s.counted, s.counts = true, figure.Read(s.text, s.language)
	}
	return s.counts
}

// namesIn tells whether a sentence has at least one name of another and all
// but one of them.
func (p *prose) namesIn(small, large *sentence) bool {
	names, common := 0, 0
	for _, u := range small.units {
		if p.units[u].figure {
			continue
		}
		names++
		if slices.Contains(large.units, u) {
			common++
		}
	}
	return names == 0 && len(small.units) > 0 || common > 0 && common >= names-1
}
