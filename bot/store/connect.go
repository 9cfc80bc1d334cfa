package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
)

// connect opens the file, to be read alone where nothing can be written beside
// it; s.mu is held.
func (s *Store) connect(ctx context.Context) (*sql.DB, error) {
	db, err := s.dial(ctx, s.address())
	if err != nil && unwritable(err) {
		if db, reading := s.dial(ctx, s.readingAddress()); reading == nil {
			s.db, s.readOnly = db, true
			return db, nil
		}
	}
	if err != nil {
		return nil, s.fail("open", err)
	}
	s.db, s.readOnly = db, !s.mayWrite()
	return db, nil
}

// mayWrite tells whether the file itself can be written.
func (s *Store) mayWrite() bool {
	f, err := os.OpenFile(s.path(), os.O_RDWR, 0)
	if err != nil {
		return false
	}
	_ = f.Close() // nothing was written
	return true
}

func (s *Store) dial(ctx context.Context, address string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", address)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	if err := migrate(ctx, db, s.wait); err != nil {
		_ = db.Close() // the first error is the one to tell
		return nil, err
	}
	return db, nil
}

func (s *Store) path() string { return filepath.Join(s.dir, FileName) }

// address is the file as a URI for SQLite, with the settings of each connection.
func (s *Store) address() string {
	return s.uri(url.Values{
		"_pragma": {
			s.busy(),
			"journal_mode(WAL)",
			"synchronous(NORMAL)",
			"secure_delete(ON)", // what was removed is gone from the file too
		},
		"_txlock": {"immediate"}, // a write that begins as a read can fail without waiting
	})
}

// readingAddress is the file where SQLite cannot make its side files: it is read
// as what never changes (https://www.sqlite.org/uri.html#uriimmutable), unless
// side files of another process are there and tell what is new.
func (s *Store) readingAddress() string {
	settings := url.Values{"mode": {"ro"}, "_pragma": {s.busy()}}
	if info, err := os.Stat(s.path() + "-wal"); err != nil || info.Size() == 0 {
		settings.Set("immutable", "1")
	}
	return s.uri(settings)
}

func (s *Store) busy() string { return fmt.Sprintf("busy_timeout(%d)", s.wait.Milliseconds()) }

func (s *Store) uri(settings url.Values) string {
	path := filepath.ToSlash(s.path())
	if path[0] != '/' { // a drive letter
		path = "/" + path
	}
	return "file://" + (&url.URL{Path: path}).EscapedPath() + "?" + settings.Encode()
}
