package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"verbatim/bot"
)

// Count adds to the counts of a day, and forgets the days that are long past.
// Where there is no store yet it does nothing.
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
		_, err := tx.ExecContext(ctx, "DELETE FROM counts WHERE day < date(?, ?)", day, tokensKept)
		return err
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

// AddGap keeps a question that found no answer, and forgets those long past.
func (s *Store) AddGap(ctx context.Context, g bot.Gap) error {
	return s.write(ctx, "keep a question", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO gaps (owner, question, article, at) VALUES (?, ?, ?, ?)",
			string(g.Owner), g.Question, g.Article, g.At.UnixMilli())
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM gaps WHERE at < ?", g.At.Add(-bot.GapsKept).UnixMilli())
		return err
	})
}

// Gaps are an owner's, newest first, at most limit.
func (s *Store) Gaps(ctx context.Context, owner bot.Owner, limit int) ([]bot.Gap, error) {
	db, err := s.existing(ctx)
	if db == nil || err != nil {
		return nil, err
	}
	var out []bot.Gap
	const newest = "SELECT question, article, at FROM gaps WHERE owner = ? ORDER BY seq DESC LIMIT ?"
	err = each(ctx, db, newest, []any{string(owner), limit}, func(row *sql.Rows) error {
		g := bot.Gap{Owner: owner}
		var at int64
		err := row.Scan(&g.Question, &g.Article, &at)
		g.At = time.UnixMilli(at).UTC()
		out = append(out, g)
		return err
	})
	if err != nil {
		return nil, s.fail("read questions", err)
	}
	return out, nil
}
