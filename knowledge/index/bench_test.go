package index_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

// questionSet reads the French question set of the shared test data.
func questionSet(tb testing.TB) *eval.Set {
	dir := os.Getenv("VERBATIM_TESTDATA")
	if dir == "" {
		tb.Skip("VERBATIM_TESTDATA is not set")
	}
	f, err := os.Open(filepath.Join(dir, "eval", "piaf_dev.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	set, err := eval.Read(f)
	if err != nil {
		tb.Fatal(err)
	}
	return set
}

// spread reports the median and the 99th percentile of what f takes.
func spread(b *testing.B, f func(i int)) {
	took := make([]time.Duration, b.N)
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		start := time.Now()
		f(i)
		took[i] = time.Since(start)
	}
	b.StopTimer()
	slices.Sort(took)
	b.ReportMetric(float64(took[b.N/2].Nanoseconds())/1000, "p50-µs")
	b.ReportMetric(float64(took[b.N*99/100].Nanoseconds())/1000, "p99-µs")
}

// pieces cuts the set's sentences into articles of n sentences, each with the
// questions that are answered there.
func pieces(set *eval.Set, n int) (articles []*knowledge.Article, asked [][2]string) {
	type place struct{ article, sentence int }
	of := map[place]int{}
	var text strings.Builder
	var a *knowledge.Article
	finish := func() {
		if a != nil {
			a.Text = text.String()
			articles = append(articles, a)
		}
		text.Reset()
		a = nil
	}
	for k, from := range set.Articles {
		for _, s := range from.Sentences {
			if a == nil {
				a = &knowledge.Article{ID: fmt.Sprint(len(articles)), Language: "fr"}
			}
			start := text.Len()
			text.WriteString(from.Cut(s.Span))
			number := len(a.Sentences) + 1
			a.Sentences = append(a.Sentences, knowledge.Sentence{Number: number, Paragraph: (number + 4) / 5,
				Kind: knowledge.KindProse, Span: knowledge.Span{Start: start, End: text.Len()}})
			text.WriteString("\n")
			of[place{k, s.Number}] = len(articles)
			if number == n {
				finish()
			}
		}
	}
	finish()
	for i := range set.Rows {
		r := &set.Rows[i]
		if n, ok := of[place{r.Article(), set.Gold(r)}]; ok {
			asked = append(asked, [2]string{r.Question, fmt.Sprint(n)})
		}
	}
	return articles, asked
}

func BenchmarkSearchArticle(b *testing.B) {
	articles, asked := pieces(questionSet(b), 30)
	indexes := make([]*index.Index, len(articles))
	byID := map[string]int{}
	for i, a := range articles {
		indexes[i] = index.New([]*knowledge.Article{a})
		byID[a.ID] = i
	}
	for _, q := range asked {
		indexes[byID[q[1]]].Search(q[0], "", 10)
	}
	spread(b, func(i int) {
		q := asked[i%len(asked)]
		indexes[byID[q[1]]].Search(q[0], "", 10)
	})
}

// BenchmarkSearchArticleOnce asks every question once, its words new: run it
// with as many iterations as there are questions (-benchtime 3900x).
func BenchmarkSearchArticleOnce(b *testing.B) {
	articles, asked := pieces(questionSet(b), 30)
	indexes := map[string]*index.Index{}
	for _, a := range articles {
		indexes[a.ID] = index.New([]*knowledge.Article{a})
	}
	spread(b, func(i int) {
		q := asked[i%len(asked)]
		indexes[q[1]].Search(q[0], "", 10)
	})
}

func BenchmarkNew(b *testing.B) {
	articles, _ := pieces(questionSet(b), 30)
	sentences := 0
	b.ResetTimer()
	for i := range b.N {
		a := articles[i%len(articles)]
		index.New([]*knowledge.Article{a})
		sentences += len(a.Sentences)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/1000/float64(sentences), "µs/sentence")
}

// library makes articles of at least n sentences out of those given: again and
// again, in each copy one word in ten replaced and rare words spelt anew.
func library(articles []*knowledge.Article, n int) (out []*knowledge.Article) {
	rng := rand.New(rand.NewPCG(1, 2))
	seen := map[string]int{}
	var bag []string
	for _, a := range articles {
		for w := range strings.FieldsSeq(a.Text) {
			seen[w]++
			bag = append(bag, w)
		}
	}
	for copies := 0; n > 0; copies++ {
		for _, a := range articles {
			c := &knowledge.Article{ID: fmt.Sprintf("%d-%s", copies, a.ID), Language: "fr"}
			var text strings.Builder
			for _, s := range a.Sentences {
				start := text.Len()
				for k, w := range strings.Fields(a.Cut(s.Span)) {
					if copies > 0 && rng.Float64() < 0.1 {
						w = bag[rng.IntN(len(bag))]
					} else if copies > 0 && seen[w] <= 2 && rng.Float64() < 0.5 {
						w += fmt.Sprintf("%c%c", 'a'+copies%26, 'a'+copies/26)
					}
					if k > 0 {
						text.WriteByte(' ')
					}
					text.WriteString(w)
				}
				s.Span = knowledge.Span{Start: start, End: text.Len()}
				c.Sentences = append(c.Sentences, s)
				text.WriteByte('\n')
			}
			c.Text = text.String()
			out = append(out, c)
			if n -= len(c.Sentences); n <= 0 {
				return out
			}
		}
	}
	return out
}

// BenchmarkSearchLibrary asks libraries of a thousand to a hundred thousand
// sentences; the table in the package's documentation is of it.
func BenchmarkSearchLibrary(b *testing.B) {
	articles, asked := pieces(questionSet(b), 30)
	for _, sentences := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(sentences), func(b *testing.B) {
			lib := library(articles, sentences)
			before := heap()
			forgetPeak()
			start := time.Now()
			x := index.New(lib)
			built := time.Since(start)
			size := heap() - before
			for _, q := range asked[:400] {
				x.Search(q[0], "", 10)
			}
			spread(b, func(i int) { x.Search(asked[(i*7)%len(asked)][0], "", 10) })
			b.ReportMetric(float64(built.Nanoseconds())/1000/float64(sentences), "build-µs/sentence")
			b.ReportMetric(size/(1<<20), "MiB")
			b.ReportMetric(peak(), "peak-MiB")
			runtime.KeepAlive(lib)
		})
	}
}

