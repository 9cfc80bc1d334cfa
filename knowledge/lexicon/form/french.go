package form

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/french"
)

// FrenchStem is the folded stem of a French word, an elided article taken off.
// It is empty for the small words that a phrase is compared without.
func FrenchStem(word string) string {
	w := strings.ToLower(word)
	w = strings.ReplaceAll(w, "’", "'")
	if before, after, ok := strings.Cut(w, "'"); ok && elided(before) {
		w = after
	}
	if frenchSmall[w] {
		return ""
	}
	if base, ok := frenchIrregular[Fold(w)]; ok {
		w = base
	}
	env := snowballstem.NewEnv(w)
	french.Stem(env)
	return Fold(env.Current())
}

// FrenchPhrase is the key of a French phrase: the stems of its words, small
// words left out. A phrase of small words alone has the empty key.
func FrenchPhrase(phrase string) string {
	var stems []string
	for _, w := range SplitFrench(phrase) {
		if s := FrenchStem(w); s != "" {
			stems = append(stems, s)
		}
	}
	return strings.Join(stems, " ")
}

// SplitFrench cuts a phrase at spaces, hyphens and after elisions.
func SplitFrench(phrase string) []string {
	parts := strings.FieldsFunc(strings.ToLower(phrase), func(r rune) bool {
		return r == ' ' || r == '-' || r == '‑' || r == '\u00a0' || r == '\u202f'
	})
	for i, p := range parts {
		p = strings.ReplaceAll(p, "’", "'")
		if before, after, ok := strings.Cut(p, "'"); ok && elided(before) {
			parts[i] = after
		}
	}
	return parts
}

func elided(s string) bool {
	switch s {
	case "l", "d", "n", "s", "c", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu":
		return true
	}
	return false
}

var frenchSmall = func() map[string]bool {
	set := map[string]bool{}
	for w := range words(`de d du des le la les l a à au aux en un une et ou se`) {
		set[w] = true
	}
	return set
}()
