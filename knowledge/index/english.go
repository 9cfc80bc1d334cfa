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

// newEnglishPhrase reads an entry, its words in lower case.
func newEnglishPhrase(spelt string) *englishWord {
	w := &englishWord{}
	w.folded = french.Fold(spelt)
	words := strings.Fields(spelt)
	w.variants = addEquivalents(nil, lexicon.ToFrench(words)[0])
	w.readWorth(spelt, true, false, w.variants)
	for _, t := range lexicon.Senses(words, true) {
		if t.Count == len(words) {
			w.rows = append(w.rows, t.Rows...)
		}
	}
	return w
}

// leading remembers which two words of English lead an entry of the lexicon.
var leading = struct {
	sync.RWMutex
	pairs map[[2]*englishWord]bool
}{pairs: map[[2]*englishWord]bool{}}

// leadEntry tells whether two words are an entry of the lexicon or begin one.
func leadEntry(a, b *englishWord) bool {
	pair := [2]*englishWord{a, b}
	leading.RLock()
	does, ok := leading.pairs[pair]
	leading.RUnlock()
	if !ok {
		does = lexicon.Leads(a.lower, b.lower)
		leading.Lock()
		if len(leading.pairs) >= dictionaryWords {
			clear(leading.pairs)
		}
		leading.pairs[pair] = does
		leading.Unlock()
	}
	return does
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
	if i+1 < len(q.meant) && leadEntry(w, q.meant[i+1]) {
		if found := lexicon.ToFrench(q.lower[i:])[0]; found.Count > 1 {
			q.after, t.end = i+found.Count, q.spans[i+found.Count-1].End
			t.text = text[t.start:t.end]
			t.folded = french.Fold(strings.ReplaceAll(t.text, ",", ""))
			t.stem = string(french.Stem([]byte(t.folded)))
			t.prior, t.class = prior(t.stem), classOf(t.folded)&^(function|asking)
			t.weigh = !q.asked[i]
			t.own = ownWords(t.folded)
			if t.weigh {
				p := knownPhrases.look(strings.Join(q.lower[i:i+found.Count], " "))
				t.variants, t.worth = p.variants, p.worth
			}
			return t
		}
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
		asksQuantity: `number amount distance area size population length height weight age percentage proportion price sum
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
