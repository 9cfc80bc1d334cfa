package discordtest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// client is a bot at its barest: what it sends is what the test says.
type client struct {
	t   *testing.T
	srv *Server
	ws  *websocket.Conn

	session string
	seq     int64
}

// received is one payload of the gateway.
type received struct {
	Op int             `json:"op"`
	D  json.RawMessage `json:"d"`
	S  int64           `json:"s"`
	T  string          `json:"t"`
}

const ordinary = intentGuilds | intentGuildMessages | intentDirectMessages

func within(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// dial opens a gateway connection.
func dial(t *testing.T, srv *Server, query string) *client {
	t.Helper()
	ws, resp, err := websocket.DefaultDialer.DialContext(t.Context(), srv.gatewayURL()+"/"+query, nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	t.Cleanup(func() { _ = ws.Close() })
	_ = ws.SetReadDeadline(time.Now().Add(10 * time.Second))
	return &client{t: t, srv: srv, ws: ws}
}

// connect opens a connection and identifies.
func connect(t *testing.T, srv *Server) *client {
	t.Helper()
	c := dial(t, srv, "?v=9&encoding=json")
	c.expect(10, "")
	c.identify(object{})
	c.ready()
	return c
}

func (c *client) ready() {
	c.t.Helper()
	var d struct {
		Session string `json:"session_id"`
	}
	f := c.expect(0, "READY")
	if err := json.Unmarshal(f.D, &d); err != nil || d.Session == "" {
		c.t.Fatalf("READY is %s", f.D)
	}
	c.session = d.Session
}

// identify sends IDENTIFY; change overrides fields, nil takes one out.
func (c *client) identify(change object) {
	d := object{"token": Token, "intents": ordinary, "properties": object{"os": "linux", "browser": "test", "device": "test"}}
	for k, v := range change {
		d[k] = v
		if v == nil {
			delete(d, k)
		}
	}
	c.send(2, d)
}

func (c *client) send(op int, d any) {
	c.t.Helper()
	if err := c.ws.WriteJSON(object{"op": op, "d": d}); err != nil {
		c.t.Fatal(err)
	}
}

func (c *client) read() (received, error) {
	var f received
	err := c.ws.ReadJSON(&f)
	if f.S != 0 {
		c.seq = f.S
	}
	return f, err
}

// expect reads until the payload that is wanted; others are passed over.
func (c *client) expect(op int, name string) received {
	c.t.Helper()
	for {
		f, err := c.read()
		if err != nil {
			c.t.Fatalf("waiting for op %d %s: %v", op, name, err)
		}
		if f.Op == op && f.T == name {
			return f
		}
	}
}

// closed reads until the server closes and returns the code.
func (c *client) closed() int {
	c.t.Helper()
	for {
		_, err := c.read()
		var closed *websocket.CloseError
		if errors.As(err, &closed) {
			return closed.Code
		}
		if err != nil {
			c.t.Fatalf("ended without a code: %v", err)
		}
	}
}

// call makes a REST request; body is JSON text, "" for none.
func (c *client) call(method, path, body string) (int, object) {
	c.t.Helper()
	kind := ""
	if body != "" {
		kind = "application/json"
	}
	return do(c.t, c.srv, method, path, kind, strings.NewReader(body))
}

func do(t *testing.T, srv *Server, method, path, kind string, body io.Reader) (int, object) {
	t.Helper()
	status, out, _, err := try(t.Context(), srv, method, path, kind, body)
	if err != nil {
		t.Fatal(err)
	}
	return status, out
}

func try(ctx context.Context, srv *Server, method, path, kind string, body io.Reader) (int, object, http.Header, error) {
	req, err := http.NewRequestWithContext(ctx, method, srv.URL+path, body)
	if err != nil {
		return 0, nil, nil, err
	}
	req.Header.Set("Authorization", "Bot "+Token)
	req.Header.Set("User-Agent", "DiscordBot (https://example.org, 1)")
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil, nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	var out object
	if json.Unmarshal(data, &out) != nil && len(data) > 0 {
		out = object{"list": json.RawMessage(data)}
	}
	return resp.StatusCode, out, resp.Header, err
}

// upload posts a message with one file.
func (c *client) upload(path, payload, name string, data []byte) (int, object) {
	c.t.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	_ = form.WriteField("payload_json", payload)
	part, err := form.CreateFormFile("files[0]", name)
	if err != nil {
		c.t.Fatal(err)
	}
	_, _ = part.Write(data)
	_ = form.Close()
	return do(c.t, c.srv, "POST", path, form.FormDataContentType(), &b)
}

const quiet = `"allowed_mentions":{"parse":[]}`

func (c *client) ack(i *Interaction, body string) (int, object) {
	c.t.Helper()
	return c.call("POST", "/interactions/"+i.ID+"/"+i.Token+"/callback", body)
}

func (c *client) original(i *Interaction, method, body string) (int, object) {
	c.t.Helper()
	return c.call(method, "/webhooks/"+c.srv.Bot.ID+"/"+i.Token+"/messages/@original", body)
}

func (c *client) follow(i *Interaction, body string) (int, object) {
	c.t.Helper()
	return c.call("POST", "/webhooks/"+c.srv.Bot.ID+"/"+i.Token, body)
}

// register registers the commands that the tests call.
func (c *client) register() {
	c.t.Helper()
	status, out := c.call("PUT", "/applications/"+c.srv.Bot.ID+"/commands", `[
		{"name":"ask","description":"Ask","contexts":[0,1,2],"integration_types":[0,1],"options":[
			{"type":3,"name":"question","description":"Your question","required":true,"max_length":1000},
			{"type":3,"name":"article","description":"Which article","autocomplete":true},
			{"type":5,"name":"private","description":"For you alone"}]},
		{"name":"articles","description":"Articles","contexts":[0],"default_member_permissions":"32","options":[
			{"type":1,"name":"add","description":"Add","options":[{"type":11,"name":"file","description":"A file"}]},
			{"type":1,"name":"list","description":"List"}]},
		{"name":"Ask about this","type":3}]`)
	if status != 200 {
		c.t.Fatalf("registration: %d %v", status, out)
	}
}

// bot is a connected client with commands registered.
func bot(t *testing.T, srv *Server) *client {
	t.Helper()
	c := connect(t, srv)
	c.register()
	return c
}

// collecting is a server that keeps violations for the test to judge.
func collecting(t *testing.T) (*Server, *Clock) {
	t.Helper()
	clock := new(Clock)
	return New(t, Options{Now: clock.Now, Collect: true}), clock
}

// rules are the names of the rules that were broken, each once.
func rules(srv *Server) string {
	var out []string
	for _, v := range srv.Violations() {
		if len(out) == 0 || out[len(out)-1] != v.Rule {
			out = append(out, v.Rule)
		}
	}
	return strings.Join(out, " ")
}

func wantRules(t *testing.T, srv *Server, want string) {
	t.Helper()
	if got := rules(srv); got != want {
		t.Errorf("broken rules: got %q, want %q; %v", got, want, srv.Violations())
	}
}

func wantStatus(t *testing.T, status int, out object, want, code int) {
	t.Helper()
	got, _ := out["code"].(float64)
	if status != want || int(got) != code {
		t.Errorf("got %d with code %v (%v), want %d with %d", status, got, out["message"], want, code)
	}
}
