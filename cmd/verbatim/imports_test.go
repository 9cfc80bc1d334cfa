package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// allowed says for each part of the house, by the longest prefix that fits,
// which of our packages it may import.
var allowed = map[string][]string{
	"verbatim/cmd":                {"verbatim/bot", "verbatim/knowledge", "verbatim/prompts"},
	"verbatim/bot":                {"verbatim/knowledge", "verbatim/prompts"},
	"verbatim/bot/discord":        {"verbatim/bot", "verbatim/bot/page", "verbatim/knowledge"},
	"verbatim/bot/terminal":       {"verbatim/bot", "verbatim/bot/page", "verbatim/knowledge"},
	"verbatim/bot/page":           {"verbatim/bot", "verbatim/knowledge"},
	"verbatim/bot/model":          {"verbatim/bot"},
	"verbatim/bot/store":          {"verbatim/bot", "verbatim/knowledge"},
	"verbatim/bot/fetch":          {"verbatim/bot"},
	"verbatim/knowledge":          {},
	"verbatim/knowledge/ingest":   {"verbatim/knowledge", "verbatim/knowledge/french", "verbatim/knowledge/language", "verbatim/knowledge/figure"},
	"verbatim/knowledge/sample":   {"verbatim/knowledge", "verbatim/knowledge/ingest"},
	"verbatim/knowledge/index":    words,
	"verbatim/knowledge/proof":    words,
	"verbatim/knowledge/summary":  words,
	"verbatim/knowledge/eval":     {"verbatim/knowledge", "verbatim/knowledge/ingest", "verbatim/knowledge/index", "verbatim/knowledge/sample"},
	"verbatim/knowledge/figure":   {},
	"verbatim/knowledge/french":   {},
	"verbatim/knowledge/english":  {},
	"verbatim/knowledge/language": {},
	"verbatim/knowledge/lexicon":  {"verbatim/knowledge/french", "verbatim/knowledge/english"},
	"verbatim/prompts":            {},
}

// words is what understands words.
var words = []string{
	"verbatim/knowledge", "verbatim/knowledge/french", "verbatim/knowledge/english",
	"verbatim/knowledge/lexicon", "verbatim/knowledge/lexicon/form", "verbatim/knowledge/figure", "verbatim/knowledge/language",
}

// alone are the libraries that one package imports.
var alone = map[string]string{
	"github.com/bwmarrin/discordgo":     "verbatim/bot/discord",
	"github.com/sashabaranov/go-openai": "verbatim/bot/model",
	"modernc.org/sqlite":                "verbatim/bot/store",
}

func TestImportsRunOneWay(t *testing.T) {
	list := exec.Command("go", "list", "-json=ImportPath,Imports,Name", "verbatim/...")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath, Name string
			Imports          []string
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if p.Name == "main" && !strings.HasPrefix(p.ImportPath, "verbatim/cmd/") || strings.HasSuffix(p.ImportPath, "test") {
			continue // a generator, a fake for tests
		}
		may := rule(t, p.ImportPath)
		for _, i := range p.Imports {
			if strings.HasPrefix(i, "verbatim/") && !fits(i, p.ImportPath, may) {
				t.Errorf("%s imports %s", p.ImportPath, i)
			}
			for library, owner := range alone {
				if strings.HasPrefix(i, library) && p.ImportPath != owner {
					t.Errorf("%s imports %s, which is %s's alone", p.ImportPath, i, owner)
				}
			}
		}
	}
}

// rule is what a package may import, by the nearest room above it.
func rule(t *testing.T, path string) []string {
	for p := path; p != ""; p = p[:max(0, strings.LastIndexByte(p, '/'))] {
		if may, ok := allowed[p]; ok {
			return may
		}
	}
	t.Errorf("%s stands in no room of the house", path)
	return nil
}

// fits tells whether an import is allowed: named, or a room of the package's own.
func fits(path, from string, may []string) bool {
	if strings.HasPrefix(path, from+"/") && strings.HasPrefix(from, "verbatim/knowledge/") {
		return true
	}
	for _, m := range may {
		if path == m || strings.HasPrefix(from, "verbatim/cmd/") && strings.HasPrefix(path, m+"/") ||
			m == "verbatim/knowledge" && strings.HasPrefix(from, "verbatim/bot") && strings.HasPrefix(path, m+"/") {
			return true
		}
	}
	return false
}
