package discord

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

const (
	intents = discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages // no privileged one

	stuckGrace = 2 * time.Second // for Open to notice that its connection was closed
)

// link is one discordgo session and the connection under it.
type link struct {
	session *discordgo.Session
	timing  timing
	lost    chan struct{} // the connection ended
	up      chan struct{} // READY or RESUMED came

	mu  sync.Mutex
	tap *tap
}

// newLink makes a session for a shard. The hub's on is called with every event,
// in the order in which they come, and must return at once.
func newLink(h *hub, shard [2]int) (*link, error) {
	s, err := discordgo.New("Bot " + h.token)
	if err != nil {
		return nil, err
	}
	l := &link{session: s, timing: h.timing, lost: make(chan struct{}, 1), up: make(chan struct{}, 1)}
	quiet(s, h.client)
	s.ShardID, s.ShardCount = shard[0], shard[1]
	s.SyncEvents = true // discordgo starts a goroutine for each event otherwise, and nobody waits for it
	s.Compress = false  // the tap reads along
	s.Identify.Intents = intents
	s.Dialer = l.dialer(h.roots)
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) {
		if e.Type == "READY" || e.Type == "RESUMED" {
			signal(l.up)
		}
		h.on(e)
	})
	s.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { signal(l.lost) })
	return l, nil
}

// quiet sets what every session has in common.
func quiet(s *discordgo.Session, client *http.Client) {
	s.Client = client
	s.StateEnabled = false
	s.ShouldReconnectOnError = false
	s.ShouldReconnectVoiceOnSessionError = false
	s.ShouldRetryOnRateLimit = false
	s.LogLevel = -1 // its lines carry tokens
	s.UserAgent = "DiscordBot (verbatim, 1)"
}

func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

func drain(c chan struct{}) {
	select {
	case <-c:
	default:
	}
}

// dialer opens connections that can be closed from here. Behind a proxy the
// bytes are encrypted above the tap, which then only bounds silence.
func (l *link) dialer(roots *x509.CertPool) *websocket.Dialer {
	plain := &net.Dialer{Timeout: l.timing.open, KeepAlive: 30 * time.Second}
	d := &websocket.Dialer{
		HandshakeTimeout: l.timing.open,
		Proxy:            http.ProxyFromEnvironment,
		NetDialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			return l.wrap(plain.DialContext(ctx, network, address))
		},
	}
	gateway := &http.Request{URL: &url.URL{Scheme: "https", Host: "gateway.discord.gg"}}
	if proxy, err := http.ProxyFromEnvironment(gateway); err == nil && proxy == nil {
		secure := &tls.Dialer{NetDialer: plain, Config: &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}}}
		d.NetDialTLSContext = func(ctx context.Context, network, address string) (net.Conn, error) {
			return l.wrap(secure.DialContext(ctx, network, address))
		}
	}
	return d
}

func (l *link) wrap(c net.Conn, err error) (net.Conn, error) {
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.tap = &tap{Conn: c, idle: l.timing.idle}
	return l.tap, nil
}

func (l *link) current() *tap {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.tap
}

// cut closes the connection under the session.
func (l *link) cut() {
	if t := l.current(); t != nil {
		_ = t.Close() // what ends anyway
	}
}

var errStuck = errors.New("the connection could not be given up")

// open connects, identifies or resumes, and waits until the gateway is ready.
// An error that is errStuck leaves a goroutine behind that holds the session:
// it must not be used again.
func (l *link) open(ctx context.Context) error {
	l.mu.Lock()
	l.tap = nil
	l.mu.Unlock()
	drain(l.lost)
	drain(l.up)
	done := make(chan error, 1)
	go func() { done <- l.session.Open() }()
	timer := time.NewTimer(l.timing.open)
	defer timer.Stop()
	if err := l.opened(ctx, done, timer.C); err != nil {
		return err
	}
	l.current().settle()
	select {
	case <-l.up:
		return nil
	case <-l.lost:
		return errors.New("the connection ended before it was ready")
	case <-ctx.Done():
		l.close()
		return context.Cause(ctx)
	case <-timer.C:
		l.cut()
		return errors.New("the gateway did not get ready in time")
	}
}

// opened waits for Open, and closes its connection where that takes too long.
func (l *link) opened(ctx context.Context, done <-chan error, late <-chan time.Time) error {
	var reason error
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		reason = context.Cause(ctx)
	case <-late:
		reason = errors.New("the gateway did not answer in time")
	}
	grace := time.NewTimer(stuckGrace)
	defer grace.Stop()
	l.cut()
	select {
	case err := <-done:
		if err == nil {
			l.close()
		}
		return reason
	case <-grace.C:
		return fmt.Errorf("%w: %w", errStuck, reason)
	}
}

// close ends the session for good. It takes a second: discordgo gives the
// close frame that long.
func (l *link) close() {
	_ = l.session.Close() // what ends anyway
}
