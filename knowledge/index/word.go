package index

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge/english"
	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
	spelling "verbatim/knowledge/lexicon/form"
)

// word is what is known of a word of a question, whatever the question.
type word struct {
	folded, stem string
	class        class
	prior        float32
	capital      bool
	lower        bool      // has a small letter
	common       bool      // French knows it as no name
	french       bool      // a small word of French and not of English
	english      bool      // a small word of English and not of French
	relatives    []variant // its synonyms and its family
	worth
	heard   sync.Once
	heardAs string
}

// sound is what the word sounds like, made when first asked for.
func (w *word) sound() string {
	w.heard.Do(func() { w.heardAs = spelling.Sound(w.folded) })
	return w.heardAs
}

// worth is what a word is worth as evidence.
type worth struct {
	usual  float32  // share of French sentences that have what it says
	proper bool     // a name, however it is spelt: a country, or no word of the language
	land   bool     // a country or its people
	parted bool     // some of its variants are words of several
	rows   []uint16 // the rows of senses in which it stands
}

// readWorth reads what a word is worth; its variants are known.
func (w *word) readWorth(spelt string, english, strange bool, variants []variant) {
	w.usual = w.prior
	if _, ok := lexicon.Country(spelt); ok {
		w.land = !english || w.capital
	}
	w.proper = w.land || strange && len(w.folded) > 2 && w.class&figure == 0
	parts := float32(1) // several words are no more usual than the rarest of them
	for _, v := range variants {
		switch p := prior(v.stem); {
		case v.part:
			w.parted, parts = true, min(parts, p)
		case english:
			w.usual = max(w.usual, p)
		}
	}
	if english && w.parted && w.usual == 0 {
		w.usual = parts
	}
	if strings.Contains(spelt, " ") {
		return
	}
	if !english {
		w.rows = lexicon.SenseOf(strings.ToLower(spelt)).Rows()
		return
	}
	for _, t := range lexicon.Senses([]string{strings.ToLower(spelt)}, true) {
		w.rows = append(w.rows, t.Rows...)
	}
}

// variant is a word of French that may stand for a term.
type variant struct {
	folded, stem string
	family       family
	quality      float32
	part         bool // a word of several that stand for it together
}

// newVariant is a folded word that stands for a term so well.
func newVariant(folded string, quality float32) variant {
	stem := string(french.Stem([]byte(folded)))
	return variant{folded: folded, stem: stem, family: familyOf(stem), quality: quality}
}

// How well a synonym and a word of the same family stand for a word.
const (
	synonymSure = 0.5
	familySure  = 0.5
)

// dictionary remembers the words that questions are made of: looking one up in
// the lexicon takes longer than ranking a sentence.
type dictionary[W any] struct {
	sync.RWMutex
	words map[string]*W
	read  func(spelt string) *W
}

// dictionaryWords bounds a dictionary; a full one begins anew.
const dictionaryWords = 8192

var known = dictionary[word]{words: map[string]*word{}, read: newWord}

// look returns what is known of a word as it is spelt in a question.
func (d *dictionary[W]) look(spelt string) *W {
	d.RLock()
	w := d.words[spelt]
	d.RUnlock()
	if w == nil {
		w = d.learn(spelt)
	}
	return w
}

// lookAll appends what is known of the n words of a text to dst; span gives
// the bytes of each.
func (d *dictionary[W]) lookAll(dst []*W, text string, n int, span func(i int) (start, end int)) []*W {
	from := len(dst)
	d.RLock()
	for i := range n {
		start, end := span(i)
		dst = append(dst, d.words[text[start:end]])
	}
	d.RUnlock()
	for i := range n {
		if dst[from+i] == nil {
			start, end := span(i)
			dst[from+i] = d.learn(text[start:end])
		}
	}
	return dst
}

// learn enters a word.
func (d *dictionary[W]) learn(spelt string) *W {
	spelt = strings.Clone(spelt)
	w := d.read(spelt)
	d.Lock()
	defer d.Unlock()
	if len(d.words) >= dictionaryWords {
		clear(d.words)
	}
	if len(spelt) <= longestWord {
		d.words[spelt] = w
	}
	return w
}

// longestWord bounds the words that are remembered, in bytes.
const longestWord = 64

func newWord(spelt string) *word {
	lower := strings.ToLower(spelt)
	w := &word{folded: french.Fold(spelt)}
	w.stem = string(french.Stem([]byte(w.folded)))
	w.class = classOf(w.folded)
	w.prior = prior(w.stem)
	r, _ := utf8.DecodeRuneInString(spelt)
	w.capital = unicode.IsUpper(r)
	w.lower = strings.IndexFunc(spelt, unicode.IsLower) >= 0
	small := w.class&(function|asking) != 0
	w.french = small && !english.IsFunction(lower)
	w.english = english.IsFunction(lower) && !small
	if small || w.class&figure != 0 {
		w.common = true
		return w
	}
	entry := lexicon.EntryOf(lower)
	for _, e := range entry.Synonyms {
		w.common = true
		if !strings.Contains(e.Text, " ") {
			w.relatives = addPhrase(w.relatives, e.Text, float32(e.Sure)*synonymSure)
		}
	}
	w.common = w.common || w.prior > 0
	for _, f := range entry.Family {
		w.relatives = addPhrase(w.relatives, f, familySure)
	}
	w.readWorth(spelt, false, !w.common && !entry.Known, w.relatives)
	return w
}

// addPhrase lets the words of a French phrase stand for a term; those that say
// nothing alone are left out.
func addPhrase(out []variant, phrase string, sure float32) []variant {
	words := french.Words(phrase)
	heavy := 0
	for _, w := range words {
		if !w.Elided && classes[french.Fold(phrase[w.Start:w.End])]&function == 0 {
			heavy++
		}
	}
	if heavy > 1 {
		sure *= 0.6
	}
	for _, w := range words {
		folded := french.Fold(phrase[w.Start:w.End])
		if w.Elided || heavy > 0 && classes[folded]&function != 0 {
			continue
		}
		v := newVariant(folded, sure)
		v.part = heavy > 1
		out = append(out, v)
	}
	return out
}
