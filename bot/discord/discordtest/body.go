package discordtest

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// messageBody is a message as the bot sends it; nil is what it leaves out.
type messageBody struct {
	Content         *string          `json:"content"`
	Embeds          *[]Embed         `json:"embeds"`
	Components      *[]Component     `json:"components"`
	Flags           *int             `json:"flags"`
	AllowedMentions *allowedMentions `json:"allowed_mentions"`
	Attachments     *[]attachmentRef `json:"attachments"`
	Reference       *Reference       `json:"message_reference"`
	TTS             bool             `json:"tts"`
}

type allowedMentions struct {
	Parse       *[]string `json:"parse"`
	Users       []string  `json:"users"`
	Roles       []string  `json:"roles"`
	RepliedUser bool      `json:"replied_user"`
}

// attachmentRef names a file that is uploaded along by its index, or one that
// is kept in an edit by its id.
type attachmentRef struct {
	ID       any    `json:"id"`
	Filename string `json:"filename"`
}

// where is the kind of request that carries a message.
type where int

const (
	whereCallback where = iota // also followups
	whereUpdate                // a callback that edits the message of the component
	whereEdit
	whereChannel
)

func (s *Server) parseMessage(c *call, raw json.RawMessage, into *messageBody) *apiError {
	if len(raw) == 0 || string(raw) == "null" {
		raw = json.RawMessage("{}")
	}
	if err := json.Unmarshal(raw, into); err != nil {
		s.violate("request", "%s: a message that cannot be read: %v", c.route, err)
		return fail(400, 50035, "Invalid Form Body")
	}
	var fields map[string]json.RawMessage
	_ = json.Unmarshal(raw, &fields)
	null := func(name string) bool { return bytes.Equal(fields[name], []byte("null")) }
	// null in an edit empties.
	if null("content") {
		into.Content = new(string)
	}
	if null("embeds") {
		into.Embeds = &[]Embed{}
	}
	if null("components") {
		into.Components = &[]Component{}
	}
	if null("attachments") {
		into.Attachments = &[]attachmentRef{}
	}
	return nil
}

// fillMessage changes m as the body says, once it passed every rule. i is the
// interaction that it answers, nil for an ordinary message.
func (s *Server) fillMessage(c *call, m *Message, b messageBody, at where, i *Interaction) *apiError {
	next := *m
	edit := at == whereEdit || at == whereUpdate
	if b.Content != nil {
		next.Content = *b.Content
	}
	if b.Embeds != nil {
		next.Embeds = slices.Clone(*b.Embeds)
	}
	if b.Components != nil {
		next.Components = slices.Clone(*b.Components)
	}
	s.setFlags(c, &next, b, at)
	if bad := s.setReference(&next, b, at); bad != nil {
		return bad
	}
	if bad := s.permit(&next, b, c, i); bad != nil {
		return bad
	}
	if bad := s.refusedByAutoMod(&next); bad != nil {
		return bad
	}
	s.checkMentions(c, &next, b) // a rule of ours: Discord takes the message
	before := len(s.violations)
	s.setFiles(c, &next, b)
	s.checkMessage(c, &next)
	if len(s.violations) > before {
		return fail(400, 50035, "Invalid Form Body")
	}
	if next.empty() {
		s.violate("empty", "%s: a message without anything in it", c.route)
		return fail(400, 50006, "Cannot send an empty message")
	}
	if edit && !m.Loading() {
		next.Edits++
		stamp := s.stamp()
		next.Edited = &stamp
	}
	next.Flags &^= FlagLoading
	next.normalise()
	*m = next
	s.touch()
	return nil
}

func (m *Message) empty() bool {
	return strings.TrimSpace(m.Content) == "" && len(m.Embeds) == 0 && len(m.Components) == 0 && len(m.Attachments) == 0 && len(m.Snapshots) == 0
}

