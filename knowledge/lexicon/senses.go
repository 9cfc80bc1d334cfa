package lexicon

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"verbatim/knowledge/lexicon/form"
)

// SenseTerm is a stretch of words that says one thing, with the rows of
// senses/*.txt in which it stands. Two stretches, of one language or of both,
// may say the same where they share a row. Rows is shared: read it only.
type SenseTerm struct {
	First, Count int // positions in the words that were looked up
	Rows         []uint16
}

const (
	sensePhrase = 5 // the most words of a phrase, those that it is compared without left out
	senseGap    = 3 // the most of these from one word of a phrase to the next
)

// Senses finds the words and phrases that stand in rows of senses among words
// (lower case, in any inflection, in the order of the text, small words
// included). Phrases come with the words that they are made of, which may be
// meant alone: terms overlap, of those that begin at one word the longest
// first. Words that stand in no row have no term.
func Senses(words []string, english bool) []SenseTerm {
	language := &frenchSense
	if english {
		language = &englishSense
	}
	room := partRooms.Get().(*[]sensePart)
	parts := (*room)[:0]
	defer func() {
		*room = parts
		partRooms.Put(room)
	}()
	for i, w := range words {
		parts = language.parts(parts, i, w)
	}
	terms := make([]SenseTerm, 0, len(words))
	for i := range parts {
		if i > 0 && parts[i].word == parts[i-1].word {
			continue
		}
		p := &parts[i]
		if p.longer {
			at := len(terms)
			terms = phrases(terms, parts, i, i+1, language.prefix+p.stem, 1)
			slices.SortStableFunc(terms[at:], func(a, b SenseTerm) int { return b.Count - a.Count })
		}
		for k := range p.around {
			if first, ok := p.around[k].matches(words, p.word); ok {
				terms = append(terms, SenseTerm{first, p.word - first + 1, p.around[k].rows})
			}
		}
		if len(p.rows) > 0 && (i+1 == len(parts) || parts[i+1].word != p.word) {
			terms = append(terms, SenseTerm{p.word, 1, p.rows})
		}
	}
	return terms
}

// partRooms are room to cut words in, used again.
var partRooms = sync.Pool{New: func() any { return new([]sensePart) }}

// phrases adds the phrases that begin at part first and go on after part last,
// where key is what was read so far, of n parts.
func phrases(terms []SenseTerm, parts []sensePart, first, next int, key string, n int) []SenseTerm {
	for k := next; k < len(parts) && parts[k].word-parts[next-1].word <= senseGap; k++ {
		longer := key + " " + parts[k].stem
		var rows []uint16
		var found, more bool
		if senses.leads.has(longer) {
			rows, found, more = senses.rows(longer, "")
		}
		if found && (k+1 == len(parts) || parts[k+1].word != parts[k].word) {
			terms = append(terms, SenseTerm{parts[first].word, parts[k].word - parts[first].word + 1, rows})
		}
		if more && n+1 < sensePhrase {
			terms = phrases(terms, parts, first, k+1, longer, n+1)
		}
		if !parts[k].skip {
			break
		}
	}
	return terms
}

// sensePart is a piece of a word between hyphens.
type sensePart struct {
	word int
	senseWord
}

// senseWord is what is known of a word alone.
type senseWord struct {
	stem   string // "" where it is one that phrases are compared without
	rows   []uint16
	longer bool // phrases begin with it
	skip   bool // it may stand inside a phrase that lacks it
	around []around
}

// senseLanguage looks the words of one language up.
type senseLanguage struct {
	prefix string
	split  func(string) []string
	words  *memo[senseWord]
}

var (
	frenchSense  = senseLanguage{prefix: "f ", split: form.SplitFrench, words: &memo[senseWord]{of: frenchSenseWord}}
	englishSense = senseLanguage{prefix: "e ", split: form.Split, words: &memo[senseWord]{of: englishSenseWord}}
)

func (l *senseLanguage) parts(parts []sensePart, word int, text string) []sensePart {
	if !strings.ContainsAny(text, " -'’‑\u00a0\u202f") {
		if w := l.words.get(text); w.stem != "" {
			parts = append(parts, sensePart{word, w})
		}
		return parts
	}
	for _, piece := range l.split(text) {
		if w := l.words.get(piece); w.stem != "" {
			parts = append(parts, sensePart{word, w})
		}
	}
	return parts
}

