package page_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/bot"
	"verbatim/bot/page"
	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
)

// everyPage runs a test on the page in both languages, with the translation
// and without.
func everyPage(t *testing.T, test func(t *testing.T, d page.Document, root *html.Node)) {
	for _, language := range []string{"fr", "en"} {
		for _, translated := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s translated %v", language, translated), func(t *testing.T) {
				d := document(t, language, translated)
				test(t, d, parse(t, render(t, d)))
			})
		}
	}
}

// wantSentences checks that each sentence stands on the page once, byte for byte.
func wantSentences(t testing.TB, a *knowledge.Article, root *html.Node) {
	t.Helper()
	if got := len(elements(root, classed("t"))); got != len(a.Sentences) {
		t.Errorf("%d sentences on the page, want %d", got, len(a.Sentences))
	}
	for _, s := range a.Sentences {
		found := byID(root, fmt.Sprintf("s%d", s.Number))
		if len(found) != 1 {
			t.Errorf("sentence %d stands there %d times", s.Number, len(found))
			continue
		}
		inner := elements(found[0], classed("t"))
		if len(inner) != 1 || text(inner[0]) != a.Cut(s.Span) {
			t.Errorf("#s%d holds %d texts, want %q alone", s.Number, len(inner), a.Cut(s.Span))
		}
	}
}

func TestEverySentenceStandsThereOnce(t *testing.T) {
	everyPage(t, func(t *testing.T, d page.Document, root *html.Node) { wantSentences(t, d.Article, root) })
}

func TestSampleIsWhole(t *testing.T) {
	d := sampleDocument(t, "fr")
	wantSentences(t, d.Article, parse(t, render(t, d)))
}

func FuzzSentencesAreWhole(f *testing.F) {
	for _, seed := range []string{lighthouse, "Un <b>mot</b>.\r\n\r\nDeux\x00 mots & « trois »…", "A\u2028b.\n\n</script><!--\n\n\U0001F600 fin."} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ingest.Text(data, "")
		if err != nil {
			return
		}
		wantSentences(t, r.Article, parse(t, render(t, page.Document{Article: r.Article, Language: "fr"})))
	})
}

func TestLinksLeadSomewhere(t *testing.T) {
	everyPage(t, func(t *testing.T, _ page.Document, root *html.Node) {
		ids := map[string]int{}
		for _, n := range elements(root, func(n *html.Node) bool { return attr(n, "id") != "" }) {
			if ids[attr(n, "id")]++; ids[attr(n, "id")] > 1 {
				t.Errorf("two elements have the id %s", attr(n, "id"))
			}
		}
		marks := 0
		for _, a := range elements(root, tagged(atom.A)) {
			href := attr(a, "href")
			switch id, inside := strings.CutPrefix(href, "#"); {
			case inside && ids[id] != 1:
				t.Errorf("%s leads nowhere", href)
			case !inside && href != "https://www.example.org/tourlan/2025":
				t.Errorf("a link leads to %s", href)
			case !inside && !strings.Contains(attr(a, "rel"), "noopener"):
				t.Errorf("the link to %s may reach back", href)
			}
			if classed("c")(a) {
				marks++
			}
		}
		if marks < 5 {
			t.Errorf("%d marks, want at least the summary's 5", marks)
		}
	})
}

func TestNothingComesFromElsewhere(t *testing.T) {
	everyPage(t, func(t *testing.T, _ page.Document, root *html.Node) {
		for n := range root.Descendants() {
			if tagged(atom.Link, atom.Img, atom.Iframe, atom.Object, atom.Embed, atom.Base, atom.Form, atom.Audio, atom.Video)(n) {
				t.Errorf("there is a %s", n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "srcset" {
					t.Errorf("%s has %s=%q", n.Data, a.Key, a.Val)
				}
			}
		}
		policy := ""
		for _, m := range elements(root, tagged(atom.Meta)) {
			if attr(m, "http-equiv") == "Content-Security-Policy" {
				policy = attr(m, "content")
			}
		}
		if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") {
			t.Errorf("the policy is %q", policy)
		}
		for tag, directive := range map[atom.Atom]string{atom.Style: "style-src", atom.Script: "script-src"} {
			found := elements(root, tagged(tag))
			if len(found) != 1 {
				t.Fatalf("%d of %s", len(found), tag)
			}
			sum := sha256.Sum256([]byte(text(found[0])))
			if want := directive + " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) {
				t.Errorf("the policy %q lacks %s", policy, want)
			}
			if loads := regexp.MustCompile(`@import|url\(|https?:|import\(|fetch\(`).FindString(text(found[0])); loads != "" {
				t.Errorf("%s has %s", tag, loads)
			}
		}
	})
}

