package model_test

import (
	"testing"

	"verbatim/bot/model"
	"verbatim/bot/model/modeltest"
)

func TestEmbed(t *testing.T) {
	s := modeltest.New(t)
	c := client(t, s, model.Options{Model: "test", Embedding: "embed-small"})
	texts := make([]string, 100) // more than one request holds
	for i := range texts {
		texts[i] = string(rune('a' + i%26))
	}
	s.Embed(func(text string) []float32 { return []float32{float32(text[0]), 1} })
	got, usage, err := c.Embed(t.Context(), texts)
	if err != nil || len(got) != len(texts) || usage.Prompt == 0 {
		t.Fatalf("%d vectors, usage %+v, %v", len(got), usage, err)
	}
	for i, v := range got {
		if v[0] != float32(texts[i][0]) {
			t.Errorf("vector %d belongs to another text", i)
		}
	}
	s.Embed(func(text string) []float32 { return make([]float32, int(text[0])%3) })
	if _, _, err := c.Embed(t.Context(), texts[:3]); err == nil {
		t.Error("vectors of several lengths were taken")
	}
	s.Embed(nil)
	if _, _, err := c.Embed(t.Context(), texts[:1]); err == nil {
		t.Error("a server that fails gave vectors")
	}
}
