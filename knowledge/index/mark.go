package index

import "strings"

// mark is what a form does in a sentence that is quoted from.
type mark uint8

const (
	by          mark = 1 << iota // par
	of                           // de, du, des, d'
	conjoining                   // begins a clause without a mark before it
	negating                     // ne, pas, jamais
	hedging                      // probablement, environ
	conditional                  // a verb in -rait, -raient
	capitalised                  // stands somewhere with a capital
	fraction                     // gives a share without a unit: moitié
)

// marks of folded words.
var marks = func() map[string]mark {
	all := map[string]mark{}
	for m, words := range map[mark]string{
		by: `par`, of: `de d du des`,
		conjoining: `mais car parce puisque tandis lorsque lorsqu afin alors`,
		negating:   `ne n pas jamais aucun aucune ni sans guere`,
		hedging: `probablement vraisemblablement eventuellement apparemment possiblement presque environ officiellement
			pretendument`,
		fraction: `moitie tiers quart quarts majorite cinquieme dixieme`,
	} {
		for w := range strings.FieldsSeq(words) {
			all[w] |= m
		}
	}
	return all
}()

// marksOf are the marks of a folded word.
func marksOf(word string) mark {
	m := marks[word]
	if len(word) > 5 && (strings.HasSuffix(word, "rait") || strings.HasSuffix(word, "raient")) {
		m |= conditional
	}
	return m
}
