package discordtest

import (
	"sync"
	"time"
)

// Clock is a clock that moves when it is told to. Its zero value stands at
// noon on 1 October 2024, UTC.
type Clock struct {
	mu  sync.Mutex
	off time.Duration
}

// Now is the time on the clock.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Date(2024, 10, 1, 12, 0, 0, 0, time.UTC).Add(c.off)
}

// Advance moves the clock on.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.off += d
}
