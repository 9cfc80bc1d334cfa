package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// sense is a row of a senses file: words and phrases of both languages that
// say one thing.
type sense struct {
	french, english []string
}

var errSides = errors.New("not of the form: mot, mot | word, word")

func parseSense(line string) (sense, error) {
	left, right, ok := strings.Cut(line, " | ")
	if !ok || strings.Contains(right, "|") {
		return sense{}, fmt.Errorf("%w: %q", errSides, line)
	}
	s := sense{strings.Split(left, ", "), strings.Split(right, ", ")}
	for _, w := range append(slices.Clone(s.french), s.english...) {
		if strings.TrimSpace(w) != w || w == "" {
			return s, fmt.Errorf("%w: %q", errSides, line)
		}
	}
	return s, nil
}

func senseFiles(dir string) ([]string, error) {
	return filepath.Glob(filepath.Join(dir, "senses", "*.txt"))
}

// readSenses reads all rows, file after file, and gives for each file the row
// that it begins with.
func readSenses(dir string) (rows []sense, fields []string, err error) {
	files, err := senseFiles(dir)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		fields = append(fields, strings.TrimSuffix(filepath.Base(f), ".txt")+"\t"+strconv.FormatInt(int64(len(rows)), 36))
		err := eachLine(f, func(line string) error {
			s, err := parseSense(line)
			rows = append(rows, s)
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return rows, fields, nil
}

// senseTable leads from each word or phrase, under "f " and its French stems
// or under "e " and its English form, to the rows in which it stands. French
// words that share their stems are told apart by what they are in full. A word
// that says it only with small words around it stands under "f =" and its stem.
func senseTable(rows []sense) []string {
	table := map[string]map[string][]int{}
	add := func(key, lemma string, row int) {
		if len(key) <= 2 {
			return // small words alone
		}
		if table[key] == nil {
			table[key] = map[string][]int{}
		}
		if list := table[key][lemma]; len(list) == 0 || list[len(list)-1] != row {
			table[key][lemma] = append(list, row)
		}
	}
	for row, s := range rows {
		for _, w := range s.french {
			if _, word, _, ok := form.Around(w); ok && form.FrenchStem(word) != "" {
				add("f ="+form.FrenchStem(word), w, row) // « en cours »
				continue
			}
			add("f "+form.FrenchPhrase(w), strings.TrimPrefix(strings.TrimPrefix(w, "se "), "s'"), row)
		}
		for _, w := range s.english {
			add("e "+form.EnglishSense(w), "", row)
		}
	}
	var lines []string
	for key, byLemma := range table {
		var items []string
		for lemma, list := range byLemma {
			if len(byLemma) == 1 && !strings.HasPrefix(key, "f =") {
				lemma = ""
			}
			items = append(items, lemma+":"+rowList(list))
		}
		sort.Strings(items)
		lines = append(lines, key+"\t"+strings.Join(items, ";"))
	}
	sort.Slice(lines, func(i, j int) bool { return keyOf(lines[i]) < keyOf(lines[j]) })
	return lines
}

func rowList(list []int) string {
	var b strings.Builder
	for i, row := range list {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.FormatInt(int64(row), 36))
	}
	return b.String()
}

// sideTable gives the rows of senses that say one side of an opposition, each
// with the sides that it says: twice the number of the pair, and one more for
// the second side. A row that holds words of both sides says neither.
func sideTable(rows []sense, opposites [][][]string) []string {
	sides := map[string][]int{}
	for n, pair := range opposites {
		for side, list := range pair {
			for _, w := range list {
				sides[w] = append(sides[w], 2*n+side)
			}
		}
	}
	var lines []string
	for row, s := range rows {
		var found []int
		for _, w := range append(slices.Clone(s.french), s.english...) {
			found = append(found, sides[w]...)
		}
		slices.Sort(found)
		found = slices.Compact(found)
		said := slices.DeleteFunc(slices.Clone(found), func(n int) bool { return slices.Contains(found, n^1) })
		if len(said) > 0 {
			lines = append(lines, strconv.FormatInt(int64(row), 36)+"\t"+rowList(said))
		}
	}
	sort.Strings(lines)
	return lines
}
