package lexicon

import (
	"strings"
	"testing"
	"time"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		for _, name := range []string{"english", "french", "countries", "forms", "families", "synonyms", "opposites"} {
			t := table{name: name}
			t.load()
		}
	}
}

func BenchmarkLoadEnglish(b *testing.B) {
	for b.Loop() {
		t := table{name: "english"}
		t.load()
	}
}

func BenchmarkToFrench(b *testing.B) {
	words := strings.Fields("how many north korean soldiers were sent to russia according to the deputy spokesperson of the pentagon")
	for b.Loop() {
		ToFrench(words)
	}
}

func BenchmarkToEnglish(b *testing.B) {
	words := strings.Fields("combien de soldats nord-coréens ont été envoyés en russie selon la porte-parole adjointe du pentagone")
	for b.Loop() {
		ToEnglish(words)
	}
}

// The bound is many times what loading takes, so that a slow machine does
// not fail it; the benchmarks say how long it really is.
func TestLoadIsQuick(t *testing.T) {
	start := time.Now()
	fresh := table{name: "english"}
	fresh.load()
	if took := time.Since(start); took > 100*time.Millisecond {
		t.Errorf("the English table took %v to load", took)
	}
	if len(fresh.entries) < 5000 {
		t.Errorf("the English table has %d entries, want 5,000 at least", len(fresh.entries))
	}
}

func BenchmarkLoadSenses(b *testing.B) {
	for b.Loop() {
		s := sorted{name: "senses"}
		s.load()
	}
}

func BenchmarkSenses(b *testing.B) {
	words := strings.Fields("combien de soldats nord-coréens ont été envoyés en russie selon la porte-parole adjointe du pentagone")
	for b.Loop() {
		Senses(words, false)
	}
}
