package discordtest

import (
	"maps"
	"slices"
)

// Option says by whom, where and with what something is done.
type Option func(*invocation)

type invocation struct {
	user        *User
	channel     *Channel
	locale      string
	permissions *int64 // of the member
	app         *int64 // of the app
	userInstall bool
	options     []object
	focused     bool
	values      []string
	attachments []Attachment
	reply       *Message
	noPing      bool
	forward     *Message
	embeds      []Embed
	components  []Component
}

// By sets who does it; default [Server.User].
func By(u *User) Option { return func(v *invocation) { v.user = u } }

// In sets where; default [Server.Channel], or the channel of the message.
func In(c *Channel) Option { return func(v *invocation) { v.channel = c } }

// Locale sets the language of the person's client, "en-US" say.
func Locale(l string) Option { return func(v *invocation) { v.locale = l } }

// WithPermissions sets what the person may do; default [AllPermissions],
// which does not include [ManageGuild].
func WithPermissions(p int64) Option { return func(v *invocation) { v.permissions = &p } }

// AppPermissions sets what the interaction says the app may do; default the
// channel's Permissions.
func AppPermissions(p int64) Option { return func(v *invocation) { v.app = &p } }

// UserInstall makes it an interaction of an app that the person brought
// along. It is implied in guilds that do not have the bot.
func UserInstall() Option { return func(v *invocation) { v.userInstall = true } }

// String fills an option of a command.
func String(name, value string) Option { return option(3, name, value) }

// Int fills an option of a command.
func Int(name string, value int) Option { return option(4, name, value) }

// Bool fills an option of a command.
func Bool(name string, value bool) Option { return option(5, name, value) }

func option(kind int, name string, value any) Option {
	return func(v *invocation) {
		v.options = append(v.options, object{"type": kind, "name": name, "value": value})
	}
}

// Focus is the option that is being typed, for [Server.Autocomplete].
func Focus(name, partial string) Option {
	return func(v *invocation) {
		v.focused = true
		v.options = append(v.options, object{"type": 3, "name": name, "value": partial, "focused": true})
	}
}

// Sub calls a subcommand with its options.
func Sub(name string, opts ...Option) Option {
	return func(v *invocation) {
		inner := *v
		inner.options = nil
		for _, o := range opts {
			o(&inner)
		}
		outer := v.options
		options := inner.options
		if options == nil {
			options = []object{}
		}
		*v = inner
		v.options = append(outer, object{"type": 1, "name": name, "options": options})
	}
}

// Attach fills an attachment option of a command with a file.
func (s *Server) Attach(name string, f File) Option {
	return func(v *invocation) {
		s.mu.Lock()
		defer s.mu.Unlock()
		a := s.addFile(f)
		v.attachments = append(v.attachments, a)
		v.options = append(v.options, object{"type": 11, "name": name, "value": a.ID})
	}
}

// Values chooses entries of a select, by value.
func Values(values ...string) Option { return func(v *invocation) { v.values = values } }

func (s *Server) invocation(opts []Option, c *Channel) *invocation {
	v := &invocation{user: s.User, channel: c}
	for _, o := range opts {
		o(v)
	}
	if v.locale == "" {
		v.locale = v.user.Locale
	}
	if g := v.channel.Guild; g != nil && g.Foreign {
		v.userInstall = true
	}
	return v
}

// Command dispatches a chat-input command. It waits until the bot has
// registered it, and ends the test where Discord would not offer it so.
func (s *Server) Command(name string, opts ...Option) *Interaction {
	s.t.Helper()
	v := s.invocation(opts, s.Channel)
	cmd := s.offered(name, 1, v)
	if err := checkCall(cmd.Options, v.options, true); err != nil {
		s.t.Fatalf("discordtest: /%s: %v", name, err)
	}
	return s.interact(KindCommand, name, v, nil, s.commandData(cmd, v))
}

