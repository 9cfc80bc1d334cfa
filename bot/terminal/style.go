// Package terminal is the bot's face in a terminal: a chat, and answers,
// articles and translations as a person reads them there.
package terminal

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Style is how text is shown.
type Style struct {
	Ansi  bool // bold and dim; else plain text
	Width int  // columns; 0: lines are not wrapped
}

// maxWidth keeps lines readable in a wide window, in columns.
const maxWidth = 100

// Is reports whether a reader or writer is a terminal.
func Is(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Detect is the style that fits a writer: wrapped, bold and dim on a terminal
// (unless plain is wanted), else nothing but the text.
func Detect(w io.Writer, plain bool) Style {
	if !Is(w) {
		return Style{}
	}
	columns, _ := size(w)
	return Style{Ansi: !plain, Width: min(max(columns, 20), maxWidth)}
}

// size is the columns and lines of a terminal.
func size(w io.Writer) (columns, lines int) {
	columns, lines, err := term.GetSize(int(w.(*os.File).Fd()))
	if err != nil || columns <= 0 || lines <= 0 {
		return 80, 24
	}
	return columns, lines
}
