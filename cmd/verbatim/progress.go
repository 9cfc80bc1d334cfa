package main

import (
	"sync"

	"github.com/schollz/progressbar/v3"

	"verbatim/bot"
	"verbatim/bot/terminal"
)

// progress shows on standard error how far the work is, where that is a terminal.
type progress struct {
	report func(bot.Stage) // nil: nobody looks
	done   func()
}

func (p *program) progress() progress {
	if !terminal.Is(p.stderr) || !p.config.modelOn() {
		return progress{done: func() {}}
	}
	var (
		mu  sync.Mutex
		bar *progressbar.ProgressBar
	)
	return progress{
		report: func(s bot.Stage) {
			mu.Lock()
			defer mu.Unlock()
			total := max(s.Total, -1)
			if total == 0 {
				total = -1 // a spinner
			}
			if bar == nil {
				bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.stderr), progressbar.OptionClearOnFinish(),
					progressbar.OptionSetWidth(20), progressbar.OptionSetPredictTime(false))
			}
			bar.ChangeMax(total)
			bar.Describe(string(s.Name))
			_ = bar.Set(s.Done) // what is shown is no part of the work
		},
		done: func() {
			mu.Lock()
			defer mu.Unlock()
			if bar != nil {
				_ = bar.Finish()
			}
		},
	}
}
