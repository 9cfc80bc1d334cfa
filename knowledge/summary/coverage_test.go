package summary

import (
	"encoding/json"
	"flag"
	"fmt"
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
	files, err := filepath.Glob("../eval/testdata/news/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d articles, %v", len(files), err)
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

func facts(t testing.TB) map[string][]fact {
	t.Helper()
	text, err := os.ReadFile("testdata/coverage.json")
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

// What summaries hold of the key facts, article by article: a change of the
// choice shows in the golden file.
func TestCoverage(t *testing.T) {
	articles, all := newsroom(t), facts(t)
	if len(all) != len(articles) {
		t.Errorf("facts of %d articles, want %d", len(all), len(articles))
	}
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	held, total := make([]int, len(lengths)), 0
	for _, name := range names {
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
	if *update {
		if err := os.WriteFile("testdata/coverage.golden", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/coverage.golden")
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("got\n%s\nwant\n%s\n(-update writes it anew)", got, want)
	}
	for i, least := range []float64{0.4, 0.6, 0.8} {
		if share := float64(held[i]) / float64(total); share < least {
			t.Errorf("%s: %.2f of the key facts, want %.2f", lengths[i].name, share, least)
		}
	}
}
