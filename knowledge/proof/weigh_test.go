package proof

import (
	"flag"
	"fmt"
	"go/format"
	"hash/fnv"
	"math"
	"os"
	"strings"
	"testing"
)

var fit = flag.Bool("fit", false, "fit the weights of rephrased claims again and write weights.go")

// example is a claim of which everything agrees but some words that have no
// counterpart.
type example struct {
	x     []features
	right bool
	fold  int
}

const folds = 5

func foldOf(r row) int {
	h := fnv.New32()
	h.Write([]byte(r.Sentences[0]))
	return int(h.Sum32() % folds)
}

// examine reads a row; ok where nothing but missing words stands against it.
func examine(r row) (p *pair, ok bool) {
	p = newPair(r.Claim, Evidence{Sentences: r.Sentences, Date: r.Date})
	if len(p.claim.words) == 0 || len(p.sentence.words) == 0 {
		return p, false
	}
	p.align()
	return p, overall(p.compare()) == Proved
}

// exampleOf makes an example of a pair, where it is one that the weights decide.
func exampleOf(p *pair, right bool, fold int) (example, bool) {
	_, held, missing := p.accounted()
	if len(missing) == 0 || !p.weighable(held, missing) {
		return example{}, false
	}
	return example{p.features(held, missing), right, fold}, true
}

func examples(all []row) (out []example) {
	for _, r := range all {
		if p, ok := examine(r); ok {
			if e, ok := exampleOf(p, r.Right, foldOf(r)); ok {
				out = append(out, e)
			}
		}
	}
	return out
}

// fitted are weights by which a claim is right where each of its words is
// other wording by itself: the chance of the claim is the product of those of
// its words. They are found by gradient ascent with a penalty on their squares,
// without the examples of one fold.
func fitted(all []example, without int) [featureCount]float64 {
	mean, scale := spread(all)
	list := make([]example, 0, len(all))
	var total [2]float64
	for _, e := range all {
		if e.fold == without {
			continue
		}
		total[truth(e)]++
		scaled := make([]features, len(e.x))
		for n := range e.x {
			for i := range scale {
				scaled[n][i] = (e.x[n][i] - mean[i]) / scale[i]
			}
		}
		e.x = scaled
		list = append(list, e)
	}
	const rate, penalty, steps = 0.3, 0.1, 600
	var w [featureCount]float64
	bias := 1.0
	for range steps {
		var slope [featureCount]float64
		up := 0.0
		for k := range list {
			e := &list[k]
			sum := 0.0
			miss := make([]float64, len(e.x))
			for n := range e.x {
				z := bias + e.x[n].of(&w)
				sum += logistic(z)
				miss[n] = 1 / (1 + math.Exp(z))
			}
			pull := 0.5 / total[truth(*e)]
			if !e.right {
				pull *= -math.Exp(sum) / max(-math.Expm1(sum), 1e-3)
			}
			for n := range e.x {
				up += pull * miss[n]
				for i, x := range e.x[n] {
					slope[i] += pull * miss[n] * x
				}
			}
		}
		bias += rate * up
		for i := range w {
			w[i] += rate * (slope[i] - penalty*w[i])
		}
	}
	out := [featureCount]float64{constant: bias}
	for i := range w {
		if i != constant {
			out[i] = w[i] / scale[i]
			out[constant] -= w[i] * mean[i] / scale[i]
		}
	}
	return out
}

// spread is the mean and the deviation of each feature.
func spread(all []example) (mean, scale [featureCount]float64) {
	for i := range mean {
		sum, squares, n := 0.0, 0.0, 0.0
		for _, e := range all {
			for k := range e.x {
				sum, squares, n = sum+e.x[k][i], squares+e.x[k][i]*e.x[k][i], n+1
			}
		}
		mean[i] = sum / n
		if scale[i] = math.Sqrt(max(squares/n-mean[i]*mean[i], 0)); scale[i] < 1e-6 {
			mean[i], scale[i] = 0, 1
		}
	}
	return mean, scale
}

