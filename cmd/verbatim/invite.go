package main

import (
	"context"
	"errors"
	"fmt"

	"verbatim/bot/discord"
)

type inviteCmd struct{}

func (inviteCmd) Help() string {
	return `It needs DISCORD_TOKEN, in the environment or in .env, and asks Discord whose it is.

Example:

    xdg-open "$(verbatim invite)"`
}

func (inviteCmd) Run(ctx context.Context, p *program) error {
	if p.config.DiscordToken == "" {
		return &usageError{"DISCORD_TOKEN is not set", "add it to .env: https://discord.com/developers/applications, Bot, Reset Token"}
	}
	link, err := discord.Invite(ctx, discord.Config{Token: p.config.DiscordToken, APIURL: p.config.DiscordAPIURL})
	if err != nil {
		return inDiscord(err)
	}
	_, err = fmt.Fprintln(p.stdout, link) // whole, whatever the terminal's width
	return err
}

// inDiscord tells what to do where Discord refuses the bot for good.
func inDiscord(err error) error {
	switch {
	case errors.Is(err, discord.ErrBadToken):
		return &usageError{"Discord does not know this DISCORD_TOKEN", "copy it anew: https://discord.com/developers/applications, Bot, Reset Token"}
	case errors.Is(err, discord.ErrRefused):
		return &usageError{err.Error(), "see the bot's settings: https://discord.com/developers/applications"}
	}
	return err
}
