package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// pair is an English headword and one French equivalent, lower case.
type pair struct {
	english, french string
	sure            float64
}

// entry is one line of a topic or name file.
type entry struct {
	headwords   []string
	speech      string // n, v, a, d or empty
	equivalents []string
	sures       []float64
}

var places = [...]float64{1, 0.8, 0.65, 0.5, 0.4}

var speechMark = regexp.MustCompile(` \(([a-z]+)\)$`)

// parseEntry reads "headword (v): équivalent, équivalent=0.3".
func parseEntry(line string) (entry, error) {
	var e entry
	left, right, ok := strings.Cut(line, ": ")
	if !ok {
		return e, fmt.Errorf("no colon in %q", line)
	}
	if m := speechMark.FindStringSubmatch(left); m != nil {
		e.speech = m[1]
		left = strings.TrimSuffix(left, m[0])
	}
	for _, h := range strings.Split(left, "|") {
		e.headwords = append(e.headwords, strings.TrimSpace(h))
	}
	for i, item := range strings.Split(right, ", ") {
		text, own, ok := strings.Cut(item, "=")
		sure := places[min(i, len(places)-1)]
		if ok {
			f, err := strconv.ParseFloat(own, 64)
			if err != nil || f <= 0 || f > 1 {
				return e, fmt.Errorf("bad figure in %q", line)
			}
			sure = f
		}
		if text == "" || text != strings.TrimSpace(text) {
			return e, fmt.Errorf("bad equivalent in %q", line)
		}
		e.equivalents = append(e.equivalents, text)
		e.sures = append(e.sures, sure)
	}
	return e, nil
}

// readEntries reads a file of entries.
func readEntries(path string) ([]entry, error) {
	var entries []entry
	err := eachLine(path, func(line string) error {
		e, err := parseEntry(line)
		entries = append(entries, e)
		return err
	})
	return entries, err
}

// eachLine calls f with every line that says something.
func eachLine(path string, f func(string) error) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := f(line); err != nil {
			return fmt.Errorf("%s:%d: %w", filepath.Base(path), n, err)
		}
	}
	return nil
}

// sources are the files of entries: topics and names, countries aside.
func sources(dir string) ([]string, error) {
	topics, err := filepath.Glob(filepath.Join(dir, "topics", "*.txt"))
	if err != nil {
		return nil, err
	}
	names, err := nameSources(dir)
	return append(topics, names...), err
}

// nameSources are the files of names, countries aside.
func nameSources(dir string) ([]string, error) {
	names, err := filepath.Glob(filepath.Join(dir, "names", "*.txt"))
	return slices.DeleteFunc(names, func(n string) bool { return filepath.Base(n) == "countries.txt" }), err
}

func readPairs(dir string) ([]pair, error) {
	files, err := sources(dir)
	if err != nil {
		return nil, err
	}
	var pairs []pair
	for _, f := range files {
		entries, err := readEntries(f)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			for _, h := range e.headwords {
				for i, text := range e.equivalents {
					pairs = append(pairs, pair{strings.ToLower(h), strings.ToLower(text), e.sures[i]})
				}
			}
		}
	}
	return pairs, nil
}

// readGroups reads lines "word, word / word, word" as the lists between slashes.
func readGroups(path string) ([][][]string, error) {
	var groups [][][]string
	err := eachLine(path, func(line string) error {
		var sides [][]string
		for side := range strings.SplitSeq(line, " / ") {
			var list []string
			for w := range strings.SplitSeq(side, ",") {
				if w = strings.TrimSpace(w); w == "" {
					return fmt.Errorf("empty word in %q", line)
				}
				list = append(list, w)
			}
			sides = append(sides, list)
		}
		groups = append(groups, sides)
		return nil
	})
	return groups, err
}

// frenchKey is the key of a French word or phrase.
func frenchKey(text string) string { return form.FrenchPhrase(text) }
