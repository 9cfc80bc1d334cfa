package index

import (
	"slices"

	"verbatim/knowledge"
)

// Paragraphs ranks the paragraphs of the index for a question, those of the
// article with this id alone where it is not empty, and returns the best k.
// Every paragraph is ranked, so that there are k wherever there are k.
func (x *Index) Paragraphs(question, articleID string, k int) []Passage {
	article := -1
	if articleID != "" {
		a, ok := x.byID[articleID]
		if !ok {
			return nil
		}
		article = a
	}
	s := x.begin(question)
	defer s.leave()
	s.findParagraphs(article)
	out := make([]Passage, 0, k)
	taken := make(map[int32]bool, k)
	for _, p := range s.found[:min(k, len(s.found))] {
		out = append(out, x.passage(p.paragraph, float64(p.score)))
		taken[p.paragraph] = true
	}
	floor := 0.0
	if len(out) > 0 {
		floor = min(0, out[len(out)-1].Score)
	}
	for p := int32(0); len(out) < k && int(p) < len(x.paragraphs)-1; p++ {
		if a := int(x.sentences[x.paragraphs[p]].article); !taken[p] && (article < 0 || a == article) {
			out = append(out, x.passage(p, floor))
		}
	}
	return out
}

func (x *Index) passage(p int32, score float64) Passage {
	lo, hi := x.paragraphs[p], x.paragraphs[p+1]-1
	a := x.articles[x.sentences[lo].article]
	first, last := a.Sentences[x.sentences[lo].number-1], a.Sentences[x.sentences[hi].number-1]
	return Passage{Article: a, Span: knowledge.Span{Start: first.Start, End: last.End}, Score: score}
}

// ParagraphFeatures returns the paragraphs that are read closely for a
// question and what the ranker weighs of each.
func (x *Index) ParagraphFeatures(question string) (found []Passage, rows [][]float32) {
	s := x.begin(question)
	defer s.leave()
	s.findParagraphs(-1)
	for i := range s.found {
		found = append(found, x.passage(s.found[i].paragraph, 0))
		rows = append(rows, slices.Clone(s.found[i].f[:]))
	}
	return found, rows
}

// ParagraphFeatureNames are the columns of [Index.ParagraphFeatures].
func ParagraphFeatureNames() []string {
	return []string{"bm25", "bm25share", "cover", "exact", "names", "figures", "rarest", "bestcover", "bestbm25", "near", "pairs",
		"bigrams", "function", "title", "article", "titlecover", "missing", "length", "first", "alone", "answers", "stembm25", "stemcover", "functionbm25", "weight", "nameweight", "articlebest", "articlesum", "articlecover", "sumbigrams", "unique", "sentence", "sentencesum", "sentenceshare", "found", "neighbour"}
}
