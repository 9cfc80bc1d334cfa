package bot_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/knowledge"
	"verbatim/prompts"
)

func TestExtractive(t *testing.T) {
	b, _ := newBot(t, nil)
	for question, want := range map[string]string{
		"Combien coûteront les travaux par jour ?":          "12'500",
		"Qui est le maire de Varny ?":                       "Luc Perrin",
		"How many visitors cross the dam each week?":        "340 visiteurs",
		"combien de visiteurs passent sur la digue":         "340 visiteurs",
		"Quand la réouverture du barrage est-elle prévue ?": "fin septembre",
	} {
		a := ask(t, b, question)
		if !a.Answered || a.Mode != bot.ModeExtractive || !strings.Contains(a.Citations[0].Text(), want) {
			t.Errorf("%s: answered %v, %q; want %q", question, a.Answered, a.Text, want)
		}
		for _, c := range a.Claims {
			if c.Proof != knowledge.ProofVerbatim {
				t.Errorf("%s: proof %q", question, c.Proof)
			}
		}
	}
}

func TestRefusal(t *testing.T) {
	b, _ := newBot(t, nil)
	for question, want := range map[string]string{
		"Quel est le prix du pétrole à New York ?": "Je n'ai pas trouvé la réponse",
		"Who won the football world cup?":          "I found no answer",
	} {
		if a := ask(t, b, question); a.Answered || !strings.HasPrefix(a.Text, want) {
			t.Errorf("%s: %q", question, a.Text)
		}
	}
}

func TestModelAnswer(t *testing.T) {
	model := says()
	b, article := newBot(t, model)
	n := number(t, article, "340")
	*model = *says(claim("Selon Hydralp, 340 visiteurs passent chaque semaine sur la digue.", n, "340 visiteurs passent chaque semaine"))
	b.Model = model
	a := ask(t, b, "Combien de visiteurs ?")
	if !a.Answered || a.Mode != bot.ModeLLM || a.Model != "fake" || len(a.Claims) != 1 || a.Warning != "" {
		t.Fatalf("got %+v", a)
	}
	if want := "sur la digue [1]."; !strings.HasSuffix(a.Text, want) {
		t.Errorf("text %q, want the end %q", a.Text, want)
	}
	if got := a.Citations[0].QuoteText(); got != "340 visiteurs passent chaque semaine" {
		t.Errorf("quote %q", got)
	}
	if a.Usage.Prompt == 0 || a.Usage.Completion == 0 {
		t.Errorf("usage %+v", a.Usage)
	}
	call := model.Calls()[0]
	if last := call.Messages[len(call.Messages)-1]; last.Text != "Combien de visiteurs ?" || last.Role != bot.RoleUser {
		t.Errorf("the question must stand alone in the last message: %+v", last)
	}
}

