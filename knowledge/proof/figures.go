package proof

import (
	"math/big"
	"strings"

	"verbatim/knowledge/figure"
)

// figures holds every figure of the claim against those of the sentences.
func (p *pair) figures() []Check {
	var out []Check
	for i := range p.claim.figures {
		f := &p.claim.figures[i]
		if f.Kind == figure.Day {
			out = append(out, p.dateCheck(f))
			continue
		}
		out = append(out, p.figure(f))
	}
	return out
}

// agreement tells how well two figures agree, and what differs.
type agreement int

const (
	nothing agreement = iota
	valueOnly
	allButBound
	full
)

func agree(c, s *figure.Figure) agreement {
	if s.Value == nil || c.Value == nil {
		if s.Kind == figure.Day && yearAlone(s) && c.Kind == figure.Number && c.Unit == "" && c.Value.IsInt() && c.Value.Num().Int64() == int64(s.Date.Year) {
			return full
		}
		return nothing
	}
	if c.Kind == figure.Clock && s.Kind == figure.Measure && s.Unit == "hour" || s.Kind == figure.Clock && c.Kind == figure.Measure && c.Unit == "hour" {
		clock, hours := c, s
		if s.Kind == figure.Clock {
			clock, hours = s, c
		}
		if hours.Value.IsInt() && clock.Value.Num().Int64() == 60*hours.Value.Num().Int64() {
			return full
		}
		return nothing
	}
	if c.Kind == figure.Percent && s.Kind == figure.Fraction && samePart(c, s) || c.Kind == figure.Fraction && s.Kind == figure.Percent && samePart(s, c) {
		if !sameBound(c, s) {
			return allButBound
		}
		return full
	}
	if c.Value.Cmp(s.Value) != 0 {
		return nothing
	}
	if (c.Kind == figure.Vague) != (s.Kind == figure.Vague) || (c.Kind == figure.Clock) != (s.Kind == figure.Clock) {
		return nothing
	}
	if !sameUnit(c, s) || (c.Kind == figure.Ordinal) != (s.Kind == figure.Ordinal) || (c.Kind == figure.Fraction) != (s.Kind == figure.Fraction) {
		return valueOnly
	}
	if !sameBound(c, s) {
		return allButBound
	}
	return full
}

// samePart tells whether a percentage is what a fraction says: 60 % are six of ten.
func samePart(percent, fraction *figure.Figure) bool {
	hundred := big.NewRat(100, 1)
	return hundred.Mul(hundred, fraction.Value).Cmp(percent.Value) == 0
}

func yearAlone(f *figure.Figure) bool {
	d := f.Date
	return d.Year > 0 && d.Month == 0 && d.Day == 0 && !d.Decade
}

func sameUnit(c, s *figure.Figure) bool {
	a, b := c.Unit, s.Unit
	if a > b {
		a, b = b, a
	}
	switch {
	case a == b, a == "GBP" && b == "pound":
		return true
	case a == "" && (b == "point" || b == "times" || b == "degree" || b == "part"):
		return true
	case c.Unit == "" && s.Unit == "year": // "At 82, …"
		return true
	case c.Unit == "" && c.Kind == figure.Vague:
		return true
	}
	return false
}

// sameBound tells whether a claim's bound follows from the sentence's.
func sameBound(c, s *figure.Figure) bool {
	a, b := c.Bound, s.Bound
	switch {
	case a == b, c.Kind == figure.Vague, c.Kind == figure.Clock:
		return true
	case c.Loose && (b == figure.Exact || s.Loose), s.Loose && b != figure.More && a == figure.Exact, s.Loose && a == figure.Exact && s.Kind == figure.Measure:
		return true
	case c.Ends && s.Ends:
		return true
	case a == figure.Least && b == figure.More, a == figure.Most && b == figure.Less:
		return true
	case a == figure.About && b == figure.Nearly, a == figure.Nearly && b == figure.About:
		return true
	}
	return false
}

// figure checks one figure of the claim.
func (p *pair) figure(c *figure.Figure) Check {
	check := Check{Kind: "figure", Claim: c.Raw, Verdict: Refuted}
	var best *figure.Figure
	grade := nothing
	for i := range p.sentence.figures {
		s := &p.sentence.figures[i]
		if g := agree(c, s); g > grade {
			best, grade = s, g
		}
	}
	switch grade {
	case full:
		check.Sentence, check.Verdict = best.Raw, Proved
		if why := p.misplaced(c, best); why != "" {
			check.Verdict, check.Reason = Refuted, why
		} else if other := p.passedOver(c, best); other != "" {
			check.Verdict, check.Reason = Undecided, "the sentence says "+other+" first, the claim "+c.Raw
		} else if p.endsChanged(c, best) {
			check.Verdict, check.Reason = Refuted, "the claim goes from one end to the other the other way round than the sentence"
		} else if other := p.otherDate(best); other != "" {
			check.Kind, check.Verdict = "date", Undecided
			check.Reason = "the sentence says " + best.Raw + " of " + other
		}
		a, said := direction(p.claim, c.Start, c.End)
		b, found := direction(p.sentence, best.Start, best.End)
		if a > 0 && b > 0 && a != b {
			check.Kind, check.Verdict = "opposite", Refuted
			check.Reason = "the claim says “" + said + "” of " + c.Raw + ", the sentence “" + found + "”"
		}
		return check
	case allButBound:
		check.Kind, check.Sentence = "bound", best.Raw
		check.Reason = "the claim says " + withBound(c) + ", the sentence " + withBound(best)
		if p.boundInWords(best) {
			check.Verdict = Undecided
		}
		return check
	case valueOnly:
		check.Kind, check.Sentence = "unit", best.Raw
		check.Reason = "the claim says " + c.Raw + ", the sentence " + best.Raw
		if c.Kind == figure.Ordinal || best.Kind == figure.Ordinal || best.Kind == figure.Fraction || c.Kind == figure.Fraction {
			check.Verdict = Undecided
		}
		return check
	}
	if c.Kind == figure.Ordinal && (c.Value.Num().Int64() == 1 || p.partOf(c)) || p.saidInWords(c) {
		check.Verdict = Undecided
	}
	if near := p.nearest(c); near != nil {
		check.Sentence = near.Raw
		check.Reason = "the claim says " + c.Raw + ", the sentence " + near.Raw
	} else {
		check.Reason = "the claim says " + c.Raw + ", the sentence has no such figure"
	}
	return check
}

