package discordtest

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// runes counts as Discord does: Unicode code points.
func runes(s string) int { return utf8.RuneCountInString(s) }

var pinging = regexp.MustCompile(`@everyone|@here|<@[!&]?\d+>`)

// checkMentions holds every message to naming what it may ping: nothing.
func (s *Server) checkMentions(c *call, m *Message, b messageBody) {
	a := b.AllowedMentions
	switch {
	case a == nil:
		s.violate("mentions", "%s: a message without allowed_mentions", c.route)
	case a.Parse == nil:
		s.violate("mentions", "%s: allowed_mentions without parse", c.route)
	case len(*a.Parse) > 0 || len(a.Users) > 0 || len(a.Roles) > 0:
		s.violate("mentions", "%s: allowed_mentions that permit %v %v %v", c.route, *a.Parse, a.Users, a.Roles)
	default:
		return
	}
	if hit := pinging.FindString(m.Text()); hit != "" {
		s.violate("ping", "%s: %s would ping", c.route, hit)
	}
}

// checkSecrets holds every request to carrying tokens where they belong: the
// bot's in a header, an interaction's in the path.
func (s *Server) checkSecrets(c *call) {
	if body := string(c.body); strings.Contains(body, s.opt.Token) || tokenInPath.MatchString(body) {
		s.complain("secret", "%s: a token stands in the body", c.route)
	}
}

// checkMessage holds a message, as it would stand, to Discord's bounds.
func (s *Server) checkMessage(c *call, m *Message) {
	say := func(rule, format string, args ...any) {
		s.violate(rule, string(c.route)+": "+format, args...)
	}
	if n := runes(m.Content); n > 2000 {
		say("content", "%d characters of content, at most 2000", n)
	}
	if len(m.Embeds) > 10 {
		say("embeds", "%d embeds, at most 10", len(m.Embeds))
	}
	total := 0
	for _, e := range m.Embeds {
		total += checkEmbed(e, say)
	}
	if total > 6000 {
		say("embeds", "%d characters in embeds, at most 6000 over the message", total)
	}
	if m.Flags&FlagComponentsV2 != 0 {
		if m.Content != "" || len(m.Embeds) > 0 {
			say("components", "content or embeds beside components v2")
		}
		checkTree(m, say)
	} else {
		checkRows(m.Components, say)
	}
	checkIDs(m.Components, say)
}

type complaint func(rule, format string, args ...any)

// checkEmbed checks one embed and counts what the total of 6000 counts.
func checkEmbed(e Embed, say complaint) int {
	total := 0
	bound := func(what, text string, most int) {
		n := runes(text)
		total += n
		if n > most {
			say("embeds", "%d characters in an embed's %s, at most %d", n, what, most)
		}
	}
	bound("title", e.Title, 256)
	bound("description", e.Description, 4096)
	if len(e.Fields) > 25 {
		say("embeds", "%d fields in an embed, at most 25", len(e.Fields))
	}
	for _, f := range e.Fields {
		if f.Name == "" || f.Value == "" {
			say("embeds", "a field with an empty name or value")
		}
		bound("field name", f.Name, 256)
		bound("field value", f.Value, 1024)
	}
	if e.Footer != nil {
		bound("footer", e.Footer.Text, 2048)
	}
	if e.Author != nil {
		bound("author", e.Author.Name, 256)
		checkURL(e.Author.URL, "embeds", say)
	}
	checkURL(e.URL, "embeds", say)
	if e.Color < 0 || e.Color > 0xffffff {
		say("embeds", "color %d", e.Color)
	}
	if total == 0 && e.Image == nil && e.Thumbnail == nil {
		say("embeds", "an embed with nothing in it")
	}
	return total
}

// checkURL holds an address to what Discord takes; "" is none.
func checkURL(address, rule string, say complaint) {
	if address == "" {
		return
	}
	u, err := url.Parse(address)
	if err != nil || !slices.Contains([]string{"http", "https", "attachment", "discord"}, u.Scheme) || u.Scheme != "attachment" && u.Host == "" {
		say(rule, "address %q", address)
	}
	if n := runes(address); n > 2048 {
		say(rule, "an address of %d characters, at most 2048", n)
	}
}
