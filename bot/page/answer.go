package page

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"verbatim/bot"
	"verbatim/knowledge"
)

// answer is a summary or an answer as the template lays it out.
type answer struct {
	Question string // "": it is a summary
	Spoken   string // language of the question and of the bot's words in it
	Refused  bool
	Lead     string
	Claims   []claim
	Closest  []claim // of a refusal
	Made     string
	Warning  string
}

// claim is a point, or a sentence of the article, with its marks. The part
// that answers stands between Before and After.
type claim struct {
	Spoken              string
	Own                 bool // it is a sentence of the article
	Before, Part, After string
	Rendering           string // its translation, where that is the language of the answer; "" where not
	RenderingIn         string // that language
	Marks               []mark
}

// mark leads to a sentence. From and To are the part that carries the claim, in
// UTF-16 code units of the sentence, as the script counts; equal where none
// stands out.
type mark struct {
	Label     string // "1"; "" where the mark is not numbered
	Where     string // "phrase 12"
	Sentence  int
	From, To  int
	Elsewhere string // what another article is named by; Sentence is then 0
}

func newAnswer(a *knowledge.Article, from bot.Answer, language string) answer {
	out := answer{
		Question: from.Question, Spoken: code(from.Language), Refused: !from.Answered,
		Lead: from.Lead, Warning: from.Warning,
	}
	if from.Mode == bot.ModeLLM {
		out.Made = madeBy(from.Model, language)
	} else if from.Answered {
		out.Made = quoted(language)
	}
	for _, c := range from.Claims {
		out.Claims = append(out.Claims, newClaim(a, from, c, language))
	}
	for _, c := range from.Closest[:min(1, len(from.Closest))] { // the lead speaks of one
		own := whole(c)
		own.Marks = []mark{newMark(a, c, language, "")}
		out.Closest = append(out.Closest, own)
	}
	if !from.Answered && out.Lead == "" {
		out.Lead = wordsIn(from.Language).Refused
	}
	return out
}

func newClaim(a *knowledge.Article, of bot.Answer, c knowledge.Claim, language string) claim {
	out := claim{Spoken: code(of.Language), Before: c.Text}
	if c.Proof == knowledge.ProofVerbatim && len(c.Citations) == 1 && within(c.Citations[0], of) {
		if own := of.Citations[c.Citations[0]-1]; own.Text() == c.Text {
			out = whole(own)
		}
	}
	for _, n := range c.Citations {
		if within(n, of) {
			out.Marks = append(out.Marks, newMark(a, of.Citations[n-1], language, strconv.Itoa(n)))
		}
	}
	return out
}

// translate puts under sentences of the article their translation, where that
// is in the language of the answer.
func (a *answer) translate(t *bot.Translation, rows map[int]bot.Translated, language string) {
	if t == nil || t.To != a.Spoken {
		return
	}
	some := false
	for _, claims := range [][]claim{a.Claims, a.Closest} {
		for i := range claims {
			c := &claims[i]
			if c.Own && len(c.Marks) == 1 && c.Marks[0].Sentence > 0 {
				c.Rendering, c.RenderingIn = rows[c.Marks[0].Sentence].Text, code(t.To)
				some = some || c.Rendering != ""
			}
		}
	}
	if some {
		a.Made = strings.TrimSpace(a.Made + " " + beneath(t.Model, language))
	}
}

func within(n int, of bot.Answer) bool { return n >= 1 && n <= len(of.Citations) }

// whole is a cited sentence with its quote apart.
func whole(c knowledge.Citation) claim {
	s := c.Span()
	out := claim{Spoken: code(c.Article.Language), Own: true, Before: c.Text()}
	if partial(c) {
		out.Before = c.Article.Cut(knowledge.Span{Start: s.Start, End: c.Quote.Start})
		out.Part = c.QuoteText()
		out.After = c.Article.Cut(knowledge.Span{Start: c.Quote.End, End: s.End})
	}
	return out
}

// partial tells whether a quote is a part of its sentence and not all of it.
func partial(c knowledge.Citation) bool {
	s := c.Span()
	return !c.Quote.Empty() && c.Quote != s && c.Quote.Start >= s.Start && c.Quote.End <= s.End
}

func newMark(a *knowledge.Article, c knowledge.Citation, language, label string) mark {
	m := mark{Label: label, Where: where(c.Sentence, language), Sentence: c.Sentence}
	if c.Article.ID != a.ID {
		m.Sentence, m.Elsewhere = 0, c.Article.Title
		return m
	}
	if partial(c) {
		s := c.Span()
		m.From = units(a.Cut(knowledge.Span{Start: s.Start, End: c.Quote.Start}))
		m.To = m.From + units(c.QuoteText())
	}
	return m
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }
