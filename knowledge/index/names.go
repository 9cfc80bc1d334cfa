package index

import "strconv"

var plainNames = [fOffers]string{"cover", "exact", "bm25", "bm25share", "rarest", "count", "names", "plain", "figures", "pairs",
	"near", "run", "before", "after", "paragraph", "title", "leadsbefore", "missing", "length", "short", "first", "opens",
	"depth", "early", "leads", "newnames", "newfigures", "newdates", "focus", "last", "firstterm", "paragraphbm25",
	"neighbourbm25", "function", "functionbm25", "unique", "weight", "nameweight", "covertop", "bm25top", "istop", "aftertop", "beforetop", "withtop", "bigrams", "bigramweight", "novelhit"}

// FeatureNames are the columns of [Index.Features].
func FeatureNames() []string {
	out := append([]string(nil), plainNames[:]...)
	for k := range kindCount {
		kind := "k" + strconv.Itoa(k)
		for o := range offerCount {
			out = append(out, kind+"o"+strconv.Itoa(o))
		}
		out = append(out, "typed"+strconv.Itoa(k))
		for n := range 4 {
			out = append(out, kind+"n"+strconv.Itoa(n))
		}
	}
	return out
}
