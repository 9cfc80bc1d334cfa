package bot

import (
	"slices"

	"verbatim/knowledge"
	"verbatim/knowledge/summary"
)

// digest is a summary in the making: an article in parts, each with the points
// that are proved of it so far.
type digest struct {
	article *knowledge.Article
	parts   []part
	points  int // how many are asked for
	report  func(Stage)
}

// share is how many of the points part i gets: at least one, the first parts
// the odd ones.
func (d *digest) share(i int) int {
	s := d.points / len(d.parts)
	if i < d.points%len(d.parts) {
		s++
	}
	return max(1, s)
}

// progress tells that part i is being written; a single one is none.
func (d *digest) progress(i int, claims []knowledge.Claim) Stage {
	s := Stage{Name: StageWriting, Claims: claims}
	if len(d.parts) > 1 {
		s.Done, s.Total = i, len(d.parts)
	}
	return s
}

// choose picks the points of a summary from all parts: the most important of
// each part first, nothing twice, no more than were asked for. They stand in the
// order of the parts, a denial beside what it answers.
func (d *digest) choose(language string) []candidate {
	all := d.merge(language)
	slices.SortStableFunc(all, func(a, b candidate) int { return d.partOf(a) - d.partOf(b) })
	return withDenials(d.article, all, d.points)
}

// partOf is the part that a point is of: that of the first sentence it cites.
func (d *digest) partOf(c candidate) int {
	return slices.IndexFunc(d.parts, func(p part) bool {
		return len(c.citations) > 0 && p.first() <= c.citations[0].Sentence && c.citations[0].Sentence <= p.last()
	})
}

// merge takes the points of the parts in turn, each part's first ones first.
func (d *digest) merge(language string) []candidate {
	var all []candidate
	for rank := 0; ; rank++ {
		more := false
		for _, p := range d.parts {
			if rank >= len(p.points) {
				continue
			}
			more = true
			if c := p.points[rank]; len(all) < d.points && !repeats(all, c, language) {
				all = append(all, c)
			}
		}
		if !more {
			return all
		}
	}
}

// repeats tells whether a point says what one before it says.
func repeats(all []candidate, c candidate, language string) bool {
	for _, one := range all {
		if summary.Same(one.raw.Text, c.raw.Text, language) || one.proof == knowledge.ProofVerbatim && cites(c, one.citations[0].Sentence) && len(c.citations) == 1 {
			return true
		}
	}
	return false
}

// cites tells whether a point cites a sentence.
func cites(c candidate, sentence int) bool {
	return slices.ContainsFunc(c.citations, func(o knowledge.Citation) bool { return o.Sentence == sentence })
}

// quoted is a whole sentence as a point.
func quoted(article *knowledge.Article, n int) candidate {
	s, _ := article.Sentence(n)
	return candidate{
		raw:       rawClaim{Text: article.Cut(s.Span)},
		citations: []knowledge.Citation{{Article: article, Sentence: n, Quote: s.Span}},
		proof:     knowledge.ProofVerbatim,
	}
}

// withDenials puts after a point that reports what somebody denies the denial
// itself, where no point has it. Where there are as many points as were asked
// for it takes the place of the last that is neither, else of the last other
// accusation.
func withDenials(article *knowledge.Article, all []candidate, points int) []candidate {
	said := func(n int) int {
		return slices.IndexFunc(all, func(c candidate) bool { return cites(c, n) })
	}
	pairs := summary.Denials(article)
	for _, pair := range pairs {
		if said(pair.Reported) < 0 || said(pair.Denial) >= 0 {
			continue
		}
		if len(all) >= points {
			last := dispensable(all, pairs, pair.Reported)
			if last < 0 {
				continue
			}
			all = slices.Delete(all, last, last+1)
		}
		all = slices.Insert(all, said(pair.Reported)+1, quoted(article, pair.Denial))
	}
	return all
}

// dispensable is the place of the last point that neither reports a sentence
// nor is one side of a dispute, else of the last that is no denial; -1 where
// there is none.
func dispensable(all []candidate, pairs []summary.Pair, reported int) int {
	out := -1
	for i, c := range all {
		accuses := slices.ContainsFunc(pairs, func(p summary.Pair) bool { return cites(c, p.Reported) })
		denies := slices.ContainsFunc(pairs, func(p summary.Pair) bool { return cites(c, p.Denial) })
		switch {
		case denies || cites(c, reported):
		case !accuses:
			out = max(out, i+len(all)) // before any accusation
		default:
			out = max(out, i)
		}
	}
	if out >= len(all) {
		out -= len(all)
	}
	return out
}
