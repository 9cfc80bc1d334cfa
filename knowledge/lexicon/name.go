package lexicon

import (
	"slices"
	"strings"

	"verbatim/knowledge/lexicon/form"
)

// SameName reports whether two names, each in English or French, in any case,
// are one name: the same letters, known forms (Moscow, Moscou), or usual
// transliterations, word by word (Andriy Yermak, Andriï Iermak). It compares
// whole names: "Putin" and "Vladimir Putin" differ.
func SameName(a, b string) bool {
	x, y := form.Fold(strings.TrimSpace(a)), form.Fold(strings.TrimSpace(b))
	if x == "" || y == "" {
		return false
	}
	if x == y || knownAs(x, y) || knownAs(y, x) || kin(x, y) {
		return true
	}
	xs, ys := nameWords(x), nameWords(y)
	if len(xs) != len(ys) || len(xs) == 0 {
		return false
	}
	for i := range xs {
		if !sameWord(xs[i], ys[i]) {
			return false
		}
	}
	return true
}

// nameWords cuts a folded name into its words; articles of Arabic names are
// written one way.
func nameWords(name string) []string {
	list := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '\'' })
	for i, w := range list {
		if w == "el" && len(list) > 1 {
			list[i] = "al"
		}
	}
	return list
}

func sameWord(a, b string) bool {
	if a == b || knownAs(a, b) || knownAs(b, a) {
		return true
	}
	if len(a) < 3 || len(b) < 3 {
		return false
	}
	return form.Sound(a) == form.Sound(b)
}

// knownAs reports whether french stands in names/ as a form of english.
func knownAs(english, french string) bool {
	return slices.Contains(names(english), french)
}

// kin reports whether two names are forms of one entry in one language
// (Kiev, Kyiv).
func kin(a, b string) bool {
	for _, f := range names(a) {
		if slices.Contains(names(b), f) {
			return true
		}
	}
	return false
}

// names are the French forms of a folded English name, folded.
func names(english string) []string {
	value, ok, _ := forms.find(english)
	if !ok {
		return nil
	}
	return strings.Split(value, "|")
}
