package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"verbatim/knowledge/lexicon/form"
)

var (
	frenchForm  = regexp.MustCompile(`^[a-zà-ÿœæ][a-zà-ÿœæ0-9' -]*[a-zà-ÿœæ0-9]$`)
	englishForm = regexp.MustCompile(`^[a-zà-ÿ][a-zà-ÿ0-9' -]*[a-zà-ÿ0-9]$`)
)

// mostSenses is how many words a side of a row may have: what needs more is
// more than one sense.
const mostSenses = 18

func TestSensesKeepTheirForm(t *testing.T) {
	files, err := senseFiles(folder)
	if err != nil || len(files) == 0 {
		t.Fatalf("no senses: %v", err)
	}
	for _, f := range files {
		name, seen := filepath.Base(f), map[string]bool{}
		err := eachLine(f, func(line string) error {
			s, err := parseSense(line)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				return nil
			}
			if seen[line] {
				t.Errorf("%s: %q stands twice", name, line)
			}
			seen[line] = true
			if !norm.NFC.IsNormalString(line) {
				t.Errorf("%s: %q is not NFC", name, line)
			}
			checkSide(t, name, line, s.french, frenchForm, form.FrenchPhrase)
			checkSide(t, name, line, s.english, englishForm, form.EnglishSense)
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func checkSide(t *testing.T, name, line string, words []string, shape *regexp.Regexp, key func(string) string) {
	t.Helper()
	if len(words) > mostSenses {
		t.Errorf("%s: %q: more than %d words on one side", name, line, mostSenses)
	}
	once := map[string]bool{}
	for _, w := range words {
		if !shape.MatchString(w) || once[w] {
			t.Errorf("%s: %q: bad or repeated %q", name, line, w)
		}
		once[w] = true
		k := key(w)
		if k == "" || strings.Count(k, " ") > 4 {
			t.Errorf("%s: %q: %q has no word of its own, or more than five", name, line, w)
		}
	}
}

// TestSensesHoldNoOpposites holds that no row says two opposite things.
func TestSensesHoldNoOpposites(t *testing.T) {
	rows, _, err := readSenses(folder)
	if err != nil {
		t.Fatal(err)
	}
	groups, err := readGroups(filepath.Join(folder, "relations", "opposites.txt"))
	if err != nil {
		t.Fatal(err)
	}
	against := map[string][]string{}
	for _, sides := range groups {
		for i, side := range sides {
			for j, others := range sides {
				for _, w := range side {
					if i != j {
						against[w] = append(against[w], others...)
					}
				}
			}
		}
	}
	for _, s := range rows {
		for _, list := range [2][]string{s.french, s.english} {
			for _, a := range list {
				for _, b := range list {
					if a < b && slices.Contains(against[a], b) {
						t.Errorf("%s and %s are opposed, and stand in one row: %s | %s", a, b, strings.Join(s.french, ", "), strings.Join(s.english, ", "))
					}
				}
			}
		}
	}
}
