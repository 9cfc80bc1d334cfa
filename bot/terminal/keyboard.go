package terminal

import (
	"errors"
	"io"
)

// The keys that are treated here.
const (
	keyCtrlC = 3
	keyCtrlE = 5  // to the end of the line
	keyCtrlU = 21 // takes out what stands before the cursor
)

// errStopped ends a read when the program is told to stop.
var errStopped = errors.New("stopped")

// keyboard reads input so that a read can be given up, and so that Ctrl-C is
// seen while an answer is under way. One goroutine reads, and only when it is
// asked to: between answers nothing is taken from the input that the next
// reader would miss. Its methods are called from one goroutine.
type keyboard struct {
	raw     bool // the bytes are keys, with Ctrl-C among them
	stopped <-chan struct{}

	ask     chan struct{}
	got     chan chunk
	asked   bool // a read is under way
	pending []byte
	err     error
	typed   bool // the line that is being typed holds something
}

type chunk struct {
	data []byte
	err  error
}

func newKeyboard(in io.Reader, raw bool, stopped <-chan struct{}) *keyboard {
	k := &keyboard{raw: raw, stopped: stopped, ask: make(chan struct{}), got: make(chan chunk, 1)}
	go func() {
		defer close(k.got)
		for range k.ask {
			buffer := make([]byte, 4096)
			n, err := in.Read(buffer)
			k.got <- chunk{buffer[:n], err}
		}
	}()
	return k
}

// close ends the reading goroutine and waits for it; one that sits in a read
// that was given up ends with that read.
func (k *keyboard) close() {
	close(k.ask)
	if !k.asked {
		for range k.got {
		}
	}
}

// request has the goroutine read, where it is not reading already.
func (k *keyboard) request() {
	if !k.asked {
		k.asked = true
		k.ask <- struct{}{}
	}
}

func (k *keyboard) take(c chunk) {
	k.asked = false
	k.pending = append(k.pending, c.data...)
	if c.err != nil {
		k.err = c.err
	}
}

// Read gives what was typed. It ends with errStopped when the program stops.
func (k *keyboard) Read(p []byte) (int, error) {
	for len(k.pending) == 0 {
		if k.err != nil {
			return 0, k.err
		}
		k.request()
		select {
		case c := <-k.got:
			k.take(c)
		case <-k.stopped:
			return 0, errStopped
		}
	}
	if k.raw {
		return k.keys(p), nil
	}
	n := copy(p, k.pending)
	k.pending = k.pending[n:]
	return n, nil
}

// keys passes keys on. Ctrl-C on a line that holds something empties it; on an
// empty one it passes, and ends the reading.
func (k *keyboard) keys(p []byte) int {
	n := 0
	for n+1 < len(p) && len(k.pending) > 0 {
		key := k.pending[0]
		k.pending = k.pending[1:]
		if key == keyCtrlC && k.typed {
			k.typed = false
			n += copy(p[n:], []byte{keyCtrlE, keyCtrlU})
			continue
		}
		k.typed = key != '\r' && key != '\n'
		p[n] = key
		n++
	}
	return n
}

// watch calls interrupt when Ctrl-C is typed, until the function that it
// returns is called. Other keys wait for the next Read.
func (k *keyboard) watch(interrupt func()) (end func()) {
	if !k.raw {
		return func() {}
	}
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for k.err == nil {
			k.request()
			select {
			case <-done:
				return
			case c := <-k.got:
				k.take(c)
			}
			k.pending = withoutCtrlC(k.pending, interrupt)
		}
	}()
	return func() {
		close(done)
		<-ended
	}
}

// maxAhead bounds what is typed while an answer is under way, in bytes.
const maxAhead = 4096

func withoutCtrlC(data []byte, interrupt func()) []byte {
	kept := data[:0]
	for _, key := range data {
		if key == keyCtrlC {
			interrupt()
			kept = kept[:0] // what was typed before it is given up too
			continue
		}
		if len(kept) < maxAhead {
			kept = append(kept, key)
		}
	}
	return kept
}
