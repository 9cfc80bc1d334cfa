package discordtest

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

func TestGatewayAddress(t *testing.T) {
	srv := New(t, Options{Shards: 3, Sessions: 7, MaxConcurrency: 2})
	_, got := do(t, srv, "GET", "/gateway/bot", "", nil)
	limit, _ := got["session_start_limit"].(object)
	if !strings.HasPrefix(got["url"].(string), "ws://127.0.0.1:") || got["shards"] != 3.0 || limit["remaining"] != 7.0 || limit["max_concurrency"] != 2.0 {
		t.Errorf("got %v", got)
	}
}

func TestIdentifyGetsReadyAndGuilds(t *testing.T) {
	srv := New(t, Options{})
	c := dial(t, srv, "?v=10&encoding=json")
	if f := c.expect(10, ""); !strings.Contains(string(f.D), "41250") {
		t.Errorf("HELLO is %s", f.D)
	}
	c.identify(object{"token": "Bot " + Token})
	ready, err := c.read()
	if err != nil || ready.T != "READY" || ready.S != 1 {
		t.Fatalf("got %+v, %v", ready, err)
	}
	for _, want := range []string{srv.Bot.ID, `"unavailable":true`, "resume_gateway_url", srv.Guild.ID} {
		if !strings.Contains(string(ready.D), want) {
			t.Errorf("READY lacks %s: %s", want, ready.D)
		}
	}
	guild, err := c.read()
	if err != nil || guild.T != "GUILD_CREATE" || !strings.Contains(string(guild.D), srv.Channel.ID) {
		t.Errorf("got %+v, %v", guild, err)
	}
	if err := srv.WaitReady(within(t)); err != nil {
		t.Error(err)
	}
}

func TestRefusedConnections(t *testing.T) {
	for _, test := range []struct {
		name   string
		query  string
		change object
		code   int
		rule   string
	}{
		{"a bad token", "", object{"token": "wrong"}, CloseBadToken, ""},
		{"privileged intents", "", object{"intents": ordinary | intentMessageContent}, CloseRefusedIntents, "gateway"},
		{"no intents", "", object{"intents": nil}, CloseBadIntents, "gateway"},
		{"unknown intents", "", object{"intents": 1 << 30}, CloseBadIntents, "gateway"},
		{"a bad shard", "", object{"shard": []int{2, 2}}, CloseBadShard, "gateway"},
		{"no properties", "", object{"properties": nil}, CloseDecodeError, "gateway"},
		{"an old version", "?v=6&encoding=json", nil, CloseBadVersion, "gateway"},
		{"another encoding", "?v=9&encoding=etf", nil, CloseDecodeError, "gateway"},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv, _ := collecting(t)
			if test.query != "" {
				c := dial(t, srv, test.query)
				if got := c.closed(); got != test.code {
					t.Errorf("got %d, want %d", got, test.code)
				}
			} else {
				c := dial(t, srv, "?v=9&encoding=json")
				c.expect(10, "")
				c.identify(test.change)
				if got := c.closed(); got != test.code {
					t.Errorf("got %d, want %d", got, test.code)
				}
			}
			wantRules(t, srv, test.rule)
		})
	}
}

func TestGrantedIntents(t *testing.T) {
	srv := New(t, Options{PrivilegedIntents: intentMessageContent})
	c := dial(t, srv, "?v=9&encoding=json")
	c.identify(object{"intents": ordinary | intentMessageContent})
	c.ready()
	srv.Say(srv.User, srv.Channel, "tout se lit")
	if f := c.expect(0, "MESSAGE_CREATE"); !strings.Contains(string(f.D), "tout se lit") {
		t.Errorf("got %s", f.D)
	}
}

