package store

import (
	"context"
	"database/sql"
	"time"

	"verbatim/bot"
)

// AddGap keeps a question that found no answer.
func (s *Store) AddGap(ctx context.Context, g bot.Gap) error {
	return s.write(ctx, "keep a question", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO gaps (owner, question, article, at) VALUES (?, ?, ?, ?)",
			string(g.Owner), g.Question, g.Article, g.At.UnixMilli())
		return err
	})
}

// Gaps are an owner's from since on, newest first, at most limit.
func (s *Store) Gaps(ctx context.Context, owner bot.Owner, since time.Time, limit int) ([]bot.Gap, error) {
	db, err := s.existing(ctx)
	if db == nil || err != nil {
		return nil, err
	}
	var out []bot.Gap
	const newest = "SELECT question, article, at FROM gaps WHERE owner = ? AND at >= ? ORDER BY seq DESC LIMIT ?"
	err = each(ctx, db, newest, []any{string(owner), since.UnixMilli(), limit}, func(row *sql.Rows) error {
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

// ForgetGaps takes an owner's out.
func (s *Store) ForgetGaps(ctx context.Context, owner bot.Owner) error {
	if db, err := s.existing(ctx); db == nil || err != nil {
		return err
	}
	return s.write(ctx, "forget questions", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM gaps WHERE owner = ?", string(owner))
		return err
	})
}
