package main

import (
	"fmt"
	"log/slog"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// config is what the environment sets.
type config struct {
	DiscordToken  string // secret
	DiscordAPIURL string
	DiscordGuild  string
	ShardID       int
	ShardCount    int // 0: as many as Discord recommends

	OpenAIKey      string // secret
	OpenAIBaseURL  string
	OpenAIModel    string
	EmbeddingModel string

	ModelTimeout     time.Duration
	ModelConcurrency int
	SecondLook       bool
	DailyTokens      int
	DailyTokensTotal int

	DataDir       string // "": there is no place for it
	FetchLoopback bool
	LogLevel      *slog.Level // nil: as the command wants it

	Plain  bool   // no colours and no bold
	Locale string // "fr", "en", or "" where the terminal does not tell
}

// modelOn reports whether a language model is configured.
func (c *config) modelOn() bool { return c.OpenAIKey != "" || c.OpenAIBaseURL != "" }

// secrets are the values that may never be shown.
func (c *config) secrets() []string {
	var out []string
	for _, s := range []string{c.DiscordToken, c.OpenAIKey} {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// readConfig reads and checks every variable, and .env where a variable is not set.
func readConfig(lookup func(string) (string, bool)) (config, error) {
	file, err := readDotEnv()
	if err != nil {
		return config{}, err
	}
	v := &variables{lookup: lookup, file: file}
	c := config{
		DiscordToken:     v.secret("DISCORD_TOKEN", "the bot's token alone, without white space"),
		DiscordAPIURL:    v.address("DISCORD_API_URL", "http://127.0.0.1:8080/api/v9"),
		DiscordGuild:     v.matching("DISCORD_GUILD_ID", `^[0-9]{1,20}$`, "a server's id, digits alone"),
		OpenAIKey:        v.secret("OPENAI_API_KEY", "a key alone, without white space"),
		OpenAIBaseURL:    v.address("OPENAI_BASE_URL", "http://localhost:11434/v1"),
		OpenAIModel:      v.matching("OPENAI_MODEL", `^\S+$`, "a model's name, without white space"),
		EmbeddingModel:   v.matching("OPENAI_EMBEDDING_MODEL", `^\S+$`, "a model's name, without white space"),
		ModelTimeout:     v.duration("LLM_TIMEOUT", 30*time.Second),
		ModelConcurrency: v.number("LLM_CONCURRENCY", 16, 1, 10_000),
		SecondLook:       v.oneOf("LLM_SECOND_LOOK", "on", "on", "off") == "on",
		DailyTokens:      v.number("LLM_DAILY_TOKENS", 200_000, 0, 1<<40),
		DailyTokensTotal: v.number("LLM_DAILY_TOKENS_TOTAL", 2_000_000, 0, 1<<40),
		FetchLoopback:    v.oneOf("VERBATIM_FETCH_LOOPBACK", "0", "0", "1") == "1",
		LogLevel:         v.level("VERBATIM_LOG"),
		DataDir:          v.dataDir(),
		Plain:            v.get("NO_COLOR") != "" || v.get("TERM") == "dumb",
		Locale:           v.locale(),
	}
	c.ShardID, c.ShardCount = v.shard()
	v.notYet("DATABASE_URL", "a shared store")
	v.notYet("VERBATIM_HTTP", "the HTTP endpoint")
	return c, v.err
}

// variables reads variables and keeps the first mistake.
type variables struct {
	lookup func(string) (string, bool)
	file   map[string]string
	err    error
}

// get is a variable without the quotes that docker run --env-file leaves.
func (v *variables) get(name string) string {
	value, ok := v.lookup(name)
	if !ok {
		value = v.file[name]
	}
	if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		value = value[1 : n-1]
	}
	return value
}

// wrong keeps a mistake; want says what the variable should look like.
func (v *variables) wrong(name, want, got string) {
	v.fail(fmt.Sprintf("%s must be %s, got %s", name, want, strconv.Quote(shorten(got))))
}

func (v *variables) fail(text string) {
	if v.err == nil {
		v.err = &usageError{text: text}
	}
}

func (v *variables) secret(name, want string) string {
	s := v.get(name)
	if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || r > '~' }) {
		v.fail(fmt.Sprintf("%s must be %s (it is not shown here)", name, want))
	}
	return s
}

func (v *variables) address(name, example string) string {
	s := v.get(name)
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		// An address may hold a password: it is not repeated.
		v.fail(fmt.Sprintf("%s must be an http or https address such as %s", name, example))
	}
	return strings.TrimRight(s, "/")
}

func (v *variables) matching(name, pattern, want string) string {
	s := v.get(name)
	if s != "" && !regexp.MustCompile(pattern).MatchString(s) {
		v.wrong(name, want, s)
	}
	return s
}

func (v *variables) duration(name string, standard time.Duration) time.Duration {
	s := v.get(name)
	if s == "" {
		return standard
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		v.wrong(name, "a duration such as 30s", s)
	}
	return d
}

func (v *variables) number(name string, standard, least, most int) int {
	s := v.get(name)
	if s == "" {
		return standard
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < least || n > most {
		v.wrong(name, fmt.Sprintf("a whole number from %d to %d", least, most), s)
	}
	return n
}

func (v *variables) oneOf(name, standard string, values ...string) string {
	s := v.get(name)
	if s == "" {
		return standard
	}
	for _, value := range values {
		if strings.EqualFold(s, value) {
			return value
		}
	}
	v.wrong(name, strings.Join(values, " or "), s)
	return standard
}

func (v *variables) level(name string) *slog.Level {
	levels := map[string]slog.Level{"debug": slog.LevelDebug, "info": slog.LevelInfo, "warn": slog.LevelWarn, "error": slog.LevelError}
	s := v.get(name)
	if s == "" {
		return nil
	}
	l, ok := levels[strings.ToLower(s)]
	if !ok {
		v.wrong(name, "debug, info, warn or error", s)
	}
	return &l
}

// locale is the language of the terminal, by the first variable that is set.
func (v *variables) locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if s := v.get(name); s != "" {
			if language, _, _ := strings.Cut(s, "_"); language == "fr" || language == "en" {
				return language
			}
			return ""
		}
	}
	return ""
}

func (v *variables) shard() (id, count int) {
	const most = 1 << 16
	idSet, countSet := v.get("DISCORD_SHARD_ID") != "", v.get("DISCORD_SHARD_COUNT") != ""
	id, count = v.number("DISCORD_SHARD_ID", 0, 0, most), v.number("DISCORD_SHARD_COUNT", 0, 1, most)
	switch {
	case idSet != countSet:
		v.fail("DISCORD_SHARD_ID and DISCORD_SHARD_COUNT must be set together")
	case countSet && id >= count:
		v.wrong("DISCORD_SHARD_ID", fmt.Sprintf("less than DISCORD_SHARD_COUNT (%d)", count), strconv.Itoa(id))
	}
	return id, count
}

func (v *variables) notYet(name, what string) {
	if v.get(name) != "" {
		v.fail(fmt.Sprintf("%s is set, but %s is not available yet: unset it", name, what))
	}
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
