package discord

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"verbatim/bot"
)

// What Discord says of a permission that the bot lacks.
const (
	codeNoAccess     = 50001  // the channel cannot be seen
	codeNoPermission = 50013  // which one it does not say
	codeNoHistory    = 160002 // a reply needs to see what it replies to
)

// The names of permissions, as Discord's settings have them.
var (
	permView    = bot.Text{French: "Voir le salon", English: "View Channel"}
	permSend    = bot.Text{French: "Envoyer des messages", English: "Send Messages"}
	permThreads = bot.Text{French: "Créer des fils publics", English: "Create Public Threads"}
	permInside  = bot.Text{French: "Envoyer des messages dans les fils", English: "Send Messages in Threads"}
	permAttach  = bot.Text{French: "Joindre des fichiers", English: "Attach Files"}
	permHistory = bot.Text{French: "Voir les anciens messages", English: "Read Message History"}
)

// lacking says which permission the bot lacks, and where.
func lacking(p bot.Text, channel string) bot.Text {
	return bot.Text{
		French:  "Il me manque la permission « " + p.French + " » dans <#" + channel + ">. Un administrateur peut l'accorder.",
		English: "I lack the " + p.English + " permission in <#" + channel + ">. An admin can grant it.",
	}
}

// lacks names the first of the permissions that an interaction says the bot
// lacks.
func (c *call) lacks(permissions ...permission) (bot.Text, bool) {
	for _, p := range permissions {
		if !holds(c.AppPermissions, p.bit) {
			return lacking(p.name, c.ChannelID), true
		}
	}
	return bot.Text{}, false
}

type permission struct {
	bit  uint64
	name bot.Text
}

// permitted takes files off where the bot may attach none, and says so.
func (c *call) permitted(messages []message) []message {
	missing, lacks := c.lacks(permission{mayAttach, permAttach})
	if !lacks || c.AppPermissions == "" || c.GuildID == "" {
		return messages
	}
	for n := range messages {
		if m := &messages[n]; len(m.Files) > 0 {
			m.Files = nil
			note := "\n-# " + missing.In(c.lang)
			m.Content = pieces(m.Content, maxContent-size(note))[0] + note
		}
	}
	return messages
}

// complain tells whoever asked, in a direct message and once a channel and
// day, which permission the bot lacks to answer where it was asked.
func (l *listening) complain(ctx context.Context, refused *restError) {
	here := l.heard.ChannelID
	missing := permSend
	where := l.channel(ctx, here)
	switch {
	case refused.Code == codeNoAccess:
		missing = permView
	case where.thread():
		missing = permInside
	}
	l.log.Warn("a permission is missing", "permission", missing.English, "channel", here)
	key, today := "permission:"+here, l.bot.Now().UTC().Format(time.DateOnly)
	if day, ok := l.hinted.Get(key); l.heard.GuildID == "" || ok && day == today {
		return
	}
	l.hinted.Add(key, today)
	direct, err := l.rest.direct(ctx, l.heard.Author.ID)
	if err == nil {
		_, err = l.rest.send(ctx, direct, message{Content: lacking(missing, here).In(l.language())})
	}
	if err != nil {
		l.log.Debug("nobody could be told of it", "error", err) // not everybody takes direct messages
	}
}

// dead reports whether an interaction's token no longer works.
func dead(err error) bool {
	var refused *restError
	return errors.As(err, &refused) && (refused.Status == http.StatusUnauthorized || refused.Status == http.StatusNotFound)
}

// ownersHint is what the owner can do about a mistake, for those who manage
// the server.
func (c *call) ownersHint(err error) string {
	var mistake *bot.UserError
	if !c.manages() || !errors.As(err, &mistake) || mistake.Hint.English == "" {
		return ""
	}
	return " " + escapeInner(upright(mistake.Hint.In(c.lang)))
}

// warningLine is a warning as small print; the time at which a budget begins
// anew is shown by the reader's clock.
func warningLine(text, language string, now time.Time) string {
	text = escapeInner(flat(text))
	renewed := bot.BudgetRenewed(now)
	return "-# " + strings.Replace(text, bot.ClockText(renewed, language), discordTime(renewed), 1)
}

// discordTime is a time of day by the reader's clock.
func discordTime(t time.Time) string { return "<t:" + strconv.FormatInt(t.Unix(), 10) + ":t>" }

func (s *server) warning(text, language string) string {
	return warningLine(text, language, s.bot.Now())
}
