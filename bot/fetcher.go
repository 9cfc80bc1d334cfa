package bot

import (
	"context"
	"errors"
)

// Page is what an address answered.
type Page struct {
	URL         string // after redirects, without fragment
	ContentType string // as the server named it
	Body        []byte // at most the fetcher's bound
}

// Fetcher reads bytes from http(s) addresses, bounded in size and time, never
// from private addresses. Errors are one line that a reader can act on; they
// wrap one of the sentinels below where a reader's address is the cause, or
// the context's error.
type Fetcher interface {
	Fetch(ctx context.Context, url string) (Page, error)
}

// Why an address gave no page.
var (
	ErrAddress  = errors.New("the address cannot be read") // not http(s), a password in it, an odd port, too many redirects
	ErrPrivate  = errors.New("the address is private")     // this machine, a local network, a cloud's metadata, …
	ErrStatus   = errors.New("the site gave no page")      // a status other than 200, or no answer at all
	ErrTooLarge = errors.New("the page is too large")
	ErrType     = errors.New("the address holds no text")
)
