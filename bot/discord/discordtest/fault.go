package discordtest

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"
)

// faults are what goes wrong on purpose; the server's lock guards them.
type faults struct {
	silent, deaf bool
	beats        int
	greetings    []greeting
	paused       int // requests that are being delayed
	planned      []*fault
	latency      map[Route]time.Duration
	refused      func(Message) bool
}

type fault struct {
	route  Route // "": every route
	left   int
	status int // 0: the connection is dropped
	code   int
	after  time.Duration // Retry-After of 429
	global bool
	body   string // "": Discord's own
}

// DropGateway cuts every gateway connection without a word; sessions can be resumed.
func (s *Server) DropGateway() {
	for _, c := range s.connections() {
		c.drop()
	}
}

// CloseGateway closes every gateway connection with a code. Sessions can be
// resumed after the codes that Discord lets resume.
func (s *Server) CloseGateway(code int) {
	for _, c := range s.connections() {
		if final(code) || code == CloseBadSequence || code == CloseTimedOut || code == 1000 || code == 1001 {
			s.mu.Lock()
			if c.session != nil {
				s.forget(c.session)
			}
			s.mu.Unlock()
		}
		c.close(code)
	}
}

// final says whether a client must not come back after a code.
func final(code int) bool { return code == CloseBadToken || code >= 4010 && code <= 4014 }

func (s *Server) connections() []*conn {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.openConns()
}

// Reconnect asks every client to reconnect and resume (op 7).
func (s *Server) Reconnect() {
	for _, c := range s.connections() {
		c.send(frame{Op: 7})
	}
}

// InvalidSession tells every client that its session is invalid (op 9). It may
// resume or identify again on the same connection or a new one.
func (s *Server) InvalidSession(resumable bool) {
	for _, c := range s.connections() {
		s.mu.Lock()
		if n := c.session; n != nil {
			n.conn, c.session = nil, nil
			if !resumable {
				s.forget(n)
			}
		}
		s.mu.Unlock()
		c.send(frame{Op: 9, Data: resumable})
	}
}

// AskHeartbeat asks every client for a heartbeat at once (op 1).
func (s *Server) AskHeartbeat() {
	for _, c := range s.connections() {
		c.send(frame{Op: 1})
	}
}

// Silence keeps HELLO back, or sends it again, on connections to come.
func (s *Server) Silence(on bool) { s.mu.Lock(); defer s.mu.Unlock(); s.faults.silent = on }

// Deafen answers no heartbeat, or answers them again.
func (s *Server) Deafen(on bool) { s.mu.Lock(); defer s.mu.Unlock(); s.faults.deaf = on }

// greeting is what an IDENTIFY or RESUME gets in place of its answer.
type greeting struct {
	left  int
	raw   []byte // nil: nothing
	close int    // 0: stay open
}

// AnswerIdentify answers the next n IDENTIFYs and RESUMEs with raw bytes in
// place of READY, {"op":7,"d":null} say; nil answers nothing.
func (s *Server) AnswerIdentify(n int, raw []byte) { s.greet(greeting{left: n, raw: raw}) }

// CloseOnIdentify closes the next n connections that identify or resume.
func (s *Server) CloseOnIdentify(n, code int) { s.greet(greeting{left: n, close: code}) }

func (s *Server) greet(g greeting) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults.greetings = append(s.faults.greetings, g)
}

// greeted does what a planned greeting says; open is false where it closed.
func (c *conn) greeted() (done, open bool) {
	c.s.mu.Lock()
	var hit *greeting
	for k := range c.s.faults.greetings {
		if g := &c.s.faults.greetings[k]; g.left > 0 {
			g.left--
			hit = &greeting{raw: g.raw, close: g.close}
			break
		}
	}
	c.s.mu.Unlock()
	switch {
	case hit == nil:
		return false, true
	case hit.close != 0:
		c.close(hit.close)
		return true, false
	case hit.raw != nil:
		c.sendRaw(hit.raw)
	}
	return true, true
}

// SendRaw writes bytes on every connection, JSON or not.
func (s *Server) SendRaw(data []byte) {
	for _, c := range s.connections() {
		c.sendRaw(data)
	}
}

