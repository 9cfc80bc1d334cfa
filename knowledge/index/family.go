package index

// family is what the words of a family share, the first four letters of their
// stems: « déployer », « déploiement ». It is wider than a stem and says less.
// Where no word of a vocabulary is of a word's family, the word is not there.
type family uint32

// familyLetters is how many letters a family shares.
const familyLetters = 4

func familyOf[T string | []byte](stem T) (f family) {
	if len(stem) == 0 {
		return 1
	}
	for i := range min(len(stem), familyLetters) {
		f |= family(stem[i]) << (8 * i)
	}
	return f
}

// families numbers families from 0, in a table of open addresses that is never
// more than half full.
type families struct {
	keys    []family // 0 is none's: words have no byte 0
	numbers []uint32
	used    int
}

// slot is where a family stands or would stand.
func (t *families) slot(f family) int {
	mask := len(t.keys) - 1
	at := int(uint32(f)*2654435769>>7) & mask
	for t.keys[at] != f && t.keys[at] != 0 {
		at = (at + 1) & mask
	}
	return at
}

// find is the number of a family.
func (t *families) find(f family) (uint32, bool) {
	if t.used == 0 {
		return 0, false
	}
	at := t.slot(f)
	return t.numbers[at], t.keys[at] == f
}

// has tells whether a family is there.
func (t *families) has(f family) bool { return t.used > 0 && t.keys[t.slot(f)] == f }

// number is the number of a family, a new one where it has none.
func (t *families) number(f family) uint32 {
	if 2*t.used >= len(t.keys) {
		t.grow()
	}
	at := t.slot(f)
	if t.keys[at] != f {
		t.keys[at], t.numbers[at] = f, uint32(t.used)
		t.used++
	}
	return t.numbers[at]
}

func (t *families) grow() {
	old := *t
	n := max(256, 2*len(old.keys))
	t.keys, t.numbers = make([]family, n), make([]uint32, n)
	for i, f := range old.keys {
		if f != 0 {
			at := t.slot(f)
			t.keys[at], t.numbers[at] = f, old.numbers[i]
		}
	}
}
