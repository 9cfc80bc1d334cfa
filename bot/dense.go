package bot

import (
	"context"
	"math"
	"slices"

	"verbatim/knowledge/index"
)

// Embedder turns texts into vectors whose cosine tells how near they are in
// meaning. Its methods may be called at once.
type Embedder interface {
	// EmbeddingName is the name of the model behind it.
	EmbeddingName() string
	// Embed returns a vector for each text, all of one length, and the tokens
	// that it took.
	Embed(ctx context.Context, texts []string) ([][]float32, Usage, error)
}

const (
	denseDepth = 100 // hits of the lexical ranking that are ranked by meaning too
	placeApart = 0.5 // between the scores of fused places
	fusionK    = 60  // of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)
)

// fuse ranks the best lexical hits by meaning too, and puts both rankings
// together. Where that fails the lexical ranking stands, with a warning.
func (k *asking) fuse(ctx context.Context) {
	b := k.bot
	if b.Embedder == nil || len(k.found.Hits) < 2 {
		return
	}
	if b.overBudget(ctx, k.question.payer()) != spentNone {
		return // ranking by words costs nothing
	}
	ctx, cancel := context.WithTimeout(ctx, b.Config.ModelTimeout)
	defer cancel()
	near, err := k.nearness(ctx)
	if err != nil {
		b.Log.Warn("dense retrieval failed", "error", err)
		k.warn(warnNoDense)
		return
	}
	k.found.Hits = fused(k.found.Hits, near)
}

// nearness is the cosine of the question and each hit's sentence.
func (k *asking) nearness(ctx context.Context) ([]float64, error) {
	b := k.bot
	texts := make([]string, len(k.found.Hits))
	for i, h := range k.found.Hits {
		s, _ := h.Article.Sentence(h.Sentence)
		texts[i] = h.Article.Cut(s.Span)
	}
	name := b.Embedder.EmbeddingName()
	vectors, err := b.Store.Vectors(ctx, name, texts)
	if err != nil {
		return nil, err
	}
	ask := []string{k.text}
	for _, t := range texts {
		if _, ok := vectors[t]; !ok && !slices.Contains(ask[1:], t) {
			ask = append(ask, t)
		}
	}
	made, usage, err := b.Embedder.Embed(ctx, ask)
	k.answer.Usage.Add(usage)
	b.book(ctx, k.question.payer(), usage)
	if err != nil {
		return nil, err
	}
	fresh := map[string][]float32{}
	for i, t := range ask[1:] {
		fresh[t], vectors[t] = made[i+1], made[i+1]
	}
	if err := b.Store.PutVectors(context.WithoutCancel(ctx), name, fresh); err != nil {
		b.Log.Error("vectors could not be stored", "error", err)
	}
	near := make([]float64, len(texts))
	for i, t := range texts {
		near[i] = cosine(made[0], vectors[t])
	}
	return near, nil
}

// fused orders hits by the sum of their reciprocal ranks in both rankings. A
// place in that order says nothing of likelihood: each is taken to be a little
// less likely than the one above.
func fused(hits []index.Hit, near []float64) []index.Hit {
	byMeaning := make([]int, len(hits))
	for i := range byMeaning {
		byMeaning[i] = i
	}
	slices.SortStableFunc(byMeaning, func(i, j int) int {
		switch {
		case near[i] > near[j]:
			return -1
		case near[i] < near[j]:
			return 1
		}
		return 0
	})
	value := make([]float64, len(hits))
	order := make([]int, len(hits))
	for rank, i := range byMeaning {
		value[i] = 1/float64(fusionK+rank) + 1/float64(fusionK+i)
		order[rank] = rank
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case value[i] > value[j]:
			return -1
		case value[i] < value[j]:
			return 1
		}
		return 0
	})
	out := make([]index.Hit, len(hits))
	for place, i := range order {
		out[place] = hits[i]
		out[place].Score = hits[0].Score - placeApart*float64(place)
	}
	return out
}

// cosine is 0 where the vectors do not fit together.
func cosine(a, b []float32) float64 {
	var dot, aa, bb float64
	if len(a) != len(b) {
		return 0
	}
	for i := range a {
		dot += float64(a[i]) * float64(b[i])
		aa += float64(a[i]) * float64(a[i])
		bb += float64(b[i]) * float64(b[i])
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return dot / math.Sqrt(aa*bb)
}
