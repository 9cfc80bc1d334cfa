package bot_test

import (
	"strings"
	"testing"

	"verbatim/bot"
)

func TestBudgets(t *testing.T) {
	const day = "2025-03-20" // that of now
	guild, ann, bob := bot.Guild("1"), bot.Person("ann"), bot.Person("bob")
	for name, test := range map[string]struct {
		spent   map[bot.Owner]int
		owner   bot.Owner
		asker   bot.Owner
		warning string // how it begins; "" where the model answers
	}{
		"nothing spent":                 {nil, guild, ann, ""},
		"less than a share":             {map[bot.Owner]int{guild + "/" + ann: 249}, guild, ann, ""},
		"the person's share":            {map[bot.Owner]int{guild + "/" + ann: 250}, guild, ann, "Votre part du budget du jour est épuisée. Jusqu'à 00\u00a0h\u00a000\u00a0UTC,"},
		"another person's share":        {map[bot.Owner]int{guild + "/" + ann: 250}, guild, bob, ""},
		"the share in another guild":    {map[bot.Owner]int{bot.Guild("2") + "/" + ann: 250}, guild, ann, ""},
		"the guild's":                   {map[bot.Owner]int{guild + "/" + ann: 240, guild + "/" + bob: 240, guild: 520}, guild, bob, "Le budget du jour est épuisé."},
		"in direct messages":            {map[bot.Owner]int{ann: 999}, ann, ann, ""},
		"the person's":                  {map[bot.Owner]int{ann: 1000}, ann, ann, "Le budget du jour est épuisé."},
		"the whole bot's":               {map[bot.Owner]int{"user:x": 5000}, guild, bob, "Le budget du jour est épuisé."},
		"at the terminal":               {map[bot.Owner]int{bot.Global: 4000}, bot.Global, "", ""},
		"the whole, at the terminal":    {map[bot.Owner]int{bot.Global: 5000}, bot.Global, "", "Le budget du jour est épuisé."},
		"a guild without a known asker": {map[bot.Owner]int{guild: 999}, guild, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			b, a := newBot(t, says(claim("Les travaux coûteront environ 12'500 francs par jour.", 3, "Les travaux coûteront environ 12'500 francs par jour.")))
			b.Config.DailyTokens, b.Config.DailyTokensTotal = 1000, 5000
			for owner, n := range test.spent {
				if err := b.Store.AddTokens(t.Context(), day, owner, bot.Usage{Prompt: n}); err != nil {
					t.Fatal(err)
				}
			}
			got, err := b.Ask(t.Context(), bot.Question{Text: "Combien coûteront les travaux ?", Owner: test.owner, Asker: test.asker, Article: a.ID})
			if err != nil {
				t.Fatal(err)
			}
			if want := test.warning == ""; (got.Mode == bot.ModeLLM) != want || !strings.HasPrefix(got.Warning, test.warning) {
				t.Errorf("mode %s, warning %q; want %q", got.Mode, got.Warning, test.warning)
			}
		})
	}
}

func TestWhatIsSpentCountsForGuildAndPerson(t *testing.T) {
	b, _ := newBot(t, says(claim("Les travaux coûteront environ 12'500 francs par jour.", 3, "Les travaux coûteront environ 12'500 francs par jour.")))
	guild, ann := bot.Guild("1"), bot.Person("ann")
	got, err := b.Ask(t.Context(), bot.Question{Text: "Combien coûteront les travaux ?", Owner: guild, Asker: ann})
	if err != nil {
		t.Fatal(err)
	}
	for owner, want := range map[bot.Owner]int{guild: got.Usage.Total(), guild + "/" + ann: got.Usage.Total(), ann: 0} {
		if own, total, err := b.Store.Tokens(t.Context(), "2025-03-20", owner); err != nil || own != want || total != got.Usage.Total() {
			t.Errorf("%s spent %d of %d (%v), want %d of %d", owner, own, total, err, want, got.Usage.Total())
		}
	}
}

func TestSummariesAndTranslationsCountForThePersonToo(t *testing.T) {
	guild, ann := bot.Guild("1"), bot.Person("ann")
	for name, work := range map[string]func(*bot.Bot) error{
		"summary": func(b *bot.Bot) error {
			_, err := b.Summarize(t.Context(), bot.SummaryRequest{Owner: guild, Asker: ann})
			return err
		},
		"translation": func(b *bot.Bot) error {
			_, err := b.Translate(t.Context(), bot.TranslationRequest{Owner: guild, Asker: ann})
			return err
		},
	} {
		b, _ := newBot(t, says(claim("La réouverture est prévue fin septembre.", 6, "La réouverture est prévue fin septembre.")))
		if err := work(b); err != nil {
			t.Fatal(err)
		}
		own, total, err := b.Store.Tokens(t.Context(), "2025-03-20", guild+"/"+ann)
		if err != nil || own == 0 || own != total {
			t.Errorf("%s: the person spent %d of %d (%v), want all", name, own, total, err)
		}
	}
}

func TestGaps(t *testing.T) {
	b, _ := newBot(t, says())
	guild := bot.Guild("1")
	refused := func(q bot.Question) {
		t.Helper()
		q.Text, q.Owner = "Qui est le président du Brésil ?", guild
		if a, err := b.Ask(t.Context(), q); err != nil || a.Answered {
			t.Fatalf("answered %v (%v), want a refusal", a.Answered, err)
		}
	}
	count := func(want int) {
		t.Helper()
		if got, err := b.Gaps(t.Context(), guild); err != nil || len(got) != want {
			t.Errorf("%+v are kept (%v), want %d", got, err, want)
		}
	}
	refused(bot.Question{})
	count(0) // nobody turned it on
	if err := b.SetGaps(t.Context(), guild, true); err != nil {
		t.Fatal(err)
	}
	refused(bot.Question{Private: true})
	count(0)
	refused(bot.Question{})
	count(1)
	if err := b.SetGaps(t.Context(), guild, false); err != nil {
		t.Fatal(err)
	}
	count(0)
}
