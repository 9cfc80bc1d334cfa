package bot

import (
	"fmt"
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/index"
)

// closeTo is how near to the best sentence's score another must come to be
// cited beside it.
const closeTo = 0.6

// extract makes an answer of the best sentences themselves, or a refusal that
// names the closest.
func (k *asking) extract() {
	a := k.answer
	a.Mode, a.Model = ModeExtractive, ""
	a.Claims, a.Citations, a.Closest = nil, nil, nil
	if k.found.Hits == nil {
		k.search()
	}
	a.Answered = k.found.Answered && len(k.found.Hits) > 0
	if !a.Answered {
		k.refuse()
		return
	}
	a.Citations = distinct(k.found.Hits, maxCited)
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
	if k.found.Hits == nil {
		k.search()
	}
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
		if len(out) == most || said[c.Text()] || (len(out) > 0 && h.Score < closeTo*hits[0].Score) {
			continue
		}
		said[c.Text()] = true
		out = append(out, c)
	}
	return out
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
