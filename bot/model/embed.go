package model

import (
	"context"
	"errors"
	"time"

	"github.com/cenkalti/backoff/v5"
	openai "github.com/sashabaranov/go-openai"

	"verbatim/bot"
)

// embedAtOnce is how many texts one request holds.
const embedAtOnce = 64

var errVectors = errors.New("the vectors are not what was asked for")

// EmbeddingName is the model that [Client.Embed] asks.
func (c *Client) EmbeddingName() string { return c.embedding }

// Embed returns a vector for each text, all of one length.
func (c *Client) Embed(ctx context.Context, texts []string) ([][]float32, bot.Usage, error) {
	select {
	case c.slots <- struct{}{}:
		defer func() { <-c.slots }()
	case <-ctx.Done():
		return nil, bot.Usage{}, ctx.Err()
	}
	var all [][]float32
	var spent bot.Usage
	for from := 0; from < len(texts); from += embedAtOnce {
		part := texts[from:min(len(texts), from+embedAtOnce)]
		pauses := backoff.NewExponentialBackOff()
		pauses.InitialInterval = 300 * time.Millisecond
		vectors, err := backoff.Retry(ctx, func() ([][]float32, error) {
			vectors, u, err := c.vectors(ctx, part)
			spent.Add(u)
			if err != nil {
				return nil, c.verdict(err)
			}
			return vectors, nil
		}, backoff.WithBackOff(pauses), backoff.WithMaxTries(maxTries))
		if err != nil {
			return nil, spent, c.clean(err)
		}
		if all = append(all, vectors...); len(all[0]) != len(vectors[0]) {
			return nil, spent, errVectors
		}
	}
	return all, spent, nil
}

// vectors makes one request.
func (c *Client) vectors(ctx context.Context, texts []string) ([][]float32, bot.Usage, error) {
	resp, err := c.api.CreateEmbeddings(ctx, openai.EmbeddingRequestStrings{
		Input: texts, Model: openai.EmbeddingModel(c.embedding), EncodingFormat: openai.EmbeddingEncodingFormatFloat,
	})
	if err != nil {
		return nil, bot.Usage{}, err
	}
	var estimated bot.Usage
	for _, t := range texts {
		estimated.Prompt += bot.EstimateTokens(t)
	}
	usage := credible(bot.Usage{Prompt: resp.Usage.PromptTokens}, estimated)
	out := make([][]float32, len(texts))
	for _, d := range resp.Data {
		if d.Index < 0 || d.Index >= len(out) || len(d.Embedding) == 0 {
			return nil, usage, errVectors
		}
		out[d.Index] = d.Embedding
	}
	for _, v := range out {
		if len(v) == 0 || len(v) != len(out[0]) {
			return nil, usage, errVectors
		}
	}
	return out, usage, nil
}
