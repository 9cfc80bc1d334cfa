package ingest

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"verbatim/knowledge"
)

const prose = "Le conseil communal a voté mardi le budget de l'an prochain. L'opposition s'est abstenue.\n\n" +
	"La dette recule de 3,2%, selon la municipalité. Le syndic s'en félicite."

// outline is each sentence of an article as « kind: text ».
func outline(a *knowledge.Article) []string {
	var out []string
	for _, s := range a.Sentences {
		out = append(out, string(s.Kind)+": "+a.Cut(s.Span))
	}
	return out
}

func read(t *testing.T, text string) *knowledge.Article {
	t.Helper()
	r, err := Text([]byte(text), "")
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return r.Article
}

func TestTextReadsMetadata(t *testing.T) {
	for name, c := range map[string]struct {
		text, title, date, agency, source string
	}{
		"date glued":        {" date 2024-10 " + prose, "", "2024-10", "", ""},
		"date alone":        {"date 2024-10-27\n\n" + prose, "", "2024-10-27", "", ""},
		"key":               {"Date: 2024-10-27\n" + prose, "", "2024-10-27", "", ""},
		"French key":        {"Titre : Budget accepté\nDate : 27 octobre 2024\nSource : ATS\n\n" + prose, "Budget accepté", "2024-10-27", "ATS", ""},
		"front matter":      {"---\ntitle: \"Budget accepté\"\ndate: 2024-10-27T08:00:00Z\nsource: https://exemple.ch/budget\ntags: [a]\n---\n\n" + prose, "Budget accepté", "2024-10-27", "", "https://exemple.ch/budget"},
		"month in words":    {"Date : octobre 2024\n\n" + prose, "", "2024-10", "", ""},
		"stamp":             {"Budget accepté\n\nPublié le 27.10.2024 à 10:32\n\n" + prose, "Budget accepté", "2024-10-27", "", ""},
		"date line":         {"Budget accepté\n\n27 octobre 2024\n\n" + prose, "Budget accepté", "2024-10-27", "", ""},
		"Markdown":          {"# Budget accepté.\n\n" + prose, "Budget accepté.", "", "", ""},
		"title, by, date":   {"Budget accepté\nPar Anne Rochat\n27 octobre 2024\n\n" + prose, "Budget accepté", "2024-10-27", "", ""},
		"title, no blank":   {"Budget accepté\n" + strings.ReplaceAll(prose, "\n\n", "\n"), "Budget accepté", "", "", ""},
		"question as title": {"Qui paiera le nouveau stade ?\n\n" + prose, "Qui paiera le nouveau stade ?", "", "", ""},
		"dateline":          {"LAUSANNE (AFP) - " + prose, "", "", "AFP", ""},
		"agency at the end": {prose + " (ats)", "", "", "ATS", ""},
		"agency line last":  {prose + "\n\nafp/ats", "", "", "AFP", ""},
		"place and agency":  {"Budget accepté\n\nGenève (ATS)\n\n" + prose, "Budget accepté", "", "ATS", ""},
		"agency and place":  {"Budget accepté\n\nATS – Genève\n\n" + prose, "Budget accepté", "", "ATS", ""},
		"agency, date":      {"Budget accepté\n\nKeystone-ATS, publié le 27 octobre 2024\n\n" + prose, "Budget accepté", "2024-10-27", "Keystone-ATS", ""},
	} {
		a := read(t, c.text)
		title := a.Title
		if !a.Titled {
			title = ""
		}
		if title != c.title || a.Date != c.date || a.Agency != c.agency || a.Source != c.source {
			t.Errorf("%s: title %q, date %q, agency %q, source %q", name, title, a.Date, a.Agency, a.Source)
		}
		n := 0
		for _, s := range a.Sentences {
			if s.Kind == knowledge.KindProse {
				n++
			}
		}
		if n != 4 {
			t.Errorf("%s: %d sentences of prose, want 4: %q", name, n, outline(a))
		}
	}
}

