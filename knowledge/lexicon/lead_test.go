package lexicon

import "testing"

func TestLeads(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  bool
	}{
		{[]string{"prime", "ministers"}, true}, {[]string{"prime"}, true}, {[]string{"chief", "of"}, true},
		{[]string{"minister", "prime"}, false}, {[]string{"zebra", "minister"}, false}, {[]string{"xyzzy"}, false}, {nil, false},
	} {
		if got := Leads(c.words...); got != c.want {
			t.Errorf("Leads(%q) = %v, want %v", c.words, got, c.want)
		}
	}
}
