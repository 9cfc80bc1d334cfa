package lexicon

import (
	"bytes"
	"compress/flate"
	"embed"
	"io"
	"sort"
	"strconv"
	"strings"
	"sync"
)

//go:embed packed/*.flate
var packed embed.FS

// table is a packed file: lines "key TAB value", sorted by key, searched in
// place, so that loading costs the inflation and one pass for line ends.
type table struct {
	name  string
	once  sync.Once
	text  string
	lines []uint32 // where each line starts
}

var (
	english   = table{name: "english"}
	french    = table{name: "french"}
	countries = table{name: "countries"}
	forms     = table{name: "forms"}
	families  = table{name: "families"}
	synonyms  = table{name: "synonyms"}
	opposites = table{name: "opposites"}
)

func (t *table) load() {
	data, err := packed.ReadFile("packed/" + t.name + ".flate")
	if err != nil {
		panic("lexicon: " + err.Error()) // an embedded file cannot be missing
	}
	var text strings.Builder
	text.Grow(4 * len(data)) // what these tables inflate to, or a little more
	if _, err := io.Copy(&text, flate.NewReader(bytes.NewReader(data))); err != nil {
		panic("lexicon: " + t.name + ": " + err.Error())
	}
	t.text = text.String()
	t.lines = make([]uint32, 0, strings.Count(t.text, "\n"))
	for start := 0; start < len(t.text); {
		t.lines = append(t.lines, uint32(start))
		n := strings.IndexByte(t.text[start:], '\n')
		if n < 0 {
			break
		}
		start += n + 1
	}
}

// line reads line i.
func (t *table) line(i int) (key, value string) {
	line := t.text[t.lines[i]:]
	if n := strings.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	key, value, _ = strings.Cut(line, "\t")
	return key, value
}

// before tells whether the key of line i stands before a key. It looks at no
// more of the line than the key is long: a tab, which ends a key, stands
// before whatever else a key may hold.
func (t *table) before(i int, key string) bool {
	line := t.text[t.lines[i]:]
	if len(line) > len(key) {
		if line[:len(key)] == key {
			return false
		}
		return line[:len(key)] < key
	}
	return line < key
}

// find gives the value of a key and whether longer keys begin with it and a
// space.
func (t *table) find(key string) (value string, found, longer bool) {
	t.once.Do(t.load)
	i := sort.Search(len(t.lines), func(i int) bool { return !t.before(i, key) })
	if i < len(t.lines) {
		var k string
		if k, value = t.line(i); k == key {
			found = true
			i++
		} else {
			value = ""
		}
	}
	if i < len(t.lines) {
		rest, ok := strings.CutPrefix(t.text[t.lines[i]:], key)
		longer = ok && rest != "" && rest[0] == ' '
	}
	return value, found, longer
}

// places are how sure an equivalent is by its place.
var places = [...]float64{1, 0.8, 0.65, 0.5, 0.4}

// equivalents reads "word,word=0.3,…".
func equivalents(value string) []Equivalent {
	if value == "" {
		return nil
	}
	list := make([]Equivalent, 0, 1+strings.Count(value, ","))
	for item := range strings.SplitSeq(value, ",") {
		sure := places[min(len(list), len(places)-1)]
		text, own, ok := strings.Cut(item, "=")
		if ok {
			if f, err := strconv.ParseFloat(own, 64); err == nil {
				sure = f
			}
		}
		list = append(list, Equivalent{text, sure})
	}
	return list
}
