package main

import (
	"fmt"
	"io"
	"log/slog"
	"strings"

	"verbatim/bot/terminal"
)

// newLogger writes to standard error: text for people, JSON lines for machines.
// A chat's answers carry their own warnings: only errors break into it.
func newLogger(stderr io.Writer, c config, command string) *slog.Logger {
	level := slog.LevelInfo
	if command == "chat" {
		level = slog.LevelError
	}
	if c.LogLevel != nil {
		level = *c.LogLevel
	}
	o := &slog.HandlerOptions{Level: level, ReplaceAttr: redact(c.secrets())}
	if terminal.Is(stderr) {
		return slog.New(slog.NewTextHandler(terminal.Returns(stderr), o)) // the chat's terminal is raw
	}
	return slog.New(slog.NewJSONHandler(stderr, o))
}

// redact keeps secrets out of messages and attributes, whatever put them there.
func redact(secrets []string) func([]string, slog.Attr) slog.Attr {
	return func(_ []string, a slog.Attr) slog.Attr {
		switch a.Value.Kind() {
		case slog.KindString, slog.KindAny:
		default:
			return a
		}
		text := a.Value.String()
		if e, ok := a.Value.Any().(error); ok {
			text = e.Error()
		} else if a.Value.Kind() == slog.KindAny {
			text = fmt.Sprintf("%+v", a.Value.Any())
		}
		for _, s := range secrets {
			if strings.Contains(text, s) {
				text = strings.ReplaceAll(text, s, "…")
				a.Value = slog.StringValue(text)
			}
		}
		return a
	}
}
