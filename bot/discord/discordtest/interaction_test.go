package discordtest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestAnswerAtOnce(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("ask", String("question", "Combien ?"), Locale("en-US"))
	f := c.expect(0, "INTERACTION_CREATE")
	for _, want := range []string{`"locale":"en-US"`, `"guild_locale":"fr"`, `"value":"Combien ?"`, `"app_permissions"`, srv.User.ID, `"context":0`} {
		if !strings.Contains(string(f.D), want) {
			t.Errorf("the interaction lacks %s: %s", want, f.D)
		}
	}
	if status, out := c.ack(i, `{"type":4,"data":{"content":"Dix mille [1].",`+quiet+`}}`); status != 204 {
		t.Fatal(status, out)
	}
	m, err := i.Message(within(t))
	if err != nil || m.Content != "Dix mille [1]." || m.Ephemeral() {
		t.Errorf("got %+v, %v", m, err)
	}
	if f := c.expect(0, "MESSAGE_CREATE"); !strings.Contains(string(f.D), "Dix mille") {
		t.Errorf("the bot is not told of its own message: %s", f.D)
	}
}

func TestDeferEditFollowUp(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("ask", String("question", "?"), Bool("private", true))
	c.ack(i, `{"type":5,"data":{"flags":64}}`)
	ack, err := i.Wait(within(t))
	if err != nil || ack.Type != CallbackDeferred || !ack.Ephemeral {
		t.Errorf("got %+v, %v", ack, err)
	}
	if m, ok := i.Original(); !ok || !m.Loading() {
		t.Errorf("got %+v", m)
	}
	c.original(i, "PATCH", `{"content":"en cours",`+quiet+`}`)
	c.original(i, "PATCH", `{"embeds":[{"title":"Titre","description":"prêt"}],`+quiet+`}`)
	m, err := i.Until(within(t), func(m Message) bool { return strings.Contains(m.Text(), "prêt") })
	if err != nil || m.Content != "en cours" || !m.Ephemeral() || m.Edits != 1 {
		t.Errorf("got %+v, %v", m, err)
	}
	if status, out := c.follow(i, `{"content":"suite",`+quiet+`,"flags":64}`); status != 200 {
		t.Fatal(status, out)
	}
	m, err = i.Followup(within(t), 1)
	if err != nil || m.Content != "suite" || len(i.Followups()) != 1 {
		t.Errorf("got %+v, %v", m, err)
	}
	if status, out := c.call("PATCH", "/webhooks/"+srv.Bot.ID+"/"+i.Token+"/messages/"+m.ID, `{"content":"fin",`+quiet+`}`); status != 200 || out["content"] != "fin" {
		t.Error(status, out)
	}
	if status, _ := c.original(i, "DELETE", ""); status != 204 {
		t.Error(status)
	}
	status, out := c.original(i, "GET", "")
	wantStatus(t, status, out, 404, 10008)
}

func TestFirstFollowupFillsTheDeferral(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("ask", String("question", "?"))
	c.ack(i, `{"type":5}`)
	c.follow(i, `{"content":"voici",`+quiet+`}`)
	if m, err := i.Message(within(t)); err != nil || m.Content != "voici" || len(i.Followups()) != 0 {
		t.Errorf("got %+v, %v", m, err)
	}
}

