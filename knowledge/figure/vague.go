package figure

import "math/big"

var frenchDozens = map[string]int64{
	"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50,
	"soixantaine": 60, "centaine": 100, "millier": 1000,
}

var frenchVague = map[string]int64{"dizaines": 10, "douzaines": 10, "centaines": 100, "milliers": 1000, "millions": million, "milliards": 1000 * million}
var englishVague = map[string]int64{"dozens": 10, "tens": 10, "scores": 10, "hundreds": 100, "thousands": 1000, "millions": million, "billions": 1000 * million, "trillions": million * million}

// vague reads « une dizaine » (about ten) and « des milliers de » (thousands).
func (r *reader) vague(i int) (Figure, int, bool) {
	w := r.word(i)
	if n, ok := frenchDozens[w]; ok && !r.english {
		return r.dozen(n, i+1)
	}
	if w == "dozen" && r.english {
		return Figure{Kind: Number, Value: big.NewRat(12, 1), Bound: About, Loose: true}, i + 1, true
	}
	words := frenchVague
	if r.english {
		words = englishVague
	}
	n, ok := words[w]
	at := i
	if !ok && (w == "several" || w == "few" || w == "plusieurs" || w == "quelques") {
		at = i + 1
		if r.english {
			n, ok = englishVague[r.word(at)+"s"]
		} else {
			n, ok = frenchVague[r.word(at)]
		}
	}
	if !ok && (w == "several" || w == "plusieurs" || w == "quelques" || w == "few") {
		if u, after, found := r.unit(i+1, true); found { // « plusieurs mois », "a few years": some, of a unit
			return Figure{Kind: Vague, Value: new(big.Rat), Unit: u.name}, after, true
		}
	}
	if !ok {
		return Figure{}, 0, false
	}
	next := at + 1
	if of := r.word(next); of == "of" || of == "de" {
		if m, ok := words[r.word(next+1)]; ok {
			return Figure{Kind: Vague, Value: big.NewRat(n*m, 1)}, next + 2, true
		}
	}
	f := Figure{Kind: Vague, Value: big.NewRat(n, 1)}
	if of := r.word(next); of == "of" || of == "de" {
		if u, after, ok := r.unit(next+1, true); ok {
			f.Unit, next = u.name, after
		}
	}
	return f, next, true
}

// dozen completes « une centaine de milliers », « une dizaine de millions ».
func (r *reader) dozen(n int64, next int) (Figure, int, bool) {
	if r.word(next) == "de" {
		if m, ok := frenchVague[r.word(next+1)]; ok {
			f := Figure{Kind: Number, Value: big.NewRat(n*m, 1), Bound: About}
			if of := r.word(next + 2); of == "de" {
				if u, after, ok := r.unit(next+3, true); ok {
					f.Kind, f.Unit = u.kind, u.name
					return f, after, true
				}
			}
			return f, next + 2, true
		}
		if u, after, ok := r.unit(next+1, true); ok {
			return Figure{Kind: u.kind, Unit: u.name, Value: big.NewRat(n, 1), Bound: About}, after, true
		}
	}
	return Figure{Kind: Number, Value: big.NewRat(n, 1), Bound: About}, next, true
}
