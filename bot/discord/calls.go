package discord

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"

	"github.com/bwmarrin/discordgo"
)

const codeAlreadyAnswered = 40060 // of an interaction that was acknowledged

// gatewayInfo is what GET /gateway/bot answers.
type gatewayInfo struct {
	URL    string `json:"url"`
	Shards int    `json:"shards"`
	Limit  struct {
		Total          int   `json:"total"`
		Remaining      int   `json:"remaining"`
		ResetAfter     int64 `json:"reset_after"` // milliseconds
		MaxConcurrency int   `json:"max_concurrency"`
	} `json:"session_start_limit"`
}

func (r *rest) gateway(ctx context.Context) (gatewayInfo, error) {
	var g gatewayInfo
	err := r.do(ctx, request{method: http.MethodGet, url: discordgo.EndpointGatewayBot, about: "gateway", into: &g})
	if err == nil && g.URL == "" {
		err = errors.New("discord named no gateway")
	}
	return g, err
}

// response is the first answer to an interaction.
type response struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

// respond sends the first answer, which must come within three seconds.
func (r *rest) respond(ctx context.Context, i *interaction, answer response) error {
	err := r.do(ctx, request{
		method: http.MethodPost, url: discordgo.EndpointInteractionResponse(i.ID, i.Token), kind: kindCallback, about: i.ID, body: answer,
		again: true, // the second time is refused, and does no harm
	})
	var refused *restError
	if errors.As(err, &refused) && refused.Code == codeAlreadyAnswered {
		return nil
	}
	return err
}

// sent is a message that Discord took.
type sent struct {
	ID        string `json:"id"`
	ChannelID string `json:"channel_id"`
}

// editOriginal puts a message in place of an interaction's first answer.
func (r *rest) editOriginal(ctx context.Context, i *interaction, m message) (sent, error) {
	var s sent
	err := r.do(ctx, request{
		method: http.MethodPatch, url: discordgo.EndpointInteractionResponseActions(i.ApplicationID, i.Token),
		kind: kindWebhook, about: i.ID, body: m.edit(), files: m.Files, into: &s,
	})
	return s, err
}

// followUp adds a message to an interaction's answer.
func (r *rest) followUp(ctx context.Context, i *interaction, m message) (sent, error) {
	var s sent
	err := r.do(ctx, request{
		method: http.MethodPost, url: discordgo.EndpointFollowupMessage(i.ApplicationID, i.Token) + "?wait=true",
		kind: kindWebhook, about: i.ID, body: m, files: m.Files, into: &s,
	})
	return s, err
}

// send writes a message into a channel.
func (r *rest) send(ctx context.Context, channel string, m message) (sent, error) {
	var s sent
	m.Nonce = strconv.FormatUint(rand.Uint64(), 36)
	err := r.do(ctx, request{
		method: http.MethodPost, url: discordgo.EndpointChannelMessages(channel), about: channel, body: m, files: m.Files, into: &s,
		again: true, // the nonce keeps it from being sent twice
	})
	return s, err
}

// edit puts a message in place of one that the bot wrote into a channel.
func (r *rest) edit(ctx context.Context, channel, id string, m message) (sent, error) {
	var s sent
	err := r.do(ctx, request{
		method: http.MethodPatch, url: discordgo.EndpointChannelMessage(channel, id), about: channel, body: m.edit(), files: m.Files, into: &s,
	})
	return s, err
}

// typing shows that the bot is at work, for ten seconds.
func (r *rest) typing(ctx context.Context, channel string) error {
	return r.do(ctx, request{method: http.MethodPost, url: discordgo.EndpointChannelTyping(channel), about: channel})
}

// direct is the channel of direct messages with somebody.
func (r *rest) direct(ctx context.Context, user string) (string, error) {
	var c struct {
		ID string `json:"id"`
	}
	err := r.do(ctx, request{method: http.MethodPost, url: discordgo.EndpointUserChannels("@me"), about: user, body: map[string]string{"recipient_id": user}, into: &c, again: true})
	return c.ID, err
}

// channel reads what a channel is.
func (r *rest) channel(ctx context.Context, id string) (channel, error) {
	var c channel
	err := r.do(ctx, request{method: http.MethodGet, url: discordgo.EndpointChannel(id), about: id, into: &c})
	return c, err
}

// startThread opens a thread on a message.
func (r *rest) startThread(ctx context.Context, channel, message, name string) (sent, error) {
	var s sent
	err := r.do(ctx, request{
		method: http.MethodPost, url: discordgo.EndpointChannelMessageThread(channel, message), about: channel,
		body: map[string]any{"name": name, "auto_archive_duration": 1440}, into: &s,
	})
	return s, err
}

// commands lists what is registered, overwrite replaces all of it.
func (r *rest) commands(ctx context.Context, application, guild string) ([]command, error) {
	var c []command
	q := url.Values{"with_localizations": {"true"}}
	err := r.do(ctx, request{method: http.MethodGet, url: commandsURL(application, guild) + "?" + q.Encode(), about: "commands", into: &c})
	return c, err
}

func (r *rest) overwrite(ctx context.Context, application, guild string, c []command) error {
	return r.do(ctx, request{method: http.MethodPut, url: commandsURL(application, guild), about: "commands", body: c})
}

func commandsURL(application, guild string) string {
	if guild != "" {
		return discordgo.EndpointApplicationGuildCommands(application, guild)
	}
	return discordgo.EndpointApplicationGlobalCommands(application)
}
