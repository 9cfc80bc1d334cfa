package bot

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
	"verbatim/knowledge/index"
	"verbatim/knowledge/language"
)

const (
	maxCited   = 3  // sentences in an extractive answer
	maxClosest = 3  // sentences that a refusal names
	searched   = 24 // hits that a prompt is made from
)

// Ask answers a question. The error is a *[UserError] (an empty question, an
// unknown article) or the context's; a model that fails is none: the answer is
// then extractive and its Warning says so.
func (b *Bot) Ask(ctx context.Context, q Question) (Answer, error) {
	start := b.Now()
	text, err := checkQuestion(q.Text)
	if err != nil {
		return Answer{}, err
	}
	shelf := b.Library.Seen(q.Owner)
	seen := shelf.Articles
	if q.Article != "" {
		a, err := shelf.Find(q.Article)
		if err != nil {
			return Answer{}, err
		}
		seen, q.Article = []*knowledge.Article{a}, a.ID
	}
	a := Answer{Question: text, Language: questionLanguage(text, q), Sample: shelf.Sample}
	q.report(Stage{Name: StageReading})

	ask := &asking{bot: b, question: q, answer: &a, shelf: shelf, seen: seen, text: text}
	ask.follow()
	if b.Model != nil {
		ask.write(ctx)
	}
	if err := ctx.Err(); err != nil && ask.ended {
		return Answer{}, err
	}
	if a.Mode != ModeLLM {
		ask.extract(ctx)
	}
	ask.compare()
	b.count(ctx, a.counted())
	b.noteGap(ctx, &q, &a)
	a.Elapsed = b.Now().Sub(start)
	return a, nil
}

// asking is one question on its way to its answer.
type asking struct {
	bot      *Bot
	question Question
	answer   *Answer
	shelf    *Shelf
	seen     []*knowledge.Article // that are asked
	text     string               // the question, made whole where it follows another
	own      []particular         // of the question itself, where it was made whole without a model
	found    index.Result
	ended    bool // the caller's context ended while a model was asked
}

func (q *Question) report(s Stage) {
	if q.Progress != nil {
		q.Progress(s)
	}
}

// warn keeps the first thing that went wrong.
func (k *asking) warn(t Text) {
	if k.answer.Warning == "" {
		k.answer.Warning = t.In(k.answer.Language)
	}
}

// search ranks the sentences once the question is whole.
func (k *asking) search(ctx context.Context) {
	depth := searched
	if k.bot.Embedder != nil {
		depth = denseDepth
	}
	k.found = k.shelf.SearchAt(k.bot.Now(), k.text, k.question.Article, depth)
	k.answer.Absent = k.found.Absent
	k.fuse(ctx)
	k.ownFirst()
}

func checkQuestion(text string) (string, error) {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "")
	}
	switch n := utf8.RuneCountInString(text); {
	case strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0:
		return "", &UserError{
			Err:  ErrQuestion,
			Text: Text{French: "La question est vide.", English: "the question is empty"},
			Hint: Text{French: "Demandez par exemple : combien de soldats ?", English: "ask, for example: how many soldiers were sent?"},
		}
	case n > MaxQuestion:
		return "", &UserError{Err: ErrQuestion, Text: Text{
			French:  fmt.Sprintf("La question a %d caractères ; le maximum est de %d.", n, MaxQuestion),
			English: fmt.Sprintf("the question has %d characters; the most is %d", n, MaxQuestion),
		}, Hint: Text{
			French:  "Raccourcissez-la, ou ajoutez le texte comme article.",
			English: "make it shorter, or add the text as an article",
		}}
	}
	return text, nil
}

// questionLanguage is the language of a question; where it does not tell, that
// of the conversation, then the asker's.
func questionLanguage(text string, q Question) string {
	if l := language.OfQuestion(text); l != "" {
		return l
	}
	for i := len(q.Before) - 1; i >= 0; i-- {
		if l := language.OfQuestion(q.Before[i].Question); l != "" {
			return l
		}
	}
	if q.Locale == "en" {
		return "en"
	}
	return "fr"
}
