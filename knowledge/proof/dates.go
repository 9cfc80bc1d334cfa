package proof

import (
	"strconv"
	"strings"
	"time"

	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
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
				check.Verdict = Undecided
				check.because("the claim says %s of what the sentence says of %s", c.Raw, other)
			}
			return check
		}
	}
	for i := range p.sentence.figures {
		s := &p.sentence.figures[i]
		if s.Kind != figure.Day {
			continue
		}
		for _, d := range append(resolve(s.Date, p.date), p.weekday(s.Date)...) {
			if holdsDate(c.Date, d) == "" {
				check.Verdict, check.Sentence = Proved, s.Raw
				return check
			}
		}
	}
	if p.yearBefore(c) || p.thisMonth(c) {
		check.Verdict, check.Sentence = Proved, nearest
		return check
	}
	check.Sentence = nearest
	if y, m, d := split(p.date); y > 0 && holdsDate(c.Date, figure.Date{Year: y, Month: m, Day: d}) == "" {
		check.Verdict = Undecided
		check.because("%s is the article's date, not said in the sentence", c.Raw)
		return check
	}
	if c.Date.Relative != "" && nearest != "" && c.Date.Weekday == 0 && c.Date.Month == 0 && !p.sentence.relativeDate() {
		check.Verdict = Undecided // « le mois précédent » may be the August of the sentence
	}
	if c.Date.Relative == "week" && p.sentence.has(weekWords) {
		check.Verdict = Undecided // « en début de semaine »
	}
	if nearest == "" && c.Date.Relative != "" && c.Date.Weekday == 0 {
		check.Verdict = Undecided // « l'exercice en cours » is this year
	}
	if nearest == "" {
		check.because("the claim says %s, the sentence no date", c.Raw)
	} else {
		check.because("the claim says %s, the sentence %s", c.Raw, nearest)
	}
	return check
}

// yearBefore tells whether a claim's date is the year before the one that the
// sentence names, of which the sentence speaks too: « contre 389 un an plus tôt ».
func (p *pair) yearBefore(c *figure.Figure) bool {
	at := -1
	for i := range p.sentence.words {
		switch p.sentence.fold(i) {
		case "tot", "auparavant", "precedent", "precedente", "avant":
			before := p.sentence.fold(i-1) + " " + p.sentence.fold(i-2)
			if strings.Contains(before, "an") || strings.Contains(before, "annee") {
				at = p.sentence.words[i].start
			}
		}
	}
	if at < 0 || !p.countsBefore(at) {
		return false
	}
	if raw := french.Fold(c.Raw); c.Date.Relative == "year-1" || c.Date.Relative != "" && (strings.Contains(raw, "year") || strings.Contains(raw, "annee")) {
		return true
	}
	for i := range p.sentence.figures {
		if s := &p.sentence.figures[i]; yearAlone(c) && s.Kind == figure.Day && s.Date.Year == c.Date.Year+1 {
			return true
		}
	}
	return false
}

// countsBefore tells whether the claim has the figure that stands last before a
// byte of the sentence.
func (p *pair) countsBefore(at int) bool {
	var last *figure.Figure
	for i := range p.sentence.figures {
		if s := &p.sentence.figures[i]; s.Kind != figure.Day && s.End <= at {
			last = s
		}
	}
	for i := range p.claim.figures {
		if last != nil && agree(&p.claim.figures[i], last) >= valueOnly {
			return true
		}
	}
	return false
}

// thisMonth tells whether a claim names the article's own month, and the sentence
// speaks of « le début du mois » or « ce mois ».
func (p *pair) thisMonth(c *figure.Figure) bool {
	y, m, _ := split(p.date)
	if m == 0 || c.Date.Month != m || c.Date.Day > 0 || c.Date.Year > 0 && c.Date.Year != y {
		return false
	}
	for i := range p.sentence.words {
		if p.sentence.fold(i) != "mois" {
			continue
		}
		switch p.sentence.fold(i - 1) {
		case "ce":
			return c.Date.Part == ""
		case "du":
			part := p.sentence.fold(i - 2)
			return (part == "debut" || part == "fin") && p.claim.has(monthParts[part])
		}
	}
	return false
}

var weekWords = set("semaine")

// monthParts are the words of a claim for a part of the month.
var monthParts = map[string]map[string]bool{"debut": set("debut early beginning start"), "fin": set("fin late end")}

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

// weekday is the day that a bare « lundi » of a sentence can only mean: the last
// one up to the article's own day, where that is known and the sentence tells
// what is past; none otherwise.
func (p *pair) weekday(s figure.Date) []figure.Date {
	y, m, d := split(p.date)
	if d == 0 || s.Weekday == 0 || s.Day > 0 || s.Relative != "" || p.sentence.future() || !p.sentence.has(perfect) {
		return nil
	}
	day := time.Date(y, time.Month(m), d, 12, 0, 0, 0, time.UTC)
	for (int(day.Weekday())+6)%7+1 != s.Weekday {
		day = day.AddDate(0, 0, -1)
	}
	return []figure.Date{{Year: day.Year(), Month: int(day.Month()), Day: day.Day(), Weekday: s.Weekday, Part: s.Part}}
}

// perfect are auxiliaries of the past.
var perfect = set("a ont est sont avait avaient etait etaient s")

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
		out = append(out, figure.Date{Year: t.Year(), Month: int(t.Month()), Part: s.Part})
	}
	if s.Year == 0 && s.Month == m && s.Relative == "" {
		full := s
		full.Year = y
		out = append(out, full)
	}
	return out
}
