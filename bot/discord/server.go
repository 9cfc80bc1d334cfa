package discord

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"runtime/debug"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	lru "github.com/hashicorp/golang-lru/v2"

	"verbatim/bot"
)

const (
	maxHinted   = 4096 // channels of which it is remembered that they had a hint today
	maxThumbs   = 4096
	maxMenus    = 128  // messages whose question is being typed
	maxTurned   = 32   // translations whose pages are being turned
	maxChannels = 4096 // of which it is known what they are
)

// server answers what Discord sends.
type server struct {
	bot    *bot.Bot
	rest   *rest
	crew   *crew
	config Config
	log    *slog.Logger

	talk       *bot.Conversations
	hinted     *lru.Cache[string, string]  // by channel: the day of its hint
	thumbs     *lru.Cache[string, bool]    // by message and person: whether there was one
	menus      *lru.Cache[string, opened]  // by message: what it holds
	channels   *lru.Cache[string, channel] // by id
	turned     *lru.Cache[string, turned]  // by article and language
	self       atomic.Pointer[string]      // the bot's user id
	registered atomic.Bool
}

func newServer(b *bot.Bot, r *rest, c *crew, config Config, log *slog.Logger) *server {
	return &server{
		bot: b, rest: r, crew: c, config: config, log: log, talk: bot.NewConversations(b.Now),
		hinted: recent[string](maxHinted), thumbs: recent[bool](maxThumbs), menus: recent[opened](maxMenus), channels: recent[channel](maxChannels),
		turned: recent[turned](maxTurned),
	}
}

// recent remembers what was used lately.
func recent[V any](size int) *lru.Cache[string, V] {
	c, err := lru.New[string, V](size)
	if err != nil {
		panic(err) // the sizes are positive constants
	}
	return c
}

// event takes an event from a session and returns at once.
func (s *server) event(e *discordgo.Event) {
	s.crew.try("event "+e.Type, func() {
		switch e.Type {
		case "READY":
			var ready struct {
				User        user   `json:"user"`
				Shard       [2]int `json:"shard"`
				Application struct {
					ID string `json:"id"`
				} `json:"application"`
			}
			if s.decode(e, &ready) {
				s.ready(ready.User.ID, ready.Application.ID, ready.Shard[0])
			}
		case "INTERACTION_CREATE":
			var i interaction
			if s.decode(e, &i) {
				s.interact(&i)
			}
		case "MESSAGE_CREATE":
			var m heard
			if s.decode(e, &m) {
				s.hear(&m)
			}
		}
	})
}

func (s *server) decode(e *discordgo.Event, into any) bool {
	err := json.Unmarshal(e.RawData, into)
	if err != nil {
		s.log.Warn("an event cannot be read", "type", e.Type, "error", err)
	}
	return err == nil
}

// ready notes who the bot is, and registers the commands once where this is
// the first shard.
func (s *server) ready(self, application string, shard int) {
	s.self.Store(&self)
	if application == "" {
		application = self
	}
	if shard != 0 || !s.registered.CompareAndSwap(false, true) {
		return
	}
	s.crew.add(&job{name: "register commands", run: func(ctx context.Context) {
		if err := s.register(ctx, application); err != nil {
			s.registered.Store(false) // at the next READY
			s.log.Error("the commands could not be registered", "error", err)
		}
	}})
}

func (s *server) me() string {
	if id := s.self.Load(); id != nil {
		return *id
	}
	return ""
}

// tidy takes out of the store what was kept long enough, at once and daily, and
// out of memory what has expired, every little while, until ctx ends.
func (s *server) tidy(ctx context.Context) {
	tick := time.NewTicker(s.config.timing.sweep)
	defer tick.Stop()
	rested := int64(0)
	for next := s.bot.Now(); ; {
		if now := s.bot.Now(); !now.Before(next) {
			next = now.Add(24 * time.Hour)
			if err := s.bot.Store.Purge(ctx, now); err != nil && ctx.Err() == nil {
				s.log.Warn("what is old could not be taken out of the store", "error", err)
			}
		}
		s.sweep()
		if done := s.crew.total.Load(); done != rested && s.crew.count() == 0 {
			rested = done
			debug.FreeOSMemory() // a bot that waits holds no memory that it used while it worked
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}

// sweep drops from memory what has expired.
func (s *server) sweep() {
	s.talk.Sweep()
	s.bot.Library.Sweep()
	for _, id := range s.menus.Keys() {
		if m, ok := s.menus.Peek(id); ok && !s.bot.Now().Before(m.until) {
			s.menus.Remove(id)
		}
	}
	for _, id := range s.turned.Keys() {
		if t, ok := s.turned.Peek(id); ok && !s.bot.Now().Before(t.until) {
			s.turned.Remove(id)
		}
	}
}

// beat tells the store how the bot is, at every change and every heartbeat,
// until ctx ends.
func (s *server) beat(ctx context.Context, up func() bool, changed <-chan struct{}) {
	tick := time.NewTicker(s.config.timing.health)
	defer tick.Stop()
	for {
		s.setHealth(ctx, up())
		select {
		case <-tick.C:
		case <-changed:
		case <-ctx.Done():
			s.setHealth(context.WithoutCancel(ctx), false)
			return
		}
	}
}

func (s *server) setHealth(ctx context.Context, connected bool) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	if err := s.bot.Store.SetHealth(ctx, bot.Health{Connected: connected, At: s.bot.Now()}); err != nil && ctx.Err() == nil {
		s.log.Warn("health could not be stored", "error", err)
	}
}

// excuse is what a reader is told of an error, and logs it where nobody but
// the operator can do something about it.
func (s *server) excuse(ctx context.Context, what string, err error, language string) message {
	var mistake *bot.UserError
	switch {
	case errors.As(err, &mistake):
		text := escape(upright(mistake.In(language)))
		if hint := mistake.Hint.In(language); hint != "" && !errors.Is(err, bot.ErrNoModel) { // that one is the owner's
			text += " " + escape(upright(hint))
		}
		return message{Content: text}
	case errors.Is(context.Cause(ctx), errStopping):
		return message{Content: sayStopping.In(language)}
	case errors.Is(err, context.DeadlineExceeded):
		return message{Content: sayLate.In(language)}
	}
	s.log.Error("a request failed", "what", what, "error", redact(err.Error(), s.rest.token))
	return message{Content: sayFailed.In(language)}
}
