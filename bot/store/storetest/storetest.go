// Package storetest says what every store of the bot must do.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"maps"
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

func settings(t *testing.T, s bot.Store) {
	get := func(scope, name, want string) {
		t.Helper()
		if got, err := s.Setting(t.Context(), scope, name); err != nil || got != want {
			t.Errorf("setting %s of %s is %q (%v), want %q", name, scope, got, err, want)
		}
	}
	get("channel:1", "article", "")
	for _, step := range []struct{ scope, name, value string }{
		{"channel:1", "article", "a"}, {"channel:2", "article", "x"}, {"channel:1", "other", "y"},
		{"channel:1", "article", "b"}, {"channel:1", "article", ""}, {"channel:1", "article", ""},
	} {
		if err := s.SetSetting(t.Context(), step.scope, step.name, step.value); err != nil {
			t.Fatal(err)
		}
		get(step.scope, step.name, step.value)
	}
	get("channel:2", "article", "x")
	get("channel:1", "other", "y")
}

func translations(t *testing.T, s bot.Store) {
	key := bot.TranslationKey{Original: "Il pleut.", To: "en", Model: "m", Prompt: "1"}
	if err := s.PutTranslations(t.Context(), map[bot.TranslationKey]string{key: "It is pouring."}); err != nil {
		t.Fatal(err)
	}
	if err := s.PutTranslations(t.Context(), map[bot.TranslationKey]string{key: "It is raining."}); err != nil {
		t.Fatal(err)
	}
	others := []bot.TranslationKey{
		{Original: "Il neige.", To: "en", Model: "m", Prompt: "1"},
		{Original: "Il pleut.", To: "de", Model: "m", Prompt: "1"},
		{Original: "Il pleut.", To: "en", Model: "n", Prompt: "1"},
		{Original: "Il pleut.", To: "en", Model: "m", Prompt: "2"},
		{Original: "Il pleut.e", To: "n", Model: "m", Prompt: "1"},
	}
	got, err := s.Translations(t.Context(), append(others, key))
	if want := map[bot.TranslationKey]string{key: "It is raining."}; err != nil || !maps.Equal(got, want) {
		t.Errorf("got %v (%v), want %v", got, err, want)
	}
	if got, err := s.Translations(t.Context(), nil); err != nil || len(got) != 0 {
		t.Errorf("no keys: got %v (%v)", got, err)
	}
}

func vectors(t *testing.T, s bot.Store) {
	want := map[string][]float32{"Le pont.": {0.5, -1, 3e-7}, "La digue.": {1}}
	if err := s.PutVectors(t.Context(), "m", want); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Vectors(t.Context(), "m", []string{"Le pont.", "La digue.", "Le lac."}); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v (%v), want %v", got, err, want)
	}
	if got, err := s.Vectors(t.Context(), "other", []string{"Le pont."}); err != nil || len(got) != 0 {
		t.Errorf("of another model: %v (%v)", got, err)
	}
}

func tokens(t *testing.T, s bot.Store) {
	const day = "2024-10-28"
	spend := func(owner bot.Owner, prompt, completion int) {
		t.Helper()
		if err := s.AddTokens(t.Context(), day, owner, bot.Usage{Prompt: prompt, Completion: completion}); err != nil {
			t.Fatal(err)
		}
	}
	wantTokens(t, s, day, bot.Guild("1"), 0, 0)
	spend(bot.Guild("1"), 100, 20)
	spend(bot.Guild("1"), 3, 0)
	spend(bot.Person("1"), 1000, 0)
	wantTokens(t, s, day, bot.Guild("1"), 123, 1123)
	wantTokens(t, s, day, bot.Person("1"), 1000, 1123)
	wantTokens(t, s, day, bot.Person("2"), 0, 1123)
	spend(bot.Guild("1")+"/"+bot.Person("1"), 7, 0)
	spend(bot.Guild("11")+"/"+bot.Person("1"), 50, 0)
	wantTokens(t, s, day, bot.Guild("1"), 130, 1180)
	wantTokens(t, s, day, bot.Guild("1")+"/"+bot.Person("1"), 7, 1180)
	wantTokens(t, s, day, bot.Person("1"), 1000, 1180)
	wantTokens(t, s, day, bot.Global, 0, 1180)
}

func oldDays(t *testing.T, s bot.Store) {
	for _, day := range []string{"2024-05-01", "2024-10-27", "2024-10-28"} {
		if err := s.AddTokens(t.Context(), day, bot.Global, bot.Usage{Prompt: 10}); err != nil {
			t.Fatal(err)
		}
	}
	wantTokens(t, s, "2024-10-27", bot.Global, 10, 10)
	wantTokens(t, s, "2024-10-28", bot.Global, 10, 10)
}

