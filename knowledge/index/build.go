package index

import (
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
)

// kinds of sentence, as numbers.
const (
	prose uint8 = iota
	title
	heading
	caption
	byline
)

var kindNumbers = map[knowledge.Kind]uint8{
	knowledge.KindTitle: title, knowledge.KindHeading: heading,
	knowledge.KindCaption: caption, knowledge.KindByline: byline,
}

// New builds an index over articles. Their IDs must differ.
func New(articles []*knowledge.Article) *Index { return NewTranslated(articles, nil) }

// NewTranslated builds an index over articles, some of which have an English
// translation: its words serve English questions beside those of the lexicon.
// It is called once for each article; nil is no translation of any.
func NewTranslated(articles []*knowledge.Article, english English) *Index {
	x := &Index{articles: articles, byID: make(map[string]int, len(articles)), words: newVocabulary(french.Stem)}
	total := 0
	for _, a := range articles {
		total += len(a.Sentences)
	}
	x.sentences = make([]sentence, 0, total)
	x.senses = make([]atomic.Pointer[[]sensed], total)
	x.tokens = make([]token, 0, 28*total)
	var words []french.Word
	for i, a := range articles {
		x.byID[a.ID] = i
		x.firsts = append(x.firsts, int32(len(x.sentences)))
		x.titles = append(x.titles, x.titleOf(a))
		paragraph := -1
		for _, s := range a.Sentences {
			if s.Paragraph != paragraph {
				paragraph = s.Paragraph
				x.paragraphs = append(x.paragraphs, int32(len(x.sentences)))
			}
			words = x.addSentence(a, s, i, words[:0])
		}
		x.markTwins(int(x.firsts[i]))
	}
	x.firsts = append(x.firsts, int32(len(x.sentences)))
	x.paragraphs = append(x.paragraphs, int32(len(x.sentences)))
	x.mean = float32(len(x.tokens)) / float32(max(1, len(x.sentences)))
	x.words.fold, x.words.cut = nil, nil
	x.paragraph = make([]int32, len(x.sentences))
	x.lengths = make([]int32, len(x.paragraphs)-1)
	for i, s := range x.sentences {
		x.paragraph[i] = s.paragraph
		x.lengths[s.paragraph] += int32(len(x.tokensOf(i)))
	}
	x.postings, x.lists, x.spread = x.invert(&x.words, func(i int, see func(form uint32)) {
		for _, t := range x.tokensOf(i) {
			see(t.form)
		}
	})
	x.translation = x.readTranslations(english)
	x.sounds = sync.OnceValue(func() map[string]uint32 { return soundsOf(&x.words) })
	x.own.New = newRoom
	x.said = make([]atomic.Pointer[[]french.Attribution], len(x.sentences))
	return x
}

// addSentence cuts a sentence into tokens; words is room to work in.
func (x *Index) addSentence(a *knowledge.Article, s knowledge.Sentence, number int, words []french.Word) []french.Word {
	text := a.Cut(s.Span)
	words = french.AppendWords(words, text)
	x.sentences = append(x.sentences, sentence{
		first: int32(len(x.tokens)), article: int32(number), paragraph: int32(len(x.paragraphs) - 1),
		number: int32(s.Number), twin: -1, kind: kindNumbers[s.Kind],
	})
	open, uneven := true, false
	for i, w := range words {
		fresh := uint32(len(x.words.form))
		t := token{form: x.words.add(text[w.Start:w.End])}
		if t.form == fresh && len(x.senses) <= fewSentences {
			lexicon.SenseOf(strings.ToLower(text[w.Start:w.End])) // which it remembers
		}
		t.class = x.words.form[t.form].class
		if i > 0 {
			gap := text[words[i-1].End:w.Start]
			open = opens(gap)
			if gap == "-" || gap == "'" || gap == "’" {
				t.shape |= joined
			}
		}
		if r, _ := utf8.DecodeRuneInString(text[w.Start:]); unicode.IsUpper(r) {
			t.shape |= capital
			x.words.form[t.form].marks |= capitalised
		}
		if open {
			t.shape |= initial
		}
		if w.Elided {
			t.shape |= elided
			if open && i+1 < len(words) { // « L'armée »: the word after it is no name for its capital
				t.shape |= initial
			}
		}
		gap, size := w.Start, w.End-w.Start
		if i > 0 {
			gap -= words[i-1].End
		}
		uneven = uneven || gap > longestGap || size > math.MaxUint8
		t.shape |= shape(min(gap, longestGap)) << gapShift
		t.size = uint8(min(size, math.MaxUint8))
		x.tokens = append(x.tokens, t)
	}
	last := &x.sentences[len(x.sentences)-1]
	last.uneven = uneven
	last.offers, last.leads = x.offersOf(x.tokens[last.first:], text)
	last.gives = x.giftsOf(x.tokens[last.first:], text, last.offers)
	for _, t := range x.tokens[last.first:] {
		last.counts.add(t, 1)
	}
	return words
}

