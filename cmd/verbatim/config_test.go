package main

import (
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"
)

func lookupIn(env map[string]string) func(string) (string, bool) {
	return func(name string) (string, bool) { value, ok := env[name]; return value, ok }
}

func TestConfigDefaults(t *testing.T) {
	c, err := readConfig(lookupIn(map[string]string{"XDG_DATA_HOME": "/data", "LLM_TIMEOUT": ""}))
	if err != nil {
		t.Fatal(err)
	}
	want := config{
		ModelTimeout: 30 * time.Second, ModelConcurrency: 16, SecondLook: true,
		DailyTokens: 200_000, DailyTokensTotal: 2_000_000, DataDir: "/data/verbatim",
	}
	if c != want {
		t.Errorf("got  %+v\nwant %+v", c, want)
	}
}

func TestConfigReads(t *testing.T) {
	level := slog.LevelDebug
	for _, test := range []struct {
		name, value string
		got         func(config) any
		want        any
	}{
		{"DISCORD_TOKEN", `"abc.def-g"`, func(c config) any { return c.DiscordToken }, "abc.def-g"},
		{"DISCORD_API_URL", "http://127.0.0.1:8080/api/v9/", func(c config) any { return c.DiscordAPIURL }, "http://127.0.0.1:8080/api/v9"},
		{"DISCORD_GUILD_ID", "123456789012345678", func(c config) any { return c.DiscordGuild }, "123456789012345678"},
		{"OPENAI_BASE_URL", "'https://api.example.org/v1'", func(c config) any { return c.OpenAIBaseURL }, "https://api.example.org/v1"},
		{"OPENAI_BASE_URL", "http://localhost:11434/v1", func(c config) any { return c.modelOn() }, true},
		{"OPENAI_API_KEY", "k", func(c config) any { return c.modelOn() }, true},
		{"OPENAI_MODEL", "small", func(c config) any { return c.modelOn() }, false},
		{"LLM_TIMEOUT", "1m30s", func(c config) any { return c.ModelTimeout }, 90 * time.Second},
		{"LLM_CONCURRENCY", "2", func(c config) any { return c.ModelConcurrency }, 2},
		{"LLM_SECOND_LOOK", "off", func(c config) any { return c.SecondLook }, false},
		{"LLM_DAILY_TOKENS", "0", func(c config) any { return c.DailyTokens }, 0},
		{"LLM_DAILY_TOKENS_TOTAL", "5", func(c config) any { return c.DailyTokensTotal }, 5},
		{"VERBATIM_DATA", "/somewhere", func(c config) any { return c.DataDir }, "/somewhere"},
		{"VERBATIM_FETCH_LOOPBACK", "1", func(c config) any { return c.FetchLoopback }, true},
		{"VERBATIM_LOG", "debug", func(c config) any { return *c.LogLevel }, level},
		{"NO_COLOR", "1", func(c config) any { return c.Plain }, true},
		{"LANG", "fr_CH.UTF-8", func(c config) any { return c.Locale }, "fr"},
		{"LANG", "C.UTF-8", func(c config) any { return c.Locale }, ""},
	} {
		c, err := readConfig(lookupIn(map[string]string{test.name: test.value}))
		if err != nil {
			t.Errorf("%s=%s: %v", test.name, test.value, err)
			continue
		}
		if got := test.got(c); got != test.want {
			t.Errorf("%s=%s gives %v, want %v", test.name, test.value, got, test.want)
		}
	}
}

func TestConfigRefuses(t *testing.T) {
	const secret = "se cret"
	for _, test := range []struct{ env, want string }{
		{"DISCORD_TOKEN=" + secret, "without white space"},
		{"DISCORD_TOKEN=Bot abc", "without white space"},
		{"OPENAI_API_KEY=" + secret, "without white space"},
		{"DISCORD_API_URL=127.0.0.1:8080", "such as http://127.0.0.1:8080/api/v9"},
		{"DISCORD_GUILD_ID=my server", "digits"},
		{"OPENAI_BASE_URL=ftp://x", "such as http://localhost:11434/v1"},
		{"OPENAI_BASE_URL=http://u:se cret@", "such as http://localhost:11434/v1"},
		{"LLM_TIMEOUT=abc", `LLM_TIMEOUT must be a duration such as 30s, got "abc"`},
		{"LLM_TIMEOUT=30", `must be a duration such as 30s, got "30"`},
		{"LLM_TIMEOUT=-1s", "a duration such as 30s"},
		{"LLM_CONCURRENCY=0", "a whole number from 1"},
		{"LLM_SECOND_LOOK=maybe", `on or off, got "maybe"`},
		{"LLM_DAILY_TOKENS=-1", "a whole number from 0"},
		{"LLM_DAILY_TOKENS_TOTAL=many", "a whole number from 0"},
		{"VERBATIM_FETCH_LOOPBACK=yes", `0 or 1, got "yes"`},
		{"VERBATIM_LOG=loud", "debug, info, warn or error"},
		{"DISCORD_SHARD_ID=0", "must be set together"},
		{"DISCORD_SHARD_COUNT=2", "must be set together"},
		{"DISCORD_SHARD_ID=2 DISCORD_SHARD_COUNT=2", "less than DISCORD_SHARD_COUNT (2)"},
		{"DATABASE_URL=postgres://localhost/verbatim", "not supported: unset it"},
		{"VERBATIM_HTTP=:8080", "not supported: unset it"},
	} {
		env := map[string]string{}
		for _, v := range strings.Split(strings.ReplaceAll(test.env, " DISCORD_SHARD", "\nDISCORD_SHARD"), "\n") {
			name, value, _ := strings.Cut(v, "=")
			env[name] = value
		}
		_, err := readConfig(lookupIn(env))
		if _, ok := errors.AsType[*usageError](err); !ok {
			t.Errorf("%s: got %v, want a usage error", test.env, err)
			continue
		}
		first, _, _ := strings.Cut(test.env, "=")
		if text := err.Error(); !strings.Contains(text, test.want) || !strings.Contains(text, first) || strings.Contains(text, secret) || strings.Contains(text, "\n") {
			t.Errorf("%s: %q, want the name and %q", test.env, text, test.want)
		}
	}
}

func TestSecretsAreNotLogged(t *testing.T) {
	var out strings.Builder
	log := newLogger(&out, config{DiscordToken: "to.ken", OpenAIKey: "sk-key"}, "run")
	log.Info("using to.ken", "error", errors.New("401 for sk-key"), "any", struct{ Key string }{"sk-key"}, "list", []string{"to.ken"})
	log.With("who", "Bot to.ken").WithGroup("g").Warn("x", "k", "sk-key")
	if text := out.String(); strings.Contains(text, "to.ken") || strings.Contains(text, "sk-key") || strings.Count(text, "\n") != 2 {
		t.Errorf("logged %s", text)
	}
}

func TestLevels(t *testing.T) {
	for _, test := range []struct {
		command string
		env     string
		want    slog.Level
	}{
		{"run", "", slog.LevelInfo}, {"ask", "", slog.LevelInfo}, {"chat", "", slog.LevelError}, {"chat", "debug", slog.LevelDebug},
	} {
		c, err := readConfig(lookupIn(map[string]string{"VERBATIM_LOG": test.env}))
		if err != nil {
			t.Fatal(err)
		}
		log := newLogger(&strings.Builder{}, c, test.command)
		if !log.Enabled(t.Context(), test.want) || log.Enabled(t.Context(), test.want-1) {
			t.Errorf("%s with VERBATIM_LOG=%q does not log from %v on", test.command, test.env, test.want)
		}
	}
}
