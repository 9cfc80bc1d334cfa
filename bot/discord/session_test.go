package discord

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
)

// asks proves that the bot is there.
func (w *world) asks() {
	w.t.Helper()
	m := w.answer(w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?")))
	w.has(plain(m.Content), "12'500 francs par jour")
}

func TestDroppedGatewayIsResumed(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.DropGateway()
	if err := w.Until(w.ctx, func() bool { return w.Resumes() == 1 }); err != nil {
		t.Fatal(err)
	}
	w.asks()
	if got := w.Identifies(); got != 1 {
		t.Errorf("identified %d times, want once", got)
	}
}

func TestReconnectIsResumed(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.Reconnect()
	if err := w.Until(w.ctx, func() bool { return w.Resumes() == 1 }); err != nil {
		t.Fatal(err)
	}
	w.asks()
}

func TestInvalidSessionIdentifiesAnew(t *testing.T) {
	t.Parallel()
	for _, resumable := range []bool{true, false} {
		w := start(t)
		w.InvalidSession(resumable)
		if err := w.Until(w.ctx, func() bool { return w.Identifies()+w.Resumes() == 2 }); err != nil {
			t.Fatalf("resumable %v: %v", resumable, err)
		}
		w.asks()
	}
}

func TestClosedGatewayComesBack(t *testing.T) {
	t.Parallel()
	for _, code := range []int{1001, 4000, 4007, 4009} {
		w := start(t)
		w.CloseGateway(code)
		if err := w.Until(w.ctx, func() bool { return w.Identifies()+w.Resumes() == 2 }); err != nil {
			t.Fatalf("code %d: %v", code, err)
		}
		w.asks()
	}
}

// TestStrangeGreetings answers an identify with what is not READY.
func TestStrangeGreetings(t *testing.T) {
	t.Parallel()
	for name, raw := range map[string]string{
		"reconnect": `{"op":7,"d":null}`, "invalid": `{"op":9,"d":false}`, "resumable": `{"op":9,"d":true}`, "nothing": "", "garbage": "{",
	} {
		w := prepare(t, func(_ *discordtest.Options, _ *bot.Bot, c *Config) { c.timing.open = 500 * time.Millisecond })
		if raw == "" {
			w.AnswerIdentify(2, nil)
		} else {
			w.AnswerIdentify(2, []byte(raw))
		}
		w.run()
		w.connected()
		w.asks()
		if strings.Contains(w.log.String(), errStuck.Error()) {
			t.Errorf("%s: a connection was left behind", name)
		}
	}
}

func TestFinalCodesOnIdentifyEndRun(t *testing.T) {
	t.Parallel()
	for _, code := range []int{4004, 4014} {
		w := prepare(t)
		w.CloseOnIdentify(100, code)
		if err := Run(w.ctx, w.bot, w.config, w.bot.Log); !errors.Is(err, ErrBadToken) && !errors.Is(err, ErrRefused) {
			t.Errorf("code %d: got %v", code, err)
		}
	}
}

func TestSilentGatewayIsLeft(t *testing.T) {
	t.Parallel()
	w := prepare(t, func(o *discordtest.Options, _ *bot.Bot, c *Config) {
		o.Silent = true
		c.timing.open = 300 * time.Millisecond
	})
	w.run()
	w.until(func() bool { return strings.Contains(w.log.String(), "did not answer in time") })
	w.Silence(false)
	w.connected()
	w.asks()
}

func TestDeafGatewayIsLeft(t *testing.T) {
	t.Parallel()
	w := start(t, func(o *discordtest.Options, _ *bot.Bot, c *Config) {
		o.HeartbeatInterval = 10 * time.Second
		c.timing.idle = 300 * time.Millisecond
	})
	if err := w.Until(w.ctx, func() bool { return w.Resumes() >= 1 }); err != nil {
		t.Fatal(err)
	}
}

func TestHeartbeatOnDemand(t *testing.T) {
	t.Parallel()
	w := start(t)
	before := w.Heartbeats()
	w.AskHeartbeat()
	if err := w.Until(w.ctx, func() bool { return w.Heartbeats() > before }); err != nil {
		t.Fatal(err)
	}
	w.asks()
}

func TestGarbageFromTheGateway(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.SendRaw([]byte(`{"op":0,"t":"INTERACTION_CREATE","s":900,"d":{"type":2}}`))
	w.SendRaw([]byte(`{"op":0,"t":"MESSAGE_CREATE","s":901,"d":[]}`))
	w.SendRaw([]byte(`not json`))
	w.asks()
}

// TestUnknownComponents sends what discordgo cannot read.
func TestUnknownComponents(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.SendEvent("MESSAGE_CREATE", []byte(`{"id":"77","type":0,"channel_id":"`+w.Channel.ID+`","guild_id":"`+w.Guild.ID+`","content":"<@`+w.Bot.ID+`> combien coûteront les travaux ?",
		"author":{"id":"`+w.User.ID+`"},"mentions":[{"id":"`+w.Bot.ID+`"}],"components":[{"type":18,"component":{"type":99}}]}`))
	w.saysBot(w.Channel, func(m discordtest.Message) bool { return strings.Contains(plain(m.Content), "12'500 francs par jour") })
}

func TestBadTokenEndsRun(t *testing.T) {
	t.Parallel()
	w := prepare(t, func(_ *discordtest.Options, _ *bot.Bot, c *Config) { c.Token = "some-other-token" })
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	err := Run(ctx, w.bot, w.config, w.bot.Log)
	if !errors.Is(err, ErrBadToken) {
		t.Errorf("got %v, want ErrBadToken", err)
	}
	if err != nil && strings.Contains(err.Error(), "some-other-token") {
		t.Errorf("the token is in %q", err)
	}
}

func TestFinalCodesEndRun(t *testing.T) {
	t.Parallel()
	for _, code := range []int{4004, 4010, 4011, 4012, 4013, 4014} {
		w := prepare(t)
		ended := make(chan error, 1)
		go func() { ended <- Run(w.ctx, w.bot, w.config, w.bot.Log) }()
		if err := w.WaitReady(w.ctx); err != nil {
			t.Fatal(err)
		}
		w.CloseGateway(code)
		err := <-ended
		if want := map[bool]error{true: ErrBadToken, false: ErrRefused}[code == 4004]; !errors.Is(err, want) {
			t.Errorf("code %d: got %v, want %v", code, err, want)
		}
	}
}

func TestRestFailuresAtStart(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.Fail(discordtest.RouteGatewayBot, 6, 503, 0)
	w.Fail(discordtest.RouteListCommands, 1, 502, 0)
	w.run()
	w.asks()
}

// TestLostCallsAreMadeAgain drops the first call of every kind.
func TestLostCallsAreMadeAgain(t *testing.T) {
	t.Parallel()
	w := start(t)
	for _, r := range []discordtest.Route{discordtest.RouteCallback, discordtest.RouteEditAnswer, discordtest.RouteCreateMessage} {
		w.Fail(r, 1, 503, 0)
	}
	w.asks()
	w.saysBot(w.Channel, replies(w.Say(w.User, w.Channel, w.Bot.Mention()+" combien coûteront les travaux ?")))
}

func TestShards(t *testing.T) {
	t.Parallel()
	w := start(t, func(o *discordtest.Options, _ *bot.Bot, c *Config) {
		o.Shards, o.IdentifyWindow = 3, 50*time.Millisecond
		c.timing.identify = 80 * time.Millisecond
	})
	if got := w.Identifies(); got != 3 {
		t.Errorf("got %d identifies, want 3", got)
	}
	w.asks()
	puts := 0
	for _, r := range w.Requests() {
		if r.Route == discordtest.RoutePutCommands {
			puts++
		}
	}
	if puts != 1 {
		t.Errorf("commands were registered %d times, want once", puts)
	}
}

func TestCommandsAreLeftWhereTheyAreTheSame(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.asks()
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.run()
	if err := w.Until(w.ctx, func() bool { return w.Identifies() == 2 }); err != nil {
		t.Fatal(err)
	}
	w.asks()
	puts, lists := 0, 0
	if err := w.Until(w.ctx, func() bool {
		puts, lists = 0, 0
		for _, r := range w.Requests() {
			switch r.Route {
			case discordtest.RoutePutCommands:
				puts++
			case discordtest.RouteListCommands:
				lists++
			}
		}
		return lists == 2
	}); err != nil {
		t.Fatal(err)
	}
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	if puts != 1 {
		t.Errorf("commands were put %d times, want once", puts)
	}
}

func TestGuildCommands(t *testing.T) {
	t.Parallel()
	w := prepare(t)
	w.config.GuildID = w.Guild.ID
	w.run()
	w.asks()
	if got := len(w.Commands()); got != 0 {
		t.Errorf("%d global commands, want none", got)
	}
	if got := len(w.GuildCommands(w.Guild)); got != len(definitions()) {
		t.Errorf("%d commands in the guild, want %d", got, len(definitions()))
	}
}

func TestHealth(t *testing.T) {
	t.Parallel()
	w := start(t)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	if h, err := w.bot.Store.Health(w.ctx); err != nil || h.Connected {
		t.Errorf("after the end: %+v, %v", h, err)
	}
}

// TestShutdownFinishes stops the bot while a question is under way.
func TestShutdownFinishes(t *testing.T) {
	t.Parallel()
	began, release := make(chan struct{}, 8), make(chan struct{})
	w := start(t, withModel(&bot.FakeModel{Answer: func(ctx context.Context, call bot.Call) (string, error) {
		began <- struct{}{}
		<-release
		return writes(cost).Answer(ctx, call)
	}}))
	i := w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?"))
	<-began
	ended := make(chan error, 1)
	go func() { ended <- w.stop() }()
	if err := w.Until(w.ctx, func() bool { return w.Connections() == 0 }); err != nil {
		t.Fatal(err)
	}
	close(release)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	m, ok := i.Original()
	if !ok {
		t.Fatal("no answer")
	}
	w.has(m.Content, "[1]")
}

// TestShutdownSaysSo stops the bot while a question takes for ever.
func TestShutdownSaysSo(t *testing.T) {
	t.Parallel()
	began := make(chan struct{}, 8)
	w := start(t, withModel(&bot.FakeModel{Answer: func(ctx context.Context, _ bot.Call) (string, error) {
		began <- struct{}{}
		<-ctx.Done()
		return "", ctx.Err()
	}}), func(_ *discordtest.Options, _ *bot.Bot, c *Config) { c.timing.drain = 100 * time.Millisecond })
	i := w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?"))
	q := w.Say(w.User, w.Channel, w.Bot.Mention()+" combien coûteront les travaux ?")
	<-began
	<-began
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, m := range w.Messages(w.Channel) {
		if replies(q)(m) {
			n++
			w.has(m.Content, "Le bot s'arrête.")
		}
	}
	if n != 1 {
		t.Errorf("the message was answered %d times, want once", n)
	}
	m, ok := i.Original()
	if !ok {
		t.Fatal("no answer")
	}
	w.has(m.Content, "Le bot s'arrête.")
}

func TestPanicIsAnswered(t *testing.T) {
	t.Parallel()
	w := start(t, withModel(&bot.FakeModel{Answer: func(context.Context, bot.Call) (string, error) { panic("oh") }}))
	m := w.answer(w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?")))
	w.has(m.Content, "Une erreur est survenue de mon côté")
	w.has(w.log.String(), "panic=oh", "goroutine")
	w.Say(w.User, w.Channel, w.Bot.Mention()+" combien coûteront les travaux ?")
	w.saysBot(w.Channel, func(m discordtest.Message) bool {
		return strings.Contains(m.Content, "est survenue") && m.Reference != nil
	})
}

func TestTokensStayOutOfTheLog(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.Fail(discordtest.RouteEditAnswer, 9, 0, 0)
	i := w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?"))
	w.until(func() bool { return strings.Contains(w.log.String(), "could not be shown") })
	w.hasNot(w.log.String(), i.Token, discordtest.Token)
}

// TestManyAtOnce asks far more questions than are worked on at once, of a
// Discord that takes its time; the double complains of each that is not
// acknowledged within three seconds.
func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.Delay(discordtest.RouteCallback, 50*time.Millisecond)
	w.Delay(discordtest.RouteEditAnswer, 50*time.Millisecond)
	var all []*discordtest.Interaction
	for range 150 {
		all = append(all, w.Command("ask", discordtest.String("question", "Combien coûteront les travaux ?")))
	}
	for _, i := range all {
		w.has(plain(w.answer(i).Content), "12'500 francs par jour")
	}
}

func TestRateLimitedAnswerComesLater(t *testing.T) {
	t.Parallel()
	w := start(t)
	w.Fail(discordtest.RouteEditAnswer, 2, 429, 40*time.Millisecond)
	w.asks()
}
