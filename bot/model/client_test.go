package model_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/model"
	"verbatim/bot/model/modeltest"
	"verbatim/prompts"
)

const honest = `{"answered":false,"claims":[]}`

var call = bot.Call{
	Messages:  []bot.Message{{Role: bot.RoleSystem, Text: "Answer."}, {Role: bot.RoleUser, Text: "[1] Bonjour."}, {Role: bot.RoleUser, Text: "Qui ?"}},
	Schema:    prompts.GroundedAnswer,
	MaxTokens: 100,
}

func client(t *testing.T, s *modeltest.Server, o model.Options) *model.Client {
	t.Helper()
	o.BaseURL = s.URL
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	c, err := model.New(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// ways are those of a server, and what comes of one call.
type ways struct {
	answer   func(modeltest.Request) modeltest.Reply // nil: onceReply, and then the honest one
	requests int
	rejected bool
	fails    bool
}

func serverWays() map[string]ways {
	refuse := func(word string, when func(modeltest.Request) bool) func(modeltest.Request) modeltest.Reply {
		return func(r modeltest.Request) modeltest.Reply {
			if when(r) {
				return modeltest.Reply{Status: 400, Text: `{"error":{"message":"unsupported: ` + word + `","type":"invalid_request_error"}}`}
			}
			return modeltest.Reply{Text: honest}
		}
	}
	return map[string]ways{
		"honest":     {func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Text: honest} }, 1, false, false},
		"in a fence": {func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Text: "```json\n" + honest + "\n```"} }, 1, false, false},
		"in chatter": {func(modeltest.Request) modeltest.Reply {
			return modeltest.Reply{Text: "Voici {enfin} : " + honest + " N'hésitez pas {à} demander."}
		}, 1, false, false},
		"after thinking":     {func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Text: "<think>{}</think>" + honest} }, 1, false, false},
		"no json_schema":     {refuse("response_format", func(r modeltest.Request) bool { return r.ResponseFormat.Type == "json_schema" }), 2, false, false},
		"no response_format": {refuse("response_format", func(r modeltest.Request) bool { return r.ResponseFormat.Type != "" }), 3, false, false},
		"no max_tokens":      {refuse("use max_completion_tokens", func(r modeltest.Request) bool { return r.MaxTokens != 0 }), 2, false, false},
		"no temperature":     {refuse("temperature", func(r modeltest.Request) bool { return r.Temperature != nil }), 2, false, false},
		"429 once":           {nil, 2, false, false},
		"500 once":           {nil, 2, false, false},
		"no choices once":    {nil, 2, false, false},
		"cut once":           {nil, 2, false, false},
		"no finish reason":   {func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Text: honest, Finish: "none"} }, 3, false, true},
		"too long":           {func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Text: honest, Finish: "length"} }, 3, false, true},
		"no JSON":            {func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Text: "Sure."} }, 3, false, true},
		"401":                {func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Status: 401, Text: `{"error":"who"}`} }, 1, true, true},
		"404":                {func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Status: 404, Text: `no such model`} }, 1, true, true},
		"no quota": {func(modeltest.Request) modeltest.Reply {
			return modeltest.Reply{Status: 429, Text: `{"error":{"message":"quota","code":"insufficient_quota"}}`}
		}, 1, true, true},
		"503 for ever": {func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Status: 503} }, 3, false, true},
	}
}

func TestComplete(t *testing.T) {
	for name, test := range serverWays() {
		for _, streamed := range []bool{false, true} {
			t.Run(name+map[bool]string{true: ", streamed"}[streamed], func(t *testing.T) {
				t.Parallel()
				s := modeltest.New(t)
				answer := test.answer
				s.Answer(func(r modeltest.Request) modeltest.Reply { return answer(r) })
				if strings.HasSuffix(name, "once") { // the counter is the case's own
					n := 0
					s.Answer(func(r modeltest.Request) modeltest.Reply {
						if n++; n > 1 {
							return modeltest.Reply{Text: honest}
						}
						return onceReply[name]
					})
				}
				call := call
				var got strings.Builder
				if streamed {
					call.Stream = func(piece string, reset bool) {
						if reset {
							got.Reset()
						}
						got.WriteString(piece)
					}
				}
				done, err := client(t, s, model.Options{Model: "test"}).Complete(t.Context(), call)
				if (err != nil) != test.fails || errors.Is(err, bot.ErrModelRejected) != test.rejected {
					t.Fatalf("error %v, want fails %v rejected %v", err, test.fails, test.rejected)
				}
				if err == nil && done.Text != honest {
					t.Errorf("text %q", done.Text)
				}
				if err == nil && streamed && !strings.Contains(got.String(), honest) {
					t.Errorf("streamed %q", got.String())
				}
				if n := len(s.Requests()); n != test.requests {
					t.Errorf("%d requests, want %d", n, test.requests)
				}
				if err == nil && done.Usage.Total() == 0 {
					t.Error("no usage")
				}
			})
		}
	}
}

var onceReply = map[string]modeltest.Reply{
	"429 once":        {Status: 429, Text: `{"error":"slow down"}`},
	"500 once":        {Status: 500, Text: `oops`},
	"no choices once": {Empty: true},
	"cut once":        {Text: honest, Cut: true},
}

