package discord

import (
	"context"
	"errors"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot/discord/discordtest"
)

// testREST speaks to a world's Discord beside the bot.
func testREST(w *world) *rest {
	w.t.Helper()
	r, _, done, err := connectREST(w.config)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(done)
	return r
}

func TestRateLimitsAreWaitedFor(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	r := testREST(w)
	w.Fail(discordtest.RouteGatewayBot, 1, 429, 30*time.Millisecond)
	begin := time.Now()
	if _, err := r.gateway(w.ctx); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(begin); took < 30*time.Millisecond {
		t.Errorf("asked again after %v", took)
	}
}

func TestRateLimitsAreBounded(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	r := testREST(w)
	w.LimitGlobally(1, time.Hour)
	ctx, cancel := context.WithTimeout(w.ctx, 50*time.Millisecond)
	defer cancel()
	_, err := r.gateway(ctx)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the deadline", err)
	}
	again, stop := context.WithTimeout(w.ctx, 50*time.Millisecond)
	defer stop()
	if _, err := r.commands(again, w.Bot.ID, ""); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("while the limit lasts: got %v, want the deadline", err)
	}
	if got := len(w.Requests()); got != 1 {
		t.Errorf("%d requests were made, want one", got)
	}
}

func TestRetriesAreBounded(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	r := testREST(w)
	w.Fail(discordtest.RouteGatewayBot, 100, 503, 0)
	var refused *restError
	if _, err := r.gateway(w.ctx); !errors.As(err, &refused) || refused.Status != 503 {
		t.Errorf("got %v, want status 503", err)
	}
	if got := len(w.Requests()); got != maxAttempts {
		t.Errorf("asked %d times, want %d", got, maxAttempts)
	}
}

type answers func(*http.Request) (*http.Response, error)

func (f answers) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestBucketsAreFew makes calls for many interactions: what is kept of them
// must not grow.
func TestBucketsAreFew(t *testing.T) {
	t.Parallel()
	r, _, done, err := connectREST(Config{Token: discordtest.Token})
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	r.web.next = answers(func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusNoContent, Body: http.NoBody, Header: http.Header{}}, nil
	})
	for n := range 2000 {
		i := &interaction{ID: strconv.Itoa(n), Token: "token" + strconv.Itoa(n), ApplicationID: "1"}
		if err := r.respond(t.Context(), i, response{Type: respondDeferred}); err != nil {
			t.Fatal(err)
		}
		q := request{method: http.MethodPatch, url: discordgo.EndpointInteractionResponseActions("1", i.Token), kind: kindWebhook, about: i.ID}
		if err := r.do(t.Context(), q); err != nil {
			t.Fatal(err)
		}
	}
	got := reflect.ValueOf(r.session.Ratelimiter).Elem().FieldByName("buckets").Len()
	if most := stripes + ackStripes; got > most || got < stripes {
		t.Errorf("%d buckets after 2,000 interactions, want at most %d", got, most)
	}
}

func TestRedact(t *testing.T) {
	const token = "MTIz.abc.def"
	in := `Post "https://discord.com/api/v9/webhooks/12/aW50ZXJ:x/messages/@original": Bot ` + token + ` /interactions/1/aW50-_x/callback`
	got := redact(in, token)
	for _, secret := range []string{token, "aW50ZXJ", "aW50-_x"} {
		if strings.Contains(got, secret) {
			t.Errorf("%q is left in %q", secret, got)
		}
	}
}

func TestInvite(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	link, err := Invite(w.ctx, w.config)
	if err != nil {
		t.Fatal(err)
	}
	want := "https://discord.com/oauth2/authorize?client_id=" + w.Bot.ID + "&permissions=309237763072&scope=bot+applications.commands"
	if link != want {
		t.Errorf("got %s, want %s", link, want)
	}
	w.config.Token = "another"
	if _, err := Invite(w.ctx, w.config); !errors.Is(err, ErrBadToken) {
		t.Errorf("got %v, want ErrBadToken", err)
	}
}

func TestAddressOfTheAPI(t *testing.T) {
	for in, ok := range map[string]bool{"": true, "http://127.0.0.1:8080/api/v9": true, "https://proxy.example/": true, "127.0.0.1:8080": false, "ftp://x/": false, "http://": false} {
		if _, err := newTransport(in); (err == nil) != ok {
			t.Errorf("%q: %v", in, err)
		}
	}
}
