package proof

import (
	"sort"
	"strings"

	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
)

// pair is a claim and the sentences that it cites.
type pair struct {
	claim      *reading
	sentence   *reading // the cited sentences, joined by line ends
	context    []string
	before     []string
	date       string
	refuted    bool             // already: costly comparisons that could only refute are left out
	index      map[string][]int // key → words of the sentence
	terms      []term
	joined     []span             // phrases of the claim that the lexicon has whole, in words
	begins     beginnings         // of the sentence
	mine       []saying           // who says what in the claim
	quotes     []french.Quotation // of the sentences, where quotesRead
	quotesRead bool
	senses     []lexicon.SenseTerm // of the claim
	share      []float64           // what supported gave
	theirRows  [][]uint16          // rows of senses of each sentence word alone
	covered    []bool              // sentence words inside phrases that are accounted for; nil where none is
	theirs     []saying            // and in the sentences, pronouns resolved where a sentence before names who they are
}

// term is a stretch of claim words that means one thing, with the phrases that
// the other language has for it.
type term struct {
	first, count int
	phrases      [][]string // keys that all have to stand close together
}

// maxSayings bounds how many speakers of a text are compared.
const maxSayings = 24

func newPair(claim string, e Evidence) *pair {
	sentences := make([]string, len(e.Sentences))
	for i, s := range e.Sentences {
		sentences[i] = clip(s)
	}
	p := &pair{
		claim:    read(claim, isEnglish(claim)),
		sentence: read(strings.Join(sentences, "\n"), false),
		context:  e.Context,
		before:   e.Before,
		date:     e.Date,
	}
	at := 0
	for _, s := range sentences {
		p.sentence.breaks = append(p.sentence.breaks, at)
		at += len(s) + 1
	}
	p.mine, p.theirs = sayings(p.claim), resolved(sayings(p.sentence))
	p.mine, p.theirs = p.mine[:min(len(p.mine), maxSayings)], p.theirs[:min(len(p.theirs), maxSayings)]
	return p
}

// align finds for each word of the claim the word of the sentences that says the same.
func (p *pair) align() {
	p.claim.keys()
	p.sentence.keys()
	p.sentence.lightKeys()
	p.alignWords()
	p.alignSenses()
	p.alignAlike(p.taken())
	p.alignFigures()
	p.alignKin()
	p.alignReversed()
}

// alignWords aligns words by their keys and phrases, in the claim's language
// and then in the sentence's.
func (p *pair) alignWords() {
	p.begins = p.sentence.beginnings()
	p.translate()
	p.reindex()
	used := make([]bool, len(p.sentence.words))
	p.alignKeys(used)
	p.alignPhrases()
	if p.open() {
		p.translateParts()
		p.translateBack(used)
		p.reindex()
		p.alignKeys(used)
		p.alignPhrases()
	}
}

func (p *pair) reindex() {
	total := 0
	for i := range p.sentence.words {
		total += len(p.sentence.words[i].keys)
	}
	if p.index == nil {
		p.index = make(map[string][]int, total)
	}
	clear(p.index)
	room := make([]int, 0, total) // most keys are of one word
	for i := range p.sentence.words {
		for _, k := range p.sentence.words[i].keys {
			if list := p.index[k]; list != nil {
				p.index[k] = append(list, i)
				continue
			}
			room = append(room, i)
			p.index[k] = room[len(room)-1 : len(room) : len(room)]
		}
	}
}

// open tells whether a word with meaning has no counterpart yet.
func (p *pair) open() bool {
	for i := range p.claim.words {
		if w := &p.claim.words[i]; w.to < 0 && w.content() {
			return true
		}
	}
	return false
}

// alignKeys aligns words that share a key.
func (p *pair) alignKeys(used []bool) {
	last := 0
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.light && !w.name || w.figure || w.to >= 0 {
			last = max(last, w.to)
			continue
		}
		best := -1
		for _, k := range w.keys {
			for _, j := range p.index[k] {
				if (best < 0 || better(j, best, last, used)) && (w.name || !clash(w.fold, p.sentence.words[j].fold)) {
					best = j
				}
			}
		}
		if best >= 0 {
			w.to = best
			used[best] = true
			last = best
		}
	}
}

// alignFigures aligns the words of figures that agree.
func (p *pair) alignFigures() {
	for i := range p.claim.figures {
		c := &p.claim.figures[i]
		for k := range p.sentence.figures {
			s := &p.sentence.figures[k]
			same := c.Kind == figure.Day && s.Kind == figure.Day && holdsDate(c.Date, s.Date) == "" || agree(c, s) >= allButBound
			if !same {
				continue
			}
			at := p.sentence.wordAt(s.Start)
			for j := range p.claim.words {
				if w := &p.claim.words[j]; w.figure && w.start >= c.Start && w.start < c.End {
					w.to = at
				}
			}
			break
		}
	}
}

