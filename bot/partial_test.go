package bot_test

import (
	"context"
	"strings"
	"testing"

	"verbatim/bot"
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
		if want := !secondLook; (len(grown) == 2 && grown[0] == 1 && grown[1] == 2) != want || secondLook && grown != nil {
			t.Errorf("second look %v: the answer grew by %v", secondLook, grown)
		}
	}
}
