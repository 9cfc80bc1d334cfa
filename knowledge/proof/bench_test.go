package proof

import (
	"strconv"
	"strings"
	"testing"
)

// BenchmarkAnswer checks an answer of five claims.
func BenchmarkAnswer(b *testing.B) {
	all := rows(b, "testdata/claims.jsonl")
	all[0].find()
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		for k := range 5 {
			all[(n*5+k)%len(all)].find()
		}
	}
}

// BenchmarkTranslations checks the translation of an article of 40 sentences.
func BenchmarkTranslations(b *testing.B) {
	const sentences = 40
	all := rows(b, "testdata/claims.jsonl")
	var whole []row
	for i := range all {
		if all[i].Right && strings.HasSuffix(all[i].ID, "-01-en") && len(all[i].Sentences) == 1 {
			whole = append(whole, all[i])
		}
	}
	Translation(whole[0].Sentences[0], whole[0].Claim)
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		for k := range sentences {
			r := &whole[(n*sentences+k)%len(whole)]
			Translation(r.Sentences[0], r.Claim)
		}
	}
}

// BenchmarkLongest compares the longest claim that is compared with sentences
// as long as any, of the words of the set: the time grows with the sentences,
// not with their square.
func BenchmarkLongest(b *testing.B) {
	for _, bytes := range []int{1000, 2000, 4000} {
		claim, sentence := longText(b, maxClaim), longText(b, bytes)
		b.Run(strconv.Itoa(bytes), func(b *testing.B) {
			for b.Loop() {
				Claim(claim, Evidence{Sentences: []string{sentence}})
			}
		})
	}
}

// longText strings claims of the set together, up to a length in bytes.
func longText(t testing.TB, bytes int) string {
	var text strings.Builder
	for i, all := 0, rows(t, "testdata/claims.jsonl"); text.Len() < bytes; i += 7 {
		text.WriteString(all[i%len(all)].Claim + " ")
	}
	return strings.ToValidUTF8(text.String()[:bytes], "")
}

func TestLongClaimIsNotCompared(t *testing.T) {
	claim := longText(t, maxClaim+100)
	f := Claim(claim, Evidence{Sentences: []string{claim}})
	if f.Verdict != Undecided || len(f.Reasons) != 1 {
		t.Errorf("%s %v, want it undecided for its length", f.Verdict, f.Reasons)
	}
}
