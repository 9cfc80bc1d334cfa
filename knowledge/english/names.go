// Package english reads the English of questions and claims.
package english

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Name is a proper name of a text, in bytes: capitalised words with the small
// words between them ("Institute for the Study of War").
type Name struct {
	Start, End int
	Initial    bool // it begins a sentence, so that its capital may mean nothing
}

var joints = set(`of the de du des la le von van der den bin ben al el da di dos for`)

var plainOpeners = set(`a an the this that these those i you he she it we they his her its our their my your who what which when where why how
in on at by for from with without of to as if while after before since until during under over between among about around some several many
most more less few all both each every no not nor but and or so yet then there here now once only also even just still according despite
although though because however meanwhile moreover furthermore one two three four five six seven eight nine ten eleven twelve hundreds
thousands dozens millions nearly almost up at least roughly approximately last next today yesterday tomorrow another other others such same
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
mr mrs ms dr sir asked speaking following within across against through throughout near amid half people is are was were be been being has have
had do does did will would can could may might must should says said it's first second third previously earlier later against
based fewer rather overnight overall earlier thanks such whenever wherever neither none nobody nothing everyone everything someone something anyone
within onto upon toward towards beyond besides except plus minus twice once often always never sometimes soon maybe perhaps please yes no
born built called considered due given known made named over part thanks unlike whether whose yes later early late`)

var plainInside = set(`i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december mr mrs ms dr mondays tuesdays wednesdays thursdays fridays saturdays sundays`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

type span struct{ start, end int }

// words cuts a text at all that is no letter or digit; an apostrophe between
// letters ends a word.
func words(text string) []span {
	var out []span
	start := -1
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			out = append(out, span{start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, span{start, len(text)})
	}
	return out
}

// Names returns the proper names of a text in order. Weekdays, months and "I"
// are none. The first word of a sentence counts where it is none of the words
// that often stand there; such a name is marked Initial where nothing else
// tells that it is one.
func Names(text string) []Name {
	list := words(text)
	var out []Name
	for i := 0; i < len(list); {
		w := text[list[i].start:list[i].end]
		low := strings.ToLower(w)
		initial := opens(text, list[i].start)
		if !capital(w) || plainInside[low] || initial && plainOpeners[low] {
			i++
			continue
		}
		last := i
		for j := i + 1; j < len(list) && j-last <= 3 && adjacent(text, list[j-1].end, list[j].start); j++ {
			next := text[list[j].start:list[j].end]
			if capital(next) && !plainInside[strings.ToLower(next)] {
				last = j
			} else if !joints[next] {
				break
			}
		}
		single := last == i && !acronym(w)
		out = append(out, Name{Start: list[i].start, End: list[last].end, Initial: initial && single})
		i = last + 1
	}
	return out
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func acronym(word string) bool {
	n := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

func adjacent(text string, end, start int) bool {
	for _, r := range text[end:start] {
		switch r {
		case ' ', '\u00a0', '-':
		case '.': // "U.S.", "J. Biden"
		default:
			return false
		}
	}
	return start-end <= 2
}

// opens tells whether a sentence or a quotation begins at i.
func opens(text string, i int) bool {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		switch r {
		case ' ', '\u00a0', '\t', '"', '“', '‘', '\'', '(', '«':
			i -= size
			continue
		case '.':
			word := text[strings.LastIndexAny(text[:i-1], " .(")+1 : i-1]
			return len(word) > 3 || !capital(word)
		case '!', '?', '…', ':', '\n':
			return true
		}
		return false
	}
	return true
}
