package discord

import (
	"encoding/json"
	"strconv"
	"strings"

	"verbatim/bot"
)

// The shapes below are what the bot reads and writes, and nothing more:
// discordgo's own blank a whole message for one component that they do not know.

// Kinds of interactions, of answers to them, and of what else has a number.
const (
	typeCommand      = 2
	typeComponent    = 3
	typeAutocomplete = 4
	typeModal        = 5

	respondMessage      = 4
	respondDeferred     = 5
	respondDeferredEdit = 6
	respondChoices      = 8
	respondModal        = 9

	flagSuppressEmbeds = 1 << 2
	flagEphemeral      = 1 << 6

	mayAdminister    = 1 << 3
	mayManageGuild   = 1 << 5
	mayAttach        = 1 << 15
	mayCreateThreads = 1 << 35
	maySendInThreads = 1 << 38
	integrationGuild = "0"
	channelText      = 0
	channelAnnounce  = 5
	channelThreads   = 10 // to 12: of announcements, public, private
	messageReply     = 19
	componentRow     = 1
	componentButton  = 2
	componentInput   = 4
	buttonSecondary  = 2
	buttonDanger     = 4
	inputParagraph   = 2
	maxContent       = 2000 // of a message, counted in UTF-16 units to be sure
	maxCustomID      = 100  // bytes
	maxChoices       = 25
	maxChoiceName    = 100 // runes
)

type user struct {
	ID  string `json:"id"`
	Bot bool   `json:"bot"`
}

type interaction struct {
	ID            string   `json:"id"`
	ApplicationID string   `json:"application_id"`
	Type          int      `json:"type"`
	Token         string   `json:"token"`
	GuildID       string   `json:"guild_id"`
	ChannelID     string   `json:"channel_id"`
	Channel       *channel `json:"channel"`
	Member        *struct {
		User        user   `json:"user"`
		Permissions string `json:"permissions"`
	} `json:"member"`
	User           *user             `json:"user"`
	Locale         string            `json:"locale"`
	AppPermissions string            `json:"app_permissions"`
	Owners         map[string]string `json:"authorizing_integration_owners"`
	Data           interactionData   `json:"data"`
	Message        *struct {
		ID    string `json:"id"`
		Flags int    `json:"flags"`
	} `json:"message"`
}

type channel struct {
	Type     int    `json:"type"`
	ParentID string `json:"parent_id"` // of a thread: where it began; else the category
}

// thread reports whether a channel is a thread.
func (c *channel) thread() bool { return c.Type >= channelThreads && c.Type < channelThreads+3 }

type interactionData struct {
	Type     int      `json:"type"` // of a command
	Name     string   `json:"name"`
	TargetID string   `json:"target_id"` // of a message command
	CustomID string   `json:"custom_id"`
	Options  []option `json:"options"`
	Resolved struct {
		Attachments map[string]attachment `json:"attachments"`
		Messages    map[string]heard      `json:"messages"`
	} `json:"resolved"`
	Components []submitted `json:"components"`
}

// submitted is what a modal sends back: rows of inputs.
type submitted struct {
	CustomID   string      `json:"custom_id"`
	Value      string      `json:"value"`
	Components []submitted `json:"components"`
	Component  *submitted  `json:"component"`
}

type option struct {
	Name    string          `json:"name"`
	Value   json.RawMessage `json:"value"`
	Options []option        `json:"options"`
	Focused bool            `json:"focused"`
}

type attachment struct {
	ID          string `json:"id"`
	Filename    string `json:"filename"`
	Size        int    `json:"size"`
	URL         string `json:"url"`
	ContentType string `json:"content_type"`
}

// language is the language of whoever pressed or typed: "fr" or "en".
func (i *interaction) language() string {
	if strings.HasPrefix(i.Locale, "fr") {
		return "fr"
	}
	return "en"
}

func (i *interaction) asker() string {
	switch {
	case i.Member != nil:
		return i.Member.User.ID
	case i.User != nil:
		return i.User.ID
	}
	return ""
}

// installed reports whether the interaction comes from a server that has the
// bot, not from somebody who carries it along.
func (i *interaction) installed() bool {
	if i.GuildID == "" {
		return false
	}
	_, guild := i.Owners[integrationGuild]
	return guild || len(i.Owners) == 0
}

// member reports whether the bot can write where it was asked: in a server
// that has it, or in its own direct messages.
func (i *interaction) member() bool {
	_, has := i.Owners[integrationGuild]
	return has || i.installed()
}

// owner is whose articles are seen and whose budget pays.
func (i *interaction) owner() bot.Owner {
	if i.installed() {
		return bot.Guild(i.GuildID)
	}
	return bot.Person(i.asker())
}

// mayManage reports whether the asker may change what the others see.
func (i *interaction) mayManage() bool {
	if i.GuildID == "" {
		return true
	}
	return i.Member != nil && holds(i.Member.Permissions, mayManageGuild)
}

// manages reports whether the asker manages the server that has the bot.
func (i *interaction) manages() bool { return i.installed() && i.mayManage() }

// hasThreads reports whether there can be a thread where it was asked, and the
// bot a member of it.
func (i *interaction) hasThreads() bool {
	return i.installed() && (i.Channel == nil || i.Channel.Type == channelText || i.Channel.Type == channelAnnounce)
}

// holds reports whether a decimal permission set has a bit, or all of them.
func holds(permissions string, bit uint64) bool {
	set, err := strconv.ParseUint(permissions, 10, 64)
	return err == nil && set&(bit|mayAdminister) != 0
}

// heard is a message that somebody wrote.
type heard struct {
	ID         string `json:"id"`
	Type       int    `json:"type"`
	ChannelID  string `json:"channel_id"`
	GuildID    string `json:"guild_id"`
	Content    string `json:"content"`
	Author     user   `json:"author"`
	WebhookID  string `json:"webhook_id"`
	Mentions   []user `json:"mentions"`
	Referenced *struct {
		ID     string `json:"id"`
		Author user   `json:"author"`
	} `json:"referenced_message"`
	Reference   *reference   `json:"message_reference"`
	Attachments []attachment `json:"attachments"`
	Embeds      []embed      `json:"embeds"`
	Snapshots   []struct {
		Message heard `json:"message"`
	} `json:"message_snapshots"`
}

// embed is a box on a message: of a link, or by another bot.
type embed struct {
	URL         string `json:"url"`
	Title       string `json:"title"`
	Description string `json:"description"`
}
