package discord

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
)

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"Du texte simple, porte-parole (10'000).": "Du texte simple, porte-parole (10'000).",
		"**gras** _italique_ ~~barré~~":           `\*\*gras\*\* \_italique\_ \~\~barré\~\~`,
		"@everyone <@12> <#3> <:x:1>":             `\@everyone \<\@12\> \<\#3\> \<:x:1\>`,
		"[clic](https://evil.example)":            `\[clic\](https\://evil.example)`,
		"# Titre\n> citation":                     `\# Titre \> citation`,
		"- liste":                                 `\- liste`,
		"-# petit":                                `\-\# petit`,
		"12. liste":                               `12\. liste`,
		"12.5 est un nombre":                      "12.5 est un nombre",
		"discord.com/invite/abc":                  `discord\.com/invite/abc`,
		"discord.gg/abc":                          `discord\.gg/abc`,
		`C:\x || secret || ` + "`code`":           `C:\\x \|\| secret \|\| ` + "\\`code\\`",
		"« Oui\u00a0» , a-t-il dit\u202f?":        "« Oui\u00a0» , a-t-il dit\u202f?",
		"a\x00b\u2028c":                           "a b c",
	} {
		if got := escape(in); got != want {
			t.Errorf("escape(%q)\n got %q\nwant %q", in, got, want)
		}
	}
}

// unescape reads Markdown as Discord does where there is only escaped text and
// bold in it.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] < utf8.RuneSelf && !unicode.IsLetter(rune(s[i+1])) && !unicode.IsDigit(rune(s[i+1])) && s[i+1] != ' ':
			i++
			b.WriteByte(s[i])
		case strings.HasPrefix(s[i:], "**"):
			i++
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"**a**", "[x](y)", "- a", "1. a", "\\", "<@1>", "a  b", "\\-", "é* "} {
		f.Add(s, 0, 2)
	}
	f.Fuzz(func(t *testing.T, s string, start, length int) {
		if !utf8.ValidString(s) {
			return
		}
		want := strings.Join(strings.FieldsFunc(s, blank), " ")
		got := escape(s)
		if unescape(got) != want {
			t.Errorf("escape(%q) = %q reads %q, want %q", s, got, unescape(got), want)
		}
		start = min(max(start, 0), len(s))
		end := min(max(start+length, start), len(s))
		if !utf8.ValidString(s[:start]) || !utf8.ValidString(s[start:end]) {
			return
		}
		bold := emphasize(s, start, end)
		if got := strings.Join(strings.FieldsFunc(unescape(bold), blank), " "); got != want {
			t.Errorf("emphasize(%q, %d, %d) = %q reads %q, want %q", s, start, end, bold, got, want)
		}
	})
}

func TestQuoted(t *testing.T) {
	a := varny()
	c := knowledge.Citation{Article: a, Sentence: 3}
	if got, want := quoted(c), "> Les travaux coûteront environ 12'500 francs par jour."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	at := strings.Index(a.Text, "environ 12")
	c.Quote = knowledge.Span{Start: at - 1, End: at + len("environ 12'500 francs")}
	if got, want := quoted(c), "> Les travaux coûteront **environ 12'500 francs** par jour."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
