package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// best looks a text up and gives each term as "words=first equivalent".
func best(terms []Term, words []string) string {
	var b []string
	for _, t := range terms {
		text := strings.Join(words[t.First:t.First+t.Count], " ")
		if len(t.Equivalents) > 0 {
			text += "=" + t.Equivalents[0].Text
		}
		b = append(b, text)
	}
	return strings.Join(b, " | ")
}

func TestToFrench(t *testing.T) {
	for text, want := range map[string]string{
		"the soldiers were deployed":      "the | soldiers=soldat | were | deployed=déployer",
		"ballistic missiles":              "ballistic missiles=missile balistique",
		"prisoners of war":                "prisoners of war=prisonnier de guerre",
		"armoured vehicles":               "armoured vehicles=véhicule blindé",
		"anti-tank weapons":               "anti-tank=antichar | weapons=arme",
		"qqq attacks":                     "qqq | attacks=attaque",
		"troops shot down the helicopter": "troops=troupes | shot down=abattre | the | helicopter=hélicoptère",
		"retreating":                      "retreating=se retirer",
		"workers were laid off":           "workers=travailleur | were | laid off=licencier",
		"used":                            "used=utiliser",
		"don't":                           "don't",
		"swiss":                           "swiss=suisse",
	} {
		words := strings.Fields(text)
		if got := best(ToFrench(words), words); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestToEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"les soldats déployés":         "les | soldats=soldier | déployés=deploy",
		"des missiles balistiques":     "des | missiles balistiques=ballistic missile",
		"armes de destruction massive": "armes de destruction massive=weapons of mass destruction",
		"ils ont manifesté":            "ils | ont | manifesté=protest",
		"affirmé":                      "affirmé=claim",
		"dès que possible":             "dès que=as soon as | possible=possible",
		"un cessez-le-feu":             "un | cessez-le-feu=ceasefire",
		"l'armée suisse":               "l'armée=army | suisse=switzerland",
	} {
		words := strings.Fields(text)
		if got := best(ToEnglish(words), words); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestEveryWordIsInOneTerm(t *testing.T) {
	for _, look := range []func([]string) []Term{ToFrench, ToEnglish} {
		words := strings.Fields("the anti-tank weapons - of l' armée de l'air 's prisonniers de guerre")
		next := 0
		for _, term := range look(words) {
			if term.First != next || term.Count < 1 {
				t.Fatalf("term at %d has %d words, want it at %d", term.First, term.Count, next)
			}
			next += term.Count
		}
		if next != len(words) {
			t.Errorf("terms end at %d, want %d", next, len(words))
		}
	}
}

func TestInflectedHomographKeepsBoth(t *testing.T) {
	terms := ToFrench([]string{"shooting"})
	var texts []string
	for _, e := range terms[0].Equivalents {
		texts = append(texts, e.Text)
	}
	if !slices.Contains(texts, "fusillade") || !slices.Contains(texts, "tirer") {
		t.Errorf("shooting: %v, want fusillade and tirer", texts)
	}
}
