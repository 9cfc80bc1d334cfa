package discordtest

import (
	"strings"
)

// Message is one message as it stands. What the server hands out is a copy.
type Message struct {
	ID          string       `json:"id"`
	ChannelID   string       `json:"channel_id"`
	GuildID     string       `json:"guild_id,omitempty"`
	Type        int          `json:"type"`
	Content     string       `json:"content"`
	Author      *User        `json:"author"`
	Embeds      []Embed      `json:"embeds"`
	Components  []Component  `json:"components"`
	Attachments []Attachment `json:"attachments"`
	Mentions    []*User      `json:"mentions"`
	Roles       []string     `json:"mention_roles"`
	Everyone    bool         `json:"mention_everyone"`
	Flags       int          `json:"flags"`
	Timestamp   string       `json:"timestamp"`
	Edited      *string      `json:"edited_timestamp"`
	TTS         bool         `json:"tts"`
	Pinned      bool         `json:"pinned"`
	Reference   *Reference   `json:"message_reference,omitempty"`
	Referenced  *Message     `json:"referenced_message,omitempty"`
	Snapshots   []Snapshot   `json:"message_snapshots,omitempty"`
	Webhook     string       `json:"webhook_id,omitempty"` // set on answers to interactions
	Application string       `json:"application_id,omitempty"`

	Metadata any `json:"interaction_metadata,omitempty"`

	Edits   int  `json:"-"` // how often it was edited
	Deleted bool `json:"-"`

	interaction *Interaction // whose answer it is
}

// Reference names the message that is replied to (type 0) or forwarded (1).
type Reference struct {
	Type      int    `json:"type,omitempty"`
	MessageID string `json:"message_id,omitempty"`
	ChannelID string `json:"channel_id,omitempty"`
	GuildID   string `json:"guild_id,omitempty"`
	Fail      *bool  `json:"fail_if_not_exists,omitempty"`
}

// Snapshot is the message that a forwarded one carries.
type Snapshot struct {
	Message *Message `json:"message"`
}

// Attachment is a file on a message.
type Attachment struct {
	ID          string `json:"id"`
	Filename    string `json:"filename"`
	ContentType string `json:"content_type,omitempty"`
	Size        int    `json:"size"` // bytes
	URL         string `json:"url"`
	ProxyURL    string `json:"proxy_url"`
	Ephemeral   bool   `json:"ephemeral,omitempty"`
}

// Flags of messages.
const (
	FlagSuppressEmbeds = 1 << 2
	FlagEphemeral      = 1 << 6
	FlagLoading        = 1 << 7
	FlagSilent         = 1 << 12
	FlagComponentsV2   = 1 << 15
)

// Types of messages.
const (
	typeDefault     = 0
	typeReply       = 19
	typeChatInput   = 20
	typeContextMenu = 23
)

// Embed is a box on a message.
type Embed struct {
	Title       string        `json:"title,omitempty"`
	Type        string        `json:"type,omitempty"`
	Description string        `json:"description,omitempty"`
	URL         string        `json:"url,omitempty"`
	Timestamp   string        `json:"timestamp,omitempty"`
	Color       int           `json:"color,omitempty"`
	Footer      *EmbedFooter  `json:"footer,omitempty"`
	Author      *EmbedAuthor  `json:"author,omitempty"`
	Fields      []EmbedField  `json:"fields,omitempty"`
	Image       *EmbedPicture `json:"image,omitempty"`
	Thumbnail   *EmbedPicture `json:"thumbnail,omitempty"`
}

// EmbedFooter is the small line below.
type EmbedFooter struct {
	Text string `json:"text"`
	Icon string `json:"icon_url,omitempty"`
}

// EmbedAuthor is the small line above.
type EmbedAuthor struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// EmbedField is a titled part.
type EmbedField struct {
	Name   string `json:"name"`
	Value  string `json:"value"`
	Inline bool   `json:"inline"`
}

// EmbedPicture is an image.
type EmbedPicture struct {
	URL string `json:"url"`
}

// Ephemeral says whether the asker alone sees it.
func (m Message) Ephemeral() bool { return m.Flags&FlagEphemeral != 0 }

// Loading says whether it still is the "is thinking" of a deferred answer.
func (m Message) Loading() bool { return m.Flags&FlagLoading != 0 }

// Text is all that a reader sees of it, line by line: content, embeds, text
// displays; not the labels of buttons.
func (m Message) Text() string {
	var lines []string
	add := func(s string) {
		if s != "" {
			lines = append(lines, s)
		}
	}
	add(m.Content)
	for _, e := range m.Embeds {
		if e.Author != nil {
			add(e.Author.Name)
		}
		add(e.Title)
		add(e.Description)
		for _, f := range e.Fields {
			add(f.Name)
			add(f.Value)
		}
		if e.Footer != nil {
			add(e.Footer.Text)
		}
	}
	for _, c := range flatten(m.Components) {
		if c.Type == textDisplay {
			add(c.Content)
		}
	}
	return strings.Join(lines, "\n")
}

// Controls are the buttons and selects that can be pressed, in order.
func (m Message) Controls() []Component {
	var out []Component
	for _, c := range flatten(m.Components) {
		if c.CustomID != "" {
			out = append(out, c)
		}
	}
	return out
}

// Button finds a control by its label or its custom id.
func (m Message) Button(name string) (Component, bool) {
	for _, c := range m.Controls() {
		if c.Label == name || c.CustomID == name {
			return c, true
		}
	}
	return Component{}, false
}

// Messages are the messages of a channel that stand, oldest first, ephemeral
// ones too.
func (s *Server) Messages(c *Channel) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Message
	for _, m := range s.world.order {
		if m.ChannelID == c.ID && !m.Deleted {
			out = append(out, *m)
		}
	}
	return out
}

// Message is a message as it stands now, by its id.
func (s *Server) Message(id string) (Message, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.world.messages[id]
	if m == nil {
		return Message{}, false
	}
	return *m, true
}

// store keeps a new message; s.mu is held.
func (s *Server) store(m *Message) *Message {
	m.ID = s.id()
	m.Timestamp = s.stamp()
	m.normalise()
	s.world.messages[m.ID] = m
	s.world.order = append(s.world.order, m)
	s.touch()
	return m
}

func (s *Server) stamp() string { return s.opt.Now().UTC().Format("2006-01-02T15:04:05.000000+00:00") }

// normalise makes lists that are sent as [] rather than null.
func (m *Message) normalise() {
	if m.Embeds == nil {
		m.Embeds = []Embed{}
	}
	if m.Components == nil {
		m.Components = []Component{}
	}
	if m.Attachments == nil {
		m.Attachments = []Attachment{}
	}
	if m.Mentions == nil {
		m.Mentions = []*User{}
	}
	if m.Roles == nil {
		m.Roles = []string{}
	}
	for k := range m.Embeds {
		if m.Embeds[k].Type == "" {
			m.Embeds[k].Type = "rich"
		}
	}
	number(m.Components)
}
