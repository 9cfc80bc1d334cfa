package french

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"
)

func cutSentences(text string) []string {
	var out []string
	for _, s := range Sentences(text) {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

// TestSentencesOfNewspapers measures F1 of sentence ends over runs of
// sentences of UD French Sequoia, joined by a space.
func TestSentencesOfNewspapers(t *testing.T) {
	dir := os.Getenv("VERBATIM_TESTDATA")
	if dir == "" {
		t.Skip("VERBATIM_TESTDATA is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "eval", "segment_dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var right, found, gold int
	for line := range strings.Lines(string(data)) {
		var row struct{ Sentences []string }
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(row.Sentences, " ")
		ends := map[int]bool{}
		at := 0
		for _, s := range row.Sentences {
			ends[at+len(s)] = true
			at += len(s) + 1
		}
		gold += len(ends)
		for _, s := range Sentences(text) {
			found++
			if ends[s.End] {
				right++
			} else {
				t.Logf("cut too much after %q", text[max(0, s.End-60):s.End])
			}
			delete(ends, s.End)
		}
		for end := range ends {
			t.Logf("not cut after %q", text[max(0, end-60):end])
		}
	}
	p, r := float64(right)/float64(found), float64(right)/float64(gold)
	f1 := 2 * p * r / (p + r)
	t.Logf("%d sentences: precision %.4f, recall %.4f, F1 %.4f", gold, p, r, f1)
	if f1 < 0.995 {
		t.Errorf("F1 %.4f, want at least 0.995", f1)
	}
}

func FuzzSentences(f *testing.F) {
	for _, c := range sentenceTable {
		f.Add(strings.Join(c, " "))
	}
	f.Add("(((.) . [. \xff.»")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range Sentences(text) {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("span %v after %d of %d bytes", s, at, len(text))
			}
			if strings.TrimSpace(text[at:s.Start]) != "" {
				t.Fatalf("%q is in no sentence", text[at:s.Start])
			}
			cut := text[s.Start:s.End]
			if strings.TrimFunc(cut, unicode.IsSpace) != cut {
				t.Fatalf("%q is not trimmed", cut)
			}
			if utf8.ValidString(text) && !utf8.ValidString(cut) {
				t.Fatalf("%q cuts a rune", cut)
			}
			if len(cut) > widestSentence {
				t.Fatalf("a sentence of %d bytes", len(cut))
			}
			at = s.End
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Fatalf("%q is in no sentence", text[at:])
		}
	})
}

// TestSentencesTakeLinearTime gives text that punishes looking far ahead or
// back: a splitter that does takes minutes over it.
func TestSentencesTakeLinearTime(t *testing.T) {
	for _, unit := range []string{"a.", "(", ". ", "(a.", "«.", "\".", ".[", "...", "! (", ".\n", "A.-", ". \" "} {
		text := strings.Repeat(unit, 200_000)
		begin := time.Now()
		Sentences(text)
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("%q repeated: %v", unit, took)
		}
	}
}

func BenchmarkSentences(b *testing.B) {
	var all []string
	for _, c := range sentenceTable {
		all = append(all, c...)
	}
	text := strings.Join(all, " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Sentences(text)
	}
}
