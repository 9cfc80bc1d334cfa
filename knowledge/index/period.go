package index

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// period is a span of time that a question names: the articles of that time are
// preferred.
type period struct {
	from, to time.Time     // the days from from to before to
	month    time.Month    // of any year, where from is zero
	slack    time.Duration // how long after it is still written about
}

// dated is what an article of the period gets where a library is ranked, in
// logarithms of odds.
const dated = 1.5

const day = 24 * time.Hour

var months = func() map[string]time.Month {
	all := map[string]time.Month{}
	for _, names := range []string{`janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre`,
		`january february march april may june july august september october november december`} {
		for i, name := range strings.Fields(names) {
			all[name] = time.Month(i + 1)
		}
	}
	return all
}()

// monthLeads stand before « may » and « march » where they are months.
var monthLeads = wordsOf(`in of on since last this until by during early late mid en de`, 1)

// periodOf reads the period of a question asked at a time, whose zero is not
// known; words are folded French or lower-case English.
func periodOf(words []string, now time.Time) (period, bool) {
	y, m := 0, time.Month(0)
	for i, w := range words {
		month, ok := months[w]
		switch {
		case ok && (w == "may" || w == "march") && (i == 0 || monthLeads[words[i-1]] == 0):
		case ok:
			m = month
		case classOf(w)&year != 0:
			y, _ = strconv.Atoi(w)
		}
	}
	switch {
	case m > 0 && y > 0:
		from := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
		return period{from: from, to: from.AddDate(0, 1, 0), slack: 15 * day}, true
	case m > 0 && !now.IsZero():
		from := time.Date(now.Year(), m, 1, 0, 0, 0, 0, time.UTC)
		if from.After(now) {
			from = from.AddDate(-1, 0, 0)
		}
		return period{from: from, to: from.AddDate(0, 1, 0), slack: 15 * day}, true
	case m > 0:
		return period{month: m}, true
	case y > 0:
		from := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
		return period{from: from, to: from.AddDate(1, 0, 0), slack: 60 * day}, true
	}
	if now.IsZero() {
		return period{}, false
	}
	return relativePeriod(words, now)
}

// relativePeriod reads a period that is counted from now: « hier », "last week".
func relativePeriod(words []string, now time.Time) (period, bool) {
	today := now.UTC().Truncate(day)
	monday := today.AddDate(0, 0, -(int(today.Weekday())+6)%7)
	first := today.AddDate(0, 0, 1-today.Day())
	text := " " + strings.Join(words, " ") + " "
	for _, r := range []struct {
		words    []string
		from, to time.Time
		slack    time.Duration
	}{
		{[]string{"aujourd hui", "today"}, today, today.Add(day), 0},
		{[]string{"avant hier"}, today.Add(-2 * day), today.Add(-day), day},
		{[]string{"hier", "yesterday"}, today.Add(-day), today, day},
		{[]string{"semaine derniere", "semaine passee", "last week"}, monday.Add(-7 * day), monday, 2 * day},
		{[]string{"cette semaine", "this week"}, monday, monday.Add(7 * day), 0},
		{[]string{"mois dernier", "mois passe", "last month"}, first.AddDate(0, -1, 0), first, 5 * day},
		{[]string{"ce mois", "this month"}, first, first.AddDate(0, 1, 0), 0},
	} {
		if slices.ContainsFunc(r.words, func(w string) bool { return strings.Contains(text, " "+w+" ") }) {
			return period{from: r.from, to: r.to, slack: r.slack}, true
		}
	}
	return period{}, false
}

// has tells whether an article's date ("2006-01-02", "2006-01" or "") is of the
// period, or soon after it.
func (p period) has(date string) bool {
	length := day
	at, err := time.Parse(time.DateOnly, date)
	if err != nil {
		if at, err = time.Parse("2006-01", date); err != nil {
			return false
		}
		length = 28 * day
	}
	if p.from.IsZero() {
		return at.Month() == p.month
	}
	return at.Add(length).After(p.from) && at.Before(p.to.Add(p.slack))
}

// period is that of the question, asked at a time.
func (q *question) period(now time.Time) (period, bool) {
	if q.english {
		return periodOf(q.lower, now)
	}
	words := make([]string, len(q.terms))
	for i := range q.terms {
		words[i] = q.terms[i].folded
	}
	return periodOf(words, now)
}
