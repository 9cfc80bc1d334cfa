package discord

import (
	"strconv"
	"strings"
	"time"

	"verbatim/bot"
	"verbatim/knowledge"
)

// shown is how an answer is to be shown.
type shown struct {
	Bullets  bool   // a summary: one claim a line
	Private  bool   // for the asker alone
	Locale   string // of the asker
	Provider string // of the model, where a private question went to one
	Thread   bool   // a thread can be opened on it
	Article  string // id of the one article that was asked, "" for all
	Now      time.Time
}

// answerMessages shows an answer: what it says, the sentences it cites as
// block quotes, and small print.
func answerMessages(a *bot.Answer, h shown) []message {
	var blocks []string
	citations, marks := a.Citations, true
	switch {
	case !a.Answered:
		citations, marks = a.Closest[:min(1, len(a.Closest))], false
	case a.Mode == bot.ModeLLM:
		blocks = append(blocks, claims(a.Claims, h.Bullets)...)
	}
	if a.Differ != "" {
		blocks = append(blocks, escape(a.Differ))
	}
	if lead := escape(a.Lead); lead != "" {
		blocks = append(blocks, lead) // claims have none
	}
	if a.Warning != "" {
		blocks = append([]string{warningLine(a.Warning, a.Language, h.Now)}, blocks...)
	}
	several := len(articlesOf(citations)) > 1
	for n, c := range citations {
		mark := 0
		if marks {
			mark = n + 1
		}
		blocks = append(blocks, citation(c, mark, several, a.Language))
	}
	if small := footer(a, citations, h); small != "" {
		blocks = append(blocks, small)
	}
	messages := paged(blocks, fileAnswer.In(a.Language), a.Language)
	messages[len(messages)-1].Components = []component{answerButtons(a, h)}
	return messages
}

// claims are what the model wrote and was proved, with marks.
func claims(all []knowledge.Claim, bullets bool) []string {
	lines := make([]string, len(all))
	for i, c := range all {
		text, stop := flat(strings.TrimSpace(c.Text)), ""
		if strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "..") {
			text, stop = text[:len(text)-1], "."
		}
		marks := ""
		for _, n := range c.Citations {
			marks += "[" + strconv.Itoa(n) + "]"
		}
		if bullets {
			lines[i] = "- " + escapeInner(text) + " " + marks + stop
		} else {
			lines[i] = escapeLine(text) + " " + marks + stop
		}
	}
	if bullets {
		return []string{strings.Join(lines, "\n")}
	}
	return []string{strings.Join(lines, " ")}
}

// citation is a sentence as a block quote, and under it where it stands.
func citation(c knowledge.Citation, mark int, named bool, language string) string {
	where := place(c, language)
	if named {
		where = escapeInner(flat(bot.Provenance(c.Article, language))) + " · " + where
	}
	if mark > 0 {
		where = "[" + strconv.Itoa(mark) + "] " + where
	}
	if link := fragment(c); link != "" {
		where += " · [" + wordOpen.In(language) + "](<" + link + ">)"
	}
	return quoted(c) + "\n-# " + where
}

// place names where a sentence stands: « §4, phrase 12 ».
func place(c knowledge.Citation, language string) string {
	s, ok := c.Article.Sentence(c.Sentence)
	if !ok {
		return ""
	}
	return "§" + strconv.Itoa(s.Paragraph) + ", " + wordSentence.In(language) + " " + strconv.Itoa(s.Number)
}

// footer names the articles, their dates, and how the answer was made.
func footer(a *bot.Answer, citations []knowledge.Citation, h shown) string {
	var parts []string
	for n, article := range articlesOf(citations) {
		if n == 3 {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, escapeInner(flat(brief(bot.Provenance(article, a.Language), 120))))
	}
	made := escapeInner(flat(a.Made()))
	switch {
	case !a.Answered:
		made = madeVerbatim.In(a.Language)
	case h.Bullets && a.Mode == bot.ModeLLM:
		made = wordSummary.In(a.Language) + " " + made
	}
	var lines []string
	if len(parts) > 0 {
		lines = append(lines, "-# "+strings.Join(parts, " ; ")+" · "+made)
	}
	if a.Sample {
		lines = append(lines, "-# "+escapeInner(bot.SampleNote(a.Language, howToAdd)))
	}
	if h.Private {
		lines = append(lines, "-# "+privateNote(h.Provider, h.Locale))
	}
	return strings.Join(lines, "\n")
}

// articlesOf are the articles that are cited, each once, in their order.
func articlesOf(citations []knowledge.Citation) []*knowledge.Article {
	var out []*knowledge.Article
	seen := map[string]bool{}
	for _, c := range citations {
		if !seen[c.Article.ID] {
			seen[c.Article.ID] = true
			out = append(out, c.Article)
		}
	}
	return out
}

// answerButtons are the buttons under an answer, in one row.
func answerButtons(a *bot.Answer, h shown) component {
	citations := a.Citations
	if !a.Answered {
		citations = a.Closest
	}
	var buttons []component
	if len(citations) > 0 {
		buttons = append(buttons, button(labelSources.In(a.Language), press{Verb: verbSources, Language: a.Language, Sources: cited(citations)}.String()))
	}
	next := press{Verb: verbContinue, Language: a.Language}
	if h.Article != "" {
		next.Sources = []source{{Article: h.Article}}
	}
	buttons = append(buttons, button(labelContinue.In(a.Language), next.String()))
	if h.Thread {
		buttons = append(buttons, button(labelThread.In(a.Language), press{Verb: verbThread, Language: a.Language}.String()))
	}
	return row(append(buttons, thumb(verbUp, "👍", a.Language), thumb(verbDown, "👎", a.Language))...)
}

func thumb(verb, sign, language string) component {
	return component{Type: componentButton, Style: buttonSecondary, Emoji: &emoji{Name: sign}, CustomID: press{Verb: verb, Language: language}.String()}
}

// brief cuts a text to at most n runes, at a word where it can.
func brief(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}
