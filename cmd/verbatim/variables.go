package main

import (
	"fmt"
	"log/slog"
	"net/url"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// variables reads variables and keeps the first mistake.
type variables struct {
	lookup func(string) (string, bool)
	file   map[string]string
	err    error
}

// get is a variable without the quotes that docker run --env-file leaves.
func (v *variables) get(name string) string {
	value, ok := v.lookup(name)
	if !ok {
		value = v.file[name]
	}
	if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		value = value[1 : n-1]
	}
	return value
}

// wrong keeps a mistake; want says what the variable should look like.
func (v *variables) wrong(name, want, got string) {
	v.fail(fmt.Sprintf("%s must be %s, got %s", name, want, strconv.Quote(shorten(got))))
}

func (v *variables) fail(text string) {
	if v.err == nil {
		v.err = &usageError{text: text}
	}
}

func (v *variables) secret(name, want string) string {
	s := v.get(name)
	if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || r > '~' }) {
		v.fail(fmt.Sprintf("%s must be %s (it is not shown here)", name, want))
	}
	return s
}

func (v *variables) address(name, example string) string {
	s := v.get(name)
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		// An address may hold a password: it is not repeated.
		v.fail(fmt.Sprintf("%s must be an http or https address such as %s", name, example))
	}
	return strings.TrimRight(s, "/")
}

// versioned is an address that ends in a version: "/api/v9".
func (v *variables) versioned(name, example string) string {
	s := v.address(name, example)
	if s != "" && !regexp.MustCompile(`/v[0-9]+$`).MatchString(s) {
		v.fail(fmt.Sprintf("%s must be an http or https address with its version, such as %s", name, example))
	}
	return s
}

func (v *variables) matching(name, pattern, want string) string {
	s := v.get(name)
	if s != "" && !regexp.MustCompile(pattern).MatchString(s) {
		v.wrong(name, want, s)
	}
	return s
}

func (v *variables) duration(name string, standard time.Duration) time.Duration {
	s := v.get(name)
	if s == "" {
		return standard
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		v.wrong(name, "a duration such as 30s", s)
	}
	return d
}

func (v *variables) number(name string, standard, least, most int) int {
	s := v.get(name)
	if s == "" {
		return standard
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < least || n > most {
		v.wrong(name, fmt.Sprintf("a whole number from %d to %d", least, most), s)
	}
	return n
}

func (v *variables) oneOf(name, standard string, values ...string) string {
	s := v.get(name)
	if s == "" {
		return standard
	}
	for _, value := range values {
		if strings.EqualFold(s, value) {
			return value
		}
	}
	v.wrong(name, strings.Join(values, " or "), s)
	return standard
}

func (v *variables) level(name string) *slog.Level {
	levels := map[string]slog.Level{"debug": slog.LevelDebug, "info": slog.LevelInfo, "warn": slog.LevelWarn, "error": slog.LevelError}
	s := v.get(name)
	if s == "" {
		return nil
	}
	l, ok := levels[strings.ToLower(s)]
	if !ok {
		v.wrong(name, "debug, info, warn or error", s)
	}
	return &l
}

// locale is the language of the terminal, by the first variable that is set.
func (v *variables) locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if s := v.get(name); s != "" {
			if language, _, _ := strings.Cut(s, "_"); language == "fr" || language == "en" {
				return language
			}
			return ""
		}
	}
	return ""
}

func (v *variables) shard() (id, count int) {
	const most = 1 << 16
	idSet, countSet := v.get("DISCORD_SHARD_ID") != "", v.get("DISCORD_SHARD_COUNT") != ""
	id, count = v.number("DISCORD_SHARD_ID", 0, 0, most), v.number("DISCORD_SHARD_COUNT", 0, 1, most)
	switch {
	case idSet != countSet:
		v.fail("DISCORD_SHARD_ID and DISCORD_SHARD_COUNT must be set together")
	case countSet && id >= count:
		v.wrong("DISCORD_SHARD_ID", fmt.Sprintf("less than DISCORD_SHARD_COUNT (%d)", count), strconv.Itoa(id))
	}
	return id, count
}

func (v *variables) notYet(name, what string) {
	if v.get(name) != "" {
		v.fail(fmt.Sprintf("%s is set, but %s is not supported: unset it", name, what))
	}
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// dataDir is the folder of the store: VERBATIM_DATA, else the user's data folder.
func (v *variables) dataDir() string {
	if dir := v.get("VERBATIM_DATA"); dir != "" {
		return dir
	}
	if dir := v.get("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "verbatim")
	}
	if dir := v.get("LocalAppData"); runtime.GOOS == "windows" && dir != "" {
		return filepath.Join(dir, "verbatim")
	}
	home := v.get("HOME")
	switch {
	case home == "":
		return ""
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Application Support", "verbatim")
	default:
		return filepath.Join(home, ".local", "share", "verbatim")
	}
}
