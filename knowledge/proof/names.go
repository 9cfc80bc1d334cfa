package proof

import (
	"strings"

	"verbatim/knowledge/english"
	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
)

// markNames marks the words of proper names.
func (r *reading) markNames() {
	mark := func(start, end int, initial bool) {
		for i := range r.words {
			w := &r.words[i]
			if w.start < start || w.end > end || w.figure && !capital(r.raw(w)) || !capital(r.raw(w)) {
				continue
			}
			w.name = !initial
			w.opening = initial
			if w.light && len(w.fold) > 2 && initial {
				w.opening = false
			}
			if w.name && w.light {
				w.light = capital(r.raw(w)) && len(w.fold) < 3
			}
		}
	}
	if r.english {
		for _, n := range english.Names(r.text) {
			mark(n.Start, n.End, n.Initial)
		}
		return
	}
	for _, n := range french.Names(r.text) {
		mark(n.Start, n.End, n.Initial)
	}
}

// titles are capitalised words that say what somebody is, not who.
var titles = set(`president prime minister chancellor secretary general foreign state deputy chief king queen prince princess pope federal council
national court parliament senate commission committee ministry department office government republic university institute party union federation association
school hospital city town village county district province region lake mount river street north south east west northern southern eastern western
health finance defence defense interior justice transport education economy environment affairs police army navy air force bank central supreme
le la les grand nouveau conseil etat ministre federal nationale`)

// names holds the names of the claim against those of the sentences.
func (p *pair) names() []Check {
	var out []Check
	for i := 0; i < len(p.claim.words); i++ {
		if !p.claim.words[i].name && !p.claim.words[i].opening {
			continue
		}
		last := i
		for last+1 < len(p.claim.words) && p.claim.words[last+1].name && p.claim.words[last+1].start-p.claim.words[last].end <= 1 {
			last++
		}
		out = append(out, p.name(i, last))
		i = last
	}
	return out
}

// name checks the claim words first to last, which are one name.
func (p *pair) name(first, last int) Check {
	text := p.claim.text[p.claim.words[first].start:p.claim.words[last].end]
	held, missing := 0, []int{}
	for k := first; k <= last; k++ {
		w := &p.claim.words[k]
		if w.light {
			continue
		}
		if w.to >= 0 {
			held++
		} else {
			missing = append(missing, k)
		}
	}
	c := Check{Kind: "name", Claim: text, Verdict: Proved}
	for _, k := range missing {
		w := &p.claim.words[k]
		_, country := lexicon.Country(p.claim.raw(w))
		switch {
		case w.opening && !country && (w.known || len(p.claim.words) < 2):
			continue // an ordinary word: the comparison of words has it
		case titles[w.fold]:
			c.Verdict = worse(c.Verdict, Undecided)
			c.Reason = "the sentence does not call it “" + p.claim.raw(w) + "”"
		case p.inContext(w):
			// the neighbouring sentences complete it
		case !country && k < last && held > 0 && !w.known && p.claim.words[last].to >= 0:
			c.Verdict = worse(c.Verdict, Undecided) // a first name that stands nowhere
			c.Reason = "“" + p.claim.raw(w) + "” stands neither in the sentence nor beside it"
		case w.known && !country && held > 0:
			c.Verdict = worse(c.Verdict, Undecided)
			c.Reason = "“" + p.claim.raw(w) + "” does not stand in the sentence"
		default:
			c.Verdict = Refuted
			c.Reason = "the claim says “" + text + "”, which does not stand in the sentence"
		}
	}
	return c
}

func worse(a, b Verdict) Verdict {
	if a == Refuted || b == Refuted {
		return Refuted
	}
	if a == Undecided || b == Undecided {
		return Undecided
	}
	return Proved
}

// inContext tells whether a word of a name stands in the neighbouring sentences.
func (p *pair) inContext(w *word) bool {
	for _, c := range p.context {
		for _, x := range french.Words(clip(c)) {
			f := french.Fold(c[x.Start:x.End])
			if f == w.fold || len(f) > 3 && len(w.fold) > 3 && skeleton(f) == skeleton(w.fold) {
				return true
			}
		}
	}
	return false
}

// sounds are spellings of one sound in French and English transliterations,
// the longest first.
var sounds = strings.NewReplacer("tsch", "ch", "tch", "ch", "sch", "ch", "sh", "ch", "zh", "j", "dj", "j", "kh", "h", "ph", "f", "ck", "k", "qu", "k", "q", "k",
	"ou", "u", "oo", "u", "ei", "e", "ey", "e", "ay", "ai", "iy", "i", "ii", "i", "yi", "i", "ye", "e", "ie", "e", "ya", "a", "ia", "a", "yu", "u", "iu", "u",
	"y", "i", "j", "i", "w", "v", "c", "k", "x", "ks", "gu", "g", "th", "t", "dh", "d")

// skeleton is how a folded name sounds, roughly: « Iermak » and "Yermak" are one.
func skeleton(fold string) string {
	s := sounds.Replace(fold)
	var b strings.Builder
	var before byte
	for i := 0; i < len(s); i++ {
		if s[i] != before {
			b.WriteByte(s[i])
		}
		before = s[i]
	}
	out := strings.TrimSuffix(b.String(), "e")
	return strings.TrimSuffix(out, "h")
}
