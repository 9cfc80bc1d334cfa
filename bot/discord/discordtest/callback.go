package discordtest

import (
	"encoding/json"
	"slices"
)

// legal are the callback types that each kind of interaction takes.
var legal = map[Kind][]int{
	KindCommand:      {CallbackMessage, CallbackDeferred, CallbackModal},
	KindComponent:    {CallbackMessage, CallbackDeferred, CallbackDeferredUpdate, CallbackUpdate, CallbackModal},
	KindAutocomplete: {CallbackAutocomplete},
	KindModal:        {CallbackMessage, CallbackDeferred, CallbackDeferredUpdate, CallbackUpdate},
}

// callback is the answer to an interaction.
func (s *Server) callback(c *call) (reply, *apiError) {
	var in struct {
		Type int             `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if json.Unmarshal(c.body, &in) != nil {
		s.complain("request", "a callback that cannot be read")
		return reply{}, fail(400, 50035, "Invalid Form Body")
	}
	s.mu.Lock()
	i := s.world.interactions[c.value("token")]
	s.mu.Unlock()
	if i == nil || i.ID != c.value("interaction") {
		s.complain("callback", "an interaction that never was")
		return reply{}, fail(404, 10062, "Unknown interaction")
	}
	if bad := s.acknowledge(c, i, in.Type); bad != nil {
		return reply{}, bad
	}
	bad, tell := s.respond(c, i, in.Type, in.Data)
	if bad != nil {
		return reply{}, bad
	}
	if tell != nil {
		tell()
	}
	if c.r.URL.Query().Get("with_response") == "true" {
		s.mu.Lock()
		defer s.mu.Unlock()
		about := object{"id": i.ID, "type": i.Kind}
		o := object{"interaction": about}
		if m := i.original; m != nil && in.Type != CallbackModal {
			about["response_message_id"], about["response_message_loading"], about["response_message_ephemeral"] = m.ID, m.Loading(), m.Ephemeral()
			if in.Type == CallbackMessage || in.Type == CallbackUpdate {
				o["resource"] = object{"type": in.Type, "message": toObject(m)}
			}
		}
		return reply{200, o}, nil
	}
	return reply{204, nil}, nil
}

// acknowledge checks that a callback comes in time, once, and of a legal type.
func (s *Server) acknowledge(c *call, i *Interaction, kind int) *apiError {
	s.mu.Lock()
	defer s.mu.Unlock()
	i.attempted = true
	after := c.at.Sub(i.created)
	switch {
	case i.ack != nil:
		s.violate("acknowledge", "%s got a second callback, of type %d", i, kind)
		return fail(400, 40060, "Interaction has already been acknowledged.")
	case i.dead:
		return fail(404, 10062, "Unknown interaction")
	case after > AckWithin:
		s.violate("acknowledge", "%s was acknowledged after %v", i, after)
		return fail(404, 10062, "Unknown interaction")
	case !slices.Contains(legal[i.Kind], kind), i.source == nil && (kind == CallbackUpdate || kind == CallbackDeferredUpdate):
		s.violate("callback", "%s was answered with a callback of type %d", i, kind)
		return fail(400, 50035, "Invalid Form Body")
	}
	return nil
}

// respond does what a callback says. tell, where not nil, dispatches what
// became of it and is called without the lock.
func (s *Server) respond(c *call, i *Interaction, kind int, data json.RawMessage) (bad *apiError, tell func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ack := &Ack{Type: kind, After: c.at.Sub(i.created)}
	var body messageBody
	if kind == CallbackMessage || kind == CallbackUpdate || kind == CallbackDeferred {
		if bad := s.parseMessage(c, data, &body); bad != nil {
			return bad, nil
		}
	}
	if i.ack != nil { // another came meanwhile
		s.violate("acknowledge", "%s got a second callback, of type %d", i, kind)
		return fail(400, 40060, "Interaction has already been acknowledged."), nil
	}
	switch kind {
	case CallbackMessage:
		m := s.answerMessage(i)
		if bad := s.fillMessage(c, m, body, whereCallback, i); bad != nil {
			return bad, nil
		}
		i.original = s.store(m)
		tell = s.telling("MESSAGE_CREATE", m)
	case CallbackDeferred:
		i.original = s.store(s.deferred(i, body.Flags))
	case CallbackDeferredUpdate:
		i.original = i.source
	case CallbackUpdate:
		if bad := s.fillMessage(c, i.source, body, whereUpdate, i); bad != nil {
			return bad, nil
		}
		i.original = i.source
		tell = s.telling("MESSAGE_UPDATE", i.source)
	case CallbackAutocomplete:
		ack.Choices = s.parseChoices(data)
	case CallbackModal:
		ack.Modal = s.parseModal(data)
		ack.Modal.from = i
	}
	if i.original != nil {
		ack.Ephemeral = i.original.Ephemeral()
	}
	i.ack = ack
	s.touch()
	return nil, tell
}

// deferred is the "is thinking" of a deferral.
func (s *Server) deferred(i *Interaction, flags *int) *Message {
	m := s.answerMessage(i)
	m.Flags = FlagLoading
	if flags != nil {
		if *flags&^(FlagEphemeral|FlagSilent) != 0 {
			s.violate("flags", "a deferral with flags %d", *flags)
		}
		m.Flags |= *flags & FlagEphemeral
	}
	return m
}

// answerMessage is an empty message of the bot that answers an interaction.
func (s *Server) answerMessage(i *Interaction) *Message {
	m := &Message{ChannelID: i.Channel.ID, Author: s.Bot, Webhook: s.Bot.ID, Application: s.Bot.ID, Type: typeChatInput, interaction: i}
	m.Metadata = object{"id": i.ID, "type": i.Kind, "user": i.User, "authorizing_integration_owners": i.owners}
	if i.Kind != KindCommand {
		m.Type = typeDefault
		if i.source != nil && i.Kind == KindComponent {
			m.Metadata.(object)["interacted_message_id"] = i.source.ID
		}
	}
	if i.Channel.Guild != nil {
		m.GuildID = i.Channel.Guild.ID
	}
	return m
}

// telling dispatches a message event unless only the asker may see it.
func (s *Server) telling(name string, m *Message) func() {
	if m.Ephemeral() {
		return nil
	}
	c := s.world.channels[m.ChannelID]
	return func() { s.tell(name, m, c) }
}
