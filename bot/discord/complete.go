package discord

import (
	"context"
	"encoding/json"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"verbatim/bot"
	"verbatim/knowledge"
)

// complete suggests articles for what was typed so far.
func (s *server) complete(ctx context.Context, c *call) {
	typed := ""
	for _, o := range c.Data.options() {
		if o.Focused && json.Unmarshal(o.Value, &typed) != nil {
			typed = ""
		}
	}
	choices := []choice{}
	for _, a := range typedArticles(s.bot.Library.Seen(c.owner).Articles, typed, maxChoices) {
		choices = append(choices, choice{Name: choiceName(a, c.lang), Value: a.ID})
	}
	ctx, cancel := context.WithTimeout(ctx, ackTimeout)
	defer cancel()
	if err := s.rest.respond(ctx, c.interaction, response{Type: respondChoices, Data: map[string]any{"choices": choices}}); err != nil {
		s.log.Debug("suggestions came too late", "error", err)
	}
}

// typedArticles are at most so many articles, newest first, whose id begins
// with what was typed, or whose title has it at the beginning of a word. Case
// and accents do not matter.
func typedArticles(articles []*knowledge.Article, typed string, most int) []*knowledge.Article {
	typed = fold(typed)
	var out []*knowledge.Article
	for i := len(articles) - 1; i >= 0 && len(out) < most; i-- {
		if a := articles[i]; typed == "" || strings.HasPrefix(a.ID, typed) || matches(fold(a.Title), typed) {
			out = append(out, a)
		}
	}
	return out
}

// choiceName is how an article is suggested: « Titre · octobre 2024 · id »,
// at most 100 runes.
func choiceName(a *knowledge.Article, language string) string {
	end := " · " + a.ID
	if d := bot.DateText(a.Date, language); d != "" {
		end = " · " + d + end
	}
	return brief(a.Title, maxChoiceName-len([]rune(end))) + end
}

// matches reports whether a word of the title begins with what was typed.
func matches(title, typed string) bool {
	for i := 0; i >= 0 && i < len(title); {
		at := strings.Index(title[i:], typed)
		if at < 0 {
			return false
		}
		if i += at; i == 0 || !isWord(title[i-1]) {
			return true
		}
		i++
	}
	return false
}

func isWord(b byte) bool { return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' }

// fold takes case and accents off.
func fold(s string) string {
	s, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(s))
}
