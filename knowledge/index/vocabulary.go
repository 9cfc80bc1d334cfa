package index

import "verbatim/knowledge/french"

// vocabulary numbers the folded words of the articles (forms), their stems,
// and the families that stems belong to.
type vocabulary struct {
	forms    numbering
	stems    numbering
	families families

	form    []form
	stem    []string  // the text of each stem
	stemAt  []uint32  // the last form of each stem; form.sibling leads to the others
	letters []letters // of each form
	famAt   []uint32  // the last stem of each family, as a form of it; form.cousin leads to the others

	fold, cut []byte
	cutter    func(folded []byte) []byte // stems a word in place
}

// form is a folded word.
type form struct {
	text    string
	stem    uint32
	family  uint32
	sibling uint32  // the form of the same stem that came before, or none
	cousin  uint32  // the form of the same family that came before, or none
	rare    float32 // how rare its stem is in French prose, 0 to about 1
	class   class
	marks   mark
	unit    gift // what figures before it are counted in
}

const none = ^uint32(0)

// newVocabulary is empty; cutter stems a folded word and may change its bytes.
func newVocabulary(cutter func(folded []byte) []byte) vocabulary {
	return vocabulary{cutter: cutter}
}

func (v *vocabulary) formText(n uint32) string { return v.form[n].text }
func (v *vocabulary) stemText(n uint32) string { return v.stem[n] }

// findForm is the number of a folded word, findStem that of a stem.
func (v *vocabulary) findForm(folded string) (uint32, bool) { return v.forms.find(folded, v.formText) }
func (v *vocabulary) findStem(stem string) (uint32, bool)   { return v.stems.find(stem, v.stemText) }

// likeOf is a stem as a string, cut from its word where that begins with it.
func likeOf(stem []byte, word string) string {
	if len(stem) <= len(word) && word[:len(stem)] == string(stem) {
		return word[:len(stem)]
	}
	return string(stem)
}

// add numbers a word of a text.
func (v *vocabulary) add(word string) uint32 {
	v.fold = french.AppendFold(v.fold[:0], word)
	n := uint32(len(v.form))
	if k := v.forms.add(v.fold, n, v.formText); k != n {
		return k
	}
	text := string(v.fold)
	f := form{text: text, class: classOf(text), marks: marksOf(text), unit: units[text], sibling: none, cousin: none}
	v.cut = v.cutter(append(v.cut[:0], text...))
	fresh := uint32(len(v.stem))
	f.stem = v.stems.add(v.cut, fresh, v.stemText)
	if f.stem == fresh {
		v.stem, v.stemAt = append(v.stem, likeOf(v.cut, text)), append(v.stemAt, n)
	} else {
		f.sibling = v.stemAt[f.stem]
		v.stemAt[f.stem] = n
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

func digits(word []byte) bool {
	for _, c := range word {
		if c < '0' || '9' < c {
			return false
		}
	}
	return true
}
