package english

import (
	"slices"
	"testing"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Did North Korea's leader send 10,000 men?", []string{"Did", "North", "Korea", "leader", "send", "10,000", "men"}},
		{"the far-right isn't here.", []string{"the", "far-right", "isn't", "here"}},
		{"'quoted' 3.5 % — ", []string{"quoted", "3.5"}},
		{"", nil},
	} {
		var got []string
		for _, w := range Words(c.text) {
			got = append(got, c.text[w.Start:w.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Words(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("the man's 1,000-odd ’s")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, w := range Words(text) {
			if w.Start < last || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("word %v after %d in %q", w, last, text)
			}
			last = w.End
		}
	})
}
