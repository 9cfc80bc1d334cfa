package main

import (
	"context"
	"errors"
	"runtime/debug"

	"verbatim/bot"
	"verbatim/bot/discord"
)

// collectAt is how much the bot's heap grows, in percent, before it is
// collected: half of Go's usual. It waits most of the time, and its memory is
// what a small machine has least of.
const collectAt = 50

type runCmd struct{}

func (runCmd) Help() string {
	return `It needs DISCORD_TOKEN, in the environment or in .env.

Example:

    DISCORD_GUILD_ID=123456789012345678 verbatim run`
}

func (runCmd) Run(ctx context.Context, p *program) error {
	if p.config.DiscordToken == "" {
		return &usageError{"DISCORD_TOKEN is not set", "add it to .env, or try: verbatim chat"}
	}
	if usual := debug.SetGCPercent(collectAt); usual != 100 { // the operator set GOGC
		debug.SetGCPercent(usual)
	}
	s, err := p.openStore(ctx)
	if err != nil {
		return err
	}
	// A bot that could not remember later says so now.
	if err := s.Create(ctx); err != nil {
		return errors.Join(err, s.Close())
	}
	if err := s.Close(); err != nil {
		return err
	}
	return p.withWatch(ctx, func(b *bot.Bot) error {
		return inDiscord(discord.Run(ctx, b, discord.Config{
			Token:      p.config.DiscordToken,
			APIURL:     p.config.DiscordAPIURL,
			GuildID:    p.config.DiscordGuild,
			ShardID:    p.config.ShardID,
			ShardCount: p.config.ShardCount,
		}, p.log))
	})
}
