package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"verbatim/bot"
)

// Error is a store that cannot be used as it stands. It names files of this
// machine: it is for the operator and never for a chat.
type Error struct {
	Text string // one line, lower case
	Hint string // what to do
	Err  error  // the cause
}

func (e *Error) Error() string { return e.Text }
func (e *Error) Unwrap() error { return e.Err }

// unusable is a folder that cannot be made, read or written.
func unusable(dir string, err error) error {
	cause := err
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		cause = p.Err
	}
	return &Error{
		Text: fmt.Sprintf("the data folder %s cannot be used: %v", dir, cause),
		Hint: "set VERBATIM_DATA to a folder that you may write to",
		Err:  err,
	}
}

// unwritable is a folder that can be read, and in which nothing can be stored.
func (s *Store) unwritable() error {
	return &Error{
		Text: fmt.Sprintf("the data folder %s is read-only", s.dir),
		Hint: "what is stored can be read; to change it, set VERBATIM_DATA to a folder that you may write to",
		Err:  bot.ErrReadOnly,
	}
}

// unwritable tells whether SQLite could not write its files.
func unwritable(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	return ok && (e.Code()&0xff == sqlite3.SQLITE_READONLY || e.Code()&0xff == sqlite3.SQLITE_CANTOPEN)
}

// fail says what an error of SQLite means for whoever runs the program.
func (s *Store) fail(what string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, bot.ErrNotFound) {
		return err
	}
	if errors.Is(err, errNewer) {
		return &Error{Text: fmt.Sprintf("%v: %s", err, s.path()), Hint: "update this program, or set VERBATIM_DATA to another folder", Err: err}
	}
	text, hint := meaning(err)
	if text == "" {
		return fmt.Errorf("store: %s: %w", what, err)
	}
	return &Error{
		Text: fmt.Sprintf("the store %s %s", s.path(), text),
		Hint: fmt.Sprintf(hint, filepath.Base(s.path())),
		Err:  err,
	}
}

// meaning says in words what an error of SQLite or of a stored article means,
// "" where there is nothing to do about it.
func meaning(err error) (text, hint string) {
	const restore = "move %s and its -wal and -shm files away, or restore a copy, and add the articles again"
	if errors.Is(err, errSentences) {
		return "is damaged", restore
	}
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return "", ""
	}
	switch e.Code() & 0xff { // the rest of the code only refines it
	case sqlite3.SQLITE_NOTADB:
		return "is not a database", restore
	case sqlite3.SQLITE_CORRUPT:
		return "is damaged", restore
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "is locked by another process", "wait until it is done with %s, or stop it, and try again"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return "cannot be opened for writing", "make the folder of %s writable, or set VERBATIM_DATA to another"
	case sqlite3.SQLITE_FULL:
		return "cannot grow: the disk is full", "make room beside %s and try again"
	case sqlite3.SQLITE_IOERR:
		return "cannot be read or written", "check the disk that %s is on"
	}
	return "", ""
}
