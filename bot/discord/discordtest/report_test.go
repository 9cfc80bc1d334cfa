package discordtest

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// recorder is a test that notes what is reported to it.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}
func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	runtime.Goexit()
}

// reported runs f as a test would and returns what was reported.
func reported(t *testing.T, f func(srv *Server)) []string {
	t.Helper()
	r := &recorder{TB: t}
	srv := New(r, Options{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		f(srv)
	}()
	<-done
	srv.Close()
	return r.errors
}

func TestViolationsFailTheTest(t *testing.T) {
	got := reported(t, func(srv *Server) {
		c := &client{t: t, srv: srv}
		c.call("POST", "/channels/"+srv.Channel.ID+"/messages", `{"content":"a"}`)
	})
	if len(got) != 1 || !strings.Contains(got[0], "mentions: POST /channels/{channel}/messages: a message without allowed_mentions") {
		t.Errorf("got %q", got)
	}
}

func TestReportsHideTokens(t *testing.T) {
	got := reported(t, func(srv *Server) {
		c := &client{t: t, srv: srv}
		c.call("GET", "/webhooks/1/interaction-token-123/nowhere", "")
	})
	if len(got) != 1 || strings.Contains(got[0], "interaction-token") {
		t.Errorf("got %q", got)
	}
}

// TestWhatNobodyCouldDo lists what Discord's client would not let a person do.
func TestWhatNobodyCouldDo(t *testing.T) {
	const components = `[{"type":1,"components":[{"type":2,"style":1,"label":"Mort","custom_id":"dead","disabled":true},
		{"type":2,"style":5,"label":"Lien","url":"https://example.org"}]},
		{"type":1,"components":[{"type":3,"custom_id":"pick","options":[{"label":"Un","value":"1"}]}]}]`
	modal := Modal{Title: "T", CustomID: "f", Inputs: []Component{{Type: textInput, CustomID: "q", MaxLength: new(int)}}}
	*modal.Inputs[0].MaxLength = 3
	for _, test := range []struct {
		name string
		do   func(srv *Server, m Message)
		want string
	}{
		{"a disabled button", func(srv *Server, m Message) { srv.Press(m, "Mort") }, "disabled"},
		{"a link", func(srv *Server, m Message) { srv.Press(m, "Lien") }, "no control"},
		{"no button", func(srv *Server, m Message) { srv.Press(m, "Autre") }, "no control"},
		{"no value", func(srv *Server, m Message) { srv.Press(m, "pick") }, "0 values"},
		{"another value", func(srv *Server, m Message) { srv.Press(m, "pick", Values("2")) }, "no value"},
		{"a message that is gone", func(srv *Server, m Message) { srv.Delete(m); srv.Press(m, "pick", Values("1")) }, "is not there"},
		{"an empty form", func(srv *Server, m Message) { submit(srv, modal, "") }, "is required"},
		{"a form too full", func(srv *Server, m Message) { submit(srv, modal, "1234") }, "takes 0 to 3"},
		{"another input", func(srv *Server, m Message) {
			modal.from = &Interaction{User: srv.User, Channel: srv.Channel}
			srv.Submit(modal, map[string]string{"q": "1", "other": "x"})
		}, "has no inputs"},
		{"a command in direct messages", func(srv *Server, m Message) { srv.Command("articles", Sub("list"), In(srv.DM(srv.User))) }, "would not offer"},
		{"a guild's command of the person", func(srv *Server, m Message) { srv.Command("articles", Sub("list"), UserInstall()) }, "would not offer"},
		{"two subcommands", func(srv *Server, m Message) { srv.Command("articles", Sub("list"), Sub("add")) }, "2 subcommands"},
		{"nothing typed", func(srv *Server, m Message) { srv.Autocomplete("ask", String("article", "x")) }, "without Focus"},
		{"a message that is not there", func(srv *Server, m Message) { srv.Edit(Message{ID: "1"}, "x") }, "no message"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := reported(t, func(srv *Server) {
				c := bot(t, srv)
				_, out := c.call("POST", "/channels/"+srv.Channel.ID+"/messages", `{"content":"a","components":`+components+`,`+quiet+`}`)
				m, _ := srv.Message(fmt.Sprint(out["id"]))
				test.do(srv, m)
			})
			if len(got) != 1 || !strings.Contains(got[0], test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func submit(srv *Server, m Modal, value string) {
	m.from = &Interaction{User: srv.User, Channel: srv.Channel}
	srv.Submit(m, map[string]string{"q": value})
}

func TestMustNamesWhatIsMissing(t *testing.T) {
	r := &recorder{TB: t}
	srv := New(r, Options{Patience: 1})
	done := make(chan struct{})
	go func() {
		defer close(done)
		srv.Command("ask")
	}()
	<-done
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], `command "ask" to be registered`) {
		t.Errorf("got %q", r.errors)
	}
}
