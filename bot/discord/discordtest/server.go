package discordtest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"
)

// Options shape a Server. The zero value is an ordinary Discord with one
// guild, one channel and one person.
type Options struct {
	// Now is the clock of interactions: three seconds to acknowledge, fifteen
	// minutes of token. Default: time.Now. See [Clock].
	Now func() time.Time
	// Token is the bot's token; default [Token].
	Token string
	// PrivilegedIntents are the privileged intents that the application was
	// granted (bits); identifying with others closes the gateway with 4014.
	PrivilegedIntents int
	// HeartbeatInterval is told in HELLO; default 41.25 s. A client that is
	// silent for twice as long is closed. Real time.
	HeartbeatInterval time.Duration
	// Shards is what GET /gateway/bot recommends; default 1.
	Shards int
	// MaxConcurrency is how many shards may identify at once; default 1.
	MaxConcurrency int
	// IdentifyWindow is the time between two identifies of one concurrency
	// key, in real time. Default: 5 s with several shards, none with one.
	IdentifyWindow time.Duration
	// Sessions is how many sessions may still be started; default 1000.
	Sessions int
	// Silent keeps HELLO back: a client that connects hangs.
	Silent bool
	// Deaf answers no heartbeat.
	Deaf bool
	// Patience bounds, in real time, each wait that takes no context, as
	// dispatching to a bot that has not connected yet. Default 10 s.
	Patience time.Duration
	// Collect keeps violations for [Server.Violations] alone; otherwise each
	// also fails the test.
	Collect bool
}

// Token is the bot's token where [Options] names none.
const Token = "test-token"

// Server is a Discord on loopback. Its methods may be called at once, but
// those that dispatch belong to the test's goroutine: they end the test where
// they cannot go on.
type Server struct {
	// URL is the REST base with its version, "http://127.0.0.1:PORT/api/v9".
	URL string
	// The world that stands at start; more is made by NewGuild and the like.
	Guild   *Guild
	Channel *Channel // a text channel of Guild
	User    *User    // a person, locale "fr"
	Bot     *User    // the bot itself; its ID is the application's too

	t     testing.TB
	opt   Options
	base  string // http://127.0.0.1:PORT
	http  *http.Server
	tasks sync.WaitGroup

	mu         sync.Mutex // guards all below
	changed    chan struct{}
	closed     bool
	ids        int64
	world      world
	sessions   []*session
	conns      map[*conn]bool
	identified map[int]time.Time // by concurrency key
	ready      int               // READY sent, ever
	resumed    int
	starts     int // identifies accepted
	requests   []Request
	violations []Violation
	faults     faults
	limits     limits
	fresh      map[net.Conn]bool // connections without a request so far
}

// New starts a Discord that lives until the test ends.
func New(t testing.TB, opt Options) *Server {
	t.Helper()
	opt.fill()
	s := &Server{t: t, opt: opt, changed: make(chan struct{}), conns: map[*conn]bool{}, identified: map[int]time.Time{}, fresh: map[net.Conn]bool{}}
	s.faults.silent, s.faults.deaf = opt.Silent, opt.Deaf
	s.world.fill(s)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatalf("discordtest: %v", err)
	}
	s.base = "http://" + listener.Addr().String()
	s.URL = s.base + "/api/v9"
	s.http = &http.Server{Handler: s.routes(), ReadHeaderTimeout: 10 * time.Second, ConnState: s.track}
	s.tasks.Go(func() { _ = s.http.Serve(listener) })
	t.Cleanup(s.Close)
	return s
}

func (o *Options) fill() {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Token == "" {
		o.Token = Token
	}
	if o.HeartbeatInterval == 0 {
		o.HeartbeatInterval = 41250 * time.Millisecond
	}
	o.Shards = max(o.Shards, 1)
	o.MaxConcurrency = max(o.MaxConcurrency, 1)
	if o.IdentifyWindow == 0 && o.Shards > 1 {
		o.IdentifyWindow = 5 * time.Second
	}
	if o.Sessions == 0 {
		o.Sessions = 1000
	}
	if o.Patience == 0 {
		o.Patience = 10 * time.Second
	}
}

// Close ends every connection and waits for every goroutine, then reports the
// interactions that nobody acknowledged. New has it called at the test's end.
func (s *Server) Close() {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return
	}
	s.closed = true
	conns, fresh := s.openConns(), slices.Collect(maps.Keys(s.fresh))
	s.touch()
	s.mu.Unlock()
	for _, c := range conns {
		c.drop()
	}
	for _, c := range fresh {
		_ = c.Close()
	}
	ctx, cancel := context.WithTimeout(context.Background(), s.opt.Patience)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		_ = s.http.Close()
	}
	s.tasks.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, i := range s.world.unanswered() {
		s.violate("acknowledge", "%s was delivered and never acknowledged", i)
	}
}

// track keeps the connections that Shutdown would wait five seconds for.
func (s *Server) track(c net.Conn, state http.ConnState) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if delete(s.fresh, c); state == http.StateNew {
		s.fresh[c] = true
		s.touch()
		if s.closed {
			_ = c.Close()
		}
	}
}

// Violation is one rule of Discord that the bot broke.
type Violation struct {
	Rule   string // a word: "acknowledge", "mentions", "content", "openapi", …
	Detail string
}

func (v Violation) String() string { return v.Rule + ": " + v.Detail }

// Violations are the rules that were broken so far.
func (s *Server) Violations() []Violation {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.violations)
}

// violate records a broken rule; s.mu is held.
func (s *Server) violate(rule, format string, args ...any) {
	v := Violation{rule, fmt.Sprintf(format, args...)}
	s.violations = append(s.violations, v)
	s.touch()
	if !s.opt.Collect {
		s.t.Errorf("discordtest: %s", v)
	}
}

// touch wakes everybody who waits; s.mu is held.
func (s *Server) touch() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// Until waits until cond holds; it is asked again after each change. cond
// runs without the server's lock and may call the server's methods. The error
// is the context's.
func (s *Server) Until(ctx context.Context, cond func() bool) error {
	for {
		s.mu.Lock()
		changed := s.changed
		s.mu.Unlock()
		if cond() {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// await is Until for conditions that want the lock held.
func (s *Server) await(ctx context.Context, cond func() bool) error {
	return s.Until(ctx, func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return cond()
	})
}

// must waits for cond, with the lock held, and ends the test where it does
// not come true in time.
func (s *Server) must(what string, cond func() bool) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), s.opt.Patience)
	defer cancel()
	if err := s.await(ctx, cond); errors.Is(err, context.DeadlineExceeded) {
		s.t.Fatalf("discordtest: waited %v for %s", s.opt.Patience, what)
	}
}

// Request is one REST request that the bot made.
type Request struct {
	Method string
	Path   string // below the version: "/webhooks/…"
	Route  Route
	Body   []byte // JSON; of a multipart request its payload_json
	Files  []File
	Status int // what was answered
}

// Requests are all REST requests so far, oldest first.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}
