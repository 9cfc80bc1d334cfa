package discordtest

import (
	"fmt"
	"strings"
	"testing"
)

func TestRegistration(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	list := srv.Commands()
	if len(list) != 3 || list[0].Name != "ask" || list[0].ID == "" || list[2].Type != 3 {
		t.Errorf("got %+v", list)
	}
	c.register()
	if again := srv.Commands(); again[0].ID != list[0].ID {
		t.Errorf("the id changed from %s to %s", list[0].ID, again[0].ID)
	}
	at := "/applications/" + srv.Bot.ID + "/guilds/" + srv.Guild.ID + "/commands"
	if status, _ := c.call("POST", at, `{"name":"only-here","description":"d"}`); status != 201 {
		t.Error(status)
	}
	here := srv.GuildCommands(srv.Guild)
	if len(here) != 1 || here[0].GuildID != srv.Guild.ID {
		t.Fatalf("got %+v", here)
	}
	if status, _ := c.call("DELETE", at+"/"+here[0].ID, ""); status != 204 || len(srv.GuildCommands(srv.Guild)) != 0 {
		t.Error(status)
	}
	if status, out := c.call("GET", at, ""); status != 200 || fmt.Sprintf("%s", out["list"]) != "[]\n" {
		t.Errorf("got %d %s", status, out)
	}
	status, out := c.call("PUT", "/applications/"+srv.Bot.ID+"/guilds/1/commands", `[]`)
	wantStatus(t, status, out, 403, 50001)
}

func TestCommandRules(t *testing.T) {
	long := strings.Repeat("x", 33)
	with := func(options string) string { return `{"name":"a","description":"d","options":[` + options + `]}` }
	for _, test := range []struct{ name, command string }{
		{"an upper-case name", `{"name":"Ask","description":"d"}`},
		{"a name with a space", `{"name":"a b","description":"d"}`},
		{"a long name", `{"name":"` + long + `","description":"d"}`},
		{"no description", `{"name":"a"}`},
		{"a long description", `{"name":"a","description":"` + strings.Repeat("é", 101) + `"}`},
		{"an unknown locale", `{"name":"a","description":"d","description_localizations":{"fr-FR":"d"}}`},
		{"a localized name in upper case", `{"name":"a","description":"d","name_localizations":{"fr":"Été"}}`},
		{"a localized description too long", `{"name":"a","description":"d","description_localizations":{"fr":"` + strings.Repeat("é", 101) + `"}}`},
		{"the same twice", `{"name":"a","description":"d"},{"name":"a","description":"d"}`},
		{"required after optional", with(`{"type":3,"name":"x","description":"d"},{"type":3,"name":"y","description":"d","required":true}`)},
		{"the same option twice", with(`{"type":3,"name":"x","description":"d"},{"type":3,"name":"x","description":"d"}`)},
		{"an option in upper case", with(`{"type":3,"name":"X","description":"d"}`)},
		{"choices and autocomplete", with(`{"type":3,"name":"x","description":"d","autocomplete":true,"choices":[{"name":"a","value":"b"}]}`)},
		{"autocomplete of a boolean", with(`{"type":5,"name":"x","description":"d","autocomplete":true}`)},
		{"26 choices", with(`{"type":3,"name":"x","description":"d","choices":[` + many(26, func(k int) string { return fmt.Sprintf(`{"name":"%d","value":"%d"}`, k, k) }) + `]}`)},
		{"a choice of another type", with(`{"type":3,"name":"x","description":"d","choices":[{"name":"a","value":1}]}`)},
		{"26 options", with(many(26, func(k int) string { return fmt.Sprintf(`{"type":3,"name":"o%d","description":"d"}`, k) }))},
		{"subcommands beside options", with(`{"type":1,"name":"x","description":"d"},{"type":3,"name":"y","description":"d"}`)},
		{"a subcommand in a subcommand", with(`{"type":1,"name":"x","description":"d","options":[{"type":1,"name":"y","description":"d","options":[{"type":1,"name":"z","description":"d"}]}]}`)},
		{"max_length of a number", with(`{"type":4,"name":"x","description":"d","max_length":3}`)},
		{"max_length too long", with(`{"type":3,"name":"x","description":"d","max_length":6001}`)},
		{"a message command with description", `{"name":"Ask","type":3,"description":"d"}`},
		{"permissions that are no number", `{"name":"a","description":"d","default_member_permissions":"manage"}`},
		{"a context that is none", `{"name":"a","description":"d","contexts":[3]}`},
		{"too many message commands", many(16, func(k int) string { return fmt.Sprintf(`{"name":"m%d","type":3}`, k) })},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv, _ := collecting(t)
			c := &client{t: t, srv: srv}
			status, _ := c.call("PUT", "/applications/"+srv.Bot.ID+"/commands", `[`+test.command+`]`)
			if got := withoutOpenAPI(srv); status != 400 || got != "commands" {
				t.Errorf("got %d, broken rules %q", status, got)
			}
			if got := srv.Commands(); len(got) != 0 {
				t.Errorf("registered: %+v", got)
			}
		})
	}
}

func TestLocalizedNames(t *testing.T) {
	srv := New(t, Options{})
	c := &client{t: t, srv: srv}
	status, out := c.call("PUT", "/applications/"+srv.Bot.ID+"/commands", `[{"name":"résumé","description":"d","name_localizations":{"fr":"résumé","en-US":"summary","hi":"प्रश्न"}}]`)
	if status != 200 {
		t.Error(status, out)
	}
}

func TestCallsThatDiscordWouldNotMake(t *testing.T) {
	question := String("question", "?")
	for _, test := range []struct {
		name     string
		options  []Option
		complete bool
		ok       bool
	}{
		{"right", []Option{question, String("article", "x")}, true, true},
		{"the required one is missing", []Option{String("article", "x")}, true, false},
		{"not yet typed", []Option{Focus("article", "x")}, false, true},
		{"an unknown one", []Option{question, String("other", "x")}, true, false},
		{"another type", []Option{Int("question", 1)}, true, false},
		{"too long", []Option{String("question", strings.Repeat("x", 1001))}, true, false},
		{"no autocomplete", []Option{Focus("question", "x")}, false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv := New(t, Options{})
			c := &client{t: t, srv: srv}
			c.register()
			v := srv.invocation(test.options, srv.Channel)
			err := checkCall(srv.Commands()[0].Options, v.options, test.complete)
			if (err == nil) != test.ok {
				t.Errorf("got %v", err)
			}
		})
	}
}
