package bot_test

import (
	"context"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/prompts"
)

func check(t *testing.T, b *bot.Bot, claim string) bot.Checked {
	t.Helper()
	c, err := b.Check(t.Context(), bot.CheckRequest{Claim: claim})
	if err != nil {
		t.Fatal(err)
	}
	if c.Reasons == nil || len(c.Citations) == 0 {
		t.Errorf("%s: reasons %v, %d citations", claim, c.Reasons, len(c.Citations))
	}
	return c
}

func TestCheck(t *testing.T) {
	b, _ := newBot(t, nil)
	for _, test := range []struct {
		claim, cites string
		want         bot.CheckVerdict
		reason       string
	}{
		{"Les travaux coûteront environ 12'500 francs par jour.", "12'500", bot.Supported, ""},
		{"340 visiteurs passent chaque semaine sur la digue.", "340", bot.Supported, ""},
		{"430 visiteurs passent chaque semaine sur la digue, selon Hydralp.", "340", bot.Contradicted, "figure: "},
		{"Les travaux coûteront environ 12'500 euros par jour.", "12'500", bot.Contradicted, "12'500"},
		{"L'association Rives vives a démenti qu'elle déposera un recours.", "Rives vives", bot.Contradicted, ""},
		{"The works will cost about 12,500 francs a day.", "12'500", bot.Supported, ""},
		{"The dam will be closed to the public.", "fermé au public", bot.Supported, ""}, // without when, and who says it
		{"Le barrage sera rasé par l'armée.", "", bot.NotStated, ""},
		{"Unicorns live in the lake.", "", bot.NotStated, ""},
	} {
		c := check(t, b, test.claim)
		if c.Verdict != test.want || !strings.Contains(c.Citations[0].Text(), test.cites) || !strings.Contains(strings.Join(c.Reasons, " "), test.reason) {
			t.Errorf("%s: %s, %q, %v", test.claim, c.Verdict, c.Citations[0].Text(), c.Reasons)
		}
	}
}

// What the article only reports is said to be reported.
func TestCheckNamesTheSpeaker(t *testing.T) {
	b, _ := newBot(t, nil)
	c := check(t, b, "340 visiteurs passent chaque semaine sur la digue.")
	if !strings.Contains(c.Speaker, "Hydralp") || !strings.HasPrefix(c.Lead(), "L'article le rapporte, selon") {
		t.Errorf("speaker %q, lead %q", c.Speaker, c.Lead())
	}
}

// A model is asked where code cannot decide, and there alone.
func TestCheckLooksAgain(t *testing.T) {
	for answer, want := range map[string]bot.CheckVerdict{
		`{"verdicts":[{"claim":1,"supported":true,"reason":""}]}`:         bot.Supported,
		`{"verdicts":[{"claim":1,"supported":false,"reason":"no lake"}]}`: bot.NotStated,
		`nonsense`: bot.NotStated,
	} {
		model := &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
			if call.Schema.Name != prompts.Verdicts.Name {
				t.Errorf("asked for %s", call.Schema.Name)
			}
			return answer, nil
		}}
		b, _ := newBot(t, model)
		check(t, b, "Les travaux coûteront environ 12'500 francs par jour.")
		if len(model.Calls()) != 0 {
			t.Error("code had decided")
		}
		c := check(t, b, "Le maire de Varny ménage peu ses mots à ce sujet.")
		if c.Verdict != want || (answer == "nonsense") != (c.Warning != "") {
			t.Errorf("%s: %s, warning %q, %v", answer, c.Verdict, c.Warning, c.Reasons)
		}
	}
}
