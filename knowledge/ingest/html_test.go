package ingest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/knowledge"
)

// expectation is what stands beside a page: a head of "name: value" lines, a
// blank line, and the blocks of the text after the title, "kind: words" each.
type expectation struct {
	head   map[string]string
	blocks []string
}

func readExpectation(t *testing.T, path string) expectation {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(strings.TrimSpace(string(data)), "\n\n")
	e := expectation{head: map[string]string{}}
	for line := range strings.Lines(head) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		e.head[name] = value
	}
	if body != "" {
		e.blocks = strings.Split(body, "\n")
	}
	return e
}

// blocksOf joins an article's sentences to its paragraphs, without the title.
func blocksOf(a *knowledge.Article) []string {
	var blocks []string
	last := 0
	for _, s := range a.Sentences {
		switch {
		case s.Kind == knowledge.KindTitle:
		case s.Paragraph == last:
			blocks[len(blocks)-1] += " " + a.Cut(s.Span)
		default:
			blocks = append(blocks, string(s.Kind)+": "+a.Cut(s.Span))
		}
		last = s.Paragraph
	}
	return blocks
}

// wordF1 is the harmonic mean of precision and recall over words.
func wordF1(got, want string) float64 {
	g, w := strings.Fields(got), strings.Fields(want)
	left := map[string]int{}
	for _, word := range w {
		left[word]++
	}
	both := 0
	for _, word := range g {
		if left[word] > 0 {
			left[word]--
			both++
		}
	}
	return 2 * float64(both) / float64(len(g)+len(w))
}

func TestHTMLReadsPages(t *testing.T) {
	pages, _ := filepath.Glob("testdata/pages/*.html")
	if len(pages) < 12 {
		t.Fatalf("there are %d pages", len(pages))
	}
	for _, path := range pages {
		name := strings.TrimSuffix(filepath.Base(path), ".html")
		t.Run(name, func(t *testing.T) {
			want := readExpectation(t, strings.TrimSuffix(path, ".html")+".txt")
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			r, err := HTML(data, want.head["address"], want.head["type"])
			if message := want.head["error"]; message != "" {
				if !errors.Is(err, ErrNoArticle) || !strings.Contains(err.Error(), message) {
					t.Fatalf("got %v, want ErrNoArticle with %q", err, message)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			checkPage(t, r, want)
		})
	}
}

func checkPage(t *testing.T, r Result, want expectation) {
	t.Helper()
	a := r.Article
	for _, field := range []struct{ name, got string }{
		{"title", a.Title}, {"date", a.Date}, {"agency", a.Agency}, {"address", a.Source},
	} {
		if field.got != want.head[field.name] {
			t.Errorf("%s: got %q, want %q", field.name, field.got, want.head[field.name])
		}
	}
	if a.Sentences[0].Kind != knowledge.KindTitle || a.Cut(a.Sentences[0].Span) != a.Title {
		t.Errorf("the text begins with %q, not with the title", a.Cut(a.Sentences[0].Span))
	}
	if notes := english(r.Notes); !strings.Contains(notes, want.head["note"]) || (notes == "") != (want.head["note"] == "") {
		t.Errorf("notes: got %q, want %q", notes, want.head["note"])
	}
	got, wanted := strings.Join(blocksOf(a), "\n"), strings.Join(want.blocks, "\n")
	if f := wordF1(got, wanted); got != wanted {
		t.Errorf("F1 %.3f\ngot\n%s\nwant\n%s", f, got, wanted)
	}
}

func TestHTMLErrors(t *testing.T) {
	tests := []struct {
		name, page string
		want       error
	}{
		{"empty", " \n", ErrEmpty},
		{"too large", strings.Repeat(" ", MaxPageBytes+1), ErrTooLarge},
		{"no sentences", "<p>Bonjour", ErrNoArticle},
		{"one sentence", "<h1>Un titre</h1><p>Le maire a parlé devant les habitants réunis.</p>", ErrNoArticle},
	}
	for _, test := range tests {
		if _, err := HTML([]byte(test.page), "", "text/html"); !errors.Is(err, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, err, test.want)
		}
	}
	var few *FewError
	_, err := HTML([]byte("<h1>Un titre</h1><p>Le maire a parlé. Les habitants ont écouté.</p>"), "", "")
	if !errors.As(err, &few) || few.Sentences != 2 {
		t.Errorf("two sentences: got %v", err)
	}
}

func FuzzHTML(f *testing.F) {
	pages, _ := filepath.Glob("testdata/pages/*.html")
	for _, path := range pages {
		if data, err := os.ReadFile(path); err == nil && len(data) < 6000 {
			f.Add(data, "https://journal.example/a", "text/html; charset=utf-8")
		}
	}
	f.Add([]byte("<p>Un. Deux. Trois.<br><br>Quatre."), "page.html", "")
	f.Add([]byte("<script type=application/ld+json>[[[{\"@type\":[[]]}]]]</script><h1>"), "", "text/html; charset=x")
	f.Fuzz(func(t *testing.T, data []byte, source, contentType string) {
		r, err := HTML(data, source, contentType)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("the error has several lines: %q", err)
			}
			return
		}
		a := r.Article
		if !utf8.ValidString(a.Text) || a.Title == "" {
			t.Fatalf("title %q, text %q", a.Title, a.Text)
		}
		end, paragraph := 0, 0
		for i, s := range a.Sentences {
			if s.Number != i+1 || s.Start < end || s.Empty() || s.End > len(a.Text) || s.Paragraph < paragraph {
				t.Fatalf("sentence %d is %+v after byte %d", i, s, end)
			}
			if words := a.Cut(s.Span); strings.TrimSpace(words) != words {
				t.Fatalf("sentence %d is %q", i, words)
			}
			end, paragraph = s.End, s.Paragraph
		}
	})
}

// A page that is built to keep extraction busy is read without it.
func TestHTMLWithoutExtraction(t *testing.T) {
	const words = "Le maire de la ville a parlé devant les habitants réunis dans la salle des fêtes du village. "
	var body strings.Builder
	for i := range 30 {
		fmt.Fprintf(&body, "<p>%d. %s</p>", i, words)
	}
	article := "<h1>Le maire a parlé</h1><article>" + body.String() + "</article>"
	for name, page := range map[string]string{
		"elements": article + strings.Repeat("<i>x</i>", maxElements),
		"depth":    article + strings.Repeat("<div>"+words, 400) + strings.Repeat("<p>"+words, 8000),
	} {
		r, err := HTML([]byte(page), "", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := proseSentences(r.Article); got < 30 || got > 70 {
			t.Errorf("%s: got %d sentences of 30 paragraphs", name, got)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	data, err := os.ReadFile("testdata/pages/daily_paywall.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := HTML(data, "", ""); err != nil {
			b.Fatal(err)
		}
	}
}

// english are notes in English, one after the other.
func english(notes []Note) string {
	var all []string
	for _, n := range notes {
		all = append(all, n.English)
	}
	return strings.Join(all, " ")
}
