package discordtest

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

func TestFaults(t *testing.T) {
	for _, test := range []struct {
		name   string
		plan   func(*Server)
		status int
		code   int
	}{
		{"a status", func(s *Server) { s.Fail(RouteMe, 1, 502, 0) }, 502, 0},
		{"a code", func(s *Server) { s.FailWith(RouteMe, 1, 404, 10015) }, 404, 10015},
		{"any route", func(s *Server) { s.Fail("", 1, 503, 0) }, 503, 0},
		{"another route", func(s *Server) { s.Fail(RouteGateway, 1, 503, 0) }, 200, 0},
		{"a rate limit", func(s *Server) { s.Fail(RouteMe, 1, 429, time.Millisecond) }, 429, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv := New(t, Options{})
			test.plan(srv)
			c := &client{t: t, srv: srv}
			status, out := c.call("GET", "/users/@me", "")
			wantStatus(t, status, out, test.status, test.code)
			if status, _ := c.call("GET", "/users/@me", ""); status != 200 {
				t.Errorf("the fault stays: %d", status)
			}
		})
	}
}

func TestFaultBodies(t *testing.T) {
	srv := New(t, Options{})
	srv.FailBody(RouteMe, 1, 502, "<html>bad gateway")
	_, out, header, err := try(t.Context(), srv, "GET", "/users/@me", "", nil)
	if err != nil || header.Get("Content-Type") != "text/html" || !strings.Contains(fmt.Sprintf("%s", out["list"]), "bad gateway") {
		t.Errorf("got %v, %v", out, err)
	}
}

func TestDroppedConnection(t *testing.T) {
	srv := New(t, Options{})
	srv.Fail(RouteCreateMessage, 1, 0, 0)
	_, _, _, err := try(t.Context(), srv, "POST", "/channels/"+srv.Channel.ID+"/messages", "application/json", strings.NewReader(`{"content":"a",`+quiet+`}`))
	if err == nil {
		t.Error("an answer came")
	}
	if got := srv.Requests(); len(got) != 1 || got[0].Status != 0 || got[0].Route != RouteCreateMessage {
		t.Errorf("got %+v", got)
	}
}

func TestRateLimitTold(t *testing.T) {
	srv := New(t, Options{})
	srv.LimitGlobally(1, 50*time.Millisecond)
	status, out, header, err := try(t.Context(), srv, "GET", "/users/@me", "", nil)
	if err != nil || status != 429 || out["retry_after"] != 0.05 || out["global"] != true {
		t.Errorf("got %d %v, %v", status, out, err)
	}
	if header.Get("X-RateLimit-Global") != "true" || header.Get("Retry-After") != "1" {
		t.Errorf("got %v", header)
	}
	_, _, header, err = try(t.Context(), srv, "GET", "/users/@me", "", nil)
	if err != nil || header.Get("X-RateLimit-Bucket") == "" || header.Get("X-RateLimit-Remaining") == "" || header.Get("X-RateLimit-Reset-After") == "" {
		t.Errorf("got %v, %v", header, err)
	}
}

func TestLimit(t *testing.T) {
	srv, _ := collecting(t)
	srv.Limit(RouteGetChannel, 2, time.Hour)
	other := srv.NewChannel(srv.Guild, "autre")
	at := "/channels/" + srv.Channel.ID
	for _, want := range []struct {
		path   string
		status int
		left   string
	}{{at, 200, "1"}, {at, 200, "0"}, {at, 429, "0"}, {"/channels/" + other.ID, 200, "1"}} {
		status, _, header, err := try(t.Context(), srv, "GET", want.path, "", nil)
		if err != nil || status != want.status || header.Get("X-RateLimit-Remaining") != want.left {
			t.Errorf("got %d with %s left, %v; want %+v", status, header.Get("X-RateLimit-Remaining"), err, want)
		}
	}
	wantRules(t, srv, "")
}

func TestComingBackTooSoon(t *testing.T) {
	srv, _ := collecting(t)
	srv.Fail(RouteMe, 1, 429, time.Hour)
	do(t, srv, "GET", "/users/@me", "", nil)
	// What was under way is forgiven for a while: the span is moved to now.
	srv.mu.Lock()
	for name, shut := range srv.limits.closed {
		srv.limits.closed[name] = span{time.Now().Add(-time.Second), shut.to}
	}
	srv.mu.Unlock()
	do(t, srv, "GET", "/gateway", "", nil)
	wantRules(t, srv, "")
	do(t, srv, "GET", "/users/@me", "", nil)
	wantRules(t, srv, "ratelimit")
}

func TestAutoMod(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("ask", String("question", "?"))
	c.ack(i, `{"type":5}`)
	srv.AutoMod(func(m Message) bool { return strings.Contains(m.Text(), "interdit") })
	status, out := c.original(i, "PATCH", `{"content":"mot interdit",`+quiet+`}`)
	wantStatus(t, status, out, 400, 200000)
	if m, _ := i.Original(); !m.Loading() {
		t.Errorf("got %+v", m)
	}
	if status, out := c.original(i, "PATCH", `{"content":"autre chose",`+quiet+`}`); status != 200 {
		t.Error(status, out)
	}
}