func TestWrongPayloads(t *testing.T) {
	for _, test := range []struct {
		name string
		do   func(c *client)
		code int
	}{
		{"before identify", func(c *client) { c.send(3, object{}) }, CloseNotAuthenticated},
		{"an unknown opcode", func(c *client) { c.send(99, nil) }, CloseUnknownOpcode},
		{"identify twice", func(c *client) { c.identify(nil); c.identify(nil) }, CloseAlreadyIn},
		{"no JSON", func(c *client) { _ = c.ws.WriteMessage(websocket.TextMessage, []byte("{")) }, CloseDecodeError},
		{"too long", func(c *client) { c.send(3, strings.Repeat("x", 5000)) }, CloseDecodeError},
		{"a heartbeat that is none", func(c *client) { c.send(1, "x") }, CloseDecodeError},
		{"too many", func(c *client) {
			for range 121 {
				_ = c.ws.WriteJSON(object{"op": 1, "d": nil})
			}
		}, CloseRateLimited},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv, _ := collecting(t)
			c := dial(t, srv, "?v=9&encoding=json")
			test.do(c)
			if got := c.closed(); got != test.code {
				t.Errorf("got %d, want %d", got, test.code)
			}
			wantRules(t, srv, "gateway")
		})
	}
}

func TestHeartbeats(t *testing.T) {
	srv := New(t, Options{})
	c := connect(t, srv)
	c.send(1, c.seq)
	c.expect(11, "")
	srv.AskHeartbeat()
	c.expect(1, "")
	srv.Deafen(true)
	c.send(1, c.seq)
	if err := srv.Until(within(t), func() bool { return srv.Heartbeats() == 2 }); err != nil {
		t.Fatal(err)
	}
	srv.Reconnect() // whatever comes next is no ACK
	if f, err := c.read(); err != nil || f.Op == 11 {
		for err == nil && f.Op == 0 {
			f, err = c.read()
		}
		if err != nil || f.Op != 7 {
			t.Errorf("got %+v, %v", f, err)
		}
	}
}

func TestMissingHeartbeatsCloses(t *testing.T) {
	srv := New(t, Options{HeartbeatInterval: 10 * time.Millisecond, Collect: true})
	c := dial(t, srv, "?v=9&encoding=json")
	if got := c.closed(); got != CloseTimedOut {
		t.Errorf("got %d", got)
	}
	wantRules(t, srv, "gateway")
}

func TestHeartbeatAhead(t *testing.T) {
	srv, _ := collecting(t)
	c := connect(t, srv)
	c.send(1, 1000)
	c.expect(11, "")
	wantRules(t, srv, "gateway")
}

func TestResumeReplaysWhatWasMissed(t *testing.T) {
	srv := New(t, Options{})
	c := connect(t, srv)
	c.expect(0, "GUILD_CREATE")
	srv.DropGateway()
	if _, err := c.read(); err == nil {
		t.Fatal("the socket still stands")
	}
	if err := srv.Until(within(t), func() bool { return srv.Connections() == 0 }); err != nil {
		t.Fatal(err)
	}
	srv.Say(srv.User, srv.Channel, "pendant l'absence "+srv.Bot.Mention())
	again := dial(t, srv, "?v=9&encoding=json")
	again.send(6, object{"token": Token, "session_id": c.session, "seq": c.seq})
	if f := again.expect(0, "MESSAGE_CREATE"); f.S != c.seq+1 || !strings.Contains(string(f.D), "pendant") {
		t.Errorf("got %+v", f)
	}
	again.expect(0, "RESUMED")
	if got := srv.Resumes(); got != 1 {
		t.Errorf("got %d resumes", got)
	}
}

func TestResumeThatCannotBe(t *testing.T) {
	srv, _ := collecting(t)
	c := connect(t, srv)
	other := dial(t, srv, "?v=9&encoding=json")
	other.send(6, object{"token": Token, "session_id": "nothing", "seq": 1})
	if f := other.expect(9, ""); string(f.D) != "false" {
		t.Errorf("got %s", f.D)
	}
	wantRules(t, srv, "")
	other.send(6, object{"token": Token, "session_id": c.session, "seq": 999})
	if got := other.closed(); got != CloseBadSequence {
		t.Errorf("got %d", got)
	}
	wantRules(t, srv, "gateway")
}

