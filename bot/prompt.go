package bot

import (
	"fmt"
	"sort"
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/index"
)

// The bounds on what is sent, in estimated tokens.
const (
	wholeArticle = 6000 // an article up to this long is sent whole, so that servers can cache it
	retrieved    = 3000 // of sentences around the best hits, where the articles are longer
)

// languageNames are the names that prompts call languages by.
var languageNames = map[string]string{"fr": "French", "en": "English"}

// EstimateTokens is about how many tokens a text is, four bytes each: French
// text comes to a little more, English to a little less.
func EstimateTokens(text string) int { return (len(text) + 3) / 4 }

// line is a sentence as a prompt has it.
type line struct {
	article  *knowledge.Article
	sentence knowledge.Sentence
}

// lines are the sentences of a prompt: number n stands at n-1.
type lines []line

// articleLines are all sentences of an article, so that the numbers in the
// prompt are the article's own.
func articleLines(a *knowledge.Article) lines {
	out := make(lines, len(a.Sentences))
	for i, s := range a.Sentences {
		out[i] = line{a, s}
	}
	return out
}

// promptLines chooses what a model sees: the one article that is asked, whole,
// or what was found with its neighbours, in the order of the articles.
func promptLines(seen []*knowledge.Article, hits []index.Hit) lines {
	if len(seen) == 1 && EstimateTokens(seen[0].Text) <= wholeArticle {
		return articleLines(seen[0])
	}
	chosen := map[*knowledge.Article]map[int]bool{}
	budget := retrieved
	for _, h := range hits {
		for n := h.Sentence - 1; n <= h.Sentence+1; n++ {
			s, ok := h.Article.Sentence(n)
			if !ok || chosen[h.Article][n] {
				continue
			}
			if budget -= EstimateTokens(h.Article.Cut(s.Span)); budget < 0 {
				break
			}
			if chosen[h.Article] == nil {
				chosen[h.Article] = map[int]bool{}
			}
			chosen[h.Article][n] = true
		}
	}
	var out lines
	for _, a := range seen {
		numbers := make([]int, 0, len(chosen[a]))
		for n := range chosen[a] {
			numbers = append(numbers, n)
		}
		sort.Ints(numbers)
		for _, n := range numbers {
			s, _ := a.Sentence(n)
			out = append(out, line{a, s})
		}
	}
	return out
}

// text writes the sentences one to a line, each article under a line that
// names it. Only sentences begin a line with [n].
func (ls lines) text() string {
	var b strings.Builder
	var last *knowledge.Article
	for i, l := range ls {
		if l.article != last {
			if last != nil {
				b.WriteByte('\n')
			}
			last = l.article
			fmt.Fprintf(&b, "Article %q, date %s\n", oneLine(last.Title), orUnknown(last.Date))
		}
		fmt.Fprintf(&b, "[%d] %s\n", i+1, oneLine(l.article.Cut(l.sentence.Span)))
	}
	return b.String()
}

// at is the sentence that stands under a number in the prompt.
func (ls lines) at(n int) (line, bool) {
	if n < 1 || n > len(ls) {
		return line{}, false
	}
	return ls[n-1], true
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func orUnknown(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}
