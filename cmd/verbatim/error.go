package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"verbatim/bot"
	"verbatim/bot/store"
	"verbatim/bot/terminal"
)

// usageError is a command that was used wrongly.
type usageError struct{ text, hint string }

func (e *usageError) Error() string { return e.text }

// failure is a command that could not be done, said in the program's own words.
type failure struct{ text, hint string }

func (e *failure) Error() string { return e.text }

// explain prints what went wrong and returns the exit status.
func (p *program) explain(err error) int {
	text, hint := inWords(err)
	fmt.Fprintf(p.stderr, "verbatim: %s\n", oneLine(text))
	if hint != "" {
		fmt.Fprintf(p.stderr, "hint: %s\n", oneLine(hint))
	}
	if _, ok := errors.AsType[*usageError](err); ok || errors.Is(err, bot.ErrQuestion) {
		return statusMisuse
	}
	return statusFailed
}

// inWords is what a person reads of an error, and what to do.
func inWords(err error) (text, hint string) {
	if e, ok := errors.AsType[*usageError](err); ok {
		return e.text, e.hint
	}
	if e, ok := errors.AsType[*failure](err); ok {
		return e.text, e.hint
	}
	if e, ok := errors.AsType[*store.Error](err); ok {
		return e.Text, e.Hint
	}
	if e, ok := errors.AsType[*bot.UserError](err); ok {
		return e.In("en"), e.Hint.In("en")
	}
	if errors.Is(err, context.Canceled) {
		return "interrupted", ""
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return fmt.Sprintf("%s: %v", e.Path, e.Err), ""
	}
	return err.Error(), ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(terminal.Clean(s)), " ") }