// SendEvent dispatches an event with any data to every session.
func (s *Server) SendEvent(name string, data json.RawMessage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, n := range s.sessions {
		n.pushRaw(name, data)
	}
}

// Fail answers the next n requests of a route ("" is every route) with a
// status: 0 drops the connection, 429 tells to retry after so long, others
// say what Discord says with that status.
func (s *Server) Fail(route Route, n, status int, retryAfter time.Duration) {
	s.plan(&fault{route: route, left: n, status: status, after: retryAfter})
}

// FailWith is Fail with a code of Discord's API, 50013 say.
func (s *Server) FailWith(route Route, n, status, code int) {
	s.plan(&fault{route: route, left: n, status: status, code: code})
}

// FailBody is Fail with a body of any kind, as proxies before Discord send.
func (s *Server) FailBody(route Route, n, status int, body string) {
	s.plan(&fault{route: route, left: n, status: status, body: body})
}

// LimitGlobally answers the next n requests with the global rate limit.
func (s *Server) LimitGlobally(n int, retryAfter time.Duration) {
	s.plan(&fault{left: n, status: 429, after: retryAfter, global: true})
}

func (s *Server) plan(f *fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults.planned = append(s.faults.planned, f)
}

// Delay makes each request of a route ("" is every route) take so long, in
// real time; 0 takes it back.
func (s *Server) Delay(route Route, d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.faults.latency == nil {
		s.faults.latency = map[Route]time.Duration{}
	}
	s.faults.latency[route] = d
}

// AutoMod refuses messages, new and edited, of which refuse says so (400,
// code 200000); nil takes it back. refuse must not call the server.
func (s *Server) AutoMod(refuse func(Message) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults.refused = refuse
}

func (s *Server) refusedByAutoMod(m *Message) *apiError {
	if f := s.faults.refused; f != nil && f(*m) {
		return fail(400, 200000, "Message was blocked by automatic moderation")
	}
	return nil
}

// interfere delays, fails or limits a request; stop says that it ends here.
func (s *Server) interfere(w http.ResponseWriter, c *call) (stop bool, bad *apiError) {
	s.mu.Lock()
	s.patient(c)
	wait := s.faults.latency[c.route] + s.faults.latency[""]
	hit := s.planned(c.route)
	if hit != nil {
		s.attempt(c)
	}
	s.mu.Unlock()
	if wait > 0 && !s.pause(c.r.Context(), wait) {
		return true, &apiError{}
	}
	if hit != nil {
		return true, s.fail(w, c, hit)
	}
	return s.limit(w, c)
}

// planned takes the fault that is due on a route; s.mu is held.
func (s *Server) planned(route Route) *fault {
	for _, f := range s.faults.planned {
		if f.left > 0 && (f.route == route || f.route == "" && route != RouteSocket) {
			f.left--
			return f
		}
	}
	return nil
}

// attempt notes that the bot tried to acknowledge, where a fault or a limit
// ends a callback; s.mu is held.
func (s *Server) attempt(c *call) {
	if i := s.world.interactions[c.value("token")]; i != nil && c.route == RouteCallback {
		i.attempted = true
	}
}

// Delayed is how many requests are being held up by [Server.Delay].
func (s *Server) Delayed() int { s.mu.Lock(); defer s.mu.Unlock(); return s.faults.paused }

// pause waits; it is false where the client or the server gave up.
func (s *Server) pause(ctx context.Context, d time.Duration) bool {
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	s.mu.Lock()
	s.faults.paused++
	s.touch()
	s.mu.Unlock()
	_ = s.await(ctx, func() bool { return s.closed })
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults.paused--
	return !s.closed && ctx.Err() == context.DeadlineExceeded
}

// fail is the answer of a fault.
func (s *Server) fail(w http.ResponseWriter, c *call, f *fault) *apiError {
	if f.status == 429 {
		scope := "user"
		if f.global {
			scope = globally
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.tooMany(w, c, f.after, scope)
	}
	message := http.StatusText(f.status)
	if f.code == 0 {
		message = strconv.Itoa(f.status) + ": " + message
	}
	e := fail(f.status, f.code, message)
	e.raw = f.body
	return e
}