func TestEachTextTellsItsLanguage(t *testing.T) {
	everyPage(t, func(t *testing.T, d page.Document, root *html.Node) {
		if got := attr(elements(root, tagged(atom.Html))[0], "lang"); got != d.Language {
			t.Errorf("the page speaks %q, want %q", got, d.Language)
		}
		for class, want := range map[string]string{"t": "fr", "own": "fr", "tr": "en"} {
			for _, n := range elements(root, classed(class)) {
				if classed("missing")(n) {
					continue
				}
				if got := spoken(n); got != want {
					t.Errorf("%q is in %q, want %q", text(n), got, want)
				}
			}
		}
		for i, h := range elements(root, tagged(atom.H3)) {
			if got := spoken(h); got != d.Questions[i].Language || text(h) != d.Questions[i].Question {
				t.Errorf("question %d: %q in %q", i, text(h), got)
			}
		}
	})
}

func TestTranslationIsLabelled(t *testing.T) {
	for language, want := range map[string][]string{
		"fr": {"Traduction automatique par mistral-small", "l'original fait foi", "Pas de traduction\u00a0: négation\u00a0: l'original a «\u00a0ni\u00a0», la traduction ne nie rien"},
		"en": {"Machine translation by mistral-small", "the original is what counts", "No translation: negation:"},
	} {
		d := document(t, language, true)
		root := parse(t, render(t, d))
		shown := text(root)
		for _, w := range want {
			if !strings.Contains(shown, w) {
				t.Errorf("%s: there is no %q", language, w)
			}
		}
		if got := len(elements(root, classed("row"))); got != len(d.Article.Sentences)-1 { // the title stands apart
			t.Errorf("%d rows for %d sentences", got, len(d.Article.Sentences))
		}
		for _, r := range d.Translation.Rows {
			if r.Text != "" && strings.Count(shown, r.Text) < 1 {
				t.Errorf("%q is not shown", r.Text)
			}
		}
	}
}

func TestRowThatIsNotThere(t *testing.T) {
	d := document(t, "en", true)
	d.Translation.Rows = d.Translation.Rows[:3]
	root := parse(t, render(t, d))
	wantSentences(t, d.Article, root)
	if got := len(elements(root, classed("missing"))); got != len(d.Article.Sentences)-3 {
		t.Errorf("%d rows say that they have no translation, want %d", got, len(d.Article.Sentences)-3)
	}
}

func TestAnswers(t *testing.T) {
	d := document(t, "en", false)
	root := parse(t, render(t, d))
	answers := elements(root, classed("answer"))
	if len(answers) != 3 {
		t.Fatalf("%d answers, want 3", len(answers))
	}
	for i, want := range []string{"environ 2,4 millions d'euros", "I found no answer in this article", "Written by mistral-small, checked automatically."} {
		if !strings.Contains(text(answers[i]), want) {
			t.Errorf("answer %d is %q, want %q in it", i, text(answers[i]), want)
		}
	}
	if n := len(elements(answers[1], tagged(atom.Blockquote))); n != 1 || len(elements(answers[1], tagged(atom.Li))) > 0 {
		t.Errorf("the refusal has %d closest sentences, want the one that its lead speaks of", n)
	}
}

