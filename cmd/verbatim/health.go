package main

import (
	"context"
	"fmt"
	"time"
)

// healthyFor is how long what the running bot said of itself counts.
const healthyFor = 30 * time.Second

type healthCmd struct{}

func (healthCmd) Help() string {
	return `Exit status 0 where the running bot of this data folder is connected, else 1.

Example:

    verbatim health || echo "the bot is not connected"`
}

func (c *healthCmd) Run(ctx context.Context, p *program) error {
	s, err := p.openStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close() //nolint:errcheck // it was only read
	h, err := s.Health(ctx)
	if err != nil {
		return err
	}
	age := time.Since(h.At)
	switch {
	case h.At.IsZero():
		return &failure{"no bot has run with this data folder", "start one: verbatim run"}
	case age > healthyFor:
		return &failure{fmt.Sprintf("the bot was last heard of %s ago", age.Round(time.Second)), "start it: verbatim run"}
	case !h.Connected:
		return &failure{"the bot is running but not connected to Discord", "its log says why"}
	}
	return p.printer().Line("connected")
}