func TestFailedCallbackIsAnAttempt(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("ask", String("question", "?"))
	srv.Fail(RouteCallback, 1, 500, 0)
	if status, _ := c.ack(i, `{"type":5}`); status != 500 {
		t.Error(status)
	}
}

func TestDelayGivesUpWithTheClient(t *testing.T) {
	srv := New(t, Options{})
	srv.Delay(RouteMe, time.Hour)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, _, _, err := try(ctx, srv, "GET", "/users/@me", "", nil); err == nil {
		t.Error("an answer came")
	}
	srv.Delay(RouteMe, 0)
	if status, _ := do(t, srv, "GET", "/users/@me", "", nil); status != 200 {
		t.Error(status)
	}
}

func TestCloseEndsWhatIsUnderWay(t *testing.T) {
	srv := New(t, Options{})
	connect(t, srv)
	srv.Delay(RouteMe, time.Hour)
	done := make(chan error, 1)
	go func() {
		_, _, _, err := try(t.Context(), srv, "GET", "/users/@me", "", nil)
		done <- err
	}()
	if err := srv.Until(within(t), func() bool { return srv.Delayed() > 0 }); err != nil {
		t.Fatal(err)
	}
	srv.Close()
	if err := <-done; err == nil {
		t.Error("an answer came")
	}
}

func TestRequestRules(t *testing.T) {
	for _, test := range []struct {
		name, method, path, kind, body string
		status                         int
		rule                           string
	}{
		{"no endpoint", "GET", "/nowhere", "", "", 404, "route"},
		{"no JSON", "POST", "/users/@me/channels", "application/json", "{", 400, "request"},
		{"an empty body that says it is JSON", "GET", "/users/@me", "application/json", "", 400, "request"},
		{"another kind of body", "POST", "/users/@me/channels", "text/plain", "x", 415, "request"},
		{"a message of another shape", "POST", "/channels/ID/messages", "application/json", `{"content":1}`, 400, "request"},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv, _ := collecting(t)
			status, _ := do(t, srv, test.method, strings.Replace(test.path, "ID", srv.Channel.ID, 1), test.kind, strings.NewReader(test.body))
			if got := withoutOpenAPI(srv); got != test.rule || status != test.status {
				t.Errorf("got %d, %q", status, got)
			}
		})
	}
}

func TestAuthorization(t *testing.T) {
	srv, _ := collecting(t)
	req, err := http.NewRequestWithContext(t.Context(), "GET", srv.URL+"/users/@me", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		token, agent string
		status       int
		rule         string
	}{
		{"Bot wrong", "DiscordBot (x, 1)", 401, ""},
		{"Bot " + Token, "DiscordBot (x, 1)", 200, ""},
		{"Bot " + Token, "curl", 200, "user-agent"},
	} {
		req.Header.Set("Authorization", test.token)
		req.Header.Set("User-Agent", test.agent)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if resp.StatusCode != test.status {
			t.Errorf("%+v: got %d", test, resp.StatusCode)
		}
		wantRules(t, srv, test.rule)
	}
}

func TestSecrets(t *testing.T) {
	srv, _ := collecting(t)
	c := &client{t: t, srv: srv}
	c.call("POST", "/channels/"+srv.Channel.ID+"/messages", `{"content":"`+Token+`",`+quiet+`}`)
	wantRules(t, srv, "secret")
}

func TestRefusedSocket(t *testing.T) {
	srv := New(t, Options{})
	srv.Fail("", 1, 500, 0) // concerns REST alone
	srv.Fail(RouteSocket, 1, 503, 0)
	_, resp, err := websocket.DefaultDialer.DialContext(t.Context(), srv.gatewayURL()+"/?v=9&encoding=json", nil)
	if err == nil || resp.StatusCode != 503 {
		t.Errorf("got %v", err)
	}
	connect(t, srv)
}

func TestAnswersToIdentify(t *testing.T) {
	srv := New(t, Options{})
	srv.AnswerIdentify(1, []byte(`{"op":7,"d":null}`))
	srv.CloseOnIdentify(1, CloseBadToken)
	c := dial(t, srv, "?v=9&encoding=json")
	c.identify(nil)
	c.expect(7, "")
	c.identify(nil)
	if got := c.closed(); got != CloseBadToken {
		t.Errorf("got %d", got)
	}
	connect(t, srv)
}

func TestCloseDoesNotWaitForFreshConnections(t *testing.T) {
	srv := New(t, Options{Patience: time.Hour})
	raw, err := net.Dial("tcp", strings.TrimPrefix(srv.base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	if err := srv.Until(within(t), func() bool { return srv.freshConns() == 1 }); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	srv.Close()
	if took := time.Since(start); took > 4*time.Second {
		t.Errorf("it took %v", took)
	}
}

func (s *Server) freshConns() int { s.mu.Lock(); defer s.mu.Unlock(); return len(s.fresh) }
