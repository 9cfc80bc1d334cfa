// Package store keeps what the bot remembers in one SQLite file, which several
// processes may use at once.
package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"verbatim/bot"
)

// FileName is the database's name within the data folder.
const FileName = "verbatim.db"

// busyTimeout is how long a process waits for another one's write.
const busyTimeout = 5 * time.Second

// connections bounds the connections of one process.
const connections = 8

// Store is a [bot.Store] in a folder. The folder and its file come into being
// with the first write, so that looking leaves no trace.
type Store struct {
	dir  string
	wait time.Duration

	writing chan struct{} // holds one token: SQLite has one writer, and waiting for it there is by polling

	mu       sync.Mutex
	db       *sql.DB // nil until the file is there
	readOnly bool    // it can be read, and nothing written beside it
}

var _ bot.Store = (*Store)(nil)

// Open opens the store in a folder, brought to the present schema. The error
// is an *[Error] where the folder or file cannot be used.
func Open(ctx context.Context, dir string) (*Store, error) {
	return open(ctx, dir, busyTimeout)
}

func open(ctx context.Context, dir string, wait time.Duration) (*Store, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, unusable(dir, err)
	}
	s := &Store{dir: abs, wait: wait, writing: make(chan struct{}, 1)}
	if _, err := s.existing(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// Create makes the folder and its file where they are missing.
func (s *Store) Create(ctx context.Context) error {
	_, err := s.writable(ctx)
	return err
}

// Close closes the file.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return nil
	}
	db := s.db
	s.db = nil
	return db.Close()
}

// existing is the database, nil where there is no file yet.
func (s *Store) existing(ctx context.Context) (*sql.DB, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db != nil {
		return s.db, nil
	}
	info, err := os.Stat(s.path())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, unusable(s.dir, err)
	case info.Size() == 0: // another process is just making it
		return nil, nil
	}
	return s.connect(ctx)
}

// writable is the database, made where it is missing.
func (s *Store) writable(ctx context.Context) (*sql.DB, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.readOnly {
		return nil, s.unwritable()
	}
	if s.db != nil {
		return s.db, nil
	}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return nil, unusable(s.dir, err)
	}
	// SQLite gives its side files the mode of this one.
	f, err := os.OpenFile(s.path(), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, unusable(s.dir, err)
	}
	if err := f.Close(); err != nil {
		return nil, unusable(s.dir, err)
	}
	return s.connect(ctx)
}

// write runs do in one transaction: all of it or nothing.
func (s *Store) write(ctx context.Context, what string, do func(*sql.Tx) error) error {
	db, err := s.writable(ctx)
	if err != nil {
		return err
	}
	select {
	case s.writing <- struct{}{}:
		defer func() { <-s.writing }()
	case <-ctx.Done():
		return ctx.Err()
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return s.fail(what, err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit it does nothing
	if err := do(tx); err != nil {
		return s.fail(what, err)
	}
	if err := tx.Commit(); err != nil {
		return s.fail(what, err)
	}
	return nil
}
