package proof

import (
	"strconv"
	"time"

	"verbatim/knowledge/figure"
)

// dateCheck checks one date of the claim.
func (p *pair) dateCheck(c *figure.Figure) Check {
	check := Check{Kind: "date", Claim: c.Raw, Verdict: Refuted}
	nearest, any := "", false
	for i := range p.sentence.figures {
		s := &p.sentence.figures[i]
		if s.Kind != figure.Day {
			if yearAlone(c) && s.Value != nil && s.Kind == figure.Number && s.Value.IsInt() && s.Value.Num().Int64() == int64(c.Date.Year) {
				check.Verdict, check.Sentence = Proved, s.Raw
				return check
			}
			continue
		}
		if !any || s.Date.Weekday > 0 == (c.Date.Weekday > 0) && s.Date.Month > 0 == (c.Date.Month > 0) {
			nearest = s.Raw
		}
		any = true
		if holdsDate(c.Date, s.Date) == "" {
			check.Verdict, check.Sentence = Proved, s.Raw
			if other := p.otherClause(s); other != "" {
				check.Verdict, check.Reason = Refuted, "the claim says "+c.Raw+" of what the sentence says of "+other
			}
			return check
		}
	}
	for i := range p.sentence.figures {
		s := &p.sentence.figures[i]
		if s.Kind != figure.Day {
			continue
		}
		for _, d := range resolve(s.Date, p.date) {
			if holdsDate(c.Date, d) == "" {
				check.Verdict, check.Sentence = Proved, s.Raw
				return check
			}
		}
	}
	check.Sentence = nearest
	if y, m, d := split(p.date); y > 0 && holdsDate(c.Date, figure.Date{Year: y, Month: m, Day: d}) == "" {
		check.Verdict = Undecided
		check.Reason = c.Raw + " is the article's date, not said in the sentence"
		return check
	}
	if c.Date.Relative != "" && nearest != "" && c.Date.Weekday == 0 && c.Date.Month == 0 && !p.sentence.relativeDate() {
		check.Verdict = Undecided // « le mois précédent » may be the August of the sentence
	}
	if nearest == "" {
		check.Reason = "the claim says " + c.Raw + ", the sentence no date"
	} else {
		check.Reason = "the claim says " + c.Raw + ", the sentence " + nearest
	}
	return check
}

// relativeDate tells whether a text has a date that is told from another.
func (r *reading) relativeDate() bool {
	for i := range r.figures {
		if r.figures[i].Kind == figure.Day && r.figures[i].Date.Relative != "" {
			return true
		}
	}
	return false
}

// otherClause is the date of the clause that the claim draws on, where the
// claim has in its place the date of another clause of which it says nothing.
func (p *pair) otherClause(s *figure.Figure) string {
	own := p.sentence.words[p.sentence.wordAt(s.Start)].clause
	held := make([]int, p.sentence.clauses)
	for i := range p.claim.words {
		if w := &p.claim.words[i]; w.to >= 0 && !p.sentence.words[w.to].figure && !w.light {
			held[p.sentence.words[w.to].clause]++
		}
	}
	if held[own] > 0 {
		return ""
	}
	for i := range p.sentence.figures {
		d := &p.sentence.figures[i]
		if d.Kind != figure.Day || d == s || held[p.sentence.words[p.sentence.wordAt(d.Start)].clause] < 3 {
			continue
		}
		said := false
		for k := range p.claim.figures {
			c := &p.claim.figures[k]
			said = said || c.Kind == figure.Day && holdsDate(c.Date, d.Date) == ""
		}
		if !said {
			return d.Raw
		}
	}
	return ""
}

// holdsDate tells whether all that a claim's date says is in a sentence's
// date; otherwise it names what is not.
func holdsDate(c, s figure.Date) string {
	switch {
	case c.Year > 0 && c.Year != s.Year, c.Decade != s.Decade:
		return "year"
	case c.Month > 0 && c.Month != s.Month:
		return "month"
	case c.Day > 0 && c.Day != s.Day:
		return "day"
	case c.Weekday > 0 && c.Weekday != s.Weekday:
		return "weekday"
	case c.Century != s.Century:
		return "century"
	case c.Part != "" && c.Part != s.Part:
		return "part"
	case c.Relative != "" && c.Relative != s.Relative:
		return "relative"
	}
	return ""
}

// split reads "2006-01-02" or "2006-01".
func split(date string) (year, month, day int) {
	if len(date) >= 7 {
		year, _ = strconv.Atoi(date[:4])
		month, _ = strconv.Atoi(date[5:7])
	}
	if len(date) == 10 {
		day, _ = strconv.Atoi(date[8:])
	}
	return year, month, day
}

// resolve gives the days that a sentence's date can only mean, seen from the
// article's date: « hier » where the article's day is known, « l'an dernier »
// where its year is, and a day and month without a year that are the article's own.
func resolve(s figure.Date, article string) []figure.Date {
	y, m, d := split(article)
	if y == 0 {
		return nil
	}
	var out []figure.Date
	if shift, ok := map[string]int{"today": 0, "yesterday": -1, "tomorrow": 1, "day-2": -2}[s.Relative]; ok && d > 0 {
		t := time.Date(y, time.Month(m), d+shift, 12, 0, 0, 0, time.UTC)
		weekday := (int(t.Weekday())+6)%7 + 1
		out = append(out, figure.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Weekday: weekday})
	}
	if shift, ok := map[string]int{"year": 0, "year-1": -1, "year+1": 1}[s.Relative]; ok {
		out = append(out, figure.Date{Year: y + shift})
	}
	if shift, ok := map[string]int{"month": 0, "month-1": -1, "month+1": 1}[s.Relative]; ok {
		t := time.Date(y, time.Month(m+shift), 1, 12, 0, 0, 0, time.UTC)
		out = append(out, figure.Date{Year: t.Year(), Month: int(t.Month())})
	}
	if s.Year == 0 && s.Month == m && s.Relative == "" {
		full := s
		full.Year = y
		out = append(out, full)
	}
	return out
}
