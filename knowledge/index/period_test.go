package index

import (
	"strings"
	"testing"
	"time"
)

func TestPeriodOf(t *testing.T) {
	now := time.Date(2025, 3, 12, 9, 0, 0, 0, time.UTC) // a Wednesday
	for _, c := range []struct {
		question, date string
		want           bool // the article of that date is of the time asked about
	}{
		{"que s est il passe en octobre", "2024-10", true},
		{"que s est il passe en octobre", "2023-10-20", false},
		{"que s est il passe en octobre", "2025-01-04", false},
		{"what happened in october 2023", "2023-10-20", true},
		{"what happened in 2023", "2023-02", true},
		{"what happened in 2023", "2024-06-01", false},
		{"qui a vote la semaine derniere", "2025-03-04", true},
		{"qui a vote la semaine derniere", "2025-02-20", false},
		{"who voted last week", "2025-03-09", true},
		{"who voted yesterday", "2025-03-11", true},
		{"who voted yesterday", "2025-03-08", false},
		{"who voted this month", "2025-03", true},
		{"qui a vote le mois dernier", "2025-02-11", true},
		{"what may the mayor do", "2025-05-01", false},
		{"who resigned in may", "2024-05-20", true},
		{"who resigned in may", "", false},
	} {
		p, ok := periodOf(strings.Fields(c.question), now)
		if got := ok && p.has(c.date); got != c.want {
			t.Errorf("%s, of %q: got %v, want %v", c.question, c.date, got, c.want)
		}
	}
}

// Without a clock a month is one of any year, and what is counted from now says nothing.
func TestPeriodOfNoClock(t *testing.T) {
	if p, ok := periodOf([]string{"in", "october"}, time.Time{}); !ok || !p.has("2021-10-03") || p.has("2021-11-03") {
		t.Errorf("got %+v, %v, want October of any year", p, ok)
	}
	if p, ok := periodOf([]string{"last", "week"}, time.Time{}); ok {
		t.Errorf("got %+v, want none", p)
	}
}
