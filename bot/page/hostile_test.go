package page_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/bot"
	"verbatim/bot/page"
	"verbatim/knowledge"
)

const attack = `</script></style><script>alert(1)</script><img src=x onerror=alert(1)>" onclick='x' &lt; ` + "`${1}` {{.}} ]]> <!-- \u202e"

// hostile has an attack in every text that comes from outside.
func hostile() page.Document {
	a := &knowledge.Article{
		ID: `x"><script>`, Title: attack, Titled: true, Date: attack, Language: `fr" onload="x`,
		Source: "javascript:alert(1)//" + attack, Agency: attack, Text: strings.Repeat(attack+"\n", 5),
	}
	for i, kind := range []knowledge.Kind{knowledge.KindTitle, knowledge.KindByline, knowledge.KindCaption, knowledge.KindHeading, knowledge.KindProse} {
		at := i * (len(attack) + 1)
		a.Sentences = append(a.Sentences, knowledge.Sentence{Number: i + 1, Paragraph: i + 1, Kind: kind, Span: knowledge.Span{Start: at, End: at + len(attack)}})
	}
	last := a.Sentences[4]
	answer := bot.Answer{
		Question: attack, Language: attack, Mode: bot.ModeLLM, Model: attack, Answered: true, Lead: attack, Warning: attack,
		Citations: []knowledge.Citation{{Article: a, Sentence: 5, Quote: knowledge.Span{Start: last.Start + 3, End: last.Start + 40}}},
		Claims:    []knowledge.Claim{{Text: attack, Citations: []int{1, 0, -1}}, {Text: attack, Citations: []int{1}, Proof: knowledge.ProofVerbatim}},
	}
	refusal := bot.Answer{Question: attack, Language: "en", Lead: attack, Closest: answer.Citations}
	t := &bot.Translation{Article: a, To: attack, Model: attack, Warning: attack}
	for i, s := range a.Sentences {
		row := bot.Translated{Sentence: s, Text: attack}
		if i%2 == 1 {
			row = bot.Translated{Sentence: s, Warning: attack}
		}
		t.Rows = append(t.Rows, row)
	}
	return page.Document{Article: a, Language: attack, Translation: t, Summary: &answer, Questions: []bot.Answer{answer, refusal}}
}

func TestNothingFromOutsideIsMarkup(t *testing.T) {
	d := hostile()
	for _, translated := range []bool{true, false} {
		if !translated {
			d.Translation = nil
		}
		root := parse(t, render(t, d))
		wantSentences(t, d.Article, root)
		for n := range root.Descendants() {
			if n.Type == html.CommentNode || tagged(atom.Img)(n) {
				t.Errorf("the attack became %q", n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" {
					t.Errorf("%s has %s", n.Data, a.Key)
				}
				if a.Key == "lang" && strings.ContainsAny(a.Val, `" <`) {
					t.Errorf("%s has the language %q", n.Data, a.Val)
				}
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("a link leads to %q", a.Val)
				}
			}
		}
		if n := len(elements(root, tagged(atom.Script))); n != 1 {
			t.Errorf("%d scripts, want the page's own", n)
		}
	}
}

func TestSourcesThatAreLinks(t *testing.T) {
	for source, want := range map[string]string{
		"https://example.org/a?b=c&d=\"e'f":  "https://example.org/a?b=c&d=%22e%27f",
		"http://example.org:8080/é":          "http://example.org:8080/%C3%A9",
		"https://user:secret@example.org/":   "https://example.org/",
		"HTTPS://EXAMPLE.org/":               "https://EXAMPLE.org/",
		"javascript:alert(1)":                "",
		"https:alert(1)":                     "",
		"data:text/html,<script>":            "",
		"//example.org/":                     "",
		"ftp://example.org/":                 "",
		"dispatch.txt":                       "",
		" https://example.org/":              "",
		"https://exa mple.org/":              "",
		"":                                   "",
		"vbscript://example.org/%0Aalert(1)": "",
	} {
		a := *read(t, lighthouse, "")
		a.Source = source
		shown := render(t, page.Document{Article: &a})
		got := ""
		for _, n := range elements(parse(t, shown), classed("source")) {
			got = attr(n, "href")
		}
		if got != want {
			t.Errorf("%q becomes the link %q, want %q", source, got, want)
		}
		if strings.Contains(shown, "secret") {
			t.Errorf("%q: a password is shown", source)
		}
	}
}
