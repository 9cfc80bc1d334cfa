package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// schemaVersion is the last migration's. Each migration sets user_version to
// its own number, so that a start with the present schema costs one read.
const schemaVersion = 1

// errNewer is a store that a later program wrote.
var errNewer = errors.New("the store was written by a newer version of verbatim")

// migrate brings a database to the present schema. Another process may be doing
// the same: the one that loses the race fails, and finds the work done when it
// looks again.
func migrate(ctx context.Context, db *sql.DB, wait time.Duration) error {
	deadline := time.Now().Add(wait)
	for {
		have, err := version(ctx, db)
		switch {
		case err != nil:
			return err
		case have == schemaVersion:
			return nil
		case have > schemaVersion:
			return errNewer
		}
		err = up(ctx, db)
		if err == nil {
			continue
		}
		if time.Now().After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func version(ctx context.Context, db *sql.DB) (int, error) {
	var v int
	err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v)
	return v, err
}

func up(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files,
		goose.WithLogger(goose.NopLogger()), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("bring the schema up to date: %w", err)
	}
	return nil
}