// setFlags takes over the flags that may be set there.
func (s *Server) setFlags(c *call, m *Message, b messageBody, at where) {
	if b.Flags == nil {
		return
	}
	may := FlagSuppressEmbeds | FlagComponentsV2
	switch at {
	case whereCallback:
		may |= FlagEphemeral | FlagSilent
	case whereChannel:
		may |= FlagSilent
	case whereUpdate, whereEdit:
		// Sent along with the same value, they do no harm.
		may |= m.Flags & (FlagEphemeral | FlagSilent)
	}
	flags := *b.Flags
	if flags&^may != 0 {
		s.violate("flags", "%s: flags %d may not be set here", c.route, flags&^may)
	}
	set := flags & may
	if m.Loading() { // a followup that becomes the deferred answer keeps whether it is ephemeral
		if at == whereCallback && flags&FlagEphemeral != m.Flags&FlagEphemeral {
			s.violate("flags", "%s: the first followup of a deferral cannot change whether it is ephemeral", c.route)
		}
		set &^= FlagEphemeral
	}
	if at == whereEdit || at == whereUpdate {
		if m.Flags&FlagComponentsV2 != 0 && set&FlagComponentsV2 == 0 {
			s.violate("flags", "%s: IS_COMPONENTS_V2 cannot be taken off", c.route)
		}
		m.Flags = m.Flags&^FlagSuppressEmbeds | set
		return
	}
	m.Flags |= set
}

func (s *Server) setReference(m *Message, b messageBody, at where) *apiError {
	if b.Reference == nil || at != whereChannel {
		return nil
	}
	r := s.world.messages[b.Reference.MessageID]
	if r == nil || r.Deleted || r.Ephemeral() || r.ChannelID != m.ChannelID {
		if b.Reference.Fail != nil && !*b.Reference.Fail {
			return nil
		}
		return fail(400, 50035, "Invalid Form Body")
	}
	bare := *r
	bare.Referenced = nil
	m.Type, m.Referenced = typeReply, &bare
	m.Reference = &Reference{MessageID: r.ID, ChannelID: r.ChannelID, GuildID: r.GuildID}
	if b.AllowedMentions != nil && b.AllowedMentions.RepliedUser {
		m.Mentions = []*User{r.Author}
	}
	return nil
}

// permit checks what a message needs beyond the right to send.
func (s *Server) permit(m *Message, b messageBody, c *call, i *Interaction) *apiError {
	ch := s.world.channels[m.ChannelID]
	may := ch.Permissions
	if i != nil {
		may = i.permissions
	}
	switch {
	case ch.Type == DirectMessage:
	case len(c.files) > 0 && may&AttachFiles == 0:
		return fail(403, 50013, "Missing Permissions")
	case i == nil && len(m.Embeds) > 0 && may&EmbedLinks == 0:
		return fail(403, 50013, "Missing Permissions")
	case i == nil && m.Reference != nil && may&ReadMessageHistory == 0:
		return fail(400, 160002, "Cannot reply without permission to read message history")
	}
	return nil
}

// setFiles adds the files that came along and drops those that an edit leaves out.
func (s *Server) setFiles(c *call, m *Message, b messageBody) {
	if b.Attachments != nil {
		m.Attachments = slices.DeleteFunc(slices.Clone(m.Attachments), func(a Attachment) bool {
			return !slices.ContainsFunc(*b.Attachments, func(r attachmentRef) bool { return r.ID == a.ID })
		})
	} else {
		m.Attachments = slices.Clone(m.Attachments)
	}
	fields := map[string]bool{}
	for _, f := range c.files {
		if fields[f.Field] {
			s.violate("upload", "%s: two files in the form's part %q", c.route, f.Field)
		}
		fields[f.Field] = true
		a := s.addFile(f)
		a.Ephemeral = m.Ephemeral()
		m.Attachments = append(m.Attachments, a)
	}
	if b.Attachments == nil {
		return
	}
	for _, r := range *b.Attachments {
		id, ok := r.ID.(string)
		if n, number := r.ID.(float64); number {
			id, ok = strconv.Itoa(int(n)), true
		}
		if ok && !fields["files["+id+"]"] && !slices.ContainsFunc(m.Attachments, func(a Attachment) bool { return a.ID == id }) {
			s.violate("upload", "%s: attachment %q is neither uploaded nor there", c.route, id)
		}
	}
}
