package lexicon

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestCoverage counts how many content words of English questions about
// French texts the lexicon knows, and names those that it misses, the most
// frequent first: a change shows up as a change of the golden file. Names are
// words that stand with a capital, the first of a question aside.
func TestCoverage(t *testing.T) {
	data := os.Getenv("VERBATIM_TESTDATA")
	if data == "" {
		t.Skip("VERBATIM_TESTDATA is not set")
	}
	file, err := os.Open(filepath.Join(data, "eval", "piaf_dev_en.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	words, names := tally{missed: map[string]int{}}, tally{missed: map[string]int{}}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var row struct {
			Question string `json:"question_en"`
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		count(row.Question, &words, &names)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	got := "words " + words.String() + "names " + names.String() + words.mostMissed()
	golden := filepath.Join("testdata", "coverage.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%swant\n%s(go test -run Coverage -update ./knowledge/lexicon)", got, want)
	}
}

type tally struct {
	all, known, guessed int
	missed              map[string]int
}

// mostMissed are the words without an equivalent, a line each with how often
// they are asked, at most forty.
func (c tally) mostMissed() string {
	words := slices.SortedFunc(maps.Keys(c.missed), func(a, b string) int {
		return cmp.Or(cmp.Compare(c.missed[b], c.missed[a]), cmp.Compare(a, b))
	})
	var b strings.Builder
	for _, w := range words[:min(40, len(words))] {
		fmt.Fprintf(&b, "missed %d %s\n", c.missed[w], w)
	}
	return b.String()
}

func (c tally) String() string {
	return fmt.Sprintf("%d, known %d (%.1f%%), guessed %d (%.1f%%)\n", c.all,
		c.known, 100*float64(c.known)/float64(c.all), c.guessed, 100*float64(c.guessed)/float64(c.all))
}

func count(question string, words, names *tally) {
	cut := strings.FieldsFunc(question, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("'’-.", r)
	})
	lower := make([]string, len(cut))
	for i, w := range cut {
		lower[i] = strings.Trim(strings.ToLower(w), ".'’-")
	}
	for _, term := range ToFrench(lower) {
		for i := term.First; i < term.First+term.Count; i++ {
			w := lower[i]
			if small[w] || len(w) < 2 || strings.ContainsAny(w, "0123456789") {
				continue
			}
			c := words
			if i > 0 && unicode.IsUpper([]rune(cut[i])[0]) {
				c = names
			}
			c.all++
			switch {
			case term.Guessed:
				c.guessed++
			case len(term.Equivalents) > 0:
				c.known++
			default:
				c.missed[w]++
			}
		}
	}
}
