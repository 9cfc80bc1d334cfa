package summary

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
	"verbatim/knowledge/sample"
)

var update = flag.Bool("update", false, "write the golden files anew")

// fact is something that a good summary of five sentences holds; any of the
// texts shows it. The facts were chosen by reading the articles.
type fact struct {
	Fact string
	Any  []string
}

var lengths = []struct {
	name   string
	points int
}{{"short", 3}, {"medium", 5}, {"long", 10}}

// newsroom is the project's own articles by name.
func newsroom(t testing.TB) map[string]*knowledge.Article {
	t.Helper()
	articles := map[string]*knowledge.Article{"dispatch": sample.Article()}
	var files []string
	for _, folder := range []string{"news", "reports", "unseen"} {
		more, err := filepath.Glob("../eval/testdata/" + folder + "/*.txt")
		if err != nil || len(more) == 0 {
			t.Fatalf("no articles in %s, %v", folder, err)
		}
		files = append(files, more...)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		read, err := ingest.Text(text, filepath.Base(file))
		if err != nil {
			t.Fatal(err)
		}
		articles[strings.TrimSuffix(filepath.Base(file), ".txt")] = read.Article
	}
	return articles
}

// facts are those of a set by article.
func facts(t testing.TB, set string) map[string][]fact {
	t.Helper()
	text, err := os.ReadFile("testdata/" + set + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string][]fact
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

var plain = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "’", "'")

// holds tells whether sentences of an article show a fact.
func (f fact) holds(a *knowledge.Article, numbers []int) bool {
	return slices.ContainsFunc(numbers, func(n int) bool {
		s, _ := a.Sentence(n)
		text := plain.Replace(a.Cut(s.Span))
		return slices.ContainsFunc(f.Any, func(some string) bool { return strings.Contains(text, plain.Replace(some)) })
	})
}

// sets are those of the key facts with the least shares of them that summaries
// of each length hold. No weight is chosen by the articles of "heldout".
var sets = []struct {
	name  string
	least []float64
}{{"coverage", []float64{0.45, 0.65, 0.85}}, {"heldout", []float64{0.45, 0.6, 0.85}}}

// What summaries hold of the key facts, article by article: a change of the
// choice shows in the golden files.
func TestCoverage(t *testing.T) {
	articles, seen := newsroom(t), 0
	for _, set := range sets {
		t.Run(set.name, func(t *testing.T) {
			all := facts(t, set.name)
			seen += len(all)
			got, held, total := coverage(t, articles, all)
			golden(t, set.name, got)
			for i, least := range set.least {
				if share := float64(held[i]) / float64(total); share < least {
					t.Errorf("%s: %.2f of the key facts, want %.2f", lengths[i].name, share, least)
				}
			}
		})
	}
	if seen != len(articles) {
		t.Errorf("facts of %d articles, want %d", seen, len(articles))
	}
}

// coverage tells what summaries hold of the facts, how many by length, and how
// many there are.
func coverage(t *testing.T, articles map[string]*knowledge.Article, all map[string][]fact) (string, []int, int) {
	var b strings.Builder
	held, total := make([]int, len(lengths)), 0
	for _, name := range slices.Sorted(maps.Keys(all)) {
		a := articles[name]
		everything := make([]int, len(a.Sentences))
		for i := range everything {
			everything[i] = i + 1
		}
		total += len(all[name])
		fmt.Fprintf(&b, "%s\n", name)
		for _, f := range all[name] {
			if !f.holds(a, everything) {
				t.Errorf("%s: %q stands nowhere", name, f.Fact)
			}
		}
		for i, length := range lengths {
			numbers := Extract(a, length.points)
			var missing []string
			for _, f := range all[name] {
				if f.holds(a, numbers) {
					held[i]++
				} else {
					missing = append(missing, f.Fact)
				}
			}
			fmt.Fprintf(&b, "  %-6s %v without: %s\n", length.name, numbers, strings.Join(missing, ", "))
		}
	}
	for i, length := range lengths {
		fmt.Fprintf(&b, "%s: %d of %d\n", length.name, held[i], total)
	}
	return b.String(), held, total
}

// golden compares with a file, or writes it anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name + ".golden"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s\n(-update writes it anew)", got, want)
	}
}
