package proof

import (
	"math/big"
	"strings"

	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
)

// misplaced tells whether the claim lets a figure count what another figure
// of the same kind counts in the sentence. Two things are looked at: what
// follows the figure (« 440 en Suisse et 240 aux Etats-Unis ») and the word
// before it (« reculé de 7,2% … une hausse de 3% »).
func (p *pair) misplaced(c, s *figure.Figure) string {
	rivals := false
	for i := range p.sentence.figures {
		r := &p.sentence.figures[i]
		rivals = rivals || r != s && r.Kind == s.Kind && r.Unit == s.Unit && !sameValue(r.Value, s.Value)
	}
	if !rivals || s.Start > 0 && p.sentence.text[s.Start-1] == '(' {
		return ""
	}
	mine, theirs := p.territory(p.sentence, s), []span{}
	for i := range p.sentence.figures {
		if r := &p.sentence.figures[i]; r != s && r.Kind == s.Kind && r.Unit == s.Unit && !sameValue(r.Value, s.Value) {
			theirs = append(theirs, p.territory(p.sentence, r))
		}
	}
	area := p.territory(p.claim, c)
	here, there, what := 0, 0, ""
	count := func(at int, text string) {
		if at >= mine.start && at < mine.end {
			here++
			return
		}
		for _, t := range theirs {
			if at >= t.start && at < t.end {
				there++
				what = text
				return
			}
		}
	}
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.start >= area.start && w.start < area.end && w.to >= 0 {
			count(p.sentence.words[w.to].start, p.claim.raw(w))
		}
	}
	for i := range p.claim.figures {
		d := &p.claim.figures[i]
		if d.Kind != figure.Day || d.Start < area.start || d.Start >= area.end {
			continue
		}
		for k := range p.sentence.figures {
			if e := &p.sentence.figures[k]; e.Kind == figure.Day && holdsDate(d.Date, e.Date) == "" {
				count(e.Start, d.Raw)
			}
		}
	}
	if there > 0 && here == 0 && !p.countedBefore(c, s, mine) {
		return what
	}
	return ""
}

// countedBefore tells whether a name of the claim stands in the sentence after
// the figure, or in the figure's own clause, of which no other figure is part:
// « À Zurich, 187 francs » for « 312 francs contre 187 francs à Zurich ».
func (p *pair) countedBefore(c, s *figure.Figure, mine span) bool {
	clause := p.sentence.words[p.sentence.wordAt(s.Start)].clause
	alone := true
	for i := range p.sentence.figures {
		r := &p.sentence.figures[i]
		alone = alone && (r == s || r.Kind == figure.Day || p.sentence.words[p.sentence.wordAt(r.Start)].clause != clause)
	}
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to < 0 || !w.name && !w.opening || p.nearerFigure(i, c) {
			continue
		}
		to := &p.sentence.words[w.to]
		if to.start >= mine.start && to.start < mine.end || alone && to.clause == clause {
			return true
		}
	}
	return false
}

// nearerFigure tells whether another figure of the claim stands between word i and a figure.
func (p *pair) nearerFigure(i int, c *figure.Figure) bool {
	at := p.claim.words[i].start
	for k := range p.claim.figures {
		f := &p.claim.figures[k]
		if f != c && f.Kind != figure.Day && (f.Start > at && f.Start < c.Start || f.Start < at && f.Start > c.Start) {
			return true
		}
	}
	return false
}

// passedOver is a figure of the same kind that stands in the sentence between
// the word before the claim's figure and the figure itself, where nothing that
// follows the figure shows that this one is meant: « roulait à 180 km/h sur un
// tronçon limité à 100 km/h » for "was driving at 100 km/h".
func (p *pair) passedOver(c, s *figure.Figure) string {
	at := -1
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.end > c.Start {
			break
		}
		if w.to >= 0 && !w.light && !w.figure {
			at = i
		}
	}
	if at < 0 || p.claim.wordAt(c.Start)-at > 4 {
		return ""
	}
	from := p.sentence.words[p.claim.words[at].to].end
	own := p.sentence.words[p.sentence.wordAt(s.Start)].clause
	mine, theirs := p.territory(p.claim, c), p.territory(p.sentence, s)
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to >= 0 && w.start >= mine.start && w.start < mine.end {
			to := &p.sentence.words[w.to]
			if to.start >= theirs.start && to.start < theirs.end && to.clause == own && w.clause == p.claim.words[at].clause {
				return ""
			}
		}
	}
	for i := range p.sentence.figures {
		r := &p.sentence.figures[i]
		if r == s || r.Kind != s.Kind || r.Unit != s.Unit || r.Start < from || r.Start > s.Start || sameValue(r.Value, s.Value) {
			continue
		}
		said := false
		for k := range p.claim.figures {
			said = said || agree(&p.claim.figures[k], r) == full
		}
		if !said {
			return r.Raw
		}
	}
	return ""
}

// endsChanged tells whether two figures that are said together, as ends of a
// movement, stand in the other order in the claim.
func (p *pair) endsChanged(c, s *figure.Figure) bool {
	if !c.Ends || !s.Ends {
		return false
	}
	other := func(list []figure.Figure, f *figure.Figure) (*figure.Figure, bool) {
		ends := 0
		for i := range list {
			if list[i].Ends {
				ends++
			}
		}
		for i := range list {
			if ends == 2 && &list[i] != f && list[i].Ends && list[i].Unit == f.Unit && !sameValue(list[i].Value, f.Value) {
				return &list[i], list[i].Start > f.Start
			}
		}
		return nil, false
	}
	mine, after := other(p.claim.figures, c)
	theirs, behind := other(p.sentence.figures, s)
	return mine != nil && theirs != nil && sameValue(mine.Value, theirs.Value) && after != behind
}

// otherDate is a date that the sentence gives right before a figure, where the
// claim gives only an earlier one of its dates instead.
func (p *pair) otherDate(s *figure.Figure) string {
	said, other := false, ""
	for i := range p.sentence.figures {
		d := &p.sentence.figures[i]
		if d.Start >= s.Start {
			break
		}
		if d.Kind != figure.Day {
			continue
		}
		held := false
		for k := range p.claim.figures {
			c := &p.claim.figures[k]
			held = held || c.Kind == figure.Day && holdsDate(c.Date, d.Date) == ""
		}
		if held {
			said, other = true, ""
		} else if fold := french.Fold(d.Raw); !today[fold] && !strings.HasPrefix(fold, "aujourd") {
			other = d.Raw
		}
	}
	if !said {
		return ""
	}
	return other
}

// today are words by which a text only tells that something is so now.
var today = set("aujourd'hui aujourd’hui maintenant actuellement desormais today now currently")

type span struct{ start, end int }

// territory is the text after a figure that says what it counts: up to the
// next number or the next clause that does not begin with it.
func (p *pair) territory(r *reading, f *figure.Figure) span {
	t := span{f.End, len(r.text)}
	for i := range r.figures {
		n := &r.figures[i]
		if n.Start >= f.End && n.Kind != figure.Day && n.Start < t.end {
			t.end = n.Start
		}
	}
	if i := strings.IndexAny(r.text[t.start:t.end], ",;:()."); i >= 0 {
		t.end = t.start + i
	}
	return t
}

// sameValue compares values; a date has none.
func sameValue(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(b) == 0
}
