package proof

import (
	"strings"

	"verbatim/knowledge/french"
)

// quotations holds the words that a claim puts in quotation marks against
// those that the sentences do.
func (p *pair) quotations() []Check {
	if p.claim.english {
		return p.translated()
	}
	for _, q := range french.Quotes(p.claim.text) {
		words := p.claim.text[q.Start:q.End]
		if _, ok := find(p.sentence.text, strings.TrimRight(words, ".,;:!? ")); !ok && words != "" {
			return because(Check{Kind: "quote", Claim: words, Verdict: Refuted}, "stands nowhere: «%s»", words)
		}
	}
	return nil
}

// translated looks at English quotations: their words must be the French of a
// quotation in the sentences, or stand there as they are, as titles do.
func (p *pair) translated() []Check {
	for _, q := range englishQuotes(p.claim.text) {
		words := p.claim.text[q.start:q.end]
		if _, ok := find(p.sentence.text, strings.TrimRight(words, ".,;:!? ")); ok {
			continue
		}
		all, inside := 0, 0
		for i := range p.claim.words {
			w := &p.claim.words[i]
			if !q.holds(w.start) || !w.content() && !w.figure {
				continue
			}
			all++
			if w.to >= 0 && p.quoted(p.sentence.words[w.to].start) {
				inside++
			}
		}
		switch {
		case all == 0 || inside == all:
		case inside == 0:
			verdict := Refuted
			if p.quotedNear(q) {
				verdict = Undecided // put into English freely
			}
			return because(Check{Kind: "quote", Claim: words, Verdict: verdict}, "stands nowhere: «%s»", words)
		case 2*inside < all:
			return because(Check{Kind: "quote", Claim: words, Verdict: Undecided}, "stands nowhere: «%s»", words)
		}
	}
	return nil
}

// englishQuotes are the stretches between English quotation marks, curly or straight.
func englishQuotes(text string) []span {
	var out []span
	open := -1
	for i, r := range text {
		switch {
		case r == '“' || r == '"' && open < 0:
			open = i + len(string(r))
		case (r == '”' || r == '"') && open >= 0:
			if i > open {
				out = append(out, span{open, i})
			}
			open = -1
		}
	}
	return out
}

// quotedNear tells whether the sentences have a quotation of about the length of
// one of the claim, none of whose words the claim has elsewhere.
func (p *pair) quotedNear(q span) bool {
	mine := len(french.Words(p.claim.text[q.start:q.end]))
	for _, s := range french.Quotes(p.sentence.text) {
		theirs, taken := len(french.Words(p.sentence.text[s.Start:s.End])), false
		for i := range p.claim.words {
			w := &p.claim.words[i]
			taken = taken || w.to >= 0 && !w.light && p.sentence.words[w.to].start >= s.Start && p.sentence.words[w.to].start < s.End
		}
		if !taken && mine > 1 && theirs > 1 && mine <= 2*theirs+2 && theirs <= 2*mine+2 {
			return true
		}
	}
	return false
}
