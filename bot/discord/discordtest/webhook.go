package discordtest

// answerOf finds the interaction of a webhook's token while it works; s.mu is held.
func (s *Server) answerOf(c *call) (*Interaction, *apiError) {
	i := s.world.interactions[c.value("token")]
	switch {
	case i == nil || c.value("app") != s.Bot.ID:
		s.violate("webhook", "%s with an application or token that never was", c.route)
		return nil, fail(404, 10015, "Unknown Webhook")
	case !i.alive():
		return nil, fail(401, 50027, "Invalid Webhook Token")
	case i.ack == nil:
		s.violate("webhook", "%s of %s before its acknowledgement", c.route, i)
		return nil, fail(404, 10015, "Unknown Webhook")
	}
	return i, nil
}

// answer finds one message of an interaction; s.mu is held.
func (s *Server) answerMessageOf(c *call) (*Interaction, *Message, *apiError) {
	i, bad := s.answerOf(c)
	if bad != nil {
		return nil, nil, bad
	}
	m := i.original
	if id := c.value("message"); id != "@original" {
		m = nil
		if i.original != nil && i.original.ID == id {
			m = i.original
		}
		for _, f := range i.followups {
			if f.ID == id {
				m = f
			}
		}
	}
	if m == nil || m.Deleted {
		return nil, nil, fail(404, 10008, "Unknown Message")
	}
	return i, m, nil
}

func (s *Server) getAnswer(c *call) (reply, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, bad := s.answerMessageOf(c)
	if bad != nil {
		return reply{}, bad
	}
	return reply{200, toObject(m)}, nil
}

func (s *Server) editAnswer(c *call) (reply, *apiError) {
	return s.locked(func() (reply, *apiError, func()) {
		i, m, bad := s.answerMessageOf(c)
		if bad != nil {
			return reply{}, bad, nil
		}
		var body messageBody
		if bad := s.parseMessage(c, c.body, &body); bad != nil {
			return reply{}, bad, nil
		}
		name := "MESSAGE_UPDATE"
		if m.Loading() {
			name = "MESSAGE_CREATE"
		}
		if bad := s.fillMessage(c, m, body, whereEdit, i); bad != nil {
			return reply{}, bad, nil
		}
		return reply{200, toObject(m)}, nil, s.telling(name, m)
	})
}

func (s *Server) deleteAnswer(c *call) (reply, *apiError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, bad := s.answerMessageOf(c)
	if bad != nil {
		return reply{}, bad
	}
	m.Deleted = true
	s.touch()
	return reply{204, nil}, nil
}

// maxUserFollowups is how many followups an app may send that only the person
// installed.
const maxUserFollowups = 5

func (s *Server) followup(c *call) (reply, *apiError) {
	return s.locked(func() (reply, *apiError, func()) {
		i, bad := s.answerOf(c)
		if bad != nil {
			return reply{}, bad, nil
		}
		var body messageBody
		if bad := s.parseMessage(c, c.body, &body); bad != nil {
			return reply{}, bad, nil
		}
		// The first followup after a deferral becomes the answer itself.
		if o := i.original; o != nil && o.Loading() && o != i.source {
			if bad := s.fillMessage(c, o, body, whereCallback, i); bad != nil {
				return reply{}, bad, nil
			}
			return reply{200, toObject(o)}, nil, s.telling("MESSAGE_CREATE", o)
		}
		if i.userInstall && len(i.followups) >= maxUserFollowups && (i.Channel.Guild == nil || i.Channel.Guild.Foreign) {
			s.violate("followup", "%s got more than %d followups of a user-installed app", i, maxUserFollowups)
			return reply{}, fail(400, 40094, "This interaction has reached the maximum number of follow up messages."), nil
		}
		m := s.answerMessage(i)
		if bad := s.fillMessage(c, m, body, whereCallback, i); bad != nil {
			return reply{}, bad, nil
		}
		i.followups = append(i.followups, s.store(m))
		return reply{200, toObject(m)}, nil, s.telling("MESSAGE_CREATE", m)
	})
}

// locked runs f with the lock and then, without it, what f wants told.
func (s *Server) locked(f func() (reply, *apiError, func())) (reply, *apiError) {
	s.mu.Lock()
	out, bad, tell := f()
	s.touch()
	s.mu.Unlock()
	if tell != nil {
		tell()
	}
	return out, bad
}
