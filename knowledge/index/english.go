package index

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge/english"
	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
)

// englishWord is what is known of a word of an English question, whatever the question.
type englishWord struct {
	word     // class is of what it says alone
	lower    string
	function bool      // says nothing alone
	variants []variant // the French words that may stand for it, itself too
	own      []variant // its English words, where a translation has them
}

var knownEnglish = dictionary[englishWord]{words: map[string]*englishWord{}, read: newEnglishWord}

// How well a word stands for itself in French, a part of a word with hyphens,
// and what the lexicon is sure of.
const (
	itself      = 0.95
	itsParts    = 0.6
	englishSure = 0.95
)

func newEnglishWord(spelt string) *englishWord {
	w := &englishWord{lower: strings.ToLower(spelt)}
	w.folded = french.Fold(strings.ReplaceAll(spelt, ",", ""))
	w.stem = string(french.Stem([]byte(w.folded)))
	w.prior = prior(w.stem)
	w.class = classOf(w.folded) &^ (function | asking)
	r, _ := utf8.DecodeRuneInString(spelt)
	w.capital = unicode.IsUpper(r)
	w.function = english.IsFunction(w.lower)
	w.own = ownWords(w.folded)
	if w.function {
		return w
	}
	w.variants = append(w.variants, newVariant(w.folded, itself))
	for _, part := range strings.Split(w.folded, "-") {
		if part != w.folded && len(part) > 2 {
			v := newVariant(part, itsParts)
			v.part = true
			w.variants = append(w.variants, v)
		}
	}
	found := lexicon.ToFrench([]string{w.lower})[0]
	w.variants = addEquivalents(w.variants, found)
	w.readWorth(spelt, true, len(found.Equivalents) == 0 || namesIn(found), w.variants)
	return w
}

// addEquivalents lets what the lexicon says in French stand for a term.
func addEquivalents(out []variant, t lexicon.Term) []variant {
	for _, e := range t.Equivalents {
		out = addPhrase(out, e.Text, float32(e.Sure)*englishSure)
	}
	return out
}

// namesIn tells whether a word says a name in French: « brussels ».
func namesIn(t lexicon.Term) bool {
	r, _ := utf8.DecodeRuneInString(t.Equivalents[0].Text)
	return unicode.IsUpper(r)
}

// knownPhrases are the entries of the lexicon of several words.
var knownPhrases = dictionary[englishWord]{words: map[string]*englishWord{}, read: newEnglishPhrase}

// newEnglishPhrase reads an entry as a question spells it.
func newEnglishPhrase(spelt string) *englishWord {
	var words []string
	for _, s := range english.Words(spelt) {
		words = append(words, strings.ToLower(spelt[s.Start:s.End]))
	}
	w := &englishWord{lower: strings.Join(words, " ")}
	w.folded = french.Fold(w.lower)
	w.variants = addEquivalents(nil, lexicon.ToFrench(words)[0])
	w.readWorth(w.lower, true, false, w.variants)
	w.folded = french.Fold(strings.ReplaceAll(spelt, ",", ""))
	w.stem = string(french.Stem([]byte(w.folded)))
	w.prior, w.class, w.own = prior(w.stem), classOf(w.folded)&^(function|asking), ownWords(w.folded)
	for _, t := range lexicon.Senses(words, true) {
		if t.Count == len(words) {
			w.rows = append(w.rows, t.Rows...)
		}
	}
	return w
}

// leading remembers how many words the entry of the lexicon has that some
// words begin, given with the two after the first: 1 where they begin none,
// many where more words decide.
var leading = struct {
	sync.RWMutex
	counts map[[3]*englishWord]int
}{counts: map[[3]*englishWord]int{}}

const many = -1

// entryLength is how many words the entry has that begins with word i of the
// question, 1 where there is none.
func (q *question) entryLength(i int) int {
	var key [3]*englishWord
	next := copy(key[:], q.meant[i:])
	if next == 1 {
		return 1
	}
	leading.RLock()
	n, ok := leading.counts[key]
	leading.RUnlock()
	if !ok {
		n = leadLength(q.lower[i : i+next])
		leading.Lock()
		if len(leading.counts) >= dictionaryWords {
			clear(leading.counts)
		}
		leading.counts[key] = n
		leading.Unlock()
	}
	if n == many {
		n = lexicon.ToFrench(q.lower[i:])[0].Count
	}
	return n
}

// leadLength reads what leading remembers of two or three words.
func leadLength(words []string) int {
	switch {
	case !lexicon.Leads(words[:2]...):
		return 1
	case len(words) == 3 && lexicon.Leads(words...):
		return many
	}
	return lexicon.ToFrench(words)[0].Count
}

