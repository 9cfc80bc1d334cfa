package discord

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"verbatim/bot"
)

// showGaps lists the questions that found no answer, and turns their keeping
// on or off.
func showGaps(s *server, ctx context.Context, c *call) (result, error) {
	if !c.mayManage() {
		return say(sayNotAllowed.In(c.lang))
	}
	switch c.Data.text("keep") {
	case "on":
		if err := s.bot.SetGaps(ctx, c.owner, true); err != nil {
			return result{}, err
		}
		return say(sayGapsOn.In(c.lang))
	case "off":
		if err := s.bot.SetGaps(ctx, c.owner, false); err != nil {
			return result{}, err
		}
		return say(sayGapsOff.In(c.lang))
	}
	on, err := s.bot.GapsOn(ctx, c.owner)
	if err != nil {
		return result{}, err
	}
	if !on {
		return say(sayGapsAreOff.In(c.lang))
	}
	gaps, err := s.bot.Gaps(ctx, c.owner)
	if err != nil {
		return result{}, err
	}
	if len(gaps) == 0 {
		return say(sayNoGaps.In(c.lang))
	}
	lines := []string{sayGaps.In(c.lang)}
	for _, g := range gaps {
		line := "- " + escapeInner(flat(brief(g.Question, 300))) + fmt.Sprintf(" · <t:%d:d>", g.At.Unix())
		if g.Article != "" {
			line += " · `" + g.Article + "`"
		}
		lines = append(lines, line)
	}
	return result{messages: paged([]string{strings.Join(lines, "\n")}, "questions.md", c.lang)}, nil
}

// setMentions says in which channels of a server mentions are answered.
func setMentions(s *server, ctx context.Context, c *call) (result, error) {
	switch {
	case !c.installed():
		return say(sayServersOnly.In(c.lang))
	case !c.mayManage():
		return say(sayNotAllowed.In(c.lang))
	}
	m, err := s.bot.Mentions(ctx, c.owner)
	if err != nil {
		return result{}, err
	}
	switch c.Data.text("where") {
	case "all":
		m = bot.Mentions{All: true}
	case "none":
		m = bot.Mentions{}
	default:
		here := c.ChannelID
		if c.Channel != nil && c.Channel.thread() && c.Channel.ParentID != "" {
			here = c.Channel.ParentID // its threads are part of it
		}
		if m = (bot.Mentions{Channels: m.Channels}); !slices.Contains(m.Channels, here) {
			m.Channels = append(m.Channels, here)
		}
	}
	if err := s.bot.SetMentions(ctx, c.owner, m); err != nil {
		return result{}, err
	}
	return say(mentionsText(m, c.lang))
}

func mentionsText(m bot.Mentions, language string) string {
	switch {
	case m.All:
		return sayMentionsAll.In(language)
	case len(m.Channels) == 0:
		return sayMentionsNone.In(language)
	}
	named := make([]string, len(m.Channels))
	for i, c := range m.Channels {
		named[i] = "<#" + c + ">"
	}
	return sayMentionsIn.In(language) + " " + strings.Join(named, ", ") + "."
}

// listens reports whether a mention in a channel is answered there. A thread
// is part of its channel.
func (s *server) listens(ctx context.Context, guild bot.Owner, id string) bool {
	m, err := s.bot.Mentions(ctx, guild)
	if err != nil {
		s.log.Warn("where mentions are answered could not be read", "error", err)
	}
	if m.All || len(m.Channels) == 0 || m.In(id) {
		return m.In(id)
	}
	return m.In(s.channel(ctx, id).ParentID)
}

// channel is what is known of a channel; Discord is asked once.
func (s *server) channel(ctx context.Context, id string) channel {
	if known, ok := s.channels.Get(id); ok {
		return known
	}
	c, err := s.rest.channel(ctx, id)
	if err != nil {
		s.log.Debug("a channel could not be read", "error", err)
		return channel{}
	}
	s.channels.Add(id, c)
	return c
}
