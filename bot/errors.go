package bot

import "errors"

// ErrNoModel is wrapped where something needs a model and there is none.
var ErrNoModel = errors.New("no language model is configured")

// ErrQuestion is wrapped where what was asked is no question: empty, too long.
var ErrQuestion = errors.New("this is no question")

// UserError is a mistake that a reader can mend: one line, and a hint what to
// do where there is something to do.
type UserError struct {
	Text
	Hint Text
	Err  error // the sentinel behind it, or nil
}

func (e *UserError) Error() string { return e.English }
func (e *UserError) Unwrap() error { return e.Err }
