package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"

	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

// The classes of a sample.
const (
	answered = iota // the article answers the question
	another         // the question is of another article
	nearby          // the article without the paragraph that answers
	lacking         // the article without the sentence that answers
	asked           // a question written for a news article, which answers it
	hard            // … which does not, though it is on the subject
	strange         // … of another subject
	classes
)

// answers tells whether the article of a class answers.
func answers(class int) bool { return class == answered || class == asked }

// evidence is a question asked of an article.
type evidence struct {
	article, class int
	english        bool
	row            []float32
}

const (
	answersL2 = 1e-3
	refused   = 0.065 // the share of answerable questions, written for news articles and ranked right, that the threshold refuses
)

var (
	answersBoost = boostParams{trees: 30, depth: 3, rate: 0.1, lambda: 3, minHess: 10, sample: 0.7}
	classWeight  = [...]float64{answered: 2, another: 0.6, nearby: 0.5, lacking: 0.5, asked: 40, hard: 40, strange: 20}
)

// samplesOf asks each question of a set of its article, of another one, and of
// its own without the paragraph of the answer.
func samplesOf(set *eval.Set, english bool) (out []evidence) {
	x := index.New(set.Articles)
	rng := rand.New(rand.NewPCG(3, 3))
	short := map[string]*index.Index{}
	for i := range set.Rows {
		r := &set.Rows[i]
		own := set.Articles[r.Article()]
		add := func(class int, x *index.Index, id string) {
			if row := x.Judge(r.Question, id); row != nil {
				out = append(out, evidence{article: r.Article(), class: class, english: english, row: row})
			}
		}
		add(answered, x, own.ID)
		if other := set.Articles[rng.IntN(len(set.Articles))]; other != own {
			add(another, x, other.ID)
		}
		y, ok := short[r.Context]
		if !ok {
			if a := set.Without(r); a != nil {
				y = index.New([]*knowledge.Article{a})
			}
			short[r.Context] = y
		}
		if y != nil {
			add(nearby, y, set.Without(r).ID)
		}
		if g := set.Gold(r); g > 0 && i%3 == 0 {
			add(lacking, index.New([]*knowledge.Article{withoutSentence(own, g)}), own.ID)
		}
	}
	return out
}

// withoutSentence is an article without one of its sentences, by its number.
func withoutSentence(a *knowledge.Article, number int) *knowledge.Article {
	b := *a
	b.Sentences = nil
	for _, s := range a.Sentences {
		if s.Number != number {
			s.Number = len(b.Sentences) + 1
			b.Sentences = append(b.Sentences, s)
		}
	}
	return &b
}

// trainAnswers cross-validates and fits the model that tells whether an article
// answers. Its threshold, one half, is where the share refused of the questions
// written for news articles, which it answers and the ranker brings first, is refused.
func trainAnswers(sets []*eval.Set, folder, path string) {
	var ss []evidence
	for i, set := range sets {
		ss = append(ss, samplesOf(set, i > 0)...)
	}
	ss = append(ss, askedSamples(folder)...)
	scores := make([]float64, len(ss))
	for f := range folds {
		crossed(ss, scores, func(s *evidence) bool { return s.class < asked && s.article%folds == f })
	}
	for half := range 2 {
		crossed(ss, scores, func(s *evidence) bool { return s.class >= asked && s.article%2 == half })
	}
	report(ss, scores, "French", func(s *evidence) bool { return s.class < asked && !s.english }, answered)
	report(ss, scores, "English", func(s *evidence) bool { return s.class < asked && s.english }, answered)
	cut := 0.0
	for half := range 2 {
		report(ss, scores, fmt.Sprint("news, half ", half), func(s *evidence) bool { return s.class >= asked && s.article%2 == half }, asked)
	}
	report(ss, scores, "news, French", func(s *evidence) bool { return s.class >= asked && !s.english }, asked)
	report(ss, scores, "news, English", func(s *evidence) bool { return s.class >= asked && s.english }, asked)
	cut = report(ss, scores, "news", func(s *evidence) bool { return s.class >= asked }, asked)
	atThreshold(ss, scores, cut)
	w, trees := fitAnswers(ss)
	w[0] -= cut
	writeModel(path, index.JudgeNames(), w, trees)
}

// atThreshold prints what each set has refused at the threshold.
func atThreshold(ss []evidence, scores []float64, cut float64) {
	for _, group := range []struct {
		name string
		in   func(s *evidence) bool
	}{
		{"French set", func(s *evidence) bool { return s.class < asked && !s.english }},
		{"English set", func(s *evidence) bool { return s.class < asked && s.english }},
		{"news", func(s *evidence) bool { return s.class >= asked && s.article != sampleNumber }},
		{"sample", func(s *evidence) bool { return s.class >= asked && s.article == sampleNumber }},
	} {
		var n, low [classes]float64
		for i := range ss {
			if s := &ss[i]; group.in(s) {
				n[s.class]++
				if scores[i] < cut {
					low[s.class]++
				}
			}
		}
		fmt.Printf("  at the threshold, %s:", group.name)
		for c := range n {
			if n[c] > 0 {
				fmt.Printf(" %.1f%% of %s,", 100*low[c]/n[c], classNames[c])
			}
		}
		fmt.Println()
	}
}

// crossed scores the samples that out takes with a fit to the others.
func crossed(ss []evidence, scores []float64, out func(s *evidence) bool) {
	var fitted []evidence
	for i := range ss {
		if !out(&ss[i]) {
			fitted = append(fitted, ss[i])
		}
	}
	w, trees := fitAnswers(fitted)
	for i := range ss {
		if s := &ss[i]; out(s) {
			scores[i] = linear(w)(s.row)
			for _, t := range trees {
				scores[i] += t.predict(s.row)
			}
		}
	}
}

