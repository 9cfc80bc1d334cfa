package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// agree tells whether two stretches of words share a row as a whole.
func agree(a string, aEnglish bool, b string, bEnglish bool) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	for _, t := range Senses(x, aEnglish) {
		for _, u := range Senses(y, bEnglish) {
			if t.Count < len(x) || u.Count < len(y) {
				continue
			}
			for _, row := range t.Rows {
				if slices.Contains(u.Rows, row) {
					return true
				}
			}
		}
	}
	return false
}

func TestSensesAgree(t *testing.T) {
	for _, test := range []struct {
		french, english string
		want            bool
	}{
		{"supprimées", "scrapped", true},
		{"aura lieu", "takes place", true},
		{"a lieu", "is held", true},
		{"ont augmenté", "fell", false},
		{"hausse", "growth", true},
		{"le", "the", false},
		{"marche", "market", false},
		{"avions", "planes", true},
		{"déroulées", "taken place", true},
	} {
		if got := agree(test.french, false, test.english, true); got != test.want {
			t.Errorf("%s, %s: %v, want %v", test.french, test.english, got, test.want)
		}
	}
}

func TestContrary(t *testing.T) {
	rows := func(word string, english bool) (rows []uint16) {
		for _, term := range Senses([]string{word}, english) {
			rows = append(rows, term.Rows...)
		}
		return rows
	}
	for _, test := range []struct {
		french, english string
		want            bool
	}{
		{"nient", "confirmed", true},
		{"reculé", "climbed", true},
		{"reculé", "fell", false},
		{"perdu", "won", true},
		{"poisson", "fell", false},
	} {
		if got := Contrary(rows(test.french, false), rows(test.english, true)); got != test.want {
			t.Errorf("%s, %s: %v, want %v", test.french, test.english, got, test.want)
		}
	}
}

// A word with small words around it may say what it does not say alone.
func TestSmallWordsAround(t *testing.T) {
	for _, test := range []struct {
		french, english string
		want            bool
	}{
		{"en retard", "late", true},
		{"au chômage", "unemployed", true},
		{"à l'étude", "under consideration", true},
		{"cours", "ongoing", false},
		{"en cours", "ongoing", true},
		{"renoncent à", "give up", true},
	} {
		rows := func(text string, english bool) (out []uint16) {
			for _, term := range Senses(strings.Fields(strings.ReplaceAll(text, "'", " ")), english) {
				out = append(out, term.Rows...)
			}
			return out
		}
		english, found := rows(test.english, true), false
		for _, row := range rows(test.french, false) {
			found = found || slices.Contains(english, row)
		}
		if found != test.want {
			t.Errorf("%s, %s: %v, want %v", test.french, test.english, found, test.want)
		}
	}
}
