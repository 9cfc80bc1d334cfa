package index

import "verbatim/knowledge/french"

// vocabulary numbers the folded words of the articles (forms), their stems,
// and the families that stems belong to.
type vocabulary struct {
	forms    map[string]uint32
	stems    map[string]uint32
	families families

	form    []form
	stemAt  []uint32  // the last form of each stem; form.sibling leads to the others
	letters []letters // of each form
	famAt   []uint32  // the last stem of each family, as a form of it; form.cousin leads to the others

	fold, cut []byte
	cutter    func(folded []byte) []byte // stems a word in place
}

// form is a folded word.
type form struct {
	stem    uint32
	family  uint32
	sibling uint32 // the form of the same stem that came before, or none
	cousin  uint32 // the form of the same family that came before, or none
	class   class
	marks   mark
	text    string
	rare    float32 // how rare its stem is in French prose, 0 to about 1
}

const none = ^uint32(0)

// newVocabulary is empty; cutter stems a folded word and may change its bytes.
func newVocabulary(cutter func(folded []byte) []byte) vocabulary {
	return vocabulary{forms: map[string]uint32{}, stems: map[string]uint32{}, cutter: cutter}
}

// add numbers a word of a text.
func (v *vocabulary) add(word string) uint32 {
	v.fold = french.AppendFold(v.fold[:0], word)
	if n, ok := v.forms[string(v.fold)]; ok {
		return n
	}
	text := string(v.fold)
	n := uint32(len(v.form))
	v.forms[text] = n
	f := form{text: text, class: classOf(text), marks: marksOf(text), sibling: none, cousin: none}
	v.cut = v.cutter(append(v.cut[:0], text...))
	f.stem = number(v.stems, v.cut)
	if int(f.stem) < len(v.stemAt) {
		f.sibling = v.stemAt[f.stem]
		v.stemAt[f.stem] = n
	} else {
		v.stemAt = append(v.stemAt, n)
	}
	f.rare = rarity(prior(string(v.cut))) / 8
	f.family = v.families.number(familyOf(v.cut))
	if int(f.family) < len(v.famAt) {
		f.cousin = v.famAt[f.family]
		v.famAt[f.family] = n
	} else {
		v.famAt = append(v.famAt, n)
	}
	v.form = append(v.form, f)
	v.letters = append(v.letters, lettersOf(text))
	return n
}

// number is the number of a key, a new one where it has none.
func number(m map[string]uint32, key []byte) uint32 {
	if n, ok := m[string(key)]; ok {
		return n
	}
	n := uint32(len(m))
	m[string(key)] = n
	return n
}

func digits(word []byte) bool {
	for _, c := range word {
		if c < '0' || '9' < c {
			return false
		}
	}
	return true
}
