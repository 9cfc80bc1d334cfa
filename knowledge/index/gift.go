package index

import "strings"

// gift is a measured kind of answer that a sentence gives: what a question for
// a price, an age or a length must find there.
type gift uint16

const (
	givesAge gift = 1 << iota
	givesMoney
	givesDuration
	givesLength
	givesArea
	givesShare // a percentage or a fraction
	givesSpeed
	givesWarmth
	givesWeight
	givesHour
	givesPeople
	givesTime // a date, a day, a period
	givesYear
	givesFigure // any figure that is no multiple of another
	givesTimes  // a multiple: « trois fois »
)

// units are the words that a figure is counted in.
var units = func() map[string]gift {
	all := map[string]gift{}
	for g, s := range map[gift]string{
		givesMoney: `euro euros franc francs dollar dollars livre livres yen yens yuan yuans rouble roubles eur chf usd fr frs centime centimes sterling`,
		givesDuration: `an ans annee annees mois siecle siecles decennie decennies semaine semaines jour jours heure heures minute minutes seconde secondes
			journee journees nuit nuits h min`,
		givesLength:             `km kilometre kilometres metre metres m cm centimetre centimetres mm millimetre millimetres mille milles pied pieds`,
		givesArea:               `hectare hectares ha carre carres`,
		givesArea | givesLength: `km2 m2 km² m²`,
		givesShare:              `pourcent pourcents cent points`,
		givesSpeed:              `noeud noeuds`, givesWarmth: `degre degres celsius`,
		givesWeight: `tonne tonnes kilo kilos kg kilogramme kilogrammes gramme grammes g`,
		givesPeople: `habitant habitants personne personnes ame ames`,
	} {
		for w := range strings.FieldsSeq(s) {
			all[w] |= g
		}
	}
	return all
}()

// giftsOf reads what the figures of a sentence count.
func (x *Index) giftsOf(tokens []token, text string, o offer) (g gift) {
	since := 9 // words since the last figure
	for i, t := range tokens {
		f := &x.words.form[t.form]
		since++
		if u := f.unit; u != 0 && since <= 3 {
			g |= u
			if x.tellsAge(tokens, i, i-since) {
				g |= givesAge
			}
			continue
		}
		if f.marks&fraction != 0 {
			g |= givesShare
		}
		switch {
		case f.text == "fois":
			g |= givesTimes
		case f.class&(figure|counting) != 0:
			if f.class&figure == 0 && i+1 < len(tokens) && x.words.form[tokens[i+1].form].text == "fois" {
				continue
			}
			g |= givesFigure
			if i > 1 && x.words.form[tokens[i-1].form].text == "sur" && since <= 4 { // « une sur dix »
				g |= givesShare
			}
			since = 0
			if len(f.text) == 3 && f.class&figure != 0 && i > 0 && dating[x.words.form[tokens[i-1].form].text] != 0 {
				g |= givesYear | givesTime
			}
			if (strings.HasPrefix(f.text, "million") || strings.HasPrefix(f.text, "milliard")) && !x.countsThings(tokens, i) {
				g |= givesMoney
			}
		case f.text == "un" || f.text == "une" || f.text == "quelques":
			since = min(since, 0)
		}
		if f.text == "age" || f.text == "agee" || f.text == "ages" || f.text == "agees" {
			g |= givesAge
		}
	}
	for i, r := range text {
		switch r {
		case '%':
			g |= givesShare
		case '€', '$', '£':
			g |= givesMoney
		case '°':
			g |= givesWarmth
		case 'k', 'm':
			if strings.HasPrefix(text[i:], "km/h") || strings.HasPrefix(text[i:], "m/s") {
				g |= givesSpeed
			}
		case 'h', 'H':
			if afterDigit(text[:i]) {
				g |= givesHour
			}
		}
	}
	if strings.Contains(text, "midi") || strings.Contains(text, "minuit") {
		g |= givesHour
	}
	if o&offersYear != 0 {
		g |= givesYear | givesTime
	}
	if o&offersDate != 0 {
		g |= givesTime
	}
	return g
}

// countsThings tells whether the millions at i are of things and no money.
func (x *Index) countsThings(tokens []token, i int) bool {
	if i+2 >= len(tokens) {
		return false
	}
	of := x.words.form[tokens[i+1].form].text
	return (of == "de" || of == "d") && units[x.words.form[tokens[i+2].form].text]&givesMoney == 0
}

// tellsAge tells whether « ans » at i, counted by the figure at from, is an age
// and no span of time.
func (x *Index) tellsAge(tokens []token, i, from int) bool {
	text := func(k int) string {
		if k < 0 || k >= len(tokens) {
			return ""
		}
		return x.words.form[tokens[k].form].text
	}
	before := text(from - 1)
	if before == "a" && text(from-2) != "y" { // « à onze ans »
		before = ""
	}
	if text(i) != "ans" && text(i) != "mois" || before != "de" && noAge[before] != 0 {
		return false
	}
	return noAge[text(i+1)] == 0
}

// dating stand before years of three digits.
var dating = wordsOf(`en vers`, 1)

// noAge stand beside a span of years.
var noAge = wordsOf(`depuis pendant a en durant dans des tous toutes pour sur il y dernier derniers prochains prochain de d plus auparavant avant ferme
	contre suite apres consecutifs`, 1)

// afterDigit tells whether text ends with a digit, spaces aside.
func afterDigit(text string) bool {
	text = strings.TrimRight(text, " \u00a0\u202f")
	return text != "" && digit(text[len(text)-1])
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
