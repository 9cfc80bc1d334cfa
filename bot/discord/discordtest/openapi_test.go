package discordtest

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

func description(t testing.TB) *OpenAPI {
	t.Helper()
	if os.Getenv("VERBATIM_TESTDATA") == "" {
		t.Skip("VERBATIM_TESTDATA is not set")
	}
	o, err := Description()
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestDescription(t *testing.T) {
	o := description(t)
	const commands = "/applications/1/commands"
	for _, test := range []struct {
		name, method, path, query, body string
		ok                              bool
	}{
		{"permissions as a string", "PUT", commands, "", `[{"name":"a","description":"d","default_member_permissions":"32"}]`, true},
		{"null for it", "PUT", commands, "", `[{"name":"a","description":"d","default_member_permissions":null}]`, true},
		{"a long name", "PUT", commands, "", `[{"name":"` + rep("x", 33) + `","description":"d"}]`, false},
		{"one that is not in a list", "PUT", commands, "", `{"name":"a"}`, false},
		{"an edit of the original", "PATCH", "/webhooks/1/t/messages/@original", "", `{"content":"a"}`, true},
		{"one too long", "PATCH", "/webhooks/1/t/messages/@original", "", `{"content":"` + rep("x", 2001) + `"}`, false},
		{"a deferral", "POST", "/interactions/1/t/callback", "with_response=true", `{"type":5,"data":{"flags":64}}`, true},
		{"a query that is no boolean", "POST", "/interactions/1/t/callback", "with_response=1", `{"type":5}`, false},
		{"a query that is not described", "POST", "/interactions/1/t/callback", "wait=true", `{"type":5}`, false},
		{"a modal without title", "POST", "/interactions/1/t/callback", "", `{"type":9,"data":{"custom_id":"a","components":[]}}`, false},
		{"numbers for attachments", "POST", "/webhooks/1/t", "wait=true", `{"content":"a","attachments":[{"id":0,"filename":"a"}]}`, true},
		{"a misspelt field", "POST", "/channels/1/messages", "", `{"content":"a","allowedMentions":{"parse":[]}}`, false},
		{"one deep inside", "POST", "/channels/1/messages", "", `{"components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","customId":"x","custom_id":"x"}]}]}`, false},
		{"one of a callback", "POST", "/interactions/1/t/callback", "", `{"type":4,"data":{"content":"a","ephemeral":true}}`, false},
		{"one that is empty", "POST", "/interactions/1/t/callback", "", `{"type":9,"data":{"custom_id":"f","title":"T","content":"","tts":false,"components":[{"type":10,"content":"a"}]}}`, true},
		{"any locale", "PUT", commands, "", `[{"name":"a","description":"d","name_localizations":{"fr":"b"},"options":[{"type":3,"name":"o","description":"d","choices":[{"name":"c","name_localizations":{"fr":"d"},"value":"v"}]}]}]`, true},
		{"a body that is missing", "POST", "/webhooks/1/t", "", ``, false},
		{"a body that is too much", "GET", "/users/@me", "", `{"a":1}`, false},
		{"a path that is not described", "GET", "/nowhere", "", ``, false},
		{"a method that is not", "DELETE", "/gateway", "", ``, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			query, err := url.ParseQuery(test.query)
			if err != nil {
				t.Fatal(err)
			}
			if err := o.Check(test.method, test.path, query, []byte(test.body)); (err == nil) != test.ok {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestDescriptionIsAsked(t *testing.T) {
	description(t)
	srv, _ := collecting(t)
	c := &client{t: t, srv: srv}
	c.call("POST", "/channels/"+srv.Channel.ID+"/messages", `{"content":"a","embeds":[{"title":"a","color":"red"}],`+quiet+`}`)
	if got := rules(srv); !strings.HasPrefix(got, "openapi") {
		t.Errorf("broken rules: %q", got)
	}
}

// TestAnswersAreAsDescribed holds what the double itself says against the
// official description.
func TestAnswersAreAsDescribed(t *testing.T) {
	o := description(t)
	srv := New(t, Options{})
	c := bot(t, srv)
	said := srv.Say(srv.User, srv.Channel, "bonjour", srv.Attachments(File{Name: "a.txt"}))
	i := srv.Command("ask", String("question", "?"))
	rich := `{"content":"a","embeds":[{"title":"t","description":"d","color":3,"fields":[{"name":"n","value":"v"}],"footer":{"text":"f"}}],"components":[` + buttons(2) + `],` + quiet + `}`
	at := "/channels/" + srv.Channel.ID
	for _, call := range []struct{ method, path, body string }{
		{"POST", "/interactions/" + i.ID + "/" + i.Token + "/callback?with_response=true", `{"type":5}`},
		{"PATCH", "/webhooks/" + srv.Bot.ID + "/" + i.Token + "/messages/@original", rich},
		{"GET", "/webhooks/" + srv.Bot.ID + "/" + i.Token + "/messages/@original", ""},
		{"POST", "/webhooks/" + srv.Bot.ID + "/" + i.Token + "?wait=true", rich},
		{"POST", at + "/messages", rich},
		{"GET", at + "/messages", ""},
		{"GET", at + "/messages/" + said.ID, ""},
		{"GET", at, ""},
		{"POST", at + "/messages/" + said.ID + "/threads", `{"name":"fil"}`},
		{"POST", "/users/@me/channels", `{"recipient_id":"` + srv.User.ID + `"}`},
		{"GET", "/users/@me", ""},
		{"GET", "/gateway", ""},
		{"GET", "/gateway/bot", ""},
		{"GET", "/applications/" + srv.Bot.ID + "/commands", ""},
		{"GET", "/channels/1", ""},
	} {
		status, out := c.call(call.method, call.path, call.body)
		path, _, _ := strings.Cut(call.path, "?")
		op := o.operation(call.method, path)
		response := op.Responses.Value(fmt.Sprint(status))
		if response == nil && status >= 400 {
			response = op.Responses.Value("4XX")
		}
		if response == nil {
			t.Errorf("%s %s: status %d is not described", call.method, path, status)
			continue
		}
		var value any = out
		if list, ok := out["list"].(json.RawMessage); ok {
			value = nil
			if err := json.Unmarshal(list, &value); err != nil {
				t.Fatal(err)
			}
		}
		if err := response.Value.Content.Get("application/json").Schema.Value.VisitJSON(value, openapi3.EnableJSONSchema2020()); err != nil {
			t.Errorf("%s %s: %.1500s", call.method, path, err)
		}
	}
}
