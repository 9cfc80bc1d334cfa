package discord

import (
	"context"

	"verbatim/bot"
)

func help(_ *server, _ context.Context, c *call) (result, error) {
	return result{messages: []message{helpMessage(c.lang)}}, nil
}

// helpMessage says what the bot does, with two examples to press.
func helpMessage(language string) message {
	return message{Content: sayHelp.In(language) + "\n" + sayCommands.In(language), Components: []component{row(
		button(exampleSummary.In(language), press{Verb: verbExample, Language: language, Page: "0"}.String()),
		button(exampleQuestion.In(language), press{Verb: verbExample, Language: language, Page: "1"}.String()),
	)}}
}

// example answers an example of the help.
func example(s *server, ctx context.Context, c *call) (result, error) {
	if c.press.Page == "0" {
		return s.summarize(ctx, c, "", bot.Short)
	}
	return s.ask(ctx, c, asked{text: exampleQuestion.In(c.lang)})
}

func privacy(s *server, _ context.Context, c *call) (result, error) {
	seen := sayNoProvider.In(c.lang)
	if p := s.provider(); p != "" {
		seen = providerNote(p, c.lang)
	}
	b := button(labelForget.In(c.lang), press{Verb: verbForget, Language: c.lang}.String())
	b.Style = buttonDanger
	return result{messages: []message{{
		Content: sayKept.In(c.lang) + "\n" + seen, Components: []component{row(b)},
	}}}, nil
}
