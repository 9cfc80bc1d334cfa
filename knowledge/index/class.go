package index

import "strings"

// class is what a word can be wherever it stands.
type class uint16

const (
	function class = 1 << iota // says nothing alone: articles, pronouns, prepositions, auxiliaries
	asking                     // asks: qui, quand, combien
	figure                     // has a digit
	year                       // four digits from 1000 to 2099
	month                      // janvier … décembre
	clock                      // a day, a century, a duration: lundi, siècle, ans
	counting                   // deux, cent, milliers, moitié
	pronoun                    // points back: il, elle, ce, cette, celui
	locative                   // before places: à, en, dans, près
	reason                     // car, parce, afin, raison
	speech                     // dit, affirmé, déclaré
	copula                     // est, sont, était, désigne
	article                    // un, une, le, la
	measure                    // a unit: km, euros, habitants
	manner                     // par, grâce, moyen
	naming                     // nommé, appelé, surnommé, intitulé
)

// shape is how a word stands in its place.
type shape uint8

const (
	capital shape = 1 << iota // begins with a capital
	initial                   // first word of its sentence, or of a quotation in it
	elided                    // has lost its vowel: l', d'
	joined                    // touches the word before by an apostrophe or hyphen

	gapShift   = 4 // above them, how many bytes stand between the word and the one before
	longestGap = 15
)

func wordsOf(s string, c class) map[string]class {
	m := map[string]class{}
	for _, w := range strings.Fields(s) {
		m[w] = c
	}
	return m
}

// classes of folded words.
var classes = func() map[string]class {
	all := map[string]class{}
	for _, m := range []map[string]class{
		wordsOf(`a au aux avec ce ces cet cette ceux celle celui celles dans de des du elle elles en entre et eux il ils
			je l la le les leur leurs lui ma mais me mes moi mon ne ni nos notre nous on ou par pas pour sa se ses si son sous
			sur ta te tes toi ton tu un une vos votre vous y c d j m n s t qu qui que quoi dont ou lors ainsi alors aussi
			bien car chez comme deja depuis donc encore ici la plus moins tres tout tous toute toutes meme memes peu
			est sont etait etaient etre ete etant suis es sommes etes sera seront serait seraient soit soient fut furent
			a ai as ont avait avaient avoir eu eut aura auront aurait auraient ait aient ayant
			ci cela ceci ca lequel laquelle lesquels lesquelles duquel auquel quel quelle quels quelles quand
			combien comment pourquoi or jusqu lorsqu puisqu quoiqu vers sans parce afin non oui fait faire font
			peut peuvent doit doivent va vont autre autres afin quelqu presqu`, function),
		wordsOf(`qui que quoi quel quelle quels quelles quand combien comment pourquoi lequel laquelle lesquels lesquelles`, asking),
		wordsOf(`janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre`, month),
		wordsOf(`lundi mardi mercredi jeudi vendredi samedi dimanche siecle siecles an ans annee annees mois jour jours semaine
			semaines heure heures minute minutes decennie decennies matin soir nuit hier aujourd demain printemps ete
			automne hiver epoque periode debut fin date millenaire lendemain veille dynastie regne`, clock),
		wordsOf(`deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
			cinquante soixante cent cents mille million millions milliard milliards millier milliers centaine centaines
			dizaine dizaines vingtaine trentaine cinquantaine douzaine moitie tiers quart double triple plusieurs unique
			aucun aucune premier premiere seul seule`, counting),
		wordsOf(`il ils elle elles ce cet cette ces celui celle ceux celles cela ceci lui leur leurs son sa ses`, pronoun),
		wordsOf(`a au aux en dans pres vers chez sur sous depuis entre nord sud est ouest region ville pays village`, locative),
		wordsOf(`car parce puisque puisqu afin raison raisons cause causes grace suite pour consequence donc ainsi permet permettre
			permettant provoque entraine du due dus dues motif but visant vise faute`, reason),
		wordsOf(`dit dire dits declare declara declarer affirme affirma affirmer explique expliqua estime estima annonce annonca
			ajoute selon rapporte souligne precise indique assure ecrit note raconte repond demande conclut d'apres`, speech),
		wordsOf(`est sont etait etaient fut furent designe designent signifie constitue constituent represente consiste`, copula),
		wordsOf(`un une le la les l des`, article),
		wordsOf(`km km2 m m2 cm mm kg g tonnes tonne euros euro dollars dollar francs livres hectares habitants personnes
			metres kilometres carre degres c litres pieds miles fois hommes soldats morts membres km² m² mw gw kwh hab`, measure),
		wordsOf(`par grace moyen moyens maniere facon via aide selon travers methode avec sans`, manner),
		wordsOf(`nomme nommee nommes nommees appele appelee appeles appelees surnomme surnommee intitule intitulee baptise
			baptisee dit dite dits nom noms titre connu connue`, naming),
	} {
		for w, c := range m {
			all[w] |= c
		}
	}
	return all
}()

// classOf is the class of a folded word.
func classOf(word string) class {
	c := classes[word]
	if hasDigit(word) {
		c |= figure
		if len(word) == 4 && (word[0] == '1' || word[0] == '2' && word[1] == '0') && digits([]byte(word)) {
			c |= year
		}
	}
	return c
}

func hasDigit(word string) bool {
	for i := range len(word) {
		if digit(word[i]) {
			return true
		}
	}
	return false
}
