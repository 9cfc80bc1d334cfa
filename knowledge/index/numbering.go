package index

import "hash/maphash"

// numbering finds words by number: a table of open addresses of 4 bytes a
// place, where a map takes ten times as much. The words themselves are kept by
// its owner, whose function text gives them.
type numbering struct {
	slots []uint32 // a number and one; 0 is free; never more than two thirds full
	used  int
}

var hashSeed = maphash.MakeSeed()

// find is the number of a word.
func (t *numbering) find(word string, text func(n uint32) string) (uint32, bool) {
	if t.used == 0 {
		return 0, false
	}
	at := t.slot(maphash.String(hashSeed, word), func(n uint32) bool { return text(n) == word })
	return t.slots[at] - 1, t.slots[at] != 0
}

// add gives a word the number n, where it has none; it returns the number that it has.
func (t *numbering) add(word []byte, n uint32, text func(n uint32) string) uint32 {
	if 3*t.used >= 2*len(t.slots) {
		t.grow(text)
	}
	at := t.slot(maphash.Bytes(hashSeed, word), func(n uint32) bool { return text(n) == string(word) })
	if t.slots[at] == 0 {
		t.slots[at] = n + 1
		t.used++
	}
	return t.slots[at] - 1
}

// slot is where the word of this hash stands or would stand.
func (t *numbering) slot(hash uint64, is func(n uint32) bool) int {
	mask := uint64(len(t.slots) - 1)
	at := hash & mask
	for t.slots[at] != 0 && !is(t.slots[at]-1) {
		at = (at + 1) & mask
	}
	return int(at)
}

func (t *numbering) grow(text func(n uint32) string) {
	old := t.slots
	t.slots = make([]uint32, max(256, 2*len(old)))
	for _, n := range old {
		if n != 0 {
			at := t.slot(maphash.String(hashSeed, text(n-1)), func(uint32) bool { return false })
			t.slots[at] = n
		}
	}
}
