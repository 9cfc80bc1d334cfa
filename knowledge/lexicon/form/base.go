package form

import "strings"

// Bases gives the words that an English word may be an inflected form of, the
// likelier first, the word itself not among them. They are candidates: many
// are no words at all, and the caller keeps those that it knows.
// The word is in the form that [EnglishWord] gives.
func Bases(word string) []string {
	bases := append([]string(nil), irregular[word]...)
	for _, rule := range endings {
		stem, ok := strings.CutSuffix(word, rule.end)
		if !ok || len(stem) < 2 || !vowelIn(stem) {
			continue
		}
		for _, add := range rule.adds {
			if add == "undouble" {
				if n := len(stem); n > 2 && stem[n-1] == stem[n-2] {
					bases = appendNew(bases, stem[:n-1])
				}
				continue
			}
			bases = appendNew(bases, stem+add)
		}
	}
	return bases
}

// endings are the regular inflections and what stands before them in the
// dictionary form; "undouble" takes one of two equal last consonants away.
var endings = []struct {
	end  string
	adds []string
}{
	{"ies", []string{"y", "ie"}},
	{"ves", []string{"f", "fe", "ve"}},
	{"es", []string{"", "e"}},
	{"s", []string{""}},
	{"ied", []string{"y"}},
	{"ed", []string{"", "e", "undouble"}},
	{"ying", []string{"ie", "y"}},
	{"ing", []string{"", "e", "undouble"}},
	{"iest", []string{"y"}},
	{"est", []string{"", "e", "undouble"}},
	{"ier", []string{"y"}},
	{"er", []string{"", "e", "undouble"}},
	{"ily", []string{"y"}},
	{"ically", []string{"ic", "ical"}},
	{"ly", []string{"", "le"}},
	{"bly", []string{"ble"}},
}

func vowelIn(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// Irregular reports whether a word is an irregular inflected form.
func Irregular(word string) bool { return len(irregular[word]) > 0 }
