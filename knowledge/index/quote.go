package index

import (
	_ "embed"
	"math"
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
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

// reader is a sentence cut for quoting.
type reader struct {
	s      *search
	text   string
	at     int // of the sentence in the article, in bytes
	words  []french.Word
	tokens []token
	clause []int16 // the clause of each word
	inside []uint8 // bracketed, quoted
	leads  []uint8 // what each word leads to, as bits of its features
	match  []float32
	term   []int16
	hits   []int16   // the words that match
	weight []float32 // matched weight of each clause
	chance []float32 // that each word is the heart of the answer
	tried  []uint8   // words of phrases that were weighed
}

const (
	bracketed = 1 << iota
	quoted
)

// read cuts sentence i.
func (s *search) read(i int) *reader {
	r := &s.reader
	sent := s.x.sentences[i]
	a := s.x.articles[sent.article]
	span := a.Sentences[sent.number-1].Span
	r.s, r.text, r.at = s, a.Cut(span), span.Start
	r.words = s.x.appendWords(r.words[:0], i, r.text)
	r.tokens = s.x.tokensOf(i)
	r.clause, r.inside, r.leads, r.match, r.term = r.clause[:0], r.inside[:0], r.leads[:0], r.match[:0], r.term[:0]
	r.weight, r.hits = append(r.weight[:0], 0), r.hits[:0]
	var state uint8
	end := 0
	row := s.scan(i)
	ms := s.matches[row.first:row.past]
	for k, w := range r.words {
		breaking := false
		if gap := r.text[end:w.Start]; gap != " " {
			state, breaking = enters(gap, state), breaks(gap)
		}
		t := r.tokens[k]
		marks := s.x.words.form[t.form].marks
		if k > 0 && (breaking || marks&conjoining != 0 && t.shape&capital == 0) {
			r.weight = append(r.weight, 0)
		}
		r.leads = append(r.leads, leadsTo(t, marks))
		end = w.End
		r.clause, r.inside = append(r.clause, int16(len(r.weight)-1)), append(r.inside, state)
		q, term := float32(0), int16(-1)
		for ; len(ms) > 0 && int(ms[0].at) == k; ms = ms[1:] { // several where a translation stands here
			if m := ms[0]; m.quality > q && m.quality >= 0.3 && s.weight[m.term] > 0 {
				q, term = m.quality, int16(m.term)
			}
		}
		if term >= 0 {
			r.weight[len(r.weight)-1] += q * s.weight[term]
			r.hits = append(r.hits, int16(k))
		}
		r.match, r.term = append(r.match, q), append(r.term, term)
	}
	return r
}

// enters tells what a word after this gap stands in.
func enters(gap string, state uint8) uint8 {
	for _, c := range gap {
		switch c {
		case '(':
			state |= bracketed
		case ')':
			state &^= bracketed
		case '«', '“':
			state |= quoted
		case '»', '”':
			state &^= quoted
		}
	}
	return state
}

// breaks tells whether a clause ends in this gap.
func breaks(gap string) bool {
	for _, c := range gap {
		switch c {
		case ',', ';', ':', '(', ')', '—', '–', '.', '!', '?', '…':
			return true
		}
	}
	return false
}

// What a word can lead to.
const (
	leadsIs = 1 << iota
	leadsBy
	leadsOf
	leadsIn
)

// leadsTo is what the words after a token are led to by it.
func leadsTo(t token, m mark) (out uint8) {
	if t.class&copula != 0 {
		out = leadsIs
	}
	switch {
	case t.class&function == 0:
	case m&by != 0 && t.shape&capital == 0:
		out |= leadsBy
	case m&of != 0 && t.shape&capital == 0:
		out |= leadsOf
	case t.class&locative != 0:
		out |= leadsIn
	}
	return out
}

func (r *reader) class(k int) class { return r.tokens[k].class }

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
	var leads uint8
	for _, l := range r.leads[max(0, k-3):k] {
		leads |= l
	}
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

// sure is the likelihood from which a phrase is quoted alone; below it the
// whole clause is.
const sure = 0.4

// quote finds the part of sentence i that answers: the phrase around the word
// that is likeliest to be the heart of the answer, or its clause where no
// phrase is likely.
func (s *search) quote(i int) knowledge.Span {
	r := s.read(i)
	if len(r.words) == 0 {
		return knowledge.Span{}
	}
	if s.q.defines() {
		if from, to, ok := r.apposition(); ok {
			return r.span(from, to)
		}
		return r.whole()
	}
	if len(s.q.party) > 0 {
		return r.whole()
	}
	r.weighWords()
	var from, to int
	mass := float32(-1)
	for range 4 {
		best := -1
		for k, p := range r.chance {
			if r.tried[k] == 0 && (best < 0 || p > r.chance[best]) {
				best = k
			}
		}
		if best < 0 {
			break
		}
		f, t := r.phrase(best)
		sum := float32(0)
		for k := f; k <= t; k++ {
			sum += r.chance[k]
			r.tried[k] = 1
		}
		r.tried[best] = 1
		if sum > mass {
			from, to, mass = f, t, sum
		}
	}
	if mass < sure {
		f, t := r.clauseOf(from)
		_, end := r.clauseOf(to)
		from, to = f, max(t, end)
	}
	from, to = r.keepWhole(from, to)
	for to > from && r.dangling(to) {
		_, to = r.clauseOf(to + 1)
	}
	return r.span(from, to)
}

// whole is the sentence without its full stop.
func (r *reader) whole() knowledge.Span {
	text := strings.TrimSuffix(r.text, ".")
	return knowledge.Span{Start: r.at, End: r.at + len(text)}
}

// span is where words from to to stand in the article.
func (r *reader) span(from, to int) knowledge.Span {
	start, end := balance(r.text, r.words[from].Start, r.words[to].End)
	return knowledge.Span{Start: r.at + start, End: r.at + end}
}

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

// QuoteFeatures returns, of a sentence of an article (by its number), the words
// in bytes of the article's text and what is weighed of each.
func (x *Index) QuoteFeatures(question, articleID string, number int) (words []knowledge.Span, rows [][]float32) {
	a, ok := x.byID[articleID]
	if !ok {
		return nil, nil
	}
	s := x.begin(question)
	defer s.leave()
	s.rankArticle(a, nil)
	r := s.read(int(x.firsts[a]) + number - 1)
	for k, w := range r.words {
		var f quoteFeatures
		r.describe(k, &f)
		words = append(words, knowledge.Span{Start: r.at + w.Start, End: r.at + w.End})
		rows = append(rows, append([]float32(nil), f[:]...))
	}
	return words, rows
}

// Quote returns the part of a sentence that answers a question.
func (x *Index) Quote(question, articleID string, number int) knowledge.Span {
	a, ok := x.byID[articleID]
	if !ok {
		return knowledge.Span{}
	}
	s := x.begin(question)
	defer s.leave()
	s.rankArticle(a, nil)
	return s.quote(int(x.firsts[a]) + number - 1)
}
