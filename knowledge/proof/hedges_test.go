package proof

import (
	"strings"
	"testing"
)

func TestConditional(t *testing.T) {
	for w := range strings.FieldsSeq("pourrait aurait serait marquerait devrait finirait viendrait permettrait connaîtrait verrait convaincrait seraient auraient romprait") {
		if !conditional(w) {
			t.Errorf("%s is read as no conditional", w)
		}
	}
	for w := range strings.FieldsSeq("espérait montrait assurait ouvrait offrait portrait avait était préparait entraient considérait tirait intégrait consacrait mesurait fait") {
		if conditional(w) {
			t.Errorf("%s is read as a conditional", w)
		}
	}
}
