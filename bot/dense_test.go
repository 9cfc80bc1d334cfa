package bot_test

import (
	"errors"
	"strings"
	"testing"

	"verbatim/bot"
)

// meaning embeds a text by whether it speaks of money or of opening, whatever
// the words are.
func meaning(texts []string) ([][]float32, error) {
	var out [][]float32
	for _, t := range texts {
		v := []float32{0.1, 0.1}
		if strings.Contains(t, "francs") || strings.Contains(t, "facture") {
			v[0] = 1
		}
		if strings.Contains(t, "réouverture") {
			v[1] = 1
		}
		out = append(out, v)
	}
	return out, nil
}

// What shares no word with the question is found by meaning, and a sentence is
// embedded once.
func TestDense(t *testing.T) {
	b, article := newBot(t, nil)
	before := ask(t, b, "À combien s'élève la facture de la digue ?")
	asked := 0
	b.Embedder = bot.FakeEmbedder(func(texts []string) ([][]float32, error) {
		asked += len(texts)
		return meaning(texts)
	})
	after := ask(t, b, "À combien s'élève la facture de la digue ?")
	place := func(a bot.Answer) int {
		for i, c := range append(a.Citations, a.Closest...) {
			if strings.Contains(c.Text(), "12'500") {
				return i
			}
		}
		return len(article.Sentences)
	}
	if place(after) > place(before) || place(after) > 1 {
		t.Errorf("by words in place %d, with meaning %d", place(before), place(after))
	}
	if after.Usage.Prompt == 0 || after.Warning != "" {
		t.Errorf("usage %+v, warning %q", after.Usage, after.Warning)
	}
	first := asked
	ask(t, b, "À combien s'élève la facture de la digue ?")
	if first != len(article.Sentences)+1 || asked != first+1 {
		t.Errorf("%d texts were embedded, then %d; want each sentence once and the question each time", first, asked-first)
	}
}

func TestDenseFails(t *testing.T) {
	b, _ := newBot(t, nil)
	want := ask(t, b, "Combien coûteront les travaux par jour ?")
	b.Embedder = bot.FakeEmbedder(func([]string) ([][]float32, error) { return nil, errors.New("down") })
	got := ask(t, b, "Combien coûteront les travaux par jour ?")
	if got.Warning == "" || !got.Answered || got.Citations[0].Text() != want.Citations[0].Text() {
		t.Errorf("warning %q, %q", got.Warning, got.Text)
	}
}