func TestCleanCloseEndsTheSession(t *testing.T) {
	srv := New(t, Options{})
	c := connect(t, srv)
	_ = c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(1000, ""), time.Now().Add(time.Second))
	if err := srv.Until(within(t), func() bool { return srv.Connections() == 0 }); err != nil {
		t.Fatal(err)
	}
	again := dial(t, srv, "?v=9&encoding=json")
	again.send(6, object{"token": Token, "session_id": c.session, "seq": c.seq})
	again.expect(9, "")
}

func TestInvalidSession(t *testing.T) {
	srv := New(t, Options{})
	c := connect(t, srv)
	srv.InvalidSession(true)
	if f := c.expect(9, ""); string(f.D) != "true" {
		t.Errorf("got %s", f.D)
	}
	c.send(6, object{"token": Token, "session_id": c.session, "seq": c.seq})
	c.expect(0, "RESUMED")
	srv.InvalidSession(false)
	c.expect(9, "")
	c.identify(nil)
	old := c.session
	c.ready()
	if c.session == old {
		t.Error("the session is the old one")
	}
}

func TestCloseCodes(t *testing.T) {
	srv := New(t, Options{})
	for _, code := range []int{CloseUnknownError, CloseRefusedIntents} {
		c := connect(t, srv)
		srv.CloseGateway(code)
		if got := c.closed(); got != code {
			t.Errorf("got %d, want %d", got, code)
		}
	}
}

func TestSilence(t *testing.T) {
	srv := New(t, Options{Silent: true})
	c := dial(t, srv, "?v=9&encoding=json")
	if err := srv.Until(within(t), func() bool { return srv.Connections() == 1 }); err != nil {
		t.Fatal(err)
	}
	srv.SendRaw([]byte(`{"op":99}`)) // the first thing that comes
	if f, err := c.read(); err != nil || f.Op != 99 {
		t.Errorf("got %+v, %v", f, err)
	}
}

func TestShards(t *testing.T) {
	srv := New(t, Options{Shards: 2, IdentifyWindow: time.Nanosecond})
	second := srv.NewGuild("Deuxième")
	channels := map[string]*Channel{srv.Guild.ID: srv.Channel, second.ID: srv.NewChannel(second, "ici")}
	for shard := range 2 {
		c := dial(t, srv, "?v=9&encoding=json")
		c.identify(object{"shard": []int{shard, 2}})
		c.ready()
		f := c.expect(0, "GUILD_CREATE")
		var g struct{ ID string }
		if err := json.Unmarshal(f.D, &g); err != nil {
			t.Fatal(err)
		}
		srv.Say(srv.User, channels[g.ID], srv.Bot.Mention())
		c.expect(0, "MESSAGE_CREATE")
		if shard == 0 {
			srv.Say(srv.User, srv.DM(srv.User), "en privé")
			c.expect(0, "MESSAGE_CREATE")
		}
		delete(channels, g.ID)
	}
	if len(channels) != 0 {
		t.Errorf("no shard had %v", channels)
	}
}

func TestIdentifyTooSoon(t *testing.T) {
	srv := New(t, Options{Shards: 2, Collect: true})
	first := dial(t, srv, "?v=9&encoding=json")
	first.identify(object{"shard": []int{0, 2}})
	first.ready()
	second := dial(t, srv, "?v=9&encoding=json")
	second.identify(object{"shard": []int{1, 2}})
	second.expect(9, "")
	wantRules(t, srv, "identify")
}

func TestSessionsAreCounted(t *testing.T) {
	srv := New(t, Options{Sessions: 1, Collect: true})
	connect(t, srv)
	c := dial(t, srv, "?v=9&encoding=json")
	c.identify(nil)
	c.expect(9, "")
	wantRules(t, srv, "identify")
}

func TestSendEvent(t *testing.T) {
	srv := New(t, Options{})
	c := connect(t, srv)
	srv.SendEvent("MESSAGE_CREATE", json.RawMessage(`{"id":7}`))
	if f := c.expect(0, "MESSAGE_CREATE"); string(f.D) != `{"id":7}` {
		t.Errorf("got %s", f.D)
	}
}