func wantTokens(t *testing.T, s bot.Store, day string, owner bot.Owner, own, total int) {
	t.Helper()
	gotOwn, gotTotal, err := s.Tokens(t.Context(), day, owner)
	if err != nil || gotOwn != own || gotTotal != total {
		t.Errorf("%s spent %d of %d on %s (%v), want %d of %d", owner, gotOwn, gotTotal, day, err, own, total)
	}
}

func counts(t *testing.T, s bot.Store) {
	if got, err := s.Counts(t.Context(), "2024-01-01"); err != nil || len(got) != 0 {
		t.Errorf("before anything was counted: %+v (%v)", got, err)
	}
	put(t, s, bot.Global, "one") // counting alone makes no store
	for day, n := range map[string]int{"2024-10-27": 1, "2024-10-28": 2} {
		for range 2 {
			if err := s.Count(t.Context(), day, map[string]int{"refused": n, "thumbs up": 1}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := s.AddTokens(t.Context(), "2024-10-28", bot.Global, bot.Usage{Prompt: 30, Completion: 4}); err != nil {
		t.Fatal(err)
	}
	got, err := s.Counts(t.Context(), "2024-10-27")
	want := []bot.DayCounts{
		{Day: "2024-10-28", Counts: map[string]int{"refused": 4, "thumbs up": 2}, Tokens: bot.Usage{Prompt: 30, Completion: 4}},
		{Day: "2024-10-27", Counts: map[string]int{"refused": 2, "thumbs up": 2}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v (%v), want %+v", got, err, want)
	}
	if got, err = s.Counts(t.Context(), "2024-10-28"); err != nil || !reflect.DeepEqual(got, want[:1]) {
		t.Errorf("since the second day: %+v (%v)", got, err)
	}
}

func gaps(t *testing.T, s bot.Store) {
	old := bot.Gap{Owner: bot.Guild("1"), Question: "Trop vieux ?", At: at.Add(-time.Hour)}
	first := bot.Gap{Owner: bot.Guild("1"), Question: "Qui ?", Article: "one", At: at}
	second := bot.Gap{Owner: bot.Guild("1"), Question: "Où ?", At: at.Add(time.Minute)}
	other := bot.Gap{Owner: bot.Guild("2"), Question: "Quand ?", At: at}
	for _, g := range []bot.Gap{old, first, other, second} {
		if err := s.AddGap(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	wantGaps := func(owner string, limit int, want ...bot.Gap) {
		t.Helper()
		got, err := s.Gaps(t.Context(), bot.Guild(owner), at, limit)
		if err != nil || len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("guild %s: %+v (%v), want %+v", owner, got, err, want)
		}
	}
	wantGaps("1", 10, second, first)
	wantGaps("1", 1, second)
	if err := s.ForgetGaps(t.Context(), bot.Guild("1")); err != nil {
		t.Fatal(err)
	}
	wantGaps("1", 10)
	wantGaps("2", 10, other)
}

func purge(t *testing.T, s bot.Store) {
	if err := s.Purge(t.Context(), at); err != nil {
		t.Fatalf("of an empty store: %v", err)
	}
	put(t, s, bot.Global, "one")
	for _, days := range []int{0, 29, 31, 89, 91} {
		then := at.AddDate(0, 0, -days)
		day := then.Format(time.DateOnly)
		err := errors.Join(
			s.AddGap(t.Context(), bot.Gap{Owner: bot.Guild("1"), Question: "Qui ?", At: then}),
			s.Count(t.Context(), day, map[string]int{"refused": 1}),
			s.AddTokens(t.Context(), day, bot.Global, bot.Usage{Prompt: 1}))
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Purge(t.Context(), at); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Gaps(t.Context(), bot.Guild("1"), at.AddDate(-1, 0, 0), 10); err != nil || len(got) != 2 {
		t.Errorf("%d questions are left (%v), want 2 of the last 30 days", len(got), err)
	}
	if got, err := s.Counts(t.Context(), ""); err != nil || len(got) != 4 {
		t.Errorf("%d days are left (%v), want 4 of the last 90", len(got), err)
	}
	wantTokens(t, s, at.AddDate(0, 0, -91).Format(time.DateOnly), bot.Global, 0, 0)
	wantTokens(t, s, at.AddDate(0, 0, -89).Format(time.DateOnly), bot.Global, 1, 1)
}

func health(t *testing.T, s bot.Store) {
	if h, err := s.Health(t.Context()); err != nil || h.Connected || !h.At.IsZero() {
		t.Errorf("before anything was set: %+v (%v)", h, err)
	}
	for _, want := range []bot.Health{{Connected: true, At: at}, {Connected: false, At: at.Add(time.Second)}} {
		if err := s.SetHealth(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		got, err := s.Health(t.Context())
		if err != nil || got.Connected != want.Connected || !got.At.Equal(want.At) {
			t.Errorf("got %+v (%v), want %+v", got, err, want)
		}
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
