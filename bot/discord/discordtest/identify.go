package discordtest

import (
	"context"
	"encoding/json"
	"strings"
	"time"
)

type identifyData struct {
	Token      string            `json:"token"`
	Intents    *int              `json:"intents"`
	Properties map[string]string `json:"properties"`
	Shard      *[2]int           `json:"shard"`
}

// identify answers op 2: READY, then a GUILD_CREATE for each guild.
func (c *conn) identify(d json.RawMessage) bool {
	var id identifyData
	if json.Unmarshal(d, &id) != nil {
		return c.refuse(CloseDecodeError, "IDENTIFY cannot be read")
	}
	if done, open := c.greeted(); done {
		return open
	}
	s := c.s
	s.mu.Lock()
	again := c.session != nil
	s.mu.Unlock()
	shard := [2]int{0, 1}
	if id.Shard != nil {
		shard = *id.Shard
	}
	switch {
	case again:
		return c.refuse(CloseAlreadyIn, "IDENTIFY a second time")
	case strings.TrimPrefix(id.Token, "Bot ") != s.opt.Token:
		c.close(CloseBadToken)
		return false
	case id.Intents == nil:
		return c.refuse(CloseBadIntents, "IDENTIFY without intents")
	case *id.Intents&^knownIntents != 0 || *id.Intents&unusedIntents != 0:
		return c.refuse(CloseBadIntents, "unknown intents in %b", *id.Intents)
	case *id.Intents&privilegedIntents&^s.opt.PrivilegedIntents != 0:
		return c.refuse(CloseRefusedIntents, "privileged intents that were not granted: %b", *id.Intents&privilegedIntents)
	case shard[1] < 1 || shard[0] < 0 || shard[0] >= shard[1]:
		return c.refuse(CloseBadShard, "shard %v", shard)
	case len(id.Properties) == 0:
		return c.refuse(CloseDecodeError, "IDENTIFY without properties")
	}
	if !s.admit(shard[0]) {
		c.send(frame{Op: 9, Data: false})
		return true
	}
	s.start(c, shard, *id.Intents)
	return true
}

// admit counts an identify against the limits.
func (s *Server) admit(shard int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	key, now := shard%s.opt.MaxConcurrency, time.Now()
	if last, ok := s.identified[key]; ok && now.Sub(last) < s.opt.IdentifyWindow {
		s.violate("identify", "shard %d identified %v after another of its concurrency key; the window is %v", shard, now.Sub(last), s.opt.IdentifyWindow)
		return false
	}
	if s.starts >= s.opt.Sessions {
		s.violate("identify", "no session start is left")
		return false
	}
	s.identified[key] = now
	s.starts++
	return true
}

func (s *Server) start(c *conn, shard [2]int, intents int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	// A new session of a shard takes the place of the old one.
	for _, old := range append([]*session(nil), s.sessions...) {
		if old.shard == shard && old.conn == nil {
			s.forget(old)
		}
	}
	n := &session{id: "session" + s.id(), shard: shard, intents: intents, conn: c}
	c.session = n
	s.sessions = append(s.sessions, n)
	guilds, mine := []object{}, []*Guild{}
	for _, g := range s.world.guilds {
		if !g.Foreign && n.concerns(event{guild: g}) {
			guilds = append(guilds, object{"id": g.ID, "unavailable": true})
			mine = append(mine, g)
		}
	}
	n.push("READY", object{"v": c.version, "user": s.Bot, "guilds": guilds, "session_id": n.id, "session_type": "normal", "private_channels": []any{},
		"resume_gateway_url": s.resumeURL(), "shard": shard, "application": object{"id": s.Bot.ID, "flags": 0}})
	if intents&intentGuilds != 0 {
		for _, g := range mine {
			n.push("GUILD_CREATE", s.guildCreate(g))
		}
	}
	n.ready = true
	s.ready++
	s.touch()
}

// resume answers op 6: what was missed, then RESUMED.
func (c *conn) resume(d json.RawMessage) bool {
	var r struct {
		Token   string `json:"token"`
		Session string `json:"session_id"`
		Seq     int64  `json:"seq"`
	}
	if json.Unmarshal(d, &r) != nil {
		return c.refuse(CloseDecodeError, "RESUME cannot be read")
	}
	if done, open := c.greeted(); done {
		return open
	}
	s := c.s
	if strings.TrimPrefix(r.Token, "Bot ") != s.opt.Token {
		c.close(CloseBadToken)
		return false
	}
	s.mu.Lock()
	n := s.session(r.Session)
	again, tooFar := c.session != nil, n != nil && r.Seq > n.seq
	s.mu.Unlock()
	switch {
	case again:
		return c.refuse(CloseAlreadyIn, "RESUME after IDENTIFY")
	case tooFar:
		return c.refuse(CloseBadSequence, "RESUME from sequence %d, which was never sent", r.Seq)
	case n == nil:
		c.send(frame{Op: 9, Data: false})
		return true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if old := n.conn; old != nil {
		old.drop()
	}
	n.conn, c.session = c, n
	for _, f := range n.sent {
		if *f.Seq > r.Seq {
			c.send(f)
		}
	}
	n.push("RESUMED", object{})
	s.resumed++
	s.touch()
	return true
}

// WaitReady waits until as many shards as the clients asked for are connected
// and READY, at least one.
func (s *Server) WaitReady(ctx context.Context) error {
	return s.await(ctx, s.allReady)
}

// allReady says whether every shard is there; s.mu is held.
func (s *Server) allReady() bool {
	here, want := map[[2]int]bool{}, 1
	for _, n := range s.sessions {
		if n.ready && n.conn != nil {
			here[n.shard] = true
			want = max(want, n.shard[1])
		}
	}
	return len(here) >= want
}

// Identifies is how many sessions were started.
func (s *Server) Identifies() int { s.mu.Lock(); defer s.mu.Unlock(); return s.ready }

// Resumes is how many sessions were resumed.
func (s *Server) Resumes() int { s.mu.Lock(); defer s.mu.Unlock(); return s.resumed }

// Heartbeats is how many heartbeats came.
func (s *Server) Heartbeats() int { s.mu.Lock(); defer s.mu.Unlock(); return s.faults.beats }

// Connections is how many gateway connections stand.
func (s *Server) Connections() int { s.mu.Lock(); defer s.mu.Unlock(); return len(s.conns) }

// gatewayURL is what GET /gateway answers.
func (s *Server) gatewayURL() string { return "ws" + strings.TrimPrefix(s.base, "http") }

func (s *Server) resumeURL() string { return s.gatewayURL() + "/resume" }
