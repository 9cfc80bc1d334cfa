// Package proof tells whether sentences say what a claim says, and why not.
//
// [Claim] compares, one after the other, what can be compared without
// understanding: figures with their units and bounds, dates, names, who says
// it, negation and hedges, words of opposite sense, and at last every word of
// the claim that carries meaning, across languages, by the lexicon's words,
// families and senses. A claim is proved only where all of it is accounted for;
// what looks right but cannot be seen to follow is undecided.
//
// Few true paraphrases have a counterpart for every word. Where nothing else is
// against a claim, words that are left over are weighed (weigh.go): by what they
// are, and by what the sentence has left in their place. The weights are fitted
// by
//
//	go test ./knowledge/proof -run TestFit -fit -v
//
// on the claims of testdata/claims.jsonl, and it prints how many claims are
// proved at several strictnesses on sentences that were not fitted on;
// testdata/curve.golden has the same for the weights as they are.
package proof

import "strings"

// Verdict is what code alone can say of a claim.
type Verdict string

// The verdicts.
const (
	Proved    Verdict = "proved"    // every part of the claim is accounted for
	Refuted   Verdict = "refuted"   // something that it asserts is not there, or is otherwise
	Undecided Verdict = "undecided" // nothing is wrong, but code cannot see that it follows
)

// Finding is a verdict with its reasons, each one line that names what was
// compared: "figure: the claim says 11 000, the sentence 10'000".
type Finding struct {
	Verdict Verdict
	Reasons []string
	Checks  []Check // all that was compared, in order, what agrees included
}

// Check is one comparison.
type Check struct {
	Kind     string  // "figure", "unit", "bound", "date", "name", "speaker", "negation", "hedge", "opposite", "words"
	Claim    string  // the part of the claim
	Sentence string  // the part of the sentence that it was held against, "" where there is none
	Verdict  Verdict // Proved: it agrees; Refuted; Undecided: it cannot be told
	Reason   string  // in English, "" where it agrees
	Why      Why     // the reason in its parts
}

// Evidence is what a claim is held against.
type Evidence struct {
	Sentences []string // the cited French sentences
	Context   []string // their neighbours: they may complete a name or a speaker, and nothing else
	Before    []string // those of them that stand right before the first cited one, in order: whom a pronoun means; may be left out
	Date      string   // the article's: "2006-01-02", "2006-01" or ""
}

// maxLength bounds what is read of each sentence, in bytes.
const maxLength = 4000

// maxClaim bounds what is compared as a claim, in bytes: a longer text says
// too much to be one, and comparing takes time by the length of both.
const maxClaim = 1500

// Claim reads a claim, in French or in English, against the sentences that it cites.
func Claim(claim string, e Evidence) Finding {
	if len(claim) > maxClaim {
		return Finding{Checks: because(Check{Kind: "length", Verdict: Undecided}, "the claim is too long to compare")}.sum()
	}
	p := newPair(claim, e)
	if len(p.claim.words) == 0 || len(p.sentence.words) == 0 {
		return Finding{Checks: because(Check{Kind: "words", Verdict: Undecided}, "there is nothing to compare")}.sum()
	}
	p.align()
	f := Finding{Checks: p.compare()}
	f.Checks = append(f.Checks, p.coverage()...)
	return f.sum()
}

// compare makes all comparisons but the last, of all words that carry meaning.
func (p *pair) compare() []Check {
	var f Finding
	for _, check := range [...]func() []Check{p.figures, p.names, p.speakers, p.negation, p.hedges, p.unasserted, p.rates} {
		f.Checks = append(f.Checks, check()...)
	}
	p.refuted = overall(f.Checks) == Refuted
	for _, check := range [...]func() []Check{p.opposites, p.roles, p.displaced, p.lands, p.turned, p.scope, p.intent, p.considered, p.nearly, p.ranks, p.headless, p.refusal, p.counted, p.votes, p.crossed, p.comparison, p.alternatives, p.quotations} {
		f.Checks = append(f.Checks, check()...)
	}
	return f.Checks
}

// sum is the verdict over all checks with its reasons.
func (f Finding) sum() Finding {
	f.Verdict = overall(f.Checks)
	f.Reasons = f.Lines(false)
	return f
}

// overall is the verdict of checks together: one refutation refutes, one doubt
// leaves undecided.
func overall(checks []Check) Verdict {
	verdict := Proved
	for _, c := range checks {
		verdict = worse(verdict, c.Verdict)
	}
	return verdict
}

func clip(s string) string {
	if len(s) > maxLength {
		s = strings.ToValidUTF8(s[:maxLength], "")
	}
	return s
}
