package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"

	"verbatim/knowledge"
	"verbatim/knowledge/eval"
	"verbatim/knowledge/french"
)

// leastArticles is how many articles must have a stem for it to stand in the
// table: rarer ones are the articles' own.
const leastArticles = 4

// writePriors counts in how many sentences of the data each stem stands.
func writePriors(set *eval.Set, path string) {
	sentences, articles := map[string]int{}, map[string]int{}
	all := 0
	for _, a := range set.Articles {
		inArticle := map[string]bool{}
		for _, s := range a.Sentences {
			if s.Kind != knowledge.KindProse {
				continue
			}
			all++
			here := map[string]bool{}
			text := a.Cut(s.Span)
			for _, w := range french.Words(text) {
				if !w.Elided {
					stem := string(french.Stem([]byte(french.Fold(text[w.Start:w.End]))))
					here[stem], inArticle[stem] = true, true
				}
			}
			for stem := range here {
				sentences[stem]++
			}
		}
		for stem := range inArticle {
			articles[stem]++
		}
	}
	var out []string
	for stem, n := range sentences {
		if articles[stem] >= leastArticles {
			out = append(out, fmt.Sprintf("%s %d", stem, max(1, n*10000/all)))
		}
	}
	sort.Strings(out)
	w, err := os.Create(path)
	check(err)
	b := bufio.NewWriter(w)
	for _, line := range out {
		fmt.Fprintln(b, line)
	}
	check(b.Flush())
	check(w.Close())
}