// partOf tells whether the sentence has the part that an English rank may be: "a third".
func (p *pair) partOf(c *figure.Figure) bool {
	for i := range p.sentence.figures {
		if s := &p.sentence.figures[i]; s.Kind == figure.Fraction && s.Value.Denom().Cmp(c.Value.Num()) == 0 {
			return true
		}
	}
	return false
}

// boundInWords tells whether words near a figure may bound it that the reader
// of figures does not count: « limité à », « un plafond de ».
func (p *pair) boundInWords(s *figure.Figure) bool {
	at := p.sentence.wordAt(s.Start)
	for k := max(0, at-5); k < at; k++ {
		for _, begin := range [...]string{"limit", "plafon", "maxim", "minim", "depass", "franchi", "exced", "seuil"} {
			if strings.HasPrefix(p.sentence.fold(k), begin) {
				return true
			}
		}
	}
	return false
}

// saidInWords tells whether a small number may be said by other words: the
// two sides of « X et Y », « double », « couple ».
func (p *pair) saidInWords(c *figure.Figure) bool {
	if c.Kind != figure.Number || c.Unit != "" || !c.Value.IsInt() || c.Bound != figure.Exact || c.Value.Num().Int64() != 2 {
		return false
	}
	for _, s := range p.sentence.figures {
		if s.Kind == figure.Number && s.Unit == "" {
			return false
		}
	}
	return true
}

func withBound(f *figure.Figure) string {
	switch f.Bound {
	case figure.Exact:
		return "just " + f.Raw
	case figure.From, figure.To:
		return "a range with " + f.Raw
	}
	return string(f.Bound) + " " + f.Raw
}

// nearest is the sentence's figure that a wrong figure most likely stands for.
func (p *pair) nearest(c *figure.Figure) *figure.Figure {
	var best *figure.Figure
	score := -1
	for i := range p.sentence.figures {
		s := &p.sentence.figures[i]
		n := 0
		if s.Kind == c.Kind {
			n += 2
		}
		if s.Unit == c.Unit && s.Kind == c.Kind {
			n++
		}
		if s.Kind == figure.Day && c.Kind != figure.Day {
			continue
		}
		if n > score {
			best, score = s, n
		}
	}
	return best
}

// misplaced tells whether the claim lets a figure count what another figure
// of the same kind counts in the sentence. Two things are looked at: what
// follows the figure (« 440 en Suisse et 240 aux Etats-Unis ») and the word
// before it (« reculé de 7,2% … une hausse de 3% »).
func (p *pair) misplaced(c, s *figure.Figure) string {
	rivals := false
	for i := range p.sentence.figures {
		r := &p.sentence.figures[i]
		rivals = rivals || r != s && r.Kind == s.Kind && r.Unit == s.Unit && r.Value.Cmp(s.Value) != 0
	}
	if !rivals {
		return ""
	}
	mine, theirs := p.territory(p.sentence, s), []span{}
	for i := range p.sentence.figures {
		if r := &p.sentence.figures[i]; r != s && r.Kind == s.Kind && r.Unit == s.Unit && r.Value.Cmp(s.Value) != 0 {
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
		return "the claim says " + c.Raw + " of “" + what + "”, the sentence another figure"
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
		if r == s || r.Kind != s.Kind || r.Unit != s.Unit || r.Start < from || r.Start > s.Start || r.Value.Cmp(s.Value) == 0 {
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
			if ends == 2 && &list[i] != f && list[i].Ends && list[i].Unit == f.Unit && list[i].Value.Cmp(f.Value) != 0 {
				return &list[i], list[i].Start > f.Start
			}
		}
		return nil, false
	}
	mine, after := other(p.claim.figures, c)
	theirs, behind := other(p.sentence.figures, s)
	return mine != nil && theirs != nil && mine.Value.Cmp(theirs.Value) == 0 && after != behind
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
		} else {
			other = d.Raw
		}
	}
	if !said {
		return ""
	}
	return other
}

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
