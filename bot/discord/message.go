package discord

import (
	"encoding/json"
	"strings"
)

// message is what the bot says. Its JSON always allows no mention at all.
type message struct {
	Content    string
	Components []component // rows
	Files      []file
	ReplyTo    string // id of the message that is answered
	Ephemeral  bool
	KeepFiles  bool   // an edit that leaves the files that are there
	Nonce      string // of a message to a channel: Discord takes it once
}

type file struct {
	Name string
	Data []byte
}

// contentType is Markdown's but of a page to read.
func (f file) contentType() string {
	if strings.HasSuffix(f.Name, ".html") {
		return "text/html; charset=utf-8"
	}
	return "text/markdown; charset=utf-8"
}

type reference struct {
	MessageID       string `json:"message_id"`
	ChannelID       string `json:"channel_id,omitempty"`
	FailIfNotExists bool   `json:"fail_if_not_exists"`
}

type component struct {
	Type        int         `json:"type"`
	Components  []component `json:"components,omitempty"`
	Style       int         `json:"style,omitempty"`
	Label       string      `json:"label,omitempty"`
	Emoji       *emoji      `json:"emoji,omitempty"`
	CustomID    string      `json:"custom_id,omitempty"`
	Disabled    bool        `json:"disabled,omitempty"`
	Placeholder string      `json:"placeholder,omitempty"`
	MinLength   int         `json:"min_length,omitempty"`
	MaxLength   int         `json:"max_length,omitempty"`
	Required    bool        `json:"required,omitempty"`
}

type emoji struct {
	Name string `json:"name"`
}

type allowedMentions struct {
	Parse       []string `json:"parse"`
	RepliedUser bool     `json:"replied_user"`
}

type attached struct {
	ID       int    `json:"id"`
	Filename string `json:"filename"`
}

// MarshalJSON writes the message as Discord reads it, for a new one and for an
// edit alike: what is not there any more is cleared.
func (m message) MarshalJSON() ([]byte, error) {
	body := struct {
		Content         string          `json:"content"`
		Components      []component     `json:"components"`
		AllowedMentions allowedMentions `json:"allowed_mentions"`
		Flags           int             `json:"flags"`
		Attachments     *[]attached     `json:"attachments,omitempty"`
		Reference       *reference      `json:"message_reference,omitempty"`
		Nonce           string          `json:"nonce,omitempty"`
		EnforceNonce    bool            `json:"enforce_nonce,omitempty"`
	}{
		Content:         m.Content,
		Components:      m.Components,
		AllowedMentions: allowedMentions{Parse: []string{}},
		Flags:           flagSuppressEmbeds,
		Nonce:           m.Nonce,
		EnforceNonce:    m.Nonce != "",
	}
	if body.Components == nil {
		body.Components = []component{}
	}
	if m.Ephemeral {
		body.Flags |= flagEphemeral
	}
	if !m.KeepFiles {
		files := make([]attached, len(m.Files))
		for i, f := range m.Files {
			files[i] = attached{ID: i, Filename: f.Name}
		}
		body.Attachments = &files
	}
	if m.ReplyTo != "" {
		body.Reference = &reference{MessageID: m.ReplyTo}
	}
	return json.Marshal(body)
}

// edit is a message as an edit takes it: whether it is ephemeral was settled
// when it was sent.
func (m message) edit() message {
	m.Ephemeral, m.ReplyTo, m.Nonce = false, "", ""
	return m
}

// row puts buttons side by side.
func row(buttons ...component) component { return component{Type: componentRow, Components: buttons} }

func button(label, id string) component {
	return component{Type: componentButton, Style: buttonSecondary, Label: label, CustomID: id}
}
