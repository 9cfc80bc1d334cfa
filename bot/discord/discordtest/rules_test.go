package discordtest

import (
	"fmt"
	"strings"
	"testing"
)

func rep(s string, n int) string { return strings.Repeat(s, n) }

// many joins n things made by make, 0 to n-1, with commas.
func many(n int, make func(k int) string) string {
	var out []string
	for k := range n {
		out = append(out, make(k))
	}
	return strings.Join(out, ",")
}

func buttons(n int) string {
	return `{"type":1,"components":[` + many(n, func(k int) string {
		return fmt.Sprintf(`{"type":2,"style":2,"label":"b%d","custom_id":"id%d"}`, k, k)
	}) + `]}`
}

func rows(n int) string {
	return many(n, func(k int) string { return strings.ReplaceAll(buttons(1), "id0", fmt.Sprint("row", k)) })
}

func options(n int) string {
	return `{"type":1,"components":[{"type":3,"custom_id":"s","options":[` + many(n, func(k int) string {
		return fmt.Sprintf(`{"label":"o%d","value":"%d"}`, k, k)
	}) + `]}]}`
}

func embeds(n int, inner string) string {
	return `"embeds":[` + many(n, func(int) string { return `{` + inner + `}` }) + `]`
}

func fields(n, name, value int) string {
	return `"fields":[` + many(n, func(int) string { return `{"name":"` + rep("é", name) + `","value":"` + rep("é", value) + `"}` }) + `]`
}

func button1(change string) string {
	return `"content":"a","components":[{"type":1,"components":[{"type":2,` + change + `}]}]`
}

const v2 = `"flags":32768,"components":`

