package discordtest

import (
	"encoding/json"
	"slices"
	"strconv"
)

// channelFor finds the channel of a call where the bot has the permissions
// that are named; s.mu is held.
func (s *Server) channelFor(c *call, need int64) (*Channel, *apiError) {
	ch := s.world.channels[c.value("channel")]
	switch {
	case ch == nil:
		return nil, fail(404, 10003, "Unknown Channel")
	case ch.Guild != nil && ch.Guild.Foreign, ch.Type != DirectMessage && ch.Permissions&ViewChannel == 0:
		return nil, fail(403, 50001, "Missing Access")
	case ch.Type != DirectMessage && ch.Permissions&need != need:
		return nil, fail(403, 50013, "Missing Permissions")
	}
	return ch, nil
}

func sending(ch *Channel) int64 {
	if ch != nil && ch.Type == PublicThread {
		return SendMessagesInThreads
	}
	return SendMessages
}

func (s *Server) getChannel(c *call) (reply, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ch, bad := s.channelFor(c, 0)
	if bad != nil {
		return reply{}, bad
	}
	return reply{200, ch.json()}, nil
}

func (s *Server) createMessage(c *call) (reply, *apiError) {
	return s.locked(func() (reply, *apiError, func()) {
		ch, bad := s.channelFor(c, sending(s.world.channels[c.value("channel")]))
		if bad != nil {
			return reply{}, bad, nil
		}
		var body messageBody
		if bad := s.parseMessage(c, c.body, &body); bad != nil {
			return reply{}, bad, nil
		}
		m := &Message{ChannelID: ch.ID, Author: s.Bot}
		if ch.Guild != nil {
			m.GuildID = ch.Guild.ID
		}
		if bad := s.fillMessage(c, m, body, whereChannel, nil); bad != nil {
			return reply{}, bad, nil
		}
		s.store(m)
		return reply{200, toObject(m)}, nil, s.telling("MESSAGE_CREATE", m)
	})
}

// messageIn finds the message of a call; s.mu is held.
func (s *Server) messageIn(c *call, need int64) (*Channel, *Message, *apiError) {
	ch, bad := s.channelFor(c, need)
	if bad != nil {
		return nil, nil, bad
	}
	m := s.world.messages[c.value("message")]
	if m == nil || m.Deleted || m.Ephemeral() || m.ChannelID != ch.ID {
		return nil, nil, fail(404, 10008, "Unknown Message")
	}
	return ch, m, nil
}

func (s *Server) getMessage(c *call) (reply, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, bad := s.messageIn(c, ReadMessageHistory)
	if bad != nil {
		return reply{}, bad
	}
	return reply{200, s.fetched(m)}, nil
}

// fetched is a message as REST shows it to the bot: the rule about content
// binds there too.
func (s *Server) fetched(m *Message) object {
	reader := &session{intents: s.opt.PrivilegedIntents}
	return s.seen(reader, m)
}

func (s *Server) getMessages(c *call) (reply, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ch, bad := s.channelFor(c, ReadMessageHistory)
	if bad != nil {
		return reply{}, bad
	}
	most, err := strconv.Atoi(c.r.URL.Query().Get("limit"))
	if err != nil {
		most = 50
	}
	out := []object{}
	for _, m := range slices.Backward(s.world.order) {
		if m.ChannelID == ch.ID && !m.Deleted && !m.Ephemeral() && len(out) < most {
			out = append(out, s.fetched(m))
		}
	}
	return reply{200, out}, nil
}

func (s *Server) editMessage(c *call) (reply, *apiError) {
	return s.locked(func() (reply, *apiError, func()) {
		_, m, bad := s.messageIn(c, 0)
		if bad != nil {
			return reply{}, bad, nil
		}
		if m.Author.ID != s.Bot.ID {
			return reply{}, fail(403, 50005, "Cannot edit a message authored by another user"), nil
		}
		var body messageBody
		if bad := s.parseMessage(c, c.body, &body); bad != nil {
			return reply{}, bad, nil
		}
		if bad := s.fillMessage(c, m, body, whereEdit, nil); bad != nil {
			return reply{}, bad, nil
		}
		return reply{200, toObject(m)}, nil, s.telling("MESSAGE_UPDATE", m)
	})
}

