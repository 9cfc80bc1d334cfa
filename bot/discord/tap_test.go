package discord

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// frames builds what a server sends: the handshake's answer and text frames.
func frames(payloads ...[]byte) []byte {
	b := []byte("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n")
	for _, p := range payloads {
		b = append(b, 0x81)
		switch n := len(p); {
		case n < 126:
			b = append(b, byte(n))
		case n < 1<<16:
			b = binary.BigEndian.AppendUint16(append(b, 126), uint16(n))
		default:
			b = binary.BigEndian.AppendUint64(append(b, 127), uint64(n))
		}
		b = append(b, p...)
	}
	return b
}

func TestScannerFollowsFrames(t *testing.T) {
	hello, long, longer := []byte(`{"op":10}`), bytes.Repeat([]byte("x"), 300), bytes.Repeat([]byte{0x81}, 70_000)
	again := []byte(`{"op":7}`)
	stream := frames(hello, long, longer, nil, again)
	for _, step := range []int{1, 2, 3, 7, 1000, len(stream)} {
		var s scanner
		var got [][]byte
		for at := 0; at < len(stream); at += step {
			s.feed(stream[at:min(at+step, len(stream))], func(_ byte, p []byte) { got = append(got, bytes.Clone(p)) })
		}
		if want := [][]byte{hello, {}, again}; len(got) != len(want) || !bytes.Equal(got[0], hello) || !bytes.Equal(got[2], again) {
			t.Errorf("steps of %d: got %q, want %q", step, got, want)
		}
	}
}

// FuzzScanner splits a stream at two places: what is read must not depend on it.
func FuzzScanner(f *testing.F) {
	f.Add(frames([]byte(`{"op":9,"d":false}`)), 10, 60)
	f.Add([]byte("\r\n\r\n\x88\x02\x0f\xa4"), 1, 5)
	f.Fuzz(func(t *testing.T, stream []byte, a, b int) {
		read := func(parts ...[]byte) []byte {
			var s scanner
			var got []byte
			for _, p := range parts {
				s.feed(p, func(op byte, p []byte) { got = append(append(got, op), p...) })
			}
			return got
		}
		a = min(max(a, 0), len(stream))
		b = min(max(b, a), len(stream))
		if got, want := read(stream[:a], stream[a:b], stream[b:]), read(stream); !bytes.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
