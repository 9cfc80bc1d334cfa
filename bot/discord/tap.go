package discord

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"net"
	"sync"
	"time"
)

// verdict is why a gateway connection ends, as far as the gateway said.
type verdict struct {
	Invalid   bool // the session is gone (operation 9)
	Reconnect bool // the gateway asks for a new connection (operation 7)
	Code      int  // of the close frame, 0 where there was none
}

var (
	errInvalidSession = errors.New("the gateway invalidated the session")
	errReconnect      = errors.New("the gateway asked for a new connection before it was ready")
)

// tap is a gateway connection that reads along. discordgo answers operation 9
// with an identify at once where Discord wants a pause, locks up for ever on
// operation 7 before it is ready, keeps close codes to itself and waits for
// minutes on a connection that went silent; here the connection ends instead.
type tap struct {
	net.Conn
	idle time.Duration // longest silence of the gateway

	mu      sync.Mutex
	scan    scanner
	ready   bool
	verdict verdict
}

const writeTimeout = 10 * time.Second

func (t *tap) Read(p []byte) (int, error) {
	if err := t.SetReadDeadline(time.Now().Add(t.idle)); err != nil {
		return 0, err
	}
	n, err := t.Conn.Read(p)
	if err != nil {
		_ = t.Close() // else discordgo says goodbye, and the session cannot be resumed
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.scan.feed(p[:n], t.frame)
	switch {
	case t.verdict.Invalid:
		return 0, errInvalidSession
	case t.verdict.Reconnect && !t.ready:
		return 0, errReconnect
	}
	return n, err
}

func (t *tap) Write(p []byte) (int, error) {
	if err := t.SetWriteDeadline(time.Now().Add(writeTimeout)); err != nil {
		return 0, err
	}
	return t.Conn.Write(p)
}

// settle tells that discordgo has opened its session: from now on it can
// handle operation 7 itself.
func (t *tap) settle() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ready = true
}

// said is what the gateway said of the end.
func (t *tap) said() verdict {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.verdict
}

func (t *tap) frame(opcode byte, payload []byte) {
	const text, closing = 1, 8
	switch {
	case opcode == closing && len(payload) >= 2:
		t.verdict.Code = int(binary.BigEndian.Uint16(payload))
	case opcode == text:
		var e struct {
			Op int `json:"op"`
		}
		if json.Unmarshal(payload, &e) != nil {
			return
		}
		t.verdict.Reconnect = t.verdict.Reconnect || e.Op == 7
		t.verdict.Invalid = t.verdict.Invalid || e.Op == 9
	}
}

// scanner follows the frames that a WebSocket server sends (RFC 6455, 5.2;
// unmasked) after the answer to the handshake, and keeps the payloads of short
// ones.
type scanner struct {
	shook bool   // the handshake's answer is behind
	head  []byte // of the frame under way, or the end of the handshake
	whole bool   // head is complete
	left  uint64 // bytes of payload still to come
	keep  bool
	body  []byte
}

const keptFrame = 256 // bytes; the operations that matter have no more

func (s *scanner) feed(p []byte, frame func(opcode byte, payload []byte)) {
	if !s.shook {
		s.head = append(s.head, p...)
		_, rest, found := bytes.Cut(s.head, []byte("\r\n\r\n"))
		if !found {
			s.head = bytes.Clone(s.head[max(0, len(s.head)-3):])
			return
		}
		s.shook, s.head, p = true, nil, bytes.Clone(rest)
	}
	for len(p) > 0 {
		if !s.whole {
			s.head, p = append(s.head, p[0]), p[1:]
			s.measure()
		} else {
			n := min(uint64(len(p)), s.left)
			if s.keep {
				s.body = append(s.body, p[:n]...)
			}
			p, s.left = p[n:], s.left-n
		}
		if s.whole && s.left == 0 {
			if s.keep {
				frame(s.head[0]&0x0f, s.body)
			}
			s.head, s.body, s.whole = s.head[:0], s.body[:0], false
		}
	}
}

// measure reads the length from the head once enough of it is there.
func (s *scanner) measure() {
	if len(s.head) < 2 {
		return
	}
	switch n := s.head[1] & 0x7f; {
	case n < 126:
		s.left, s.whole = uint64(n), true
	case n == 126 && len(s.head) == 4:
		s.left, s.whole = uint64(binary.BigEndian.Uint16(s.head[2:])), true
	case n == 127 && len(s.head) == 10:
		s.left, s.whole = binary.BigEndian.Uint64(s.head[2:]), true
	}
	s.keep = s.left <= keptFrame
}
