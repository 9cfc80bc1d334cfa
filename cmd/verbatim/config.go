package main

import (
	"log/slog"
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
		DiscordAPIURL:    v.versioned("DISCORD_API_URL", "http://127.0.0.1:8080/api/v9"),
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