func TestTextNamesKinds(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"ATS", "byline"},
		{"(AFP)", "byline"},
		{"afp/ats", "byline"},
		{"Keystone-ATS", "byline"},
		{"Reuters", "byline"},
		{"ATS/AFP/jd", "byline"},
		{"Par Anne Rochat", "byline"},
		{"Par Anne Rochat, avec AFP", "byline"},
		{"ats, Genève", "byline"},
		{"*ATS, 28 octobre 2024*", "byline"},
		{"«On ne lâche rien»", "heading"},
		{"« On ne lâche rien »", "heading"},
		{"Un long chemin", "heading"},
		{"## Un long chemin", "heading"},
		{"**Un long chemin**", "heading"},
		{"Et maintenant ?", "heading"},
		{"Le stade vu du ciel (archives). KEYSTONE", "caption"},
		{"Le stade vu du ciel. © Keystone", "caption"},
		{"Le stade vu du ciel, lundi. AFP/Jean Dupont", "caption"},
		{"Le stade vu du ciel. (Photo: Anne Rochat)", "caption"},
		{"Le stade vu du ciel. (KEYSTONE/Jean Dupont)", "caption"},
		{"Photo : le stade vu du ciel.", "caption"},
		{"Le stade vu du ciel (image d'illustration).", "caption"},
		{"Rien ne va plus.", "sentence"},
		{"Le syndic a dit :", "sentence"},
		{"«On ne lâche rien», dit le syndic.", "sentence"},
		{"«On ne lâche rien.»", "sentence"},
		{"- un stade", "sentence"},
		{"Quel gâchis !", "sentence"},
		{"L'AFP a interrogé le syndic de la ville.", "sentence"},
	} {
		a := read(t, "Le budget est voté. Il sera appliqué.\n\n"+c.line+"\n\n"+prose)
		found := ""
		for _, s := range a.Sentences {
			if s.Paragraph == 2 {
				found = string(s.Kind)
			}
		}
		if found != c.want {
			t.Errorf("%q is %s, want %s", c.line, found, c.want)
		}
	}
}

func TestTextReadsAPastedPage(t *testing.T) {
	a := read(t, strings.Join([]string{
		"INTERNATIONAL",
		"Le stade sera rasé",
		"La ville a choisi un autre terrain, plus près de la gare",
		"Par Anne Rochat",
		"Publié le 27 octobre 2024 à 10h32",
		"La ville a tranché. Elle rasera le stade.",
		"Un long chemin",
		"Les supporters protestent.",
		"© 2024 ATS",
	}, "\n"))
	want := []string{
		"title: Le stade sera rasé",
		"heading: INTERNATIONAL",
		"heading: La ville a choisi un autre terrain, plus près de la gare",
		"byline: Par Anne Rochat",
		"byline: Publié le 27 octobre 2024 à 10h32",
		"sentence: La ville a tranché.",
		"sentence: Elle rasera le stade.",
		"heading: Un long chemin",
		"sentence: Les supporters protestent.",
		"byline: © 2024 ATS",
	}
	if got := outline(a); strings.Join(got, "|") != strings.Join(want, "|") || a.Date != "2024-10-27" {
		t.Errorf("date %q\n got %q\nwant %q", a.Date, got, want)
	}
}