// Autocomplete dispatches the typing of an option; one option is [Focus].
func (s *Server) Autocomplete(name string, opts ...Option) *Interaction {
	s.t.Helper()
	v := s.invocation(opts, s.Channel)
	cmd := s.offered(name, 1, v)
	if err := checkCall(cmd.Options, v.options, false); err != nil {
		s.t.Fatalf("discordtest: autocomplete of /%s: %v", name, err)
	}
	if !v.focused {
		s.t.Fatalf("discordtest: autocomplete of /%s without Focus", name)
	}
	return s.interact(KindAutocomplete, name, v, nil, s.commandData(cmd, v))
}

// ContextCommand dispatches a message command on a message.
func (s *Server) ContextCommand(name string, m Message, opts ...Option) *Interaction {
	s.t.Helper()
	v := s.invocation(opts, s.channelOf(m))
	cmd := s.offered(name, 3, v)
	data := s.commandData(cmd, v)
	data["target_id"] = m.ID
	data["resolved"] = object{"messages": object{m.ID: m}}
	return s.interact(KindCommand, name, v, nil, data)
}

func (s *Server) commandData(cmd Command, v *invocation) object {
	data := object{"id": cmd.ID, "name": cmd.Name, "type": cmd.Type}
	if len(v.options) > 0 {
		data["options"] = v.options
	}
	if cmd.GuildID != "" {
		data["guild_id"] = cmd.GuildID
	}
	if len(v.attachments) > 0 {
		files := object{}
		for _, a := range v.attachments {
			files[a.ID] = a
		}
		data["resolved"] = object{"attachments": files}
	}
	return data
}

// Press dispatches the press of a button, or with [Values] a choice, named by
// its label or custom id.
func (s *Server) Press(m Message, name string, opts ...Option) *Interaction {
	s.t.Helper()
	now, ok := s.Message(m.ID)
	if !ok || now.Deleted {
		s.t.Fatalf("discordtest: message %s is not there to press %q", m.ID, name)
	}
	c, ok := now.Button(name)
	if !ok {
		s.t.Fatalf("discordtest: no control %q; there are %+v", name, now.Controls())
	}
	if c.Disabled {
		s.t.Fatalf("discordtest: control %q is disabled", name)
	}
	v := s.invocation(opts, s.channelOf(m))
	data := object{"custom_id": c.CustomID, "component_type": c.Type}
	if c.Type != button {
		if err := checkValues(c, v.values); err != nil {
			s.t.Fatalf("discordtest: select %q: %v", name, err)
		}
		data["values"] = v.values
	}
	s.mu.Lock()
	source := s.world.messages[m.ID]
	s.mu.Unlock()
	return s.interact(KindComponent, c.CustomID, v, source, data)
}

// Submit dispatches a filled form; values are by the inputs' custom ids. An
// input that is not named keeps the value that it was opened with.
func (s *Server) Submit(m Modal, values map[string]string, opts ...Option) *Interaction {
	s.t.Helper()
	v := s.invocation(append([]Option{By(m.from.User), In(m.from.Channel)}, opts...), nil)
	rows := []object{}
	rest := maps.Clone(values)
	for _, input := range m.Inputs {
		value, ok := values[input.CustomID]
		if !ok {
			value = input.Value
		}
		delete(rest, input.CustomID)
		if err := checkInput(input, value); err != nil {
			s.t.Fatalf("discordtest: modal %q: %v", m.Title, err)
		}
		rows = append(rows, object{"type": actionRow, "components": []object{{"type": textInput, "custom_id": input.CustomID, "value": value}}})
	}
	if len(rest) > 0 {
		s.t.Fatalf("discordtest: modal %q has no inputs %v", m.Title, slices.Collect(maps.Keys(rest)))
	}
	return s.interact(KindModal, m.CustomID, v, m.from.source, object{"custom_id": m.CustomID, "components": rows})
}

func (s *Server) channelOf(m Message) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.world.channels[m.ChannelID]
}
