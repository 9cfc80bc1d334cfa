package figure

import (
	"fmt"
	"strings"
	"testing"
)

// show writes a figure in one short form: bound, value, unit, or its date.
func show(f Figure) string {
	var b strings.Builder
	if f.Bound != Exact {
		fmt.Fprintf(&b, "%s ", f.Bound)
	}
	if f.Kind == Day {
		d := f.Date
		if d.Part != "" {
			b.WriteString(d.Part + " ")
		}
		switch {
		case d.Century > 0:
			fmt.Fprintf(&b, "c%d", d.Century)
		case d.Decade:
			fmt.Fprintf(&b, "%ds", d.Year)
		default:
			fmt.Fprintf(&b, "%d-%d-%d", d.Year, d.Month, d.Day)
		}
		if d.Weekday > 0 {
			fmt.Fprintf(&b, " w%d", d.Weekday)
		}
		if d.Relative != "" {
			b.WriteString(" " + d.Relative)
		}
		return b.String()
	}
	switch f.Kind {
	case Clock:
		n := f.Value.Num().Int64()
		fmt.Fprintf(&b, "%02d:%02d", n/60, n%60)
	case Ordinal, Vague:
		fmt.Fprintf(&b, "%s %s", f.Kind, f.Value.RatString())
	default:
		b.WriteString(f.Value.RatString())
	}
	if f.Unit != "" {
		b.WriteString(" " + f.Unit)
	}
	return b.String()
}

func list(text, lang string) string {
	var out []string
	for _, f := range Read(text, lang) {
		out = append(out, show(f))
	}
	return strings.Join(out, "; ")
}

