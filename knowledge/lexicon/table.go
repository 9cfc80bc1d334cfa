package lexicon

import (
	"bytes"
	"compress/flate"
	"embed"
	"io"
	"strconv"
	"strings"
	"sync"
)

//go:embed packed/*.flate
var packed embed.FS

// table is a packed file: lines "key TAB value", sorted by key, found by a map
// of where their values stand.
type table struct {
	name    string
	once    sync.Once
	text    string
	entries map[string]entry
}

// entry is what stands for a key, or for the first words of longer keys.
type entry struct {
	start, end uint32 // of the value in the text
	found      bool   // it is a key itself
	longer     bool   // longer keys begin with it and a space
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
	t.text = inflate(t.name)
	t.entries = make(map[string]entry, strings.Count(t.text, "\n")+1)
	for start := 0; start < len(t.text); {
		end := len(t.text)
		if n := strings.IndexByte(t.text[start:], '\n'); n >= 0 {
			end = start + n
		}
		t.enter(start, end)
		start = end + 1
	}
}

// inflate is the text of a packed file.
func inflate(name string) string {
	data, err := packed.ReadFile("packed/" + name + ".flate")
	if err != nil {
		panic("lexicon: " + err.Error()) // an embedded file cannot be missing
	}
	var text strings.Builder
	text.Grow(4 * len(data)) // what these tables inflate to, or a little more
	if _, err := io.Copy(&text, flate.NewReader(bytes.NewReader(data))); err != nil {
		panic("lexicon: " + name + ": " + err.Error())
	}
	return text.String()
}

// enter takes in the line from start to end, and the first words of its key.
func (t *table) enter(start, end int) {
	key, _, ok := strings.Cut(t.text[start:end], "\t")
	if !ok {
		return
	}
	e := t.entries[key]
	e.start, e.end, e.found = uint32(start+len(key)+1), uint32(end), true
	t.entries[key] = e
	for n := strings.LastIndexByte(key, ' '); n > 0; n = strings.LastIndexByte(key[:n], ' ') {
		e := t.entries[key[:n]]
		if e.longer {
			return
		}
		e.longer = true
		t.entries[key[:n]] = e
	}
}

// find gives the value of a key and whether longer keys begin with it and a
// space.
func (t *table) find(key string) (value string, found, longer bool) {
	t.once.Do(t.load)
	e := t.entries[key]
	if e.found {
		value = t.text[e.start:e.end]
	}
	return value, e.found, e.longer
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
