package terminal

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// maxLine bounds one line of input, in bytes; longer ones are read to their
// end and refused.
const maxLine = 64 << 10

// errLongLine is a line beyond maxLine. Reading goes on after it.
var errLongLine = errors.New("the line is too long")

// lines gives the lines that somebody types or a pipe holds; io.EOF ends them.
type lines interface{ next() (string, error) }

// piped reads lines that nobody edits.
type piped struct{ r *bufio.Reader }

func (p piped) next() (string, error) {
	var line []byte
	long := false
	for {
		part, err := p.r.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxLine; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && len(line) == 0 && !long:
			return "", err
		case long:
			return "", errLongLine
		}
		return string(line), nil
	}
}

// editor is a line editor with history and completion.
type editor struct {
	*term.Terminal
	size func() (columns, lines int) // of the window; nil: it stays as it is
}

func newEditor(k *keyboard, out io.Writer, style Style, complete func(string) []string) *editor {
	t := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{k, out}, style.styled(bold("> ")))
	e := &editor{Terminal: t}
	t.History = &history{}
	t.AutoCompleteCallback = func(line string, pos int, key rune) (string, int, bool) {
		if key != '\t' {
			return "", 0, false
		}
		return e.completed(line, pos, complete(line[:pos]))
	}
	return e
}

func (e *editor) next() (string, error) {
	if e.size != nil {
		if err := e.SetSize(e.size()); err != nil {
			return "", err
		}
	}
	return e.ReadLine()
}

// completed puts what all candidates begin with in place of the word before
// the cursor, and lists them where that says nothing new.
func (e *editor) completed(line string, pos int, candidates []string) (string, int, bool) {
	if len(candidates) == 0 {
		return line, pos, true // a tab is no text
	}
	start := strings.LastIndexByte(line[:pos], ' ') + 1
	word := common(candidates)
	if len(candidates) == 1 {
		word += " "
	} else if word == line[start:pos] {
		_, _ = e.Write([]byte(strings.Join(candidates, "  ") + "\n")) // a terminal that is gone shows up in the next read
	}
	return line[:start] + word + line[pos:], start + len(word), true
}

// common is what all words begin with.
func common(words []string) string {
	prefix := words[0]
	for _, w := range words[1:] {
		for !strings.HasPrefix(w, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return prefix
}

// history keeps the last lines, without empty ones and repetitions.
type history struct{ lines []string }

const maxHistory = 200

func (h *history) Add(line string) {
	if strings.TrimSpace(line) == "" || len(h.lines) > 0 && h.lines[len(h.lines)-1] == line {
		return
	}
	h.lines = append(h.lines, line)
	if len(h.lines) > maxHistory {
		h.lines = h.lines[1:]
	}
}

func (h *history) Len() int        { return len(h.lines) }
func (h *history) At(i int) string { return h.lines[len(h.lines)-1-i] }

// Returns makes line breaks what a terminal in raw mode needs; in another mode
// they look the same.
func Returns(w io.Writer) io.Writer { return returns{w} }

type returns struct{ w io.Writer }

func (r returns) Write(p []byte) (int, error) {
	if _, err := io.WriteString(r.w, strings.ReplaceAll(string(p), "\n", "\r\n")); err != nil {
		return 0, err
	}
	return len(p), nil
}

// raw puts a terminal into raw mode and returns what undoes it.
func raw(in io.Reader) (restore func(), err error) {
	fd := int(in.(*os.File).Fd())
	state, err := term.MakeRaw(fd)
	if err != nil {
		return nil, err
	}
	return func() { _ = term.Restore(fd, state) }, nil // nothing is left to do where it fails
}