func TestRead(t *testing.T) {
	tests := []struct{ lang, text, want string }{
		{"fr", "10'000 soldats", "10000"},
		{"fr", "10’000 soldats", "10000"},
		{"fr", "10\u00a0000 soldats", "10000"},
		{"fr", "10\u202f000 soldats", "10000"},
		{"fr", "10.000 soldats", "10000"},
		{"en", "10,000 soldiers", "10000"},
		{"en", "10'000 soldiers", "10000"},
		{"fr", "dix mille soldats", "10000"},
		{"en", "ten thousand soldiers", "10000"},
		{"fr", "1,5 million d'euros", "1500000 EUR"},
		{"fr", "2,75 %", "11/4 %"},
		{"en", "2.75 percent", "11/4 %"},
		{"en", "2.75 per cent", "11/4 %"},
		{"fr", "12 pour cent des voix", "12 %"},
		{"fr", "1,3 mrd de francs", "1300000000 CHF"},
		{"en", "$1.3bn", "1300000000 USD"},
		{"en", "1.3 billion Swiss francs", "1300000000 CHF"},
		{"fr", "deux tiers des élus", "2/3 part"},
		{"en", "two-thirds of members", "2/3 part"},
		{"en", "two thirds of members", "2/3 part"},
		{"fr", "la moitié", "1/2 part"},
		{"en", "more than half of them", "more than 1/2 part"},
		{"fr", "trois fois plus", "3 times"},
		{"en", "three times as many", "3 times"},
		{"en", "twice", "2 times"},
		{"fr", "septante-deux, nonante et quatre-vingt-dix-sept", "72; 90; 97"},
		{"fr", "soixante et onze", "71"},
		{"fr", "vingt et un mille trois cent quatre", "21304"},
		{"en", "twenty-one thousand three hundred and four", "21304"},
		{"fr", "deux millions cinq cent mille", "2500000"},
		{"fr", "478 km2", "478 km2"},
		{"fr", "478 km²", "478 km2"},
		{"fr", "478 kilomètres carrés", "478 km2"},
		{"en", "478 sq km", "478 km2"},
		{"en", "478 square kilometres", "478 km2"},
		{"en", "478 square kilometers", "478 km2"},
		{"fr", "(477 et 459 km2)", "477 km2; 459 km2"},
		{"fr", "2024-10", "2024-10-0"},
		{"fr", "2024-10-27", "2024-10-27"},
		{"fr", "27.10.2024", "2024-10-27"},
		{"fr", "27/10/2024", "2024-10-27"},
		{"fr", "le 27 octobre", "0-10-27"},
		{"fr", "le 1er mars 2022", "2022-3-1"},
		{"en", "the 27th of October", "0-10-27"},
		{"en", "October 27, 2024", "2024-10-27"},
		{"en", "27 October 2024", "2024-10-27"},
		{"en", "on Sunday, October 27", "0-10-27 w7"},
		{"fr", "dimanche 27 octobre", "0-10-27 w7"},
		{"fr", "On estime à 50 000 le nombre de chats", "about 50000"},
		{"en", "an estimated 50,000 cats", "about 50000"},
		{"fr", "âgée de 17 ans à peine", "nearly 17 year"},
		{"en", "barely 17 years old", "nearly 17 year"},
		{"fr", "nettement plus d'une centaine", "more than 100"},
		{"fr", "moins d'une dizaine", "less than 10"},
		{"fr", "environ une trentaine", "about 30"},
		{"fr", "les 12 et 13 octobre 2024", "2024-10-12; 2024-10-13"},
		{"fr", "du 12 au 15 octobre", "0-10-12; 0-10-15"},
		{"en", "on May 3, 4 and 5", "0-5-3; 0-5-4; 0-5-5"},
		{"en", "on October 12 and 13 people", "0-10-12; 13"}, // 13 people
		{"fr", "13 des 12 octobre", "13; 0-10-12"},
		{"en", "4 hours 38 minutes", "139/30 hour"},
		{"fr", "en 9 s 79", "979/100 second"},
		{"fr", "fin septembre", "late 0-9-0"},
		{"en", "the end of September", "late 0-9-0"},
		{"fr", "depuis le début du mois d'octobre", "early 0-10-0"},
		{"fr", "à la mi-mai", "mid 0-5-0"},
		{"fr", "une dizaine de blessés", "about 10"},
		{"en", "300 Norwegian crowns", "300 crown"},
		{"en", "2 million Canadian dollars", "2000000 CAD"},
		{"fr", "2 millions de dollars canadiens", "2000000 CAD"},
		{"fr", "une demi-heure", "1/2 hour"},
		{"en", "half an hour", "1/2 hour"},
		{"fr", "deux heures et demie", "5/2 hour"},
		{"fr", "un an et demi", "3/2 year"},
		{"en", "half a century", "1/2 century"},
		{"fr", "un quart d'heure", "1/4 hour"},
		{"en", "a quarter of an hour", "1/4 hour"},
		{"en", "45m euros", "45000000 EUR"},
		{"en", "the 45m hurdles", "45 m"},
		{"fr", "trois mille milliards d'euros", "3000000000000 EUR"},
		{"en", "at least a dozen dead", "at least 12"},
		{"fr", "un peu moins de 30 élus", "nearly 30"},
		{"en", "100 kph", "100 km/h"},
		{"en", "as high as 40 degrees", "at most 40 degree"},
		{"fr", "une vingtaine de millions de dollars", "about 20000000 USD"},
		{"fr", "une baisse de l'ordre de 9%", "about 9 %"},
		{"fr", "couru en 19 secondes 71", "1971/100 second"},
		{"fr", "148 kilomètres à l'heure", "148 km/h"},
		{"fr", "la récolte a été divisée par deux", "1/2 part"},
		{"en", "declined to talk about two sailors", "2"},
		{"en", "will go up to 21 francs", "21 CHF"},
		{"en", "up to 21 francs", "at most 21 CHF"},
		{"en", "one pupil in five", "1/5 part"},
		{"en", "half as much as a year earlier", "2 times"},
		{"en", "a sixth-form girl", ""},
		{"fr", "des dizaines de milliers de personnes", "vague 10000"},
		{"en", "tens of thousands of people", "vague 10000"},
		{"fr", "CHF 15'000.-", "15000 CHF"},
		{"fr", "15'000 francs", "15000 CHF"},
		{"en", "CHF 15,000", "15000 CHF"},
		{"fr", "environ 300 personnes", "about 300"},
		{"fr", "près de 300 personnes", "nearly 300"},
		{"fr", "plus d'un million de personnes", "more than 1000000"},
		{"en", "more than a million people", "more than 1000000"},
		{"fr", "au moins 12 morts", "at least 12"},
		{"en", "at least twelve dead", "at least 12"},
		{"fr", "jusqu'à 40 degrés", "at most 40 degree"},
		{"en", "up to 40 degrees", "at most 40 degree"},
		{"fr", "entre 10 et 15 millions", "from 10000000; to 15000000"},
		{"en", "between 10 and 15 million", "from 10000000; to 15000000"},
		{"fr", "10 à 15 personnes", "from 10; to 15"},
		{"fr", "de 10 à 15 %", "10 %; 15 %"},
		{"en", "from 10 to 15 percent", "10 %; 15 %"},
		{"fr", "à 20h30", "20:30"},
		{"fr", "à 20 h 30", "20:30"},
		{"en", "at 8:30 pm", "20:30"},
		{"en", "at 8.30 p.m. on Monday", "20:30; 0-0-0 w1"},
		{"fr", "vers 6 heures", "06:00"},
		{"fr", "lundi", "0-0-0 w1"},
		{"en", "on Monday", "0-0-0 w1"},
		{"fr", "la semaine dernière", "0-0-0 week-1"},
		{"en", "last week", "0-0-0 week-1"},
		{"fr", "l'an dernier", "0-0-0 year-1"},
		{"fr", "aujourd'hui", "0-0-0 today"},
		{"fr", "en février 2022", "2022-2-0"},
		{"fr", "en 2022", "2022-0-0"},
		{"fr", "les années 1990", "1990s"},
		{"en", "the 1990s", "1990s"},
		{"fr", "au XIXe siècle", "c19"},
		{"en", "in the 19th century", "c19"},
		{"fr", "troisième fois", "ordinal 3"},
		{"en", "the third time", "ordinal 3"},
		{"fr", "la 3e place", "ordinal 3"},
		{"fr", "la dix-neuvième étape et le vingt et unième siècle", "ordinal 19; c21"},
		{"fr", "près d'un adolescent sur cinq", "nearly 1/5 part"},
		{"en", "more than one in five teenagers", "more than 1/5 part"},
		{"en", "two out of three voters", "2/3 part"},
		{"fr", "un pont sur deux kilomètres", "2 km"},
		{"en", "three died in 2023", "3; 2023-0-0"},
		{"fr", "plusieurs mois", "vague 0 month"},
		{"en", "a few years", "vague 0 year"},
		{"fr", "plusieurs centaines de prisonniers", "vague 100"},
		{"en", "a man aged 71", "71 year"},
		{"en", "at the age of 24", "24 year"},
		{"fr", "le premier ministre", ""},
		{"fr", "un homme et une femme", ""},
		{"en", "one of the men", ""},
		{"fr", "le F-16 et le G7", ""},
		{"fr", "un enfant de 45 ans", "45 year"},
		{"en", "a 45-year-old man", "45 year"},
		{"fr", "un bâtiment neuf", ""},
		{"fr", "neuf personnes", "9"},
		{"en", "They may come in May", "0-5-0"},
		{"fr", "deux millions et demi", "2500000"},
		{"en", "half a million people", "500000"},
		{"en", "two and a half million", "2500000"},
		{"fr", "100 km/h", "100 km/h"},
		{"fr", "3 points de pourcentage", "3 point"},
		{"en", "3 percentage points", "3 point"},
		{"en", "over three years", "more than 3 year"},
		{"fr", "12,50 euros", "25/2 EUR"},
		{"en", "€12.50", "25/2 EUR"},
		{"en", "about 10,000 or 1.5", "about 10000; 3/2"},
		{"fr", "600'000 soldats russes", "600000"},
		{"fr", "l'article 5", "5"},
		{"fr", "quelque 2000 personnes", "about 2000"},
		{"fr", "2000 personnes", "2000"},
		{"en", "two dozen people", "about 24"},
		{"fr", "des millions de francs", "vague 1000000 CHF"},
		{"en", "millions of francs", "vague 1000000 CHF"},
	}
	for _, test := range tests {
		if got := list(test.text, test.lang); got != test.want {
			t.Errorf("%s %q: got %s, want %s", test.lang, test.text, got, test.want)
		}
	}
}