// report prints what is refused at some thresholds, and returns the one of refused.
func report(ss []evidence, scores []float64, name string, in func(s *evidence) bool, class int) (cut float64) {
	var by [classes][]float64
	for i := range ss {
		if in(&ss[i]) {
			by[ss[i].class] = append(by[ss[i].class], scores[i])
		}
	}
	for c := range by {
		sort.Float64s(by[c])
	}
	for _, share := range []float64{0.05, refused, 0.1, 0.2} {
		c := by[class][int(share*float64(len(by[class])))]
		if share == refused {
			cut = c
		}
		fmt.Printf("  cross-validated, %s: refused %.1f%% of the answerable", name, 100*share)
		for k := range by {
			if len(by[k]) > 0 && !answers(k) {
				fmt.Printf(", %.1f%% of %s", below(by[k], c), classNames[k])
			}
		}
		fmt.Println()
	}
	return cut
}

var classNames = [...]string{answered: "the answerable", asked: "the answerable", another: "other subjects", nearby: "the same without the paragraph", lacking: "the same without the sentence",
	hard: "the same subject", strange: "other subjects"}

// below is the share of sorted values below c, in percent.
func below(sorted []float64, c float64) float64 {
	return 100 * float64(sort.SearchFloat64s(sorted, c)) / float64(len(sorted))
}

// fitAnswers fits weights by logistic regression, shrinks them, and fits trees
// to what is left.
func fitAnswers(ss []evidence) ([]float64, []tree) {
	w := logistic(ss)
	for i := range w {
		w[i] *= shrink
	}
	rows, score := make([][]float32, len(ss)), make([]float64, len(ss))
	for i, s := range ss {
		rows[i], score[i] = s.row, linear(w)(s.row)
	}
	p := answersBoost
	for i := range w {
		p.columns = append(p.columns, i)
	}
	return w, grown(rows, score, p, func(rng *rand.Rand, g, h []float64) (use []int) {
		for i, s := range ss {
			p := 1 / (1 + math.Exp(-score[i]))
			c := classWeight[s.class]
			g[i], h[i] = p*c, p*(1-p)*c
			if answers(s.class) {
				g[i] -= c
			}
			if rng.Float64() < answersBoost.sample {
				use = append(use, i)
			}
		}
		return use
	})
}

func logistic(ss []evidence) []float64 {
	n := len(ss[0].row)
	spread := spreadOf(func(yield func([]float32) bool) {
		for _, s := range ss {
			if !yield(s.row) {
				return
			}
		}
	}, n)
	spread[0] = 1 // the constant
	w, g, opt := make([]float64, n), make([]float64, n), newAdam(n)
	rng := rand.New(rand.NewPCG(1, 2))
	order := rng.Perm(len(ss))
	const epochs, batch = 20, 128
	for e := range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for at := 0; at < len(order); at += batch {
			for i := range g {
				g[i] = answersL2 * w[i]
			}
			some := order[at:min(len(order), at+batch)]
			for _, k := range some {
				s := &ss[k]
				z := 0.0
				for i, x := range s.row {
					z += w[i] * float64(x) / spread[i]
				}
				d := 1 / (1 + math.Exp(-z))
				if answers(s.class) {
					d--
				}
				d *= classWeight[s.class] / float64(len(some))
				for i, x := range s.row {
					g[i] += d * float64(x) / spread[i]
				}
			}
			opt.move(w, g, 0.02*(1-float64(e)/epochs))
		}
	}
	for i := range w {
		w[i] /= spread[i]
	}
	return w
}

// evidenceGroups are the features of the evidence that the ablation takes out together.
var evidenceGroups = []struct{ name, features string }{
	{"nothing", ""},
	{"measured kinds", "want wanttop wantnear wantthree wantgone wantunmet"},
	{"what is counted", "count counttop countthree countunmet"},
	{"whose words", "party partytop partythree partyunmet"},
	{"names and kinds of things", "head headtop headthree headunmet which whichtop"},
	{"pairs of words", "paired pairtop pairany"},
	{"lost figures, before and next", "figurelost relative"},
	{"all of them", "want wanttop wantnear wantthree wantgone wantunmet count counttop countthree countunmet party partytop partythree partyunmet head headtop headthree headunmet which whichtop paired pairtop pairany figurelost relative"},
}

// ablateAnswers prints, without groups of the evidence, what is refused of the
// questions written for news articles where the threshold refuses the share
// refused of those answered and ranked right; each half is measured by a fit to the other.
func ablateAnswers(sets []*eval.Set, folder string) {
	var all []evidence
	for i, set := range sets {
		all = append(all, samplesOf(set, i > 0)...)
	}
	all = append(all, askedSamples(folder)...)
	names := index.JudgeNames()
	for _, group := range evidenceGroups {
		ss := make([]evidence, len(all))
		for k, s := range all {
			s.row = append([]float32(nil), s.row...)
			for i, n := range names {
				if in(group.features)(n) {
					s.row[i] = 0
				}
			}
			ss[k] = s
		}
		scores := make([]float64, len(ss))
		for half := range 2 {
			crossed(ss, scores, func(s *evidence) bool { return s.class >= asked && s.article%2 == half })
		}
		var by [classes][]float64
		for i := range ss {
			by[ss[i].class] = append(by[ss[i].class], scores[i])
		}
		for c := asked; c < classes; c++ {
			sort.Float64s(by[c])
		}
		cut := by[asked][int(refused*float64(len(by[asked])))]
		fmt.Printf("| %s | %.1f | %.1f |\n", group.name, below(by[hard], cut), below(by[strange], cut))
	}
}
