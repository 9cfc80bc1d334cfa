package discordtest

import (
	"encoding/json"
	"testing"
)

func TestWhatIsReadable(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	_, out := c.call("POST", "/channels/"+srv.Channel.ID+"/messages", `{"content":"du bot",`+quiet+`}`)
	ordinary, _ := srv.Message(out["id"].(string))
	i := srv.Command("ask", String("question", "?"))
	c.ack(i, `{"type":4,"data":{"content":"réponse",`+quiet+`}}`)
	answer, err := i.Message(within(t))
	if err != nil {
		t.Fatal(err)
	}
	thread := srv.NewThread(srv.Channel, "fil")
	other := srv.NewUser("sacha")
	theirs := srv.Say(other, srv.Channel, "d'un autre")
	for _, test := range []struct {
		name     string
		channel  *Channel
		content  string
		options  []Option
		readable bool
	}{
		{"a plain message", srv.Channel, "bonjour", nil, false},
		{"a mention", srv.Channel, "dis, " + srv.Bot.Mention(), nil, true},
		{"a mention of another", srv.Channel, other.Mention(), nil, false},
		{"a direct message", srv.DM(srv.User), "bonjour", nil, true},
		{"a reply to an ordinary message", srv.Channel, "et ensuite", []Option{ReplyTo(ordinary)}, true},
		{"a reply that does not ping", srv.Channel, "et ensuite", []Option{ReplyTo(ordinary), NoPing()}, false},
		{"a reply to a command's answer", srv.Channel, "et ensuite", []Option{ReplyTo(answer)}, false},
		{"one with a mention", srv.Channel, "et ensuite " + srv.Bot.Mention(), []Option{ReplyTo(answer)}, true},
		{"a reply to another", srv.Channel, "et ensuite", []Option{ReplyTo(theirs)}, false},
		{"in a thread", thread, "et ensuite", nil, false},
		{"a mention in a thread", thread, srv.Bot.Mention(), nil, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			options := append([]Option{WithEmbeds(Embed{Title: "lien"}), srv.Attachments(File{Name: "a.txt"}),
				WithComponents(Component{Type: 18})}, test.options...)
			said := srv.Say(srv.User, test.channel, test.content, options...)
			for {
				var got Message
				if err := json.Unmarshal(c.expect(0, "MESSAGE_CREATE").D, &got); err != nil {
					t.Fatal(err)
				}
				if got.ID != said.ID {
					continue
				}
				full := got.Content != "" && len(got.Embeds) == 1 && len(got.Attachments) == 1 && len(got.Components) == 1
				bare := got.Content == "" && len(got.Embeds) == 0 && len(got.Attachments) == 0 && len(got.Components) == 0
				if full != test.readable || bare == test.readable {
					t.Errorf("got %+v", got)
				}
				break
			}
		})
	}
}

func TestReplyShowsWhatItRepliesTo(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	theirs := srv.Say(srv.NewUser("sacha"), srv.Channel, "secret")
	srv.Say(srv.User, srv.Channel, srv.Bot.Mention(), ReplyTo(theirs))
	c.expect(0, "MESSAGE_CREATE")
	var got Message
	if err := json.Unmarshal(c.expect(0, "MESSAGE_CREATE").D, &got); err != nil {
		t.Fatal(err)
	}
	if got.Type != typeReply || got.Referenced == nil || got.Referenced.ID != theirs.ID || got.Referenced.Content != "" {
		t.Errorf("got %+v", got.Referenced)
	}
	srv.Say(srv.User, srv.DM(srv.User), "", Forward(theirs))
	if err := json.Unmarshal(c.expect(0, "MESSAGE_CREATE").D, &got); err != nil || len(got.Snapshots) != 1 || got.Snapshots[0].Message.Content != "secret" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestEditAndDelete(t *testing.T) {
	srv := New(t, Options{})
	c := bot(t, srv)
	m := srv.Say(srv.User, srv.DM(srv.User), "un")
	srv.Edit(m, "deux")
	var got Message
	if err := json.Unmarshal(c.expect(0, "MESSAGE_UPDATE").D, &got); err != nil || got.Content != "deux" {
		t.Errorf("got %+v, %v", got, err)
	}
	srv.Delete(m)
	c.expect(0, "MESSAGE_DELETE")
	if got := srv.Messages(srv.DM(srv.User)); len(got) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestIntentsSayWhatIsHeard(t *testing.T) {
	srv := New(t, Options{})
	c := dial(t, srv, "?v=9&encoding=json")
	c.identify(object{"intents": intentDirectMessages})
	c.ready()
	srv.Say(srv.User, srv.Channel, srv.Bot.Mention())
	srv.Say(srv.User, srv.DM(srv.User), "en privé")
	f, err := c.read()
	var got Message
	if err != nil || json.Unmarshal(f.D, &got) != nil || f.T != "MESSAGE_CREATE" || got.Content != "en privé" {
		t.Errorf("got %+v, %v", f, err)
	}
}
