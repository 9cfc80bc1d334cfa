package lexicon

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// frenchOfSenses are the French words and phrases of the files of senses, words
// with endings that verbs and nouns take.
func frenchOfSenses(t *testing.T) (words, phrases []string) {
	files, err := filepath.Glob("senses/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files of senses: %v", err)
	}
	seen := map[string]bool{}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			french, _, _ := strings.Cut(line, "|")
			for item := range strings.SplitSeq(french, ",") {
				item = strings.ToLower(strings.TrimSpace(item))
				if strings.HasPrefix(item, "#") || seen[item] {
					continue
				}
				seen[item] = true
				if strings.ContainsAny(item, " -'’") {
					phrases = append(phrases, item)
					continue
				}
				words = append(words, item, item+"s")
				for _, end := range []string{"er", "ir", "re"} {
					if stem, ok := strings.CutSuffix(item, end); ok && !strings.HasSuffix(stem, "è") {
						words = append(words, stem+"ent", stem+"aient", stem+"it", stem+"u", stem+"e")
					}
				}
			}
		}
	}
	return words, phrases
}

func TestEntryOfAgreesWithItsParts(t *testing.T) {
	words, _ := frenchOfSenses(t)
	for _, w := range words[:min(len(words), 20000)] {
		e := EntryOf(w)
		if got, want := e.Synonyms, Synonyms(w); !slices.Equal(got, want) {
			t.Errorf("synonyms of %s: got %v, want %v", w, got, want)
		}
		if got, want := e.Family, Family(w); !slices.Equal(got, want) {
			t.Errorf("family of %s: got %v, want %v", w, got, want)
		}
		want := len(Synonyms(w)) > 0
		for _, term := range ToEnglish([]string{w}) {
			want = want || len(term.Equivalents) > 0
		}
		if e.Known != want || HasFrench(w) != want {
			t.Errorf("%s: got known %v, %v, want %v", w, e.Known, HasFrench(w), want)
		}
	}
}

func TestSenseOfAgreesWithSenses(t *testing.T) {
	words, _ := frenchOfSenses(t)
	for _, w := range append(words[:min(len(words), 20000)], "vont", "fut", "élève", "élevé", "marché", "marche", "donnent", "pas", "a", "de", "2024") {
		var want []uint16
		for _, s := range Senses([]string{w}, false) {
			want = append(want, s.Rows...)
		}
		if got := SenseOf(w).Rows(); !slices.Equal(got, want) {
			t.Errorf("%s: got rows %v, want %v", w, got, want)
		}
	}
}

func TestPhrasesAgreesWithSenses(t *testing.T) {
	_, phrases := frenchOfSenses(t)
	found := 0
	for _, p := range phrases {
		if strings.ContainsAny(p, "-'’") {
			continue // cut otherwise
		}
		words := append(append([]string{"il", "va"}, strings.Fields(p)...), "pas", "encore", "de", "là")
		senses := make([]*Sense, len(words))
		for i, w := range words {
			senses[i] = SenseOf(w)
		}
		want := Senses(words, false)
		got := Phrases(words, senses)
		found += len(got)
		for i, s := range senses {
			if rows := s.Rows(); len(rows) > 0 {
				got = append(got, SenseTerm{i, 1, rows})
			}
		}
		same := func(a, b SenseTerm) bool {
			return a.First == b.First && a.Count == b.Count && slices.Equal(a.Rows, b.Rows)
		}
		order := func(a, b SenseTerm) int {
			return cmp.Or(a.First-b.First, a.Count-b.Count, slices.Compare(a.Rows, b.Rows))
		}
		slices.SortFunc(got, order)
		slices.SortFunc(want, order)
		if !slices.EqualFunc(got, want, same) {
			t.Errorf("%v: got %v, want %v", words, got, want)
		}
	}
	if found < len(phrases)/2 {
		t.Errorf("%d phrases found among %d", found, len(phrases))
	}
}
