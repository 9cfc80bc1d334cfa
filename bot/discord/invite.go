package discord

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// Permissions are what the bot uses in a server, and nothing more: to see
// channels, write messages and threads, attach files, show links, and reply
// (which needs the history).
const Permissions = discordgo.PermissionViewChannel | discordgo.PermissionSendMessages |
	discordgo.PermissionSendMessagesInThreads | discordgo.PermissionCreatePublicThreads |
	discordgo.PermissionEmbedLinks | discordgo.PermissionAttachFiles | discordgo.PermissionReadMessageHistory

// Invite is the link that adds the bot to a server. It asks Discord whose
// token it has; the error is [ErrBadToken] where Discord does not know it.
func Invite(ctx context.Context, c Config) (string, error) {
	r, _, done, err := connectREST(c)
	if err != nil {
		return "", err
	}
	defer done()
	var application struct {
		ID string `json:"id"`
	}
	err = r.do(ctx, request{method: http.MethodGet, url: discordgo.EndpointOAuth2Application("@me"), about: "application", into: &application})
	if final := refusal(err, verdict{}); final != nil {
		return "", final
	}
	if err == nil && application.ID == "" {
		err = errors.New("discord named no application")
	}
	if err != nil {
		return "", err
	}
	q := url.Values{
		"client_id": {application.ID}, "permissions": {strconv.FormatInt(Permissions, 10)}, "scope": {"bot applications.commands"},
	}
	return "https://discord.com/oauth2/authorize?" + q.Encode(), nil
}
