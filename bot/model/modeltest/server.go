// Package modeltest is an OpenAI-compatible server on loopback for tests. It
// answers as the test says, and holds every request against OpenAI's official
// description where VERBATIM_TESTDATA names the folder that has it.
//
//	server := modeltest.New(t)
//	server.Answer(func(r modeltest.Request) modeltest.Reply {
//		return modeltest.Reply{Text: `{"answered":false,"claims":[]}`}
//	})
//	client, err := model.New(ctx, model.Options{BaseURL: server.URL, Model: "test"})
package modeltest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// Message is one message of a request.
type Message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// Request is what a client sent.
type Request struct {
	Model               string    `json:"model"`
	Messages            []Message `json:"messages"`
	Stream              bool      `json:"stream"`
	MaxTokens           int       `json:"max_tokens"`
	MaxCompletionTokens int       `json:"max_completion_tokens"`
	Temperature         *float64  `json:"temperature"`
	StreamOptions       *struct{} `json:"stream_options"`
	ResponseFormat      struct {
		Type       string `json:"type"`
		JSONSchema struct {
			Name   string          `json:"name"`
			Strict bool            `json:"strict"`
			Schema json.RawMessage `json:"schema"`
		} `json:"json_schema"`
	} `json:"response_format"`
	Authorization string `json:"-"`
}

// Schema is the name of the schema that the answer must fit, "" where none was sent.
func (r Request) Schema() string { return r.ResponseFormat.JSONSchema.Name }

// Last is the text of the last message.
func (r Request) Last() string { return r.Messages[len(r.Messages)-1].Content }

// Reply is what the server answers. The zero value answers an empty text.
type Reply struct {
	Text   string
	Status int    // not 0: this status, with Text as the whole body
	Header string // with Status: a Retry-After
	Finish string // "" is "stop"; "none" leaves it out
	Cut    bool   // the stream, or the body, ends in its middle
	Empty  bool   // 200 without choices
	Silent bool   // nothing comes until the client leaves
	Whole  bool   // a whole answer where a stream was asked for
	Tokens int    // prompt tokens that it says it counted; 0 is 100
}

func (r Reply) usage() map[string]any {
	prompt := 100
	if r.Tokens != 0 {
		prompt = r.Tokens
	}
	return map[string]any{"prompt_tokens": prompt, "completion_tokens": 10, "total_tokens": prompt + 10}
}

// Server is the server.
type Server struct {
	URL string // with /v1

	t        testing.TB
	http     *httptest.Server
	mu       sync.Mutex
	answer   func(Request) Reply
	requests []Request
	models   []string
	embed    func(text string) []float32
}

// New starts a server that ends with the test.
func New(t testing.TB) *Server {
	s := &Server{t: t, models: []string{"test-model"}}
	s.http = httptest.NewServer(http.HandlerFunc(s.serve))
	s.URL = s.http.URL + "/v1"
	t.Cleanup(func() {
		s.http.CloseClientConnections()
		s.http.Close()
	})
	return s
}

// Answer sets what the server answers from now on.
func (s *Server) Answer(f func(Request) Reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answer = f
}

// Embed sets the vector that the server gives for a text; nil answers 500.
func (s *Server) Embed(f func(text string) []float32) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.embed = f
}

// Models sets what /models lists.
func (s *Server) Models(names ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.models = names
}

// Requests are the completions that were asked for so far.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<22))
	if err != nil {
		return
	}
	if err := validate(r, body); err != nil {
		s.t.Errorf("%s %s does not fit OpenAI's description: %v", r.Method, r.URL.Path, err)
	}
	switch r.URL.Path {
	case "/v1/models":
		s.mu.Lock()
		defer s.mu.Unlock()
		list := []map[string]any{}
		for _, name := range s.models {
			list = append(list, map[string]any{"id": name, "object": "model", "created": 1, "owned_by": "test"})
		}
		json.NewEncoder(w).Encode(map[string]any{"object": "list", "data": list})
	case "/v1/chat/completions":
		var request Request
		if err := json.Unmarshal(body, &request); err != nil {
			s.t.Errorf("unreadable request: %v", err)
		}
		request.Authorization = r.Header.Get("Authorization")
		s.mu.Lock()
		s.requests = append(s.requests, request)
		answer := s.answer
		s.mu.Unlock()
		var reply Reply
		if answer != nil {
			reply = answer(request)
		}
		s.reply(w, r, request, reply)
	case "/v1/embeddings":
		s.embeddings(w, body)
	default:
		s.t.Errorf("unknown path %s", r.URL.Path)
		http.NotFound(w, r)
	}
}

