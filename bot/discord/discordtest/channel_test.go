package discordtest

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestPermissions(t *testing.T) {
	message := `{"content":"a",` + quiet + `}`
	for _, test := range []struct {
		name   string
		take   int64 // taken from all permissions
		do     func(c *client, ch *Channel, m Message) (int, object)
		status int
		code   int
	}{
		{"view", ViewChannel, func(c *client, ch *Channel, m Message) (int, object) { return c.call("GET", "/channels/"+ch.ID, "") }, 403, 50001},
		{"send", SendMessages, func(c *client, ch *Channel, m Message) (int, object) {
			return c.call("POST", "/channels/"+ch.ID+"/messages", message)
		}, 403, 50013},
		{"type", SendMessages, func(c *client, ch *Channel, m Message) (int, object) {
			return c.call("POST", "/channels/"+ch.ID+"/typing", "")
		}, 403, 50013},
		{"read", ReadMessageHistory, func(c *client, ch *Channel, m Message) (int, object) {
			return c.call("GET", "/channels/"+ch.ID+"/messages/"+m.ID, "")
		}, 403, 50013},
		{"reply", ReadMessageHistory, func(c *client, ch *Channel, m Message) (int, object) {
			return c.call("POST", "/channels/"+ch.ID+"/messages", `{"content":"a","message_reference":{"message_id":"`+m.ID+`"},`+quiet+`}`)
		}, 400, 160002},
		{"embed", EmbedLinks, func(c *client, ch *Channel, m Message) (int, object) {
			return c.call("POST", "/channels/"+ch.ID+"/messages", `{"embeds":[{"title":"a"}],`+quiet+`}`)
		}, 403, 50013},
		{"attach", AttachFiles, func(c *client, ch *Channel, m Message) (int, object) {
			return c.upload("/channels/"+ch.ID+"/messages", message, "a.txt", []byte("a"))
		}, 403, 50013},
		{"thread", CreatePublicThreads, func(c *client, ch *Channel, m Message) (int, object) {
			return c.call("POST", "/channels/"+ch.ID+"/messages/"+m.ID+"/threads", `{"name":"fil"}`)
		}, 403, 50013},
		{"another's message", ManageMessages, func(c *client, ch *Channel, m Message) (int, object) {
			return c.call("DELETE", "/channels/"+ch.ID+"/messages/"+m.ID, "")
		}, 403, 50013},
		{"edit another's", 0, func(c *client, ch *Channel, m Message) (int, object) {
			return c.call("PATCH", "/channels/"+ch.ID+"/messages/"+m.ID, message)
		}, 403, 50005},
		{"an unknown channel", 0, func(c *client, ch *Channel, m Message) (int, object) { return c.call("GET", "/channels/1", "") }, 404, 10003},
		{"an unknown message", 0, func(c *client, ch *Channel, m Message) (int, object) {
			return c.call("GET", "/channels/"+ch.ID+"/messages/1", "")
		}, 404, 10008},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv := New(t, Options{})
			m := srv.Say(srv.User, srv.Channel, "bonjour")
			srv.Channel.Permissions = AllPermissions &^ test.take
			status, out := test.do(&client{t: t, srv: srv}, srv.Channel, m)
			wantStatus(t, status, out, test.status, test.code)
		})
	}
}

func TestThreadsNeedARightOfTheirOwn(t *testing.T) {
	srv := New(t, Options{})
	c := &client{t: t, srv: srv}
	thread := srv.NewThread(srv.Channel, "fil")
	thread.Permissions = AllPermissions &^ SendMessagesInThreads
	status, out := c.call("POST", "/channels/"+thread.ID+"/messages", `{"content":"a",`+quiet+`}`)
	wantStatus(t, status, out, 403, 50013)
}

func TestThreadFromMessage(t *testing.T) {
	srv := New(t, Options{})
	c := connect(t, srv)
	m := srv.Say(srv.User, srv.Channel, "bonjour")
	at := "/channels/" + srv.Channel.ID + "/messages/" + m.ID + "/threads"
	status, out := c.call("POST", at, `{"name":"Suite","auto_archive_duration":60}`)
	if status != 201 || out["id"] != m.ID || out["parent_id"] != srv.Channel.ID {
		t.Fatal(status, out)
	}
	c.expect(0, "THREAD_CREATE")
	threads := srv.Threads(srv.Channel)
	if len(threads) != 1 || threads[0].Name != "Suite" {
		t.Fatalf("got %+v", threads)
	}
	if status, out := c.call("POST", "/channels/"+threads[0].ID+"/messages", `{"content":"dans le fil",`+quiet+`}`); status != 200 {
		t.Error(status, out)
	}
	if got := srv.Messages(threads[0]); len(got) != 1 || got[0].Content != "dans le fil" {
		t.Errorf("got %+v", got)
	}
	status, out = c.call("POST", at, `{"name":"Encore"}`)
	wantStatus(t, status, out, 400, 160004)
	status, out = c.call("POST", "/channels/"+threads[0].ID+"/threads", `{"name":"a","type":11}`)
	wantStatus(t, status, out, 400, 50024)
}

func TestThreadRules(t *testing.T) {
	for _, body := range []string{`{"name":""}`, `{"name":"` + strings.Repeat("é", 101) + `"}`, `{"name":"a","auto_archive_duration":61}`} {
		srv, _ := collecting(t)
		m := srv.Say(srv.User, srv.Channel, "bonjour")
		c := &client{t: t, srv: srv}
		status, _ := c.call("POST", "/channels/"+srv.Channel.ID+"/messages/"+m.ID+"/threads", body)
		if got := withoutOpenAPI(srv); got != "thread" || status != 400 {
			t.Errorf("%s: got %d, %q", body, status, got)
		}
	}
}

