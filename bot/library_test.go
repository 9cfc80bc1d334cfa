package bot_test

import (
	"errors"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"context"

	"verbatim/bot"
	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
)

func article(t *testing.T, text string) *knowledge.Article {
	t.Helper()
	read, err := ingest.Text([]byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	return read.Article
}

func TestWhoSeesWhat(t *testing.T) {
	store := bot.NewMemoryStore()
	l, err := bot.OpenLibrary(t.Context(), store, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if s := l.Seen(bot.Guild("1")); !s.Sample || len(s.Articles) != 1 {
		t.Errorf("an empty library shows the sample, got %+v", s.Articles)
	}
	global := article(t, "La commune a voté son budget lundi soir. Il est en hausse de trois pour cent.")
	own := article(t, "Le club a perdu son match samedi. Il jouera encore deux fois cette saison.")
	for owner, a := range map[bot.Owner]*knowledge.Article{bot.Global: global, bot.Guild("1"): own} {
		if added, err := l.Add(t.Context(), owner, a); err != nil || !added {
			t.Fatalf("%v, %v", added, err)
		}
		if added, err := l.Add(t.Context(), owner, a); err != nil || added {
			t.Errorf("added twice: %v, %v", added, err)
		}
	}
	for owner, want := range map[bot.Owner]int{bot.Guild("1"): 2, bot.Guild("2"): 1, bot.Person("3"): 1, bot.Global: 1} {
		if s := l.Seen(owner); len(s.Articles) != want || s.Sample {
			t.Errorf("%q sees %d articles, want %d", owner, len(s.Articles), want)
		}
	}
	for _, test := range []struct {
		owner bot.Owner
		id    string
	}{{bot.Guild("1"), global.ID}, {bot.Guild("2"), own.ID}, {bot.Global, own.ID}} {
		if err := l.Remove(t.Context(), test.owner, test.id); !errors.Is(err, bot.ErrNotFound) {
			t.Errorf("%q removes %s: %v", test.owner, test.id, err)
		}
	}
	if err := l.Remove(t.Context(), bot.Guild("1"), own.ID); err != nil || len(l.Seen(bot.Guild("1")).Articles) != 1 {
		t.Errorf("removing its own: %v", err)
	}
}

func TestNearestIsNamed(t *testing.T) {
	b, a := newBot(t, nil)
	shelf := b.Library.Seen(bot.Global)
	_, err := shelf.Find(strings.Replace(a.ID, "varny", "vrany", 1))
	var user *bot.UserError
	if !errors.As(err, &user) || !strings.Contains(user.Hint.French, a.ID) {
		t.Errorf("got %v", err)
	}
	if got, err := shelf.Find(strings.ToUpper(a.ID)); err != nil || got != a {
		t.Errorf("capitals: %v", err)
	}
}

// What another process adds is seen within two seconds.
func TestWatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := bot.NewMemoryStore()
		l, err := bot.OpenLibrary(t.Context(), store, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); l.Watch(ctx, slog.New(slog.DiscardHandler)) }()
		if _, err := store.PutArticle(ctx, bot.Holding{Article: article(t, "La commune a voté son budget lundi soir.")}); err != nil {
			t.Fatal(err)
		}
		<-time.After(2 * time.Second) // of synctest's clock
		if s := l.Seen(bot.Global); s.Sample {
			t.Error("not seen after two seconds")
		}
		cancel()
		<-done
	})
}

func TestConversations(t *testing.T) {
	clock := time.Unix(0, 0)
	c := bot.NewConversations(func() time.Time { return clock })
	for _, q := range []string{"a", "b", "c", "d", "e"} {
		c.Remember("channel", bot.Person("1"), bot.Turn{Question: q, Answer: strings.Repeat("x", 5000)}, bot.ConversationKept)
	}
	turns := c.Recall("channel")
	if len(turns) != 4 || turns[0].Question != "b" || len(turns[3].Answer) > 700 {
		t.Errorf("%d turns, first %q", len(turns), turns[0].Question)
	}
	c.Remember("private", bot.Person("2"), bot.Turn{Question: "p"}, bot.PrivateKept)
	clock = clock.Add(bot.PrivateKept)
	if c.Recall("private") != nil || c.Recall("channel") == nil {
		t.Error("a private turn is kept for its own time alone")
	}
	if n := c.Forget(bot.Person("1")); n != 1 || c.Recall("channel") != nil {
		t.Errorf("forgot %d", n)
	}
	c.Remember("channel", bot.Person("1"), bot.Turn{Question: "a"}, bot.ConversationKept)
	clock = clock.Add(bot.ConversationKept)
	if c.Recall("channel") != nil {
		t.Error("kept too long")
	}
}