func TestAcknowledgements(t *testing.T) {
	const answer = `{"type":4,"data":{"content":"a",` + quiet + `}}`
	for _, test := range []struct {
		name   string
		do     func(c *client, clock *Clock, i *Interaction) (int, object)
		status int
		code   int
		rule   string
	}{
		{"in time", func(c *client, clock *Clock, i *Interaction) (int, object) {
			clock.Advance(AckWithin)
			return c.ack(i, answer)
		}, 204, 0, ""},
		{"late", func(c *client, clock *Clock, i *Interaction) (int, object) {
			clock.Advance(AckWithin + 1)
			return c.ack(i, answer)
		}, 404, 10062, "acknowledge"},
		{"twice", func(c *client, _ *Clock, i *Interaction) (int, object) { c.ack(i, answer); return c.ack(i, answer) }, 400, 40060, "acknowledge"},
		{"an update without a message", func(c *client, _ *Clock, i *Interaction) (int, object) { return c.ack(i, `{"type":6}`) }, 400, 50035, "callback"},
		{"choices for a command", func(c *client, _ *Clock, i *Interaction) (int, object) {
			return c.ack(i, `{"type":8,"data":{"choices":[]}}`)
		}, 400, 50035, "callback"},
		{"another token", func(c *client, _ *Clock, i *Interaction) (int, object) {
			i.Forgive()
			return c.call("POST", "/interactions/"+i.ID+"/wrong/callback", answer)
		}, 404, 10062, "callback"},
		{"a followup before", func(c *client, _ *Clock, i *Interaction) (int, object) {
			i.Forgive()
			return c.follow(i, `{"content":"a",`+quiet+`}`)
		}, 404, 10015, "webhook"},
		{"an edit after the token died", func(c *client, clock *Clock, i *Interaction) (int, object) {
			c.ack(i, `{"type":5}`)
			clock.Advance(TokenLife)
			return c.original(i, "PATCH", `{"content":"a",`+quiet+`}`)
		}, 401, 50027, ""},
		{"an edit after it was killed", func(c *client, _ *Clock, i *Interaction) (int, object) {
			c.ack(i, `{"type":5}`)
			i.Kill()
			return c.original(i, "PATCH", `{"content":"a",`+quiet+`}`)
		}, 401, 50027, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv, clock := collecting(t)
			c := bot(t, srv)
			i := srv.Command("ask", String("question", "?"))
			status, out := test.do(c, clock, i)
			wantStatus(t, status, out, test.status, test.code)
			srv.Close()
			wantRules(t, srv, test.rule)
		})
	}
}

func TestUnacknowledged(t *testing.T) {
	srv, _ := collecting(t)
	bot(t, srv)
	srv.Command("ask", String("question", "?"))
	srv.Command("ask", String("question", "?")).Forgive()
	srv.Close()
	if got := srv.Violations(); len(got) != 1 || got[0].Rule != "acknowledge" {
		t.Errorf("got %v", got)
	}
}

func TestFlags(t *testing.T) {
	for _, test := range []struct{ name, first, edit, rule string }{
		{"an edit cannot hide", `{"type":5}`, `{"content":"a","flags":64,` + quiet + `}`, "flags"},
		{"an edit may say what is so", `{"type":5,"data":{"flags":64}}`, `{"content":"a","flags":64,` + quiet + `}`, ""},
		{"components v2 by an edit", `{"type":5}`, `{"flags":32768,"components":[{"type":10,"content":"a"}],` + quiet + `}`, ""},
		{"a deferral is no v2", `{"type":5,"data":{"flags":32768}}`, `{"content":"a",` + quiet + `}`, "flags"},
		{"an edit of unknown flags", `{"type":5}`, `{"content":"a","flags":1,` + quiet + `}`, "flags"},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv, _ := collecting(t)
			c := bot(t, srv)
			i := srv.Command("ask", String("question", "?"))
			c.ack(i, test.first)
			c.original(i, "PATCH", test.edit)
			wantRules(t, srv, test.rule)
		})
	}
}

func TestPressAndSubmit(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("ask", String("question", "?"))
	c.ack(i, `{"type":4,"data":{"content":"a",`+quiet+`,"components":[
		{"type":1,"components":[{"type":2,"style":1,"label":"Continuer","custom_id":"go"}]},
		{"type":1,"components":[{"type":3,"custom_id":"pick","options":[{"label":"Un","value":"1"},{"label":"Deux","value":"2"}]}]}]}}`)
	m, err := i.Message(within(t))
	if err != nil {
		t.Fatal(err)
	}
	pick := srv.Press(m, "pick", Values("2"))
	c.expect(0, "INTERACTION_CREATE") // the command itself
	if f := c.expect(0, "INTERACTION_CREATE"); !strings.Contains(string(f.D), `"values":["2"]`) || !strings.Contains(string(f.D), `"message":`) {
		t.Errorf("got %s", f.D)
	}
	if status, out := c.ack(pick, `{"type":7,"data":{"content":"deux","components":[],`+quiet+`}}`); status != 204 {
		t.Fatal(status, out)
	}
	if m, _ := srv.Message(m.ID); m.Content != "deux" || len(m.Controls()) != 0 {
		t.Errorf("got %+v", m)
	}
	c.call("PATCH", "/webhooks/"+srv.Bot.ID+"/"+i.Token+"/messages/@original", `{"components":[{"type":1,"components":[{"type":2,"style":1,"label":"Continuer","custom_id":"go"}]}],`+quiet+`}`)
	press := srv.Press(m, "Continuer", Locale("fr"))
	c.ack(press, `{"type":9,"data":{"custom_id":"form","title":"Continuer","components":[
		{"type":1,"components":[{"type":4,"custom_id":"question","style":2,"label":"Question","max_length":1000}]}]}}`)
	modal, err := press.Modal(within(t))
	if err != nil || modal.Title != "Continuer" || len(modal.Inputs) != 1 {
		t.Fatalf("got %+v, %v", modal, err)
	}
	form := srv.Submit(modal, map[string]string{"question": "Et ensuite ?"})
	c.expect(0, "INTERACTION_CREATE")
	if f := c.expect(0, "INTERACTION_CREATE"); !strings.Contains(string(f.D), "Et ensuite ?") || !strings.Contains(string(f.D), `"type":5`) {
		t.Errorf("got %s", f.D)
	}
	if status, out := c.ack(form, `{"type":6}`); status != 204 {
		t.Error(status, out)
	}
	c.follow(form, `{"content":"suite",`+quiet+`}`)
	if m, err := form.Followup(within(t), 1); err != nil || m.Content != "suite" {
		t.Errorf("got %+v, %v", m, err)
	}
}

