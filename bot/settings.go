package bot

import (
	"context"
	"slices"
	"strings"
)

// The settings that people make, by the name that they are stored under.
const (
	settingArticle  = "article"  // of a channel: id of its default article
	settingGaps     = "gaps"     // of an owner: "on" where unanswered questions are kept
	settingMentions = "mentions" // of a guild: mentionsNone, or the channels' ids
)

const (
	mentionsNone   = "none"
	maxMentionedIn = 50 // channels of a list
)

func channelScope(id string) string { return "channel:" + id }

// ChannelArticle is the id of a channel's default article, "" where none is set.
func (b *Bot) ChannelArticle(ctx context.Context, channel string) (string, error) {
	return b.Store.Setting(ctx, channelScope(channel), settingArticle)
}

// SetChannelArticle sets it; an empty id unsets it.
func (b *Bot) SetChannelArticle(ctx context.Context, channel, id string) error {
	return b.Store.SetSetting(ctx, channelScope(channel), settingArticle, id)
}

// Mentions says in which channels of a guild a mention of the bot is answered.
type Mentions struct {
	All      bool
	Channels []string // ids, where not in all
}

// In tells whether mentions are answered in one of these channels: a thread
// and the channel that it belongs to, say.
func (m Mentions) In(channels ...string) bool {
	return m.All || slices.ContainsFunc(channels, func(c string) bool { return slices.Contains(m.Channels, c) })
}

// Mentions are a guild's; all channels where nothing was set.
func (b *Bot) Mentions(ctx context.Context, guild Owner) (Mentions, error) {
	value, err := b.Store.Setting(ctx, string(guild), settingMentions)
	switch {
	case err != nil || value == "":
		return Mentions{All: true}, err
	case value == mentionsNone:
		return Mentions{}, nil
	}
	return Mentions{Channels: strings.Split(value, ",")}, nil
}

// SetMentions sets them. Of a long list the channels that were named last count.
func (b *Bot) SetMentions(ctx context.Context, guild Owner, m Mentions) error {
	value := strings.Join(m.Channels[max(0, len(m.Channels)-maxMentionedIn):], ",")
	switch {
	case m.All:
		value = ""
	case value == "":
		value = mentionsNone
	}
	return b.Store.SetSetting(ctx, string(guild), settingMentions, value)
}
