package discordtest

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestNewGuildIsTold(t *testing.T) {
	srv := New(t, Options{})
	c := connect(t, srv)
	c.expect(0, "GUILD_CREATE")
	g := srv.NewGuild("Autre")
	if f := c.expect(0, "GUILD_CREATE"); !strings.Contains(string(f.D), g.ID) {
		t.Errorf("got %s", f.D)
	}
	if status, out := c.call("GET", "/guilds/"+g.ID, ""); status != 200 || out["name"] != "Autre" {
		t.Error(status, out)
	}
	srv.RemoveGuild(g)
	if f := c.expect(0, "GUILD_DELETE"); !strings.Contains(string(f.D), g.ID) {
		t.Errorf("got %s", f.D)
	}
	foreign := srv.NewForeignGuild("Ailleurs")
	status, out := c.call("GET", "/guilds/"+foreign.ID, "")
	wantStatus(t, status, out, 404, 10004)
}

func TestApplication(t *testing.T) {
	srv := New(t, Options{})
	c := &client{t: t, srv: srv}
	for _, path := range []string{"/applications/@me", "/oauth2/applications/@me"} {
		status, out := c.call("GET", path, "")
		owner, _ := out["owner"].(object)
		if status != 200 || out["id"] != srv.Bot.ID || owner["id"] != srv.User.ID {
			t.Errorf("%s: got %d %v", path, status, out)
		}
	}
}

func TestAppPermissions(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("ask", String("question", "?"), AppPermissions(AllPermissions&^AttachFiles))
	var d struct {
		App string `json:"app_permissions"`
	}
	if err := json.Unmarshal(c.expect(0, "INTERACTION_CREATE").D, &d); err != nil || d.App == "" {
		t.Errorf("got %+v, %v", d, err)
	}
	c.ack(i, `{"type":5}`)
	status, out := c.upload("/webhooks/"+srv.Bot.ID+"/"+i.Token, `{"content":"a",`+quiet+`}`, "a.txt", []byte("a"))
	wantStatus(t, status, out, 403, 50013)
}

func TestUserInstallInAGuildThatHasTheBot(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	i := srv.Command("ask", String("question", "?"), UserInstall(), By(srv.NewUser("sacha")))
	f := c.expect(0, "INTERACTION_CREATE")
	if s := string(f.D); !strings.Contains(s, `"0":"`+srv.Guild.ID+`"`) || !strings.Contains(s, `"1":"`+i.User.ID+`"`) {
		t.Errorf("got %s", s)
	}
	c.ack(i, `{"type":5}`)
	for range 7 { // the bound on followups is not for guilds that have the bot
		if status, out := c.follow(i, `{"content":"a",`+quiet+`}`); status != 200 {
			t.Fatal(status, out)
		}
	}
}

func TestText(t *testing.T) {
	m := Message{Content: "un", Embeds: []Embed{{Author: &EmbedAuthor{Name: "deux"}, Title: "trois", Description: "quatre",
		Fields: []EmbedField{{Name: "cinq", Value: "six"}}, Footer: &EmbedFooter{Text: "sept"}}},
		Components: []Component{{Type: container, Components: []Component{{Type: textDisplay, Content: "huit"}}}, {Type: button, Label: "non"}}}
	if got, want := m.Text(), "un\ndeux\ntrois\nquatre\ncinq\nsix\nsept\nhuit"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestComponentsAreNumbered(t *testing.T) {
	tree := []Component{{Type: actionRow, ID: 2, Components: []Component{{Type: button}, {Type: button}}}, {Type: section, Accessory: &Component{Type: button}}}
	number(tree)
	seen := map[int]bool{}
	for _, c := range flatten(tree) {
		if c.ID == 0 || seen[c.ID] {
			t.Errorf("id %d twice, or none", c.ID)
		}
		seen[c.ID] = true
	}
	if tree[0].ID != 2 {
		t.Errorf("the id that was given became %d", tree[0].ID)
	}
}
