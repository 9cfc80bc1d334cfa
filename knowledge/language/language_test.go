package language

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOfQuestion(t *testing.T) {
	for _, c := range []struct{ q, want string }{
		{"Combien de soldats la Corée du Nord a-t-elle envoyés ?", "fr"},
		{"combien soldats", "fr"},
		{"et en septembre ?", "fr"},
		{"and in September?", "en"},
		{"who said that", "en"},
		{"qui a dit ca", "fr"},
		{"Ursula von der Leyen?", ""},
		{"Pokrovsk", ""},
		{"", ""},
		{"???", ""},
		{"10'000", ""},
		{"pourquoi", "fr"},
		{"why", "en"},
		{"why?", "en"},
		{"ou est koursk", "fr"},
		{"where is Koursk", "en"},
		{"WHO IS MARK RUTTE", "en"},
		{"QUI EST MARK RUTTE", "fr"},
		{"c'est quoi l'isw", "fr"},
		{"what's the ISW", "en"},
		{"whats the date", "en"},
		{"did they deny it", "en"},
		{"ont-ils démenti", "fr"},
		{"What does « escalade dangereuse » mean?", "en"},
		{"Que veut dire \"what a mess\" ?", "fr"},
		{"Who is the porte-parole adjointe du Pentagone?", "en"},
		{"Qui est le deputy spokesperson of the Pentagon ?", "fr"},
		{"Who wrote Le Petit Prince et les autres contes?", "en"},
		{"Qui a réalisé The Lord of the Rings ?", "fr"},
		{"Quand est sorti Who Wants to Be a Millionaire ?", "fr"},
		{"when did Biden speak", "en"},
		{"How many soldiers?", "en"},
		{"How much?", "en"},
		{"et Biden ?", "fr"},
		{"and Biden?", "en"},
		{"Zelensky said what?", "en"},
		{"il a dit quoi Zelensky", "fr"},
		{"résumé", "fr"},
		{"summary", "en"},
		{"soldats nord-coréens", "fr"},
		{"North Korean soldiers", "en"},
		{"À qui profite le crime ?", "fr"},
		{"In which city?", "en"},
		{"Dans quelle ville ?", "fr"},
		{"t'as une source ?", "fr"},
		{"is it true", "en"},
		{"est-ce vrai", "fr"},
		{"Tell me about Koursk", "en"},
		{"parle-moi de Koursk", "fr"},
	} {
		if got := OfQuestion(c.q); got != c.want {
			t.Errorf("OfQuestion(%q) = %q, want %q", c.q, got, c.want)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Le Conseil fédéral a présenté mercredi son projet de loi sur les télécommunications.", "fr"},
		{"LE CONSEIL FEDERAL A PRESENTE SON PROJET DE LOI SUR LES TELECOMMUNICATIONS", "fr"},
		{"The Federal Council presented its bill on telecommunications on Wednesday.", "en"},
		{"Der Bundesrat hat am Mittwoch sein Gesetz über die Telekommunikation vorgestellt.", "de"},
		{"Il Consiglio federale ha presentato mercoledì il suo progetto di legge sulle telecomunicazioni.", "it"},
		{"El Consejo Federal presentó el miércoles su proyecto de ley sobre las telecomunicaciones.", "es"},
		{"O Conselho Federal apresentou na quarta-feira o seu projeto de lei sobre as telecomunicações.", "pt"},
		{"De Bondsraad heeft woensdag zijn wet over telecommunicatie voorgesteld.", "nl"},
		{"Zelensky, Poutine, Biden", ""},
		{"12345", ""},
		{"", ""},
	} {
		if got := Detect(c.text); got != c.want {
			t.Errorf("Detect(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// TestOfManyQuestions measures over questions that people asked.
func TestOfManyQuestions(t *testing.T) {
	dir := os.Getenv("VERBATIM_TESTDATA")
	if dir == "" {
		t.Skip("VERBATIM_TESTDATA is not set")
	}
	for _, c := range []struct {
		file, want string
		least      float64
	}{{"piaf_dev.jsonl", "fr", 0.999}, {"piaf_dev_en.jsonl", "en", 0.99}} {
		data, err := os.ReadFile(filepath.Join(dir, "eval", c.file))
		if err != nil {
			t.Fatal(err)
		}
		right, bare, all := 0, 0, 0
		for line := range strings.Lines(string(data)) {
			var row struct {
				Question string
				English  string `json:"question_en"`
			}
			if err := json.Unmarshal([]byte(line), &row); err != nil {
				t.Fatal(err)
			}
			q := row.Question + row.English
			all++
			if got := OfQuestion(q); got == c.want {
				right++
			} else {
				t.Logf("OfQuestion(%q) = %q", q, got)
			}
			if OfQuestion(strings.ToLower(strings.Join(words(q, 200), " "))) == c.want {
				bare++
			}
		}
		share := float64(right) / float64(all)
		t.Logf("%s: right %d of %d (%.4f); without accents, capitals and marks %d", c.file, right, all, share, bare)
		if share < c.least {
			t.Errorf("%s: right on %.4f, want at least %.4f", c.file, share, c.least)
		}
	}
}

func FuzzOfQuestion(f *testing.F) {
	f.Add("Qui a dit «non» ?")
	f.Add("who\xff said «that")
	f.Fuzz(func(t *testing.T, q string) {
		if got := OfQuestion(q); got != "" && got != "fr" && got != "en" {
			t.Errorf("OfQuestion(%q) = %q", q, got)
		}
		Detect(q)
	})
}

func BenchmarkOfQuestion(b *testing.B) {
	for b.Loop() {
		OfQuestion("Combien de soldats la Corée du Nord a-t-elle envoyés en Russie ?")
	}
}
