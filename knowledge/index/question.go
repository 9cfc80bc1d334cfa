package index

import (
	"verbatim/knowledge/english"
	"verbatim/knowledge/french"
	"verbatim/knowledge/language"
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

	prior      float32   // share of French sentences that have its stem
	variants   []variant // other words that may stand for it
	own        []variant // of an English term, its words where a translation has them
	start, end int       // bytes of the question
	worth                // as evidence
}

// question is what is read off a question before any article is seen.
type question struct {
	english   bool
	kind      kind
	known     []*word        // what is known of its words
	spans     []english.Word // the words of an English question
	meant     []*englishWord // what is known of them
	lower     []string       // as they are in lower case
	after     int            // the word after the English term that was read last
	terms     []term         // all its words in order, function words too
	content   int            // how many of them say something alone
	asked     [maxTerms]bool // the English words that only ask
	focusWord int            // the English word that names what is asked for, or -1
	focus     int            // the term that names what is asked for (« quel pays »), or -1
	want      gift           // the measured kinds of answer of which it must get one, 0: none
	counts    int            // the term that is counted (« combien de soldats »), or -1
	head      int            // the term for the thing whose name is asked for, or -1
	party     []int          // the terms that name whose words or deeds are asked for
	future    bool           // it asks for what will be
	verb      int            // the term for the deed after « qui », or -1
	relative  bool           // it asks for what was before or comes next
	senses    []sensed       // the rows of senses of its terms
	rows      rowSet         // these rows
}

// readQuestion reads a question into q, whose room is used again.
func readQuestion(q *question, text string, words []french.Word) {
	q.terms = q.terms[:0]
	q.content = 0
	q.focus = -1
	q.kind = asksOther
	frenchWords, englishWords, shouted := 0, 0, true
	words = words[:min(len(words), maxTerms)]
	q.known = known.lookAll(q.known[:0], text, len(words), func(i int) (int, int) { return words[i].Start, words[i].End })
	for i, w := range words {
		raw := text[w.Start:w.End]
		k := q.known[i]
		shouted = shouted && !k.lower
		if k.french {
			frenchWords++
		}
		if k.english {
			englishWords++
		}
		t := term{text: raw, folded: k.folded, stem: k.stem, class: k.class, prior: k.prior, at: i, start: w.Start, end: w.End}
		t.name = k.capital && t.class&(function|month|asking) == 0 && (i > 0 || !k.common)
		t.weigh = !w.Elided && t.class&(function|asking) == 0 && len(t.folded) > 0
		t.variants, t.worth = k.relatives, k.worth
		q.terms = append(q.terms, t)
	}
	q.english = false
	switch {
	case frenchWords == 0 && englishWords > 1:
		q.english = true
	case frenchWords == 0 || englishWords > 0:
		q.english = language.OfQuestion(text) == "en"
	}
	if q.english {
		q.terms = q.terms[:0]
		readEnglish(q, text)
		q.readSenses()
		q.findNeeds(func(i int) string {
			if i < 0 || i >= len(q.lower) {
				return ""
			}
			return q.lower[i]
		}, len(q.lower))
		return
	}
	q.classify()
	for i := range q.terms {
		t := &q.terms[i]
		t.name = t.name && !shouted
		t.proper = t.weigh && t.class&figure == 0 && (t.name || t.proper)
		if t.name {
			t.variants = nil
		}
		if t.weigh {
			q.content++
		}
	}
	q.readSenses()
	q.findNeeds(func(i int) string {
		if i < 0 || i >= len(q.terms) {
			return ""
		}
		return q.terms[i].folded
	}, len(q.terms))
}

// findNeeds reads what an answer must have; word gives the n words of the question.
func (q *question) findNeeds(word func(i int) string, n int) {
	q.findWant(word, n)
	q.findParty(word, n)
	q.findHead()
	q.findDeed()
	q.future = q.isFuture(word, n)
	q.relative = false
	for i := range n {
		q.relative = q.relative || relatives[word(i)] != 0
	}
}
