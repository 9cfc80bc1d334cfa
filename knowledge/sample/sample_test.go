package sample

import (
	"strings"
	"testing"

	"verbatim/knowledge"
)

func TestArticle(t *testing.T) {
	a := Article()
	if !a.Titled || a.Date != "2024-10" || a.Language != "fr" || a.Agency != "" {
		t.Errorf("titled %v, date %q, language %q, agency %q", a.Titled, a.Date, a.Language, a.Agency)
	}
	count := map[knowledge.Kind]int{}
	for _, s := range a.Sentences {
		count[s.Kind]++
	}
	want := map[knowledge.Kind]int{knowledge.KindTitle: 1, knowledge.KindByline: 1, knowledge.KindCaption: 1, knowledge.KindHeading: 2}
	for kind, n := range want {
		if count[kind] != n {
			t.Errorf("%d of kind %s, want %d", count[kind], kind, n)
		}
	}
	if n := count[knowledge.KindProse]; n < 20 || n > 30 {
		t.Errorf("%d sentences, want 20 to 30", n)
	}
	for _, fact := range []string{"10'000", "trois fois", "Pentagone", "Sabrina Singh", "Joe Biden", "478\u00a0km2", "477\u00a0km2",
		"459\u00a0km2", "27 octobre", "Pokrovsk", "Mark Rutte", "600'000", "Koursk", "Ursula von der Leyen", "Yoon Suk Yeol",
		"Volodymyr Zelensky", "Andriï Iermak", "ni confirmé ni démenti", "février 2022", "mars 2022", "AFP", "ISW"} {
		if !strings.Contains(a.Text, fact) {
			t.Errorf("the sample does not say %q", fact)
		}
	}
	if strings.ContainsAny(a.Text, "«»\"“”") {
		t.Error("the sample puts words into quotation marks")
	}
}
