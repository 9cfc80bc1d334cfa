// Package discordtest is a Discord that tests run against: the gateway and
// REST, on loopback. It knows Discord's rules and fails the test where the bot
// breaks one; it shares no code with the bot or its library, so that it can
// judge both.
//
//	func TestAsk(t *testing.T) {
//		clock := new(discordtest.Clock)
//		srv := discordtest.New(t, discordtest.Options{Now: clock.Now})
//		startBot(t, srv.URL, discordtest.Token) // stopped by t.Cleanup
//		i := srv.Command("ask", discordtest.String("question", "Combien ?"), discordtest.Locale("fr"))
//		m, err := i.Message(t.Context()) // waits for the answer
//		if err != nil {
//			t.Fatal(err)
//		}
//		if got, want := m.Text(), "10'000"; !strings.Contains(got, want) {
//			t.Errorf("got %q, want %q in it", got, want)
//		}
//		sources := srv.Press(m, "Sources")
//		…
//	}
//
// Acknowledgements and tokens live by [Options].Now; heartbeats, rate limits
// and delays by the real clock, since the client sleeps by it.
//
// Every broken rule is a [Violation]. Bounds on text count Unicode code
// points, as Discord does. Where the environment names VERBATIM_TESTDATA, each
// request is also held against Discord's official description, and its fields
// to being described there.
//
// One rule is the house's, not Discord's: every message names what it may
// ping, and that is nothing.
//
// Not modelled: voice, reactions, roles and permissions by role, private
// threads and forums, stickers, polls, embeds that Discord makes of links, the
// trimming of white space, compression and encodings other than JSON, several
// applications. A request to what is not modelled breaks the rule "route".
package discordtest
