// Package model is a language model behind any server that speaks OpenAI's
// chat completions: OpenAI, Mistral, Ollama, vLLM, llama.cpp. It is the only
// importer of go-openai.
package model

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/cenkalti/backoff/v5"
	openai "github.com/sashabaranov/go-openai"

	"verbatim/bot"
)

// maxTries bounds the attempts at one call; the context bounds their time.
const maxTries = 3

// Options say which server and which model.
type Options struct {
	APIKey      string // "" where the server wants none
	BaseURL     string // with its version, ".../v1"; "" is OpenAI's own
	Model       string // "" is the first that the server lists
	Embedding   string // model of [Client.Embed]; "" where there is none
	Concurrency int    // calls under way at once; at least 1
	Log         *slog.Logger
}

// Client is a [bot.Model].
type Client struct {
	api       *openai.Client
	provider  string
	embedding string
	redact    *strings.Replacer
	slots     chan struct{}
	log       *slog.Logger

	mu     sync.Mutex
	model  string
	server habits
}

// New makes a client. It asks the server for its models where none is named;
// a server that does not answer is asked again at the first call.
func New(ctx context.Context, o Options) (*Client, error) {
	config := openai.DefaultConfig(o.APIKey)
	if o.BaseURL != "" {
		config.BaseURL = strings.TrimRight(o.BaseURL, "/")
	}
	base, err := url.Parse(config.BaseURL)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, errors.New("the base URL must look like http://127.0.0.1:11434/v1")
	}
	secrets := []string{}
	if o.APIKey != "" {
		secrets = append(secrets, o.APIKey, "[key]")
	}
	if base.User != nil {
		secrets = append(secrets, base.User.String()+"@", "")
	}
	config.HTTPClient = &http.Client{Transport: bounded{http.DefaultTransport.(*http.Transport).Clone()}}
	c := &Client{
		api:       openai.NewClientWithConfig(config),
		provider:  base.Host,
		embedding: o.Embedding,
		redact:    strings.NewReplacer(secrets...),
		slots:     make(chan struct{}, max(1, o.Concurrency)),
		log:       o.Log,
		model:     o.Model,
	}
	if c.model == "" {
		ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
		defer cancel()
		if err := c.resolve(ctx); err != nil {
			c.log.Warn("the model server does not list its models yet", "error", err)
		}
	}
	return c, nil
}

// Name is the model's name; "model" until a server that was silent names one.
func (c *Client) Name() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.model == "" {
		return "model"
	}
	return c.model
}

// Provider is the host that sees what is asked.
func (c *Client) Provider() string { return c.provider }

// resolve takes the first model that the server lists, where none is named.
func (c *Client) resolve(ctx context.Context) error {
	c.mu.Lock()
	named := c.model != ""
	c.mu.Unlock()
	if named {
		return nil
	}
	list, err := c.api.ListModels(ctx)
	if err != nil {
		return c.clean(err)
	}
	if len(list.Models) == 0 || list.Models[0].ID == "" {
		return fmt.Errorf("the server lists no model: set OPENAI_MODEL (%w)", bot.ErrModelRejected)
	}
	c.mu.Lock()
	c.model = list.Models[0].ID
	c.mu.Unlock()
	c.log.Info("using the first model that the server lists", "model", list.Models[0].ID)
	return nil
}

// Complete makes one call, as [bot.Model] says.
func (c *Client) Complete(ctx context.Context, call bot.Call) (bot.Completion, error) {
	select {
	case c.slots <- struct{}{}:
		defer func() { <-c.slots }()
	case <-ctx.Done():
		return bot.Completion{}, ctx.Err()
	}
	var spent bot.Usage
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval, pauses.MaxInterval = 300*time.Millisecond, 5*time.Second
	tries := 0
	done, err := backoff.Retry(ctx, func() (bot.Completion, error) {
		tries++
		if tries > 1 && call.Stream != nil {
			call.Stream("", true)
		}
		if err := c.resolve(ctx); err != nil {
			return bot.Completion{}, c.verdict(err)
		}
		done, err := c.attempt(ctx, call)
		spent.Add(done.Usage)
		if err != nil {
			return bot.Completion{}, c.verdict(err)
		}
		return done, nil
	}, backoff.WithBackOff(pauses), backoff.WithMaxTries(maxTries))
	done.Usage = spent
	if err != nil {
		return done, c.clean(err)
	}
	return done, nil
}

// attempt makes one call in the form that the server is known to take, and
// learns another form where it says no.
func (c *Client) attempt(ctx context.Context, call bot.Call) (bot.Completion, error) {
	for {
		c.mu.Lock()
		form, model := c.server, c.model
		c.mu.Unlock()
		done, err := c.send(ctx, form.request(model, call), call)
		if err == nil || ctx.Err() != nil {
			return done, err
		}
		other, ok := form.without(err)
		if !ok {
			return done, err
		}
		c.log.Info("the model server does not take a request as it was; trying another form", "form", other.String())
		c.mu.Lock()
		if c.server == form {
			c.server = other
		}
		c.mu.Unlock()
	}
}