// wordAt is the first word that ends after a byte of the text.
func (r *reading) wordAt(at int) int {
	i := sort.Search(len(r.words), func(i int) bool { return r.words[i].end > at })
	return min(i, len(r.words)-1)
}

// better tells whether sentence word a suits more than b after word last was taken.
func better(a, b, last int, used []bool) bool {
	if used[a] != used[b] {
		return !used[a]
	}
	return distance(a, last) < distance(b, last)
}

func distance(a, b int) int {
	if a > b {
		return a - b
	}
	return b - a
}

// near is how many words a phrase of the other language may be spread over.
const near = 8

// alignPhrases matches claim terms with phrases of several words.
func (p *pair) alignPhrases() {
	for _, t := range p.terms {
		open := false
		for k := t.first; k < t.first+t.count; k++ {
			open = open || p.claim.words[k].to < 0 && !p.claim.words[k].light
		}
		if !open {
			continue
		}
		for _, keys := range t.phrases {
			if at := p.phraseAt(keys); at >= 0 {
				for k := t.first; k < t.first+t.count; k++ {
					if p.claim.words[k].to < 0 {
						p.claim.words[k].to = at
					}
				}
				break
			}
		}
	}
}

func (p *pair) phraseAt(keys []string) int {
	for _, first := range p.index[keys[0]] {
		all := true
		for _, k := range keys[1:] {
			close := false
			for _, j := range p.index[k] {
				close = close || distance(j, first) <= near
			}
			all = all && close
		}
		if all {
			return first
		}
	}
	return -1
}

// alignAlike matches what is left by how words look: one beginning in both
// languages (« coopération », "cooperation").
func (p *pair) alignAlike(used []bool) {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		if w.to >= 0 || !w.content() {
			continue
		}
		if w.name || w.opening {
			if p.alignName(i) || !w.known && !w.opening && !titles[w.fold] {
				continue
			}
		}
		for j := range p.sentence.words {
			s := &p.sentence.words[j]
			if !s.content() || used[j] {
				continue
			}
			if alike(w.fold, s.fold) {
				w.to = j
				used[j] = true
				break
			}
		}
	}
}

// alignName matches a name with a word that is made of it (« Valais »,
// « valaisanne ») or a transliteration of it.
func (p *pair) alignName(i int) bool {
	w := &p.claim.words[i]
	if _, country := lexicon.Country(p.claim.raw(w)); country || len(w.fold) < 3 {
		return false
	}
	base := strings.TrimRight(w.fold, "aeiouy")
	initials := p.claim.raw(w) == strings.ToUpper(w.fold)
	sound := skeleton(w.fold)
	for j := range p.sentence.words {
		s := &p.sentence.words[j]
		if s.light || s.figure {
			continue
		}
		if initials && s.name && s.to < 0 && sameLetters(w.fold, s.fold) {
			w.to = j
			return true
		}
		if s.name && len(s.fold) > 3 && len(w.fold)-len(s.fold) <= 4 && strings.HasPrefix(w.fold, s.fold) {
			w.to = j // "Parisian" of « Paris »
			return true
		}
		if len(base) > 3 && strings.HasPrefix(s.fold, base) && !s.name && len(s.fold) <= len(base)+6 || !s.name && len(w.fold) > 5 && alike(w.fold, s.fold) || s.name && longer(sound, skeleton(s.fold)) {
			w.to = j
			return true
		}
	}
	return false
}

// sameLetters tells whether initials are the other language's in another
// order, or nearly: "NATO" and « Otan », "UNIFIL" and « Finul ».
func sameLetters(a, b string) bool {
	if len(a) > 8 || len(b) > 8 || len(a) < 3 || len(b) < 3 {
		return false
	}
	var count [256]int
	for i := range len(a) {
		count[a[i]]++
	}
	shared := 0
	for i := range len(b) {
		if count[b[i]] > 0 {
			count[b[i]]--
			shared++
		}
	}
	return shared*5 >= max(len(a), len(b))*4
}

// longer tells whether one name begins with the whole of the other and goes on
// for a syllable: « Spitzberg », "Spitsbergen".
func longer(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 6 && len(b)-len(a) == 2 && strings.HasPrefix(b, a)
}

// alike tells whether two folded words begin the same over most of their length.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	short, long := min(len(a), len(b)), max(len(a), len(b))
	return n >= 7 && n*5 >= short*3 || n >= 5 && n*4 >= short*3 && n*2 >= long || n >= 4 && n == short && long-short <= 2
}