// Whatever a model writes, no lie is shown and an honest claim beside it is.
func TestLies(t *testing.T) {
	_, article := newBot(t, nil)
	n := number(t, article, "340")
	other := number(t, article, "12'500")
	quote := "340 visiteurs passent chaque semaine sur la digue"
	honest := claim("Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine sur la digue.", n, quote)
	for name, lie := range map[string]string{
		"invented quote":      claim("Hydralp compte les visiteurs chaque semaine.", n, "les visiteurs sont comptés"),
		"unknown sentence":    claim("Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine.", 99, quote),
		"sentence 0":          claim("Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine.", 0, quote),
		"other sentence":      claim("Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine.", other, quote),
		"altered figure":      claim("Selon l'exploitant Hydralp, 430 visiteurs passent chaque semaine sur la digue.", n, quote),
		"altered unit":        claim("Les travaux coûteront environ 12'500 euros par jour.", other, "environ 12'500 francs par jour"),
		"dropped bound":       claim("Les travaux coûteront 12'500 francs par jour.", other, "environ 12'500 francs par jour"),
		"other name":          claim("Selon Luc Perrin, 340 visiteurs passent chaque semaine sur la digue.", n, quote),
		"invented name":       claim("Selon l'exploitant Romandel, 340 visiteurs passent chaque semaine sur la digue.", n, quote),
		"no citation":         claim("340 visiteurs passent chaque semaine sur la digue."),
		"empty quote":         claim("340 visiteurs passent chaque semaine sur la digue.", n, ""),
		"empty claim":         claim("", n, quote),
		"ping":                claim("@everyone selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine.", n, quote),
		"user ping":           claim("<@123456789> selon Hydralp, 340 visiteurs passent chaque semaine.", n, quote),
		"link":                claim("Selon Hydralp, 340 visiteurs passent : https://example.com/x", n, quote),
		"a fraction":          strings.Replace(honest, `"sentence":`, `"sentence":0.`, 1),
		"a null claim":        `null`,
		"a claim of numbers":  `{"text":1,"citations":[]}`,
		"one good one bad":    claim("Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine sur la digue.", n, quote, 77, quote),
		"a whole novel":       claim(strings.Repeat("Selon l'exploitant Hydralp, 340 visiteurs passent. ", 40), n, quote),
		"denial made of none": claim("L'association Rives vives a démenti qu'elle déposera un recours.", number(t, article, "Rives vives"), "démenti qu'elle déposera un recours"),
	} {
		t.Run(name, func(t *testing.T) {
			b, _ := newBot(t, says(lie, honest))
			a := ask(t, b, "Combien de visiteurs passent chaque semaine ?")
			if len(a.Claims) != 1 || !strings.HasPrefix(a.Claims[0].Text, "Selon l'exploitant Hydralp, 340") {
				t.Errorf("claims %+v, rejected %+v", a.Claims, a.Rejected)
			}
			if len(a.Rejected) == 0 || a.Rejected[0].Reason == "" {
				t.Errorf("rejected %+v", a.Rejected)
			}
		})
	}
}

// What is said many times is shown once.
func TestRepetition(t *testing.T) {
	_, article := newBot(t, nil)
	same := claim("Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine sur la digue.", number(t, article, "340"), "340 visiteurs")
	b, _ := newBot(t, says(same, same, strings.Replace(same, "Selon", "SELON", 1)))
	if a := ask(t, b, "Combien de visiteurs ?"); len(a.Claims) != 1 {
		t.Errorf("%d claims", len(a.Claims))
	}
}

// When the model fails the answer is extractive and says so.
func TestModelFails(t *testing.T) {
	for name, test := range map[string]struct {
		answer string
		err    error
	}{
		"silent":           {"", context.DeadlineExceeded},
		"rejected":         {"", bot.ErrModelRejected},
		"broken JSON":      {`{"answered":true,"claims":[{"text":`, nil},
		"another shape":    {`{"answer":"340"}`, nil},
		"null claims":      {`{"answered":true,"claims":null}`, nil},
		"no claims":        {`{"answered":true,"claims":[]}`, nil},
		"only lies":        {`{"answered":true,"claims":[` + claim("Rien.", 99, "x") + `]}`, nil},
		"claims of a kind": {`{"answered":true,"claims":"yes"}`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			b, _ := newBot(t, &bot.FakeModel{Answer: func(context.Context, bot.Call) (string, error) { return test.answer, test.err }})
			a := ask(t, b, "Combien de visiteurs passent chaque semaine ?")
			if a.Mode != bot.ModeExtractive || !a.Answered || a.Warning == "" || !strings.Contains(a.Citations[0].Text(), "340") {
				t.Errorf("got mode %q answered %v warning %q", a.Mode, a.Answered, a.Warning)
			}
		})
	}
}

func TestModelSaysThatThereIsNone(t *testing.T) {
	b, _ := newBot(t, &bot.FakeModel{Answer: func(context.Context, bot.Call) (string, error) {
		return `{"answered":false,"claims":[` + claim("Quoi.", 1, "x") + `]}`, nil
	}})
	a := ask(t, b, "How many visitors cross the dam each week?")
	if a.Answered || a.Mode != bot.ModeLLM || !strings.HasPrefix(a.Text, "I found no answer") {
		t.Errorf("got %+v", a)
	}
}

