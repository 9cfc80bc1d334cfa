package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"verbatim/knowledge/index"
	"verbatim/prompts"
)

// Words that show that a question leans on what was said before.
var leaning = wordSet(`et mais alors puis ensuite lui leur leurs il elle ils elles son sa ses ce cela ça celui-ci celle-ci ceux-ci y en
	and but then so he she it they them him her his hers its their that this these those there`)

// Words that say nothing of the subject of a question.
var questioning = wordSet(`qui que quoi quel quelle quels quelles combien comment pourquoi quand où est-ce qu'est-ce avec dans pour par sur
	selon sont était étaient avait ont été cette ces les des une aux
	who whom whose what which how many much why when where does did was were have has been with from into about the according`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	})
}

// leans tells whether a question needs the one before to be understood. A short
// one does, but where it asks about a name of its own (« Qui est Luc Perrin ? »).
func leans(text string) bool {
	ws := words(text)
	for i, w := range ws {
		if leaning[w] && (i == 0 || w != "et" && w != "and" && w != "en") {
			return true
		}
	}
	return len(ws) <= 4 && !(len(ws) > 0 && questioning[ws[0]] && named(text))
}

// follow adds to a question that leans on the one before the words that say
// what that was about. A model does it better: rewrite.
func (k *asking) follow() {
	if len(k.question.Before) == 0 || !leans(k.text) || k.bot.Model != nil {
		return
	}
	k.lean()
}

// maxLeaning is how many questions back one may lean on.
const maxLeaning = 8

// lean adds the subject of the question before, which may itself have leaned on
// the one before it.
func (k *asking) lean() {
	before := k.question.Before
	whole := ""
	for _, t := range before[max(0, len(before)-maxLeaning):] {
		if about := subject(whole, t.Question); about != "" && leans(t.Question) {
			whole = t.Question + " " + about
		} else {
			whole = t.Question
		}
	}
	k.own = particulars(k.text)
	k.text += " " + subject(whole, k.text)
}

// ownFirst puts before the other hits those that have the dates, places and
// names of a question that leans: the rest of it only tells what it is about.
func (k *asking) ownFirst() {
	if len(k.own) == 0 {
		return
	}
	has := func(h index.Hit) bool {
		s, ok := h.Article.Sentence(h.Sentence)
		text := h.Article.Cut(s.Span)
		return ok && !slices.ContainsFunc(k.own, func(p particular) bool { return !p.in(text) })
	}
	own := slices.DeleteFunc(slices.Clone(k.found.Hits), func(h index.Hit) bool { return !has(h) })
	k.found.Hits = append(own, slices.DeleteFunc(slices.Clone(k.found.Hits), has)...)
}

// named tells whether a question names somebody or something: a capital that
// does not begin it.
func named(question string) bool {
	for i, w := range strings.Fields(question) {
		if i > 0 && strings.IndexFunc(w, unicode.IsUpper) >= 0 {
			return true
		}
	}
	return false
}

// subject is a question without the words that ask, and without the dates,
// places and names in whose stead the question that follows has others.
func subject(question, next string) string {
	var keep []string
	for _, w := range strings.FieldsFunc(without(question, replaced(question, next)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	}) {
		l := strings.ToLower(w)
		if !questioning[l] && !leaning[l] && len(l) > 2 {
			keep = append(keep, w)
		}
	}
	return strings.Join(keep, " ")
}

// maxTurns bounds how much of a conversation a model is shown.
const maxTurns = 3

// rewrite has a model make a question whole that leans on a conversation.
// Where it fails the subject of the question before is added instead.
func (k *asking) rewrite(ctx context.Context, w *writer) {
	before := k.question.Before
	if len(before) == 0 || !leans(k.text) {
		return
	}
	var b strings.Builder
	for _, t := range before[max(0, len(before)-maxTurns):] {
		fmt.Fprintf(&b, "Question: %s\nAnswer: %s\n", oneLine(t.Question), short(oneLine(t.Answer), 400))
	}
	text, err := w.complete(ctx, Call{
		Messages: []Message{
			{RoleSystem, prompts.Rewrite(languageNames[k.answer.Language])},
			{RoleUser, b.String()},
			{RoleUser, k.text},
		},
		Schema:    prompts.RewrittenQuestion,
		MaxTokens: 200,
	})
	var whole struct {
		Question string `json:"question"`
	}
	if err == nil && json.Unmarshal([]byte(text), &whole) == nil {
		if q, err := checkQuestion(whole.Question); err == nil {
			k.text = q
			return
		}
	}
	k.lean()
}

// short bounds a text, in runes.
func short(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
