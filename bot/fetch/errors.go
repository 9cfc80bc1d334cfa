package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"

	"code.dny.dev/ssrf"

	"verbatim/bot"
)

// explain makes one line of what went wrong. The whole address is never in it
// (it may hold a signature), nor is what a private name resolves to.
func (c *Client) explain(ctx context.Context, host string, err error) error {
	var (
		wrapped *url.Error
		dns     *net.DNSError
		tlsErr  *tls.CertificateVerificationError
	)
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, bot.ErrAddress), errors.Is(err, bot.ErrStatus), errors.Is(err, bot.ErrTooLarge), errors.Is(err, bot.ErrType):
		return err
	case errors.Is(err, ssrf.ErrProhibitedPort):
		return fmt.Errorf("%w: only ports 80 and 443 are", bot.ErrAddress)
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork), errors.Is(err, ssrf.ErrInvalidHostPort):
		return fmt.Errorf("%w, and such addresses are not read", bot.ErrPrivate)
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%w: it did not answer within %s", bot.ErrStatus, c.timeout)
	case errors.As(err, &dns):
		return fmt.Errorf("%w: there is no site %q", bot.ErrStatus, dns.Name)
	case errors.As(err, &tlsErr):
		return fmt.Errorf("%w: its certificate is not trusted", bot.ErrStatus)
	}
	return fmt.Errorf("%w: the connection to %q failed", bot.ErrStatus, host)
}

// statusError says what a status means to somebody who sees the page in a browser.
func statusError(status int) error {
	said := fmt.Sprintf("%d %s", status, http.StatusText(status))
	switch status {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusTooManyRequests,
		http.StatusServiceUnavailable, http.StatusUnavailableForLegalReasons:
		return fmt.Errorf("%w: it answers %s and may refuse programs", bot.ErrStatus, said)
	}
	return fmt.Errorf("%w: it answers %s", bot.ErrStatus, said)
}

func typeError(kind string) error {
	return fmt.Errorf("%w: it is %.60q", bot.ErrType, kind)
}

// size writes a bound in the largest unit that divides it.
func size(n int64) string {
	switch {
	case n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
