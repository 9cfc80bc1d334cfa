package lexicon

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// Entry is what the lexicon knows of a French word in the relations that
// questions are widened by.
type Entry struct {
	Synonyms []Equivalent // as [Synonyms] gives them
	Family   []string     // as [Family] does
	Known    bool         // as [HasFrench] does
}

// EntryOf looks up one word (lower case, no hyphen or apostrophe in it), whose
// stem it cuts once.
func EntryOf(word string) (e Entry) {
	stem := ""
	if s := SenseOf(word); s != nil && s != smallSense && word != "a" {
		stem = s.stem
	} else if stem = form.FrenchStem(word); stem == "" {
		return e
	}
	value, _, _ := french.find(stem)
	e.Known = value != "" && !frenchSmall[word]
	other := isEntry(value, word)
	e.Synonyms = slices.DeleteFunc(relativesOf(&synonyms, stem, word, other), func(s Equivalent) bool { return s.Text == word })
	e.Known = e.Known || len(e.Synonyms) > 0
	found := relativesOf(&families, stem, word, other)
	if found == nil {
		e.Family = derived(word)
	}
	for _, f := range found {
		if f.Text != word {
			e.Family = append(e.Family, f.Text)
		}
	}
	return e
}

// hasWord is [HasFrench] of one word.
func hasWord(word string) bool {
	stem := frenchStem.get(word)
	if stem == "" {
		return false
	}
	value, _, _ := french.find(stem)
	if value != "" && !frenchSmall[word] {
		return true
	}
	own := func(e Equivalent) bool { return e.Text == word }
	return len(slices.DeleteFunc(relativesOf(&synonyms, stem, word, isEntry(value, word)), own)) > 0
}

// relativesOf is [relatives] for a word whose stem is cut; other tells that it
// is a dictionary word, so that lemmas that only share its stem do not count.
func relativesOf(t *table, stem, word string, other bool) (found []Equivalent) {
	value, ok, _ := t.find(stem)
	if !ok {
		return nil
	}
	for item := range strings.SplitSeq(value, ";") {
		if lemma, list, _ := strings.Cut(item, ":"); !other || likeness(lemma, word) >= 100 {
			more := equivalents(list)
			if found == nil && slices.IsSortedFunc(more, surest) {
				found = more
				continue
			}
			found = merge(found, more, 1)
		}
	}
	return found
}

// surest orders the surest first.
func surest(a, b Equivalent) int { return cmp.Compare(b.Sure, a.Sure) }

// isEntry tells whether a word is one of the dictionary forms of its stem.
func isEntry(value, word string) bool {
	for item := range strings.SplitSeq(value, ";") {
		if lemma, _, _ := strings.Cut(item, ":"); likeness(lemma, word) >= 100 {
			return true
		}
	}
	return false
}
