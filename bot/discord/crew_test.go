package discord

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"
)

func TestCrewWaitsThenTells(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrew(t.Context(), slog.New(slog.DiscardHandler))
		quickDone, cause, told := false, error(nil), false
		c.add(&job{name: "quick", run: func(context.Context) { time.Sleep(3 * time.Second); quickDone = true }})
		c.add(&job{
			name: "slow", run: func(ctx context.Context) { <-ctx.Done(); cause = context.Cause(ctx) },
			stopped: func(context.Context) { told = true },
		})
		begin := time.Now()
		c.close(8*time.Second, time.Second)
		if took := time.Since(begin); took != 8*time.Second {
			t.Errorf("closed after %v, want 8s", took)
		}
		if !quickDone || !errors.Is(cause, errStopping) || !told {
			t.Errorf("quick %v, cause %v, told %v", quickDone, cause, told)
		}
		if c.add(&job{name: "late", run: func(context.Context) {}}) {
			t.Error("a closed crew took a job")
		}
	})
}

func TestCrewIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrew(t.Context(), slog.New(slog.DiscardHandler))
		release := make(chan struct{})
		atOnce, most := make(chan struct{}, waiting), 0
		for range waiting {
			if !c.add(&job{name: "work", run: func(ctx context.Context) {
				free, err := c.slot(ctx)
				if err != nil {
					t.Error(err)
					return
				}
				defer free()
				atOnce <- struct{}{}
				<-release
			}}) {
				t.Fatal("turned away too early")
			}
		}
		if c.add(&job{name: "one too many", run: func(context.Context) {}}) {
			t.Error("no bound on jobs")
		}
		synctest.Wait()
		if most = len(atOnce); most != atWork {
			t.Errorf("%d jobs at work, want %d", most, atWork)
		}
		close(release)
		c.close(time.Second, time.Second)
	})
}

func TestCrewSurvivesPanics(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrew(t.Context(), slog.New(slog.DiscardHandler))
		apologized := false
		c.add(&job{name: "bad", run: func(context.Context) { panic("oh") }, panicked: func(context.Context) { apologized = true; panic("again") }})
		c.close(time.Second, time.Second)
		if got := c.panics.Load(); got != 2 || !apologized {
			t.Errorf("%d panics, apologized %v", got, apologized)
		}
	})
}
