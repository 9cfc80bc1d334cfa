package summary

import (
	"strings"

	"verbatim/knowledge/french"
)

// class is what a word tells of its sentence by itself.
type class uint16

const (
	small      class = 1 << iota // means nothing alone
	number                       // holds a digit
	speaking                     // a verb that reports speech, « selon », « d'après »
	accusing                     // « accuse », « reproche »
	causing                      // « cause »: an accusation in « mis en cause »
	denying                      // « dément », « nie »
	objecting                    // a denial where its object is an accusation: « rejette »
	answering                    // a denial where an accusation stands before: « assure que »
	confirming                   // « confirmer », a part of « ni confirmé ni démenti »
	negating                     // « ne », « aucun »
	faulting                     // what is rejected or contested by who is accused
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// All words are folded: no accents, no capitals.
var (
	smallWords = set(`les des une aux ces ses son leur leurs que qui quoi dont par pour dans sur sous avec sans est sont ont etait etaient ete etre avoir
avait avaient aurait auraient sera seront serait seraient fait faire plus moins tres cette cet pas mais donc lui elle elles ils nous vous eux deux entre vers
chez apres avant depuis comme aussi tout tous toute toutes autre autres meme encore deja selon ainsi alors afin car ayant peut peuvent doit doivent soit`)
	accusations = set(`accuse accusent accusait accusaient accusant accusee accusees accuses accuser accusation accusations reproche reprochent reprochait
reprochaient reprochant reproches denonce denoncent denoncait denoncaient denoncant soupconne soupconnent soupconnait soupconnee soupconnes soupcon soupcons
imputent impute incrimine incriminent incriminee menti mentir mensonge mensonges inculpe inculpee inculpes plainte plaintes fustige fustigent pointe epingle
epinglee epingles complice complicite`)
	denials = set(`nie nient niait niaient nia nier niant dement dementent dementait dementaient dementi dementie dementis dementies dementir dementant refute
refutent refutait refutaient refutant refutee refutees refuter infondee infondees infonde infondes mensongere mensongeres mensonger calomnie calomnies
calomnieux calomnieuse calomnieuses diffamatoire diffamatoires innocence disculpe disculpent`)
	objections = set(`rejette rejettent rejetait rejetaient rejete rejetant rejetees rejetee conteste contestent contestait contestaient contestant contestee
contestees recuse recusent recusait recusaient recusant recusee recusees balaie balaye balaient balayent balayait ecarte ecartent ecartant refuse
defend defendent defendait defendaient defendu defendue defendus defendues`)
	answers = set(`assure assurent assurait assuraient assurant jure jurent jurait maintient maintiennent maintenait retorque retorquent replique repliquent`)
	faults  = set(`accusation accusations allegation allegations reproche reproches critique critiques soupcon soupcons grief griefs faits version propos
affirmation affirmations implication responsabilite methode methodes chiffre chiffres conclusion conclusions resultat resultats charge charges imputation
imputations rumeur rumeurs insinuation insinuations role participation faute lien liens bloc mensonges`)
	negations     = set(`n ne ni sans aucun aucune jamais`)
	confirmations = set(`confirme confirmer confirmant confirmee revendique revendiquer commente commenter`)
)

// classes are the classes of the words above, in one table.
var classes = func() map[string]class {
	out := map[string]class{"selon": speaking, "apres": speaking, "cause": causing}
	for _, one := range []struct {
		words map[string]bool
		class class
	}{
		{smallWords, small}, {accusations, accusing}, {denials, denying}, {objections, objecting}, {answers, answering},
		{faults, faulting}, {confirmations, confirming}, {negations, negating},
	} {
		for w := range one.words {
			out[w] |= one.class
		}
	}
	return out
}()

// classOf reads a folded word.
func classOf(w string) class {
	c := classes[w]
	if strings.ContainsAny(w, "0123456789") {
		c |= number
	} else if c&small == 0 && french.Speaking(w) {
		c |= speaking
	}
	return c
}

// list is the words of one sentence.
type list struct {
	text  string
	words []french.Word
	terms []*term
}

// at is the folded word in a place, "" where there is none.
func (l list) at(i int) string {
	if i < 0 || i >= len(l.terms) {
		return ""
	}
	return l.terms[i].folded
}

func (l list) is(i int, c class) bool { return i >= 0 && i < len(l.terms) && l.terms[i].class&c != 0 }

// has tells whether the sentence has one of two words.
func (l list) has(a, b string) bool {
	for i := range l.terms {
		if w := l.at(i); w == a || w == b {
			return true
		}
	}
	return false
}

// within finds a class among the words from i on, at most n of them.
func (l list) within(i, n int, c class) bool {
	for j := i; j < i+n; j++ {
		if l.is(j, c) {
			return true
		}
	}
	return false
}

// blames finds « mis en cause ».
func (l list) blames() bool {
	for i := range l.terms {
		if l.at(i) == "cause" && l.at(i-1) == "en" && strings.HasPrefix(l.at(i-2), "mis") {
			return true
		}
	}
	return false
}
