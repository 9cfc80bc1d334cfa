package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"
)

const (
	atWork   = 64   // jobs that do their work at once
	waiting  = 1024 // jobs that are held at all, those under way included
	jobLimit = 15 * time.Minute
)

// errStopping is the cause of a job's context where the bot stops.
var errStopping = errors.New("the bot is stopping")

// job is one thing to do. stopped is called once where the bot stops before
// the job is done; panicked where it panicked. Both may be nil.
type job struct {
	name     string
	run      func(ctx context.Context)
	panicked func(ctx context.Context)
	stopped  func(ctx context.Context)
}

// crew does jobs, each in a goroutine that it waits for when it is closed.
type crew struct {
	start  func(j *job) // with the context of all jobs, which outlives Run's
	cancel context.CancelCauseFunc
	log    *slog.Logger
	slots  chan struct{}
	panics atomic.Int64
	total  atomic.Int64 // jobs ever

	mu     sync.Mutex
	closed bool
	jobs   map[*job]struct{}
	done   sync.WaitGroup
}

func newCrew(ctx context.Context, log *slog.Logger) *crew {
	ctx, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	c := &crew{cancel: cancel, log: log, slots: make(chan struct{}, atWork), jobs: map[*job]struct{}{}}
	c.start = func(j *job) { c.done.Go(func() { c.do(ctx, j) }) }
	return c
}

// add starts a job; false where the crew is closed or has its hands full.
func (c *crew) add(j *job) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed || len(c.jobs) >= waiting {
		return false
	}
	c.jobs[j] = struct{}{}
	c.total.Add(1)
	c.start(j)
	return true
}

// slot waits for a place to work in; the job gives it back by calling free.
func (c *crew) slot(ctx context.Context) (free func(), err error) {
	select {
	case c.slots <- struct{}{}:
		return func() { <-c.slots }, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

func (c *crew) do(ctx context.Context, j *job) {
	ctx, cancel := context.WithTimeout(ctx, jobLimit)
	defer cancel()
	defer func() {
		c.mu.Lock()
		delete(c.jobs, j)
		c.mu.Unlock()
	}()
	if c.try(j.name, func() { j.run(ctx) }) && j.panicked != nil {
		c.try(j.name, func() { j.panicked(ctx) })
	}
}

// try calls f and reports whether it panicked; a panic is counted and logged.
func (c *crew) try(name string, f func()) (panicked bool) {
	defer func() {
		if p := recover(); p != nil {
			panicked = true
			c.log.Error("panic", "in", name, "panic", fmt.Sprint(p), "panics", c.panics.Add(1), "stack", string(debug.Stack()))
		}
	}()
	f()
	return false
}

// close takes no more jobs, waits for those under way, and after a while tells
// the rest that the bot stops.
func (c *crew) close(drain, farewell time.Duration) {
	c.mu.Lock()
	c.closed = true
	c.mu.Unlock()
	done := make(chan struct{})
	go func() { c.done.Wait(); close(done) }()
	if within(done, drain) {
		c.cancel(nil)
		return
	}
	c.cancel(errStopping)
	ctx, cancel := context.WithTimeout(context.Background(), farewell)
	defer cancel()
	var told sync.WaitGroup
	c.mu.Lock()
	for j := range c.jobs {
		if j.stopped != nil {
			told.Go(func() { c.try(j.name, func() { j.stopped(ctx) }) })
		}
	}
	c.mu.Unlock()
	told.Wait()
	if !within(done, farewell/4) {
		c.log.Error("some answers did not end", "jobs", c.count())
	}
}

func (c *crew) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.jobs)
}

func within(done <-chan struct{}, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-done:
		return true
	case <-t.C:
		return false
	}
}
