package discord

import (
	"strings"
	"testing"
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
	if n := len(paged(blocks[:8], "reponse.md", "fr")); n < 2 || n > maxMessages {
		t.Errorf("got %d messages", n)
	}
}
