package terminal

import "strings"

// fromMarkdown makes the bot's own Markdown plain text with marks: bold, and
// characters that stand behind a backslash. Nothing else occurs in it.
func fromMarkdown(s string) string {
	var b strings.Builder
	inBold := false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_{}[]()#+-.!~|<>", s[i+1]) >= 0:
			i++
			b.WriteByte(s[i])
		case strings.HasPrefix(s[i:], "**"):
			i++
			if inBold = !inBold; inBold {
				b.WriteRune(boldOn)
			} else {
				b.WriteRune(plainOn)
			}
		default:
			b.WriteByte(s[i])
		}
	}
	if inBold {
		b.WriteRune(plainOn)
	}
	return b.String()
}
