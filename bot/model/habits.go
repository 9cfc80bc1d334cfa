package model

import (
	"errors"
	"strings"

	openai "github.com/sashabaranov/go-openai"

	"verbatim/bot"
)

// format is how a server is asked for JSON; each is the fallback of the one
// before.
type format int

const (
	jsonSchema format = iota
	jsonObject
	plain
)

// habits is what was learned of a server by its refusals. The zero value is
// what OpenAI's description says.
type habits struct {
	format      format
	completion  bool // wants max_completion_tokens for a model whose name does not tell
	noUsage     bool // takes no stream_options
	noStream    bool
	noSmallHeat bool // takes no temperature
}

func (h habits) String() string {
	forms := []string{[]string{"json_schema", "json_object", "plain"}[h.format]}
	for name, on := range map[string]bool{"max_completion_tokens": h.completion, "no stream_options": h.noUsage, "no stream": h.noStream, "no temperature": h.noSmallHeat} {
		if on {
			forms = append(forms, name)
		}
	}
	return strings.Join(forms, ", ")
}

// errNotStreamed is a whole answer where a stream was asked for.
var errNotStreamed = errors.New("the server does not stream")

// reasons tells whether a model is of those that think first: they take
// max_completion_tokens, which counts the thinking too, and no temperature.
func reasons(model string) bool {
	name := model[strings.LastIndexByte(model, '/')+1:]
	for _, prefix := range []string{"o1", "o3", "o4", "gpt-5", "gpt-6"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// thinking is what a model that thinks first may spend on it, in tokens.
const thinking = 4000

// request writes a call in a form that the server takes.
func (h habits) request(model string, call bot.Call) openai.ChatCompletionRequest {
	r := openai.ChatCompletionRequest{Model: model}
	for _, m := range call.Messages {
		r.Messages = append(r.Messages, openai.ChatCompletionMessage{Role: string(m.Role), Content: m.Text})
	}
	switch {
	case reasons(model):
		r.MaxCompletionTokens = call.MaxTokens + thinking
	case h.completion:
		r.MaxCompletionTokens = call.MaxTokens
	default:
		//lint:ignore SA1019 other servers take no other (Mistral answers 422)
		r.MaxTokens = call.MaxTokens
	}
	if !reasons(model) && !h.noSmallHeat {
		r.Temperature = 0.01 // 0 is not sent
	}
	switch h.format {
	case jsonSchema:
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{
			Type:       openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: call.Schema.Name, Schema: call.Schema.JSON, Strict: true},
		}
	case jsonObject:
		r.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
	if h.format != jsonSchema && len(r.Messages) > 0 {
		r.Messages[0].Content += "\n\nAnswer with one JSON object that fits this JSON schema, and nothing else:\n" + string(call.Schema.JSON)
	}
	if call.Stream != nil && !h.noStream {
		r.Stream = true
		if !h.noUsage {
			r.StreamOptions = &openai.StreamOptions{IncludeUsage: true}
		}
	}
	return r
}

// without is the next form to try after a refusal, if there is one.
func (h habits) without(err error) (habits, bool) {
	if errors.Is(err, errNotStreamed) && !h.noStream {
		h.noStream = true
		return h, true
	}
	status, message := refusal(err)
	if status != 400 && status != 415 && status != 422 && status != 501 {
		return h, false
	}
	message = strings.ToLower(message)
	says := func(word string) bool { return strings.Contains(message, word) }
	switch {
	case says("context_length") || says("maximum context") || says("content_filter"):
		return h, false
	case says("max_completion_tokens") && !h.completion:
		h.completion = true
	case says("temperature") && !h.noSmallHeat:
		h.noSmallHeat = true
	case says("stream_options") && !h.noUsage:
		h.noUsage = true
	case h.format < plain:
		h.format++
	case !h.noUsage:
		h.noUsage = true
	default:
		return h, false
	}
	return h, true
}