// forgetPeak makes peak count from what is held now.
func forgetPeak() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // Linux; elsewhere there is no peak either
}

// peak is how many MiB the process has held since, its data too; 0 where the
// system does not say.
func peak() (mib float64) {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		if n, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kib, _ := strconv.ParseFloat(strings.Fields(n)[0], 64)
			mib = kib / 1024
		}
	}
	return mib
}

// heap is how many bytes are in use.
func heap() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// englishQuestions reads the English questions of the shared test data.
func englishQuestions(tb testing.TB, set *eval.Set) {
	f, err := os.Open(filepath.Join(os.Getenv("VERBATIM_TESTDATA"), "eval", "piaf_dev_en.jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	if err := set.Ask(f); err != nil {
		tb.Fatal(err)
	}
}

func BenchmarkSearchArticleEnglish(b *testing.B) {
	set := questionSet(b)
	englishQuestions(b, set)
	articles, asked := pieces(set, 30)
	indexes := make([]*index.Index, len(articles))
	byID := map[string]int{}
	for i, a := range articles {
		indexes[i] = index.New([]*knowledge.Article{a})
		byID[a.ID] = i
	}
	for _, q := range asked {
		indexes[byID[q[1]]].Search(q[0], "", 10)
	}
	spread(b, func(i int) {
		q := asked[i%len(asked)]
		indexes[byID[q[1]]].Search(q[0], "", 10)
	})
}
