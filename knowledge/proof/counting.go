package proof

import (
	"math/big"
	"strings"

	"verbatim/knowledge/figure"
)

// passes tells whether words right before a figure say that it is passed:
// « a franchi la barre des 2 millions », "beyond the age of 65".
func (r *reading) passes(s *figure.Figure) bool {
	at := r.wordAt(s.Start)
	far := 5
	if f := r.fold(at - 2); f == "barre" || f == "cap" || f == "seuil" {
		far = 8 // « a franchi pour la première fois la barre des 2 millions »
	}
	for k := max(0, at-far); k < at; k++ {
		if f := r.fold(k); passing.has(f) && (f != "after" && f != "apres" || at-k < 3 && r.words[k].clause == r.words[at].clause) {
			return true
		}
	}
	return false
}

var passing = index([][]string{strings.Fields("franchi depass exced beyond past. after. apres. top. tops. topped exceed surpass cross above. over. dela.")})

// below tells whether "under" stands before a figure at a distance: "under the
// age of 50".
func (r *reading) below(f *figure.Figure) bool {
	at := r.wordAt(f.Start)
	for k := max(0, at-4); k < at; k++ {
		if w := r.fold(k); w == "under" || w == "below" || w == "younger" {
			return true
		}
	}
	return false
}

// valued tells whether words right before a figure say that it is a value put on
// something, which the reader of figures counts as a bound in French alone.
func (r *reading) valued(f *figure.Figure) bool {
	at := r.wordAt(f.Start)
	for k := max(0, at-4); k < at; k++ {
		if w := r.fold(k); strings.HasPrefix(w, "valu") || strings.HasPrefix(w, "estim") || strings.HasPrefix(w, "evalu") || w == "worth" || w == "put" {
			return true
		}
	}
	return false
}

// numbers tells whether a figure is the number of something and counts nothing:
// « tête de série numéro 3 ».
func (r *reading) numbers(f *figure.Figure) bool {
	return f.Start > 0 && numbering[r.fold(r.wordAt(f.Start)-1)]
}

var numbering = set("numero no n° nr number num seed seeded seeds")

// unitAfter tells whether the word of a unit of time stands in the sentence a
// word or two after a bare number: « quatre prochaines années ».
func (r *reading) unitAfter(s *figure.Figure, unit string) bool {
	names := unitNames[unit]
	if s.Unit != "" || names == "" {
		return false
	}
	at := r.wordAt(s.Start)
	for k := at + 1; k <= at+3 && k < len(r.words); k++ {
		if strings.Contains(names, " "+r.fold(k)+" ") {
			return true
		}
	}
	return false
}

var unitNames = map[string]string{"year": " an ans annee annees year years ", "month": " mois month months ", "week": " semaine semaines week weeks ",
	"day": " jour jours journees day days ", "hour": " heure heures hour hours ", "minute": " minute minutes ", "second": " seconde secondes second seconds "}

// sharesUnit tells whether a bare figure stands with one that has the unit:
// « 1,30 franc au lieu de 1,20 ».
func (r *reading) sharesUnit(f *figure.Figure, unit string) bool {
	if f.Unit != "" || unit == "" {
		return false
	}
	for i := range r.figures {
		if g := &r.figures[i]; g.Unit == unit && g.Kind != figure.Day && distance(g.Start, f.Start) < 90 {
			return true
		}
	}
	return false
}

// derived tells whether a figure of the claim is the difference of two exact
// figures of one kind that the sentence has: proved where it is the margin of a
// vote or score whose two sides the claim gives too, a doubt where the claim
// gives one of them or it is a vote's or score's.
func (p *pair) derived(c *figure.Figure) Verdict {
	if c.Kind != figure.Number && c.Kind != figure.Measure && c.Kind != figure.Money && c.Kind != figure.Percent || c.Bound != figure.Exact {
		return Refuted
	}
	const most = 8 // figures of a sentence that are paired
	list := p.sentence.figures[:min(len(p.sentence.figures), most)]
	said := func(f *figure.Figure) bool {
		for i := range p.claim.figures {
			if g := &p.claim.figures[i]; g != c && g.Value != nil && agree(g, f) >= valueOnly {
				return true
			}
		}
		return false
	}
	verdict, scored := Refuted, p.sentence.has(scoring)
	for i := range list {
		for k := range list {
			a, b := &list[i], &list[k]
			if a.Kind == figure.Fraction && b.Value != nil && b.Kind != figure.Fraction && said(b) && new(big.Rat).Mul(a.Value, b.Value).Cmp(c.Value) == 0 {
				verdict = Undecided // « les deux tiers des 600 logements »
			}
			if a.Value == nil || b.Value == nil || a.Kind == figure.Clock || a.Kind != b.Kind || a.Unit != b.Unit || a.Bound != b.Bound || a.Value.Cmp(b.Value) <= 0 {
				continue
			}
			if c.Unit != "" && c.Unit != a.Unit && !(c.Kind == figure.Measure && a.Unit == "") || new(big.Rat).Sub(a.Value, b.Value).Cmp(c.Value) != 0 {
				continue
			}
			switch first, second := said(a), said(b); {
			case first && second && scored:
				return Proved
			case first || second || scored:
				verdict = Undecided
			}
		}
	}
	return verdict
}

// outOf tells whether the two numbers of a fraction of the claim stand in the
// sentence: « 71 drones sur 76 » is « 71 des 76 drones ».
func (p *pair) outOf(c *figure.Figure) bool {
	if c.Kind != figure.Fraction || !strings.ContainsAny(c.Raw, "0123456789") {
		return false
	}
	part, found := p.claim.text[c.Start:c.End], 0
	for i := range p.sentence.figures {
		if s := &p.sentence.figures[i]; s.Value != nil && s.Value.IsInt() {
			for n := range strings.FieldsSeq(part) {
				if n == s.Value.Num().String() {
					found++
				}
			}
		}
	}
	return found == 2
}