func TestWhatWorksIsRemembered(t *testing.T) {
	s := modeltest.New(t)
	s.Answer(func(r modeltest.Request) modeltest.Reply {
		if r.ResponseFormat.Type == "json_schema" {
			return modeltest.Reply{Status: 422, Text: `{"detail":"response_format"}`}
		}
		return modeltest.Reply{Text: honest}
	})
	c := client(t, s, model.Options{Model: "test"})
	for range 3 {
		if _, err := c.Complete(t.Context(), call); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := len(s.Requests()), 4; got != want {
		t.Errorf("%d requests, want %d: one refusal and three answers", got, want)
	}
	if last := s.Requests()[3]; !strings.Contains(last.Messages[0].Content, `"claims"`) {
		t.Error("without json_schema the prompt must say the schema")
	}
}

func TestAWholeAnswerToAStream(t *testing.T) {
	s := modeltest.New(t)
	s.Answer(func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Text: honest, Whole: true} })
	streamed := call
	streamed.Stream = func(string, bool) {}
	done, err := client(t, s, model.Options{Model: "test"}).Complete(t.Context(), streamed)
	if err != nil || done.Text != honest {
		t.Errorf("got %q, %v", done.Text, err)
	}
}

// A count that nobody can believe is not booked.
func TestUsage(t *testing.T) {
	for tokens, want := range map[int]int{12: 12, 1 << 40: 7, -5: 7} {
		s := modeltest.New(t)
		s.Answer(func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Text: honest, Tokens: tokens} })
		done, err := client(t, s, model.Options{Model: "test"}).Complete(t.Context(), call)
		if err != nil || done.Usage.Prompt != want { // 7: the three messages, four bytes a token
			t.Errorf("the server counts %d: %+v, %v", tokens, done.Usage, err)
		}
	}
}

func TestRequestShape(t *testing.T) {
	for name, reasoning := range map[string]bool{"mistral-small": false, "gpt-4o": false, "gpt-5-mini": true, "o3": true, "openai/gpt-5": true} {
		s := modeltest.New(t)
		s.Answer(func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Text: honest} })
		if _, err := client(t, s, model.Options{Model: name}).Complete(t.Context(), call); err != nil {
			t.Fatal(err)
		}
		r := s.Requests()[0]
		if (r.MaxCompletionTokens > 0) != reasoning || (r.MaxTokens > 0) == reasoning || (r.Temperature != nil) == reasoning {
			t.Errorf("%s: max_tokens %d, max_completion_tokens %d, temperature %v", name, r.MaxTokens, r.MaxCompletionTokens, r.Temperature)
		}
		if r.Schema() != "grounded_answer" || !r.ResponseFormat.JSONSchema.Strict || r.Last() != "Qui ?" {
			t.Errorf("%s: schema %q, last message %q", name, r.Schema(), r.Last())
		}
	}
}

func TestFirstModelListed(t *testing.T) {
	s := modeltest.New(t)
	s.Models("mistral-nemo", "other")
	if got := client(t, s, model.Options{}).Name(); got != "mistral-nemo" {
		t.Errorf("got %q", got)
	}
	s.Models()
	if _, err := client(t, s, model.Options{}).Complete(t.Context(), call); !errors.Is(err, bot.ErrModelRejected) {
		t.Errorf("a server without models: %v", err)
	}
}

func TestSilenceEndsWithTheContext(t *testing.T) {
	s := modeltest.New(t)
	s.Answer(func(modeltest.Request) modeltest.Reply { return modeltest.Reply{Silent: true} })
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := client(t, s, model.Options{Model: "test"}).Complete(ctx, call); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestNoSecretLeaves(t *testing.T) {
	const key = "sk-very-secret"
	s := modeltest.New(t)
	s.Answer(func(r modeltest.Request) modeltest.Reply {
		return modeltest.Reply{Status: 401, Text: `{"error":{"message":"bad key ` + strings.TrimPrefix(r.Authorization, "Bearer ") + `"}}`}
	})
	var log bytes.Buffer
	c := client(t, s, model.Options{APIKey: key, Model: "test", Log: slog.New(slog.NewTextHandler(&log, nil))})
	_, err := c.Complete(t.Context(), call)
	if err == nil || strings.Contains(err.Error(), key) || strings.Contains(log.String(), key) {
		t.Errorf("error %v, log %s", err, log.String())
	}
	if got := s.Requests()[0].Authorization; got != "Bearer "+key {
		t.Errorf("authorization %q", got)
	}
}

func TestConcurrencyIsBounded(t *testing.T) {
	s := modeltest.New(t)
	var gate = make(chan struct{})
	running := make(chan struct{}, 10)
	s.Answer(func(modeltest.Request) modeltest.Reply {
		running <- struct{}{}
		<-gate
		return modeltest.Reply{Text: honest}
	})
	c := client(t, s, model.Options{Model: "test", Concurrency: 2})
	done := make(chan error, 5)
	for range 5 {
		go func() {
			_, err := c.Complete(t.Context(), call)
			done <- err
		}()
	}
	<-running
	<-running
	if len(running) != 0 {
		t.Error("more than two calls at once")
	}
	close(gate)
	for range 5 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}