func TestSpans(t *testing.T) {
	text := "Près de 478 km2, d'ici au 27 octobre 2024, soit 1,5 million d'euros."
	want := []string{"478 km2", "27 octobre 2024", "1,5 million d'euros"}
	got := Read(text, French)
	if len(got) != len(want) {
		t.Fatalf("got %d figures, want %d", len(got), len(want))
	}
	for i, f := range got {
		if f.Raw != want[i] || text[f.Start:f.End] != want[i] {
			t.Errorf("figure %d: got %q, want %q", i, f.Raw, want[i])
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"10'000 soldats, 1,3 mrd", "27.10.2024", "deux tiers de l'UE", "$1.3bn at 8:30 p.m.", "entre 1 et 2 millions", "XIXe siècle",
		"\xff'1,2,3.4.5", "half a million and a half", "999999999999999999999999999999999999999999999", "CHF 15'000.-", "’’'1’000’",
	} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, text string, english bool) {
		lang := French
		if english {
			lang = English
		}
		last := 0
		for _, got := range Read(text, lang) {
			if got.Start < last || got.End <= got.Start || got.End > len(text) || got.Raw != text[got.Start:got.End] {
				t.Fatalf("span %d:%d after %d in %q", got.Start, got.End, last, text)
			}
			if (got.Value == nil) != (got.Kind == Day) {
				t.Fatalf("%q: kind %s with value %v", got.Raw, got.Kind, got.Value)
			}
			last = got.End
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("Au 27 octobre, les forces avaient gagné plus de 1,5 million de m2 (477 et 459 km2), soit deux tiers de la zone. ", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text, French)
	}
}
