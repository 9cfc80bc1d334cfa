package discord

import (
	"context"
	"errors"

	"verbatim/bot"
	"verbatim/knowledge"
)

// pressHandlers answer buttons and modals, by the verb of their custom id.
var pressHandlers map[string]handler

func init() {
	pressHandlers = map[string]handler{
		verbSources:  {ack: respondDeferred, ephemeral: always, run: showSources},
		verbEnglish:  {ack: respondDeferred, ephemeral: always, run: inEnglish},
		verbWhy:      {ack: respondDeferred, ephemeral: always, run: why},
		verbContinue: {run: openModal},
		verbModal:    {ack: respondDeferred, ephemeral: onEphemeral, run: goOn},
		verbAbout:    {ack: respondDeferred, run: askAbout},
		verbThread:   {ack: respondDeferred, ephemeral: always, run: openThread},
		verbUp:       {ack: respondDeferred, ephemeral: always, run: thumbed},
		verbDown:     {ack: respondDeferred, ephemeral: always, run: thumbed},
		verbPage:     {ack: respondDeferredEdit, ephemeral: always, limit: translateLimit, run: turnPage},
		verbShow:     {ack: respondDeferredEdit, ephemeral: always, run: turnPage},
		verbExample:  {ack: respondDeferred, ephemeral: always, run: example},
		verbForget:   {ack: respondDeferred, ephemeral: always, run: forget},
	}
}

// onEphemeral keeps what follows an ephemeral message ephemeral.
func onEphemeral(c *call) bool { return c.Message != nil && c.Message.Flags&flagEphemeral != 0 }

// showSources shows each cited sentence inside its paragraph.
func showSources(s *server, _ context.Context, c *call) (result, error) {
	shelf := s.bot.Library.Seen(c.owner)
	var blocks []string
	for _, source := range c.press.Sources {
		a, err := shelf.Find(source.Article)
		if err != nil {
			blocks = append(blocks, sayGone.In(c.lang))
			continue
		}
		for _, n := range source.Sentences {
			if _, ok := a.Sentence(n); ok {
				blocks = append(blocks, inParagraph(knowledge.Citation{Article: a, Sentence: n}, c.lang))
			}
		}
	}
	if len(blocks) == 0 {
		return say(sayGone.In(c.lang))
	}
	messages := paged(blocks, "sources.md", c.lang)
	var buttons []component
	if s.bot.Model != nil {
		p := press{Verb: verbEnglish, Language: c.lang, Sources: c.press.Sources}
		buttons = append(buttons, button(labelEnglish.In(c.lang), p.String()))
	}
	if c.Message != nil && len(s.claimed(c.Message.ID)) > 0 {
		p := press{Verb: verbWhy, Language: c.lang, Page: c.Message.ID}
		buttons = append(buttons, button(labelWhy.In(c.lang), p.String()))
	}
	if len(buttons) > 0 {
		messages[len(messages)-1].Components = []component{row(buttons...)}
	}
	return result{messages: messages}, nil
}

// inEnglish translates the cited sentences.
func inEnglish(s *server, ctx context.Context, c *call) (result, error) {
	var blocks []string
	for _, source := range c.press.Sources {
		var all bot.Translation // of this article
		for _, n := range source.Sentences {
			r := bot.TranslationRequest{Owner: c.owner, Asker: bot.Person(c.asker()), Article: source.Article, Sentence: n, To: "en"}
			t, err := s.bot.Translate(ctx, r)
			if err != nil {
				return result{}, err
			}
			t.Rows, t.Warning = append(all.Rows, t.Rows...), "" // a row without a translation says why
			all = t
		}
		if all.Article != nil {
			blocks = append(append(blocks, rows(&all, c.lang)...), s.translationNote(&all, c.lang))
		}
	}
	if len(blocks) == 0 {
		return say(sayGone.In(c.lang))
	}
	return result{messages: paged(blocks, fileTranslation.In(c.lang), c.lang)}, nil
}

