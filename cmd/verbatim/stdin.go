package main

import (
	"context"
	"fmt"
	"io"

	"verbatim/bot/terminal"
)

// readStdin reads at most so many bytes of standard input. Somebody who types
// is told how to end; the signal that interrupts the program ends the wait.
func (p *program) readStdin(ctx context.Context, most int64) ([]byte, error) {
	if terminal.Is(p.stdin) {
		fmt.Fprintln(p.stderr, "reading standard input, Ctrl-D ends it")
	}
	type result struct {
		data []byte
		err  error
	}
	read := make(chan result, 1)
	go func() { // it ends with its read, or with the process
		data, err := io.ReadAll(io.LimitReader(p.stdin, most))
		read <- result{data, err}
	}()
	select {
	case r := <-read:
		return r.data, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
