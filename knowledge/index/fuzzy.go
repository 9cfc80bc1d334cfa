package index

import (
	"math/bits"

	spelling "verbatim/knowledge/lexicon/form"
)

// Words of at least this many letters are looked for in other spellings, in
// vocabularies of at most so many words.
const (
	fuzzyLetters    = 5
	fuzzyVocabulary = 20000
	fuzzyQuality    = 0.6
	soundQuality    = 0.8 // of a name in another transliteration
)

// bindSpelling lets words that differ by one letter stand for a term that no
// word of the articles stands for.
func (s *search) bindSpelling(i int) {
	t := &s.q.terms[i]
	v := &s.x.words
	if len(t.folded) < fuzzyLetters || t.class&figure != 0 || len(v.form) > fuzzyVocabulary {
		return
	}
	if t.name {
		if f, ok := s.x.sounds()[known.look(t.text).sound()]; ok {
			s.mark(f, i, soundQuality)
			return
		}
	}
	own := lettersOf(t.folded)
	for f, l := range v.letters {
		if bits.OnesCount32(uint32(own^l)) <= 2 && near(t.folded, v.form[f].text) {
			s.mark(uint32(f), i, fuzzyQuality)
		}
	}
}

// letters are the letters that a word has, as bits; a letter changed for
// another changes two.
type letters uint32

func lettersOf(word string) (l letters) {
	for i := range len(word) {
		l |= 1 << (word[i] & 31)
	}
	return l
}

// near tells whether one letter added, left out, changed or exchanged with its
// neighbour makes one word the other. Both are folded.
func near(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i == len(a) {
		return true
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// soundsOf numbers the forms that may be names by what they sound like: Yermak, Iermak.
func soundsOf(v *vocabulary) map[string]uint32 {
	all := map[string]uint32{}
	for f := range v.form {
		if w := v.form[f].text; len(w) >= fuzzyLetters && v.form[f].marks&capitalised != 0 && v.form[f].class&(figure|function) == 0 {
			all[spelling.Sound(w)] = uint32(f)
		}
	}
	return all
}
