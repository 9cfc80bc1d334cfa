package bot_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/bot"
	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
	"verbatim/prompts"
)

// shelve puts an article of its own into a bot's library.
func shelve(t *testing.T, b *bot.Bot, text string) *knowledge.Article {
	t.Helper()
	read, err := ingest.Text([]byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Library.Add(t.Context(), bot.Global, read.Article); err != nil {
		t.Fatal(err)
	}
	return read.Article
}

func summarize(t *testing.T, b *bot.Bot, r bot.SummaryRequest) bot.Answer {
	t.Helper()
	a, err := b.Summarize(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, a)
	if len(a.Claims) > r.Length.Points() {
		t.Errorf("%d points, asked for %d", len(a.Claims), r.Length.Points())
	}
	for _, c := range a.Claims {
		if c.Proof == knowledge.ProofVerbatim && c.Text != a.Citations[c.Citations[0]-1].Text() {
			t.Errorf("%q is not its sentence %q", c.Text, a.Citations[c.Citations[0]-1].Text())
		}
	}
	return a
}

func texts(a bot.Answer) []string {
	var out []string
	for _, c := range a.Claims {
		out = append(out, c.Text)
	}
	return out
}

func TestSummaryWithoutAModel(t *testing.T) {
	b, article := newBot(t, nil)
	for language, want := range map[string]string{
		"fr": "L'essentiel de l'article (14 mars 2025), en ses propres phrases\u00a0:",
		"en": "The article in its own sentences (14 March 2025). They are French; a translation needs a model:",
	} {
		a := summarize(t, b, bot.SummaryRequest{Length: bot.Short, Language: language})
		if a.Mode != bot.ModeExtractive || a.Language != language || a.Lead != want || len(a.Claims) != 3 {
			t.Errorf("%s, %s, %d points under %q", a.Mode, a.Language, len(a.Claims), a.Lead)
		}
		for i, c := range a.Claims {
			if c.Proof != knowledge.ProofVerbatim || !strings.Contains(article.Text, c.Text) {
				t.Errorf("point %d, %q, is no sentence", i+1, c.Text)
			}
			if i > 0 && a.Citations[i-1].Sentence >= a.Citations[i].Sentence {
				t.Error("the points are not in the article's order")
			}
		}
	}
}

// Every point is proved as answers are; what is not is left out and told.
func TestSummaryHoldsWhatIsProved(t *testing.T) {
	b, _ := newBot(t, nil)
	article := shelve(t, b, works)
	b.Model = says(
		claim("La digue de Morle rouvrira en mai, selon la commune.", number(t, article, "rouvrira"), "rouvrira en mai, a annoncé la commune"),
		claim("Les travaux ont coûté 19 millions de francs.", number(t, article, "coûté"), "ont coûté 9 millions de francs"),
		claim("Selon la commune, la digue de Morle rouvrira au mois de mai.", number(t, article, "rouvrira"), "rouvrira en mai, a annoncé la commune"),
		claim("Les travaux ont coûté 9 millions de francs.", number(t, article, "coûté"), "ont coûté 9 millions de francs"),
	)
	a := summarize(t, b, bot.SummaryRequest{Article: article.ID, Length: bot.Medium, Language: "fr"})
	if got, want := texts(a), []string{"La digue de Morle rouvrira en mai, selon la commune.", "Les travaux ont coûté 9 millions de francs."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(a.Rejected) != 1 || !strings.Contains(a.Rejected[0].Text, "19") {
		t.Errorf("rejected: %v", a.Rejected)
	}
}

const works = `La digue de Morle rouvrira en mai, a annoncé la commune. Les travaux ont coûté 9 millions de francs.

L'association Rives accuse le maire d'avoir caché un rapport sur la digue. Le maire dément avoir caché ce rapport.

Le marché de Morle se tiendra samedi sur la grande place. Les cars partiront de la gare toutes les vingt minutes.`

// A model that forgets the denial does not make it unsaid.
func TestDenialIsNeverLeftOut(t *testing.T) {
	b, _ := newBot(t, nil)
	article := shelve(t, b, works)
	accuses := number(t, article, "accuse le maire")
	accusation := claim("L'association Rives accuse le maire d'avoir caché un rapport.", accuses, "accuse le maire d'avoir caché un rapport")
	reopening := claim("La digue rouvrira en mai, selon la commune.", number(t, article, "rouvrira"), "rouvrira en mai, a annoncé la commune")
	cost := claim("Les travaux ont coûté 9 millions de francs.", number(t, article, "coûté"), "ont coûté 9 millions de francs")
	market := claim("Le marché de Morle se tiendra samedi.", number(t, article, "marché"), "Le marché de Morle se tiendra samedi")
	denial := "Le maire dément avoir caché ce rapport."
	for name, c := range map[string]struct {
		points []string
		length bot.Length
		denied int // where the denial has to stand; -1: nowhere
		total  int
	}{
		"room is left":                    {[]string{reopening, accusation, cost}, bot.Medium, 2, 4},
		"no room is left":                 {[]string{accusation, reopening, cost}, bot.Short, 1, 3},
		"the accusation comes last":       {[]string{reopening, cost, accusation}, bot.Short, 2, 3},
		"the accusation is not reported":  {[]string{reopening, cost, market}, bot.Medium, -1, 3},
		"the model has the denial itself": {[]string{claim("L'association Rives accuse le maire d'avoir caché un rapport.", accuses, "accuse le maire d'avoir caché un rapport"), claim("Le maire dément avoir caché ce rapport.", accuses+1, denial)}, bot.Medium, 1, 2},
	} {
		t.Run(name, func(t *testing.T) {
			b.Model = says(c.points...)
			a := summarize(t, b, bot.SummaryRequest{Article: article.ID, Length: c.length, Language: "fr"})
			if got := slices.Index(texts(a), denial); got != c.denied || len(a.Claims) != c.total {
				t.Errorf("the denial is point %d of %q (%v)", got, texts(a), a.Rejected)
			}
		})
	}
}

// Three accusations, three points: one gives way to the answer of another.
func TestDenialsTakeTheRoomOfAccusations(t *testing.T) {
	b, _ := newBot(t, nil)
	article := shelve(t, b, `La commune de Morle accuse la société Velnor d'avoir pollué la rivière. La société Velnor nie avoir pollué la rivière.

Le canton accuse la commune de Morle d'avoir perdu les analyses. La commune de Morle dément avoir perdu les analyses.

L'association Rives accuse le canton d'avoir fermé la digue. Le canton rejette cette accusation de l'association Rives.`)
	var points []string
	for _, s := range article.Sentences {
		if text := article.Cut(s.Span); strings.Contains(text, " accuse ") {
			points = append(points, claim(text, s.Number, text))
		}
	}
	b.Model = says(points...)
	got := texts(summarize(t, b, bot.SummaryRequest{Article: article.ID, Length: bot.Short, Language: "fr"}))
	for accusation, denial := range map[string]string{"accuse la société": "Velnor nie", "accuse la commune": "Morle dément", "accuse le canton": "canton rejette"} {
		has := func(text string) bool {
			return slices.ContainsFunc(got, func(g string) bool { return strings.Contains(g, text) })
		}
		if has(accusation) && !has(denial) {
			t.Errorf("%q stands without %q: %q", accusation, denial, got)
		}
	}
	if len(points) != 3 || len(got) < 2 {
		t.Errorf("%d accusations, points %q", len(points), got)
	}
}

// longReport is an article of several parts; each third has a sentence with a figure
// of its own.
func longReport() string {
	var b strings.Builder
	for i := range 3 {
		fmt.Fprintf(&b, "Le chantier numéro %d0 a coûté %d00 francs à la commune de Morle.\n\n", i+1, i+1)
		for j := range 200 {
			fmt.Fprintf(&b, "La rue numéro %d reste fermée aux voitures jusqu'à la fin des travaux de la commune. ", 1000+200*i+j)
			if j%10 == 9 {
				b.WriteString("\n\n")
			}
		}
	}
	return b.String()
}

// parted answers for each part with the claims that a function makes of the
// sentences that stand in its prompt.
func parted(answer func(lines []string) (string, error)) *bot.FakeModel {
	return &bot.FakeModel{Answer: func(_ context.Context, call bot.Call) (string, error) {
		if call.Schema.Name == prompts.Verdicts.Name {
			return yes(call), nil
		}
		return answer(strings.Split(call.Messages[1].Text, "\n"))
	}}
}

// cost is a claim about the first « chantier » of a prompt, or else the first sentence.
func cost(lines []string) string {
	found := ""
	for _, l := range lines {
		if n, text, ok := strings.Cut(strings.TrimPrefix(l, "["), "] "); ok && (found == "" || strings.Contains(text, "chantier")) {
			at := 0
			fmt.Sscan(n, &at)
			found = `{"answered":true,"claims":[` + claim(text, at, text) + `]}`
			if strings.Contains(text, "chantier") {
				break
			}
		}
	}
	return found
}

func TestLongArticleIsSummarisedInParts(t *testing.T) {
	b, _ := newBot(t, nil)
	article := shelve(t, b, longReport())
	model := parted(func(lines []string) (string, error) { return cost(lines), nil })
	b.Model = model
	var stages []bot.Stage
	a := summarize(t, b, bot.SummaryRequest{Article: article.ID, Length: bot.Long, Language: "fr", Progress: func(s bot.Stage) {
		if s.Name == bot.StageWriting {
			stages = append(stages, s)
		}
	}})
	parts := len(model.Calls())
	if parts < 2 || a.Mode != bot.ModeLLM || a.Warning != "" || len(a.Claims) != parts {
		t.Fatalf("%d parts, %s, warning %q, points %q, rejected %v", parts, a.Mode, a.Warning, texts(a), a.Rejected)
	}
	for i, s := range stages {
		if s.Total != parts || s.Done < 0 || s.Done >= parts || i > 0 && s.Done < stages[i-1].Done {
			t.Errorf("progress %d: %d of %d", i, s.Done, s.Total)
		}
	}
	if stages[len(stages)-1].Done != parts-1 {
		t.Error("the last part is not told")
	}
}

// A part of which the model gives nothing is quoted, and the reader is told.
func TestPartThatFailsIsQuoted(t *testing.T) {
	for name, fails := range map[string]func(lines []string) (string, error){
		"error":          func([]string) (string, error) { return "", errors.New("no answer") },
		"no JSON":        func([]string) (string, error) { return "Voici un résumé", nil },
		"nothing to say": func([]string) (string, error) { return `{"answered":false,"claims":[]}`, nil },
		"nothing is true": func([]string) (string, error) {
			return `{"answered":true,"claims":[` + claim("Le chantier a coûté 77 francs.", 1, "chantier") + `]}`, nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			for language, want := range map[string]string{
				"fr": "Le modèle n'a rien donné de prouvé sur une partie de l'article (phrases 1 à ",
				"en": "The model gave nothing proved about a part of the article (sentences 1 to ",
			} {
				b, _ := newBot(t, nil)
				article := shelve(t, b, longReport())
				b.Model = parted(func(lines []string) (string, error) {
					if slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, "numéro 1000 ") }) {
						return fails(lines)
					}
					return cost(lines), nil
				})
				a := summarize(t, b, bot.SummaryRequest{Article: article.ID, Length: bot.Medium, Language: language})
				if a.Mode != bot.ModeLLM || !strings.HasPrefix(a.Warning, want) {
					t.Errorf("%s, warning %q", a.Mode, a.Warning)
				}
				if !slices.ContainsFunc(a.Claims, func(c knowledge.Claim) bool {
					return c.Proof == knowledge.ProofVerbatim && a.Citations[c.Citations[0]-1].Sentence < 150
				}) {
					t.Errorf("nothing is quoted of the part: %q", texts(a))
				}
			}
		})
	}
}

