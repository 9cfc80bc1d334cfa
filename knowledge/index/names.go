package index

import "strconv"

var plainNames = [fOffers]string{"cover", "exact", "bm25", "bm25share", "rarest", "count", "names", "plain", "figures", "pairs",
	"near", "run", "before", "after", "paragraph", "title", "leadsbefore", "missing", "length", "short", "first", "opens",
	"depth", "early", "leads", "newnames", "newfigures", "newdates", "focus", "last", "firstterm", "paragraphbm25",
	"neighbourbm25", "function", "functionbm25", "unique", "weight", "nameweight", "covertop", "bm25top", "istop", "aftertop", "beforetop", "withtop", "bigrams", "bigramweight"}

// FeatureNames are the columns of [Index.Features].
func FeatureNames() []string {
	out := append([]string(nil), plainNames[:]...)
	for k := range kindCount {
		for o := range offerCount {
			out = append(out, "k"+strconv.Itoa(k)+"o"+strconv.Itoa(o))
		}
	}
	for k := range kindCount {
		out = append(out, "typed"+strconv.Itoa(k))
	}
	for k := range 4 * kindCount {
		out = append(out, "k"+strconv.Itoa(k/4)+"n"+strconv.Itoa(k%4))
	}
	out = append(out, "novelhit")
	return out
}
