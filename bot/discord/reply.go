package discord

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

const ackTimeout = 2800 * time.Millisecond // Discord waits for three seconds

// reply is the answer to one interaction: acknowledged at once, told about
// while the work goes on, and finished once. Nothing is shown after that.
type reply struct {
	rest      *rest
	i         *interaction
	ephemeral bool
	log       *slog.Logger

	mu    sync.Mutex // held during an edit, so that edits arrive in order
	acked bool
	final bool
	telling
	told sync.WaitGroup
}

func newReply(r *rest, i *interaction, ephemeral bool, log *slog.Logger) *reply {
	return &reply{rest: r, i: i, ephemeral: ephemeral, log: log, telling: newTelling()}
}

// ack acknowledges with a response of this type and no content yet.
func (r *reply) ack(ctx context.Context, kind int) error {
	answer := response{Type: kind}
	if r.ephemeral && kind == respondDeferred {
		answer.Data = map[string]int{"flags": flagEphemeral}
	}
	return r.answer(ctx, answer)
}

// answer sends the first response, whole.
func (r *reply) answer(ctx context.Context, first response) error {
	ctx, cancel := context.WithTimeout(ctx, ackTimeout)
	defer cancel()
	err := r.rest.respond(ctx, r.i, first)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.acked = err == nil
	r.final = r.final || (err == nil && first.Type != respondDeferred && first.Type != respondDeferredEdit)
	return err
}

// show puts a text in place of what stands, until the answer does.
func (r *reply) show(ctx context.Context, text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.final || ctx.Err() != nil {
		return
	}
	// An edit that is on its way is waited for: given up, it could still
	// arrive after the answer.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), ackTimeout)
	defer cancel()
	if _, err := r.rest.editOriginal(ctx, r.i, message{Content: text, Ephemeral: r.ephemeral}); err != nil {
		r.log.Debug("progress could not be shown", "error", err)
	}
}

// end takes the reply as finished; false where it was before.
func (r *reply) end() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	was := r.final
	r.final = true
	return !was
}

// finish shows the answer: the first message in place of the acknowledgement,
// the others below. It returns the id of the last one, "" where the answer was
// finished before.
func (r *reply) finish(ctx context.Context, messages []message) (last string, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.final || len(messages) == 0 {
		return "", nil
	}
	r.final = true
	if !r.acked { // it went wrong before it was acknowledged
		m := messages[0]
		m.Ephemeral = true
		return "", r.rest.respond(ctx, r.i, response{Type: respondMessage, Data: m})
	}
	for n, m := range messages {
		m.Ephemeral = r.ephemeral
		var s sent
		if n == 0 {
			s, err = r.rest.editOriginal(ctx, r.i, m)
		} else {
			s, err = r.rest.followUp(ctx, r.i, m)
		}
		if err != nil {
			return last, err
		}
		last = s.ID
	}
	return last, nil
}
