// Command train fits the models of the index to a question set in the fields
// of SQuAD, and writes them beside the index: which sentence answers (French,
// English), which paragraph does, which words of a sentence are the answer, and
// whether an article answers at all. It prints what cross-validation over
// articles measures; no fit sees the articles that it is measured on.
//
//	VERBATIM_TESTDATA=/path/to/data go generate ./knowledge/index
//
// A model that names a feature which is no more is emptied by hand first.
// The folder holds eval/piaf_dev.jsonl and eval/piaf_dev_en.jsonl. The result
// is the same on every run.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"verbatim/knowledge/eval"
	"verbatim/knowledge/index"
)

// folds is how many parts the articles are cut into for cross-validation.
const folds = 5

// sentenceBoost and paragraphBoost are the trees on top of the linear fits,
// which are shrunk for them.
var (
	sentenceBoost  = boostParams{trees: 30, depth: 3, rate: 0.15, lambda: 3, minHess: 2, sample: 0.7}
	paragraphBoost = sentenceBoost
)

func main() {
	out := flag.String("out", ".", "folder of the index, where the models are written")
	only := flag.String("only", "", "fit one model (priors, sentences, english, paragraphs, quotes, answers), or print the ablation")
	asked := flag.String("asked", "../eval/testdata", "folder of the questions written for news articles")
	flag.Parse()
	dir := filepath.Join(os.Getenv("VERBATIM_TESTDATA"), "eval")
	french, english := filepath.Join(dir, "piaf_dev.jsonl"), filepath.Join(dir, "piaf_dev_en.jsonl")
	jobs := []struct {
		name string
		run  func(path string)
	}{
		{"priors.txt", func(path string) { writePriors(readSet(french, ""), path) }},
		{"sentences.model", func(path string) {
			trainRanker(sentenceQueries(french, ""), index.FeatureNames(), sentenceBoost, path)
		}},
		{"english.model", func(path string) {
			both := append(sentenceQueries(french, ""), sentenceQueries(french, english)...)
			trainRanker(both, index.FeatureNames(), sentenceBoost, path)
		}},
		{"paragraphs.model", func(path string) {
			both := append(paragraphQueries(french, ""), paragraphQueries(french, english)...)
			trainRanker(both, index.ParagraphFeatureNames(), paragraphBoost, path)
		}},
		{"quotes.model", func(path string) {
			trainQuotes([]*eval.Set{readSet(french, ""), readSet(french, english)}, path)
		}},
		{"answers.model", func(path string) {
			trainAnswers([]*eval.Set{readSet(french, ""), readSet(french, english)}, *asked, path)
		}},
	}
	if *only == "ablation" {
		ablate(sentenceQueries(french, ""), index.FeatureNames())
		ablateAnswers([]*eval.Set{readSet(french, ""), readSet(french, english)}, *asked)
		return
	}
	for _, j := range jobs {
		if *only == "" || *only == j.name[:len(j.name)-len(filepath.Ext(j.name))] {
			fmt.Println(j.name)
			j.run(filepath.Join(*out, j.name))
		}
	}
}

// readSet reads a data file; questions, where it is not empty, is a file of the
// questions that are asked instead.
func readSet(data, questions string) *eval.Set {
	f, err := os.Open(data)
	check(err)
	defer f.Close()
	set, err := eval.Read(f)
	check(err)
	if questions != "" {
		q, err := os.Open(questions)
		check(err)
		defer q.Close()
		check(set.Ask(q))
	}
	return set
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}
