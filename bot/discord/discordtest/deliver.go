package discordtest

import "strconv"

// interact dispatches an interaction once a session is there to get it.
func (s *Server) interact(kind Kind, name string, v *invocation, source *Message, data object) *Interaction {
	s.t.Helper()
	guild := v.channel.Guild
	e := event{name: "INTERACTION_CREATE"}
	if guild != nil && !guild.Foreign {
		e.guild = guild
	}
	s.must("the bot to connect", func() bool { return s.listener(e) != nil })
	s.mu.Lock()
	defer s.mu.Unlock()
	i := &Interaction{ID: s.id(), Kind: kind, Name: name, User: v.user, Channel: v.channel, s: s,
		created: s.opt.Now(), userInstall: v.userInstall, permissions: v.channel.Permissions, source: source}
	i.Token = "interaction-token-" + i.ID
	if v.app != nil {
		i.permissions = *v.app
	}
	s.world.interactions[i.Token] = i
	s.world.started = append(s.world.started, i)
	body := s.interactionJSON(i, v, data)
	if n := s.listener(e); n != nil { // else it has gone just now
		n.push(e.name, body)
		i.delivered = n.conn != nil
	}
	return i
}

// listener is the session that gets an event; s.mu is held.
func (s *Server) listener(e event) *session {
	for _, n := range s.sessions {
		if n.ready && n.concerns(e) {
			return n
		}
	}
	return nil
}

func (s *Server) interactionJSON(i *Interaction, v *invocation, data object) object {
	o := object{"id": i.ID, "application_id": s.Bot.ID, "type": i.Kind, "token": i.Token, "version": 1, "data": data,
		"channel_id": v.channel.ID, "channel": v.channel.json(), "locale": v.locale, "entitlements": []any{},
		"app_permissions": strconv.FormatInt(i.permissions, 10), "attachment_size_limit": maxUpload}
	owners := object{}
	guild := v.channel.Guild
	switch {
	case guild == nil:
		o["user"], o["context"] = v.user, 1
		if v.userInstall {
			owners["1"] = v.user.ID
		} else {
			owners["0"] = "0"
		}
	default:
		permissions := AllPermissions
		if v.permissions != nil {
			permissions = *v.permissions
		}
		o["guild_id"], o["guild_locale"], o["context"] = guild.ID, guild.Locale, 0
		o["guild"] = object{"id": guild.ID, "locale": guild.Locale, "features": []string{}}
		o["member"] = object{"user": v.user, "roles": []string{}, "permissions": strconv.FormatInt(permissions, 10),
			"joined_at": "2024-10-01T12:00:00Z", "deaf": false, "mute": false, "flags": 0}
		if !guild.Foreign {
			owners["0"] = guild.ID
		}
		if v.userInstall {
			owners["1"] = v.user.ID
		}
	}
	o["authorizing_integration_owners"], i.owners = owners, owners
	if i.source != nil {
		o["message"] = i.source
	}
	return o
}
