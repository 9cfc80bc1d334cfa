// Package index finds the sentences that answer a question, with no model and
// no network.
//
// [New] cuts every sentence into words once, and [NewTranslated] those of stored
// English translations too (translation.go). [Index.Search] reads the question
// (question.go), finds which words of the articles stand for its words
// (bind.go), marks them in the sentences of the article asked, or in those that
// share its rarest words where there are many (scan.go), says of each sentence
// what a linear model weighs (features.go, model.go), and reads off the best
// ones the part that answers (quote.go) and whether they answer at all
// (confidence.go: by the words that it surely has, evident.go and sense.go, and
// by whether it gives what is asked for, evidence.go, slot.go, count.go,
// party.go, future.go). Over a library the paragraphs that share most with the
// question are found first (gather.go), read closely (closely.go) and ranked
// (paragraph.go), and the sentences of the best ones' articles after them;
// articles of the time that is asked about are preferred (period.go).
//
// # Cost
//
// Questions to one article of 30 sentences, and to libraries of such articles,
// asked one after another on one core of an AMD EPYC (medians of three runs of
// go test -bench .). The memory is that of the index; the peak that of the
// process, with the articles, while it builds and asks.
//
//	sentences   one question, p50 / p99   build, a sentence   memory    peak
//	       30         26 µs /   57 µs           15 µs
//	    1,000        0.19 ms / 0.46 ms          10 µs          1.1 MiB   31 MiB
//	   10,000        0.29 ms / 0.79 ms           8 µs          6.5 MiB   47 MiB
//	  100,000        0.69 ms / 2.2  ms           8 µs           54 MiB  153 MiB
//
// An English question to one article takes 29 µs / 75 µs. In the steady state
// a question to an article allocates what it returns, and a little more where
// it is English.
//
// What is new costs more, for the lexicon is read for each word that was not
// seen before: an article is built in 25 µs a sentence, a question to it takes
// 43 µs / 0.22 ms where it is asked once (BenchmarkSearchArticleOnce). Words are
// looked up when an article is indexed, what a sentence says is put together
// when it is first judged (sense.go); of a library the words that are judged
// alone are looked up.
package index

// Each step uses what the one before it wrote.
//
//go:generate go run ./train -only priors
//go:generate go run ./train -only sentences
//go:generate go run ./train -only english
//go:generate go run ./train -only paragraphs
//go:generate go run ./train -only quotes
//go:generate go run ./train -only answers

import (
	"sync"
	"sync/atomic"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
)

// Hit is a sentence that was found.
type Hit struct {
	Article  *knowledge.Article
	Sentence int            // its number
	Score    float64        // comparable within one Result only
	Quote    knowledge.Span // the part that answers, in bytes of Article.Text, inside the sentence; empty in hits that are no answer
	Repeats  bool           // the sentence says word for word what one above it says
}

// Result is what a search found.
type Result struct {
	Hits       []Hit    // best first
	Answered   bool     // whether the best sentences seem to hold the answer
	Confidence float64  // 0 to 1: how sure that is
	Absent     []string // names, figures and dates of the question that no article searched has, as the question spells them
}

// Passage is a paragraph that was found.
type Passage struct {
	Article        *knowledge.Article
	knowledge.Span         // from its first sentence to its last, in bytes of Article.Text
	Score          float64 // comparable within one ranking only
}

// Index is built once over articles and then only read; searches may run at once.
type Index struct {
	articles []*knowledge.Article
	byID     map[string]int
	words    vocabulary

	sentences  []sentence // of all articles, in order
	tokens     []token    // of all sentences, in order
	paragraph  []int32    // of each sentence, in paragraphs
	lengths    []int32    // tokens of each paragraph
	paragraphs []int32    // the first sentence of each paragraph, and one past the last
	titles     [][]token  // of each article, the words of its title where it has one
	firsts     []int32    // the first sentence of each article, and one past the last

	postings []posting // of all stems, by stem and sentence
	lists    []int32   // where the postings of each stem begin, and one past the last
	spread   []int32   // how many paragraphs have each stem
	mean     float32   // tokens a sentence

	translation *translation // nil where no article has one

	sounds func() map[string]uint32               // forms by what they sound like, made when first asked for
	senses []atomic.Pointer[[]sensed]             // of each sentence, found when first asked for
	own    sync.Pool                              // *search, of a large index
	said   []atomic.Pointer[[]french.Attribution] // of each sentence, who says what, read when first asked for
}

// sentence is what is known of a sentence before any question is asked.
type sentence struct {
	first     int32 // in Index.tokens; the next sentence's is one past the last
	article   int32
	paragraph int32 // in Index.paragraphs
	number    int32 // in the article, from 1
	twin      int32 // the sentence of the same article with the same words that is shown in its place, or -1
	offers    offer
	gives     gift
	counts    counts
	kind      uint8
	leads     bool // begins with a pronoun or demonstrative that points at the sentence before
	uneven    bool // where its words stand is not to be read off its tokens
}

// counts are how many words of some classes a sentence has, up to 255.
type counts struct{ names, figures, dates, years uint8 }

// token is a word in its place.
type token struct {
	form  uint32 // in vocabulary.forms
	class class
	shape shape
	size  uint8 // in bytes
}

// posting says that a sentence has a stem, and how often, up to mostCounted.
type posting uint32

const (
	countBits   = 5
	mostCounted = 1<<countBits - 1
)

func newPosting(sentence, count int) posting { return posting(sentence<<countBits | count) }

func (p posting) sentence() int32 { return int32(p >> countBits) }
func (p posting) count() int      { return int(p & mostCounted) }