func frenchSenseWord(text string) senseWord {
	if text == "a" {
		_, _, longer := senses.rows("f avoir", "")
		return senseWord{stem: "avoir", longer: longer, skip: true}
	}
	w := senseWord{stem: form.FrenchStem(text)}
	if w.stem == "" {
		return w
	}
	w.skip = w.stem == "ne" || w.stem == "n" || w.stem == "pas"
	w.around = aroundWord(text, w.stem)
	var exact bool
	w.rows, exact, w.longer = senses.rows("f "+w.stem, text)
	if !exact {
		if base := Infinitive(text); base != "" && base != text {
			if more, found, _ := senses.rows("f "+form.FrenchStem(base), base); found {
				w.rows = union(more, w.rows)
			}
		}
	}
	return w
}

func englishSenseWord(text string) senseWord {
	w := senseWord{stem: form.EnglishStem(text)}
	if form.EnglishSmall[text] || w.stem == "s" {
		return senseWord{}
	}
	w.skip = w.stem == "not" || w.stem == "also" || w.stem == "be"
	_, _, w.longer = senses.rows("e "+w.stem, "")
	word := form.EnglishWord(text)
	var exact bool
	w.rows, exact, _ = senses.rows("e "+word, "")
	verbal := form.Irregular(word) || strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed")
	if exact && !verbal {
		return w // "news", "corner", "letter"
	}
	for _, base := range form.Bases(word) {
		if more, found, _ := senses.rows("e "+base, ""); found && !small[base] {
			w.rows = union(w.rows, more)
		}
	}
	return w
}

// union is a and what b has more.
func union(a, b []uint16) []uint16 {
	if len(a) == 0 {
		return b
	}
	out := slices.Clone(a)
	for _, row := range b {
		if !slices.Contains(a, row) {
			out = append(out, row)
		}
	}
	return out
}

// rows gives the rows of a key, whether there are any that are for certain
// those of the word, and whether longer keys begin with it. Of the words that
// share the key only those count that the word, where one is given, is a form
// of; where it is a form of none, all of them do.
func (s *sorted) rows(key, word string) (rows []uint16, found, longer bool) {
	value, ok, longer := s.find(key)
	if !ok {
		return nil, false, longer
	}
	if lemma, list, _ := strings.Cut(value, ":"); lemma == "" {
		return rowNumbers(nil, list), true, longer
	}
	var rest []uint16
	for item := range strings.SplitSeq(value, ";") {
		lemma, list, _ := strings.Cut(item, ":")
		if word == "" || form.FormOf(lemma, word) {
			rows, found = rowNumbers(rows, list), true
		} else {
			rest = rowNumbers(rest, list)
		}
	}
	if !found {
		rows = rest
	}
	return rows, found, longer
}

func rowNumbers(rows []uint16, list string) []uint16 {
	for item := range strings.SplitSeq(list, ",") {
		if n, err := strconv.ParseUint(item, 36, 16); err == nil && !slices.Contains(rows, uint16(n)) {
			rows = append(rows, uint16(n))
		}
	}
	return rows
}

var sides = sync.OnceValue(func() [][]uint16 {
	var out [][]uint16
	for line := range strings.Lines(inflate("sides")) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if row, err := strconv.ParseUint(key, 36, 16); err == nil {
			for len(out) <= int(row) {
				out = append(out, nil)
			}
			out[row] = rowNumbers(nil, value)
		}
	}
	return out
})

// fields are the files of senses with the rows that they begin with, in order.
var fields = sync.OnceValue(func() (out []field) {
	for line := range strings.Lines(inflate("fields")) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if row, err := strconv.ParseUint(value, 36, 16); err == nil {
			out = append(out, field{name, uint16(row)})
		}
	}
	return out
})

type field struct {
	name  string
	first uint16
}

// Field is the name of the file of senses that a row stands in, without its
// ending: "people_at_work"; "" for no row.
func Field(row uint16) string {
	list := fields()
	n := sort.Search(len(list), func(i int) bool { return list[i].first > row })
	if n == 0 {
		return ""
	}
	return list[n-1].name
}

// Contrary tells whether rows of senses say opposite things: a sense of one
// word and a sense of another stand on two sides of an opposition, and on one
// side of none.
func Contrary(a, b []uint16) bool {
	table, found := sides(), false
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return false
			}
			if int(x) >= len(table) || int(y) >= len(table) {
				continue
			}
			for _, s := range table[x] {
				if slices.Contains(table[y], s) {
					return false
				}
				found = found || slices.Contains(table[y], s^1)
			}
		}
	}
	return found
}
