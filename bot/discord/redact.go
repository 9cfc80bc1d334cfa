package discord

import (
	"regexp"
	"strings"
)

// interactionTokens stand in the addresses of webhook calls.
var interactionTokens = regexp.MustCompile(`(webhooks|interactions)/([0-9]+)/[A-Za-z0-9_.\-%]+`)

// redact takes tokens out of what is logged or returned.
func redact(s, token string) string {
	if token != "" {
		s = strings.ReplaceAll(s, token, "…")
	}
	return interactionTokens.ReplaceAllString(s, "$1/$2/…")
}