func TestAutocomplete(t *testing.T) {
	for _, test := range []struct {
		name, choices, rule string
	}{
		{"right", `{"name":"Un article","value":"un"}`, ""},
		{"too many", strings.Repeat(`{"name":"a","value":"b"},`, 25) + `{"name":"a","value":"b"}`, "autocomplete"},
		{"a long name", `{"name":"` + strings.Repeat("é", 101) + `","value":"un"}`, "autocomplete"},
		{"a long value", `{"name":"a","value":"` + strings.Repeat("é", 101) + `"}`, "autocomplete"},
		{"no name", `{"name":"","value":"a"}`, "autocomplete"},
		{"no value", `{"name":"a"}`, "autocomplete"},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv, _ := collecting(t)
			c := bot(t, srv)
			i := srv.Autocomplete("ask", Focus("article", "gue"))
			f := c.expect(0, "INTERACTION_CREATE")
			if !strings.Contains(string(f.D), `"focused":true`) {
				t.Errorf("got %s", f.D)
			}
			c.ack(i, `{"type":8,"data":{"choices":[`+test.choices+`]}}`)
			choices, err := i.Choices(within(t))
			if err != nil || len(choices) == 0 {
				t.Errorf("got %v, %v", choices, err)
			}
			if got := withoutOpenAPI(srv); got != test.rule {
				t.Errorf("broken rules: got %q, want %q", got, test.rule)
			}
		})
	}
}

func TestModalRules(t *testing.T) {
	long := strings.Repeat("x", 46)
	input := `{"type":1,"components":[{"type":4,"custom_id":"q","style":1,"label":"Question"}]}`
	for _, test := range []struct {
		name, data, rule string
	}{
		{"right", `"custom_id":"f","title":"T","components":[` + input + `]`, ""},
		{"a label around it", `"custom_id":"f","title":"T","components":[{"type":18,"label":"L","component":{"type":4,"custom_id":"q","style":1}}]`, ""},
		{"a long title", `"custom_id":"f","title":"` + long + `","components":[` + input + `]`, "modal"},
		{"no custom id", `"title":"T","components":[` + input + `]`, "modal"},
		{"nothing in it", `"custom_id":"f","title":"T","components":[]`, "modal"},
		{"a button", `"custom_id":"f","title":"T","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"b"}]}]`, "modal"},
		{"the same twice", `"custom_id":"f","title":"T","components":[` + input + `,` + input + `]`, "modal"},
		{"a long label", `"custom_id":"f","title":"T","components":[` + strings.Replace(input, "Question", long, 1) + `]`, "modal"},
		{"bad lengths", `"custom_id":"f","title":"T","components":[` + strings.Replace(input, `"style":1`, `"style":1,"min_length":10,"max_length":5`, 1) + `]`, "modal"},
		{"a bad style", `"custom_id":"f","title":"T","components":[` + strings.Replace(input, `"style":1`, `"style":3`, 1) + `]`, "modal"},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv, _ := collecting(t)
			c := bot(t, srv)
			i := srv.Command("ask", String("question", "?"))
			c.ack(i, `{"type":9,"data":{`+test.data+`}}`)
			if got := withoutOpenAPI(srv); got != test.rule {
				t.Errorf("broken rules: got %q, want %q; %v", got, test.rule, srv.Violations())
			}
		})
	}
}

