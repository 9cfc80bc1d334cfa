package summary

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
)

func article(t testing.TB, text string) *knowledge.Article {
	t.Helper()
	read, err := ingest.Text([]byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	return read.Article
}

// points are the texts of a summary.
func points(t testing.TB, a *knowledge.Article, n int) []string {
	t.Helper()
	var out []string
	for _, number := range sound(t, a, n) {
		s, _ := a.Sentence(number)
		out = append(out, a.Cut(s.Span))
	}
	return out
}

// sound extracts and checks what holds of every summary.
func sound(t testing.TB, a *knowledge.Article, n int) []int {
	t.Helper()
	numbers := Extract(a, n)
	if len(numbers) > n {
		t.Errorf("%d points, asked for %d", len(numbers), n)
	}
	said := map[string]bool{}
	for i, number := range numbers {
		s, ok := a.Sentence(number)
		if !ok || s.Kind != knowledge.KindProse || i > 0 && numbers[i-1] >= number {
			t.Fatalf("point %d of %v is sentence %d, a %q", i, numbers, number, s.Kind)
		}
		if text := a.Cut(s.Span); said[text] {
			t.Errorf("said twice: %q", text)
		} else {
			said[text] = true
		}
	}
	return numbers
}

func has(points []string, text string) bool {
	return slices.ContainsFunc(points, func(p string) bool { return strings.Contains(p, text) })
}

// The shared dispatch: what five points have to cover.
func TestSharedArticle(t *testing.T) {
	folder := os.Getenv("VERBATIM_TESTDATA")
	if folder == "" {
		t.Skip("VERBATIM_TESTDATA is not set")
	}
	text, err := os.ReadFile(filepath.Join(folder, "article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a := article(t, string(text))
	for _, n := range []int{3, 5, 8, 10} {
		got := points(t, a, n)
		t.Logf("%d:\n%s", n, strings.Join(got, "\n"))
		if len(got) != n {
			t.Errorf("%d points, want %d", len(got), n)
		}
		for _, want := range []string{"environ 10'000 soldats", "sans confirmer ou infirmer"} {
			if !has(got, want) {
				t.Errorf("%d points lack %q", n, want)
			}
		}
		if n >= 5 && (!has(got, "478 km2") || !has(got, "Rutte")) {
			t.Errorf("%d points lack the territory or Rutte", n)
		}
	}
}

const works = `Le pont de Mirval rouvrira en juin après deux ans de travaux, a annoncé mardi la ville de Mirval. Le chantier a coûté 14 millions de francs, soit 2 millions de plus que prévu.

`

// A sentence never stands without the one that says who or what is meant.
func TestNothingStandsWithoutWhatItNeeds(t *testing.T) {
	for name, c := range map[string]struct{ text, leaning, needed string }{
		"inside a quotation": {
			works + "«Le pont de Mirval a tenu malgré les crues du chantier. La ville de Mirval a payé 14 millions de travaux. Il faudra encore repeindre les piles», a déclaré l'ingénieure Lise Favre.",
			"a payé 14 millions de travaux", "Lise Favre"},
		"pronoun": {
			works + "L'ingénieure Lise Favre a surveillé tout le chantier du pont de Mirval. Elle a trouvé 47 fissures dans les piles du pont de Mirval en juin.",
			"Elle a trouvé", "L'ingénieure Lise Favre"},
		"what was said goes on": {
			works + "«Le pont de Mirval tiendra un siècle», a déclaré l'ingénieure Lise Favre.\n\n«Les travaux du pont de Mirval ont demandé 300 ouvriers et deux ans», a-t-elle poursuivi.",
			"300 ouvriers", "Lise Favre"},
		"demonstrative": {
			works + "Un rapport de la commission chiffre le surcoût des travaux du pont de Mirval. Cette estimation de la ville de Mirval atteint 2 millions de francs en deux ans de chantier.",
			"Cette estimation", "Un rapport"},
	} {
		t.Run(name, func(t *testing.T) {
			a := article(t, c.text+"\n\nLes commerçants de Mirval attendent la réouverture du pont avec impatience depuis le printemps.")
			ever := false
			for n := 1; n <= 10; n++ {
				got := points(t, a, n)
				ever = ever || has(got, c.leaning)
				if has(got, c.leaning) && !has(got, c.needed) {
					t.Errorf("%d points: %q stands without %q", n, c.leaning, c.needed)
				}
			}
			if !ever {
				t.Error("it is never chosen, not even among ten")
			}
		})
	}
}

// What the article says twice, a summary says once.
func TestSaidTwiceIsSaidOnce(t *testing.T) {
	for name, again := range map[string]string{
		"word for word": "Le pont de Mirval rouvrira en juin après deux ans de travaux, a annoncé mardi la ville de Mirval.",
		"shorter":       "Le pont de Mirval rouvrira en juin après deux ans de travaux.",
		"other words":   "La ville de Mirval a annoncé mardi la réouverture en juin du pont, après deux ans de chantier.",
	} {
		t.Run(name, func(t *testing.T) {
			a := article(t, works+"Les commerçants de la rive gauche attendent les clients.\n\n"+again+"\n\nUn marché couvert ouvrira sous la culée nord à la fin de l'été.")
			got := points(t, a, 10)
			if len(got) != 4 || has(got, "rouvrira en juin") && has(got, "réouverture en juin") {
				t.Errorf("got %q", got)
			}
		})
	}
	for name, other := range map[string]string{
		"another figure": "Le pont de Mirval rouvrira en juin après 3 ans de travaux, a annoncé mardi la ville de Mirval.",
		"a negation":     "Le pont de Mirval ne rouvrira pas en juin après deux ans de travaux, a annoncé mardi la ville de Mirval.",
	} {
		t.Run(name, func(t *testing.T) {
			a := article(t, works+"Les commerçants de la rive gauche attendent les clients.\n\n"+other)
			if got := points(t, a, 10); len(got) != 4 {
				t.Errorf("it says something else, yet is left out: %q", got)
			}
		})
	}
}

// Layout is no content.
func TestOnlyProseIsChosen(t *testing.T) {
	for name, a := range newsroom(t) {
		for n := 1; n <= 10; n++ {
			if got := sound(t, a, n); len(got) < min(n, 8) {
				t.Errorf("%s: %d points of %d", name, len(got), n)
			}
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add(works, 5)
	f.Add("«A. B. C. D. Il dit que non et que oui et encore une fois non.", 3)
	f.Add("» Il nie. Il accuse le maire d'avoir menti. Celui-ci conteste toute implication dans cette affaire.", 2)
	f.Add("Il. Il. Il. Elle nie avoir accusé quelqu'un de quoi que ce soit hier.\n\nIl accuse «le maire. Elle nie", 1)
	f.Fuzz(func(t *testing.T, text string, n int) {
		read, err := ingest.Text([]byte(text), "")
		if err != nil {
			return
		}
		n = 1 + (n%10+10)%10
		first := sound(t, read.Article, n)
		if again := Extract(read.Article, n); !slices.Equal(first, again) {
			t.Errorf("%v, then %v", first, again)
		}
	})
}
