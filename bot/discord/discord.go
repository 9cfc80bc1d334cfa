// Package discord is the bot's face on Discord: it holds the connection,
// registers the commands, and shows what the bot answers.
//
// An event travels from [tap] (the connection, read along) through discordgo's
// session to [server].event, which hands it to the crew and returns; a
// goroutine of the crew acknowledges it, does the work within a deadline of
// its own and shows what came of it through a [reply] (an interaction) or as a
// message. Nothing of discordgo's is used beyond the session and the REST
// calls: its types blank what they do not know.
//
// Answers are plain content with Markdown, not embeds or components of the
// second version: block quotes, bold and small print are what an answer is
// made of, they read well on a phone and in a notification, can be copied and
// searched, and an edit of a deferred answer can carry them.
package discord

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
)

// Config is what the operator sets.
type Config struct {
	Token      string // without "Bot "
	APIURL     string // REST address with its version; "" is Discord's own
	GuildID    string // registers the commands in this server alone; "" is everywhere
	ShardID    int
	ShardCount int // 0: as many shards as Discord recommends, all in this process

	timing timing         // zero: as Discord wants it
	roots  *x509.CertPool // of the gateway's certificate; nil: the system's
}

// ErrBadToken is returned where Discord does not know the token.
var ErrBadToken = errors.New("discord refuses the token")

// ErrRefused is wrapped where Discord closed the connection for good.
var ErrRefused = errors.New("discord refuses the connection for good")

// RefusedError says with which close code Discord ended it.
type RefusedError struct{ Code int }

func (e *RefusedError) Error() string {
	return fmt.Sprintf("%v: %s (close code %d)", ErrRefused, refusals[e.Code], e.Code)
}

func (e *RefusedError) Unwrap() error { return ErrRefused }

var refusals = map[int]string{
	4010: "the shard is not valid",
	4011: "the bot is in too many servers for one shard",
	4012: "the gateway's version is not valid",
	4013: "the intents are not valid",
	4014: "the intents are not allowed",
}

// timing is how long things take; tests shorten it.
type timing struct {
	open     time.Duration        // for a connection to be ready
	idle     time.Duration        // longest silence of the gateway; it answers a heartbeat every 41 s
	identify time.Duration        // between two identifies of one rate-limit key
	retry    time.Duration        // first pause after a failure
	steady   time.Duration        // how long a connection must last for the next pause to be the first again
	resume   time.Duration        // before a session is resumed
	invalid  func() time.Duration // after the session was invalidated
	drain    time.Duration        // for what is under way when the bot stops
	farewell time.Duration        // to say that it stops; container runtimes kill after ten seconds
	progress time.Duration        // between two edits that tell of progress
	health   time.Duration        // between two heartbeats for `verbatim health`
	sweep    time.Duration        // between two looks at what has expired
}

var usual = timing{
	open: 20 * time.Second, idle: 100 * time.Second, identify: 5 * time.Second, retry: time.Second,
	steady: time.Minute, resume: 300 * time.Millisecond, invalid: invalidPause, drain: 8 * time.Second, farewell: 1200 * time.Millisecond,
	progress: time.Second, health: 10 * time.Second, sweep: time.Minute,
}

// Run serves Discord until ctx ends, and then returns nil once what was under
// way is answered, or told that the bot stops. It returns [ErrBadToken] or an
// error that wraps [ErrRefused] where Discord will never take the connection.
func Run(ctx context.Context, b *bot.Bot, c Config, log *slog.Logger) error {
	if c.timing.open == 0 {
		c.timing = usual
	}
	r, client, done, err := connectREST(c)
	if err != nil {
		return err
	}
	defer done()

	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	crew := newCrew(ctx, log)
	s := newServer(b, r, crew, c, log)
	h := &hub{
		rest: r, web: r.web, client: client, token: r.token, roots: c.roots, timing: c.timing, log: log, on: s.event,
		connected: map[int]bool{}, turns: map[int]*turn{}, changed: make(chan struct{}, 1),
	}
	shards, err := h.shards(ctx, c)
	if err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return err
	}

	var all sync.WaitGroup
	var once sync.Once
	var final error
	for _, shard := range shards {
		all.Go(func() {
			if err := h.keep(ctx, shard); err != nil {
				once.Do(func() { final = err })
				stop(err)
			}
		})
	}
	all.Go(func() { s.beat(ctx, func() bool { return h.up(len(shards)) }, h.changed) })
	all.Go(func() { s.tidy(ctx) })
	<-ctx.Done()
	crew.close(c.timing.drain, c.timing.farewell)
	all.Wait()
	return final
}

// connectREST prepares the REST calls; done gives their connections back.
func connectREST(c Config) (r *rest, client *http.Client, done func(), err error) {
	web, err := newTransport(c.APIURL)
	if err != nil {
		return nil, nil, nil, err
	}
	token := strings.TrimPrefix(c.Token, "Bot ")
	session, err := discordgo.New("Bot " + token)
	if err != nil {
		return nil, nil, nil, errors.New(redact(err.Error(), token))
	}
	client = web.client()
	quiet(session, client)
	return newREST(session, web, token), client, client.CloseIdleConnections, nil
}

// shards names this process's shards; it asks Discord how many there should be
// until it answers.
func (h *hub) shards(ctx context.Context, c Config) ([][2]int, error) {
	if c.ShardCount > 0 {
		if c.ShardID < 0 || c.ShardID >= c.ShardCount {
			return nil, fmt.Errorf("DISCORD_SHARD_ID: want 0 to %d", c.ShardCount-1)
		}
		return [][2]int{{c.ShardID, c.ShardCount}}, nil
	}
	pause := h.backoff()
	for {
		g, err := h.gateway(ctx)
		if err == nil {
			out := make([][2]int, max(1, g.Shards))
			for i := range out {
				out[i] = [2]int{i, len(out)}
			}
			return out, nil
		}
		if final := refusal(err, verdict{}); final != nil {
			return nil, final
		}
		h.log.Warn("discord cannot be reached", "error", err)
		if !sleep(ctx, pause.NextBackOff()) {
			return nil, context.Cause(ctx)
		}
	}
}
