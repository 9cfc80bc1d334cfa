package proof

import (
	"strings"

	"verbatim/knowledge/french"
)

// notConditional are words in -rait that are no verbs in the conditional though
// their ending would allow it.
var notConditional = set(`portrait retrait attrait extrait trait abstrait contrait distrait soustrait autoportrait ouvrait couvrait decouvrait
recouvrait livrait delivrait enivrait tirait retirait attirait etirait admirait inspirait aspirait respirait desirait virait soupirait empirait encadrait
engendrait dechirait`)

// conditional tells whether a French word, in small letters, is a verb in the
// conditional: what stands before -rait is an infinitive, and no verb in -rer
// in the imperfect (« montrait », « assurait », « espérait »).
func conditional(word string) bool {
	if !strings.HasSuffix(word, "ait") && !strings.HasSuffix(word, "aient") {
		return false
	}
	base := strings.TrimSuffix(strings.TrimSuffix(word, "ait"), "aient")
	fold := french.Fold(base)
	if len(fold) < 3 || fold[len(fold)-1] != 'r' || notConditional[fold+"ait"] {
		return false
	}
	switch fold[len(fold)-2] {
	case 'e', 'i':
		return !strings.HasSuffix(base, "ér") && !strings.HasSuffix(base, "èr")
	case 'd', 'v', 'r', 'p':
		return true
	case 'u', 'o':
		return fold == "aur"
	case 't':
		return strings.HasSuffix(fold, "ttr") || strings.HasSuffix(fold, "aitr") || strings.HasSuffix(fold, "oitr")
	case 'c':
		return strings.HasSuffix(fold, "aincr")
	}
	return false
}
