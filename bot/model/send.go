package model

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	openai "github.com/sashabaranov/go-openai"

	"verbatim/bot"
)

// maxBody bounds what is read of one answer, in bytes.
const maxBody = 4 << 20

// bounded is a transport whose answers end at maxBody.
type bounded struct{ next http.RoundTripper }

func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := b.next.RoundTrip(r)
	if err == nil {
		resp.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(resp.Body, maxBody), resp.Body}
	}
	return resp, err
}

var (
	errCut     = errors.New("the answer was cut off")
	errNoReply = errors.New("the answer holds no choice")
	errNoJSON  = errors.New("the answer holds no JSON object")
)

// send makes one HTTP request. Usage is filled on errors too.
func (c *Client) send(ctx context.Context, r openai.ChatCompletionRequest, call bot.Call) (bot.Completion, error) {
	var text, finish string
	var usage bot.Usage
	var err error
	if r.Stream {
		text, finish, usage, err = c.stream(ctx, r, call)
	} else {
		text, finish, usage, err = c.whole(ctx, r)
	}
	if err == nil || text != "" {
		usage = credible(usage, estimate(r, text))
	}
	done := bot.Completion{Usage: usage}
	switch {
	case err != nil:
		return done, err
	case finish == "" || finish == string(openai.FinishReasonLength) || finish == string(openai.FinishReasonContentFilter):
		return done, fmt.Errorf("%w (finish reason %q)", errCut, finish)
	}
	done.Text, err = object(text)
	return done, err
}

func (c *Client) whole(ctx context.Context, r openai.ChatCompletionRequest) (text, finish string, u bot.Usage, err error) {
	resp, err := c.api.CreateChatCompletion(ctx, r)
	if err != nil {
		return "", "", u, err
	}
	u = bot.Usage{Prompt: resp.Usage.PromptTokens, Completion: resp.Usage.CompletionTokens}
	if len(resp.Choices) == 0 {
		return "", "", u, errNoReply
	}
	return resp.Choices[0].Message.Content, string(resp.Choices[0].FinishReason), u, nil
}

func (c *Client) stream(ctx context.Context, r openai.ChatCompletionRequest, call bot.Call) (text, finish string, u bot.Usage, err error) {
	s, err := c.api.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return "", "", u, err
	}
	defer s.Close()
	if kind := s.Header().Get("Content-Type"); strings.HasPrefix(kind, "application/json") {
		return "", "", u, errNotStreamed
	}
	var b strings.Builder
	for {
		chunk, err := s.Recv()
		if errors.Is(err, io.EOF) {
			return b.String(), finish, u, nil
		}
		if err != nil {
			return b.String(), "", u, err
		}
		if chunk.Usage != nil {
			u = bot.Usage{Prompt: chunk.Usage.PromptTokens, Completion: chunk.Usage.CompletionTokens}
		}
		if len(chunk.Choices) == 0 {
			continue
		}
		if f := string(chunk.Choices[0].FinishReason); f != "" && f != "null" {
			finish = f
		}
		if piece := chunk.Choices[0].Delta.Content; piece != "" {
			b.WriteString(piece)
			call.Stream(piece, false)
		}
	}
}

// credible is what a server counted, unless that is nothing or far from what
// was sent: a budget is not spent by a number that somebody made up.
func credible(counted, estimated bot.Usage) bot.Usage {
	const far, thinkingToo = 8, 40_000
	if counted.Prompt < 0 || counted.Completion < 0 || counted.Total() == 0 ||
		counted.Prompt > far*estimated.Prompt+100 || counted.Completion > estimated.Completion*far+thinkingToo {
		return estimated
	}
	return counted
}

func estimate(r openai.ChatCompletionRequest, text string) bot.Usage {
	var u bot.Usage
	for _, m := range r.Messages {
		u.Prompt += bot.EstimateTokens(m.Content)
	}
	u.Completion = bot.EstimateTokens(text)
	return u
}

// object is the first JSON object in a text, without the thinking, the code
// fence or the chatter around it.
func object(text string) (string, error) {
	if i := strings.LastIndex(text, "</think>"); i >= 0 {
		text = text[i+len("</think>"):]
	}
	for tries := 0; tries < 20; tries++ { // chatter may have braces of its own
		i := strings.IndexByte(text, '{')
		if i < 0 {
			break
		}
		var found json.RawMessage
		if json.NewDecoder(strings.NewReader(text[i:])).Decode(&found) == nil {
			return string(found), nil
		}
		text = text[i+1:]
	}
	return "", errNoJSON
}
