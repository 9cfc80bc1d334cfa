package terminal

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"verbatim/bot"
)

// newBot is a bot over one article.
func newBot(t *testing.T, m bot.Model) *bot.Bot {
	t.Helper()
	store := bot.NewMemoryStore()
	library, err := bot.OpenLibrary(t.Context(), store, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := library.Add(t.Context(), bot.Global, article()); err != nil {
		t.Fatal(err)
	}
	return &bot.Bot{Library: library, Store: store, Model: m, Log: slog.New(slog.DiscardHandler), Now: time.Now,
		Config: bot.Config{ModelTimeout: time.Minute}}
}

func explain(err error) (string, string) {
	if e, ok := errors.AsType[*bot.UserError](err); ok {
		return e.In("en"), e.Hint.In("en")
	}
	return err.Error(), ""
}

// chatted is what a chat writes for lines that come through a pipe.
func chatted(t *testing.T, b *bot.Bot, input string) string {
	t.Helper()
	var out bytes.Buffer
	if err := Chat(t.Context(), b, strings.NewReader(input), &out, Options{Explain: explain}); err != nil {
		t.Fatalf("Chat: %v", err)
	}
	return out.String()
}

func TestChatThroughAPipe(t *testing.T) {
	b := newBot(t, nil)
	for _, test := range []struct{ input, want string }{
		{"Combien coûtent les travaux ?", "│ [1] Les travaux coûtent environ 3 millions.\n"},
		{"/show pont\n", "\n2  Les travaux coûtent environ 3 millions.\n"},
		{"/use PONT\n/articles\n", "\n* pont  2025-03"},
		{"/use pont\n/use\n/articles\n", "\n  pont  2025-03"},
		{"/use nowhere\n", "there is no article \"nowhere\"\nhint: the nearest is pont\n"},
		{"/HELP\n", "/summary [short|medium|long]"},
		{"/frobnicate\n", "there is no /frobnicate\nhint: try /help\n"},
		{"/translate 1\n", "translation needs a model; this bot uses none\nhint: "},
		{"/translate 9 pont\n", "the article has no sentence 9\n"},
		{"/summary short en\n", "quoted word for word\n"},
		{strings.Repeat("x", maxLine) + " y\n/show\n", "A line may have at most 65536 bytes.\n"},
		{strings.Repeat("x", maxLine) + " y\n/show\n", "environ 3 millions.\n"},
		{"/quit\n/show\n", ""},
		{"", ""},
	} {
		got := chatted(t, b, test.input)
		if test.want == "" && got != "" || !strings.Contains(got, test.want) {
			t.Errorf("%.60q: got\n%s\nwant %q in it", test.input, got, test.want)
		}
	}
}

func TestFollowUpsComeWithWhatWasSaid(t *testing.T) {
	c := &chat{}
	for i := range maxTurns + 2 {
		a := article()
		c.remember(bot.Answer{Question: strings.Repeat("?", i+1), Text: "texte", Citations: citations(a, 1, 2)})
	}
	last := c.before[len(c.before)-1]
	if len(c.before) != maxTurns || len(last.Question) != maxTurns+2 || last.Answer != "texte" {
		t.Errorf("%d turns are kept, the last is %+v", len(c.before), last)
	}
	if got := strings.Join(last.Articles, " "); got != "pont" {
		t.Errorf("the articles cited are %q, want pont once", got)
	}
}

func TestChatEndsWithItsContext(t *testing.T) {
	in, typed := io.Pipe()
	defer typed.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Chat(ctx, newBot(t, nil), in, io.Discard, Options{Explain: explain}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}

// screen is what a terminal shows; until waits for a text to come.
type screen struct {
	mu      sync.Mutex
	changed *sync.Cond
	text    string
}

func newScreen() *screen { s := &screen{}; s.changed = sync.NewCond(&s.mu); return s }

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text += string(p)
	s.changed.Broadcast()
	return len(p), nil
}

// until waits for a text and forgets what came before its end.
func (s *screen) until(want string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for !strings.Contains(s.text, want) {
		s.changed.Wait()
	}
	_, s.text, _ = strings.Cut(s.text, want)
}

// atKeyboard begins a chat that somebody types in; it returns the keys, the
// screen and what the chat ended with.
func atKeyboard(t *testing.T, b *bot.Bot) (keys func(string), s *screen, ended <-chan error) {
	in, typed := io.Pipe()
	s = newScreen()
	k := newKeyboard(in, true, t.Context().Done())
	c := &chat{bot: b, options: Options{Explain: explain}, out: Returns(s), keys: k, typing: true, style: func() Style { return Style{Ansi: true, Width: 80} }}
	done := make(chan error, 1)
	go func() {
		defer k.close()
		done <- c.converse(t.Context(), newEditor(k, s, c.style(), c.complete))
	}()
	return func(keys string) {
		if _, err := io.WriteString(typed, keys); err != nil {
			t.Errorf("typing %q: %v", keys, err)
		}
	}, s, done
}

func TestCtrlCStopsTheAnswerAndNotTheChat(t *testing.T) {
	asked := make(chan struct{})
	model := &bot.FakeModel{Answer: func(ctx context.Context, _ bot.Call) (string, error) {
		close(asked)
		<-ctx.Done()
		return "", ctx.Err()
	}}
	b := newBot(t, model)
	keys, screen, ended := atKeyboard(t, b)
	screen.until("Ctrl-D ends.")
	keys("Combien ?\r")
	<-asked
	screen.until("Ctrl-C stops")
	keys("\x03")
	screen.until("stopped\r\n")
	keys("/show\r")
	screen.until("environ 3 millions.\r\n")
	keys("\x03")
	if err := <-ended; err != nil {
		t.Errorf("Ctrl-C on an empty line ended the chat with %v", err)
	}
}

func TestCtrlCEmptiesALine(t *testing.T) {
	keys, screen, ended := atKeyboard(t, newBot(t, nil))
	screen.until("Ctrl-D ends.")
	keys("/frob")
	keys("\x03")
	keys("/use pont\r")
	screen.until("Asking pont")
	keys("\x04")
	if err := <-ended; err != nil {
		t.Errorf("Ctrl-D ended the chat with %v", err)
	}
}

func TestTabCompletes(t *testing.T) {
	keys, screen, ended := atKeyboard(t, newBot(t, nil))
	keys("/u\tp\t\r")
	screen.until("Asking pont")
	keys("/s\t")
	screen.until("/summary  /show")
	keys("ho\t\r")
	screen.until("environ 3 millions.")
	keys("\x03")
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestHistoryLeavesOutRepetitions(t *testing.T) {
	h := &history{}
	for _, line := range []string{"a", "", "a", "b", " "} {
		h.Add(line)
	}
	if h.Len() != 2 || h.At(0) != "b" || h.At(1) != "a" {
		t.Errorf("the history holds %q", h.lines)
	}
}

func TestPipedLines(t *testing.T) {
	long := strings.Repeat("é", maxLine)
	p := piped{bufio.NewReaderSize(strings.NewReader("un\n"+long+"\ndeux\r\n\ntrois"), 16)}
	for _, want := range []struct {
		line string
		err  error
	}{{"un\n", nil}, {"", errLongLine}, {"deux\r\n", nil}, {"\n", nil}, {"trois", nil}, {"", io.EOF}} {
		line, err := p.next()
		if line != want.line || !errors.Is(err, want.err) {
			t.Errorf("got %.20q, %v; want %q, %v", line, err, want.line, want.err)
		}
	}
}
