package model

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/cenkalti/backoff/v5"
	openai "github.com/sashabaranov/go-openai"

	"verbatim/bot"
)

// refusal is the HTTP status of an error, 0 where it has none, and what the
// server said. A RequestError may wrap an APIError of status 0: it comes first.
func refusal(err error) (status int, message string) {
	var request *openai.RequestError
	if errors.As(err, &request) {
		return request.HTTPStatusCode, string(request.Body)
	}
	var api *openai.APIError
	if errors.As(err, &api) {
		return api.HTTPStatusCode, fmt.Sprint(api.Message, " ", api.Code, " ", api.Type)
	}
	return 0, ""
}

// verdict says whether trying again can help.
func (c *Client) verdict(err error) error {
	status, message := refusal(err)
	switch {
	case errors.Is(err, bot.ErrModelRejected), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return backoff.Permanent(err)
	case status == http.StatusTooManyRequests && strings.Contains(message, "insufficient_quota"):
		return backoff.Permanent(fmt.Errorf("%w: %w", bot.ErrModelRejected, err))
	case status == http.StatusTooManyRequests, status == http.StatusRequestTimeout, status == http.StatusConflict, status >= 500:
		return err
	case status >= 400:
		return backoff.Permanent(fmt.Errorf("%w: %w", bot.ErrModelRejected, err))
	}
	return err
}

// clean takes secrets and length off an error; it still wraps what callers ask
// for.
func (c *Client) clean(err error) error {
	text := c.redact.Replace(err.Error())
	if r := []rune(strings.Join(strings.Fields(text), " ")); len(r) > 300 {
		text = string(r[:300]) + "…"
	}
	return &fault{text: text, err: err}
}

// fault is an error whose text is fit for a log. It does not unwrap to the
// library's errors, which hold what the server said.
type fault struct {
	text string
	err  error
}

func (f *fault) Error() string { return f.text }

func (f *fault) Is(target error) bool {
	for _, known := range []error{bot.ErrModelRejected, context.Canceled, context.DeadlineExceeded} {
		if target == known {
			return errors.Is(f.err, known)
		}
	}
	return false
}