// The second look judges only what code could not decide, and its word counts.
func TestSecondLook(t *testing.T) {
	_, article := newBot(t, nil)
	n := number(t, article, "Luc Perrin")
	// A paraphrase with nothing wrong that code can point at.
	open := claim("Luc Perrin, maire de Varny, ménage peu ses mots à ce sujet.", n, "juge la fermeture «trop longue»")
	for name, test := range map[string]struct {
		look  string
		err   error
		off   bool
		shown bool
		warns bool
	}{
		"yes":          {look: `{"verdicts":[{"claim":1,"supported":true,"reason":""}]}`, shown: true},
		"no":           {look: `{"verdicts":[{"claim":1,"supported":false,"reason":"it is vague"}]}`},
		"yes and no":   {look: `{"verdicts":[{"claim":1,"supported":true,"reason":""},{"claim":1,"supported":false,"reason":"no"}]}`},
		"other claim":  {look: `{"verdicts":[{"claim":2,"supported":true,"reason":""}]}`},
		"unreadable":   {look: `yes`, warns: true},
		"other shape":  {look: `{"ok":true}`, warns: true},
		"down":         {err: errors.New("down"), warns: true},
		"switched off": {off: true},
	} {
		t.Run(name, func(t *testing.T) {
			b, _ := newBot(t, &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
				if call.Schema.Name == prompts.Verdicts.Name {
					if strings.Contains(call.Messages[1].Text, "Combien") || !strings.Contains(call.Messages[1].Text, "(1) Luc") {
						t.Errorf("the second look sees %q", call.Messages[1].Text)
					}
					return test.look, test.err
				}
				return `{"answered":true,"claims":[` + open + `]}`, nil
			}})
			b.Config.SecondLook = !test.off
			a := ask(t, b, "Combien dit Luc Perrin ?")
			if shown := a.Mode == bot.ModeLLM; shown != test.shown {
				t.Fatalf("shown %v, rejected %+v", shown, a.Rejected)
			}
			if test.shown && a.Claims[0].Proof != knowledge.ProofModel {
				t.Errorf("proof %q", a.Claims[0].Proof)
			}
			if test.warns && !strings.Contains(a.Warning, "second contrôle") {
				t.Errorf("warning %q", a.Warning)
			}
		})
	}
}

// A model that was told what was wrong may do better once.
func TestRepair(t *testing.T) {
	_, article := newBot(t, nil)
	n := number(t, article, "340")
	model := &bot.FakeModel{}
	model.Answer = func(_ context.Context, call bot.Call) (string, error) {
		quote := "invented"
		for _, m := range call.Messages {
			if strings.Contains(m.Text, "quote: stands nowhere") {
				quote = "340 visiteurs"
			}
		}
		if call.Schema.Name == prompts.Verdicts.Name {
			return yes(call), nil
		}
		return `{"answered":true,"claims":[` + claim("Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine sur la digue.", n, quote) + `]}`, nil
	}
	b, _ := newBot(t, model)
	a := ask(t, b, "Combien de visiteurs ?")
	if a.Mode != bot.ModeLLM || len(a.Claims) != 1 || len(a.Rejected) != 1 {
		t.Errorf("got %+v", a)
	}
}

func TestBadQuestions(t *testing.T) {
	b, _ := newBot(t, nil)
	for name, q := range map[string]bot.Question{
		"empty":           {Text: "  \n "},
		"marks alone":     {Text: "?!"},
		"too long":        {Text: strings.Repeat("a", bot.MaxQuestion+1)},
		"unknown article": {Text: "Qui ?", Article: "le-barage"},
	} {
		_, err := b.Ask(t.Context(), q)
		var user *bot.UserError
		if !errors.As(err, &user) || user.French == "" || user.English == "" {
			t.Errorf("%s: %v", name, err)
		}
		if name == "unknown article" && !strings.Contains(user.Hint.English, "barrage-de-varny") {
			t.Errorf("the hint must name the nearest: %q", user.Hint.English)
		}
	}
	if _, err := b.Ask(t.Context(), bot.Question{Text: strings.Repeat("é", bot.MaxQuestion)}); err != nil {
		t.Errorf("a question at the bound: %v", err)
	}
}

