package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"verbatim/bot"
)

// Setting is a setting of a scope, "" where none is set.
func (s *Store) Setting(ctx context.Context, scope, name string) (string, error) {
	db, err := s.existing(ctx)
	if db == nil || err != nil {
		return "", err
	}
	var value string
	err = db.QueryRowContext(ctx, "SELECT value FROM settings WHERE scope = ? AND name = ?", scope, name).Scan(&value)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", s.fail("read a setting", err)
	}
	return value, nil
}

// SetSetting sets it; an empty value unsets it.
func (s *Store) SetSetting(ctx context.Context, scope, name, value string) error {
	return s.write(ctx, "set a setting", func(tx *sql.Tx) error {
		if value == "" {
			_, err := tx.ExecContext(ctx, "DELETE FROM settings WHERE scope = ? AND name = ?", scope, name)
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO settings VALUES (?, ?, ?)
			ON CONFLICT (scope, name) DO UPDATE SET value = excluded.value`, scope, name, value)
		return err
	})
}

// Purge takes out what was kept long enough. Where there is no store yet it
// does nothing.
func (s *Store) Purge(ctx context.Context, now time.Time) error {
	if db, err := s.existing(ctx); db == nil || err != nil {
		return err
	}
	oldest := now.UTC().Add(-bot.StatsKept).Format(time.DateOnly)
	return s.write(ctx, "take out what is old", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM gaps WHERE at < ?", now.Add(-bot.GapsKept).UnixMilli())
		for _, table := range []string{"counts", "tokens"} {
			if err == nil {
				_, err = tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE day < ?", oldest)
			}
		}
		return err
	})
}
