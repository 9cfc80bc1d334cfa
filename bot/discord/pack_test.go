package discord

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPack(t *testing.T) {
	long := "> " + strings.Repeat("Une phrase d'essai qui compte. ", 100)
	bold := "> début **" + strings.Repeat("mots en gras ", 300) + "** fin"
	for name, block := range map[string]string{
		"short": "un bloc", "long quote": long, "long bold": bold, "one word": strings.Repeat("é", 5000),
		"escapes": strings.Repeat(`\*`, 3000), "emoji": strings.Repeat("😀", 1500),
	} {
		pages := pack([]string{"avant", block, "après"}, maxContent)
		var text []string
		for _, p := range pages {
			if size(p) > maxContent {
				t.Errorf("%s: a page of %d", name, size(p))
			}
			if openBold(p) {
				t.Errorf("%s: bold is left open in %q", name, p)
			}
			if trailing := len(p) - len(strings.TrimRight(p, `\`)); trailing%2 == 1 {
				t.Errorf("%s: cut behind a backslash", name)
			}
			for _, line := range strings.Split(p, "\n") {
				if strings.HasPrefix(block, "> ") && line != "" && line != "avant" && line != "après" && !strings.HasPrefix(line, "> ") {
					t.Errorf("%s: a quote goes on outside its block: %q", name, line)
				}
			}
			text = append(text, p)
		}
		squeeze := func(s string) string {
			return strings.NewReplacer(" ", "", "\n", "", "**", "", "> ", "", ">", "").Replace(s)
		}
		if got, want := squeeze(strings.Join(text, "")), squeeze("avant"+block+"après"); got != want {
			t.Errorf("%s: %d characters came out, want %d", name, len(got), len(want))
		}
	}
}

func TestPagedGoesIntoAFile(t *testing.T) {
	var blocks []string
	for range 20 {
		blocks = append(blocks, "> "+strings.Repeat("Une phrase d'essai qui compte. ", 20))
	}
	blocks = append(blocks, "-# pied")
	messages := paged(blocks, "reponse.md", "fr")
	if len(messages) != 1 || len(messages[0].Files) != 1 {
		t.Fatalf("got %d messages", len(messages))
	}
	m := messages[0]
	if size(m.Content) > maxContent || !strings.HasSuffix(m.Content, "-# La réponse entière est dans le fichier joint.\n-# pied") {
		t.Errorf("got %d: %q", size(m.Content), m.Content)
	}
	if got, want := string(m.Files[0].Data), strings.Join(blocks, "\n\n")+"\n"; got != want {
		t.Error("the file does not hold everything")
	}
	one := paged([]string{strings.Repeat("- un article de la liste\n", 400)}, "articles.md", "en")
	if len(one) != 1 || size(one[0].Content) > maxContent || !strings.HasSuffix(one[0].Content, "in the attached file.") {
		t.Errorf("one long block: %d messages, %q", len(one), one[0].Content)
	}
	if n := len(paged(blocks[:8], "reponse.md", "fr")); n < 2 || n > maxMessages {
		t.Errorf("got %d messages", n)
	}
}

// FuzzPack packs a quotation with a part in bold into small pages: none is too
// long, none leaves bold open, and the words are those of the text.
func FuzzPack(f *testing.F) {
	f.Add("Une phrase d'essai. Une autre *phrase* !", 4, 20, 40)
	f.Add("a\\b **c** d", 0, 11, 30)
	f.Add("😀😀😀 é é é é é é é é é é é é é é é é é é é é", 4, 9, 25)
	f.Fuzz(func(t *testing.T, text string, start, length, limit int) {
		if !utf8.ValidString(text) || limit < 20 || limit > maxContent {
			return
		}
		start = min(max(start, 0), len(text))
		end := min(max(start+length, start), len(text))
		if !utf8.ValidString(text[:start]) || !utf8.ValidString(text[start:end]) {
			return
		}
		var out strings.Builder
		for _, p := range pack([]string{"> " + emphasize(text, start, end)}, limit) {
			if size(p) > limit || openBold(p) || (p != "" && !strings.HasPrefix(p, ">")) {
				t.Errorf("a page of %d for %d: %q", size(p), limit, p)
			}
			for line := range strings.Lines(p) {
				out.WriteString(strings.TrimPrefix(line, ">") + " ")
			}
		}
		squeeze := func(s string) string { return strings.Join(strings.FieldsFunc(s, blank), "") }
		if got, want := squeeze(unescape(out.String())), squeeze(text); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
