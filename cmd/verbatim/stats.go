package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"verbatim/bot"
)

type statsCmd struct {
	JSON bool `name:"json" help:"Print one JSON object."`
}

func (statsCmd) Help() string {
	return `Usage is kept for 90 days.

Example:

    verbatim stats`
}

type statsJSON struct {
	Days []dayJSON `json:"days"`
}

type dayJSON struct {
	Day    string         `json:"day"`
	Counts map[string]int `json:"counts"`
	Tokens bot.Usage      `json:"tokens"`
}

func (c *statsCmd) Run(ctx context.Context, p *program) error {
	return p.withBot(ctx, func(b *bot.Bot) error {
		days, err := b.Stats(ctx)
		if err != nil {
			return err
		}
		if c.JSON {
			out := statsJSON{Days: []dayJSON{}}
			for _, d := range days {
				out.Days = append(out.Days, dayJSON{d.Day, d.Counts, d.Tokens})
			}
			return writeJSON(p.stdout, out)
		}
		if len(days) == 0 {
			_, err := fmt.Fprintln(p.stdout, "nothing was counted yet")
			return err
		}
		return c.table(p, days)
	})
}

// table prints a line a day; rejected claims stand in a column of their own, by
// reason.
func (c *statsCmd) table(p *program, days []bot.DayCounts) error {
	w := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "day\textractive\tby model\trefused\tsummaries\ttranslations\ttokens\tthumbs\trejected claims")
	for _, d := range days {
		n := d.Counts
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t+%d -%d\t%s\n", d.Day, n[bot.CountExtractive], n[bot.CountLLM], n[bot.CountRefused],
			n[bot.CountSummaries], n[bot.CountTranslations], d.Tokens.Total(), n[bot.CountThumbsUp], n[bot.CountThumbsDown], rejectedBy(n))
	}
	return w.Flush()
}

func rejectedBy(counts map[string]int) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if reason, ok := strings.CutPrefix(name, bot.CountRejected); ok {
			parts = append(parts, fmt.Sprintf("%d %s", counts[name], reason))
		}
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}