// readEnglish reads an English question: a term is what the lexicon says in
// French, or the word itself, which may be a name or look like its French.
func readEnglish(q *question, text string) {
	q.spans = english.AppendWords(q.spans[:0], text)
	q.spans = q.spans[:min(len(q.spans), maxTerms)]
	q.meant = knownEnglish.lookAll(q.meant[:0], text, len(q.spans), func(i int) (int, int) { return q.spans[i].Start, q.spans[i].End })
	q.lower = q.lower[:0]
	for _, w := range q.meant {
		q.lower = append(q.lower, w.lower)
	}
	q.classifyEnglish(q.lower)
	for i := 0; i < len(q.meant); {
		t := q.englishTerm(text, i)
		if i <= q.focusWord && q.focusWord < q.after {
			q.focus = len(q.terms)
		}
		t.proper = t.weigh && (t.name || t.proper)
		if t.weigh {
			q.content++
		}
		q.terms = append(q.terms, t)
		i = q.after
	}
}

// englishTerm is the term that begins with word i; q.after is set to the word
// after it.
func (q *question) englishTerm(text string, i int) term {
	w := q.meant[i]
	q.after = i + 1
	t := term{at: i, start: q.spans[i].Start, end: q.spans[i].End, weigh: !w.function && !q.asked[i], name: i > 0 && w.capital}
	if n := q.entryLength(i); n > 1 {
		q.after, t.end, t.weigh = i+n, q.spans[i+n-1].End, !q.asked[i]
		w = knownPhrases.look(text[t.start:t.end])
	}
	t.text, t.folded, t.stem = text[t.start:t.end], w.folded, w.stem
	t.prior, t.class, t.own, t.worth = w.prior, w.class, w.own, w.worth
	if t.weigh {
		t.variants = w.variants
	}
	return t
}

// englishNouns tells what a noun after "which" or "what" asks for.
var englishNouns = map[string]kind{}

func init() {
	for k, s := range map[kind]string{
		asksWhen: `year years date dates day days month months century period time era decade moment season`,
		asksWhere: `country countries city cities place places region continent state island town village province area
			location territory capital sea ocean river part`,
		asksWho: `person people man woman king queen president author writer actor actress director player character singer
			painter general minister philosopher scientist emperor pope`,
		asksQuantity: `number amount distance size population length height weight age percentage proportion price sum
			speed temperature duration share rate altitude surface cost budget depth width score`,
		asksWhy: `reason reasons cause causes motive purpose goal aim`, asksHow: `way means manner method`,
		asksName: `name names nickname title`, asksDefinition: `definition meaning`,
	} {
		for _, w := range strings.Fields(s) {
			if _, ok := englishNouns[w]; !ok {
				englishNouns[w] = k
			}
		}
	}
}

// classifyEnglish finds what an English question asks for.
func (q *question) classifyEnglish(words []string) {
	q.kind, q.focusWord = asksOther, -1
	q.asked = [maxTerms]bool{}
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch w {
		case "who", "whom", "whose":
			q.kind = asksWho
			if i+3 < len(words) && words[i+2] == "the" && (words[i+1] == "is" || words[i+1] == "was" || words[i+1] == "are" || words[i+1] == "were") {
				q.focusWord = nounFrom(words, i+3)
			}
			for _, v := range words[i:] {
				switch v {
				case "said", "say", "says", "declared", "announced", "claimed", "stated", "warned", "told":
					q.kind = asksSpeaker
				}
			}
			return
		case "when":
			q.kind = asksWhen
			return
		case "where":
			q.kind = asksWhere
			return
		case "why":
			q.kind = asksWhy
			return
		case "how":
			q.kind = asksHow
			switch next {
			case "many", "much", "long", "far", "old", "big", "large", "tall", "high", "deep", "often", "fast", "heavy":
				q.kind = asksQuantity
				q.asked[i+1] = true
				if next == "many" || next == "much" {
					q.focusWord = i + 2
				}
			}
			return
		case "what", "which":
			q.kind = asksWhich
			if w == "what" {
				q.kind = asksWhat
			}
			q.englishFocus(words, i)
			return
		}
	}
	if len(words) > 0 {
		q.kind = asksYesNo
	}
}

// nounFrom is the last word of the noun phrase that begins at word i: « the
// Russian defence minister of … ».
func nounFrom(words []string, i int) int {
	for i+1 < len(words) && !english.IsFunction(words[i+1]) && !strings.HasSuffix(words[i+1], "ed") {
		i++
	}
	return i
}

// englishFocus reads the noun after "which" or "what" (at i).
func (q *question) englishFocus(words []string, i int) {
	past := false
	for j := i + 1; j < len(words) && j < i+6; j++ {
		switch words[j] {
		case "is", "are", "was", "were":
			past = true
			continue
		}
		if english.IsFunction(words[j]) {
			if !past && words[j] != "the" {
				return
			}
			continue
		}
		q.focusWord = j
		k, ok := englishNouns[words[j]]
		switch {
		case ok:
			q.kind = k
			q.asked[j] = !past || k == asksName || k == asksWhy
		case past && j+2 >= len(words):
			q.kind = asksDefinition
		}
		return
	}
}
