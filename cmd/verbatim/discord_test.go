package main

import (
	"bytes"
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discord/discordtest"
)

// started runs the bot on a Discord; stop ends it and gives its exit status
// and what it wrote to standard error.
func (v *verbatim) started(srv *discordtest.Server) (stop func() (status int, stderr string)) {
	v.env["DISCORD_TOKEN"], v.env["DISCORD_API_URL"] = discordtest.Token, srv.URL
	ctx, cancel := context.WithCancel(v.t.Context())
	var errs bytes.Buffer
	status, ended := 0, make(chan struct{})
	lookup := func(name string) (string, bool) { value, ok := v.env[name]; return value, ok }
	go func() {
		defer close(ended)
		status = run(ctx, nil, lookup, strings.NewReader(""), &bytes.Buffer{}, &errs)
	}()
	stop = func() (int, string) {
		cancel()
		<-ended
		return status, errs.String()
	}
	v.t.Cleanup(func() { stop() })
	return stop
}

// polled waits for what the double does not see: it asks again and again until
// ctx ends.
func polled(ctx context.Context, cond func() bool) bool {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !cond() {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return false
		}
	}
	return true
}

func TestRunServesDiscord(t *testing.T) {
	v := newVerbatim(t)
	srv := discordtest.New(t, discordtest.Options{})
	if status, _, _ := v.run("", "health"); status != statusFailed {
		t.Errorf("health before any run is %d, want %d", status, statusFailed)
	}
	stop := v.started(srv)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := srv.WaitReady(ctx); err != nil {
		t.Fatal(err)
	}
	if !polled(ctx, func() bool { status, _, _ := v.run("", "health"); return status == statusDone }) {
		_, _, stderr := v.run("", "health")
		t.Errorf("health never is good: %s", stderr)
	}

	// What another process adds is seen.
	if status, _, stderr := v.run(dispatch, "add", "-"); status != statusDone {
		t.Fatal(stderr)
	}
	if !polled(ctx, func() bool {
		m, err := srv.Command("ask", discordtest.String("question", "Combien a coûté le chantier ?")).Message(ctx)
		return err == nil && strings.Contains(m.Text(), "2,4 millions")
	}) {
		t.Error("the article that was added is not asked")
	}

	status, stderr := stop()
	if status != statusDone || strings.Contains(stderr, discordtest.Token) {
		t.Errorf("status %d, want 0 and no token in the log:\n%s", status, stderr)
	}
	if status, _, _ := v.run("", "health"); status != statusFailed {
		t.Errorf("health after the end is %d, want %d", status, statusFailed)
	}
}

func TestRunWithATokenThatDiscordRefuses(t *testing.T) {
	v := newVerbatim(t)
	srv := discordtest.New(t, discordtest.Options{Token: "another"})
	v.env["DISCORD_TOKEN"], v.env["DISCORD_API_URL"] = "wrong.token", srv.URL
	status, _, stderr := v.run("", "run")
	if status != statusMisuse || !strings.Contains(stderr, "verbatim: Discord does not know this DISCORD_TOKEN\nhint: ") || strings.Contains(stderr, "wrong.token") {
		t.Errorf("status %d, %s; want %d and what to do", status, stderr, statusMisuse)
	}
}

func TestRunThatDiscordEndsForGood(t *testing.T) {
	v := newVerbatim(t)
	srv := discordtest.New(t, discordtest.Options{})
	srv.CloseOnIdentify(1, 4014)
	v.env["DISCORD_TOKEN"], v.env["DISCORD_API_URL"] = discordtest.Token, srv.URL
	status, _, stderr := v.run("", "run")
	if status != statusMisuse || !strings.Contains(stderr, "the intents are not allowed") || !strings.Contains(stderr, "\nhint: ") {
		t.Errorf("status %d, %s; want %d and the reason", status, stderr, statusMisuse)
	}
}

func TestRunWaitsForADiscordThatIsAway(t *testing.T) {
	v := newVerbatim(t)
	srv := discordtest.New(t, discordtest.Options{})
	srv.Fail(discordtest.RouteGatewayBot, 1, http.StatusServiceUnavailable, 0)
	stop := v.started(srv)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := srv.WaitReady(ctx); err != nil {
		t.Fatal(err)
	}
	if status, stderr := stop(); status != statusDone {
		t.Errorf("status %d, %s", status, stderr)
	}
}

func TestInvite(t *testing.T) {
	v := newVerbatim(t)
	if status, _, stderr := v.run("", "invite"); status != statusMisuse || !strings.HasPrefix(stderr, "verbatim: DISCORD_TOKEN is not set\nhint: ") {
		t.Errorf("without a token: status %d, %s", status, stderr)
	}
	srv := discordtest.New(t, discordtest.Options{})
	v.env["DISCORD_TOKEN"], v.env["DISCORD_API_URL"] = discordtest.Token, srv.URL
	status, stdout, stderr := v.run("", "invite")
	if want := "https://discord.com/oauth2/authorize?client_id=" + srv.Bot.ID + "&permissions="; status != statusDone || !strings.HasPrefix(stdout, want) || strings.Count(stdout, "\n") != 1 {
		t.Errorf("status %d, %q, %s; want one line that begins with %s", status, stdout, stderr, want)
	}
	v.env["DISCORD_TOKEN"] = "wrong.token"
	if status, stdout, stderr := v.run("", "invite"); status != statusMisuse || stdout != "" || !strings.Contains(stderr, "hint: ") || strings.Contains(stderr, "wrong.token") {
		t.Errorf("with a wrong token: status %d, %q, %s", status, stdout, stderr)
	}
}
