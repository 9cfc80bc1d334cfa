package index_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"verbatim/knowledge"
	"verbatim/knowledge/index"
	"verbatim/knowledge/sample"
)

// written builds an article of one paragraph from sentences and their kinds.
func written(id string, sentences ...any) *knowledge.Article {
	a := &knowledge.Article{ID: id, Language: "fr"}
	kind := knowledge.KindProse
	for _, s := range sentences {
		if k, ok := s.(knowledge.Kind); ok {
			kind = k
			continue
		}
		start := len(a.Text)
		a.Text += s.(string)
		a.Sentences = append(a.Sentences, knowledge.Sentence{Number: len(a.Sentences) + 1, Paragraph: 1, Kind: kind,
			Span: knowledge.Span{Start: start, End: len(a.Text)}})
		a.Text += "\n"
		kind = knowledge.KindProse
	}
	return a
}

var (
	harbour = written("port", "Le port de Rochelune a été bâti en 1820.", "Il abrite environ soixante barques de pêche.",
		"Le maire, Paul Vernet, n'a pas confirmé la vente du phare.")
	market = written("marche", "Le marché d'Orvane se tient chaque samedi.", "Les œufs y viennent des fermes voisines.")
)

func text(h index.Hit) string { return h.Article.Cut(h.Article.Sentences[h.Sentence-1].Span) }

func TestSearchRanksEverySentence(t *testing.T) {
	x := index.New([]*knowledge.Article{harbour, market})
	for _, c := range []struct {
		id      string
		k, want int
	}{{"", 10, 5}, {"port", 10, 3}, {"marche", 1, 1}, {"", 2, 2}, {"", 0, 0}, {"none", 3, 0}} {
		for _, question := range []string{"Quand le port a-t-il été bâti ?", "xyzzy", "", "?!"} {
			hits := x.Search(question, c.id, c.k).Hits
			seen := map[string]bool{}
			for _, h := range hits {
				seen[text(h)] = true
			}
			if len(hits) != c.want || len(seen) != c.want {
				t.Errorf("%q in %q: %d hits, %d of them distinct, want %d", question, c.id, len(hits), len(seen), c.want)
			}
		}
	}
}

func TestSearchIsForgivingOfSpelling(t *testing.T) {
	x := index.New([]*knowledge.Article{harbour, market})
	for _, question := range []string{"D'où viennent les œufs ?", "d ou viennent les oeufs", "D’OÙ VIENNENT LES ŒUFS ?", "de quelles fremes viennent les oeufs"} {
		if got, want := text(x.Search(question, "", 1).Hits[0]), "Les œufs y viennent des fermes voisines."; got != want {
			t.Errorf("%s: got %q, want %q", question, got, want)
		}
	}
}

func TestSearchReadsEnglish(t *testing.T) {
	x := index.New([]*knowledge.Article{harbour, market})
	for question, want := range map[string]int{"When was the port built?": 1, "Did the mayor confirm the sale of the lighthouse?": 3} {
		if got := x.Search(question, "", 1).Hits[0]; got.Article != harbour || got.Sentence != want {
			t.Errorf("%s: got %q, want sentence %d", question, text(got), want)
		}
	}
}

func TestSearchNamesWhatIsAbsent(t *testing.T) {
	x := index.New([]*knowledge.Article{harbour})
	for question, want := range map[string][]string{
		"Que pense Marie Delorme du port de Rochelune ?": {"Marie Delorme"},
		"Le port a-t-il été bâti en 1975 ?":              {"1975"},
		"Qui est Vernet ?":                               nil,
	} {
		if got := x.Search(question, "", 1).Absent; !slices.Equal(got, want) {
			t.Errorf("%s: absent %q, want %q", question, got, want)
		}
	}
}

func TestSearchQuotesKeepWhatQualifies(t *testing.T) {
	x := index.New([]*knowledge.Article{harbour})
	for question, want := range map[string]string{
		"Combien de barques abrite-t-il ?": "environ soixante barques",
		"Qui a confirmé la vente ?":        "n'a pas",
		"Quand le port a-t-il été bâti ?":  "1820",
	} {
		h := x.Search(question, "", 1).Hits[0]
		if got := h.Article.Cut(h.Quote); !strings.Contains(got, want) {
			t.Errorf("%s: quote %q, want %q in it", question, got, want)
		}
	}
}

