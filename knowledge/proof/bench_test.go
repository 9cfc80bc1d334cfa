package proof

import "testing"

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
