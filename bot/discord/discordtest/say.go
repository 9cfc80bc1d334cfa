package discordtest

import "regexp"

// ReplyTo makes what is said a reply that pings.
func ReplyTo(m Message) Option { return func(v *invocation) { v.reply = &m } }

// NoPing takes the ping off a reply.
func NoPing() Option { return func(v *invocation) { v.noPing = true } }

// Forward makes what is said the forward of a message.
func Forward(m Message) Option { return func(v *invocation) { v.forward = &m } }

// WithEmbeds adds embeds, as a link gets.
func WithEmbeds(e ...Embed) Option { return func(v *invocation) { v.embeds = e } }

// WithComponents adds components, of whatever type, as other apps may send.
func WithComponents(c ...Component) Option { return func(v *invocation) { v.components = c } }

// Attachments adds files to what is said.
func (s *Server) Attachments(files ...File) Option {
	return func(v *invocation) {
		s.mu.Lock()
		defer s.mu.Unlock()
		for _, f := range files {
			v.attachments = append(v.attachments, s.addFile(f))
		}
	}
}

var mention = regexp.MustCompile(`<@!?(\d+)>`)

// Say dispatches the message of a person. Sessions that may not read it get
// it with its content, embeds, attachments and components emptied.
func (s *Server) Say(u *User, c *Channel, content string, opts ...Option) Message {
	s.t.Helper()
	v := s.invocation(append([]Option{By(u), In(c)}, opts...), c)
	s.mu.Lock()
	m := &Message{ChannelID: c.ID, Author: u, Content: content, Embeds: v.embeds, Components: v.components, Attachments: v.attachments}
	if c.Guild != nil {
		m.GuildID = c.Guild.ID
	}
	for _, hit := range mention.FindAllStringSubmatch(content, -1) {
		if w := s.world.users[hit[1]]; w != nil {
			m.Mentions = append(m.Mentions, w)
		}
	}
	if r := v.reply; r != nil {
		m.Type = typeReply
		m.Reference = &Reference{MessageID: r.ID, ChannelID: r.ChannelID, GuildID: r.GuildID}
		m.Referenced = r
		if !v.noPing && r.Author != nil {
			m.Mentions = append(m.Mentions, r.Author)
		}
	}
	if f := v.forward; f != nil {
		m.Reference = &Reference{Type: 1, MessageID: f.ID, ChannelID: f.ChannelID, GuildID: f.GuildID}
		m.Snapshots = []Snapshot{{Message: f}}
	}
	s.store(m)
	s.mu.Unlock()
	s.tell("MESSAGE_CREATE", m, c)
	out, _ := s.Message(m.ID)
	return out
}

// tell dispatches a message event to those who may know of it.
func (s *Server) tell(name string, m *Message, c *Channel) {
	e := event{name: name, guild: c.Guild, intent: intentGuildMessages}
	if c.Guild == nil {
		e.intent = intentDirectMessages
	} else if c.Guild.Foreign {
		return
	}
	s.dispatch(e, func(n *session) any {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.seen(n, m)
	})
}

// seen is the message as a session may read it; s.mu is held.
func (s *Server) seen(n *session, m *Message) object {
	shown := *m
	if !s.readable(n, m) {
		shown.Content, shown.Embeds, shown.Components, shown.Attachments = "", []Embed{}, []Component{}, []Attachment{}
		shown.Snapshots = nil
	}
	if r := m.Referenced; r != nil && !s.readable(n, r) {
		bare := *r
		bare.Content, bare.Embeds, bare.Components, bare.Attachments = "", []Embed{}, []Component{}, []Attachment{}
		shown.Referenced = &bare
	}
	o := toObject(shown)
	if m.GuildID != "" && !m.Author.Bot {
		o["member"] = object{"roles": []string{}, "joined_at": "2024-10-01T12:00:00Z", "deaf": false, "mute": false, "flags": 0}
	}
	return o
}

// readable is Discord's rule of who sees content without the intent for it.
func (s *Server) readable(n *session, m *Message) bool {
	if n.intents&intentMessageContent != 0 || m.GuildID == "" || m.Author.ID == s.Bot.ID {
		return true
	}
	for _, u := range m.Mentions {
		if u.ID != s.Bot.ID {
			continue
		}
		// The ping of a reply counts only below an ordinary message of the bot.
		if m.Referenced == nil || m.Referenced.Webhook == "" || mentionsIn(m.Content, u.ID) {
			return true
		}
	}
	return false
}

func mentionsIn(content, id string) bool {
	for _, hit := range mention.FindAllStringSubmatch(content, -1) {
		if hit[1] == id {
			return true
		}
	}
	return false
}

// Edit changes a person's message and tells the bot so.
func (s *Server) Edit(m Message, content string) Message {
	s.t.Helper()
	s.mu.Lock()
	now := s.world.messages[m.ID]
	if now == nil || now.Deleted {
		s.mu.Unlock()
		s.t.Fatalf("discordtest: no message %s to edit", m.ID)
	}
	stamp := s.stamp()
	now.Content, now.Edited = content, &stamp
	now.Edits++
	c := s.world.channels[now.ChannelID]
	s.mu.Unlock()
	s.tell("MESSAGE_UPDATE", now, c)
	out, _ := s.Message(m.ID)
	return out
}

// Delete takes a message away, whoever wrote it, and tells the bot so.
func (s *Server) Delete(m Message) {
	s.mu.Lock()
	c := s.world.channels[m.ChannelID]
	if now := s.world.messages[m.ID]; now != nil {
		now.Deleted = true
	}
	s.touch()
	s.mu.Unlock()
	e := event{name: "MESSAGE_DELETE", guild: c.Guild, intent: intentGuildMessages}
	if c.Guild == nil {
		e.intent = intentDirectMessages
	}
	s.dispatch(e, func(*session) any { return object{"id": m.ID, "channel_id": m.ChannelID, "guild_id": m.GuildID} })
}
