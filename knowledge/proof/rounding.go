package proof

import (
	"math/big"

	"verbatim/knowledge/figure"
)

// rounded tells whether a figure of the claim that is bounded may round one of
// the sentence: "more than 48,000" for 48'300, "about 85,000" for 84'900.
func (p *pair) rounded(c *figure.Figure) bool {
	if c.Value == nil || c.Value.Sign() <= 0 || c.Bound == figure.Exact {
		return false
	}
	near := big.NewRat(1, 20)
	for i := range p.sentence.figures {
		s := &p.sentence.figures[i]
		if s.Value == nil || s.Kind != c.Kind || s.Unit != c.Unit || s.Bound != figure.Exact && s.Bound != c.Bound {
			continue
		}
		off := new(big.Rat).Sub(s.Value, c.Value) // above zero where the claim's is the lower
		part := new(big.Rat).Quo(new(big.Rat).Abs(off), c.Value)
		if part.Cmp(near) > 0 {
			continue
		}
		switch c.Bound {
		case figure.More, figure.Least:
			return off.Sign() > 0
		case figure.Nearly, figure.Less, figure.Most:
			return off.Sign() < 0
		case figure.About:
			return true
		}
	}
	return false
}

// days are how many of them the units of time have, about.
var days = map[string]*big.Rat{"minute": big.NewRat(1, 1440), "hour": big.NewRat(1, 24), "day": big.NewRat(1, 1), "week": big.NewRat(7, 1), "month": big.NewRat(365, 12),
	"year": big.NewRat(365, 1), "decade": big.NewRat(3650, 1), "century": big.NewRat(36500, 1)}

// lasts tells whether a time of the claim is as long as one of the sentence in
// another unit: "two weeks" for « quinze jours », "18 months" for « un an et demi ».
func (p *pair) lasts(c *figure.Figure) bool {
	for i := range p.sentence.figures {
		if sameSpan(c, &p.sentence.figures[i]) {
			return true
		}
	}
	return false
}

// sameSpan tells whether two times in different units are about as long.
func sameSpan(c, s *figure.Figure) bool {
	mine, theirs := days[c.Unit], days[s.Unit]
	if mine == nil || theirs == nil || c.Value == nil || s.Value == nil || s.Unit == c.Unit || s.Value.Sign() <= 0 {
		return false
	}
	near := big.NewRat(1, 12) // « quinze jours » are two weeks
	a, b := new(big.Rat).Mul(mine, c.Value), new(big.Rat).Mul(theirs, s.Value)
	part := new(big.Rat).Quo(new(big.Rat).Abs(new(big.Rat).Sub(a, b)), b)
	return part.Cmp(near) <= 0
}
