package index

import (
	"slices"
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/english"
	spelling "verbatim/knowledge/lexicon/form"
)

// English gives the stored English translation of an article: a text for each
// of its sentences in their order, "" where there is none; nil or fewer where
// the article, or its end, is not translated. Quotes stay the article's own.
type English func(*knowledge.Article) []string

// translation is what the English texts of sentences say. A word of an English
// question stands in a sentence where its translation has it, as it does where
// the article has what the lexicon says it is in French.
type translation struct {
	words    vocabulary
	tokens   []placed   // of all sentences, in order
	firsts   []int32    // the first token of each sentence, and one past the last
	titles   [][]uint32 // of each article, the forms of its translated title
	postings []posting  // by stem and sentence, as in Index
	lists    []int32
	spread   []int32
}

// placed is an English word where it stands in the French sentence.
type placed struct {
	form uint32
	at   int16 // the token of the sentence that it seems to translate
}

// readTranslations cuts the English texts of all articles; nil where there are none.
func (x *Index) readTranslations(of English) *translation {
	if of == nil {
		return nil
	}
	t := &translation{words: newVocabulary(englishStem), titles: make([][]uint32, len(x.articles))}
	var words []english.Word
	for a, article := range x.articles {
		texts := of(article)
		lo, hi := int(x.firsts[a]), int(x.firsts[a+1])
		for i := lo; i < hi; i++ {
			t.firsts = append(t.firsts, int32(len(t.tokens)))
			if i-lo >= len(texts) || texts[i-lo] == "" || len(x.tokensOf(i)) == 0 {
				continue
			}
			words = english.AppendWords(words[:0], texts[i-lo])
			t.place(x, i, texts[i-lo], words)
			if article.Titled && x.sentences[i].kind == title {
				for _, p := range t.tokens[t.firsts[i]:] {
					t.titles[a] = append(t.titles[a], p.form)
				}
			}
		}
	}
	t.firsts = append(t.firsts, int32(len(t.tokens)))
	if len(t.tokens) == 0 {
		return nil
	}
	t.words.fold, t.words.cut = nil, nil
	forms := func(i int, see func(form uint32)) {
		for _, p := range t.tokensOf(i) {
			see(p.form)
		}
	}
	t.postings, t.lists, t.spread = x.invert(&t.words, forms)
	return t
}

func englishStem(folded []byte) []byte { return []byte(spelling.EnglishStem(string(folded))) }

// tokensOf are the English words of a sentence, in the order of its French ones.
func (t *translation) tokensOf(i int) []placed { return t.tokens[t.firsts[i]:t.firsts[i+1]] }

// place adds the words of a sentence's translation. Words that look alike in
// both texts hold the others in their places, which are in proportion between them.
func (t *translation) place(x *Index, i int, text string, words []english.Word) {
	french := x.tokensOf(i)
	from := len(t.tokens)
	at := make([]int, len(words)+1)
	taken := make([]bool, len(french))
	at[len(words)] = len(french)
	for k, w := range words {
		raw := text[w.Start:w.End]
		form := t.words.add(strings.ReplaceAll(raw, ",", ""))
		t.tokens = append(t.tokens, placed{form: form})
		at[k] = -1
		if english.IsFunction(t.words.form[form].text) {
			continue
		}
		want := k * len(french) / len(words)
		for j, f := range french {
			if !taken[j] && alike(t.words.form[form].text, x.words.form[f.form].text) && (at[k] < 0 || apart(j, want) < apart(at[k], want)) {
				at[k] = j
			}
		}
		if at[k] >= 0 {
			taken[at[k]] = true
		}
	}
	before := -1 // the held word before
	for k := range at {
		if at[k] < 0 {
			continue
		}
		low := -1
		if before >= 0 {
			low = at[before]
		}
		for j := before + 1; j < k; j++ {
			at[j] = low + (at[k]-low)*(j-before)/(k-before)
		}
		before = k
	}
	for k, w := range words {
		t.tokens[from+k].at = int16(min(max(at[k], 0), len(french)-1))
		if raw := text[w.Start:w.End]; strings.Contains(raw, "-") {
			for part := range strings.SplitSeq(raw, "-") {
				t.tokens = append(t.tokens, placed{t.words.add(part), t.tokens[from+k].at})
			}
		}
	}
	slices.SortStableFunc(t.tokens[from:], func(a, b placed) int { return int(a.at) - int(b.at) })
}

// alike tells whether an English and a French word, both folded, begin alike.
func alike(a, b string) bool {
	return a == b || len(a) > 3 && len(b) > 3 && a[:4] == b[:4]
}

func apart(a, b int) int { return max(a-b, b-a) }
