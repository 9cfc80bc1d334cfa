package bot

import "context"

// Page is what an address answered.
type Page struct {
	URL         string // after redirects, without fragment
	ContentType string // as the server named it
	Body        []byte // at most the fetcher's bound
}

// Fetcher reads bytes from http(s) addresses, bounded in size and time, never
// from private addresses. Errors are one line that a reader can act on.
type Fetcher interface {
	Fetch(ctx context.Context, url string) (Page, error)
}
