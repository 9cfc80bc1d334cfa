package bot

import (
	"context"
	"errors"

	"verbatim/prompts"
)

// Role says who speaks in a message to a model.
type Role string

// The roles of a chat.
const (
	RoleSystem Role = "system"
	RoleUser   Role = "user"
)

// Message is one message of a call.
type Message struct {
	Role Role
	Text string
}

// Call is one request to a language model. What stays the same from call to
// call stands in the first messages, so that a server can cache it.
type Call struct {
	Messages  []Message
	Schema    prompts.Schema // the answer is one JSON object of this shape
	MaxTokens int            // bound on the answer, in tokens

	// Stream, where it is not nil, gets each piece of the answer as it comes.
	// After a retry or a fallback it is called with reset true first: what
	// came before belongs to an attempt that was given up.
	Stream func(piece string, reset bool)
}

// Usage counts the tokens of one or more calls.
type Usage struct {
	Prompt     int `json:"prompt_tokens"`
	Completion int `json:"completion_tokens"`
}

// Add adds v's tokens.
func (u *Usage) Add(v Usage) { u.Prompt += v.Prompt; u.Completion += v.Completion }

// Total is the sum of both.
func (u Usage) Total() int { return u.Prompt + u.Completion }

// Completion is what a model answered.
type Completion struct {
	Text  string // one JSON object; anything around it (code fence, thinking) is taken off
	Usage Usage  // as the server counts, else estimated
}

// Model is a language model. Its methods may be called at once.
type Model interface {
	// Name is the model's name as its server knows it.
	Name() string
	// Provider is the host that sees what is asked ("api.openai.com").
	Provider() string
	// Complete makes one call, retried within ctx where a retry can help. The
	// error is [ErrModelRejected] where no retry will ever help (a bad key, an
	// unknown model). Usage is filled on errors too, as far as it is known.
	Complete(ctx context.Context, call Call) (Completion, error)
}

// ErrModelRejected is wrapped by errors of a model server that says no for good.
var ErrModelRejected = errors.New("the model server rejects the request")
