package proof

import "verbatim/knowledge/figure"

// period is a stretch of time or a share by which a figure counts: « par jour »,
// "a head", « annuel »; 0 for none.
type period int

const (
	noPeriod period = iota
	hourly
	daily
	weekly
	monthly
	yearly
	perHead
	perKilo
	perTonne
	perLitre
	perBarrel
	perHectare
	perSquareMetre
)

// periods are the folded nouns after « par », "per", "a", and the adjectives
// that say the same alone.
var (
	periodNouns = map[string]period{
		"heure": hourly, "hour": hourly, "jour": daily, "day": daily, "nuit": daily, "night": daily, "semaine": weekly, "week": weekly, "mois": monthly, "month": monthly,
		"an": yearly, "annee": yearly, "year": yearly, "personne": perHead, "person": perHead, "tete": perHead, "head": perHead, "habitant": perHead, "capita": perHead,
		"inhabitant": perHead, "resident": perHead,
	}
	// measures are what prices are given by: « la tonne », "a barrel".
	measures = map[string]period{
		"kilo": perKilo, "kilogramme": perKilo, "kilogram": perKilo, "kg": perKilo, "tonne": perTonne, "ton": perTonne, "litre": perLitre, "liter": perLitre,
		"baril": perBarrel, "barrel": perBarrel, "hectare": perHectare,
	}
	periodWords = map[string]period{
		"hourly": hourly, "daily": daily, "quotidien": daily, "quotidienne": daily, "quotidiens": daily, "quotidiennes": daily, "quotidiennement": daily, "journalier": daily, "journaliers": daily,
		"hebdomadaire": weekly, "hebdomadaires": weekly, "weekly": weekly, "mensuel": monthly, "mensuels": monthly, "mensuelle": monthly, "mensuelles": monthly, "monthly": monthly,
		"annuel": yearly, "annuels": yearly, "annuelle": yearly, "annuelles": yearly, "annuellement": yearly, "yearly": yearly, "annual": yearly, "annually": yearly,
		"chacun": perHead, "chacune": perHead, "apiece": perHead,
	}
)

// rates compares by what the figures of both sides count: « 12'500 francs par
// jour » is no "12,500 francs", and « 61'000 visiteurs » are none a day.
func (p *pair) rates() []Check {
	for i := range p.claim.figures {
		c := &p.claim.figures[i]
		if c.Kind == figure.Day || c.Kind == figure.Ordinal || c.Kind == figure.Clock {
			continue
		}
		mine := p.claim.rate(c)
		for k := range p.sentence.figures {
			s := &p.sentence.figures[k]
			if agree(c, s) < allButBound {
				continue
			}
			theirs := p.sentence.rate(s)
			check := Check{Kind: "unit", Claim: p.claim.rated(c), Sentence: p.sentence.rated(s), Verdict: Undecided}
			switch {
			case mine == theirs:
				return nil
			case theirs == noPeriod && p.sentence.saysPeriod(mine), mine == noPeriod && p.claim.saysPeriod(theirs):
				continue
			case mine != noPeriod:
				check.Verdict = Refuted
			}
			check.because("the claim says %s, the sentence %s", check.Claim, check.Sentence)
			return []Check{check}
		}
	}
	return nil
}

// rate is by what a figure counts: what follows it, up to the next mark or figure.
func (r *reading) rate(f *figure.Figure) period {
	found, _ := r.rateAt(f)
	return found
}

// rated is the text of a figure with its rate.
func (r *reading) rated(f *figure.Figure) string {
	if _, last := r.rateAt(f); last >= 0 {
		return r.text[f.Start:r.words[last].end]
	}
	return f.Raw
}

func (r *reading) rateAt(f *figure.Figure) (period, int) {
	const far = 5 // words between: « francs suisses de frais par jour »
	at := r.wordAt(f.End - 1)
	if at < 0 {
		return noPeriod, -1
	}
	for k := at + 1; k <= at+far && k < len(r.words) && r.words[k].clause == r.words[at].clause; k++ {
		w := &r.words[k]
		if w.figure && w.fold != "a" && w.fold != "l" {
			break
		}
		if n := periodWords[w.fold]; n != noPeriod {
			return n, k
		}
		before := r.fold(k - 1)
		if n := measures[w.fold]; n != noPeriod && k == at+2 && f.Kind == figure.Money && pricing[before] {
			return n, k
		}
		n := periodNouns[w.fold]
		if n == noPeriod {
			continue
		}
		switch {
		case before == "par" || before == "per" || before == "each" || before == "every" || before == "chaque",
			r.english && (before == "a" || before == "an") && k-2 >= at && r.fold(k-2) != "in" && r.fold(k-2) != "for" && r.fold(k-2) != "of" && r.fold(k-2) != "than" && r.fold(k-2) != "within" && r.fold(k-2) != "over" && r.fold(k-2) != "after" && !timed[r.fold(k+1)],
			!r.english && before == "l" && n == hourly && (r.fold(k-2) == "de" || r.fold(k-2) == "a"):
			return n, k
		}
	}
	return noPeriod, -1
}

var pricing = set("le la l un une the a an par per each")

// timed are words after which "a year" is when, not how often.
var timed = set("ago earlier later before after")

// saysPeriod tells whether a text speaks of a period anywhere.
func (r *reading) saysPeriod(n period) bool {
	for i := range r.words {
		f := r.fold(i)
		if periodWords[f] == n || periodNouns[f] == n {
			return true
		}
		if measures[f] == n {
			return true
		}
		if l := len(f); l > 2 && f[l-1] == 's' && periodNouns[f[:l-1]] == n {
			return true
		}
	}
	return false
}
