package main

import (
	"sort"
	"strconv"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// ranked is a list of texts with how sure each is, in the order of arrival.
type ranked struct {
	texts []string
	sures map[string]float64
}

func (r *ranked) add(text string, sure float64) {
	if r.sures == nil {
		r.sures = map[string]float64{}
	}
	if _, ok := r.sures[text]; !ok {
		r.texts = append(r.texts, text)
	}
	r.sures[text] = max(r.sures[text], sure)
}

// String writes the surest first; a figure that the place gives is left out.
func (r *ranked) String() string {
	sort.SliceStable(r.texts, func(i, j int) bool { return r.sures[r.texts[i]] > r.sures[r.texts[j]] })
	var items []string
	for i, text := range r.texts {
		if sure := r.sures[text]; sure != places[min(i, len(places)-1)] {
			text += "=" + strconv.FormatFloat(sure, 'g', 2, 64)
		}
		items = append(items, text)
	}
	return strings.Join(items, ",")
}

func englishTable(pairs []pair) []string {
	table := map[string]*ranked{}
	for _, p := range pairs {
		key := form.EnglishPhrase(p.english)
		if table[key] == nil {
			table[key] = &ranked{}
		}
		table[key].add(p.french, p.sure)
	}
	return rankedLines(table)
}

// frenchTable keeps, under each key, the French words that have it, each with
// its English words; of two that are as sure, the one that looks more like
// the French comes first (président: president before chairman).
func frenchTable(pairs []pair) []string {
	table := map[string]map[string]*ranked{}
	for _, p := range pairs {
		key := frenchKey(p.french)
		if key == "" {
			continue
		}
		if table[key] == nil {
			table[key] = map[string]*ranked{}
		}
		if table[key][p.french] == nil {
			table[key][p.french] = &ranked{}
		}
		table[key][p.french].add(p.english, p.sure)
	}
	var lines []string
	for key, byLemma := range table {
		var items []string
		for lemma, r := range byLemma {
			sort.SliceStable(r.texts, func(i, j int) bool { return common(r.texts[i], lemma) > common(r.texts[j], lemma) })
			items = append(items, lemma+":"+r.String())
		}
		sort.Strings(items)
		lines = append(lines, key+"\t"+strings.Join(items, ";"))
	}
	sort.Slice(lines, func(i, j int) bool { return keyOf(lines[i]) < keyOf(lines[j]) })
	return lines
}

// common is how many bytes two texts begin with in common, accents aside.
func common(a, b string) int {
	a, b = form.Fold(a), form.Fold(b)
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func keyOf(line string) string {
	key, _, _ := strings.Cut(line, "\t")
	return key
}

// relations are, under the key of each word, the word and its relatives.
type relations map[string]map[string]*ranked

func (r relations) add(key, word, relative string, sure float64) {
	if r[key] == nil {
		r[key] = map[string]*ranked{}
	}
	if r[key][word] == nil {
		r[key][word] = &ranked{}
	}
	r[key][word].add(relative, sure)
}

// lines writes "key TAB word:relative,relative;word:…".
func (r relations) lines() []string {
	var lines []string
	for key, byWord := range r {
		var items []string
		for word, relatives := range byWord {
			items = append(items, word+":"+relatives.String())
		}
		sort.Strings(items)
		lines = append(lines, key+"\t"+strings.Join(items, ";"))
	}
	sort.Slice(lines, func(i, j int) bool { return keyOf(lines[i]) < keyOf(lines[j]) })
	return lines
}

// groupTable leads from each word of a group to the others, less sure the
// further they stand.
func groupTable(groups [][][]string) relations {
	table := relations{}
	for _, sides := range groups {
		for _, group := range sides {
			for _, word := range group {
				for i, other := range group {
					if other != word {
						table.add(frenchKey(word), word, other, places[min(i, len(places)-1)])
					}
				}
			}
		}
	}
	return table
}

// oppositeTable leads from each word, read as French and as English, to the
// words on the other side.
func oppositeTable(groups [][][]string) relations {
	table := relations{}
	for _, sides := range groups {
		for i, side := range sides {
			for j, others := range sides {
				if i == j {
					continue
				}
				for _, word := range side {
					for _, other := range others {
						for _, key := range bothKeys(word) {
							table.add(key, word, other, 1)
						}
					}
				}
			}
		}
	}
	return table
}

// bothKeys are the keys of a word read as French and read as English.
func bothKeys(word string) [2]string {
	return [2]string{"f " + frenchKey(word), "e " + englishKey(word)}
}

func englishKey(word string) string {
	words := form.Split(word)
	for i, w := range words {
		words[i] = form.EnglishStem(w)
	}
	return strings.Join(words, " ")
}

// rankedLines writes "key TAB text,text", the surest first.
func rankedLines(table map[string]*ranked) []string {
	var lines []string
	for key, r := range table {
		lines = append(lines, key+"\t"+r.String())
	}
	sort.Slice(lines, func(i, j int) bool { return keyOf(lines[i]) < keyOf(lines[j]) })
	return lines
}