func TestBudget(t *testing.T) {
	model := says()
	b, article := newBot(t, model)
	*model = *says(claim("Selon l'exploitant Hydralp, 340 visiteurs passent chaque semaine sur la digue.", number(t, article, "340"), "340 visiteurs"))
	b.Model, b.Config.DailyTokens = model, 100
	owner := bot.Guild("1")
	first, err := b.Ask(t.Context(), bot.Question{Text: "Combien de visiteurs ?", Owner: owner})
	if err != nil || first.Mode != bot.ModeLLM {
		t.Fatalf("got %+v, %v", first, err)
	}
	second, err := b.Ask(t.Context(), bot.Question{Text: "Combien de visiteurs ?", Owner: owner})
	if err != nil || second.Mode != bot.ModeExtractive || !strings.Contains(second.Warning, "budget") || !strings.Contains(second.Warning, "00\u00a0h\u00a000\u00a0UTC") {
		t.Errorf("mode %q, warning %q, %v", second.Mode, second.Warning, err)
	}
	third, err := b.Ask(t.Context(), bot.Question{Text: "Combien de visiteurs ?", Owner: bot.Guild("2")})
	if err != nil || third.Mode != bot.ModeLLM {
		t.Errorf("another guild has its own budget: %+v, %v", third, err)
	}
	b.Config.DailyTokens, b.Config.DailyTokensTotal = 0, 100
	if a := ask(t, b, "Combien de visiteurs ?"); a.Mode != bot.ModeExtractive {
		t.Error("the bot's whole budget is spent")
	}
}

func TestFollowUp(t *testing.T) {
	before := []bot.Turn{{Question: "Combien de visiteurs passent sur la digue ?", Answer: "340 [1]."}}
	b, _ := newBot(t, nil)
	a, err := b.Ask(t.Context(), bot.Question{Text: "Et par semaine ?", Before: before})
	if err != nil || !a.Answered || !strings.Contains(a.Citations[0].Text(), "340") {
		t.Errorf("without a model: %q, %v", a.Text, err)
	}
	a, err = b.Ask(t.Context(), bot.Question{Text: "et Luc Perrin ?", Before: []bot.Turn{{Question: "Que dit Odile Ferrand de la fermeture ?"}}})
	if err != nil || !a.Answered || !strings.Contains(a.Citations[0].Text(), "Luc Perrin") {
		t.Errorf("another name: %q, %v", a.Text, err)
	}
	for _, chain := range [][]string{ // each leans on the one before
		{"Combien de visiteurs le musée de Lorne a-t-il comptés en juillet ?", "et en août ?", "et en septembre ?"},
		{"How many visitors did the museum of Lorne have in July?", "and in August?", "and in September?"},
	} {
		var before []bot.Turn
		shelve(t, b, "Le musée de Lorne a compté 2'900 visiteurs en juillet.\n\nEn août, le musée de Lorne a compté 4'200 visiteurs.\n\nEn septembre, il a compté 3'100 visiteurs.\n\nLa foire ouvre en septembre.")
		for i, question := range chain {
			if a, err = b.Ask(t.Context(), bot.Question{Text: question, Before: before}); err != nil || !a.Answered {
				t.Fatalf("%s: %q, %v", question, a.Text, err)
			}
			if want := []string{"2'900", "4'200", "3'100"}[i]; !strings.Contains(a.Citations[0].Text(), want) {
				t.Errorf("%s: the first sentence is %q, want %s", question, a.Citations[0].Text(), want)
			}
			before = append(before, bot.Turn{Question: question, Answer: a.Text})
		}
	}
	var asked string
	b.Model = &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
		if call.Schema.Name == prompts.RewrittenQuestion.Name {
			return `{"question":"Combien de visiteurs passent par semaine ?"}`, nil
		}
		asked = call.Messages[len(call.Messages)-1].Text
		return `{"answered":false,"claims":[]}`, nil
	}}
	if a, err = b.Ask(t.Context(), bot.Question{Text: "Et par semaine ?", Before: before}); err != nil {
		t.Fatal(err)
	}
	if asked != "Combien de visiteurs passent par semaine ?" || a.Question != "Et par semaine ?" {
		t.Errorf("asked %q, shown %q", asked, a.Question)
	}
}