func TestTextKeepsCreditInCaption(t *testing.T) {
	a := read(t, prose+"\n\nLe stade vu du ciel. Il sera rasé (archives). KEYSTONE\n\n"+prose)
	var got []string
	for _, line := range outline(a) {
		if strings.HasPrefix(line, "caption") {
			got = append(got, line)
		}
	}
	want := []string{"caption: Le stade vu du ciel.", "caption: Il sera rasé (archives). KEYSTONE"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTextUnwrapsLines(t *testing.T) {
	wrapped := "Le conseil communal de la ville a voté mardi soir, après trois heures de\n" +
		"débat, le budget de l'an prochain. L'opposition, qui demandait des coupes\n" +
		"plus franches, s'est abstenue. M. Martin, syndic, parle d'un résultat\n" +
		"équilibré.\n" +
		"La dette recule de 3,2%, selon la municipalité, qui s'appuie sur un rapport\n" +
		"de la Cour des comptes."
	a := read(t, wrapped)
	last := a.Sentences[len(a.Sentences)-1]
	if len(a.Sentences) != 4 || last.Paragraph != 2 {
		t.Errorf("%d paragraphs, %q", last.Paragraph, outline(a))
	}
	if got := a.Cut(a.Sentences[0].Span); !strings.Contains(got, "trois heures de\ndébat") {
		t.Errorf("the author's line break is lost: %q", got)
	}
	lines := read(t, "Le conseil a voté le budget.\nL'opposition s'est abstenue.\nLa dette recule.")
	if n := lines.Sentences[len(lines.Sentences)-1].Paragraph; n != 3 {
		t.Errorf("lines without blank lines make %d paragraphs, want 3", n)
	}
}

func TestTextWithoutTitle(t *testing.T) {
	a := read(t, prose)
	if want := "Le conseil communal a voté mardi le budget…"; a.Title != want || a.Titled {
		t.Errorf("title %q, titled %v, want %q", a.Title, a.Titled, want)
	}
	if one := read(t, "Bonjour"); one.Title != "Bonjour" || one.Titled || len(one.Sentences) != 1 {
		t.Errorf("%q, titled %v", one.Title, one.Titled)
	}
}

func TestTextID(t *testing.T) {
	first, again := read(t, prose), read(t, "\uFEFF"+strings.ReplaceAll(prose, "\n", "\r\n"))
	if first.ID != again.ID {
		t.Errorf("the same content has ids %s and %s", first.ID, again.ID)
	}
	if other := read(t, prose+" Fin."); other.ID == first.ID {
		t.Errorf("other content has the same id %s", other.ID)
	}
	for title, want := range map[string]string{
		"La Corée du Nord a envoyé 10'000 soldats": "coree-du-nord",
		"L'Œuvre au noir":                          "oeuvre-au-noir",
		"Anticonstitutionnellement vôtre":          "anticonstitutionnel",
		"«»":                                       "article",
	} {
		id := articleID(title, "x")
		if slug := id[:strings.LastIndexByte(id, '-')]; slug != want {
			t.Errorf("the id of %q is %q, want it to begin with %q", title, id, want)
		}
	}
}

func TestTextDecodes(t *testing.T) {
	latin, _ := charmap.Windows1252.NewEncoder().String("Été : « œuvre » à 3 €. Fin.")
	wide, _ := utf.UTF16(utf.BigEndian, utf.UseBOM).NewEncoder().String("Été : « œuvre » à 3 €. Fin.")
	for name, data := range map[string]string{"Windows-1252": latin, "UTF-16": wide} {
		r, err := Text([]byte(data), "")
		if err != nil {
			t.Fatal(err)
		}
		if r.Article.Text != "Été : « œuvre » à 3 €. Fin." || len(r.Notes) == 0 || !strings.Contains(r.Notes[0].English, name) {
			t.Errorf("%s: %q, notes %q", name, r.Article.Text, r.Notes)
		}
	}
	if a := read(t, "Un e\u0301te\u0301\x01 sec.\r\nFin."); a.Text != "Un été sec.\n\nFin." {
		t.Errorf("got %q", a.Text)
	}
}

func TestDateOnALineOfItsOwn(t *testing.T) {
	const body = "Le conseil a voté le budget mardi soir. La hausse atteint trois pour cent."
	for name, text := range map[string]string{
		"before the title": "2022-12-31\nUn budget en hausse\n\n" + body,
		"after the title":  "Un budget en hausse\n\ndate 2022-12-31\n\n" + body,
	} {
		a := read(t, text)
		if a.Date != "2022-12-31" || a.Title != "Un budget en hausse" || len(a.Sentences) != 3 || strings.Contains(a.Text, "2022") {
			t.Errorf("%s: date %q, title %q, %d sentences", name, a.Date, a.Title, len(a.Sentences))
		}
	}
}

func TestTextRefuses(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       error
	}{
		{"nothing", "", ErrEmpty},
		{"white space", " \n\t\u00a0", ErrEmpty},
		{"metadata alone", "date 2024-10", ErrEmpty},
		{"marks alone", "---\n***", ErrEmpty},
		{"a PDF", "%PDF-1.4 texte", ErrBinary},
		{"a PNG", "\x89PNG\r\n\x1a\n", ErrBinary},
		{"a zip", "PK\x03\x04abc", ErrBinary},
		{"NUL bytes", "abc\x00def", ErrBinary},
		{"a long text", strings.Repeat("Une phrase. ", MaxBytes/11), ErrTooLarge},
	} {
		_, err := Text([]byte(c.data), "")
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		} else if strings.ContainsRune(err.Error(), '\n') {
			t.Errorf("%s: %q is more than a line", c.name, err)
		}
	}
}

func TestTextWarnsOfOtherLanguages(t *testing.T) {
	r, err := Text([]byte("The council voted on the budget on Tuesday. The opposition abstained."), "")
	if err != nil {
		t.Fatal(err)
	}
	if r.Article.Language != "en" || len(r.Notes) != 1 || !strings.Contains(r.Notes[0].English, "English") {
		t.Errorf("language %q, notes %q", r.Article.Language, r.Notes)
	}
}

func TestBytes(t *testing.T) {
	page := "<!DOCTYPE html><html><head><title>T</title></head><body><article><h1>Budget accepté</h1><p>" +
		strings.ReplaceAll(prose, "\n\n", "</p><p>") + "</p></article></body></html>"
	for _, c := range []struct{ data, source, contentType string }{
		{page, "", ""}, {page, "", "text/html; charset=utf-8"}, {page, "page.html", ""}, {prose, "a.txt", ""}, {prose, "", "text/plain"},
	} {
		r, err := Bytes([]byte(c.data), c.source, c.contentType)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(r.Article.Text, "<p>") || !strings.Contains(r.Article.Text, "L'opposition s'est abstenue.") {
			t.Errorf("%q %q: %q", c.source, c.contentType, r.Article.Text)
		}
	}
}