// withoutOpenAPI are the broken rules but those of the description, which
// knows some of the same and is not always there.
func withoutOpenAPI(srv *Server) string {
	var out []string
	for _, v := range srv.Violations() {
		if v.Rule != "openapi" && (len(out) == 0 || out[len(out)-1] != v.Rule) {
			out = append(out, v.Rule)
		}
	}
	return strings.Join(out, " ")
}

func TestUserInstall(t *testing.T) {
	srv, _ := collecting(t)
	c := bot(t, srv)
	foreign := srv.NewForeignGuild("Ailleurs")
	i := srv.Command("ask", String("question", "?"), In(srv.NewChannel(foreign, "salon")))
	f := c.expect(0, "INTERACTION_CREATE")
	var d struct {
		Owners map[string]string `json:"authorizing_integration_owners"`
		Guild  string            `json:"guild_id"`
	}
	if err := json.Unmarshal(f.D, &d); err != nil || d.Owners["1"] != srv.User.ID || d.Owners["0"] != "" || d.Guild != foreign.ID {
		t.Errorf("got %+v, %v", d, err)
	}
	c.ack(i, `{"type":4,"data":{"content":"a",`+quiet+`}}`)
	for n := range 5 {
		if status, out := c.follow(i, fmt.Sprintf(`{"content":"%d",%s}`, n, quiet)); status != 200 {
			t.Fatal(status, out)
		}
	}
	status, out := c.follow(i, `{"content":"six",`+quiet+`}`)
	wantStatus(t, status, out, 400, 40094)
	status, out = c.call("POST", "/channels/"+i.Channel.ID+"/messages", `{"content":"a",`+quiet+`}`)
	wantStatus(t, status, out, 403, 50001)
	wantRules(t, srv, "followup")
}

func TestDirectMessages(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("ask", String("question", "?"), In(srv.DM(srv.User)))
	f := c.expect(0, "INTERACTION_CREATE")
	if s := string(f.D); strings.Contains(s, `"member"`) || !strings.Contains(s, `"user":`) || !strings.Contains(s, `"context":1`) {
		t.Errorf("got %s", s)
	}
	c.ack(i, `{"type":4,"data":{"content":"a",`+quiet+`}}`)
}

func TestContextCommand(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	m := srv.Say(srv.User, srv.Channel, "dix mille soldats", srv.Attachments(File{Name: "a.txt", Data: []byte("texte")}))
	i := srv.ContextCommand("Ask about this", m)
	f := c.expect(0, "INTERACTION_CREATE")
	if s := string(f.D); !strings.Contains(s, "dix mille soldats") || !strings.Contains(s, `"target_id":"`+m.ID) || !strings.Contains(s, "a.txt") {
		t.Errorf("got %s", s)
	}
	c.ack(i, `{"type":4,"data":{"content":"a","flags":64,`+quiet+`}}`)
}

func TestSubcommandWithFile(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("articles", Sub("add", srv.Attach("file", File{Name: "a.txt", ContentType: "text/plain", Data: []byte("bonjour")})), WithPermissions(ManageGuild))
	f := c.expect(0, "INTERACTION_CREATE")
	var d struct {
		Member struct{ Permissions string }
		Data   struct {
			Options  []struct{ Name string }
			Resolved struct{ Attachments map[string]Attachment }
		}
	}
	if err := json.Unmarshal(f.D, &d); err != nil || d.Data.Options[0].Name != "add" || d.Member.Permissions != "32" {
		t.Fatalf("got %s, %v", f.D, err)
	}
	for _, a := range d.Data.Resolved.Attachments {
		if got, ok := srv.Download(a); !ok || string(got.Data) != "bonjour" {
			t.Errorf("got %+v", got)
		}
	}
	c.ack(i, `{"type":4,"data":{"content":"a","flags":64,`+quiet+`}}`)
}

func TestWaitGivesUp(t *testing.T) {
	srv := New(t, Options{})
	bot(t, srv)
	i := srv.Command("ask", String("question", "?"))
	i.Forgive()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := i.Wait(ctx); !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), `"ask"`) {
		t.Errorf("got %v", err)
	}
	if _, err := i.Message(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := i.Followup(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
