package proof

import (
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand"
	"os"
	"strings"
	"testing"
)

var fit = flag.Bool("fit", false, "fit the weights of rephrased claims again and write weights.go")

// example is a claim of which everything agrees but some words that have no
// counterpart.
type example struct {
	x     [featureCount]float64
	right bool
	real  bool // as somebody wrote it, not made of another by chance
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

// open makes an example of a pair, where it is one that the weights decide.
func exampleOf(p *pair, right, real bool, fold int) (example, bool) {
	_, held, missing := p.accounted()
	if len(missing) == 0 || !p.weighable(held, missing) {
		return example{}, false
	}
	return example{p.features(held, missing), right, real, fold}, true
}

// forgotten are right claims of which the lexicon has forgotten a word or two.
func forgotten(r row, random *rand.Rand) (out []example) {
	for range 4 {
		p, ok := examine(r)
		if !ok {
			return out
		}
		drop := 1 + random.Intn(3)
		for range 40 {
			k := random.Intn(len(p.claim.words))
			w := &p.claim.words[k]
			if w.to < 0 || !w.content() || w.name || w.opening || w.fold == p.sentence.words[w.to].fold && !p.claim.english ||
				!p.claim.verbal(k) && random.Intn(4) > 0 { // what the lexicon lacks are verbs above all
				continue
			}
			w.to, w.known = -1, w.known && random.Intn(4) > 0
			if drop--; drop == 0 {
				break
			}
		}
		if e, ok := exampleOf(p, true, false, foldOf(r)); ok {
			for range int(e.x[manyKindred]) { // what the lexicon lacks it seldom relates
				if random.Intn(3) > 0 {
					e.x[manyKindred]--
				}
			}
			out = append(out, e)
		}
	}
	return out
}

// changed are wrong claims: right ones with a word of another claim in the
// place of one of theirs, or with the end of another claim at theirs.
func changed(r row, others []row, random *rand.Rand) (out []example) {
	p, ok := examine(r)
	if !ok {
		return nil
	}
	for n := range 24 {
		q, ok := examine(others[random.Intn(len(others))])
		if !ok && n%2 == 0 || q.claim.english != p.claim.english {
			continue
		}
		made := r
		if n%2 == 0 {
			a, b := random.Intn(len(p.claim.words)), random.Intn(len(q.claim.words))
			w, v := &p.claim.words[a], &q.claim.words[b]
			if !w.content() || w.to < 0 || !v.content() || v.name || v.opening || w.name || p.claim.acts(a) != q.claim.acts(b) {
				continue
			}
			made.Claim = r.Claim[:w.start] + q.claim.raw(v) + r.Claim[w.end:]
		} else {
			words := strings.Fields(q.claim.text)
			if len(words) < 9 {
				continue
			}
			made.Claim = strings.TrimRight(r.Claim, ".") + " " + strings.Join(words[len(words)-2-random.Intn(4):], " ")
		}
		m, ok := examine(made)
		if !ok {
			continue
		}
		if e, ok := exampleOf(m, false, false, foldOf(r)); ok {
			out = append(out, e)
		}
	}
	return out
}

func examples(all []row) (out []example) {
	random := rand.New(rand.NewSource(1))
	var right []row
	for _, r := range all {
		if r.Right {
			right = append(right, r)
		}
	}
	for _, r := range all {
		if p, ok := examine(r); ok {
			if e, ok := exampleOf(p, r.Right, true, foldOf(r)); ok {
				out = append(out, e)
			}
		}
	}
	for _, r := range right {
		out = append(append(out, forgotten(r, random)...), changed(r, right, random)...)
	}
	return out
}

// fitted are the weights of a logistic regression with a penalty on their
// squares, by gradient descent, without the examples of one fold.
func fitted(all []example, without int) [featureCount]float64 {
	var w, mean, scale [featureCount]float64
	for i := range mean {
		sum, squares, n := 0.0, 0.0, 0.0
		for _, e := range all {
			sum, squares, n = sum+e.x[i], squares+e.x[i]*e.x[i], n+1
		}
		mean[i] = sum / n
		if scale[i] = math.Sqrt(squares/n - mean[i]*mean[i]); scale[i] < 1e-6 {
			mean[i], scale[i] = 0, 1
		}
	}
	var total [2]float64
	weight := func(e example) float64 {
		if e.real {
			return 8
		}
		return 1
	}
	for _, e := range all {
		if e.fold != without {
			total[truth(e)] += weight(e)
		}
	}
	const rate, penalty, steps = 0.5, 0.002, 1500
	for range steps {
		var slope [featureCount]float64
		for _, e := range all {
			if e.fold == without {
				continue
			}
			z := 0.0
			for i, x := range e.x {
				z += w[i] * (x - mean[i]) / scale[i]
			}
			miss := (float64(truth(e)) - 1/(1+math.Exp(-z))) * weight(e) / total[truth(e)] / 2
			for i, x := range e.x {
				slope[i] += miss * (x - mean[i]) / scale[i]
			}
		}
		for i := range w {
			w[i] += rate * (slope[i] - penalty*w[i])
		}
	}
	var out [featureCount]float64
	for i := range w {
		out[i] = w[i] / scale[i]
		out[constant] -= w[i] * mean[i] / scale[i]
	}
	out[constant] += w[constant]
	return out
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
		t.Skip("-fit fits the weights again")
	}
	all := rows(t, "testdata/claims.jsonl")
	list := examples(all)
	var byFold [folds][featureCount]float64
	for f := range folds {
		byFold[f] = fitted(list, f)
	}
	n := map[string]int{}
	for _, e := range list {
		n[fmt.Sprint("right ", e.right, " real ", e.real)]++
	}
	t.Log(n)
	t.Logf("%v\n%s", n, curve(func(r row) Verdict {
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
	if err := os.WriteFile("weights.go", []byte(b.String()), 0o644); err != nil {
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
