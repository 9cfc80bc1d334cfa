package discordtest

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Kind is Discord's number for a kind of interaction.
type Kind int

// The kinds of interactions.
const (
	KindCommand      Kind = 2
	KindComponent    Kind = 3
	KindAutocomplete Kind = 4
	KindModal        Kind = 5
)

// Types of callbacks.
const (
	CallbackMessage        = 4
	CallbackDeferred       = 5
	CallbackDeferredUpdate = 6
	CallbackUpdate         = 7
	CallbackAutocomplete   = 8
	CallbackModal          = 9
)

// Bounds on time that Discord sets.
const (
	AckWithin = 3 * time.Second
	TokenLife = 15 * time.Minute
)

// Interaction is one interaction that was dispatched to the bot.
type Interaction struct {
	ID      string
	Token   string
	Kind    Kind
	Name    string // of the command, or the custom id
	User    *User
	Channel *Channel

	s           *Server // whose lock guards what follows
	created     time.Time
	delivered   bool
	attempted   bool // a callback came, whatever became of it
	dead        bool
	userInstall bool
	permissions int64 // of the app
	ack         *Ack
	original    *Message
	followups   []*Message
	owners      object   // authorizing_integration_owners
	source      *Message // whose component was pressed, or behind whose button the modal opened
}

// Ack is the bot's acknowledgement.
type Ack struct {
	Type      int // CallbackMessage, …
	After     time.Duration
	Ephemeral bool
	Modal     *Modal   // of CallbackModal
	Choices   []Choice // of CallbackAutocomplete
}

// Choice is one suggestion for an option.
type Choice struct {
	Name              string            `json:"name"`
	NameLocalizations map[string]string `json:"name_localizations,omitempty"`
	Value             any               `json:"value"`
}

// Modal is a form that the bot opened.
type Modal struct {
	CustomID string
	Title    string
	Inputs   []Component // its text inputs and selects, in order

	from *Interaction
}

func (i *Interaction) String() string {
	names := map[Kind]string{KindCommand: "command", KindComponent: "component", KindAutocomplete: "autocomplete of", KindModal: "modal"}
	return fmt.Sprintf("%s %q (interaction %s)", names[i.Kind], i.Name, i.ID)
}

// Wait waits for the acknowledgement.
func (i *Interaction) Wait(ctx context.Context) (Ack, error) {
	var ack Ack
	err := i.s.await(ctx, func() bool {
		if i.ack != nil {
			ack = *i.ack
		}
		return i.ack != nil
	})
	if err != nil {
		return Ack{}, fmt.Errorf("%s: no acknowledgement: %w", i, err)
	}
	return ack, nil
}

// Message waits for the answer: the original message once it is no longer
// "is thinking". It may still be edited; see Until.
func (i *Interaction) Message(ctx context.Context) (Message, error) {
	return i.Until(ctx, func(Message) bool { return true })
}

// Until waits until the original message, as answered or edited, is as wanted.
func (i *Interaction) Until(ctx context.Context, want func(Message) bool) (Message, error) {
	var m Message
	err := i.s.Until(ctx, func() bool {
		now, ok := i.Original()
		if !ok || now.Loading() {
			return false
		}
		m = now
		return want(m)
	})
	if err != nil {
		return m, fmt.Errorf("%s: no such message, the last has %q: %w", i, m.Text(), err)
	}
	return m, nil
}

// Original is the original message as it stands, without waiting.
func (i *Interaction) Original() (Message, bool) {
	i.s.mu.Lock()
	defer i.s.mu.Unlock()
	if i.original == nil {
		return Message{}, false
	}
	return *i.original, true
}

// Followups are the followups so far.
func (i *Interaction) Followups() []Message {
	i.s.mu.Lock()
	defer i.s.mu.Unlock()
	var out []Message
	for _, m := range i.followups {
		out = append(out, *m)
	}
	return out
}

// Followup waits for the n-th followup, from 1.
func (i *Interaction) Followup(ctx context.Context, n int) (Message, error) {
	var m Message
	err := i.s.await(ctx, func() bool {
		if len(i.followups) < n {
			return false
		}
		m = *i.followups[n-1]
		return true
	})
	if err != nil {
		return m, fmt.Errorf("%s: no followup %d: %w", i, n, err)
	}
	return m, nil
}

// Modal waits for the form that the bot opens.
func (i *Interaction) Modal(ctx context.Context) (Modal, error) {
	ack, err := i.Wait(ctx)
	if err == nil && ack.Modal == nil {
		err = fmt.Errorf("%s: answered with a callback of type %d, not a modal", i, ack.Type)
	}
	if err != nil {
		return Modal{}, err
	}
	return *ack.Modal, nil
}

// Choices waits for the suggestions of an autocomplete.
func (i *Interaction) Choices(ctx context.Context) ([]Choice, error) {
	ack, err := i.Wait(ctx)
	return ack.Choices, err
}

// Kill makes the token die now, as after fifteen minutes.
func (i *Interaction) Kill() {
	i.s.mu.Lock()
	defer i.s.mu.Unlock()
	i.dead = true
}

// Forgive takes back the complaint that nobody acknowledged it: for tests
// that stop the bot in the middle.
func (i *Interaction) Forgive() {
	i.s.mu.Lock()
	defer i.s.mu.Unlock()
	i.attempted = true
}

// alive says whether the token still works; the server's lock is held.
func (i *Interaction) alive() bool {
	return !i.dead && i.s.opt.Now().Sub(i.created) < TokenLife
}

// unanswered are the interactions that came to the bot and got no callback.
func (w *world) unanswered() []*Interaction {
	return slices.DeleteFunc(slices.Clone(w.started), func(i *Interaction) bool { return !i.delivered || i.attempted })
}
