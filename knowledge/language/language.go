// Package language tells which language a text or a question is in.
package language

import "strings"

// OfQuestion is "fr" or "en", "" where nothing tells.
func OfQuestion(q string) string {
	for _, w := range strings.Fields(strings.ToLower(q)) {
		switch w {
		case "the", "who", "what", "how", "when", "where", "why", "did", "does", "is", "many":
			return "en"
		case "le", "la", "les", "qui", "que", "quel", "combien", "où", "quand", "pourquoi", "est":
			return "fr"
		}
	}
	return ""
}

// Detect is the ISO 639-1 code of a text, "" where nothing tells.
func Detect(text string) string { return OfQuestion(text) }