func TestParagraphs(t *testing.T) {
	given := []string{" Un e\u0301te\u0301 sec. Il dure. ", "", "Fin\nde l'histoire. "}
	a := Paragraphs("L'été", given)
	if a.Title != "L'été" || !a.Titled || a.Text != strings.Join(given, "\n\n") {
		t.Errorf("title %q, text %q", a.Title, a.Text)
	}
	starts := ParagraphStarts(given)
	var got []string
	for _, s := range a.Sentences {
		start := s.Start - starts[s.Paragraph-1]
		got = append(got, given[s.Paragraph-1][start:start+s.End-s.Start])
	}
	if want := "Un e\u0301te\u0301 sec.|Il dure.|Fin\nde l'histoire."; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if empty := Paragraphs("", nil); empty.Title == "" || len(empty.Sentences) != 0 {
		t.Errorf("no paragraphs give %+v", empty)
	}
}

// TestTextReadsTheModelArticle reads a real dispatch that has its metadata
// before its first sentence, a caption, a byline and a heading.
func TestTextReadsTheModelArticle(t *testing.T) {
	dir := os.Getenv("VERBATIM_TESTDATA")
	if dir == "" {
		t.Skip("VERBATIM_TESTDATA is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Text(data, "article.txt")
	if err != nil {
		t.Fatal(err)
	}
	a := r.Article
	if a.Titled || a.Date != "2024-10" || a.Agency != "ATS" || a.Language != "fr" || len(r.Notes) != 0 {
		t.Errorf("titled %v, date %q, agency %q, language %q, notes %q", a.Titled, a.Date, a.Agency, a.Language, r.Notes)
	}
	count := map[knowledge.Kind]int{}
	for _, s := range a.Sentences {
		count[s.Kind]++
		if !strings.Contains(string(data), a.Cut(s.Span)) {
			t.Errorf("sentence %d is not in the file: %q", s.Number, a.Cut(s.Span))
		}
	}
	if count[knowledge.KindCaption] != 1 || count[knowledge.KindByline] != 1 || count[knowledge.KindHeading] != 1 || count[knowledge.KindProse] != 22 {
		t.Errorf("kinds %v", count)
	}
}

var idForm = regexp.MustCompile(`^[a-z0-9-]{1,24}$`)

func FuzzText(f *testing.F) {
	f.Add([]byte("date 2024-10 " + prose))
	f.Add([]byte("---\ntitle: T\n---\n# H\n\nATS\n\n«Q»\n\nUne photo. KEYSTONE\n\n" + prose + " (ATS)"))
	f.Add([]byte("\u0301a\n\n\u0301b. \u0301"))
	f.Add([]byte("a\xe9\xe8 \xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Text(data, "")
		if err != nil {
			return
		}
		a := r.Article
		if !utf8.ValidString(a.Text) || !norm.NFC.IsNormalString(a.Text) {
			t.Fatalf("not UTF-8 in NFC: %q", a.Text)
		}
		if a.Title == "" || !idForm.MatchString(a.ID) {
			t.Fatalf("title %q, id %q", a.Title, a.ID)
		}
		at, paragraph := 0, 1
		for i, s := range a.Sentences {
			if s.Number != i+1 || s.Start < at || s.Empty() || s.End > len(a.Text) || s.Paragraph < paragraph || s.Paragraph > paragraph+1 {
				t.Fatalf("sentence %d: %+v after %d in %q", i, s, at, a.Text)
			}
			cut := a.Cut(s.Span)
			if strings.TrimFunc(cut, unicode.IsSpace) != cut || !utf8.ValidString(cut) {
				t.Fatalf("sentence %q", cut)
			}
			if strings.TrimSpace(a.Text[at:s.Start]) != "" {
				t.Fatalf("%q is in no sentence", a.Text[at:s.Start])
			}
			at, paragraph = s.End, s.Paragraph
		}
		if strings.TrimSpace(a.Text[at:]) != "" {
			t.Fatalf("%q is in no sentence", a.Text[at:])
		}
	})
}

// TestTextTakesLinearTime gives large texts in shapes that punish
// looking far ahead or back.
func TestTextTakesLinearTime(t *testing.T) {
	for _, unit := range []string{"a\n\n", "a\n", "a b ", "(ATS) ", "«a» ", "# a\n", "A. ", "Par A\n\n", "ATS\n", "\u0301", "date: x\n"} {
		begin := time.Now()
		Text([]byte(strings.Repeat(unit, MaxBytes/4/len(unit))), "")
		if took := time.Since(begin); took > 20*time.Second {
			t.Errorf("%q repeated: %v", unit, took)
		}
	}
}
