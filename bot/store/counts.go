package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"verbatim/bot"
)

// Count adds to the counts of a day. Where there is no store yet it does nothing.
func (s *Store) Count(ctx context.Context, day string, counts map[string]int) error {
	if db, err := s.existing(ctx); db == nil || err != nil || len(counts) == 0 {
		return err
	}
	return s.write(ctx, "count", func(tx *sql.Tx) error {
		for name, n := range counts {
			_, err := tx.ExecContext(ctx, `INSERT INTO counts VALUES (?, ?, ?) ON CONFLICT (day, name)
				DO UPDATE SET n = n + excluded.n`, day, name, n)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Counts are the days from since on, newest first.
func (s *Store) Counts(ctx context.Context, since string) ([]bot.DayCounts, error) {
	db, err := s.existing(ctx)
	if db == nil || err != nil {
		return nil, err
	}
	days := map[string]*bot.DayCounts{}
	at := func(day string) *bot.DayCounts {
		if days[day] == nil {
			days[day] = &bot.DayCounts{Day: day, Counts: map[string]int{}}
		}
		return days[day]
	}
	err = each(ctx, db, "SELECT day, name, n FROM counts WHERE day >= ?", []any{since}, func(row *sql.Rows) error {
		var day, name string
		var n int
		err := row.Scan(&day, &name, &n)
		at(day).Counts[name] = n
		return err
	})
	if err == nil {
		const tokens = "SELECT day, sum(prompt), sum(completion) FROM tokens WHERE day >= ? GROUP BY day"
		err = each(ctx, db, tokens, []any{since}, func(row *sql.Rows) error {
			var day string
			var u bot.Usage
			err := row.Scan(&day, &u.Prompt, &u.Completion)
			at(day).Tokens = u
			return err
		})
	}
	if err != nil {
		return nil, s.fail("read counts", err)
	}
	var out []bot.DayCounts
	for _, d := range days {
		out = append(out, *d)
	}
	slices.SortFunc(out, func(a, b bot.DayCounts) int { return strings.Compare(b.Day, a.Day) })
	return out, nil
}

// each calls do for each row of a query.
func each(ctx context.Context, db *sql.DB, query string, parameters []any, do func(*sql.Rows) error) error {
	rows, err := db.QueryContext(ctx, query, parameters...)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