func (s *Server) deleteMessage(c *call) (reply, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ch, m, bad := s.messageIn(c, 0)
	if bad != nil {
		return reply{}, bad
	}
	if m.Author.ID != s.Bot.ID && (ch.Type == DirectMessage || ch.Permissions&ManageMessages == 0) {
		return reply{}, fail(403, 50013, "Missing Permissions")
	}
	m.Deleted = true
	s.touch()
	return reply{204, nil}, nil
}

func (s *Server) typing(c *call) (reply, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, bad := s.channelFor(c, sending(s.world.channels[c.value("channel")])); bad != nil {
		return reply{}, bad
	}
	return reply{204, nil}, nil
}

func (s *Server) openDM(c *call) (reply, *apiError) {
	var in struct {
		Recipient string `json:"recipient_id"`
	}
	_ = json.Unmarshal(c.body, &in)
	s.mu.Lock()
	defer s.mu.Unlock()
	u := s.world.users[in.Recipient]
	if u == nil || u.Bot {
		return reply{}, fail(400, 50033, "Invalid Recipient(s)")
	}
	return reply{200, s.dm(u).json()}, nil
}

// createThread starts a thread, from a message or by itself.
func (s *Server) createThread(c *call) (reply, *apiError) {
	var in threadBody
	_ = json.Unmarshal(c.body, &in)
	s.mu.Lock()
	ch, bad := s.channelFor(c, CreatePublicThreads)
	if bad == nil {
		bad = s.checkThread(c, ch, in)
	}
	if bad != nil {
		s.mu.Unlock()
		return reply{}, bad
	}
	below := c.value("message")
	t := &Channel{Name: in.Name, Type: PublicThread, Guild: ch.Guild, Parent: ch, Permissions: ch.Permissions, owner: s.Bot.ID}
	s.addChannel(t)
	if below != "" { // such a thread has the message's id
		delete(s.world.channels, t.ID)
		t.ID = below
		s.world.channels[below] = t
	}
	s.touch()
	s.mu.Unlock()
	s.dispatch(event{name: "THREAD_CREATE", guild: t.Guild, intent: intentGuilds}, func(*session) any {
		o := t.json()
		o["newly_created"] = true
		return o
	})
	return reply{201, t.json()}, nil
}

type threadBody struct {
	Name    string `json:"name"`
	Type    int    `json:"type"`
	Archive int    `json:"auto_archive_duration"` // minutes
}

// checkThread says why a thread cannot be started; s.mu is held.
func (s *Server) checkThread(c *call, ch *Channel, in threadBody) *apiError {
	switch {
	case ch.Type != TextChannel:
		return fail(400, 50024, "Cannot execute action on this channel type")
	case runes(in.Name) < 1 || runes(in.Name) > 100:
		s.violate("thread", "a thread's name of %d characters, 1 to 100", runes(in.Name))
		return fail(400, 50035, "Invalid Form Body")
	case in.Archive != 0 && !slices.Contains([]int{60, 1440, 4320, 10080}, in.Archive):
		s.violate("thread", "auto_archive_duration %d", in.Archive)
		return fail(400, 50035, "Invalid Form Body")
	case c.route == RouteThread && in.Type != int(PublicThread):
		return fail(400, 50024, "Cannot execute action on this channel type") // private threads are not modelled
	}
	below := c.value("message")
	if below == "" {
		return nil
	}
	if m := s.world.messages[below]; m == nil || m.Deleted || m.Ephemeral() || m.ChannelID != ch.ID {
		return fail(404, 10008, "Unknown Message")
	}
	if s.world.channels[below] != nil {
		return fail(400, 160004, "A thread has already been created for this message")
	}
	return nil
}
