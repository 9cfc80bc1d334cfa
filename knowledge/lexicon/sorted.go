package lexicon

import (
	"sort"
	"strings"
	"sync"
)

// sorted is a packed file as [table] is, found by halving: it holds so many
// keys that a map of them would take long to fill.
type sorted struct {
	name  string
	once  sync.Once
	text  string
	lines []uint32 // where they begin
	leads leads    // the first two and more words of phrases
}

// leads is a set of strings that may hold a few more: a bit for each hash.
type leads [1 << 14]uint64

const leadBits = 20 // of a hash

func (l *leads) add(key string) {
	h := leadHash(key)
	l[h>>6] |= 1 << (h & 63)
}

func (l *leads) has(key string) bool {
	h := leadHash(key)
	return l[h>>6]&(1<<(h&63)) != 0
}

// leadHash is Fowler, Noll and Vo's hash, folded.
func leadHash(key string) uint32 {
	h := uint32(2166136261)
	for i := range len(key) {
		h = (h ^ uint32(key[i])) * 16777619
	}
	return (h>>leadBits ^ h) & (1<<leadBits - 1)
}

var senses = sorted{name: "senses"}

func (s *sorted) load() {
	s.text = inflate(s.name)
	s.lines = make([]uint32, 0, strings.Count(s.text, "\n")+1)
	for start := 0; start < len(s.text); {
		s.lines = append(s.lines, uint32(start))
		s.lead(s.text[start:])
		n := strings.IndexByte(s.text[start:], '\n')
		if n < 0 {
			break
		}
		start += n + 1
	}
}

// lead takes in the beginnings of a phrase of at least two words, the language
// that the key begins with aside.
func (s *sorted) lead(line string) {
	words := 0
	for i := range len(line) {
		switch line[i] {
		case ' ':
			if words++; words > 2 {
				s.leads.add(line[:i])
			}
		case '\t':
			if words > 1 {
				s.leads.add(line[:i])
			}
			return
		}
	}
}

// line is line i without its end.
func (s *sorted) line(i int) string {
	rest := s.text[s.lines[i]:]
	if n := strings.IndexByte(rest, '\n'); n >= 0 {
		rest = rest[:n]
	}
	return rest
}

// find gives the value of a key and whether longer keys begin with it and a
// space.
func (s *sorted) find(key string) (value string, found, longer bool) {
	s.once.Do(s.load)
	i := sort.Search(len(s.lines), func(i int) bool {
		k, _, _ := strings.Cut(s.line(i), "\t")
		return k >= key
	})
	if i == len(s.lines) {
		return "", false, false
	}
	k, v, _ := strings.Cut(s.line(i), "\t")
	if k == key {
		value, found = v, true
		if i++; i == len(s.lines) {
			return value, found, false
		}
		k, _, _ = strings.Cut(s.line(i), "\t")
	}
	rest, ok := strings.CutPrefix(k, key)
	return value, found, ok && rest != "" && rest[0] == ' '
}
