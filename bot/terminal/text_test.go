package terminal

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"verbatim/bot"
)

func TestClean(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"L'été «ici» : 10\u202f000 €", "L'été «ici» : 10\u202f000 €"},
		{"a\x1b[31mrouge\x1b[0m", "a[31mrouge[0m"},
		{"titre\x1b]0;autre\a", "titre]0;autre"},
		{"c1 \u009b31m", "c1 31m"},
		{"a\r\nb\tc\x00\x7f", "a\nb c"},
		{"\u202egauche\u202c \u2066x\u2069", "gauche x"},
		{"mal\xff formé", "mal formé"},
		{"marques \x01\x02\x03", "marques "},
	} {
		if got := Clean(test.in); got != test.want {
			t.Errorf("Clean(%q) is %q, want %q", test.in, got, test.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b[2J\u009b\u202e\xff")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) {
			t.Errorf("Clean(%q) is no UTF-8: %q", s, got)
		}
		if i := strings.IndexFunc(got, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }); i >= 0 {
			t.Errorf("Clean(%q) leaves a control character: %q", s, got)
		}
		if Clean(got) != got {
			t.Errorf("Clean(%q) is not clean: %q", s, got)
		}
	})
}

func TestBlock(t *testing.T) {
	narrow, plain, wide := Style{Ansi: true, Width: 20}, Style{Width: 20}, Style{}
	for _, test := range []struct {
		style             Style
		first, rest, text string
		want              string
	}{
		{plain, "1  ", "   ", "un deux trois quatre cinq", "1  un deux trois\n   quatre cinq\n"},
		{plain, "", "", "il a dit\u00a0: « oui »", "il a dit\u00a0: « oui »\n"},
		{plain, "", "", "dix-huit mots et dit\u00a0:", "dix-huit mots et\ndit\u00a0:\n"},
		{plain, "", "", "anticonstitutionnellement vôtre", "anticonstitutionnellement\nvôtre\n"},
		{plain, "", "", "éàü éàü éàü éàü éàü éàü", "éàü éàü éàü éàü éàü\néàü\n"},
		{wide, "│ ", "│ ", "une ligne aussi longue que l'on veut", "│ une ligne aussi longue que l'on veut\n"},
		{wide, "- ", "  ", "deux\nlignes", "- deux\n  lignes\n"},
		{wide, "", "", "un mot " + bold("gras"), "un mot gras\n"},
		{narrow, "", "", "un mot " + bold("gras"), "un mot \x1b[1mgras\x1b[0m\n"},
		{narrow, dim("│") + " ", dim("│") + " ", "a " + bold("gras sur deux lignes") + " z",
			"\x1b[2m│\x1b[0m a \x1b[1mgras sur deux\x1b[0m\n\x1b[2m│\x1b[0m \x1b[1mlignes\x1b[0m z\n"},
	} {
		if got := test.style.block(test.first, test.rest, test.text); got != test.want {
			t.Errorf("block(%q, %q) is\n%q, want\n%q", test.first, test.text, got, test.want)
		}
	}
}

func FuzzBlock(f *testing.F) {
	f.Add("un deux trois", 20)
	f.Fuzz(func(t *testing.T, text string, width int) {
		text = Clean(text)
		s := Style{Width: 20 + int(uint(width)%80)}
		got := s.block("│ ", "│ ", text)
		for _, line := range strings.Split(got, "\n") {
			if uniseg.StringWidth(line) > s.Width && strings.Contains(strings.TrimPrefix(line, "│ "), " ") {
				t.Errorf("%q has %d columns of %d", line, uniseg.StringWidth(line), s.Width)
			}
		}
		words := func(s string) string {
			return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }), "")
		}
		if a, b := words(strings.ReplaceAll(got, "│", "")), words(strings.ReplaceAll(text, "│", "")); a != b {
			t.Errorf("block(%q) loses text: %q", text, got)
		}
	})
}

func TestFit(t *testing.T) {
	for _, test := range []struct {
		text    string
		columns int
		want    string
	}{
		{"été", 3, "été"}, {"étés", 3, "ét…"}, {"日本語", 4, "日…"}, {"", 0, ""},
	} {
		if got := fit(test.text, test.columns); got != test.want {
			t.Errorf("fit(%q, %d) is %q, want %q", test.text, test.columns, got, test.want)
		}
	}
}

func TestFromMarkdown(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{`Environ 10'000 [1].`, `Environ 10'000 [1].`},
		{`un \*\*mot\*\* et \[2\]`, `un **mot** et [2]`},
		{`un **mot** gras`, "un " + bold("mot") + " gras"},
		{`**ouvert`, bold("ouvert")},
		{`c:\dossier \`, `c:\dossier \`},
	} {
		if got := fromMarkdown(test.in); got != test.want {
			t.Errorf("fromMarkdown(%q) is %q, want %q", test.in, got, test.want)
		}
	}
}

func TestDoing(t *testing.T) {
	for want, s := range map[string]bot.Stage{
		"reading":                  {Name: bot.StageReading},
		"writing":                  {Name: bot.StageWriting},
		"writing, 1 claim so far":  {Name: bot.StageWriting, Done: 1},
		"writing, 3 claims so far": {Name: bot.StageWriting, Done: 3},
		"writing part 1 of 4":      {Name: bot.StageWriting, Total: 4},
		"writing part 4 of 4":      {Name: bot.StageWriting, Done: 3, Total: 4},
		"checking 5 claims":        {Name: bot.StageChecking, Total: 5},
		"translating 0 of 40":      {Name: bot.StageTranslating, Total: 40},
		"translating 8 of 40":      {Name: bot.StageTranslating, Done: 8, Total: 40},
	} {
		if got := doing(s); got != want {
			t.Errorf("%+v: %q, want %q", s, got, want)
		}
	}
}