func TestSentencesHaveTheirTranslationBelow(t *testing.T) {
	for language, want := range map[string]int{"en": 5, "fr": 0} {
		d := document(t, language, true)
		root := parse(t, render(t, d))
		brief := elements(root, classed("brief"))[0]
		glosses := elements(brief, classed("gloss"))
		missing := 0
		for _, c := range d.Summary.Citations {
			if d.Translation.Rows[c.Sentence-1].Text == "" {
				missing++
			}
		}
		if got := len(glosses); got != max(0, want-missing) {
			t.Errorf("%s: %d translations in the summary, want %d", language, got, want-missing)
		}
		if labelled := strings.Contains(text(brief), "Machine translations by mistral-small."); labelled != (want > 0) {
			t.Errorf("%s: labelled %v", language, labelled)
		}
		if want > 0 && text(glosses[0]) != d.Translation.Rows[d.Summary.Citations[0].Sentence-1].Text {
			t.Errorf("under the first point stands %q", text(glosses[0]))
		}
	}
}

func TestMarksCountAsTheScriptDoes(t *testing.T) {
	const before, part = "Un \U0001F600 vu é", "côté \U0001F600"
	a := &knowledge.Article{ID: "x", Title: "X", Language: "fr", Text: before + part + "."}
	a.Sentences = []knowledge.Sentence{{Number: 1, Paragraph: 1, Kind: knowledge.KindProse, Span: knowledge.Span{End: len(a.Text)}}}
	cited := knowledge.Citation{Article: a, Sentence: 1, Quote: knowledge.Span{Start: len(before), End: len(before + part)}}
	root := parse(t, render(t, page.Document{Article: a, Summary: &bot.Answer{
		Language: "fr", Mode: bot.ModeLLM, Model: "m", Answered: true, Citations: []knowledge.Citation{cited},
		Claims: []knowledge.Claim{{Text: "Un point.", Citations: []int{1, 7}}},
	}}))
	marks := elements(root, classed("c"))
	if len(marks) != 1 {
		t.Fatalf("%d marks, want 1: the other citation is not there", len(marks))
	}
	from, _ := strconv.Atoi(attr(marks[0], "data-from"))
	to, _ := strconv.Atoi(attr(marks[0], "data-to"))
	units := utf16.Encode([]rune(text(elements(root, classed("t"))[0])))
	if from >= to || to > len(units) || string(utf16.Decode(units[from:to])) != part {
		t.Errorf("the mark is %d to %d, want %q", from, to, part)
	}
}

func TestCitationOfAnotherArticle(t *testing.T) {
	d := document(t, "fr", false)
	other := read(t, "Une autre dépêche\n\nElle dit autre chose. Elle le dit deux fois.", "")
	d.Questions = []bot.Answer{{Question: "Quoi ?", Language: "fr", Answered: true,
		Citations: []knowledge.Citation{{Article: other, Sentence: 2}},
		Claims:    []knowledge.Claim{{Text: other.Cut(other.Sentences[1].Span), Citations: []int{1}, Proof: knowledge.ProofVerbatim}}}}
	answer := elements(parse(t, render(t, d)), classed("answer"))[0]
	if n := len(elements(answer, tagged(atom.A))); n != 0 || !strings.Contains(text(answer), "[1] "+other.Title) {
		t.Errorf("%d links in %q; want none, and the other article's name", n, text(answer))
	}
}

func TestFrenchTypography(t *testing.T) {
	d := document(t, "fr", true)
	for _, n := range elements(parse(t, render(t, d)), func(n *html.Node) bool { return spoken(n) == "fr" }) {
		if tagged(atom.Style, atom.Script)(n) {
			continue
		}
		for c := range n.ChildNodes() {
			if c.Type == html.TextNode && regexp.MustCompile(`[ ][;:?!»]|« `).MatchString(c.Data) && !strings.Contains(lighthouse, c.Data) && c.Data != "Combien a coûté le chantier ?" {
				t.Errorf("a plain space stands in %q", c.Data)
			}
		}
	}
}

func TestNoArticle(t *testing.T) {
	if err := page.HTML(&strings.Builder{}, page.Document{}); err == nil {
		t.Error("a page without an article is no error")
	}
	if err := page.Markdown(&strings.Builder{}, page.Document{}); err == nil {
		t.Error("Markdown without an article is no error")
	}
}

func BenchmarkHTML(b *testing.B) {
	d := document(b, "fr", true)
	for b.Loop() {
		render(b, d)
	}
}
