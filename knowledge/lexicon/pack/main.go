// Pack reads the lexicon's sources, written for people, and writes the tables
// that the program embeds. It runs in the lexicon's folder, or in the one
// that -dir names; with -sort it puts source files in order instead.
package main

import (
	"bytes"
	"compress/flate"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func main() {
	dir := flag.String("dir", ".", "the lexicon's folder")
	sorted := flag.Bool("sort", false, "sort the lines of the named files and write nothing else")
	flag.Parse()
	if err := run(*dir, *sorted, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(dir string, sorted bool, files []string) error {
	if sorted {
		for _, f := range files {
			if err := sortFile(f); err != nil {
				return err
			}
		}
		return nil
	}
	tables, err := build(dir)
	if err != nil {
		return err
	}
	for name, lines := range tables {
		path := filepath.Join(dir, "packed", name+".flate")
		if err := os.WriteFile(path, deflate(lines), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// build makes every table, by name: lines "key TAB value".
func build(dir string) (map[string][]string, error) {
	pairs, err := readPairs(dir)
	if err != nil {
		return nil, err
	}
	lands, err := readCountries(filepath.Join(dir, "names", "countries.txt"))
	if err != nil {
		return nil, err
	}
	names, err := nameTable(dir, lands)
	if err != nil {
		return nil, err
	}
	pairs = append(pairs, countryPairs(lands)...)
	pairs = append(pairs, languagePairs()...)
	tables := map[string][]string{
		"english":   englishTable(pairs),
		"french":    frenchTable(pairs),
		"countries": countryTable(lands),
		"forms":     names,
	}
	senses, fields, err := readSenses(dir)
	if err != nil {
		return nil, err
	}
	tables["senses"] = senseTable(senses)
	tables["fields"] = fields
	for _, name := range []string{"families", "synonyms", "opposites"} {
		groups, err := readGroups(filepath.Join(dir, "relations", name+".txt"))
		if err != nil {
			return nil, err
		}
		if name == "opposites" {
			tables[name] = oppositeTable(groups).lines()
			tables["sides"] = sideTable(senses, groups)
		} else {
			tables[name] = groupTable(groups).lines()
		}
	}
	return tables, nil
}

func deflate(lines []string) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		panic(err) // the level is a constant that flate knows
	}
	for _, line := range lines {
		fmt.Fprintln(w, line)
	}
	if err := w.Close(); err != nil {
		panic(err) // a bytes.Buffer takes all
	}
	return b.Bytes()
}

// sortFile sorts the lines below a file's comments and drops equal ones.
func sortFile(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var head, body []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
			head = append(head, line)
		case line != "":
			body = append(body, line)
		}
	}
	sort.Slice(body, func(i, j int) bool { return before(body[i], body[j]) })
	var b strings.Builder
	last := ""
	for _, line := range append(head, body...) {
		if line != last {
			b.WriteString(line + "\n")
		}
		last = line
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

// before is the order of lines: by headword, then as they are.
func before(a, b string) bool {
	x, _, _ := strings.Cut(a, ":")
	y, _, _ := strings.Cut(b, ":")
	if x != y {
		return x < y
	}
	return a < b
}
