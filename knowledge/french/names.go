package french

import (
	"unicode"
	"unicode/utf8"
)

// Name is a proper name of a text, in bytes: capitalised words with the small
// words between them (« Corée du Nord », « Ursula von der Leyen »).
type Name struct {
	Start, End int
	Initial    bool // it begins a sentence, so that its capital may mean nothing
}

// joints are the small words that may stand inside a name.
var joints = map[string]bool{
	"de": true, "du": true, "des": true, "d": true, "la": true, "le": true, "les": true, "l": true, "von": true, "van": true, "der": true,
	"den": true, "bin": true, "ben": true, "al": true, "el": true, "da": true, "di": true, "dos": true, "y": true, "sur": true, "en": true, "et": false,
}

// plainOpeners are words that often begin a sentence and are no names.
var plainOpeners = set(`le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos il elle ils elles on
nous vous je j tu c qui que qu quand lorsque lorsqu si s comme mais ou et donc or ni car pour par dans sur sous avec sans selon apres
avant depuis pendant durant entre vers chez contre malgre outre hors des lors a en y ne n pas plus moins tres trop tout toute tous toutes aucun aucune
chaque plusieurs certains certaines quelques autre autres meme memes ainsi alors aussi encore deja toujours jamais ici la aujourd hier demain
puis ensuite enfin cependant pourtant toutefois neanmoins notamment quant quelque environ pres autour jusqu deux trois quatre cinq six sept huit
neuf dix vingt cent mille parmi face suite lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout
septembre octobre novembre decembre celui celle ceux celles cela ca voici voila rien personne peu beaucoup assez tant seul seule seuls seules
premier premiere premiers dernier derniere mme mm m mlle dr me pr comment pourquoi combien quel quelle quels quelles grace afin bien loin
monsieur madame interroge interrogee parallelement egalement actuellement recemment finalement dont ceci lui eux moi soit est etait sont fin debut
moitie tiers dizaines centaines milliers plus d'apres apres-demain or vu etant ayant avoir etre faute sitot tandis puisque puisqu quoique`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	start := -1
	for i := 0; i <= len(words); i++ {
		if i == len(words) || words[i] == ' ' || words[i] == '\n' {
			if start >= 0 {
				out[words[start:i]] = true
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	return out
}

// titles stand before a name and are no part of it.
var titles = set("m mm mme mmes mlle dr me pr mgr")

// Names returns the proper names of a text in order. The first word of a
// sentence or of a quotation counts where it is none of the words that often
// stand there; such a name is marked Initial where nothing else tells that it is one.
func Names(text string) []Name {
	words := Words(text)
	var out []Name
	for i := 0; i < len(words); {
		if !capital(text, words[i]) {
			i++
			continue
		}
		initial := beginsSentence(text, words[i].Start)
		folded := Fold(text[words[i].Start:words[i].End])
		if titles[folded] && words[i].End < len(text) && (text[words[i].End] == '.' || len(folded) > 2) || words[i].Elided ||
			initial && plainOpeners[folded] {
			i++
			continue
		}
		last := i
		for j := i + 1; j < len(words) && j-last <= 3 && adjacent(text, words[j-1].End, words[j].Start); j++ {
			if capital(text, words[j]) || j == last+1 && text[words[last].End] == '-' && digit(text[words[j].Start]) {
				last = j
			} else if !joints[Fold(text[words[j].Start:words[j].End])] {
				break
			}
		}
		single := last == i && !acronym(text[words[i].Start:words[i].End])
		out = append(out, Name{Start: words[i].Start, End: words[last].End, Initial: initial && single})
		i = last + 1
	}
	return out
}

func capital(text string, w Word) bool {
	r, _ := utf8.DecodeRuneInString(text[w.Start:])
	return unicode.IsUpper(r)
}

// acronym tells whether a word has two capitals.
func acronym(word string) bool {
	n := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// adjacent tells whether nothing but a space, hyphen or apostrophe stands between two words.
func adjacent(text string, end, start int) bool {
	for _, r := range text[end:start] {
		switch r {
		case ' ', '\u00a0', '\u202f', '-', '‑', '\'', '’':
		default:
			return false
		}
	}
	return true
}

// beginsSentence tells whether a sentence or a quotation begins at i.
func beginsSentence(text string, i int) bool {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		switch r {
		case ' ', '\u00a0', '\u202f', '\t', '-', '–', '—', '(', '\'', '’', '"', '“':
			i -= size
			continue
		case '«', '.', '!', '?', '…', ':', '\n':
			if r == '.' && initialBefore(text[:i-size]) {
				return false
			}
			return true
		}
		return false
	}
	return true
}

// initialBefore tells whether a text ends in an abbreviation that a name
// follows: « M », « J », « Dr ».
func initialBefore(text string) bool {
	end := len(text)
	start := end
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !unicode.IsLetter(r) {
			break
		}
		start -= size
	}
	word := text[start:end]
	return word != "" && (utf8.RuneCountInString(word) == 1 || titles[Fold(word)]) && unicode.IsUpper([]rune(word)[0])
}
