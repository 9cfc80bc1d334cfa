package lexicon

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"verbatim/knowledge/lexicon/form"
)

// Sense is what the table of senses knows of a French word. It is shared.
type Sense struct {
	word, stem string
	line       int32 // of the stem in the table, or none
	longer     bool  // phrases begin with it
	inner      bool  // it stands further on in a phrase
	skip       bool  // it may stand inside a phrase that lacks it
	small      bool  // phrases are made of it and small words
	around     atomic.Pointer[[]around]
	rows       atomic.Pointer[[]uint16]
}

// smallSense is that of all words that phrases are compared without.
var smallSense = &Sense{line: none}

// none is no line of the table.
const none = -1

// SenseOf looks up a French word (lower case, one word with no hyphen or
// apostrophe in it) as [Senses] does, and remembers it. It is nil where the
// table knows the word neither alone nor in a phrase. Its rows are read when
// they are first asked for: of most words they never are.
func SenseOf(word string) *Sense { return frenchSenses.get(word) }

var frenchSenses = &memo[*Sense]{of: func(word string) *Sense {
	stem := form.FrenchStem(word)
	if word == "a" {
		stem = "avoir"
	}
	if stem == "" {
		return smallSense
	}
	known, ok := senseStems()[stem]
	_, small := senseStems()["="+stem]
	switch {
	case ok:
	case small || mayBeVerb(word):
		known.line = none
	default:
		return nil
	}
	skip := stem == "ne" || stem == "n" || stem == "pas" || word == "a"
	return &Sense{word: strings.Clone(word), stem: stem, line: known.line, longer: known.longer, inner: known.inner, skip: skip, small: small && word != "a"}
}}

// Rows are the rows in which the word stands alone: read them only.
func (s *Sense) Rows() []uint16 {
	if s == nil {
		return nil
	}
	if rows := s.rows.Load(); rows != nil {
		return *rows
	}
	var rows []uint16
	if s != smallSense && s.word != "a" {
		rows = s.find()
	}
	s.rows.Store(&rows)
	return rows
}

func (s *Sense) find() (rows []uint16) {
	exact := false
	if s.line != none {
		_, value, _ := strings.Cut(senses.line(int(s.line)), "\t")
		rows, exact = rowsOf(value, s.word)
	}
	if exact {
		return rows
	}
	if base := Infinitive(s.word); base != "" && base != s.word {
		if known, ok := senseStems()[form.FrenchStem(base)]; ok && known.line != none {
			_, value, _ := strings.Cut(senses.line(int(known.line)), "\t")
			if more, found := rowsOf(value, base); found {
				return union(more, rows)
			}
		}
	}
	return rows
}

// rowsOf reads the rows of a value as [sorted.rows] does.
func rowsOf(value, word string) (rows []uint16, found bool) {
	if lemma, list, _ := strings.Cut(value, ":"); lemma == "" {
		return rowNumbers(nil, list), true
	}
	var rest []uint16
	for item := range strings.SplitSeq(value, ";") {
		lemma, list, _ := strings.Cut(item, ":")
		if form.FormOf(lemma, word) {
			rows, found = rowNumbers(rows, list), true
		} else {
			rest = rowNumbers(rest, list)
		}
	}
	if !found {
		rows = rest
	}
	return rows, found
}

// Phrases finds what stands in rows of senses and is made of several words,
// given in lower case in the order of the text, with what [SenseOf] knows of each.
func Phrases(texts []string, words []*Sense) (terms []SenseTerm) {
	room := partRooms.Get().(*[]sensePart)
	defer partRooms.Put(room)
	parts := *room
	for i, first := range words {
		if first != nil && first.small {
			for _, a := range first.arounds() {
				if from, ok := a.matches(texts, i); ok {
					terms = append(terms, SenseTerm{from, i - from + 1, a.rows})
				}
			}
		}
		if first == nil || !first.longer || !leads2(words, i) {
			continue
		}
		parts = parts[:0]
		for k := i; k < len(words) && k < i+sensePhrase*senseGap; k++ {
			switch w := words[k]; w {
			case smallSense:
			case nil:
				parts = append(parts, sensePart{k, senseWord{stem: "\x00"}}) // of no phrase
			default:
				parts = append(parts, sensePart{k, senseWord{stem: w.stem, longer: w.longer, skip: w.skip}})
			}
		}
		terms = phrases(terms, parts, 0, 1, frenchSense.prefix+first.stem, 1)
	}
	*room = parts
	return terms
}

