package index

import (
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge/french"
)

// maxTerms bounds the words of a question that are looked for.
const maxTerms = 32

// term is a word of a question.
type term struct {
	text   string // as it is spelt
	folded string
	stem   string
	class  class
	name   bool // capitalised inside the question
	weigh  bool // says something alone
	at     int  // its place among the words of the question
}

// question is what is read off a question before any article is seen.
type question struct {
	english bool
	kind    kind
	terms   []term // all its words in order, function words too
	content int    // how many of them say something alone
	focus   int    // the term that names what is asked for (« quel pays »), or -1
}

// readQuestion reads a question into q, whose room is used again.
func readQuestion(q *question, text string, words []french.Word) {
	q.terms = q.terms[:0]
	q.content = 0
	q.focus = -1
	allCaps := true
	for _, w := range words {
		if hasLower(text[w.Start:w.End]) {
			allCaps = false
			break
		}
	}
	for i, w := range words {
		if len(q.terms) == maxTerms {
			break
		}
		raw := text[w.Start:w.End]
		t := term{text: raw, folded: french.Fold(raw), at: i}
		t.class = classOf(t.folded)
		t.stem = string(french.Stem([]byte(t.folded)))
		r, _ := utf8.DecodeRuneInString(raw)
		t.name = i > 0 && unicode.IsUpper(r) && !allCaps && t.class&(function|month) == 0
		t.weigh = !w.Elided && t.class&(function|asking) == 0 && len(t.folded) > 0
		q.terms = append(q.terms, t)
	}
	q.classify()
	for i := range q.terms {
		if q.terms[i].weigh {
			q.content++
		}
	}
}

func hasLower(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}
