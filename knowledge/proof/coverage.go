package proof

import (
	"strings"

	"verbatim/knowledge/figure"
)

// coverage tells whether every word of the claim that carries meaning is
// accounted for.
func (p *pair) coverage() []Check {
	total, held, missing := p.accounted()
	c := Check{Kind: "words", Claim: p.claim.text, Verdict: Proved}
	if len(missing) > 0 && !p.rephrased(held, missing) {
		c.Verdict = Undecided
		c.because("the sentence does not show %s", p.list(missing))
	}
	if added, verdict := p.added(); added != "" && held*2 >= total {
		c.Verdict = worse(c.Verdict, verdict)
		c.because("the claim adds “%s”", added)
	}
	if total >= 4 && held*5 < total {
		c.Verdict = Refuted
		c.because("the sentence speaks of something else")
	}
	if held < 2 && c.Verdict == Proved {
		c.Verdict = Undecided
		c.because("too little to compare")
	}
	return []Check{c}
}

// accounted counts the words and figures of the claim that carry meaning and
// those that have a counterpart, and gives the positions of words without one.
func (p *pair) accounted() (total, held int, missing []int) {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if !w.content() || w.to < 0 && (p.generic(i) || p.frames(i) || p.claim.bounds(i) || p.idle(i)) {
			continue
		}
		total++
		if w.to >= 0 {
			held++
		} else {
			missing = append(missing, i)
		}
	}
	for i := range p.claim.figures {
		total++
		for k := range p.sentence.figures {
			if agree(&p.claim.figures[i], &p.sentence.figures[k]) >= valueOnly {
				held++
				break
			}
		}
	}
	return total, held, missing
}

// frames tells whether word i only brings in who says it: « à en croire »,
// « a fait part de ».
func (p *pair) frames(i int) bool {
	f := p.claim.fold(i)
	if before := p.claim.fold(i - 1); f == "savoir" && (before == "fait" || before == "fit" || before == "font" || before == "faire") {
		return true
	}
	if f == "part" || f == "etat" {
		before := p.claim.fold(i - 1)
		return before == "fait" || before == "font" || before == "sa" && p.claim.fold(i-2) == "pour"
	}
	if !framing[f] {
		return false
	}
	for _, m := range p.mine {
		if m.verb.holds(p.claim.words[i].start) {
			return true
		}
	}
	return false
}

var framing = set("croire voix dires aveu avis yeux")

// bounds tells whether word i bounds a figure, which has been compared:
// "smaller than the 4.4%".
func (r *reading) bounds(i int) bool {
	if !r.english || r.fold(i+1) != "than" {
		return false
	}
	next := i + 2
	if f := r.fold(next); f == "the" || f == "a" || f == "an" {
		next++
	}
	if next >= len(r.words) || !r.words[next].figure {
		return false
	}
	for k := range r.figures {
		if f := &r.figures[k]; f.Kind == figure.Day && f.Start <= r.words[next].start && r.words[next].start < f.End {
			return false // "lower than last year's"
		}
	}
	return true
}

// list names the first of the claim words at these positions.
func (p *pair) list(positions []int) string {
	const most = 6
	words := make([]string, 0, most)
	for _, i := range positions[:min(most, len(positions))] {
		words = append(words, "“"+p.claim.raw(&p.claim.words[i])+"”")
	}
	return strings.Join(words, ", ")
}

// generic tells whether a word is the plain head of an English compound whose
// first part is accounted for: "jewellery shop" is « bijouterie ».
func (p *pair) generic(i int) bool {
	if !p.claim.english || i == 0 || !heads[p.claim.words[i].fold] {
		return false
	}
	first := &p.claim.words[i-1]
	return first.to >= 0 && !first.light && !first.figure && p.claim.words[i].start-first.end == 1
}

var heads = set(`man men figure figures shop shops store guard worker workers work player players area areas region level levels term terms group groups company companies centre center
program programme process system sector site sites ship boat car cars vehicle vehicles officer officers official officials member members people person
persons time season rate rates service services staff team field case cases event operation operations activity activities industry market product
products building facility station matter issue issues situation condition conditions effort efforts campaign crew unit units body agency authorities`)

// added is a stretch of the claim of two or more known words that have no
// counterpart, where the sentence has no word left that they could stand for.
func (p *pair) added() (string, Verdict) {
	taken := p.taken()
	for i := 0; i < len(p.claim.words); i++ {
		first, last, n := i, i, 0
		for ; i < len(p.claim.words); i++ {
			w := &p.claim.words[i]
			if w.light || w.negator || w.hedge {
				continue
			}
			if w.to >= 0 || w.figure || w.name || p.claim.english && !w.known {
				break
			}
			if n == 0 {
				first = i
			}
			last = i
			n++
		}
		if n >= 2 && !p.room(first, last, taken) {
			verdict := Undecided
			if n > 2 || p.joins(first) {
				verdict = Refuted
			}
			return p.claim.text[p.claim.words[first].start:p.claim.words[last].end], verdict
		}
	}
	return "", Proved
}

// joins tells whether words before word i join it to what is said before as
// something more.
func (p *pair) joins(i int) bool {
	for k := i; k >= 0 && k > i-4; k-- {
		if adding[p.claim.words[k].fold] || k > 0 && strings.ContainsAny(p.claim.text[p.claim.words[k-1].end:p.claim.words[k].start], ",;") {
			return true
		}
		if k < i && !p.claim.words[k].light {
			return false
		}
	}
	return false
}

var adding = set("thanks grace faute suite under sous amid despite following by par et and qui who which dont avec with afin pour because parce puisque car after apres while alors tandis before avant malgre despite")

// room tells whether the sentence has words without a counterpart near those
// that the neighbours of the claim words first to last are aligned with.
func (p *pair) room(first, last int, taken []bool) bool {
	return len(p.roomFor(first, last, taken)) > 0
}

// roomFor are the positions of such words.
func (p *pair) roomFor(first, last int, taken []bool) []int {
	from, to := -1, -1
	for k := first - 1; k >= 0 && from < 0; k-- {
		from = p.claim.words[k].to
	}
	for k := last + 1; k < len(p.claim.words) && to < 0; k++ {
		to = p.claim.words[k].to
	}
	if from < 0 {
		from = max(0, to)
	}
	if to < 0 {
		to = from
	}
	if from > to {
		from, to = to, from
	}
	const around = 9
	var out []int
	for k := max(0, from-around); k <= to+around && k < len(p.sentence.words); k++ {
		if w := &p.sentence.words[k]; w.content() && !taken[k] {
			out = append(out, k)
		}
	}
	return out
}
