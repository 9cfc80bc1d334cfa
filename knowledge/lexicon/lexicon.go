// Package lexicon says English words in French and French words in English,
// and knows which words belong together: families, synonyms, opposites,
// countries with their peoples, names with their forms in both languages.
//
// # Sources
//
// What it knows is written by hand in five folders beside this file, and
// packed by `go generate` into packed/, which is what the program embeds:
//
//   - topics/*.txt: words, a file for each field of the news;
//   - names/*.txt: names of places, organisations and persons, and
//     countries.txt, which joins a country to its people;
//   - senses/*.txt: what stands for each other in a news sentence, in both
//     languages and across them;
//   - relations/*.txt: French word families and synonyms, opposites of both
//     languages.
//
// After a change to them run `go generate ./knowledge/lexicon` and commit
// packed/ too.
//
// # Form of a topic file
//
// One English headword a line, then one to five French equivalents, the most
// usual first:
//
//	# War and the military.
//	ceasefire: cessez-le-feu, trêve
//	chief of staff: chef d'état-major
//	lead (n): avance
//	lead (v): mener, diriger, conduire
//	shell: obus, coquille=0.3
//
// Comments (#) stand at the head of the file; below them lines are sorted by
// headword (`go run ./knowledge/lexicon/pack -sort FILE` sorts a file). Both
// sides are dictionary forms in lower case, NFC: verbs in the infinitive (no
// "to"), nouns in the singular, French adjectives in the masculine. Inflected
// forms are never listed: they are analysed, irregular ones included. Spelling
// may be British or American, one of them: they meet. A part of speech — (n),
// (v), (a) for adjectives, (d) for adverbs — is written only where one headword
// has two lines. Phrases may stand on both sides; a phrase wins over its words,
// its inflected forms too. Apostrophes are straight.
//
// The place of an equivalent says how sure it is: 1, 0.8, 0.65, 0.5, 0.4;
// `word=0.3` says so itself, for a sense that this headword rarely has.
// A headword may stand in several files, with the senses of each field; the
// same pair counts once. Words that only join others (prepositions,
// articles, pronouns, conjunctions, auxiliaries) do not stand here.
//
// # Form of a senses file
//
// A row is one sense: the French words and phrases that say it, then " | ",
// then the English ones:
//
//	# Decisions of parliaments and councils.
//	adopter, approuver, voter, adoption, feu vert | adopt, approve, pass, adoption, approval, green light
//
// Two words stand in one row only where a careful editor would let one stand
// for the other in a news sentence and nothing else were asserted. So never
// opposites, nor degrees of what happened (killed, wounded; arrested,
// convicted; proposed, adopted), nor roles (buy, sell), nor persons and bodies
// that are not the same (minister, president), nor what is hedged and what is
// certain, nor verbs of saying that claim different things (say, deny, admit).
// A word stands in as many rows as it has senses; narrow rows are better than
// a wide one. Verb, noun and adjective of a sense stand together. Forms are
// dictionary forms as in a topic file, reflexive verbs with their pronoun (se
// dérouler); phrases have at most five words that count, small words at their
// edges left out, save in French where but one word is left: « en cours » is
// found with its « en » alone. [Senses] looks them up.
//
// In names/ a line may give several forms before the colon, separated by "|",
// and both sides keep their capitals.
package lexicon

//go:generate go run ./pack

// Equivalent is a word or phrase of the other language and how sure the pair
// is, above 0 and at most 1.
type Equivalent struct {
	Text string // lower case, dictionary form, with accents
	Sure float64
}

// Term is a stretch of consecutive words that means one thing.
type Term struct {
	First, Count int // positions in the words that were looked up
	Equivalents  []Equivalent
	Guessed      bool // the equivalents are cognates by rule, not entries
}

// ToFrench cuts English words (lower case, in any inflection, in the order of
// the text, small words included) into terms, the longest entries first, and
// gives the French equivalents of each, most usual first. Words that mean
// nothing alone have none, as have words that are unknown and look like no
// French word. A word with a hyphen that is no entry has the equivalents of
// its parts, less sure. Every word is in exactly one term.
func ToFrench(words []string) []Term {
	parts := englishParts(words)
	var terms []Term
	for i := 0; i < len(parts); {
		first := parts[i].word
		if n, found := englishPhrase(parts[i:]); n > 0 {
			last := parts[i+n-1].word
			terms = append(terms, Term{First: first, Count: last - first + 1, Equivalents: found})
			i += n
			continue
		}
		n := 1
		for i+n < len(parts) && parts[i+n].word == first {
			n++
		}
		terms = append(terms, englishTerm(parts[i:i+n]))
		i += n
	}
	return terms
}

// ToEnglish does the same from French to English. Small words may stand or
// be left out: « chef de l'État » is found as "chef", "état" too.
func ToEnglish(words []string) []Term {
	parts := frenchParts(words)
	var terms []Term
	done := 0 // words that stand in a term
	for i := 0; i < len(parts); {
		first := parts[i].word
		for ; done < first; done++ {
			terms = append(terms, Term{First: done, Count: 1})
		}
		n, found := frenchPhrase(parts[i:])
		if n == 0 {
			n, found = frenchTerm(parts[i:])
		}
		last := parts[i+n-1].word
		terms = append(terms, Term{First: first, Count: last - first + 1, Equivalents: found})
		done = last + 1
		i += n
	}
	for ; done < len(words); done++ {
		terms = append(terms, Term{First: done, Count: 1})
	}
	return terms
}
