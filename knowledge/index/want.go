package index

import "strings"

// wants are the words of a question that ask for a measured kind of answer,
// folded French or lower-case English.
func wantsOf(lists map[gift]string) map[string]gift {
	all := map[string]gift{}
	for g, s := range lists {
		for w := range strings.FieldsSeq(s) {
			all[w] |= g
		}
	}
	return all
}

// The nouns and verbs that make « combien », « quel », "how much" and "what"
// ask for a measured kind of answer.
var (
	frenchWants = wantsOf(map[gift]string{
		givesAge: `age`,
		givesMoney: `prix cout couts coute coutera couteront coutent couter coutait budget montant somme salaire tarif loyer amende
			chiffre-d-affaires facture paie payer paye payent paiera gagne argent euros francs dollars depense investi investit
			investissement subvention rancon cachet dette recettes benefice perte pertes deficit frais vaut valeur`,
		givesDuration: `temps duree dure durera durait delai`,
		givesLength:   `distance longueur hauteur largeur profondeur altitude kilometres metres`,
		givesArea:     `superficie surface etendue hectares`,
		givesShare:    `pourcentage proportion taux`,
		givesSpeed:    `vitesse`, givesWarmth: `temperature degres`, givesWeight: `poids pese tonnes kilos`,
		givesHour: `heure`, givesPeople: `population`, givesFigure: `estimation evaluation bilan chiffre effectif participation score`, givesYear: `annee`, givesTime: `date jour mois`,
	})
	englishWants = wantsOf(map[gift]string{
		givesAge: `old age`,
		givesMoney: `cost costs price budget pay pays paid salary fee fine money spend spent spends worth earn earns revenue rent bill
			invest invested investment subsidy ransom debt turnover profit loss deficit ticket euros francs dollars save saves`,
		givesDuration: `long duration last lasted`, givesLength: `far tall high deep distance length height width depth altitude long kilometres metres`,
		givesArea: `area surface big large hectares`, givesShare: `percentage proportion percent share rate`,
		givesSpeed: `fast speed`, givesWarmth: `temperature hot cold degrees`, givesWeight: `weigh weighs weight heavy tonnes tons`,
		givesPeople: `population`, givesFigure: `estimate figure toll turnout score number`, givesYear: `year`, givesTime: `date day month`,
	})
)

// want finds which measured kind of answer the question must get, by its words.
func (q *question) findWant(word func(i int) string, n int) {
	q.want, q.counts = 0, -1
	switch q.kind {
	case asksQuantity, asksWhen, asksWhich, asksWhat:
	default:
		return
	}
	table := frenchWants
	if q.english {
		table = englishWants
	}
	switch q.kind {
	case asksWhen:
		q.want = givesTime
		for i := range n {
			if g := table[word(i)]; g&(givesYear) != 0 && i > 0 {
				q.want = g | givesYear
			}
			if w := word(i); w == "heure" && i > 0 && word(i-1) == "quelle" {
				q.want = givesHour
			}
		}
		return
	case asksQuantity:
		q.wantQuantity(table, word, n)
	default:
		for i := range n {
			if i < 6 && q.english && word(i) == "time" && i > 0 && (word(i-1) == "what") {
				q.want = givesHour
			}
		}
		if q.focus >= 0 {
			q.want = table[q.terms[q.focus].folded]
		}
	}
}

// wantQuantity reads what « combien » and "how much" ask for: the word right
// after them where something is counted, else the verb.
func (q *question) wantQuantity(table map[string]gift, word func(i int) string, n int) {
	const time = givesYear | givesTime
	ask := -1
	for i := range n {
		if w := word(i); w == "combien" || w == "how" {
			ask = i
			break
		}
	}
	if ask < 0 { // « quelle est la taille »
		if q.focus >= 0 {
			q.want = table[q.terms[q.focus].folded] &^ time
		}
		for i := 0; i < n && q.want == 0 && q.focus < 0; i++ {
			q.want = table[word(i)] &^ time
		}
		if q.want == 0 {
			q.want = givesFigure | givesShare
		}
		return
	}
	after := word(ask + 1)
	counts := after == "de" || after == "d" || after == "many"
	if w := word(ask + 2); counts && (w == "temps" || w == "time") || after == "long" || after == "much" && w == "time" {
		q.want = givesDuration | table[after] | givesTime
		return
	}
	if sizes[after] != 0 && q.english { // « how large is the debt »: in any measure
		q.want = anyGift
		return
	}
	last := ask + 4
	if counts {
		last = ask + 3
		q.want = durations[word(ask+2)]
	}
	for i := ask + 1; i <= min(last, n-1); i++ {
		q.want |= table[word(i)] &^ time
	}
	for i := last + 1; i < n && q.want == 0 && !counts; i++ {
		q.want = spendings[word(i)]
	}
	if q.want&givesFigure != 0 {
		q.want |= givesTimes | givesShare
	}
	if q.want == 0 {
		q.want = givesFigure | givesShare | givesTimes
		if counts {
			q.counts = q.focus
		}
	}
}

// anyGift is an answer in any measure.
const anyGift = givesTimes<<1 - 1

// sizes ask for no measure of their own after "how".
var sizes = wordsOf(`big large small great`, 1)

// durations are counted themselves.
var durations = wantsOf(map[gift]string{givesDuration: `jours semaines mois ans annees heures minutes secondes siecles decennies nuits
	days weeks months years hours minutes seconds centuries decades nights`})

// spendings ask for money wherever they stand after « combien » and "how much".
var spendings = wantsOf(map[gift]string{
	givesMoney: `coute coutent coutera couteront coutait cout paye payer payes paient payent depense investi gagne
		cost costs pay paid pays spend spent earn earns invest invested worth`,
	givesWeight: `pese pesent weigh weighs`,
})
