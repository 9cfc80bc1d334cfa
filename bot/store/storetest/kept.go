package storetest

import (
	"errors"
	"maps"
	"reflect"
	"testing"
	"time"

	"verbatim/bot"
)

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
