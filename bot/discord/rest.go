package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/maphash"
	"net/http"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"
)

const (
	stripes     = 64  // rate-limit buckets of a kind, shared by all its routes
	ackStripes  = 512 // of first answers, which are due soon and have no limit but that of their own interaction
	maxAttempts = 4   // of one request, in all
)

// kind keeps calls that must not wait for one another apart: an interaction's
// first answer is due within three seconds.
type kind int

const (
	kindOther kind = iota
	kindWebhook
	kindCallback // the last: it has stripes of its own number
)

// rest speaks to Discord's REST interface through one session that is never
// opened. discordgo keeps a bucket for each address for ever and locks it for
// the length of a call; here every call takes one of a fixed number of
// buckets, picked by a hash of what it is about.
type rest struct {
	session *discordgo.Session
	web     *transport
	token   string
	seed    maphash.Seed
	turns   [2*stripes + ackStripes]chan struct{} // one call at a time in a bucket, waited for within a context
}

// restError is a request that Discord refused.
type restError struct {
	Status  int    // of HTTP
	Code    int    // of Discord, 0 where there is none
	Message string // without tokens
}

func (e *restError) Error() string {
	return fmt.Sprintf("discord answered %d (code %d): %s", e.Status, e.Code, e.Message)
}

func newREST(session *discordgo.Session, web *transport, token string) *rest {
	r := &rest{session: session, web: web, token: token, seed: maphash.MakeSeed()}
	for i := range r.turns {
		r.turns[i] = make(chan struct{}, 1)
	}
	return r
}

// request is one call.
type request struct {
	method, url string
	kind        kind
	about       string // what the rate limit is counted for: an interaction's or a channel's id
	body        any    // JSON, nil for none
	files       []file
	again       bool // a POST that may be made twice
	into        any  // where the answer is decoded, nil for nowhere
}

// do makes a call, again where a retry can help, within ctx.
func (r *rest) do(ctx context.Context, q request) error {
	contentType, body, err := q.encode()
	if err != nil {
		return err
	}
	for attempt := 1; ; attempt++ {
		var answer []byte
		answer, err = r.once(ctx, q, contentType, body)
		if err == nil {
			if q.into == nil {
				return nil
			}
			return json.Unmarshal(answer, q.into)
		}
		pause, again := retryAfter(err, q.again || q.method != http.MethodPost, attempt)
		if !again || attempt == maxAttempts {
			return r.clean(err)
		}
		if !sleep(ctx, pause) {
			return errors.Join(context.Cause(ctx), r.clean(err))
		}
	}
}

func (q *request) encode() (contentType string, body []byte, err error) {
	switch {
	case len(q.files) > 0:
		files := make([]*discordgo.File, len(q.files))
		for i, f := range q.files {
			files[i] = &discordgo.File{Name: f.Name, ContentType: f.contentType(), Reader: bytes.NewReader(f.Data)}
		}
		return discordgo.MultipartBodyWithJSON(q.body, files)
	case q.body != nil:
		body, err = json.Marshal(q.body)
		return "application/json", body, err
	}
	return "", nil, nil
}

// once waits for the call's turn in its bucket and makes it.
func (r *rest) once(ctx context.Context, q request, contentType string, body []byte) ([]byte, error) {
	stripe := r.stripe(q.kind, q.about)
	select {
	case r.turns[stripe] <- struct{}{}:
		defer func() { <-r.turns[stripe] }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	limits := r.session.Ratelimiter
	bucket := limits.GetBucket(strconv.FormatUint(stripe, 10))
	bucket.Lock() // never waited for: the turn is ours
	wait := limits.GetWaitTime(bucket, 1)
	if q.kind == kindOther { // answers to interactions do not count towards the global limit
		wait = max(wait, r.web.wait())
	}
	if wait > 0 {
		bucket.Unlock()
		if !sleep(ctx, wait) {
			return nil, context.Cause(ctx)
		}
		bucket.Lock()
	}
	bucket.Remaining--
	return r.session.RequestWithLockedBucket(q.method, q.url, contentType, body, bucket, 0,
		discordgo.WithContext(ctx), discordgo.WithRetryOnRatelimit(false), discordgo.WithRestRetries(0))
}

// stripe is the bucket of a call.
func (r *rest) stripe(k kind, about string) uint64 {
	n := uint64(stripes)
	if k == kindCallback {
		n = ackStripes
	}
	return uint64(k)*stripes + maphash.String(r.seed, about)%n
}

// retryAfter tells whether and when a failed call is made again. A call that
// may have been carried out is made again only where twice is the same as once.
func retryAfter(err error, again bool, attempt int) (time.Duration, bool) {
	var limited *discordgo.RateLimitError
	if errors.As(err, &limited) {
		return limited.RetryAfter, true
	}
	pause := time.Duration(attempt) * 300 * time.Millisecond
	var refused *discordgo.RESTError
	if errors.As(err, &refused) {
		return pause, refused.Response.StatusCode >= http.StatusInternalServerError && again
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return 0, false
	}
	return pause, again
}

// clean makes an error that can be logged.
func (r *rest) clean(err error) error {
	var refused *discordgo.RESTError
	if errors.As(err, &refused) {
		e := &restError{Status: refused.Response.StatusCode, Message: redact(http.StatusText(refused.Response.StatusCode), r.token)}
		if refused.Message != nil {
			e.Code, e.Message = refused.Message.Code, redact(refused.Message.Message, r.token)
		}
		return e
	}
	if cause := context.Canceled; errors.Is(err, cause) {
		return cause
	}
	if cause := context.DeadlineExceeded; errors.Is(err, cause) {
		return cause
	}
	return errors.New(redact(err.Error(), r.token))
}

// sleep waits, and reports false where ctx ended first.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
