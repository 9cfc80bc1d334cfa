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
		if onlyArticle(f) || f.Raw == "second" && p.claim.fold(p.claim.wordAt(f.Start)-1) == "a" {
			continue
		}
		out = append(out, p.figure(f))
	}
	return out
}

// onlyArticle tells whether a figure is only an article before what may be
// counted: « un dollar faible ».
func onlyArticle(f *figure.Figure) bool {
	if f.Kind == figure.Percent || f.Bound != figure.Exact {
		return false
	}
	first, _, _ := strings.Cut(f.Raw, " ")
	switch first {
	case "un", "une", "a", "an", "Un", "Une", "A", "An":
		return f.Value.IsInt() && f.Value.Num().Int64() == 1
	}
	return false
}

// score tells whether two numbers of the claim that read as a range are those
// of a result: "voted 24 to 19" is « par 24 voix contre 19 ».
func (p *pair) score(c *figure.Figure) bool {
	if c.Bound != figure.From && c.Bound != figure.To {
		return false
	}
	found := 0
	for i := range p.claim.figures {
		f := &p.claim.figures[i]
		if (f.Bound == figure.From || f.Bound == figure.To) && distance(f.Start, c.Start) < 24 {
			for k := range p.sentence.figures {
				if s := &p.sentence.figures[k]; s.Value != nil && s.Bound == figure.Exact && sameValue(s.Value, f.Value) {
					found++
					break
				}
			}
		}
	}
	return found == 2 && p.sentence.has(scoring)
}

