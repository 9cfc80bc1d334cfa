package main

import (
	"encoding/json"
	"io"
	"strings"

	"verbatim/bot"
	"verbatim/knowledge"
)

// The shapes that --json prints. Lists are never null.

type answerJSON struct {
	Question  string         `json:"question"`
	Language  string         `json:"language"`
	Mode      bot.Mode       `json:"mode"`
	Model     string         `json:"model"`
	Answered  bool           `json:"answered"`
	Text      string         `json:"text"`
	Claims    []claimJSON    `json:"claims"`
	Citations []citationJSON `json:"citations"`
	Closest   []citationJSON `json:"closest"`
	Rejected  []bot.Rejected `json:"rejected"`
	Absent    []string       `json:"absent"`
	Sample    bool           `json:"sample"`
	Warning   string         `json:"warning"`
	Usage     bot.Usage      `json:"usage"`
	ElapsedMS int64          `json:"elapsed_ms"`
}

type claimJSON struct {
	Text      string          `json:"text"`
	Citations []int           `json:"citations"`
	Proof     knowledge.Proof `json:"proof"`
}

type citationJSON struct {
	N        int    `json:"n"`
	Article  string `json:"article"`
	Title    string `json:"title"`
	Date     string `json:"date"`
	URL      string `json:"url"`
	Sentence int    `json:"sentence"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Quote    string `json:"quote"`
}

type addedJSON struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Date      string   `json:"date"`
	Language  string   `json:"language"`
	Source    string   `json:"source"`
	Sentences int      `json:"sentences"`
	Added     bool     `json:"added"`
	Notes     []string `json:"notes"`
}

type articleJSON struct {
	ID        string         `json:"id"`
	Title     string         `json:"title"`
	Date      string         `json:"date"`
	Language  string         `json:"language"`
	Source    string         `json:"source"`
	Agency    string         `json:"agency"`
	Text      string         `json:"text"`
	Sentences []sentenceJSON `json:"sentences"`
}

type sentenceJSON struct {
	N         int            `json:"n"`
	Paragraph int            `json:"paragraph"`
	Kind      knowledge.Kind `json:"kind"`
	Start     int            `json:"start"`
	End       int            `json:"end"`
	Text      string         `json:"text"`
}

type listJSON struct {
	Articles []listedJSON `json:"articles"`
}

type listedJSON struct {
	ID        string    `json:"id"`
	Title     string    `json:"title"`
	Date      string    `json:"date"`
	Language  string    `json:"language"`
	Source    string    `json:"source"`
	Sentences int       `json:"sentences"`
	Owner     bot.Owner `json:"owner"`
	Added     string    `json:"added"`
}

type translationJSON struct {
	Article   string           `json:"article"`
	To        string           `json:"to"`
	Mode      bot.Mode         `json:"mode"`
	Model     string           `json:"model"`
	Sentences []translatedJSON `json:"sentences"`
	Warning   string           `json:"warning"`
	Usage     bot.Usage        `json:"usage"`
}

type translatedJSON struct {
	N           int            `json:"n"`
	Kind        knowledge.Kind `json:"kind"`
	Text        string         `json:"text"`
	Translation string         `json:"translation"`
	Warning     string         `json:"warning"`
}

type costJSON struct {
	Article   string `json:"article"`
	To        string `json:"to"`
	Sentences int    `json:"sentences"`
	Tokens    int    `json:"tokens"`
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// each makes a list that is never nil.
func each[From, To any](list []From, to func(int, From) To) []To {
	out := make([]To, 0, len(list))
	for i, v := range list {
		out = append(out, to(i, v))
	}
	return out
}

func same[T any](list []T) []T { return each(list, func(_ int, v T) T { return v }) }

func answerOf(a bot.Answer) answerJSON {
	return answerJSON{
		Question: a.Question, Language: a.Language, Mode: a.Mode, Model: a.Model, Answered: a.Answered, Text: a.Text,
		Claims: each(a.Claims, func(_ int, c knowledge.Claim) claimJSON {
			return claimJSON{c.Text, same(c.Citations), c.Proof}
		}),
		Citations: each(a.Citations, citationOf), Closest: each(a.Closest, citationOf),
		Rejected: same(a.Rejected), Absent: same(a.Absent), Sample: a.Sample,
		Warning: a.Warning, Usage: a.Usage, ElapsedMS: a.Elapsed.Milliseconds(),
	}
}

func citationOf(i int, c knowledge.Citation) citationJSON {
	s := c.Span()
	return citationJSON{
		N: i + 1, Article: c.Article.ID, Title: c.Article.Title, Date: c.Article.Date, URL: address(c.Article),
		Sentence: c.Sentence, Start: s.Start, End: s.End, Text: c.Text(), Quote: c.QuoteText(),
	}
}

// address is where an article can be read, "" where it came as a file.
func address(a *knowledge.Article) string {
	if strings.HasPrefix(a.Source, "http://") || strings.HasPrefix(a.Source, "https://") {
		return a.Source
	}
	return ""
}

func addedOf(r bot.Added) addedJSON {
	a := r.Article
	return addedJSON{a.ID, a.Title, a.Date, a.Language, a.Source, len(a.Sentences), r.Added, each(r.Notes, func(_ int, n bot.Text) string { return n.English })}
}

func articleOf(a *knowledge.Article) articleJSON {
	return articleJSON{a.ID, a.Title, a.Date, a.Language, a.Source, a.Agency, a.Text,
		each(a.Sentences, func(_ int, s knowledge.Sentence) sentenceJSON {
			return sentenceJSON{s.Number, s.Paragraph, s.Kind, s.Start, s.End, a.Cut(s.Span)}
		})}
}

func listOf(holdings []bot.Holding) listJSON {
	return listJSON{each(holdings, func(_ int, h bot.Holding) listedJSON {
		a := h.Article
		return listedJSON{a.ID, a.Title, a.Date, a.Language, a.Source, len(a.Sentences), h.Owner, h.Added.Format("2006-01-02T15:04:05Z07:00")}
	})}
}

func translationOf(t bot.Translation) translationJSON {
	return translationJSON{
		Article: t.Article.ID, To: t.To, Mode: bot.ModeLLM, Model: t.Model, Warning: t.Warning, Usage: t.Usage,
		Sentences: each(t.Rows, func(_ int, r bot.Translated) translatedJSON {
			return translatedJSON{r.Sentence.Number, r.Sentence.Kind, t.Article.Cut(r.Sentence.Span), r.Text, r.Warning}
		}),
	}
}
