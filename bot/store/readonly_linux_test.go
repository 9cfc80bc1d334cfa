package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/store/storetest"
)

// powerless runs do where permissions of files bind, be it root that tests.
func powerless(t *testing.T, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		if os.Geteuid() == 0 {
			runtime.LockOSThread() // and never unlocked: the thread ends with its rights
			if err := syscall.Setfsuid(65534); err != nil {
				t.Error(err)
				return
			}
		}
		do()
	}()
	<-done
}

// chmod sets the mode of a folder and what is in it.
func chmod(t *testing.T, dir string, folder, file fs.FileMode) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := os.Chmod(filepath.Join(dir, e.Name()), file); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, folder); err != nil {
		t.Fatal(err)
	}
	for up := filepath.Dir(dir); strings.HasPrefix(up, os.TempDir()+"/"); up = filepath.Dir(up) {
		if err := os.Chmod(up, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// TestReadOnlyFolder reads what is stored where nothing can be written, with and
// without another process at work on it, and names the folder on a write.
func TestReadOnlyFolder(t *testing.T) {
	for name, busy := range map[string]bool{"at rest": false, "in use": true} {
		t.Run(name, func(t *testing.T) {
			dir := filled(t)
			want := 1
			if busy {
				other := mustOpen(t, dir)
				defer other.Close()
				if _, err := other.PutArticle(t.Context(), bot.Holding{Article: storetest.Article("b"), Added: time.Now()}); err != nil {
					t.Fatal(err)
				}
				want = 2
			}
			chmod(t, dir, 0o555, 0o444)
			t.Cleanup(func() { chmod(t, dir, 0o755, 0o644) })
			powerless(t, func() {
				s, err := Open(t.Context(), dir)
				if err != nil {
					t.Error(err)
					return
				}
				defer s.Close()
				if h, err := s.Holdings(t.Context()); err != nil || len(h) != want {
					t.Errorf("%d articles (%v), want %d", len(h), err, want)
				}
				_, err = s.PutArticle(t.Context(), bot.Holding{Article: storetest.Article("c"), Added: time.Now()})
				told := (*Error)(nil)
				if !errors.Is(err, bot.ErrReadOnly) || !errors.As(err, &told) || told.Text != "the data folder "+dir+" is read-only" {
					t.Errorf("a write ends with %v", err)
				}
				if err := s.Create(t.Context()); !errors.Is(err, bot.ErrReadOnly) {
					t.Errorf("making the folder ends with %v", err)
				}
				if err := s.Count(t.Context(), "2025-03-14", map[string]int{"answers": 1}); !errors.Is(err, bot.ErrReadOnly) {
					t.Errorf("counting ends with %v", err)
				}
			})
		})
	}
}
