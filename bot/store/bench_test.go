package store

import (
	"fmt"
	"testing"

	"verbatim/bot"
	"verbatim/bot/store/storetest"
)

// BenchmarkOpen is what a start costs: the file is there, and one article in it.
func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	benchmarkFill(b, dir, 1)
	for b.Loop() {
		s, err := Open(b.Context(), dir)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Holdings(b.Context()); err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}

func BenchmarkHoldings(b *testing.B) {
	dir := b.TempDir()
	benchmarkFill(b, dir, 1000)
	s, err := Open(b.Context(), dir)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for b.Loop() {
		if h, err := s.Holdings(b.Context()); err != nil || len(h) != 1000 {
			b.Fatal(len(h), err)
		}
	}
}

func BenchmarkAddTokens(b *testing.B) {
	s, err := Open(b.Context(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for b.Loop() {
		if err := s.AddTokens(b.Context(), "2024-10-28", bot.Global, bot.Usage{Prompt: 1}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkFill(b *testing.B, dir string, n int) {
	b.Helper()
	s, err := Open(b.Context(), dir)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for i := range n {
		if _, err := s.PutArticle(b.Context(), bot.Holding{Article: storetest.Article(fmt.Sprint("a", i))}); err != nil {
			b.Fatal(err)
		}
	}
}
