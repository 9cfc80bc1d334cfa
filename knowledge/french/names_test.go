package french

import (
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Le président de la Corée du Nord a vu M. Zelensky à Kiev.", "Corée du Nord|Zelensky|Kiev"},
		{"Ursula von der Leyen est à Bruxelles.", "Ursula von der Leyen|Bruxelles"},
		{"L'Otan et l'UE s'inquiètent.", "Otan|UE"},
		{"La Côte d'Ivoire a gagné.", "Côte d'Ivoire"},
		{"Selon lui, rien ne presse.", ""},
		{"Elle a dit: «Nous partons.»", ""},
		{"Mme Jeanne-Marie Dubois-Roy arrive lundi.", "Jeanne-Marie Dubois-Roy"},
		{"un F-16 et le G7", "F-16|G7"},
	}
	for _, test := range tests {
		var got []string
		for _, n := range Names(test.text) {
			got = append(got, test.text[n.Start:n.End])
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%q: got %s, want %s", test.text, strings.Join(got, "|"), test.want)
		}
	}
}

func TestNamesInitial(t *testing.T) {
	names := Names("Moscou hésite. Demain, Paris tranche.")
	if len(names) != 2 || !names[0].Initial || names[1].Initial {
		t.Errorf("got %v, want Moscou marked initial and Paris not", names)
	}
}
