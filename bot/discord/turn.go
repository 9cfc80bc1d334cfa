package discord

import (
	"context"
	"time"
)

// turn is whose rate-limit key it is to identify.
type turn struct {
	taken chan struct{} // holds one while somebody has it
	last  time.Time     // when it was given back
}

// turn waits for the right to identify: one shard of a rate-limit key at a
// time, five seconds after the one before was ready, and none while the day's
// starts are used up. done gives it back.
func (h *hub) turn(ctx context.Context, g gatewayInfo, shard int) (done func(), err error) {
	if g.Limit.Total > 0 && g.Limit.Remaining == 0 {
		rest := time.Duration(g.Limit.ResetAfter) * time.Millisecond
		h.log.Warn("all session starts of today are used up", "wait", rest)
		if !sleep(ctx, rest) {
			return nil, context.Cause(ctx)
		}
	}
	key := shard % max(1, g.Limit.MaxConcurrency)
	h.mu.Lock()
	t := h.turns[key]
	if t == nil {
		t = &turn{taken: make(chan struct{}, 1)}
		h.turns[key] = t
	}
	h.mu.Unlock()
	select {
	case t.taken <- struct{}{}:
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	done = func() { t.last = time.Now(); <-t.taken }
	if !sleep(ctx, time.Until(t.last.Add(h.timing.identify))) {
		done()
		return nil, context.Cause(ctx)
	}
	return done, nil
}
