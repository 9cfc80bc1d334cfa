package bot

import (
	"slices"

	"verbatim/knowledge"
	"verbatim/knowledge/summary"
)

// merge takes the points of the parts in turn, each part's first ones first.
func (w *writer) merge(parts []part, points int) []candidate {
	var all []candidate
	for rank := 0; ; rank++ {
		more := false
		for _, p := range parts {
			if rank >= len(p.points) {
				continue
			}
			more = true
			if c := p.points[rank]; len(all) < points && !repeats(all, c, w.answer.Language) {
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
