package store

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/store/storetest"
)

func TestConformance(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		storetest.Run(t, func(t *testing.T) bot.Store { return mustOpen(t, t.TempDir()) })
	})
	t.Run("memory", func(t *testing.T) {
		storetest.Run(t, func(*testing.T) bot.Store { return bot.NewMemoryStore() })
	})
}

// mustOpen opens a store that the caller closes.
func mustOpen(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// filled is a folder whose store holds one article.
func filled(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "a folder", "with %41 ? and #")
	s := mustOpen(t, dir)
	defer s.Close()
	if _, err := s.PutArticle(t.Context(), bot.Holding{Article: storetest.Article("a"), Added: time.Now()}); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestLookingLeavesNoTrace(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	s := mustOpen(t, dir)
	defer s.Close()
	if h, err := s.Holdings(t.Context()); err != nil || len(h) != 0 {
		t.Errorf("got %v (%v)", h, err)
	}
	if err := s.RemoveArticle(t.Context(), bot.Global, "a"); !errors.Is(err, bot.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}

func TestOnlyTheOwnerOfTheFilesReadsThem(t *testing.T) {
	dir := filled(t)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode().Perm())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, FileName)); err != nil {
		t.Errorf("the file is not where it should be: %v", err)
	}
}

func TestAnotherConnectionSeesChanges(t *testing.T) {
	dir := t.TempDir()
	reader := mustOpen(t, dir) // while there is no file
	defer reader.Close()
	writer := mustOpen(t, dir)
	defer writer.Close()
	last := int64(-1)
	for _, id := range []string{"a", "b"} {
		if _, err := writer.PutArticle(t.Context(), bot.Holding{Article: storetest.Article(id)}); err != nil {
			t.Fatal(err)
		}
		r, err := reader.Revision(t.Context())
		if err != nil || r == last {
			t.Errorf("after %q the revision is %d as before (%v)", id, r, err)
		}
		last = r
		if h, err := reader.Holdings(t.Context()); err != nil || h[len(h)-1].Article.ID != id {
			t.Errorf("the other store holds %v (%v), want %q last", h, err, id)
		}
	}
}

func TestSeveralMakeTheSameStore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	var group sync.WaitGroup
	for range 6 {
		group.Go(func() {
			s, err := Open(t.Context(), dir)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			if err := s.AddTokens(t.Context(), "2024-10-28", bot.Global, bot.Usage{Prompt: 1}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	s := mustOpen(t, dir)
	defer s.Close()
	if own, _, err := s.Tokens(t.Context(), "2024-10-28", bot.Global); err != nil || own != 6 {
		t.Errorf("%d of 6 wrote (%v)", own, err)
	}
}

// wantError checks that an error tells the operator what is wrong and what to do.
func wantError(t *testing.T, err error, text string) {
	t.Helper()
	e, ok := errors.AsType[*Error](err)
	if !ok || !strings.Contains(e.Text, text) || strings.Contains(e.Text, "\n") || e.Hint == "" {
		t.Errorf("got %#v, want one line with %q and a hint", err, text)
	}
}

func TestUnusableStores(t *testing.T) {
	for name, test := range map[string]struct {
		spoil func(t *testing.T, dir string)
		want  string
	}{
		"not a database": {func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, FileName), strings.Repeat("no database ", 1000))
		}, "is not a database"},
		"cut short": {func(t *testing.T, dir string) {
			if err := os.Truncate(filepath.Join(dir, FileName), 4096); err != nil {
				t.Fatal(err)
			}
		}, "is damaged"},
		"the file is a folder": {func(t *testing.T, dir string) {
			remove(t, filepath.Join(dir, FileName))
			if err := os.Mkdir(filepath.Join(dir, FileName), 0o700); err != nil {
				t.Fatal(err)
			}
		}, "cannot be opened"},
		"the folder is a file": {func(t *testing.T, dir string) {
			remove(t, dir)
			write(t, dir, "")
		}, "cannot be used: not a directory"},
		"newer": {func(t *testing.T, dir string) { execute(t, dir, "PRAGMA user_version = 99") }, "newer version"},
		"damaged sentences": {func(t *testing.T, dir string) {
			execute(t, dir, "UPDATE articles SET sentences = x'00ff'")
		}, "is damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filled(t)
			test.spoil(t, dir)
			s, err := Open(t.Context(), dir)
			if err == nil {
				defer s.Close()
				_, err = s.Holdings(t.Context())
			}
			wantError(t, err, test.want)
		})
	}
}

func TestLockedStore(t *testing.T) {
	dir := filled(t)
	db, err := sql.Open("sqlite", (&Store{dir: dir}).address())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	s, err := open(t.Context(), dir, 10*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if h, err := s.Holdings(t.Context()); err != nil || len(h) != 1 {
		t.Errorf("reading beside a writer: %v (%v)", h, err)
	}
	_, err = s.PutArticle(t.Context(), bot.Holding{Article: storetest.Article("b")})
	wantError(t, err, "is locked by another process")
	if _, err := conn.ExecContext(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if added, err := s.PutArticle(t.Context(), bot.Holding{Article: storetest.Article("b")}); err != nil || !added {
		t.Errorf("once it is free: %v, %v", added, err)
	}
}

// TestKilledWriter ends a process in the midst of its writes: the store stays whole.
func TestKilledWriter(t *testing.T) {
	if dir := os.Getenv("STORE_TEST_WRITE_FOR_EVER"); dir != "" {
		s := mustOpen(t, dir)
		for i := 0; ; i++ {
			if err := s.AddTokens(context.Background(), "2024-10-28", bot.Global, bot.Usage{Prompt: 1}); err != nil {
				t.Fatal(err)
			}
			if i == 20 {
				fmt.Println("ready")
			}
		}
	}
	dir := filled(t)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	writer := exec.CommandContext(t.Context(), exe, "-test.run=^TestKilledWriter$")
	writer.Env = append(os.Environ(), "STORE_TEST_WRITE_FOR_EVER="+dir)
	out, err := writer.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "ready\n" {
		t.Fatalf("the writer said %q (%v)", line, err)
	}
	if err := writer.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = writer.Wait() // it was killed: an error is right
	s := mustOpen(t, dir)
	defer s.Close()
	if own, _, err := s.Tokens(t.Context(), "2024-10-28", bot.Global); err != nil || own < 20 {
		t.Errorf("%d tokens stand (%v), want 20 or more", own, err)
	}
	if h, err := s.Holdings(t.Context()); err != nil || len(h) != 1 {
		t.Errorf("the store holds %v (%v)", h, err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

func execute(t *testing.T, dir, statement string) {
	t.Helper()
	s := mustOpen(t, dir)
	defer s.Close()
	if _, err := s.db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}