func truth(e example) int {
	if e.right {
		return 1
	}
	return 0
}

// TestFit prints what the weights are worth on rows that they were not fitted
// on, at several strictnesses, and writes them.
func TestFit(t *testing.T) {
	if !*fit {
		return // it is a step to take, and nothing that can fail
	}
	all := rows(t, "testdata/claims.jsonl")
	list := examples(all)
	var byFold [folds][featureCount]float64
	for f := range folds {
		byFold[f] = fitted(list, f)
	}
	t.Logf("%d claims\n%s", len(list), curve(func(r row) Verdict {
		kept := weights
		defer func() { weights = kept }()
		weights = byFold[foldOf(r)]
		return r.find().Verdict
	}, all))
	final := fitted(list, -1)
	var b strings.Builder
	b.WriteString("package proof\n\n// weights are fitted by `go test ./knowledge/proof -run TestFit -fit`.\nvar weights = [featureCount]float64{\n")
	for i, w := range final {
		fmt.Fprintf(&b, "\t%.4f, // %d\n", w, i)
	}
	b.WriteString("}\n")
	code, err := format.Source([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("weights.go", code, 0o644); err != nil {
		t.Fatal(err)
	}
}

// curve is what stricter and looser proof gives: how many of the claims are
// proved at several strictnesses, the strictest of which lets no word stand for
// one that the lexicon does not know it to stand for.
func curve(verdict func(row) Verdict, all []row) string {
	was := strictness
	defer func() { strictness = was }()
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s %13s %13s\n", "strictness", "right proved", "wrong proved")
	for _, strictness = range []float64{1000, 4, 3, 2, 1.5, 1, 0.5, 0, -1, -1000} {
		var proved, total [2]int
		for _, r := range all {
			k := 0
			if r.Right {
				k = 1
			}
			total[k]++
			if verdict(r) == Proved {
				proved[k]++
			}
		}
		fmt.Fprintf(&b, "%-10g %4d %7.1f%% %4d %7.1f%%\n", strictness, proved[1], 100*float64(proved[1])/float64(total[1]), proved[0], 100*float64(proved[0])/float64(total[0]))
	}
	return b.String()
}

// TestCurve shows what other strictnesses would give, on the claims that the
// weights are fitted on and on those that are held out.
func TestCurve(t *testing.T) {
	verdict := func(r row) Verdict { return r.find().Verdict }
	got := "claims\n" + curve(verdict, rows(t, "testdata/claims.jsonl")) + "\nheld out\n" + curve(verdict, rows(t, "testdata/heldout.jsonl"))
	compare(t, "testdata/curve.golden", got)
}

// TestSwappedWords changes one word of what is said into another that stands in
// its place.
func TestSwappedWords(t *testing.T) {
	const (
		sent  = "La Suisse a envoyé environ 300 secouristes pour former des équipes au Pérou, a annoncé lundi la Confédération."
		units = "Le canton peut confirmer que des unités militaires ont été déployées dans la vallée."
		near  = "L'accord renforcera les troupes serbes près de la Hongrie."
		view  = "La présidente de l'office Rosa Clerc a insisté sur le tournant que représentait l'envoi de secouristes suisses."
		maybe = "La crue aura «probablement» pour conséquence «un recul des ventes», a dit Rosa Clerc."
	)
	for _, test := range []struct{ claim, sentence string }{
		{"Switzerland sent about 300 lorries to Peru.", sent},
		{"La Suisse a envoyé environ 300 secouristes pour évacuer des équipes au Pérou, a annoncé lundi la Confédération.", sent},
		{"The canton confirmed that economic units were deployed in the valley.", units},
		{"The deal will strengthen Hungarian troops near Hungary.", near},
		{"Office president Rosa Clerc welcomed the sending of Swiss rescuers.", view},
		{"The flood will lead to a fall in sales, Rosa Clerc said.", maybe},
	} {
		if got := Claim(test.claim, Evidence{Sentences: []string{test.sentence}}); got.Verdict == Proved {
			t.Errorf("%q is proved", test.claim)
		}
	}
}
