package discord

import (
	"context"
	"strings"
	"time"

	"verbatim/bot"
	"verbatim/knowledge"
)

// telling keeps the latest of what is to be told on the way to an answer.
type telling chan string

func newTelling() telling { return make(telling, 1) }

// tell puts a text in place of the one before; it never waits.
func (t telling) tell(text string) {
	for {
		select {
		case t <- text:
			return
		default:
		}
		select {
		case <-t:
		default:
		}
	}
}

// each shows the latest text at most once in every interval until ctx ends. The
// first waits as long: what is quick needs none.
func (t telling) each(ctx context.Context, every time.Duration, show func(ctx context.Context, text string)) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		select {
		case text := <-t:
			show(ctx, text)
		default:
		}
	}
}

// stage is a step of the work in words.
func stage(st bot.Stage, language string) string {
	switch st.Name {
	case bot.StageWriting:
		return writing(st.Done, st.Total, language)
	case bot.StageChecking:
		return checking(st.Total, language)
	case bot.StageTranslating:
		return translating(st.Done, st.Total, language)
	}
	return stageReading.In(language)
}

// growth follows the work on an answer: what is proved so far, or the first page
// of a translation, stands above the stage, and stays once it is there.
type growth struct {
	language string
	bullets  bool               // a summary: one claim a line
	article  *knowledge.Article // that is translated
	to       string             // the language it is translated to
	proved   string
}

// at is what is to be shown at a stage.
func (g *growth) at(st bot.Stage) string {
	if len(st.Claims) > 0 {
		if text := strings.Join(claims(st.Claims, g.bullets), ""); size(text) < maxContent-200 {
			g.proved = text
		}
	}
	if len(st.Rows) > 0 && g.article != nil {
		t := bot.Translation{Article: g.article, To: g.to, Rows: st.Rows[:min(pageRows, len(st.Rows))]}
		g.proved = strings.Join(sheets(rows(&t, g.language))[0], "\n\n")
	}
	line := stage(st, g.language)
	if g.proved != "" {
		line = g.proved + "\n-# " + line
	}
	return line
}

// progress tells the reply of stages.
func (c *call) progress(g growth) func(bot.Stage) {
	return func(st bot.Stage) { c.reply.tell(g.at(st)) }
}
