package main

import (
	"fmt"
	"sort"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"verbatim/knowledge/lexicon/form"
)

// country is a line of countries.txt: its ISO 3166-1 code, its names, and the
// words for its people and what is theirs, in English and French.
type country struct {
	code                string
	english, french     []string
	englishOf, frenchOf []string
}

// readCountries reads "CH; Switzerland; Suisse; Swiss; suisse". The names that
// CLDR has for the code are added to those of the line.
func readCountries(path string) ([]country, error) {
	var lands []country
	english, french := display.English.Regions(), display.French.Regions()
	err := eachLine(path, func(line string) error {
		fields := strings.Split(line, ";")
		if len(fields) != 5 {
			return fmt.Errorf("want five fields in %q", line)
		}
		c := country{code: strings.TrimSpace(fields[0])}
		lists := []*[]string{&c.english, &c.french, &c.englishOf, &c.frenchOf}
		for i, list := range lists {
			for w := range strings.SplitSeq(fields[i+1], ",") {
				if w = strings.ToLower(strings.TrimSpace(w)); w != "" {
					*list = append(*list, w)
				}
			}
		}
		if len(c.english) == 0 || len(c.french) == 0 || len(c.frenchOf) == 0 {
			return fmt.Errorf("no name in %q", line)
		}
		if region, err := language.ParseRegion(c.code); err == nil {
			c.english = addName(c.english, english.Name(region))
			c.french = addName(c.french, french.Name(region))
		}
		lands = append(lands, c)
		return nil
	})
	return lands, err
}

func addName(list []string, name string) []string {
	name = strings.ToLower(strings.ReplaceAll(name, "’", "'"))
	if name == "" || strings.ContainsAny(name, "(&") {
		return list
	}
	for _, have := range list {
		if have == name {
			return list
		}
	}
	return append(list, name)
}

// countryPairs joins names to names and people to people, and each of them,
// less sure, to the other.
func countryPairs(lands []country) []pair {
	var pairs []pair
	add := func(left, right []string, scale float64) {
		for _, e := range left {
			for i, f := range right {
				pairs = append(pairs, pair{e, f, scale * places[min(i, len(places)-1)]})
			}
		}
	}
	for _, c := range lands {
		add(c.english, c.french, 1)
		add(c.englishOf, c.frenchOf, 1)
		add(c.english, c.frenchOf[:1], 0.5)
		add(c.englishOf, c.french[:1], 0.5)
	}
	return pairs
}

// languagePairs are the names of living languages that CLDR has in both
// languages.
func languagePairs() []pair {
	var pairs []pair
	english, french := display.English.Languages(), display.French.Languages()
	for _, tag := range display.Supported.Tags() {
		base, _ := tag.Base()
		e, f := english.Name(base), french.Name(base)
		if e != "" && f != "" && !strings.ContainsAny(e+f, "(,") {
			pairs = append(pairs, pair{strings.ToLower(e), strings.ToLower(f), 0.8})
		}
	}
	return pairs
}

// countryTable leads from every word for a country, in both languages, to
// its code.
func countryTable(lands []country) []string {
	table := map[string]string{}
	put := func(key, code string) {
		if _, ok := table[key]; !ok && key != "" {
			table[key] = code
		}
	}
	for _, c := range lands {
		for _, w := range append(append([]string{}, c.english...), c.englishOf...) {
			put("e "+form.EnglishLand(w), c.code)
		}
		for _, w := range append(append([]string{}, c.french...), c.frenchOf...) {
			if w != "maurice" && w != "dominique" && w != "grenade" { // rather a person, a weapon
				put("f "+form.FrenchLand(w), c.code)
			}
		}
	}
	var lines []string
	for key, code := range table {
		lines = append(lines, key+"\t"+code)
	}
	sort.Strings(lines)
	return lines
}