// messageRules are messages that keep a rule and such that just break it.
var messageRules = []struct{ name, body, rule string }{
	{"2000 characters", `"content":"` + rep("é", 2000) + `"`, ""},
	{"2000 beyond the BMP", `"content":"` + rep("😀", 2000) + `"`, ""},
	{"2001 characters", `"content":"` + rep("é", 2001) + `"`, "content"},
	{"nothing", `"content":""`, "empty"},
	{"white space alone", `"content":" \n"`, "empty"},

	{"10 embeds", embeds(10, `"title":"a"`), ""},
	{"11 embeds", embeds(11, `"title":"a"`), "embeds"},
	{"6000 in embeds", embeds(2, `"description":"`+rep("é", 3000)+`"`), ""},
	{"6000 in embeds and more in content", embeds(2, `"description":"`+rep("é", 3000)+`"`) + `,"content":"a"`, ""},
	{"6002 in embeds", embeds(2, `"description":"`+rep("é", 3001)+`"`), "embeds"},
	{"title of 256", embeds(1, `"title":"`+rep("é", 256)+`"`), ""},
	{"title of 257", embeds(1, `"title":"`+rep("é", 257)+`"`), "embeds"},
	{"description of 4096", embeds(1, `"description":"`+rep("é", 4096)+`"`), ""},
	{"description of 4097", embeds(1, `"description":"`+rep("é", 4097)+`"`), "embeds"},
	{"25 fields", embeds(1, fields(25, 1, 1)), ""},
	{"26 fields", embeds(1, fields(26, 1, 1)), "embeds"},
	{"field of 256 and 1024", embeds(1, fields(1, 256, 1024)), ""},
	{"field name of 257", embeds(1, fields(1, 257, 1)), "embeds"},
	{"field value of 1025", embeds(1, fields(1, 1, 1025)), "embeds"},
	{"empty field value", embeds(1, fields(1, 1, 0)), "embeds"},
	{"footer of 2048", embeds(1, `"footer":{"text":"`+rep("é", 2048)+`"}`), ""},
	{"footer of 2049", embeds(1, `"footer":{"text":"`+rep("é", 2049)+`"}`), "embeds"},
	{"author of 257", embeds(1, `"author":{"name":"`+rep("é", 257)+`"}`), "embeds"},
	{"an empty embed", embeds(1, `"color":1`), "embeds"},
	{"an embed's address", embeds(1, `"title":"a","url":"https://example.org/é"`), ""},
	{"a scheme that is none", embeds(1, `"title":"a","url":"javascript:x"`), "embeds"},

	{"5 rows", `"content":"a","components":[` + rows(5) + `]`, ""},
	{"6 rows", `"content":"a","components":[` + rows(6) + `]`, "components"},
	{"5 buttons", `"content":"a","components":[` + buttons(5) + `]`, ""},
	{"6 buttons", `"content":"a","components":[` + buttons(6) + `]`, "components"},
	{"an empty row", `"content":"a","components":[{"type":1,"components":[]}]`, "components"},
	{"a button at the top", `"content":"a","components":[{"type":2,"style":1,"label":"a","custom_id":"a"}]`, "components"},
	{"label of 80", button1(`"style":1,"custom_id":"a","label":"` + rep("é", 80) + `"`), ""},
	{"label of 81", button1(`"style":1,"custom_id":"a","label":"` + rep("é", 81) + `"`), "components"},
	{"no label", button1(`"style":1,"custom_id":"a"`), "components"},
	{"an emoji for a label", button1(`"style":2,"custom_id":"a","emoji":{"name":"👍"}`), ""},
	{"custom id of 100", button1(`"style":1,"label":"a","custom_id":"` + rep("x", 100) + `"`), ""},
	{"custom id of 101", button1(`"style":1,"label":"a","custom_id":"` + rep("x", 101) + `"`), "custom_id"},
	{"no custom id", button1(`"style":1,"label":"a"`), "components"},
	{"a style that is none", button1(`"style":9,"label":"a","custom_id":"a"`), "components"},
	{"a link", button1(`"style":5,"label":"a","url":"https://example.org"`), ""},
	{"a link with custom id", button1(`"style":5,"label":"a","url":"https://example.org","custom_id":"a"`), "components"},
	{"a link too long", button1(`"style":5,"label":"a","url":"https://example.org/` + rep("x", 500) + `"`), "components"},
	{"the same custom id", `"content":"a","components":[` + buttons(1) + `,` + buttons(1) + `]`, "custom_id"},
	{"a text input", `"content":"a","components":[{"type":1,"components":[{"type":4,"style":1,"label":"a","custom_id":"a"}]}]`, "components"},
	{"25 options", `"content":"a","components":[` + options(25) + `]`, ""},
	{"26 options", `"content":"a","components":[` + options(26) + `]`, "components"},
	{"no options", `"content":"a","components":[` + options(0) + `]`, "components"},
	{"the same option", `"content":"a","components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[{"label":"a","value":"v"},{"label":"b","value":"v"}]}]}]`, "components"},
	{"more values than options", `"content":"a","components":[{"type":1,"components":[{"type":3,"custom_id":"s","max_values":2,"options":[{"label":"a","value":"v"}]}]}]`, "components"},
	{"a select beside a button", `"content":"a","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"a"},{"type":5,"custom_id":"u"}]}]`, "components"},

	{"text without v2", `"components":[{"type":10,"content":"a"}]`, "components"},
	{"text with v2", v2 + `[{"type":10,"content":"a"}]`, ""},
	{"4000 of text", v2 + `[{"type":10,"content":"` + rep("é", 4000) + `"}]`, ""},
	{"4001 of text", v2 + `[{"type":10,"content":"a"},{"type":17,"components":[{"type":10,"content":"` + rep("é", 4000) + `"}]}]`, "components"},
	{"40 components", v2 + `[` + many(40, func(int) string { return `{"type":10,"content":"a"}` }) + `]`, ""},
	{"41 nested", v2 + `[{"type":17,"components":[` + many(40, func(int) string { return `{"type":10,"content":"a"}` }) + `]}]`, "components"},
	{"content beside v2", `"content":"a",` + v2 + `[{"type":10,"content":"a"}]`, "components"},
	{"embeds beside v2", embeds(1, `"title":"a"`) + `,` + v2 + `[{"type":10,"content":"a"}]`, "components"},
	{"a container in a container", v2 + `[{"type":17,"components":[{"type":17,"components":[{"type":10,"content":"a"}]}]}]`, "components"},
	{"an empty container", v2 + `[{"type":17,"components":[]}]`, "components"},
	{"a section", v2 + `[{"type":9,"components":[{"type":10,"content":"a"}],"accessory":{"type":2,"style":1,"label":"a","custom_id":"a"}}]`, ""},
	{"a section without accessory", v2 + `[{"type":9,"components":[{"type":10,"content":"a"}]}]`, "components"},
	{"a separator", v2 + `[{"type":10,"content":"a"},{"type":14,"divider":true,"spacing":2}]`, ""},
	{"a spacing too wide", v2 + `[{"type":10,"content":"a"},{"type":14,"spacing":3}]`, "components"},
	{"an empty text", v2 + `[{"type":10,"content":""}]`, "components"},
	{"a file that is not there", v2 + `[{"type":13,"file":{"url":"attachment://a.txt"}}]`, "components"},
	{"a label in a message", v2 + `[{"type":18,"label":"a","component":{"type":4,"custom_id":"a","style":1}}]`, "components"},
	{"a flag that is none", `"content":"a","flags":2`, "flags"},
}

