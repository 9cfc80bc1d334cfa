package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge/french"
	"verbatim/knowledge/language"
	"verbatim/knowledge/lexicon"
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

	first, past int // its variants
	start, end  int // bytes of the question
}

// variant is a word of French that may stand for a term.
type variant struct {
	folded, stem string
	quality      float32
}

// question is what is read off a question before any article is seen.
type question struct {
	english   bool
	kind      kind
	terms     []term // all its words in order, function words too
	content   int    // how many of them say something alone
	variants  []variant
	asked     [maxTerms]bool // the English words that only ask
	focusWord int            // the English word that names what is asked for, or -1
	focus     int            // the term that names what is asked for (« quel pays »), or -1
}

// readQuestion reads a question into q, whose room is used again.
func readQuestion(q *question, text string, words []french.Word) {
	q.terms = q.terms[:0]
	q.variants = q.variants[:0]
	q.content = 0
	q.focus = -1
	if q.english = language.OfQuestion(text) == "en"; q.english {
		readEnglish(q, text)
		return
	}
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
		t := term{text: raw, folded: french.Fold(raw), at: i, start: w.Start, end: w.End}
		t.class = classOf(t.folded)
		t.stem = string(french.Stem([]byte(t.folded)))
		r, _ := utf8.DecodeRuneInString(raw)
		t.name = unicode.IsUpper(r) && !allCaps && t.class&(function|month|asking) == 0 &&
			(i > 0 || prior(t.stem) == 0 && len(lexicon.Synonyms(strings.ToLower(raw))) == 0)
		t.weigh = !w.Elided && t.class&(function|asking) == 0 && len(t.folded) > 0
		q.terms = append(q.terms, t)
	}
	q.classify()
	for i := range q.terms {
		if t := &q.terms[i]; t.weigh {
			q.content++
			t.first = len(q.variants)
			q.addRelatives(t)
			t.past = len(q.variants)
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

// How well a synonym and a word of the same family stand for a word.
const (
	synonymSure = 0.5
	familySure  = 0.5
)

// addRelatives lets the synonyms and the family of a French term stand for it.
func (q *question) addRelatives(t *term) {
	if t.name || t.class&figure != 0 {
		return
	}
	lower := strings.ToLower(t.text)
	for _, e := range lexicon.Synonyms(lower) {
		if !strings.Contains(e.Text, " ") {
			q.addPhrase(e.Text, float32(e.Sure)*synonymSure)
		}
	}
	for _, w := range lexicon.Family(lower) {
		q.addPhrase(w, familySure)
	}
}