func TestSearchCitesARepetitionLast(t *testing.T) {
	a := written("a", knowledge.KindCaption, "Le barrage d'Orvane retient douze millions de mètres cubes (archives).",
		knowledge.KindByline, "Barrage d'Orvane", "Les travaux ont duré six ans.",
		"Le barrage d'Orvane retient douze millions de mètres cubes.")
	hits := index.New([]*knowledge.Article{a}).Search("Que retient le barrage d'Orvane ?", "", 4).Hits
	if hits[0].Sentence != 4 || hits[0].Repeats {
		t.Errorf("first is sentence %d, want the prose, 4", hits[0].Sentence)
	}
	for _, h := range hits {
		if h.Repeats != (h.Sentence == 1) {
			t.Errorf("sentence %d repeats: %v", h.Sentence, h.Repeats)
		}
	}
	if hits[3].Sentence != 2 {
		t.Errorf("last is sentence %d, want the byline, 2", hits[3].Sentence)
	}
}

func TestQuotesLieInTheirSentences(t *testing.T) {
	a := sample.Article()
	x := index.New([]*knowledge.Article{a})
	for _, question := range []string{"Qui dirige l'Otan ?", "Combien de soldats ?", "Why are sanctions not enough?", "Où ?"} {
		for _, h := range x.Search(question, "", 5).Hits {
			s := a.Sentences[h.Sentence-1]
			if !h.Quote.Empty() && (h.Quote.Start < s.Start || h.Quote.End > s.End) {
				t.Errorf("%s: quote %v outside of %v", question, h.Quote, s.Span)
			}
		}
	}
}

