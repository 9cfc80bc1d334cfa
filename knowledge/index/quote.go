package index

import (
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
)

// reader is a sentence cut for quoting.
type reader struct {
	s      *search
	text   string
	at     int // of the sentence in the article, in bytes
	words  []french.Word
	tokens []token
	clause []int16 // the clause of each word
	inside []uint8 // bracketed, quoted
	leads  []uint8 // what the three words before each lead to, as bits of its features
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
	var led [3]uint8
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
		r.leads = append(r.leads, led[0]|led[1]|led[2])
		led[k%len(led)] = leadsTo(t, marks)
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