func TestMessageRules(t *testing.T) {
	for _, test := range messageRules {
		t.Run(test.name, func(t *testing.T) {
			srv, _ := collecting(t)
			c := &client{t: t, srv: srv}
			status, out := c.call("POST", "/channels/"+srv.Channel.ID+"/messages", `{`+test.body+`,`+quiet+`}`)
			if got := withoutOpenAPI(srv); got != test.rule {
				t.Errorf("broken rules: got %q, want %q; %v", got, test.rule, srv.Violations())
			}
			if want := test.rule == "" || test.rule == "flags"; (status == 200) != want {
				t.Errorf("got %d %v", status, out)
			}
			if test.rule == "" {
				wantRules(t, srv, "") // what is right here is right by the description
			}
			if left := len(srv.Messages(srv.Channel)); (left == 1) != (status == 200) {
				t.Errorf("%d messages stand after %d", left, status)
			}
		})
	}
}

func TestMentions(t *testing.T) {
	for _, test := range []struct{ name, body, rule string }{
		{"none", `"content":"a"`, "mentions"},
		{"null", `"content":"a","allowed_mentions":null`, "mentions"},
		{"without parse", `"content":"a","allowed_mentions":{}`, "mentions"},
		{"permissive", `"content":"a","allowed_mentions":{"parse":["users"]}`, "mentions"},
		{"a list of users", `"content":"a","allowed_mentions":{"parse":[],"users":["1"]}`, "mentions"},
		{"that ping", `"content":"@everyone"`, "mentions ping"},
		{"that ping in text", v2 + `[{"type":10,"content":"<@&12>"}]`, "mentions ping"},
		{"quiet", `"content":"@everyone <@1>",` + quiet, ""},
		{"quiet but for the reply", `"content":"a","allowed_mentions":{"parse":[],"replied_user":true}`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			srv, _ := collecting(t)
			c := bot(t, srv)
			c.call("POST", "/channels/"+srv.Channel.ID+"/messages", `{`+test.body+`}`)
			i := srv.Command("ask", String("question", "?"))
			c.ack(i, `{"type":4,"data":{`+test.body+`}}`)
			c.original(i, "PATCH", `{`+test.body+`}`)
			c.follow(i, `{`+test.body+`}`)
			want := strings.TrimSpace(rep(test.rule+" ", 4))
			if strings.Count(want, "mentions") == 4 && test.rule == "mentions" {
				want = "mentions" // told once in a row
			}
			wantRules(t, srv, want)
			if test.rule != "" && len(srv.Violations()) < 4 {
				t.Errorf("got %v, want one for each request", srv.Violations())
			}
		})
	}
}

func TestAnEditIsMeasuredWhole(t *testing.T) {
	srv, _ := collecting(t)
	c := &client{t: t, srv: srv}
	_, m := c.call("POST", "/channels/"+srv.Channel.ID+"/messages", `{`+embeds(1, `"description":"`+rep("é", 4000)+`"`)+`,`+quiet+`}`)
	at := fmt.Sprint("/channels/", srv.Channel.ID, "/messages/", m["id"])
	if status, out := c.call("PATCH", at, `{"content":"a",`+quiet+`}`); status != 200 {
		t.Error(status, out)
	}
	wantRules(t, srv, "")
	if status, _ := c.call("PATCH", at, `{"content":null,"embeds":[],`+quiet+`}`); status != 400 {
		t.Error(status)
	}
	wantRules(t, srv, "empty")
	if got := srv.Messages(srv.Channel)[0]; got.Content != "a" || len(got.Embeds) != 1 || got.Edits != 1 {
		t.Errorf("the refused edit left %+v", got)
	}
}
