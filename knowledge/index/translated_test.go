package index_test

import (
	"testing"

	"verbatim/knowledge"
	"verbatim/knowledge/index"
)

var (
	shore = written("greve", knowledge.KindTitle, "La grève de Kervelan", "La commune de Kervelan compte deux mille habitants.",
		"Les bigorneaux y abondent de mars à mai.", "Le maire, Paul Vernet, refuse de fermer la plage.",
		"La délégation a été reçue à Kiev par le gouverneur de Jovtyne.")
	shoreInEnglish = []string{"The Kervelan foreshore", "The municipality of Kervelan has two thousand inhabitants.",
		"Periwinkles are plentiful there from March to May.", "The mayor, Paul Vernet, refuses to close the beach.",
		"The delegation was received in Kyiv by the governor of Zhovtyn."}
)

// inEnglish is the translation of shore alone.
func inEnglish(a *knowledge.Article) []string {
	if a == shore {
		return shoreInEnglish
	}
	return nil
}

func TestTranslationServesEnglishQuestions(t *testing.T) {
	articles := []*knowledge.Article{harbour, shore, market}
	plain, translated := index.New(articles), index.NewTranslated(articles, inEnglish)
	for _, c := range []struct {
		question, want string
		unknown        bool // its words are found in no other way
	}{
		{"When are periwinkles plentiful?", "Les bigorneaux y abondent de mars à mai.", true},
		{"Which official governs Zhovtyn?", "La délégation a été reçue à Kiev par le gouverneur de Jovtyne.", false},
		{"Who was received in Kyiv?", "La délégation a été reçue à Kiev par le gouverneur de Jovtyne.", false},
		{"Who refuses to close the beach?", "Le maire, Paul Vernet, refuse de fermer la plage.", false},
	} {
		for _, id := range []string{"", "greve"} {
			r := translated.Search(c.question, id, 3)
			if !r.Answered || text(r.Hits[0]) != c.want || len(r.Absent) > 0 {
				t.Errorf("%q in %q: answered %v by %q, absent %q", c.question, id, r.Answered, text(r.Hits[0]), r.Absent)
			}
			if s := r.Hits[0].Article.Sentences[r.Hits[0].Sentence-1]; r.Hits[0].Quote.Start < s.Start || r.Hits[0].Quote.End > s.End || r.Hits[0].Quote.Empty() {
				t.Errorf("%q: quote %v of sentence %v", c.question, r.Hits[0].Quote, s.Span)
			}
			if c.unknown && plain.Search(c.question, id, 3).Answered {
				t.Errorf("%q in %q is answered without a translation", c.question, id)
			}
		}
	}
}

func TestTranslationChangesNothingElse(t *testing.T) {
	articles := []*knowledge.Article{harbour, shore, market}
	plain, translated := index.New(articles), index.NewTranslated(articles, inEnglish)
	for _, c := range []struct{ question, id string }{
		{"Qui refuse de fermer la plage de Kervelan ?", ""}, {"Quand les bigorneaux abondent-ils ?", "greve"},
		{"When was the harbour built?", "port"}, {"Who did not confirm the sale of the lighthouse?", "port"},
	} {
		want, got := plain.Search(c.question, c.id, 10), translated.Search(c.question, c.id, 10)
		if got.Answered != want.Answered || got.Confidence != want.Confidence || len(got.Hits) != len(want.Hits) {
			t.Fatalf("%q: %+v, without translations %+v", c.question, got, want)
		}
		for i := range want.Hits {
			if got.Hits[i] != want.Hits[i] {
				t.Errorf("%q: hit %d is %+v, without translations %+v", c.question, i, got.Hits[i], want.Hits[i])
			}
		}
	}
}

// Translations come from outside: too few, too many, empty, of words that are none.
func TestTranslationOfAnyShape(t *testing.T) {
	for _, texts := range [][]string{nil, {}, {""}, {"", "", "Periwinkles"}, {"…", "?", "-", "--", "'s"},
		{"a", "b", "c", "d", "e", "f", "g"}, {"", "", "", "", "word-word-word 1,000.5 -"}} {
		x := index.NewTranslated([]*knowledge.Article{shore}, func(*knowledge.Article) []string { return texts })
		for _, q := range []string{"When are periwinkles plentiful?", "well-known word-word 1,000.5?", "what"} {
			if n := len(x.Search(q, "", 10).Hits); n != len(shore.Sentences) {
				t.Errorf("%q over %q: %d hits, want %d", q, texts, n, len(shore.Sentences))
			}
			if n := len(x.Paragraphs(q, "", 10)); n != 1 {
				t.Errorf("%q over %q: %d paragraphs, want 1", q, texts, n)
			}
		}
	}
}