func TestSearchAtOnce(t *testing.T) {
	x := index.New([]*knowledge.Article{harbour, market})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := x.Search("Quand le port a-t-il été bâti ?", "", 1).Hits[0].Sentence; got != 1 {
					t.Errorf("got sentence %d, want 1", got)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzSearch(f *testing.F) {
	x := index.New([]*knowledge.Article{harbour, market})
	f.Add("Combien de barques ?")
	f.Add("\xff«l'")
	f.Fuzz(func(t *testing.T, question string) {
		r := x.Search(question, "", 5)
		if len(r.Hits) != 5 || r.Confidence < 0 || r.Confidence > 1 {
			t.Fatalf("%q: %d hits, confidence %v", question, len(r.Hits), r.Confidence)
		}
		for _, h := range r.Hits {
			if s := h.Article.Sentences[h.Sentence-1]; !h.Quote.Empty() && (h.Quote.Start < s.Start || h.Quote.End > s.End) {
				t.Fatalf("%q: quote %v outside of %v", question, h.Quote, s.Span)
			}
		}
	})
}

func TestSearchAnswersFromShortArticles(t *testing.T) {
	x := index.New([]*knowledge.Article{harbour})
	for question, want := range map[string]int{"Who is the mayor?": 3, "Qui est le maire ?": 3, "Et le phare ?": 3, "How many boats?": 2} {
		if got := x.Search(question, "", 1).Hits[0].Sentence; got != want {
			t.Errorf("%s: got sentence %d, want %d", question, got, want)
		}
	}
}

func TestSearchRefusesAnotherPartysWords(t *testing.T) {
	a := written("crise", "Paris a fermé sa frontière mardi avec la Rhénie.", "Le gouvernement de Rhénie a dénoncé «un geste hostile» contre les travailleurs.",
		"La fermeture touche 4000 personnes qui vont travailler en France.", "Berne n'a pas commenté la décision de Paris.")
	x := index.New([]*knowledge.Article{a})
	for question, want := range map[string]bool{"Comment la Rhénie a-t-elle réagi ?": true, "Comment Londres a-t-il réagi à la fermeture de la frontière ?": false,
		"Quelle est la réaction des travailleurs ?": false} {
		if got := x.Search(question, "", 3); got.Answered != want {
			t.Errorf("%s: answered %v with %.2f, want %v", question, got.Answered, got.Confidence, want)
		}
	}
}

func TestSearchAtPrefersTheTimeAskedAbout(t *testing.T) {
	spring := written("printemps", "Le conseil de Rochelune a refusé la vente du phare par 12 voix contre 8.")
	spring.Date = "2024-04-18"
	autumn := written("automne", "Le conseil de Rochelune a accepté la vente du phare par 11 voix contre 9.")
	autumn.Date = "2024-10"
	x := index.New([]*knowledge.Article{spring, harbour, autumn, market})
	now := time.Date(2024, 10, 30, 0, 0, 0, 0, time.UTC)
	for question, want := range map[string]string{
		"Par combien de voix le conseil a-t-il décidé de la vente du phare en avril ?":         "printemps",
		"Par combien de voix le conseil a-t-il décidé de la vente du phare en octobre ?":       "automne",
		"By how many votes did the council decide on the sale of the lighthouse this month?":   "automne",
		"By how many votes did the council decide on the sale of the lighthouse in April 2024": "printemps",
	} {
		if got := x.SearchAt(now, question, "", 1).Hits[0].Article.ID; got != want {
			t.Errorf("%s: got %s, want %s", question, got, want)
		}
	}
}

func TestSearchQuotesSayWhoSomebodyIs(t *testing.T) {
	a := written("port", "Le maire de Rochelune, Paul Vernet, a inauguré le phare en mai.", "Pour lui, la vente attendra, a dit Paul Vernet à la directrice du port, Anne Sorel.",
		"Jean Tavel, gardien du phare, a pris sa retraite.")
	x := index.New([]*knowledge.Article{a})
	for question, want := range map[string]string{"Qui est Paul Vernet ?": "Le maire de Rochelune, Paul Vernet", "Who is Anne Sorel?": "la directrice du port, Anne Sorel",
		"qui est Jean Tavel": "Jean Tavel, gardien du phare"} {
		h := x.Search(question, "", 1).Hits[0]
		if got := h.Article.Cut(h.Quote); got != want {
			t.Errorf("%s: quote %q, want %q", question, got, want)
		}
	}
}

func TestSearchQuotesWhatWasSaid(t *testing.T) {
	a := written("port", "Le maire a, lui, qualifié cette vente de «très risquée».", "La vente doit se faire en mai.")
	h := index.New([]*knowledge.Article{a}).Search("Qu'a dit le maire ?", "", 1).Hits[0]
	if got, want := h.Article.Cut(h.Quote), "Le maire a, lui, qualifié cette vente de «très risquée»"; got != want {
		t.Errorf("quote %q, want %q", got, want)
	}
}

func TestSearchWantsTheKindThatIsAskedFor(t *testing.T) {
	a := written("phare", "Le phare de Rochelune sera vendu à un hôtelier de la région, a annoncé lundi le maire.", "Paul Vernet, 61 ans, défend cette vente depuis trois ans.",
		"La ville a dépensé 2,4 millions d'euros pour réparer la tour, haute de 38 mètres.", "Les pêcheurs demandent que douze places du port leur soient gardées.")
	x := index.New([]*knowledge.Article{a})
	for question, want := range map[string]bool{
		"Quel âge a Paul Vernet ?": true, "How old is Paul Vernet?": true, "Combien la ville a-t-elle dépensé pour réparer la tour ?": true,
		"Quelle est la hauteur de la tour ?": true, "À quelle vitesse roule le maire ?": false, "Quelle est la population de Rochelune ?": false,
		"What is the temperature in the lighthouse?": false, "Combien pèse le phare de Rochelune ?": false,
	} {
		if got := x.Search(question, "", 3); got.Answered != want {
			t.Errorf("%s: answered %v with %.2f, want %v", question, got.Answered, got.Confidence, want)
		}
	}
}

func TestSearchKnowsNamesByTheirSound(t *testing.T) {
	a := written("kiev", "Le chef de cabinet, Andriï Iermak, a publié sa réponse sur un réseau.", "Les combats ont repris dans l'est.")
	r := index.New([]*knowledge.Article{a}).Search("What did Andriy Yermak publish?", "", 1)
	if r.Hits[0].Sentence != 1 || len(r.Absent) > 0 {
		t.Errorf("got sentence %d, absent %q, want the first and nobody absent", r.Hits[0].Sentence, r.Absent)
	}
}
