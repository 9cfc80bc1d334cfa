package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
	"verbatim/knowledge/index"
)

// farBelow is how far below the best sentence's score another is cited no
// more. Scores are logarithms of likelihoods: e^-3 is one to twenty.
const farBelow = 3

// extract makes an answer of the best sentences themselves, or a refusal that
// names the closest.
func (k *asking) extract(ctx context.Context) {
	a := k.answer
	a.Mode, a.Model = ModeExtractive, ""
	a.Claims, a.Citations, a.Closest = nil, nil, nil
	if k.found.Hits == nil {
		k.search(ctx)
	}
	a.Answered = k.found.Answered && len(k.found.Hits) > 0
	if !a.Answered {
		k.refuse()
		return
	}
	a.Citations = withSpeakers(distinct(k.found.Hits, maxCited), maxCited)
	for i, c := range a.Citations {
		a.Claims = append(a.Claims, knowledge.Claim{Text: c.Text(), Citations: []int{i + 1}, Proof: knowledge.ProofVerbatim})
	}
	a.Lead = lead(a, k.seen)
	a.Text = a.Lead + "\n\n" + blockQuotes(a.Citations, true)
}

// refuse says that nothing was found and names the closest sentences.
func (k *asking) refuse() {
	a := k.answer
	a.Answered, a.Claims, a.Citations = false, nil, nil
	a.Closest = distinct(k.found.Hits, maxClosest)
	a.Lead = lead(a, k.seen)
	a.Text = a.Lead
	if len(a.Closest) > 0 {
		a.Text += "\n\n" + blockQuotes(a.Closest[:1], false)
	}
}

// distinct makes citations of the best hits, a sentence that an article
// repeats once, those far below the best left out.
func distinct(hits []index.Hit, most int) []knowledge.Citation {
	var out []knowledge.Citation
	said := map[string]bool{}
	for _, h := range hits {
		c := knowledge.Citation{Article: h.Article, Sentence: h.Sentence, Quote: h.Quote}
		if len(out) == most || h.Repeats || said[c.Text()] || (len(out) > 0 && h.Score < hits[0].Score-farBelow) {
			continue
		}
		said[c.Text()] = true
		out = append(out, c)
	}
	return out
}

// withSpeakers puts beside a sentence whose quotation goes on the sentences up
// to the one that closes it, where its speaker stands: what somebody said is
// never shown without who said it.
func withSpeakers(citations []knowledge.Citation, most int) []knowledge.Citation {
	var out []knowledge.Citation
	add := func(c knowledge.Citation) {
		if c.Quote.Empty() {
			c.Quote = c.Span()
		}
		if !slices.ContainsFunc(out, func(o knowledge.Citation) bool {
			return o.Article == c.Article && (o.Sentence == c.Sentence || o.Text() == c.Text())
		}) {
			out = append(out, c)
		}
	}
	for _, c := range citations {
		add(c)
		for n := c.Sentence; goesOn(c.Article, n) && len(out) < most; n++ {
			next, ok := c.Article.Sentence(n + 1)
			if !ok || next.Kind != knowledge.KindProse {
				break
			}
			add(knowledge.Citation{Article: c.Article, Sentence: n + 1, Quote: whoSays(c.Article, next)})
		}
	}
	return out[:min(len(out), most)]
}

// whoSays is where a sentence names its speaker, with the verb; empty where it
// names none.
func whoSays(a *knowledge.Article, s knowledge.Sentence) knowledge.Span {
	for _, at := range french.Attributions(a.Cut(s.Span)) {
		if at.SpeakerEnd > at.SpeakerStart {
			return knowledge.Span{Start: s.Start + min(at.VerbStart, at.SpeakerStart), End: s.Start + max(at.VerbEnd, at.SpeakerEnd)}
		}
	}
	return knowledge.Span{}
}

// goesOn tells whether a sentence ends inside a quotation.
func goesOn(a *knowledge.Article, n int) bool {
	s, ok := a.Sentence(n)
	if !ok || s.Kind != knowledge.KindProse {
		return false
	}
	text := a.Cut(s.Span)
	if before, _ := a.Sentence(n - 1); n > 1 && !strings.ContainsAny(text, "«»“”\"") {
		return before.Paragraph == s.Paragraph && goesOn(a, n-1)
	}
	quotes := french.Quotes(text)
	return len(quotes) > 0 && quotes[len(quotes)-1].Open && quotes[len(quotes)-1].End == len(strings.TrimSpace(text))
}

// blockQuotes shows citations as Markdown block quotes, the part that answers
// in bold, with their marks where they have any.
func blockQuotes(citations []knowledge.Citation, marks bool) string {
	var b strings.Builder
	for i, c := range citations {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString("> " + Bold(c))
		if marks {
			fmt.Fprintf(&b, " [%d]", i+1)
		}
	}
	return b.String()
}