var scoring = set("contre voix sets set score victoire defaite battu points partout vote")

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
		if minutes := big.NewRat(60, 1); minutes.Mul(minutes, hours.Value).Cmp(clock.Value) == 0 {
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
	if !sameValue(c.Value, s.Value) {
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
	case a == "" && (b == "point" || b == "times" || b == "degree" || b == "part" || b == "barrel" || b == "foot" || b == "crown"):
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
		if g := agree(c, s); g > grade && (c.Kind == figure.Ordinal || !p.sentence.numbers(s) || p.claim.numbers(c)) {
			best, grade = s, g
		}
	}
	switch grade {
	case full:
		check.Sentence, check.Verdict = best.Raw, Proved
		if why := p.misplaced(c, best); why != "" {
			check.Verdict = Undecided
			check.because("the claim says %s of “%s”, the sentence another figure", c.Raw, why)
		} else if other := p.passedOver(c, best); other != "" {
			check.Verdict = Undecided
			check.because("the sentence says %s first, the claim %s", other, c.Raw)
		} else if p.endsChanged(c, best) {
			check.Verdict = Refuted
			check.because("the claim goes from one end to the other the other way round than the sentence")
		} else if other := p.otherDate(best); other != "" {
			check.Kind, check.Verdict = "date", Undecided
			check.because("the sentence says %s of %s", best.Raw, other)
		}
		a, said := direction(p.claim, c.Start, c.End)
		b, found := direction(p.sentence, best.Start, best.End)
		if a > 0 && b > 0 && a != b {
			check.Kind, check.Verdict = "opposite", Refuted
			check.because("the claim says “%s” of %s, the sentence “%s”", said, c.Raw, found)
		}
		return check
	case allButBound:
		check.Kind, check.Sentence = "bound", best.Raw
		check.because("the claim says %s, the sentence %s", withBound(c), withBound(best))
		if p.score(c) {
			check.Kind, check.Verdict, check.Reason = "figure", Proved, ""
		} else if p.sentence.passes(best) && (c.Bound == figure.More || c.Bound == figure.Least) || p.claim.passes(c) && (best.Bound == figure.More || best.Bound == figure.Least) {
			check.Kind, check.Verdict, check.Reason = "figure", Proved, ""
		} else if best.Bound == figure.Less && c.Bound == figure.Exact && p.claim.below(c) {
			check.Kind, check.Verdict, check.Reason = "figure", Proved, ""
		} else if best.Bound == figure.About && c.Bound == figure.Exact && p.claim.valued(c) {
			check.Kind, check.Verdict, check.Reason = "figure", Proved, ""
		} else if best.Bound == figure.Exact && p.boundInWords(best) || ends(best) && p.bothEnds(c, best) || best.Bound == figure.Nearly && c.Bound == figure.Exact && p.claim.merely(c) {
			check.Verdict = Undecided
		}
		return check
	case valueOnly:
		if p.sentence.unitAfter(best, c.Unit) || p.claim.unitAfter(c, best.Unit) || p.claim.sharesUnit(c, best.Unit) || p.sentence.sharesUnit(best, c.Unit) {
			check.Sentence, check.Verdict = best.Raw, Proved
			return check
		}
		check.Kind, check.Sentence = "unit", best.Raw
		check.because("the claim says %s, the sentence %s", c.Raw, best.Raw)
		if c.Kind == figure.Ordinal || best.Kind == figure.Ordinal || best.Kind == figure.Fraction || c.Kind == figure.Fraction {
			check.Verdict = Undecided
		}
		return check
	}
	if p.outOf(c) {
		check.Verdict = Proved
		return check
	}
	if v := p.derived(c); v != Refuted {
		check.Verdict = v
		if v == Proved {
			return check
		}
	}
	if c.Kind == figure.Ordinal && (c.Value.Num().Int64() == 1 || c.Value.Num().Int64() == 2 && p.sentence.has(aheadWords) || p.partOf(c)) || p.saidInWords(c) {
		check.Verdict = Undecided
	}
	if p.mayBeCounted(c) || p.rounded(c) || p.lasts(c) {
		check.Verdict = Undecided
	}
	if near := p.nearest(c); near != nil {
		check.Sentence = near.Raw
		check.because("the claim says %s, the sentence %s", c.Raw, near.Raw)
	} else {
		check.because("the claim says %s, the sentence has no such figure", c.Raw)
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
		for _, begin := range [...]string{"limit", "plafon", "maxim", "minim", "depass", "franchi", "exced", "seuil", "approch", "avoisin", "frol", "peine", "proch", "voisin", "quasi", "presque",
			"autour", "quelque", "moyenn", "ordre", "tourn", "alentour", "oscill", "jusqu", "barre", "guere"} {
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

// aheadWords are before whom somebody else comes second.
var aheadWords = set("devant")

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

// mayBeCounted tells whether a small number, a rank or a time of day in words
// may be told from what the sentence says without one, as the two sides of « X et
// Y »: no figure of its kind stands there without a counterpart.
func (p *pair) mayBeCounted(c *figure.Figure) bool {
	const small = 12
	if strings.ContainsAny(c.Raw, "0123456789") || c.Unit != "" && c.Kind != figure.Clock || c.Bound != figure.Exact {
		return false
	}
	if c.Kind != figure.Clock && c.Kind != figure.Ordinal && (c.Kind != figure.Number || !c.Value.IsInt() || c.Value.Num().Int64() > small) {
		return false
	}
	for i := range p.sentence.figures {
		s := &p.sentence.figures[i]
		if s.Kind != c.Kind || s.Value == nil {
			continue
		}
		held := false
		for k := range p.claim.figures {
			held = held || agree(&p.claim.figures[k], s) >= valueOnly
		}
		if !held {
			return false
		}
	}
	return true
}

// bothEnds tells whether the claim has the other end of a range of the sentence
// too: "by three goals to one" for « 3 à 1 ».
func (p *pair) bothEnds(c, s *figure.Figure) bool {
	for i := range p.sentence.figures {
		o := &p.sentence.figures[i]
		if o == s || !ends(o) || distance(o.Start, s.Start) > 24 {
			continue
		}
		for k := range p.claim.figures {
			if f := &p.claim.figures[k]; f != c && agree(f, o) >= valueOnly {
				return true
			}
		}
	}
	return false
}

// merely tells whether a word right before a figure says that it is little: "just
// 30" for « à peine 30 ».
func (r *reading) merely(f *figure.Figure) bool {
	switch r.fold(r.wordAt(f.Start) - 1) {
	case "just", "only", "merely", "seulement", "que", "mere":
		return true
	}
	return false
}
