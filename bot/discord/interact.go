package discord

import (
	"context"
	"errors"
	"time"

	"verbatim/bot"
)

const (
	leastLimit     = 2 * time.Minute
	translateLimit = 12 * time.Minute // a token lives for fifteen
	finishLimit    = 20 * time.Second
)

// call is one interaction that is being answered.
type call struct {
	*interaction
	lang  string    // of the asker's locale
	owner bot.Owner // whose articles are seen
	press press     // of a button or modal
	reply *reply
}

// result is what a handler shows: messages, and what to do once the last one
// has its id.
type result struct {
	messages []message
	after    func(last string)
}

func say(content string) (result, error) { return result{messages: []message{{Content: content}}}, nil }

// handler answers one kind of interaction.
type handler struct {
	ack       int // how it is acknowledged before anything is done; 0: run answers itself, at once
	ephemeral func(c *call) bool
	limit     time.Duration // of run; 0 is that of a question
	run       func(s *server, ctx context.Context, c *call) (result, error)
}

func always(*call) bool { return true }

// interact hands an interaction to the crew.
func (s *server) interact(i *interaction) {
	if i.ID == "" || i.Token == "" {
		return
	}
	c := &call{interaction: i, lang: i.language(), owner: i.owner()}
	if i.Type == typeAutocomplete {
		s.add(&job{name: "autocomplete", run: func(ctx context.Context) { s.complete(ctx, c) }})
		return
	}
	h, name := s.handler(c)
	if h.run == nil {
		s.log.Warn("an interaction of an unknown type", "type", i.Type)
		return
	}
	lang := c.lang // the handler may change that of the call
	c.reply = newReply(s.rest, i, h.ephemeral != nil && h.ephemeral(c), s.log)
	s.add(&job{
		name:     name,
		run:      func(ctx context.Context) { s.serve(ctx, h, name, c) },
		panicked: func(ctx context.Context) { s.apologize(ctx, c, message{Content: sayFailed.In(lang)}) },
		stopped:  func(ctx context.Context) { s.apologize(ctx, c, message{Content: sayStopping.In(lang)}) },
	})
}

func (s *server) add(j *job) {
	if !s.crew.add(j) {
		s.log.Warn("a request was turned away", "what", j.name, "jobs", s.crew.count())
	}
}

// handler finds who answers an interaction.
func (s *server) handler(c *call) (h handler, name string) {
	switch c.Type {
	case typeCommand:
		name = c.Data.Name
		if len(c.Data.Options) == 1 && commandHandlers[name+" "+c.Data.Options[0].Name].run != nil {
			name += " " + c.Data.Options[0].Name
		}
		h = commandHandlers[name]
		if h.run == nil {
			h = handler{ack: respondDeferred, ephemeral: always, run: unknownCommand}
		}
	case typeComponent, typeModal:
		p, ok := parsePress(c.Data.CustomID)
		c.press, name = p, "press "+p.Verb
		if h = pressHandlers[p.Verb]; !ok || h.run == nil || (p.Verb == verbModal || p.Verb == verbAbout) != (c.Type == typeModal) {
			h = handler{ack: respondDeferred, ephemeral: always, run: oldButton}
		}
	}
	return h, name
}

// askLimit bounds the work on a question: its model calls, and some more.
func (s *server) askLimit() time.Duration {
	return min(max(leastLimit, s.bot.Config.ModelTimeout+time.Minute), translateLimit)
}

func unknownCommand(_ *server, _ context.Context, c *call) (result, error) {
	return say(sayUnknown.In(c.lang))
}

func oldButton(_ *server, _ context.Context, c *call) (result, error) {
	return say(sayOldButton.In(c.lang))
}

// serve acknowledges, does the work while it tells of its progress, and shows
// what came of it.
func (s *server) serve(ctx context.Context, h handler, name string, c *call) {
	if h.ack != 0 {
		if err := c.reply.ack(ctx, h.ack); err != nil {
			s.log.Warn("an interaction could not be acknowledged", "what", name, "error", err)
			return
		}
	}
	limit := h.limit
	if limit == 0 {
		limit = s.askLimit()
	}
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	if h.ack != 0 {
		free, err := s.crew.slot(ctx)
		if err != nil {
			if errors.Is(err, context.DeadlineExceeded) {
				s.apologize(ctx, c, message{Content: sayBusy.In(c.lang)})
			}
			return
		}
		defer free()
	}
	out, err := s.work(ctx, h, c)
	if err != nil {
		m := s.excuse(ctx, name, err, c.lang)
		if errors.Is(err, bot.ErrNoModel) {
			m.Content += c.ownersHint(err)
		}
		s.apologize(ctx, c, m)
		return
	}
	s.finish(ctx, c, out)
}

// apologize says what went wrong in place of the answer; where a page was to
// be turned, beside it.
func (s *server) apologize(ctx context.Context, c *call, m message) {
	if c.press.Verb != verbPage && c.press.Verb != verbShow {
		s.finish(ctx, c, result{messages: []message{m}})
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), finishLimit)
	defer cancel()
	m.Ephemeral = true
	if c.reply.end() {
		if _, err := s.rest.followUp(ctx, c.interaction, m); err != nil {
			s.log.Warn("an apology could not be shown", "error", err)
		}
	}
}

// work runs the handler, and beside it the edits that tell of its progress.
func (s *server) work(ctx context.Context, h handler, c *call) (result, error) {
	reporting, stop := context.WithCancel(ctx)
	if h.ack == respondDeferred {
		c.reply.told.Go(func() {
			s.crew.try("progress", func() { c.reply.each(reporting, s.config.timing.progress, c.reply.show) })
		})
	}
	defer func() {
		stop()
		c.reply.told.Wait()
	}()
	return h.run(s, ctx, c)
}

// finish shows the result, even where the work's time is over.
func (s *server) finish(ctx context.Context, c *call, out result) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), finishLimit)
	defer cancel()
	last, err := c.reply.finish(ctx, c.permitted(out.messages))
	if err != nil && last == "" && dead(err) {
		last, err = s.sayInChannel(ctx, c, out.messages)
	}
	if err != nil {
		s.log.Error("an answer could not be shown", "error", err)
		if last == "" {
			s.downgrade(ctx, c, err)
		}
		return
	}
	if last != "" && out.after != nil {
		out.after(last)
	}
	s.log.Debug("answered", "interaction", c.ID)
}

// sayInChannel shows an answer as an ordinary message where the interaction's
// token died while the model was slow; not one that was the asker's alone.
func (s *server) sayInChannel(ctx context.Context, c *call, messages []message) (last string, err error) {
	if c.reply.ephemeral || !c.member() {
		return "", errTooLate
	}
	for _, m := range messages {
		m.Ephemeral = false
		got, err := s.rest.send(ctx, c.ChannelID, m)
		if err != nil {
			return last, err
		}
		last = got.ID
	}
	return last, nil
}

var errTooLate = errors.New("it came after the interaction's token had died, and may not stand in the channel")

// downgrade tries once more with plain words where Discord refused an answer:
// a server's AutoMod may not like what an article says.
func (s *server) downgrade(ctx context.Context, c *call, err error) {
	var refused *restError
	if !errors.As(err, &refused) || refused.Status >= 500 || refused.Status == 404 {
		return
	}
	if _, err := s.rest.editOriginal(ctx, c.interaction, message{Content: sayRefused.In(c.language())}); err != nil {
		s.log.Warn("the refusal of an answer could not be shown", "error", err)
	}
}
