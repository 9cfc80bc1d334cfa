package proof

import "testing"

func TestDbg(t *testing.T) {
	for _, r := range rows(t, "testdata/claims.jsonl") {
		if r.ID != *show {
			continue
		}
		p := newPair(r.Claim, Evidence{Sentences: r.Sentences, Date: r.Date})
		p.align()
		for _, rd := range []*reading{p.claim, p.sentence} {
			for _, w := range rd.words {
				t.Logf("%q st=%q light=%v name=%v op=%v fig=%v neg=%v/%v hed=%v/%v cl=%d known=%v to=%d %v", w.fold, w.stem, w.light, w.name, w.opening, w.figure, w.negator, w.negated, w.hedge, w.hedged, w.clause, w.known, w.to, w.keys)
			}
			for _, f := range rd.figures {
				t.Logf("%+v", f)
			}
			t.Logf("%+v", sayings(rd))
		}
		for _, c := range r.find().Checks {
			t.Logf("%+v", c)
		}
	}
}
