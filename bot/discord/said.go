package discord

import (
	"context"
	"errors"
	"net/http"
)

// growEvery is how many intervals of progress lie between two edits of an
// ordinary message: those of a channel share one limit, answers to commands have
// their own.
const growEvery = 2

const codeUnknownMessage = 10008

// grow shows an answer in the making: it sends a reply, and edits that. One that
// cannot be sent is left to say, which knows what to do about it.
func (l *listening) grow(ctx context.Context, text string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.said || l.deleted || ctx.Err() != nil {
		return
	}
	// What is on its way is waited for: given up, it could still arrive after
	// the answer, a new message even beside it.
	patience := ackTimeout
	if l.grown == "" {
		patience = finishLimit
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	var err error
	if m := (message{Content: text, ReplyTo: l.heard.ID}); l.grown == "" {
		var got sent
		got, err = l.rest.send(ctx, l.heard.ChannelID, m)
		l.grown = got.ID
	} else {
		_, err = l.rest.edit(ctx, l.heard.ChannelID, l.grown, m)
		l.deleted = unknownMessage(err)
	}
	if err != nil {
		l.log.Debug("progress could not be shown", "error", err)
	}
}

// say replies to the message, once and without a ping, in place of the answer in
// the making where there is one. It returns the id of the last message that it
// sent, "" where that failed.
func (l *listening) say(ctx context.Context, messages ...message) (last string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.said {
		return ""
	}
	l.said = true
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), finishLimit)
	defer cancel()
	for n, m := range messages {
		if n == 0 {
			m.ReplyTo = l.heard.ID
		}
		got, err := l.put(ctx, m, n == 0)
		if refused := (*restError)(nil); errors.As(err, &refused) {
			got, err = l.putAnyway(ctx, m, n == 0, refused)
		}
		if err != nil {
			l.log.Warn("a message could not be answered", "error", err)
			return ""
		}
		last = got.ID
	}
	return last
}

// put sends a message; the first one in place of the answer in the making, if
// that still stands. l.mu is held.
func (l *listening) put(ctx context.Context, m message, first bool) (sent, error) {
	if first && l.grown != "" {
		got, err := l.rest.edit(ctx, l.heard.ChannelID, l.grown, m)
		if !unknownMessage(err) {
			return got, err
		}
		l.grown = ""
	}
	return l.rest.send(ctx, l.heard.ChannelID, m)
}

// unknownMessage reports whether a message was deleted.
func unknownMessage(err error) bool {
	var refused *restError
	return errors.As(err, &refused) && refused.Code == codeUnknownMessage
}

// putAnyway sends a message once more where Discord refused it for something
// that can be left out: a file, the reference to what is answered, what a
// server's AutoMod does not like.
func (l *listening) putAnyway(ctx context.Context, m message, first bool, refused *restError) (sent, error) {
	here := l.heard.ChannelID
	switch {
	case refused.Code == codeNoHistory:
		m.ReplyTo = ""
		note := "\n-# " + lacking(permHistory, here).In(l.language())
		m.Content = pieces(m.Content, maxContent-size(note))[0] + note
	case refused.Code == codeNoPermission && len(m.Files) > 0:
		m = message{Content: lacking(permAttach, here).In(l.language()), ReplyTo: m.ReplyTo}
	case refused.Code == codeNoPermission || refused.Code == codeNoAccess:
		l.complain(ctx, refused)
		return sent{}, refused
	case refused.Status == http.StatusBadRequest:
		m = message{Content: sayRefused.In(l.language()), ReplyTo: m.ReplyTo}
	default:
		return sent{}, refused
	}
	return l.put(ctx, m, first)
}
