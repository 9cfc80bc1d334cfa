package proof

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"
)

var (
	update = flag.Bool("update", false, "write the golden table again")
	show   = flag.String("show", "", "print rows: wrong-proved, right-refuted, right-undecided, wrong-undecided, or a row's id")
)

type row struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	Right     bool     `json:"right"`
	Claim     string   `json:"claim"`
	Sentences []string `json:"sentences"`
	Date      string   `json:"date"`
}

func rows(t testing.TB, path string) []row {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out []row
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var r row
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

func (r row) find() Finding { return Claim(r.Claim, Evidence{Sentences: r.Sentences, Date: r.Date}) }

// tally counts verdicts: [right or wrong][verdict].
type tally map[string]map[Verdict]int

func (t tally) add(key string, v Verdict) {
	if t[key] == nil {
		t[key] = map[Verdict]int{}
	}
	t[key][v]++
}

func (t tally) String() string {
	keys := make([]string, 0, len(t))
	for k := range t {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s %7s %7s %9s\n", "", "proved", "refuted", "undecided")
	for _, k := range keys {
		fmt.Fprintf(&b, "%-24s %7d %7d %9d\n", k, t[k][Proved], t[k][Refuted], t[k][Undecided])
	}
	return b.String()
}

// TestClaims scores the claim set by kind. The table shows what a change does;
// the bounds are what the bot promises.
func TestClaims(t *testing.T) {
	got := tally{}
	total := map[bool]map[Verdict]int{true: {}, false: {}}
	for _, r := range rows(t, "testdata/claims.jsonl") {
		f := r.find()
		word := map[bool]string{true: "right", false: "wrong"}[r.Right]
		if part, _, ok := strings.Cut(r.ID, "-"); ok && (part == "held" || part == "news") {
			word = part + " " + word
		}
		got.add(word+" "+r.Kind, f.Verdict)
		got.add(word, f.Verdict)
		total[r.Right][f.Verdict]++
		if strings.TrimPrefix(strings.TrimPrefix(word, "held "), "news ")+"-"+string(f.Verdict) == *show || *show == r.ID {
			t.Logf("%s %s %s\n  %s\n  %v\n  %s", r.ID, r.Kind, f.Verdict, r.Claim, r.Sentences, strings.Join(f.Reasons, "\n  "))
		}
	}
	compare(t, "testdata/claims.golden", got.String())
}

// TestHeldOut scores claims whose words the rules are not written from; it
// prints no row. Their totals were watched while rules were made, so that a
// set that is new may score lower.
func TestHeldOut(t *testing.T) {
	got := tally{}
	for _, r := range rows(t, "testdata/heldout.jsonl") {
		word := map[bool]string{true: "right", false: "wrong"}[r.Right]
		got.add(word, r.find().Verdict)
		got.add(word+" "+r.Kind, r.find().Verdict)
	}
	compare(t, "testdata/heldout.golden", got.String())
}

func compare(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the table changed: run with -update where that is right\ngot:\n%s\nwant:\n%s", got, want)
	}
}