func (s *Server) reply(w http.ResponseWriter, r *http.Request, request Request, reply Reply) {
	switch {
	case reply.Silent:
		<-r.Context().Done()
	case reply.Status != 0:
		if reply.Header != "" {
			w.Header().Set("Retry-After", reply.Header)
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(reply.Status)
		io.WriteString(w, reply.Text)
	case request.Stream && !reply.Whole:
		s.stream(w, reply)
	default:
		s.whole(w, reply)
	}
}

func (s *Server) embeddings(w http.ResponseWriter, body []byte) {
	var request struct {
		Input []string `json:"input"`
		Model string   `json:"model"`
	}
	if err := json.Unmarshal(body, &request); err != nil {
		s.t.Errorf("unreadable request: %v", err)
	}
	s.mu.Lock()
	embed := s.embed
	s.mu.Unlock()
	if embed == nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	data := []map[string]any{}
	for i, text := range request.Input {
		data = append(data, map[string]any{"object": "embedding", "index": i, "embedding": embed(text)})
	}
	json.NewEncoder(w).Encode(map[string]any{
		"object": "list", "model": request.Model, "data": data, "usage": map[string]any{"prompt_tokens": 10, "total_tokens": 10},
	})
}

func finish(reply Reply) any {
	switch reply.Finish {
	case "":
		return "stop"
	case "none":
		return nil
	}
	return reply.Finish
}

func (s *Server) whole(w http.ResponseWriter, reply Reply) {
	choices := []any{map[string]any{
		"index": 0, "finish_reason": finish(reply),
		"message": map[string]any{"role": "assistant", "content": reply.Text},
	}}
	if reply.Empty {
		choices = []any{}
	}
	body, err := json.Marshal(map[string]any{
		"id": "1", "object": "chat.completion", "created": 1, "model": "test-model", "choices": choices,
		"usage": reply.usage(),
	})
	if err != nil {
		s.t.Errorf("reply: %v", err)
	}
	w.Header().Set("Content-Type", "application/json")
	if reply.Cut {
		w.Header().Set("Content-Length", fmt.Sprint(len(body)))
		body = body[:len(body)/2]
	}
	w.Write(body)
}

// stream sends the text in pieces of a few bytes, cut at rune borders.
func (s *Server) stream(w http.ResponseWriter, reply Reply) {
	w.Header().Set("Content-Type", "text/event-stream")
	chunk := func(choices []any, usage any) {
		var b bytes.Buffer
		json.NewEncoder(&b).Encode(map[string]any{
			"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "test-model", "choices": choices, "usage": usage,
		})
		fmt.Fprintf(w, "data: %s\n", b.Bytes())
		w.(http.Flusher).Flush()
	}
	runes := []rune(reply.Text)
	if reply.Cut {
		runes = runes[:len(runes)/2]
	}
	for len(runes) > 0 && !reply.Empty {
		n := min(12, len(runes))
		chunk([]any{map[string]any{"index": 0, "delta": map[string]any{"content": string(runes[:n])}, "finish_reason": nil}}, nil)
		runes = runes[n:]
	}
	if reply.Cut {
		return
	}
	if !reply.Empty {
		chunk([]any{map[string]any{"index": 0, "delta": map[string]any{}, "finish_reason": finish(reply)}}, nil)
	}
	chunk([]any{}, reply.usage())
	fmt.Fprint(w, "data: [DONE]\n\n")
}
