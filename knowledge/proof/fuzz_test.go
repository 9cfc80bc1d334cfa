package proof

import (
	"strings"
	"testing"
)

// No claim and no sentence make the proof panic, and what is refuted says why.
func FuzzClaim(f *testing.F) {
	all := rows(f, "testdata/claims.jsonl")
	for i := 0; i < len(all); i += 7 {
		f.Add(all[i].Claim, strings.Join(all[(i*13)%len(all)].Sentences, "\n"), "2024-10")
	}
	f.Fuzz(func(t *testing.T, claim, sentences, date string) {
		got := Claim(claim, Evidence{Sentences: strings.Split(sentences, "\n"), Date: date})
		if got.Verdict == Refuted && len(got.Reasons) == 0 {
			t.Errorf("%q is refuted without a reason", claim)
		}
	})
}

// Every claim of the set can be held against the sentences of every other.
func TestClaimsAgainstOthers(t *testing.T) {
	all := rows(t, "testdata/claims.jsonl")
	for i := range all {
		for _, step := range []int{1, 17, 101} {
			other := all[(i+step)%len(all)]
			Claim(all[i].Claim, Evidence{Sentences: other.Sentences, Date: other.Date})
			Claim(all[i].Claim+" "+other.Claim, Evidence{Sentences: append(all[i].Sentences[:1:1], other.Sentences...)})
			Translation(all[i].Sentences[0], other.Claim)
		}
	}
}
