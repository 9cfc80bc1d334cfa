// Package storetest says what every store of the bot must do.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"verbatim/bot"
	"verbatim/knowledge"
)

// Article is an article with sentences of every kind, for tests of stores.
func Article(id string) *knowledge.Article {
	text := "Le titre\n\nUn été à Genève. Il pleut.\n\nPhoto\n\nATS\n\nLa suite"
	a := &knowledge.Article{
		ID: id, Title: "Le titre", Titled: true, Date: "2024-10", Language: "fr",
		Source: "https://exemple.ch/" + id, Agency: "ATS", Text: text,
	}
	add := func(paragraph int, kind knowledge.Kind, start, end int) {
		a.Sentences = append(a.Sentences, knowledge.Sentence{
			Number: len(a.Sentences) + 1, Paragraph: paragraph, Kind: kind,
			Span: knowledge.Span{Start: start, End: end},
		})
	}
	add(1, knowledge.KindTitle, 0, 8)
	add(2, knowledge.KindProse, 10, 30)
	add(2, knowledge.KindProse, 31, 40)
	add(3, knowledge.KindCaption, 42, 47)
	add(4, knowledge.KindByline, 49, 52)
	add(5, knowledge.KindHeading, 54, 62)
	return a
}

// Run runs the suite. open returns a store that holds nothing.
func Run(t *testing.T, open func(t *testing.T) bot.Store) {
	for name, test := range map[string]func(*testing.T, bot.Store){
		"articles come back whole and in order":   articlesComeBack,
		"an owner has an article once":            articleOnce,
		"removing takes one owner's article":      removing,
		"the revision follows the articles":       revision,
		"a setting is what was set last":          settings,
		"translations are found by the whole key": translations,
		"vectors are found by model and text":     vectors,
		"tokens add up by day and owner":          tokens,
		"old days are no part of today":           oldDays,
		"counts add up by day":                    counts,
		"questions without an answer are kept":    gaps,
		"what is old is taken out":                purge,
		"health is what was set last":             health,
		"many may write at once":                  concurrent,
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
			})
			test(t, s)
		})
	}
}

// at is a time that every store can keep exactly.
var at = time.Date(2024, 10, 28, 12, 30, 15, int(250*time.Millisecond), time.UTC)

func put(t *testing.T, s bot.Store, owner bot.Owner, id string) bool {
	t.Helper()
	added, err := s.PutArticle(t.Context(), bot.Holding{Owner: owner, Article: Article(id), Added: at})
	if err != nil {
		t.Fatalf("PutArticle(%q, %q): %v", owner, id, err)
	}
	return added
}

// names are the owners and ids that a store holds, in its order.
func names(t *testing.T, s bot.Store) []string {
	t.Helper()
	holdings, err := s.Holdings(t.Context())
	if err != nil {
		t.Fatalf("Holdings: %v", err)
	}
	out := []string{}
	for _, h := range holdings {
		out = append(out, string(h.Owner)+"/"+h.Article.ID)
	}
	return out
}

func articlesComeBack(t *testing.T, s bot.Store) {
	if got := names(t, s); len(got) != 0 {
		t.Fatalf("an empty store holds %v", got)
	}
	put(t, s, bot.Guild("1"), "zebre")
	put(t, s, bot.Global, "abeille")
	want := []string{"guild:1/zebre", "/abeille"}
	if got := names(t, s); !reflect.DeepEqual(got, want) {
		t.Errorf("Holdings are %v, want %v", got, want)
	}
	holdings, err := s.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := holdings[0].Article, Article("zebre"); !reflect.DeepEqual(got, want) {
		t.Errorf("the article came back as\n%+v\nwant\n%+v", got, want)
	}
	if !holdings[0].Added.Equal(at) {
		t.Errorf("it was added at %v, want %v", holdings[0].Added, at)
	}
}

func articleOnce(t *testing.T, s bot.Store) {
	if !put(t, s, bot.Global, "a") {
		t.Error("the first time it was not added")
	}
	if put(t, s, bot.Global, "a") {
		t.Error("the second time it was added")
	}
	if !put(t, s, bot.Guild("1"), "a") {
		t.Error("another owner could not add it")
	}
	if got, want := names(t, s), []string{"/a", "guild:1/a"}; !reflect.DeepEqual(got, want) {
		t.Errorf("Holdings are %v, want %v", got, want)
	}
}

func removing(t *testing.T, s bot.Store) {
	if err := s.RemoveArticle(t.Context(), bot.Global, "a"); !errors.Is(err, bot.ErrNotFound) {
		t.Errorf("from an empty store: got %v, want ErrNotFound", err)
	}
	put(t, s, bot.Global, "a")
	put(t, s, bot.Guild("1"), "a")
	put(t, s, bot.Guild("1"), "b")
	if err := s.RemoveArticle(t.Context(), bot.Guild("1"), "a"); err != nil {
		t.Fatal(err)
	}
	if got, want := names(t, s), []string{"/a", "guild:1/b"}; !reflect.DeepEqual(got, want) {
		t.Errorf("Holdings are %v, want %v", got, want)
	}
	if err := s.RemoveArticle(t.Context(), bot.Guild("2"), "b"); !errors.Is(err, bot.ErrNotFound) {
		t.Errorf("of another owner: got %v, want ErrNotFound", err)
	}
	if !put(t, s, bot.Guild("1"), "a") {
		t.Error("what was removed could not be added again")
	}
}

func revision(t *testing.T, s bot.Store) {
	now := func() int64 {
		t.Helper()
		r, err := s.Revision(t.Context())
		if err != nil {
			t.Fatalf("Revision: %v", err)
		}
		return r
	}
	r0 := now()
	put(t, s, bot.Global, "a")
	r1 := now()
	if r1 == r0 {
		t.Error("an article was put and the revision stayed")
	}
	put(t, s, bot.Global, "a")
	if err := s.SetSetting(t.Context(), "channel:1", "article", "a"); err != nil {
		t.Fatal(err)
	}
	if got := now(); got != r1 {
		t.Error("no article changed and the revision did")
	}
	if err := s.RemoveArticle(t.Context(), bot.Global, "a"); err != nil {
		t.Fatal(err)
	}
	r2 := now()
	if r2 == r1 || r2 == r0 {
		t.Errorf("after a removal the revision is %d, before it was %d and %d", r2, r0, r1)
	}
	if err := s.Touch(t.Context()); err != nil {
		t.Fatal(err)
	}
	if now() == r2 {
		t.Error("Touch left the revision")
	}
}

func concurrent(t *testing.T, s bot.Store) {
	const writers, each = 8, 10
	const day = "2024-10-28"
	var group sync.WaitGroup
	for w := range writers {
		group.Go(func() {
			for i := range each {
				if err := writeSome(t.Context(), s, day, fmt.Sprintf("a-%d-%d", w, i)); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	group.Wait()
	wantTokens(t, s, day, bot.Global, writers*each, writers*each)
	if got := names(t, s); len(got) != writers*each {
		t.Errorf("the store holds %d articles, want %d", len(got), writers*each)
	}
}

func writeSome(ctx context.Context, s bot.Store, day, id string) error {
	if err := s.AddTokens(ctx, day, bot.Global, bot.Usage{Prompt: 1}); err != nil {
		return err
	}
	if _, err := s.PutArticle(ctx, bot.Holding{Article: Article(id), Added: at}); err != nil {
		return err
	}
	_, err := s.Holdings(ctx)
	return err
}
