package discord

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/bot/discord/discordtest"
	"verbatim/knowledge"
	"verbatim/prompts"
)

// varny is an article as a reader of pages would build it.
func varny() *knowledge.Article {
	a := &knowledge.Article{
		ID: "barrage-varny", Title: "Le barrage de Varny fermé pour travaux", Titled: true, Date: "2025-03-14",
		Language: "fr", Source: "https://journal.example/varny", Agency: "ATS",
	}
	for paragraph, sentences := range [][]string{
		{a.Title},
		{"Le barrage de Varny sera fermé au public dès lundi, a annoncé la préfète Odile Ferrand.", "Les travaux coûteront environ 12'500 francs par jour."},
		{"Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine sur la digue.", "L'association Rives vives n'a ni confirmé ni démenti qu'elle déposera un recours."},
		{"La réouverture est prévue fin septembre.", "Le maire de Varny, Luc Perrin, juge la fermeture «trop longue»."},
	} {
		for n, text := range sentences {
			switch {
			case n > 0:
				a.Text += " "
			case paragraph > 0:
				a.Text += "\n\n"
			}
			s := knowledge.Sentence{Number: len(a.Sentences) + 1, Paragraph: paragraph + 1, Kind: knowledge.KindProse}
			if paragraph == 0 {
				s.Kind = knowledge.KindTitle
			}
			s.Start = len(a.Text)
			a.Text += text
			s.End = len(a.Text)
			a.Sentences = append(a.Sentences, s)
		}
	}
	return a
}

// TestMain lets more tests run at once than there are cores (discordgo gives
// every close frame a second), and fails where a goroutine is left behind.
func TestMain(m *testing.M) {
	flag.Parse()
	if err := flag.Set("test.parallel", "16"); err != nil {
		panic(err)
	}
	code := m.Run()
	if f := flag.Lookup("test.fuzz"); code == 0 && f.Value.String() == "" && !alone(5*time.Second) {
		fmt.Println("goroutines are left:")
		_ = pprof.Lookup("goroutine").WriteTo(os.Stdout, 1)
		code = 1
	}
	os.Exit(code)
}

// alone waits until no other goroutine is left.
func alone(patience time.Duration) bool {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(patience); runtime.NumGoroutine() > 1; <-tick.C {
		if time.Now().After(end) {
			return false
		}
	}
	return true
}

// quick is the timing of tests: nothing waits for a real Discord's sake.
var quick = timing{

	open: 5 * time.Second, idle: time.Minute, identify: time.Millisecond, retry: 10 * time.Millisecond,
	resume: time.Millisecond, invalid: func() time.Duration { return time.Millisecond },
	drain: 5 * time.Second, farewell: 2 * time.Second, progress: 20 * time.Millisecond, health: 50 * time.Millisecond, sweep: 200 * time.Millisecond,
}

// world is a bot that is connected to a Discord.
type world struct {
	*discordtest.Server
	t       testing.TB
	ctx     context.Context
	bot     *bot.Bot
	config  Config
	article *knowledge.Article
	stop    func() error // ends Run and returns what it returned
	log     *logged
	files   []discordtest.Attachment
}

// logged collects log lines.
type logged struct {
	mu    sync.Mutex
	lines strings.Builder
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.lines.Write(p)
}

func (l *logged) reset() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines.Reset()
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.lines.String()
}

// setting changes what a world is made of.
type setting func(*discordtest.Options, *bot.Bot, *Config)

func withModel(m bot.Model) setting {
	return func(_ *discordtest.Options, b *bot.Bot, _ *Config) { b.Model = m }
}

func start(t testing.TB, settings ...setting) *world {
	t.Helper()
	w := prepare(t, settings...)
	w.run()
	w.connected()
	return w
}

// connected waits until the bot knows that it is.
func (w *world) connected() {
	w.t.Helper()
	if err := w.WaitReady(w.ctx); err != nil {
		w.t.Fatal(err)
	}
	w.until(func() bool { h, err := w.bot.Store.Health(w.ctx); return err == nil && h.Connected })
}

// until waits for something that the double does not see.
func (w *world) until(cond func() bool) {
	w.t.Helper()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for !cond() {
		select {
		case <-tick.C:
		case <-w.ctx.Done():
			w.t.Fatal("it did not come to that")
		}
	}
}

