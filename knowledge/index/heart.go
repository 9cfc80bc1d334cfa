package index

import (
	_ "embed"
	"math"
)

// The features of a word that may be the heart of an answer.
const (
	qMatched          = iota // stands for a word of the question
	qNear                    // weight of the matches near it
	qNearest                 // closeness of the nearest match
	qAfter                   // follows the nearest match
	qClause                  // share of the matches in its clause
	qAfterBy                 // follows « par »
	qAfterOf                 // follows « de »
	qAfterIn                 // follows a preposition of place or time
	qAfterIs                 // follows a form of être within three words
	qFocus                   // follows the noun after « quel » within two words
	qBracket                 // in parentheses
	qQuoted                  // in guillemets
	qFirst                   // first of its sentence
	qRare                    // how rare it is in common French
	qPlace                   // how far into the sentence
	qTyped                   // kind of question × what the word is
	quoteFeatureCount = qTyped + kindCount*wordTypes
)

// What a word can be.
const (
	tName = iota
	tFigure
	tYear
	tDate
	tCounting
	tReason
	tCapital
	tFunction
	tPlain
	tMeasured // a figure before a unit
	wordTypes
)

type quoteFeatures [quoteFeatureCount]float32

// QuoteFeatureNames are the columns of [Index.QuoteFeatures].
func QuoteFeatureNames() []string {
	out := []string{"matched", "near", "nearest", "after", "clause", "afterby", "afterof", "afterin", "afteris", "focus",
		"bracket", "quoted", "first", "rare", "place"}
	for k := range kindCount {
		for t := range wordTypes {
			out = append(out, "k"+string(rune('a'+k))+"t"+string(rune('a'+t)))
		}
	}
	return out
}

//go:embed quotes.model
var quoteModelText string

var quoteModel = mustModel(quoteModelText, QuoteFeatureNames())

// typeOf is what word k is.
func (r *reader) typeOf(k int) int {
	c := r.class(k)
	switch {
	case c&year != 0:
		return tYear
	case c&figure != 0:
		if k+1 < len(r.words) && r.class(k+1)&measure != 0 {
			return tMeasured
		}
		return tFigure
	case r.tokens[k].isName(c):
		return tName
	case c&(month|clock) != 0:
		return tDate
	case c&counting != 0:
		return tCounting
	case c&reason != 0:
		return tReason
	case c&function != 0:
		return tFunction
	case r.tokens[k].shape&capital != 0:
		return tCapital
	}
	return tPlain
}

// describe fills the features of word k, all but those of its type, of which it
// sets one and returns its place.
func (r *reader) describe(k int, f *quoteFeatures) (typed int) {
	clear(f[:qTyped])
	s := r.s
	f[qMatched] = r.match[k]
	nearest, after := quoteReachWords+1, false
	for _, at := range r.hits {
		j := int(at)
		d := k - j
		if d < 0 {
			d = -d
		}
		if d == 0 || d > quoteReachWords {
			continue
		}
		f[qNear] += r.match[j] * s.weight[r.term[j]] * closeness[d]
		if d < nearest {
			nearest, after = d, j < k
		}
	}
	if s.total > 0 {
		f[qNear] /= s.total
		f[qClause] = r.weight[r.clause[k]] / s.total
	}
	f[qNearest] = nearestCloseness[nearest]
	f[qAfter] = flag(after)
	leads := r.leads[k]
	f[qAfterIs], f[qAfterBy] = flag(leads&leadsIs != 0), flag(leads&leadsBy != 0)
	f[qAfterOf], f[qAfterIn] = flag(leads&leadsOf != 0), flag(leads&leadsIn != 0)
	if s.q.focus >= 0 {
		for j := max(0, k-2); j < k; j++ {
			if int(r.term[j]) == s.q.focus {
				f[qFocus] = 1
			}
		}
	}
	f[qBracket] = flag(r.inside[k]&bracketed != 0)
	f[qQuoted] = flag(r.inside[k]&quoted != 0)
	f[qFirst] = flag(k == 0)
	f[qRare] = s.x.words.form[r.tokens[k].form].rare
	f[qPlace] = float32(k) / float32(len(r.words))
	typed = qTyped + int(s.q.kind)*wordTypes + r.typeOf(k)
	f[typed] = 1
	return typed
}

// closeness is what a match counts at a distance.
var closeness = func() (out [256]float32) {
	for d := range out {
		out[d] = 1 / float32(2+d)
	}
	return out
}()

// nearestCloseness is what the nearest match counts at a distance, one beyond
// the reach where there is none.
var nearestCloseness = func() (out [quoteReachWords + 2]float32) {
	for d := range out {
		out[d] = 1 / float32(1+d)
	}
	out[quoteReachWords+1] = 0.01
	return out
}()

// quoteReachWords is how far from a word matches are seen.
const quoteReachWords = 12

// weighWords fills r.chance with how likely each word is the heart of the answer.
func (r *reader) weighWords() {
	r.chance, r.tried = r.chance[:0], r.tried[:0]
	var f quoteFeatures
	weights := (*[qTyped]float32)(quoteModel.weights)
	top := float32(-1e9)
	for k := range r.words {
		typed := r.describe(k, &f)
		v := quoteModel.weights[typed]
		f[typed] = 0
		var odd float32
		for i := 0; i+1 < qTyped; i += 2 {
			v += weights[i] * f[i]
			odd += weights[i+1] * f[i+1]
		}
		v += odd + weights[qTyped-1]*f[qTyped-1]
		top = max(top, v)
		r.chance, r.tried = append(r.chance, v), append(r.tried, 0)
	}
	sum := float32(0)
	for k, v := range r.chance {
		r.chance[k] = 0
		if v > top-hopeless {
			r.chance[k] = float32(math.Exp(float64(v - top)))
			sum += r.chance[k]
		}
	}
	for k := range r.chance {
		r.chance[k] /= sum
	}
}

// hopeless is how far below the best a word has no chance to speak of.
const hopeless = 9
