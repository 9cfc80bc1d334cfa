package discord

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
)

const (
	requestTimeout = 15 * time.Second
	maxResponse    = 8 << 20 // bytes
)

// transport sends discordgo's requests to the REST address that is set, and
// answers its question for the gateway from what /gateway/bot said: discordgo
// computes its addresses when it is loaded, and asks the wrong one.
type transport struct {
	base    *url.URL // nil is Discord's own
	next    http.RoundTripper
	gateway atomic.Pointer[string]
	paused  atomic.Int64 // Unix nanoseconds until which Discord's global rate limit lasts
}

func newTransport(base string) (*transport, error) {
	t := &transport{next: http.DefaultTransport.(*http.Transport).Clone()}
	if base == "" {
		return t, nil
	}
	u, err := url.Parse(strings.TrimRight(base, "/"))
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return nil, fmt.Errorf("DISCORD_API_URL: want an address with its version, such as http://127.0.0.1:8080/api/v9")
	}
	t.base = u
	return t, nil
}

// client is what every request goes through.
func (t *transport) client() *http.Client {
	return &http.Client{
		Transport:     t,
		Timeout:       requestTimeout,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// CloseIdleConnections ends the connections that no request uses.
func (t *transport) CloseIdleConnections() {
	if c, ok := t.next.(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}

// RoundTrip sends a request where it belongs.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	path := strings.TrimPrefix(req.URL.Path, "/api/v"+discordgo.APIVersion)
	if path == "/gateway" {
		if g := t.gateway.Load(); g != nil {
			return answerGateway(req, *g)
		}
	}
	if t.base != nil {
		req = req.Clone(req.Context())
		u := *t.base
		u.Path += path
		u.RawQuery = req.URL.RawQuery
		req.URL, req.Host = &u, ""
	}
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	t.pause(resp)
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, maxResponse), resp.Body}
	return resp, nil
}

// pause notes a global rate limit: discordgo forgets it where it comes, as it
// does, without a time of reset.
func (t *transport) pause(resp *http.Response) {
	if resp.StatusCode != http.StatusTooManyRequests || resp.Header.Get("X-RateLimit-Global") == "" {
		return
	}
	if seconds, err := strconv.ParseFloat(resp.Header.Get("Retry-After"), 64); err == nil && seconds > 0 {
		t.paused.Store(time.Now().Add(time.Duration(seconds * float64(time.Second))).UnixNano())
	}
}

// wait is how long no request may be made.
func (t *transport) wait() time.Duration { return time.Until(time.Unix(0, t.paused.Load())) }

func answerGateway(req *http.Request, address string) (*http.Response, error) {
	body, err := json.Marshal(map[string]string{"url": address})
	if err != nil {
		return nil, err
	}
	return &http.Response{
		Status: "200 OK", StatusCode: http.StatusOK, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Type": {"application/json"}}, ContentLength: int64(len(body)),
		Body: io.NopCloser(bytes.NewReader(body)), Request: req,
	}, nil
}
