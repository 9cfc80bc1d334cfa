package french

import (
	"testing"
	"unicode/utf8"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"L'usine neuve a occupé 12 km2.", []string{"L", "usine", "neuve", "a", "occupé", "12", "km2"}},
		{"environ 10'000 soldats, 600 000 blessés", []string{"environ", "10'000", "soldats", "600 000", "blessés"}},
		{"en 1914 500 hommes", []string{"en", "1914", "500", "hommes"}},
		{"12 200x", []string{"12", "200x"}},
		{"nord-coréennes d’aujourd’hui", []string{"nord", "coréennes", "d", "aujourd", "hui"}},
		{"«»… —", nil},
	} {
		var got []string
		for _, w := range Words(c.text) {
			got = append(got, c.text[w.Start:w.End])
		}
		if len(got) != len(c.want) {
			t.Errorf("Words(%q) = %q, want %q", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("Words(%q) = %q, want %q", c.text, got, c.want)
				break
			}
		}
	}
}

func TestWordsElided(t *testing.T) {
	for text, want := range map[string]bool{"l'eau": true, "Qu’il": true, "jusqu'ici": true, "aujourd'hui": false, "l eau": false, "été'": false} {
		if got := Words(text)[0].Elided; got != want {
			t.Errorf("first word of %q elided: got %v, want %v", text, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	for word, want := range map[string]string{
		"Élysée": "elysee", "ŒUVRE": "oeuvre", "10'000": "10000", "600 000": "600000", "Łódź": "lodz",
		"e\u0301te\u0301": "ete", "Straße": "strasse", "Киев": "киев",
	} {
		if got := Fold(word); got != want {
			t.Errorf("Fold(%q) = %q, want %q", word, got, want)
		}
	}
}

// Forms of one word must meet, and words that only look alike must not.
func TestStem(t *testing.T) {
	stem := func(w string) string { return string(Stem([]byte(Fold(w)))) }
	for _, same := range [][]string{
		{"envoyé", "envoyée", "envoyés", "envoyer", "envoyaient", "envoyait"},
		{"soldat", "soldats"}, {"cheval", "chevaux"}, {"dangereux", "dangereuse", "dangereuses"},
		{"finir", "finissent", "finissait"}, {"annoncee", "annoncée", "annonce"}, {"militaire", "militaires"},
	} {
		for _, w := range same[1:] {
			if got, want := stem(w), stem(same[0]); got != want {
				t.Errorf("stem of %s is %s, of %s %s", w, got, same[0], want)
			}
		}
	}
	for _, other := range [][2]string{{"guerre", "guide"}, {"mois", "moine"}, {"km2", "km"}, {"1999", "199"}} {
		if stem(other[0]) == stem(other[1]) {
			t.Errorf("%s and %s have the stem %s", other[0], other[1], stem(other[0]))
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"L'armée, 10'000 « soldats »", "1 000 000'000", "\xff'", "œ’é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, w := range Words(text) {
			if w.Start < last || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("word %v after %d in %q", w, last, text)
			}
			last = w.End
			folded := Fold(text[w.Start:w.End])
			if utf8.ValidString(text) && !utf8.ValidString(folded) {
				t.Fatalf("Fold(%q) = %q", text[w.Start:w.End], folded)
			}
			if got := Stem([]byte(folded)); len(got) > len(folded)+2 {
				t.Fatalf("Stem(%q) = %q", folded, got)
			}
		}
	})
}

func BenchmarkWords(b *testing.B) {
	const text = "Berne et Vienne ont resserré leurs liens ferroviaires depuis avril 2019, d'après l'Office."
	var words []Word
	b.ReportAllocs()
	for b.Loop() {
		words = AppendWords(words[:0], text)
	}
}