// inParagraph is a sentence in bold inside its paragraph, and where it stands.
func inParagraph(c knowledge.Citation, language string) string {
	a, s := c.Article, c.Span()
	around := knowledge.Span{Start: s.Start, End: s.End}
	for _, other := range a.Sentences {
		if other.Paragraph == a.Sentences[c.Sentence-1].Paragraph {
			around.Start, around.End = min(around.Start, other.Start), max(around.End, other.End)
		}
	}
	where := escapeInner(flat(bot.Provenance(a, language))) + " · " + place(c, language)
	if link := fragment(c); link != "" {
		where += " · [" + wordOpen.In(language) + "](<" + link + ">)"
	}
	return "> " + emphasize(a.Cut(around), s.Start-around.Start, s.End-around.Start) + "\n-# " + where
}

// openModal asks for the next question of a conversation.
func openModal(_ *server, ctx context.Context, c *call) (result, error) {
	next := press{Verb: verbModal, Language: c.press.Language, Sources: c.press.Sources}
	if c.Message != nil {
		next.Page = c.Message.ID
	}
	return result{}, c.reply.answer(ctx, modal(next, labelContinue.In(c.lang), c.lang))
}

// modal is a form that takes a question.
func modal(next press, title, language string) response {
	return response{Type: respondModal, Data: map[string]any{
		"custom_id": next.String(), "title": title,
		"components": []component{row(component{
			Type: componentInput, CustomID: inputID, Style: inputParagraph, Label: labelQuestion.In(language),
			MinLength: 1, MaxLength: bot.MaxQuestion, Required: true,
		})},
	}}
}

const inputID = "question"

// goOn answers what was typed into the modal, as part of the conversation.
func goOn(s *server, ctx context.Context, c *call) (result, error) {
	article := c.press.article()
	if _, err := s.bot.Library.Seen(c.owner).Find(article); err != nil {
		article = "" // it was removed since
	}
	return s.ask(ctx, c, asked{text: c.Data.input(inputID), article: article, before: s.talk.Recall(messageKey(c.press.Page))})
}

const codeThreadExists = 160004

// openThread opens a thread on the answer and carries the conversation over.
func openThread(s *server, ctx context.Context, c *call) (result, error) {
	if c.Message == nil || !c.hasThreads() {
		return say(sayNoThread.In(c.lang))
	}
	if missing, lacks := c.lacks(permission{mayCreateThreads, permThreads}, permission{maySendInThreads, permInside}); lacks {
		return say(missing.In(c.lang))
	}
	turns := s.talk.Recall(messageKey(c.Message.ID))
	name := threadName.In(c.press.Language)
	if n := len(turns); n > 0 {
		name = brief(flat(turns[n-1].Question), 90)
	}
	thread, err := s.rest.startThread(ctx, c.ChannelID, c.Message.ID, name)
	var refused *restError
	switch {
	case errors.As(err, &refused) && refused.Code == codeThreadExists:
		return say("<#" + c.Message.ID + ">") // a thread has the id of the message it began with
	case errors.As(err, &refused) && refused.Code == codeNoHistory:
		return say(lacking(permHistory, c.ChannelID).In(c.lang))
	case errors.As(err, &refused) && refused.Status == 403:
		return say(sayNoThread.In(c.lang))
	case err != nil:
		return result{}, err
	}
	s.channels.Add(thread.ID, channel{Type: channelThreads + 1, ParentID: c.ChannelID})
	for _, t := range turns {
		s.talk.Remember(channelKey(thread.ID), bot.Person(c.asker()), t, bot.ConversationKept)
	}
	if _, err := s.rest.send(ctx, thread.ID, message{Content: sayInThread.In(c.press.Language) + " <@" + s.me() + "> " + threadExample.In(c.press.Language)}); err != nil {
		s.log.Warn("a thread could not be written into", "error", err)
	}
	return say("<#" + thread.ID + ">")
}

// thumbed counts what the presser thinks of an answer, once for each.
func thumbed(s *server, ctx context.Context, c *call) (result, error) {
	id := ""
	if c.Message != nil {
		id = c.Message.ID
	}
	if before, _ := s.thumbs.ContainsOrAdd(id+":"+c.asker(), true); !before {
		s.bot.Thumb(ctx, c.press.Verb == verbUp)
	}
	return say(sayThanks.In(c.lang))
}

func forget(s *server, _ context.Context, c *call) (result, error) {
	s.talk.Forget(bot.Person(c.asker()))
	s.bot.Library.TakeBack(bot.Person(c.asker()))
	s.turned.Purge() // of articles that were taken back too
	return say(sayForgotten.In(c.lang))
}
