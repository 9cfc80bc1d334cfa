package bot_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/prompts"
)

// TestAnswerGrowsByProvedClaims streams an answer of three claims, the second
// of which is wrong, with a retry in between.
func TestAnswerGrowsByProvedClaims(t *testing.T) {
	first := claim("Les travaux coûteront environ 12'500 francs par jour.", 3, "Les travaux coûteront environ 12'500 francs par jour.")
	wrong := claim("Les travaux coûteront environ 19'000 francs par jour.", 3, "Les travaux coûteront environ 12'500 francs par jour.")
	last := claim("La réouverture est prévue fin septembre.", 6, "La réouverture est prévue fin septembre.")
	answer := `{"answered":true,"claims":[` + strings.Join([]string{first, wrong, last}, ",") + `]}`
	for _, secondLook := range []bool{false, true} {
		b, _ := newBot(t, &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
			if call.Stream != nil {
				half := len(answer) * 3 / 4
				call.Stream(answer[:half], false)
				call.Stream("", true) // the connection broke
				for i := range len(answer) {
					call.Stream(answer[i:i+1], false)
				}
			}
			return answer, nil
		}})
		b.Config.SecondLook = secondLook
		var grown []int
		a, err := b.Ask(t.Context(), bot.Question{Text: "Combien coûteront les travaux et quand est prévue la réouverture ?", Progress: func(s bot.Stage) {
			if len(s.Claims) > 0 {
				grown = append(grown, len(s.Claims))
			}
		}})
		if err != nil || len(a.Claims) != 2 || len(a.Rejected) != 1 {
			t.Fatalf("%d claims, rejected %+v (%v); want 2 and one", len(a.Claims), a.Rejected, err)
		}
		if !slices.Equal(grown, []int{1, 2}) {
			t.Errorf("second look %v: the answer grew by %v", secondLook, grown)
		}
	}
}

// TestUndecidedClaimHoldsBackWhatFollows has a second claim that only the second
// look can judge: until it has, nothing stands behind the first.
func TestUndecidedClaimHoldsBackWhatFollows(t *testing.T) {
	first := claim("Les travaux coûteront environ 12'500 francs par jour.", 3, "Les travaux coûteront environ 12'500 francs par jour.")
	open := claim("Le chantier pèsera sur le budget de la commune.", 3, "Les travaux coûteront environ 12'500 francs par jour.")
	last := claim("La réouverture est prévue fin septembre.", 6, "La réouverture est prévue fin septembre.")
	for _, test := range []struct {
		secondLook bool
		most, all  int // claims that grew, and of the answer
	}{{true, 1, 3}, {false, 2, 2}} {
		b, _ := newBot(t, nil)
		b.Config.SecondLook = test.secondLook
		b.Model = &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
			if call.Schema.Name == prompts.Verdicts.Name {
				return yes(call), nil
			}
			return `{"answered":true,"claims":[` + strings.Join([]string{first, open, last}, ",") + `]}`, nil
		}}
		most := 0
		a, err := b.Ask(t.Context(), bot.Question{Text: "Combien coûteront les travaux et quand est prévue la réouverture ?", Progress: func(s bot.Stage) {
			most = max(most, len(s.Claims))
		}})
		if err != nil || most != test.most || len(a.Claims) != test.all {
			t.Errorf("second look %v: %d claims grew to %d (%v), rejected %v; want %d, %d", test.secondLook, most, len(a.Claims), err, a.Rejected, test.most, test.all)
		}
	}
}

// TestSummaryGrowsByProvedPoints: what is shown on the way is proved, and an
// accusation has its denial beside it from the first.
func TestSummaryGrowsByProvedPoints(t *testing.T) {
	b, _ := newBot(t, nil)
	article := shelve(t, b, works)
	b.Model = says(
		claim("L'association Rives accuse le maire d'avoir caché un rapport.", number(t, article, "accuse le maire"), "accuse le maire d'avoir caché un rapport"),
		claim("Les travaux ont coûté 19 millions de francs.", number(t, article, "coûté"), "ont coûté 9 millions de francs"),
		claim("Les travaux ont coûté 9 millions de francs.", number(t, article, "coûté"), "ont coûté 9 millions de francs"),
	)
	var last []string
	summarize(t, b, bot.SummaryRequest{Article: article.ID, Length: bot.Medium, Language: "fr", Progress: func(s bot.Stage) {
		if s.Claims == nil {
			return
		}
		last = nil
		for _, c := range s.Claims {
			last = append(last, c.Text)
		}
		if len(last) < 2 || last[1] != "Le maire dément avoir caché ce rapport." {
			t.Errorf("the accusation stood alone: %q", last)
		}
	}})
	if len(last) != 3 || strings.Contains(strings.Join(last, " "), "19") {
		t.Errorf("it grew to %q", last)
	}
}

// TestLongSummaryGrowsPartByPart: each part adds its points and says how far the
// work is.
func TestLongSummaryGrowsPartByPart(t *testing.T) {
	b, _ := newBot(t, nil)
	article := shelve(t, b, longReport())
	b.Model = parted(func(lines []string) (string, error) { return cost(lines), nil })
	total, done, most := 0, -1, 0
	a := summarize(t, b, bot.SummaryRequest{Article: article.ID, Length: bot.Long, Language: "fr", Progress: func(s bot.Stage) {
		if s.Name != bot.StageWriting {
			return
		}
		if s.Done < done || s.Total < 2 || s.Done >= s.Total || s.Claims != nil && len(s.Claims) < most {
			t.Errorf("after %d of %d and %d points: %d of %d, %d points", done, total, most, s.Done, s.Total, len(s.Claims))
		}
		total, done, most = s.Total, s.Done, max(most, len(s.Claims))
	}})
	if done != total-1 || most != len(a.Claims) || most < 2 {
		t.Errorf("%d of %d parts, %d points grew to %d", done, total, most, len(a.Claims))
	}
}
