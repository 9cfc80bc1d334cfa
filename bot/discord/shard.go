package discord

import (
	"context"
	"crypto/x509"
	"errors"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/cenkalti/backoff/v5"
	"github.com/gorilla/websocket"
)

// finalCodes are the close codes after which Discord takes no new connection:
// a bad token, bad shards, a bad version, intents that are not granted.
var finalCodes = []int{4004, 4010, 4011, 4012, 4013, 4014}

const closeBadToken = 4004

// hub keeps the connections of all shards of this process.
type hub struct {
	rest   *rest
	web    *transport
	client *http.Client
	token  string
	roots  *x509.CertPool
	timing timing
	log    *slog.Logger
	on     func(*discordgo.Event)

	asking sync.Mutex // guards info and asked, and lets one ask at a time
	info   gatewayInfo
	asked  time.Time

	mu        sync.Mutex
	connected map[int]bool  // by shard
	changed   chan struct{} // a shard came up or went down
	turns     map[int]*turn // by rate-limit key
}

// keep holds a shard's connection until ctx ends (nil) or Discord refuses for
// good ([ErrBadToken], [ErrRefused]).
func (h *hub) keep(ctx context.Context, shard [2]int) error {
	log := h.log.With("shard", shard[0])
	pause := h.backoff()
	var old *link // that can be resumed
	for ctx.Err() == nil {
		l, err := h.connect(ctx, old, shard)
		began := time.Now()
		if err == nil {
			log.Info("connected to discord", "resumed", l == old)
			err = h.attend(ctx, l, shard[0])
		}
		lasted := err == nil && time.Since(began) > h.timing.steady
		if lasted {
			pause.Reset()
		}
		if ctx.Err() != nil {
			return nil
		}
		said := verdict{}
		if l != nil && l.current() != nil {
			said = l.current().said()
		}
		if final := refusal(err, said); final != nil {
			return final
		}
		log.Warn("disconnected from discord", "error", redact(errorText(err), h.token), "code", said.Code)
		wait := pause.NextBackOff()
		if said.Invalid {
			wait = max(wait, h.timing.invalid())
		}
		if old = resumable(l, err, said); old != nil && lasted {
			wait = h.timing.resume
		}
		if !sleep(ctx, wait) {
			return nil
		}
	}
	return nil
}

func (h *hub) backoff() *backoff.ExponentialBackOff {
	b := backoff.NewExponentialBackOff()
	b.InitialInterval, b.MaxInterval, b.Multiplier = h.timing.retry, 60*h.timing.retry, 2
	return b
}

// resumable is the session to try again, once: one that was up and was lost.
func resumable(l *link, err error, said verdict) *link {
	if err != nil || said.Invalid || said.Code == websocket.CloseNormalClosure || said.Code == websocket.CloseGoingAway {
		return nil
	}
	return l
}

// connect resumes a session, or opens a new one when its turn has come. The
// link is nil where there was no connection to speak of.
func (h *hub) connect(ctx context.Context, old *link, shard [2]int) (*link, error) {
	if old != nil {
		return old, old.open(ctx)
	}
	g, err := h.gateway(ctx)
	if err != nil {
		return nil, err
	}
	done, err := h.turn(ctx, g, shard[0])
	if err != nil {
		return nil, err
	}
	defer done()
	l, err := newLink(h, shard)
	if err != nil {
		return nil, err
	}
	return l, l.open(ctx)
}

// gateway asks for the gateway, once for shards that ask within a moment:
// Discord allows two such questions in five seconds.
func (h *hub) gateway(ctx context.Context) (gatewayInfo, error) {
	h.asking.Lock()
	defer h.asking.Unlock()
	if time.Since(h.asked) < h.timing.identify {
		return h.info, nil
	}
	g, err := h.rest.gateway(ctx)
	if err != nil {
		return gatewayInfo{}, err
	}
	h.web.gateway.Store(&g.URL)
	h.info, h.asked = g, time.Now()
	return g, nil
}

// attend waits until the connection ends.
func (h *hub) attend(ctx context.Context, l *link, shard int) error {
	h.set(shard, true)
	defer h.set(shard, false)
	select {
	case <-l.lost:
	case <-ctx.Done():
		l.close()
	}
	return nil
}

func (h *hub) set(shard int, up bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.connected[shard] = up
	signal(h.changed)
}

// up reports whether every one of n shards is connected.
func (h *hub) up(n int) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	count := 0
	for _, up := range h.connected {
		if up {
			count++
		}
	}
	return n > 0 && count == n
}

// refusal is the error to end with, nil where another try can help.
func refusal(err error, said verdict) error {
	code := said.Code
	var closed *websocket.CloseError
	if errors.As(err, &closed) {
		code = closed.Code
	}
	var refused *restError
	switch {
	case code == closeBadToken, errors.As(err, &refused) && refused.Status == http.StatusUnauthorized:
		return ErrBadToken
	case slices.Contains(finalCodes, code):
		return &RefusedError{Code: code}
	}
	return nil
}

func errorText(err error) string {
	if err == nil {
		return "connection lost"
	}
	return err.Error()
}

// invalidPause is how long Discord wants a client to wait after operation 9.
func invalidPause() time.Duration { return time.Second + rand.N(4*time.Second) }
