// Package fetch reads pages from addresses that strangers hand in: bounded in
// size and time, and never from a private address, whatever a name resolves to
// or a redirect says.
package fetch

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"verbatim/bot"
)

const (
	defaultMaxBytes = 10 << 20
	defaultTimeout  = 15 * time.Second
	maxRedirects    = 5
	maxAddress      = 2048     // bytes of a URL
	maxHeader       = 64 << 10 // bytes of an answer's header

	userAgent = "verbatim (a bot that quotes articles its readers ask about)"
)

// Options are what can be set. The zero value is what runs in earnest.
type Options struct {
	Loopback bool          // addresses of this machine are read too, on any port; for tests alone
	MaxBytes int64         // bound on a page, after decompression; 0: 10 MiB
	Timeout  time.Duration // bound on everything, redirects and body included; 0: 15 s
	Log      *slog.Logger  // nil: nothing is logged
}

// Client is a [bot.Fetcher]. Its methods may be called at once; it keeps no
// connection, no cookie and no goroutine between calls.
type Client struct {
	http     *http.Client
	dialer   *net.Dialer
	maxBytes int64
	timeout  time.Duration
	log      *slog.Logger
}

var _ bot.Fetcher = (*Client)(nil)

// New makes a client. Public addresses are read on ports 80 and 443 alone; a
// proxy that the environment names is ignored, since it would dial for us.
func New(o Options) *Client {
	c := &Client{maxBytes: o.MaxBytes, timeout: o.Timeout, log: o.Log}
	if c.maxBytes <= 0 {
		c.maxBytes = defaultMaxBytes
	}
	if c.timeout <= 0 {
		c.timeout = defaultTimeout
	}
	if c.log == nil {
		c.log = slog.New(slog.DiscardHandler)
	}
	c.dialer = &net.Dialer{Control: guard(o.Loopback)}
	c.http = &http.Client{
		Transport: &http.Transport{
			Proxy:                  nil,
			DialContext:            c.dialer.DialContext,
			ForceAttemptHTTP2:      true,
			DisableKeepAlives:      true,
			MaxResponseHeaderBytes: maxHeader,
		},
		CheckRedirect: redirect,
	}
	return c
}

// Fetch reads the page at an http(s) address. See [bot.Fetcher] for its errors.
func (c *Client) Fetch(ctx context.Context, address string) (bot.Page, error) {
	u, err := parse(address)
	if err != nil {
		return bot.Page{}, err
	}
	bounded, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	page, err := c.get(bounded, u)
	if err != nil {
		err = c.explain(ctx, u.Hostname(), err)
		c.log.Debug("page not read", "host", u.Hostname(), "error", err)
		return bot.Page{}, err
	}
	c.log.Debug("page read", "host", u.Hostname(), "bytes", len(page.Body))
	return page, nil
}

func (c *Client) get(ctx context.Context, u *url.URL) (bot.Page, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return bot.Page{}, err
	}
	request.Header.Set("User-Agent", userAgent)
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9")
	request.Header.Set("Accept-Language", "fr, en;q=0.5")
	answer, err := c.http.Do(request)
	if err != nil {
		return bot.Page{}, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return bot.Page{}, statusError(answer.StatusCode)
	}
	if coding := answer.Header.Get("Content-Encoding"); coding != "" && coding != "identity" {
		return bot.Page{}, typeError(coding) // we asked for gzip alone, which the transport has undone
	}
	contentType := answer.Header.Get("Content-Type")
	if kind := mediaType(contentType); !readable(kind) && !unnamed(kind) {
		return bot.Page{}, typeError(kind)
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, c.maxBytes+1))
	if err != nil {
		return bot.Page{}, err
	}
	if int64(len(body)) > c.maxBytes {
		return bot.Page{}, fmt.Errorf("%w: it has more than %s", bot.ErrTooLarge, size(c.maxBytes))
	}
	if unnamed(mediaType(contentType)) {
		if kind := mediaType(http.DetectContentType(body)); !readable(kind) {
			return bot.Page{}, typeError(kind)
		}
	}
	final := *answer.Request.URL
	final.Fragment, final.RawFragment = "", ""
	return bot.Page{URL: final.String(), ContentType: contentType, Body: body}, nil
}

// parse reads an address and refuses what is never fetched.
func parse(address string) (*url.URL, error) {
	address = strings.TrimSpace(address)
	if len(address) > maxAddress {
		return nil, fmt.Errorf("%w: it has more than %d bytes", bot.ErrAddress, maxAddress)
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("%w: it is malformed", bot.ErrAddress)
	}
	u.Fragment, u.RawFragment = "", ""
	return u, allowed(u)
}

// allowed judges an address by its look, before any name is resolved.
func allowed(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return fmt.Errorf("%w: it begins with neither http:// nor https://", bot.ErrAddress)
	case u.User != nil:
		return fmt.Errorf("%w: it holds a user name or a password", bot.ErrAddress)
	case u.Hostname() == "":
		return fmt.Errorf("%w: it names no site", bot.ErrAddress)
	}
	return nil
}

// redirect judges each step; the dialer judges where the step leads.
func redirect(next *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return fmt.Errorf("%w: it redirects more than %d times", bot.ErrAddress, maxRedirects)
	}
	next.Header.Del("Referer")
	return allowed(next.URL)
}

// mediaType is the type without its parameters, in lower case.
func mediaType(contentType string) string {
	kind, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind, _, _ = strings.Cut(contentType, ";")
	}
	return strings.ToLower(strings.TrimSpace(kind))
}

func readable(kind string) bool {
	switch kind {
	case "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown":
		return true
	}
	return false
}

// unnamed reports whether the server says nothing of the type; the bytes tell then.
func unnamed(kind string) bool { return kind == "" || kind == "application/octet-stream" }