// The points of a long article stand in the order of its parts, and each part
// has its share of them.
func TestPointsOfPartsAreInOrder(t *testing.T) {
	b, _ := newBot(t, nil)
	article := shelve(t, b, longReport())
	b.Model = parted(func(lines []string) (string, error) {
		var points []string
		for _, l := range lines {
			if n, text, ok := strings.Cut(strings.TrimPrefix(l, "["), "] "); ok && len(points) < 5 {
				at := 0
				fmt.Sscan(n, &at)
				points = append(points, claim(text, at, text))
			}
		}
		return `{"answered":true,"claims":[` + strings.Join(points, ",") + `]}`, nil
	})
	a := summarize(t, b, bot.SummaryRequest{Article: article.ID, Length: bot.Long, Language: "fr"})
	var cited []int
	for _, c := range a.Claims {
		cited = append(cited, a.Citations[c.Citations[0]-1].Sentence)
	}
	if len(cited) != 10 || !slices.IsSorted(cited) || cited[len(cited)-1] < 400 {
		t.Errorf("the points cite %v", cited)
	}
}

// Where every part fails the summary is extractive, as without a model.
func TestSummaryWithASilentModel(t *testing.T) {
	b, _ := newBot(t, nil)
	article := shelve(t, b, longReport())
	b.Model = parted(func([]string) (string, error) { return "", errors.New("no answer") })
	a := summarize(t, b, bot.SummaryRequest{Article: article.ID, Length: bot.Short, Language: "fr"})
	if a.Mode != bot.ModeExtractive || a.Warning == "" || len(a.Claims) == 0 {
		t.Errorf("%s, warning %q, %d points", a.Mode, a.Warning, len(a.Claims))
	}
}

// More parts than points: the reader is told which have none.
func TestPartsWithoutAPointAreNamed(t *testing.T) {
	b, _ := newBot(t, nil)
	article := shelve(t, b, longReport()+strings.ReplaceAll(longReport(), "La rue numéro 1", "La place numéro 3"))
	b.Model = parted(func(lines []string) (string, error) { return cost(lines), nil })
	a := summarize(t, b, bot.SummaryRequest{Article: article.ID, Length: bot.Short, Language: "en"})
	if len(a.Claims) != 3 || !strings.HasPrefix(a.Warning, "The article is long: this summary says nothing of a part of it (sentences ") {
		t.Errorf("%d points, warning %q", len(a.Claims), a.Warning)
	}
}