// opens tells whether a word after this gap begins a sentence or a quotation.
func opens(gap string) bool {
	for _, r := range gap {
		switch r {
		case '«', '“', '"', '.', '!', '?', '…', ':':
			return true
		}
	}
	return false
}

// markTwins points each sentence of the article that begins at first to the
// one that stands for it: of the same words, the earlier one; for a caption or
// heading, the prose that has most of its words in the same order.
func (x *Index) markTwins(first int) {
	seen := make(map[uint64]int, len(x.sentences)-first)
	for i := first; i < len(x.sentences); i++ {
		if x.sentences[i].kind != prose {
			continue
		}
		h := uint64(14695981039346656037)
		for _, t := range x.tokensOf(i) {
			h = (h ^ uint64(t.form)) * 1099511628211
		}
		if j, ok := seen[h]; ok && x.inOrder(i, j) == len(x.tokensOf(i)) {
			x.sentences[i].twin = int32(j)
		} else if !ok {
			seen[h] = i
		}
	}
	for i := first; i < len(x.sentences); i++ {
		n := len(x.tokensOf(i))
		if x.sentences[i].kind == prose || n < leastTwin {
			continue
		}
		for j := first; j < len(x.sentences); j++ {
			if x.sentences[j].kind == prose && 4*x.inOrder(i, j) >= 3*n {
				x.sentences[i].twin = int32(j)
				break
			}
		}
	}
}

// leastTwin is how many words a caption needs to be told a repetition.
const leastTwin = 5

// inOrder counts the words of sentence i that sentence j has in the same order,
// with few others between them.
func (x *Index) inOrder(i, j int) (n int) {
	other := x.tokensOf(j)
	at := 0
	for _, t := range x.tokensOf(i) {
		for k := at; k < min(len(other), at+6); k++ {
			if other[k].form == t.form {
				at = k + 1
				n++
				break
			}
		}
	}
	return n
}

// tokensOf are the tokens of a sentence.
func (x *Index) tokensOf(i int) []token {
	end := len(x.tokens)
	if i+1 < len(x.sentences) {
		end = int(x.sentences[i+1].first)
	}
	return x.tokens[x.sentences[i].first:end]
}

// appendWords adds the words of sentence i, in bytes of its text, to dst.
func (x *Index) appendWords(dst []french.Word, i int, text string) []french.Word {
	if x.sentences[i].uneven {
		return french.AppendWords(dst, text)
	}
	at := 0
	for _, t := range x.tokensOf(i) {
		at += int(t.shape >> gapShift)
		dst = append(dst, french.Word{Start: at, End: at + int(t.size), Elided: t.shape&elided != 0})
		at += int(t.size)
	}
	return dst
}

// attributions are who says what in sentence i, whose text is given.
func (x *Index) attributions(i int, text string) []french.Attribution {
	if a := x.said[i].Load(); a != nil {
		return *a
	}
	a := french.Attributions(text)
	x.said[i].Store(&a)
	return a
}

// invert makes the postings of all stems of a vocabulary: where those of each
// stem begin, and in how many paragraphs it stands. forms calls see with the
// forms of a sentence in order.
func (x *Index) invert(v *vocabulary, forms func(i int, see func(form uint32))) (postings []posting, lists, spread []int32) {
	lists = make([]int32, len(v.stemAt)+1)
	last := make([]int32, len(v.stemAt))
	for i := range last {
		last[i] = -1
	}
	for i := range x.sentences {
		forms(i, func(form uint32) {
			if s := v.form[form].stem; last[s] != int32(i) {
				last[s] = int32(i)
				lists[s+1]++
			}
		})
	}
	for s := range last {
		lists[s+1] += lists[s]
		last[s] = lists[s] - 1 // the place of the posting written last
	}
	postings = make([]posting, lists[len(last)])
	for i := range x.sentences {
		forms(i, func(form uint32) {
			s := v.form[form].stem
			p := last[s]
			if p >= lists[s] && postings[p].sentence() == int32(i) {
				if postings[p].count() < mostCounted {
					postings[p]++
				}
				return
			}
			last[s] = p + 1
			postings[p+1] = newPosting(i, 1)
		})
	}
	spread = make([]int32, len(last))
	for s := range last {
		before := int32(-1)
		for _, p := range postings[lists[s]:lists[s+1]] {
			if n := x.sentences[p.sentence()].paragraph; n != before {
				before = n
				spread[s]++
			}
		}
	}
	return postings, lists, spread
}

// titleOf cuts the title of an article into tokens.
func (x *Index) titleOf(a *knowledge.Article) (out []token) {
	if !a.Titled {
		return nil
	}
	for _, w := range french.Words(a.Title) {
		out = append(out, token{form: x.words.add(a.Title[w.Start:w.End])})
	}
	return out
}