// arounds are the phrases of the word and small words, read when first asked for.
func (s *Sense) arounds() []around {
	if p := s.around.Load(); p != nil {
		return *p
	}
	found := aroundWord(s.word, s.stem)
	s.around.Store(&found)
	return found
}

// leads2 tells whether word i and one of the next may begin a phrase.
func leads2(words []*Sense, i int) bool {
	var room [128]byte
	for k := i + 1; k < len(words) && k <= i+senseGap; k++ {
		w := words[k]
		switch {
		case w == smallSense:
			continue
		case w == nil:
			return false
		}
		if w.inner {
			key := append(append(append(append(room[:0], frenchSense.prefix...), words[i].stem...), ' '), w.stem...)
			if senses.leads.has(string(key)) {
				return true
			}
		}
		if !w.skip {
			return false
		}
	}
	return false
}

// senseStem is where a stem stands in the table of senses.
type senseStem struct {
	line   int32 // that it is the key of, or none
	longer bool  // it is the first of longer keys
	inner  bool  // it stands further on in a key
}

// senseStems are the stems of the words of all French keys.
var senseStems = sync.OnceValue(func() map[string]senseStem {
	senses.once.Do(senses.load)
	stems := make(map[string]senseStem, 1<<14)
	for i := range senses.lines {
		key, _, _ := strings.Cut(senses.line(i), "\t")
		key, ok := strings.CutPrefix(key, frenchSense.prefix)
		if !ok {
			continue
		}
		first, rest, longer := strings.Cut(key, " ")
		if !longer {
			s := stems[first]
			s.line = int32(i)
			stems[first] = s
			continue
		}
		s, ok := stems[first]
		if !ok {
			s.line = none
		}
		s.longer = true
		stems[first] = s
		for stem := range strings.FieldsSeq(rest) {
			s, ok := stems[stem]
			if !ok {
				s.line = none
			}
			s.inner = true
			stems[stem] = s
		}
	}
	return stems
})

// mayBeVerb tells whether [Infinitive] may give a verb that the table has.
func mayBeVerb(word string) bool {
	stems := senseStems()
	has := func(stem []byte) bool {
		s, ok := stems[string(stem)]
		return ok && s.line != none
	}
	folded := form.Fold(word)
	if folded == "" {
		return false
	}
	var room [2 * rememberedLength]byte
	for _, e := range conjugatedBy[folded[len(folded)-1]] {
		stem, ok := strings.CutSuffix(folded, e.end)
		if !ok || stem == "" {
			continue
		}
		key := append(room[:0], stem...)
		n := len(key)
		if n > 1 && key[n-1] == key[n-2] && has(key[:n-1]) { // « donnent », donner: don
			return true
		}
		for _, tail := range e.tails {
			if has(append(key, tail...)) {
				return true
			}
		}
		if key[n-1] == 'y' { // « emploient », employer: emploi
			key[n-1] = 'i'
			if has(key) {
				return true
			}
		}
	}
	return false
}

// conjugation is an ending of verbs, folded, and what stems of the infinitives
// that it may belong to have in its place.
type conjugation struct {
	end   string
	tails []string
}

// conjugatedBy are the conjugations whose ending ends in a letter.
var conjugatedBy = func() (by [256][]conjugation) {
	for _, c := range conjugated {
		e := conjugation{end: form.Fold(c.end)}
		for _, base := range c.base {
			base = form.Fold(base)
			for _, end := range [...]string{"er", "ir", "oir", "e", "re", "r", ""} {
				if tail, ok := strings.CutSuffix(base, end); ok && !slices.Contains(e.tails, tail) {
					e.tails = append(e.tails, tail)
				}
			}
		}
		last := e.end[len(e.end)-1]
		by[last] = append(by[last], e)
	}
	return by
}()
