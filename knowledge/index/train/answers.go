package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
	"strings"

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

// trainAnswers cross-validates and fits the model that tells whether an article
// answers. Its threshold, one half, is where the share refused of the answerable
// questions of the large set in the same language is refused.
func trainAnswers(sets []*eval.Set, folder, path string) {
	ss := allSamples(sets, folder)
	scores := crossed(ss)
	cuts := thresholdsOf(ss, scores)
	report(ss, scores, cuts)
	w, trees := fitAnswers(fittedOf(ss, -1))
	w[0] -= cuts[0]
	for i, name := range index.JudgeNames() {
		if name == "english" {
			w[i] -= cuts[1] - cuts[0]
		}
	}
	writeModel(path, index.JudgeNames(), w, trees)
}

func allSamples(sets []*eval.Set, folder string) (ss []evidence) {
	for i, set := range sets {
		ss = append(ss, samplesOf(set, corpus(i))...)
	}
	return append(ss, askedSamples(folder)...)
}

// fittedOf are the samples that a fit sees which is measured on a fold.
func fittedOf(ss []evidence, fold int) (out []evidence) {
	for i := range ss {
		if s := &ss[i]; s.corpus != unseen && s.article%folds != fold {
			out = append(out, *s)
		}
	}
	return out
}

// crossed scores each sample by a fit that sees nothing of its article.
func crossed(ss []evidence) []float64 {
	scores := make([]float64, len(ss))
	for fold := range folds {
		score(ss, scores, fittedOf(ss, fold), func(s *evidence) bool { return s.corpus != unseen && s.article%folds == fold })
	}
	score(ss, scores, fittedOf(ss, -1), func(s *evidence) bool { return s.corpus == unseen })
	return scores
}

// score scores the samples of which is true by a fit to fitted.
func score(ss []evidence, scores []float64, fitted []evidence, which func(s *evidence) bool) {
	w, trees := fitAnswers(fitted)
	for i := range ss {
		if s := &ss[i]; which(s) {
			scores[i] = linear(w)(s.row)
			for _, t := range trees {
				scores[i] += t.predict(s.row)
			}
			if index.Doubtful(s.row) {
				scores[i] = min(scores[i], doubted)
			}
		}
	}
}

// doubted is below all scores of fits.
const doubted = -20

// thresholdsOf are the scores, in French and in English, below which is refused.
func thresholdsOf(ss []evidence, scores []float64) (cuts [2]float64) {
	var own [2][]float64
	for i := range ss {
		if s := &ss[i]; s.class == answered {
			own[s.corpus] = append(own[s.corpus], scores[i])
		}
	}
	for l := range own {
		sort.Float64s(own[l])
		cuts[l] = own[l][int(refused*float64(len(own[l])))]
	}
	return cuts
}

// share is some of many.
type share struct{ some, all int }

func (s share) String() string {
	return fmt.Sprintf("%.1f (%d)", 100*float64(s.some)/float64(max(1, s.all)), s.all)
}

// refusals count what is refused, by class.
type refusals struct {
	of  [classes]share
	all share // of the answerable, those that the ranker does not bring first too
}

// refusalsOf counts the refusals of a corpus in a language.
func refusalsOf(ss []evidence, scores []float64, cuts [2]float64, of corpus, english bool) (r refusals) {
	for i := range ss {
		s := &ss[i]
		if s.corpus != of || s.english != english {
			continue
		}
		low, l := 0, 0
		if english {
			l = 1
		}
		if scores[i] < cuts[l] {
			low = 1
		}
		if answers(s.class) {
			r.all.some += low
			r.all.all++
		}
		if !s.missed {
			r.of[s.class].some += low
			r.of[s.class].all++
		}
	}
	return r
}

// report prints what is refused of each corpus, in percent.
func report(ss []evidence, scores []float64, cuts [2]float64) {
	for c := range corpora {
		for _, english := range []bool{false, true} {
			r := refusalsOf(ss, scores, cuts, c, english)
			if r.all.all == 0 {
				continue
			}
			fmt.Printf("  %s, %s: refused of the answerable %v", corpusNames[c], map[bool]string{true: "English", false: "French"}[english], r.all)
			for k, s := range r.of {
				if s.all > 0 {
					fmt.Printf(", %s %v", classNames[k], s)
				}
			}
			fmt.Println()
		}
	}
}

var classNames = [...]string{answered: "of those ranked right", asked: "of those ranked right", another: "other subjects", nearby: "without the paragraph", lacking: "without the sentence",
	hard: "the same subject", strange: "other subjects"}

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
	p.signs = signsOf()
	for i := range w {
		p.columns = append(p.columns, i)
	}
	return w, grown(rows, score, p, func(rng *rand.Rand, g, h []float64) (use []int) {
		for i, s := range ss {
			p := 1 / (1 + math.Exp(-score[i]))
			c := s.weight()
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
	signs := signsOf()
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
				d *= s.weight() / float64(len(some))
				for i, x := range s.row {
					g[i] += d * float64(x) / spread[i]
				}
			}
			opt.move(w, g, 0.02*(1-float64(e)/epochs))
			for i, sign := range signs {
				if float64(sign)*w[i] < 0 {
					w[i] = 0
				}
			}
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
	{"senses, names and phrases as wholes", "sureown surenear sureplainown sureplainnear sureheaviest surelost surelostown surenamelost lostshare"},
	{"measured kinds", "want wanttop wantnear wantthree wantgone wantunmet wantelse"},
	{"what is counted", "count counttop countthree countunmet countfree countlost"},
	{"whose words", "party partytop partythree partyunmet partyelse"},
	{"names and kinds of things", "head headtop headthree headunmet which whichtop"},
	{"what is left open", "slottop slotnear focuslost officelost verblost verbgone"},
	{"countries, figures, before and next, future", "landgone figurelost relative future futureunmet"},
	{"features of the best sentence", strings.Join(topNames(), " ")},
	{"length of the article", "sentences"},
}

// topNames are the features that the ranker has of the best sentence.
func topNames() (out []string) {
	for _, n := range index.JudgeNames() {
		if strings.HasPrefix(n, "top") {
			out = append(out, n)
		}
	}
	return out
}

// ablateAnswers prints, without groups of the evidence, what is refused.
func ablateAnswers(sets []*eval.Set, folder string) {
	all := allSamples(sets, folder)
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
		scores := crossed(ss)
		fmt.Printf("| %s |%s\n", group.name, tableRow(ss, scores))
	}
}

// tableRow is what is refused of questions of other articles, in French and in
// English, and of those on the subject: those by cross-validation, and unseen.
func tableRow(ss []evidence, scores []float64) string {
	cuts := thresholdsOf(ss, scores)
	sum := func(class int, of ...corpus) (s share) {
		for _, c := range of {
			for _, english := range []bool{false, true} {
				r := refusalsOf(ss, scores, cuts, c, english).of[class]
				s.some, s.all = s.some+r.some, s.all+r.all
			}
		}
		return s
	}
	out := ""
	for _, s := range []share{sum(another, frenchSet), sum(another, englishSet), sum(hard, news, reports, ofSample), sum(asked, news, reports, ofSample),
		sum(hard, unseen), sum(asked, unseen)} {
		out += fmt.Sprintf(" %.1f |", 100*float64(s.some)/float64(s.all))
	}
	return out
}
