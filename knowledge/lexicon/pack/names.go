package main

import (
	"slices"
	"sort"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// nameTable leads from every English name, folded, to its French forms,
// folded, joined by bars.
func nameTable(dir string, lands []country) ([]string, error) {
	files, err := nameSources(dir)
	if err != nil {
		return nil, err
	}
	table := map[string][]string{}
	put := func(english, french string) {
		key, value := form.Fold(english), form.Fold(french)
		if !slices.Contains(table[key], value) {
			table[key] = append(table[key], value)
		}
	}
	for _, f := range files {
		entries, err := readEntries(f)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			for _, h := range e.headwords {
				for _, text := range e.equivalents {
					put(h, text)
				}
			}
		}
	}
	for _, c := range lands {
		for _, e := range c.english {
			for _, f := range c.french {
				put(e, f)
			}
		}
	}
	var lines []string
	for key, list := range table {
		lines = append(lines, key+"\t"+strings.Join(list, "|"))
	}
	sort.Slice(lines, func(i, j int) bool { return keyOf(lines[i]) < keyOf(lines[j]) })
	return lines, nil
}
