package bot

import (
	"log/slog"
	"time"
)

// Config is what the operator sets.
type Config struct {
	ModelTimeout     time.Duration // bound on all model calls of one answer together
	SecondLook       bool          // an independent call judges what code could not decide
	DailyTokens      int           // of a guild, a day (in direct messages: of a person); 0: no bound
	DailyTokensTotal int           // of the whole bot, a day; 0: no bound
}

// Bot answers questions. Its methods may be called at once; its fields are set
// before the first call and then only read.
type Bot struct {
	Library  *Library
	Store    Store
	Fetcher  Fetcher
	Model    Model    // nil: answers are extractive
	Embedder Embedder // nil: ranking is lexical alone
	Log      *slog.Logger
	Config   Config
	Now      func() time.Time
}