func prepare(t testing.TB, settings ...setting) *world {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	t.Cleanup(cancel)
	store := bot.NewMemoryStore()
	library, err := bot.OpenLibrary(ctx, store, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, ctx: ctx, log: &logged{}, bot: &bot.Bot{
		Library: library, Store: store, Now: time.Now, Log: slog.New(slog.DiscardHandler),
		Config: bot.Config{ModelTimeout: 20 * time.Second, SecondLook: true},
	}}
	w.article = varny()
	if _, err := library.Add(ctx, bot.Global, w.article); err != nil {
		t.Fatal(err)
	}
	options := discordtest.Options{}
	w.config = Config{Token: discordtest.Token, timing: quick}
	for _, set := range settings {
		set(&options, w.bot, &w.config)
	}
	w.Server = discordtest.New(t, options)
	w.config.APIURL = w.URL
	return w
}

// run starts the bot; it is stopped when the test ends, if not before.
func (w *world) run() {
	ctx, cancel := context.WithCancel(w.ctx)
	ended := make(chan error, 1)
	log := slog.New(slog.NewTextHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	go func() { ended <- Run(ctx, w.bot, w.config, log) }()
	w.stop = sync.OnceValue(func() error {
		cancel()
		return <-ended
	})
	w.t.Cleanup(func() {
		if err := w.stop(); err != nil && !w.t.Failed() {
			w.t.Errorf("Run ended with %v", err)
		}
		if w.t.Failed() {
			w.t.Log(w.log.String())
		}
	})
}

// answer is what an interaction is answered with in the end.
func (w *world) answer(i *discordtest.Interaction) discordtest.Message {
	w.t.Helper()
	m, err := i.Until(w.ctx, final)
	if err != nil {
		w.t.Fatal(err)
	}
	return m
}

// settled waits until the bot is done with something, by its id: what an
// answer is remembered for comes after it is shown.
func (w *world) settled(id string) {
	w.t.Helper()
	w.until(func() bool {
		for line := range strings.Lines(w.log.String()) {
			if strings.Contains(line, "msg=answered") && strings.HasSuffix(line, "="+id+"\n") {
				return true
			}
		}
		return false
	})
}

// final tells an answer from the progress that is shown before it.
func final(m discordtest.Message) bool {
	last := strings.TrimPrefix(m.Content[strings.LastIndex(m.Content, "\n")+1:], "-# ")
	for _, stage := range []string{"Lecture", "Rédaction", "Contrôle", "Reading", "Writing", "Checking", "Traduction", "Translating"} {
		if strings.HasPrefix(last, stage) && strings.HasSuffix(last, "…") {
			return false
		}
	}
	return m.Content != ""
}

func (w *world) has(text string, parts ...string) {
	w.t.Helper()
	for _, p := range parts {
		if !strings.Contains(text, p) {
			w.t.Errorf("%q is not in:\n%s", p, text)
		}
	}
}

func (w *world) hasNot(text string, parts ...string) {
	w.t.Helper()
	for _, p := range parts {
		if strings.Contains(text, p) {
			w.t.Errorf("%q is in:\n%s", p, text)
		}
	}
}

// plain is a content without bold: which part answers is not this package's.
func plain(content string) string { return strings.ReplaceAll(content, "**", "") }

// saysBot is the first message of the bot in a channel that is as wanted.
func (w *world) saysBot(c *discordtest.Channel, want func(discordtest.Message) bool) discordtest.Message {
	w.t.Helper()
	var found discordtest.Message
	err := w.Until(w.ctx, func() bool {
		all := w.Messages(c)
		n := slices.IndexFunc(all, func(m discordtest.Message) bool { return m.Author.ID == w.Bot.ID && want(m) })
		if n >= 0 {
			found = all[n]
		}
		return n >= 0
	})
	if err != nil {
		w.t.Fatalf("the bot said no such thing: %v\n%s", err, w.log)
	}
	return found
}

// writes is a model that answers every question with the same JSON; its second
// look supports every claim.
func writes(answer string) *bot.FakeModel {
	return &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
		if call.Schema.Name == prompts.Verdicts.Name {
			var all []string
			for n := 1; strings.Contains("\n"+call.Messages[1].Text, fmt.Sprintf("\n(%d) ", n)); n++ {
				all = append(all, fmt.Sprintf(`{"claim":%d,"supported":true,"reason":"it follows"}`, n))
			}
			return `{"verdicts":[` + strings.Join(all, ",") + `]}`, nil
		}
		return answer, nil
	}}
}

const cost = `{"answered":true,"claims":[{"text":"Environ 12'500 francs par jour.","citations":[{"sentence":3,"quote":"environ 12'500 francs par jour"}]}]}`

// waits is a model's answer that comes once it is released.
func waits(release <-chan struct{}) func(context.Context, bot.Call) (string, error) {
	return func(ctx context.Context, call bot.Call) (string, error) {
		select {
		case <-release:
		case <-ctx.Done():
		}
		return writes(cost).Answer(ctx, call)
	}
}
