package summary

import (
	"testing"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
	"verbatim/knowledge/sample"
)

// forty is an article of forty sentences of prose.
func forty(t testing.TB) *knowledge.Article {
	t.Helper()
	var paragraphs []string
	n := 0
	for _, a := range []*knowledge.Article{sample.Article(), newsroom(t)["03-treve-karvanie"]} {
		last := 0
		for _, s := range a.Sentences {
			if s.Kind != knowledge.KindProse || n == 40 {
				continue
			}
			if s.Paragraph != last {
				paragraphs = append(paragraphs, "")
				last = s.Paragraph
			}
			paragraphs[len(paragraphs)-1] += a.Cut(s.Span) + " "
			n++
		}
	}
	a := ingest.Paragraphs("Quarante phrases", paragraphs)
	prose := 0
	for _, s := range a.Sentences {
		if s.Kind == knowledge.KindProse {
			prose++
		}
	}
	if prose != 40 {
		t.Fatalf("%d sentences", prose)
	}
	return a
}

func BenchmarkExtract(b *testing.B) {
	a := forty(b)
	b.ReportAllocs()
	for b.Loop() {
		Extract(a, 5)
	}
}