func TestOpenDM(t *testing.T) {
	srv := New(t, Options{})
	c := &client{t: t, srv: srv}
	_, out := c.call("POST", "/users/@me/channels", `{"recipient_id":"`+srv.User.ID+`"}`)
	if want := srv.DM(srv.User).ID; out["id"] != want {
		t.Errorf("got %v, want %s", out, want)
	}
	status, out := c.call("POST", "/users/@me/channels", `{"recipient_id":"`+srv.Bot.ID+`"}`)
	wantStatus(t, status, out, 400, 50033)
}

func TestReplyOfTheBot(t *testing.T) {
	srv := New(t, Options{})
	c := &client{t: t, srv: srv}
	m := srv.Say(srv.User, srv.Channel, "bonjour")
	body := `{"content":"a","message_reference":{"message_id":"` + m.ID + `"},"allowed_mentions":{"parse":[],"replied_user":true}}`
	if status, out := c.call("POST", "/channels/"+srv.Channel.ID+"/messages", body); status != 200 {
		t.Fatal(status, out)
	}
	got := srv.Messages(srv.Channel)[1]
	if got.Type != typeReply || got.Reference.MessageID != m.ID || len(got.Mentions) != 1 {
		t.Errorf("got %+v", got)
	}
	srv.Delete(m)
	status, out := c.call("POST", "/channels/"+srv.Channel.ID+"/messages", body)
	wantStatus(t, status, out, 400, 50035)
	if status, out := c.call("POST", "/channels/"+srv.Channel.ID+"/messages",
		strings.Replace(body, `"message_id"`, `"fail_if_not_exists":false,"message_id"`, 1)); status != 200 {
		t.Error(status, out)
	}
}

func TestRESTHidesContentToo(t *testing.T) {
	srv := New(t, Options{})
	c := &client{t: t, srv: srv}
	m := srv.Say(srv.User, srv.Channel, "secret")
	_, out := c.call("GET", "/channels/"+srv.Channel.ID+"/messages/"+m.ID, "")
	if out["id"] != m.ID || out["content"] != "" {
		t.Errorf("got %v", out)
	}
}

func TestUpload(t *testing.T) {
	srv := New(t, Options{})
	c := &client{t: t, srv: srv}
	data := bytes.Repeat([]byte("x"), 1<<20)
	status, out := c.upload("/channels/"+srv.Channel.ID+"/messages", `{"attachments":[{"id":0,"filename":"à lire.txt"}],`+quiet+`}`, "à lire.txt", data)
	if status != 200 {
		t.Fatal(status, out)
	}
	m := srv.Messages(srv.Channel)[0]
	if len(m.Attachments) != 1 || m.Attachments[0].Size != 1<<20 || m.Attachments[0].Filename != "à lire.txt" {
		t.Fatalf("got %+v", m.Attachments)
	}
	resp, err := http.Get(m.Attachments[0].URL)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if got, err := io.ReadAll(resp.Body); err != nil || !bytes.Equal(got, data) {
		t.Errorf("got %d bytes, %v", len(got), err)
	}
	at := "/channels/" + srv.Channel.ID + "/messages/" + m.ID
	if status, _ := c.call("PATCH", at, `{"content":"a",`+quiet+`}`); status != 200 || len(srv.Messages(srv.Channel)[0].Attachments) != 1 {
		t.Errorf("an edit without attachments keeps them: %d", status)
	}
	if status, _ := c.call("PATCH", at, `{"content":"a","attachments":[],`+quiet+`}`); status != 200 || len(srv.Messages(srv.Channel)[0].Attachments) != 0 {
		t.Errorf("an edit with none drops them: %d", status)
	}
}

func TestUploadWithAnswers(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("ask", String("question", "?"))
	payload := `{"type":4,"data":{"content":"a","flags":64,"attachments":[{"id":"0","filename":"a.txt"}],` + quiet + `}}`
	if status, out := c.upload("/interactions/"+i.ID+"/"+i.Token+"/callback", payload, "a.txt", []byte("un")); status != 204 {
		t.Fatal(status, out)
	}
	if status, out := c.upload("/webhooks/"+srv.Bot.ID+"/"+i.Token, `{`+quiet+`}`, "b.txt", []byte("deux")); status != 200 {
		t.Fatal(status, out)
	}
	first, err := i.Message(within(t))
	if err != nil || len(first.Attachments) != 1 || !first.Attachments[0].Ephemeral {
		t.Errorf("got %+v, %v", first, err)
	}
	second, err := i.Followup(within(t), 1)
	if err != nil || len(second.Attachments) != 1 {
		t.Fatalf("got %+v, %v", second, err)
	}
	if f, ok := srv.Download(second.Attachments[0]); !ok || string(f.Data) != "deux" {
		t.Errorf("got %+v", f)
	}
}

func TestUploadRules(t *testing.T) {
	for _, test := range []struct {
		name, payload string
		size, status  int
		rule          string
	}{
		{"the most", `{` + quiet + `}`, maxUpload, 200, ""},
		{"too large", `{` + quiet + `}`, maxUpload + 1, 413, "upload"},
		{"far too large", `{` + quiet + `}`, maxUpload + 2<<20, 413, "upload"},
		{"a file that is not there", `{"attachments":[{"id":1}],` + quiet + `}`, 1, 400, "upload"},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv, _ := collecting(t)
			c := &client{t: t, srv: srv}
			status, out := c.upload("/channels/"+srv.Channel.ID+"/messages", test.payload, "a.bin", make([]byte, test.size))
			if status != test.status {
				t.Errorf("got %d %v", status, out)
			}
			if got := withoutOpenAPI(srv); got != test.rule {
				t.Errorf("broken rules: got %q, want %q", got, test.rule)
			}
		})
	}
}
