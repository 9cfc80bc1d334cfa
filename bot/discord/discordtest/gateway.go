package discordtest

import (
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// Codes with which the gateway closes.
const (
	CloseUnknownError     = 4000
	CloseUnknownOpcode    = 4001
	CloseDecodeError      = 4002
	CloseNotAuthenticated = 4003
	CloseBadToken         = 4004
	CloseAlreadyIn        = 4005
	CloseBadSequence      = 4007
	CloseRateLimited      = 4008
	CloseTimedOut         = 4009
	CloseBadShard         = 4010
	CloseShardingNeeded   = 4011
	CloseBadVersion       = 4012
	CloseBadIntents       = 4013
	CloseRefusedIntents   = 4014
)

// conn is one websocket. Its reader is the HTTP handler's goroutine.
type conn struct {
	s       *Server
	ws      *websocket.Conn
	session *session // guarded by the server's lock
	version int
	beat    time.Time
	count   int // payloads in the window that began at since
	since   time.Time

	mu   sync.Mutex // one writer at a time
	gone bool
}

var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

// gateway serves one websocket until it ends.
func (s *Server) gateway(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	refused := s.planned(RouteSocket)
	s.mu.Unlock()
	if refused != nil {
		http.Error(w, "refused", max(refused.status, 400))
		return
	}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	c := &conn{s: s, ws: ws, beat: time.Now(), since: time.Now()}
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		_ = ws.Close()
		return
	}
	s.conns[c] = true
	s.tasks.Add(1)
	silent := s.faults.silent
	s.touch()
	s.mu.Unlock()
	defer s.tasks.Done()
	defer c.leave()
	if v := r.URL.Query().Get("v"); v != "9" && v != "10" {
		c.refuse(CloseBadVersion, "gateway version %q", v)
		return
	}
	if e := r.URL.Query().Get("encoding"); e != "json" {
		c.refuse(CloseDecodeError, "gateway encoding %q is not modelled", e)
		return
	}
	c.version, _ = strconv.Atoi(r.URL.Query().Get("v"))
	ws.SetReadLimit(1 << 20)
	if !silent {
		c.send(frame{Op: 10, Data: object{"heartbeat_interval": s.opt.HeartbeatInterval.Milliseconds()}})
	}
	c.read()
}

// read handles what the client sends until the connection ends.
func (c *conn) read() {
	for {
		_ = c.ws.SetReadDeadline(c.beat.Add(2 * c.s.opt.HeartbeatInterval))
		_, data, err := c.ws.ReadMessage()
		var timeout net.Error
		switch {
		case errors.As(err, &timeout) && timeout.Timeout():
			c.refuse(CloseTimedOut, "no heartbeat within %v", 2*c.s.opt.HeartbeatInterval)
			return
		case websocket.IsCloseError(err, websocket.CloseNormalClosure, websocket.CloseGoingAway):
			// A client that closes so gives its session up.
			c.s.mu.Lock()
			if c.session != nil {
				c.s.forget(c.session)
			}
			c.s.mu.Unlock()
			return
		case err != nil:
			return
		}
		if len(data) > 4096 {
			c.refuse(CloseDecodeError, "a payload of %d bytes, at most 4096", len(data))
			return
		}
		var p struct {
			Op int             `json:"op"`
			D  json.RawMessage `json:"d"`
		}
		if json.Unmarshal(data, &p) != nil {
			c.refuse(CloseDecodeError, "a payload that is not JSON")
			return
		}
		if !c.handle(p.Op, p.D) {
			return
		}
	}
}

// handle does what one payload asks and says whether to go on.
func (c *conn) handle(op int, d json.RawMessage) bool {
	if now := time.Now(); now.Sub(c.since) > time.Minute {
		c.since, c.count = now, 0
	}
	if c.count++; c.count > 120 {
		return c.refuse(CloseRateLimited, "more than 120 payloads in a minute")
	}
	switch op {
	case 1:
		return c.heartbeat(d)
	case 2:
		return c.identify(d)
	case 6:
		return c.resume(d)
	case 3, 4, 8:
		c.s.mu.Lock()
		in := c.session != nil
		c.s.mu.Unlock()
		if !in {
			return c.refuse(CloseNotAuthenticated, "op %d before IDENTIFY", op)
		}
		return true // presence, voice state, members: accepted, not modelled
	}
	return c.refuse(CloseUnknownOpcode, "unknown opcode %d", op)
}

func (c *conn) heartbeat(d json.RawMessage) bool {
	c.beat = time.Now()
	var seq *int64
	if json.Unmarshal(d, &seq) != nil {
		return c.refuse(CloseDecodeError, "a heartbeat whose d is no sequence number: %s", d)
	}
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	c.s.faults.beats++
	if n := c.session; n != nil && seq != nil && *seq > n.seq {
		c.s.violate("gateway", "a heartbeat with sequence %d of %d", *seq, n.seq)
	}
	if !c.s.faults.deaf {
		c.send(frame{Op: 11})
	}
	c.s.touch()
	return true
}

// refuse records what the client did wrong and closes the connection.
func (c *conn) refuse(code int, format string, args ...any) bool {
	c.s.mu.Lock()
	c.s.violate("gateway", format, args...)
	c.s.mu.Unlock()
	c.close(code)
	return false
}

// send writes one payload; a client that does not read is dropped.
func (c *conn) send(f frame) {
	data, err := json.Marshal(f)
	if err != nil {
		panic("discordtest: " + err.Error())
	}
	c.sendRaw(data)
}

func (c *conn) sendRaw(data []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.gone {
		return
	}
	_ = c.ws.SetWriteDeadline(time.Now().Add(5 * time.Second))
	if c.ws.WriteMessage(websocket.TextMessage, data) != nil {
		c.gone = true
		_ = c.ws.Close()
	}
}

// close closes with a code; the socket itself too, since Discord does not wait.
func (c *conn) close(code int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.gone {
		c.gone = true
		_ = c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, closeTexts[code]), time.Now().Add(time.Second))
		_ = c.ws.Close()
	}
}

var closeTexts = map[int]string{CloseBadToken: "Authentication failed.", CloseRefusedIntents: "Disallowed intent(s).",
	CloseTimedOut: "Session timed out.", CloseBadIntents: "Invalid intent(s).", CloseBadShard: "Invalid shard."}

// drop cuts the socket without a word.
func (c *conn) drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.gone = true
	_ = c.ws.Close()
}

// leave is what remains to do when the reader ends.
func (c *conn) leave() {
	c.drop()
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	delete(c.s.conns, c)
	if c.session != nil && c.session.conn == c {
		c.session.conn = nil
	}
	c.s.touch()
}

// openConns are the connections that stand; s.mu is held.
func (s *Server) openConns() []*conn {
	var out []*conn
	for c := range s.conns {
		out = append(out, c)
	}
	return out
}
