package summary

import (
	"slices"
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
)

// prose is the sentences of an article that may stand for it, and what is
// known of them together.
type prose struct {
	weights    weights
	price      float64 // of one of them
	all        []*sentence
	terms      map[string]*term
	spread     []int // by stem: in how many sentences it stands
	stems      map[string]int
	words      []string // by stem: one that has it
	units      []unit
	unitOf     map[string]int
	speakers   map[int]bool // heard
	speakerOf  map[string]int
	reacted    bool         // somebody is, beyond the lead
	paragraphs map[int]bool // spoken of
	pairs      []Pair

	group  []int
	tokens []french.Word
	folded []byte
}

// sentence is a sentence as a summary sees it.
type sentence struct {
	number, paragraph int
	text, language    string
	length            int    // in words
	words             []word // by id, of length 1 together
	units             []int
	speaker           int     // 0 where none is named
	value             float64 // what it is worth by itself

	opening  bool // first of its paragraph
	second   bool // of its paragraph
	lead     bool // in the article's first paragraph
	lone     bool // a paragraph by itself, among longer ones
	headed   bool // first under a heading
	figure   bool
	links    bool // begins with a word that joins
	leans    bool // points back
	reports  bool // what somebody says
	pronoun  bool // who says it is a pronoun
	short    bool
	negative bool
	accuses  bool
	denies   denial
	object   int // stem of « cette frappe » in a denial; -1 where it names none

	needs    []int // places of the sentences that have to come with it
	alone    bool  // what it needs is not to be had
	answered bool  // a denial is among what it needs
	run      run

	chosen bool
	gap    int // to the nearest chosen sentence
	echo   float64
	said   bool // a chosen one has the same words
	echoes bool // says nothing that the chosen ones do not

	counted bool
	counts  []figure.Figure
}

// word is a stem and its tf·idf.
type word struct {
	id     int
	weight float64
}

// unit is a name or a figure: the share of the article's sentences that have
// it is its weight.
type unit struct {
	weight float64
	count  int
	figure bool
	heard  bool
}

// term is a word of the article as it is written, read once.
type term struct {
	folded string
	stem   int // -1 where it means nothing alone
	class  class
}

func newProse(w weights) *prose {
	return &prose{
		weights: w, terms: map[string]*term{}, stems: map[string]int{}, unitOf: map[string]int{},
		speakers: map[int]bool{}, speakerOf: map[string]int{}, paragraphs: map[int]bool{},
	}
}

// read prepares the prose among sentences of an article.
func read(sentences []knowledge.Sentence, a *knowledge.Article, w weights) *prose {
	p := newProse(w)
	last, heading := -1, false
	for _, s := range sentences {
		heading = heading || s.Kind == knowledge.KindHeading && len(p.all) > 0
		if s.Kind != knowledge.KindProse {
			continue
		}
		one := &sentence{number: s.Number, paragraph: s.Paragraph, text: a.Cut(s.Span), language: figure.French, opening: s.Paragraph != last, gap: wide + 1}
		one.lead = len(p.all) == 0 || s.Paragraph == p.all[0].paragraph
		one.second = !one.opening && p.all[len(p.all)-1].opening
		last = s.Paragraph
		one.headed, heading = heading, false
		p.read(one)
		p.all = append(p.all, one)
	}
	p.quotations()
	p.antecedents()
	p.weigh()
	p.answers()
	return p
}

// read notes what one sentence has.
func (p *prose) read(s *sentence) {
	p.tokens = french.AppendWords(p.tokens[:0], s.text)
	s.length = len(p.tokens)
	s.short = s.length < shortest
	l := list{text: s.text, words: p.tokens, terms: make([]*term, len(p.tokens))}
	all := class(0)
	for i, w := range p.tokens {
		t := p.term(s.text[w.Start:w.End], w.Elided)
		l.terms[i] = t
		all |= t.class
		if t.stem >= 0 {
			s.words = append(s.words, word{t.stem, 1})
		}
		if t.class&number != 0 && !inName(s.text, w) {
			s.figure = true
			p.unit(s, t.folded, rareFigure, true)
		}
	}
	s.negative = all&negating != 0
	s.words = merge(s.words)
	for _, w := range s.words {
		p.spread[w.id]++
	}
	for _, name := range french.Names(s.text) {
		p.unit(s, french.Fold(s.text[name.Start:name.End]), rareName, false)
	}
	s.accuses = all&accusing != 0 || all&causing != 0 && l.blames()
	if all&(denying|objecting|answering|confirming) != 0 || all&speaking != 0 && l.has("n", "ne") {
		s.denies = l.denial()
		s.object = -1
		if s.denies >= neither {
			s.object = l.object()
		}
	}
	p.lean(s, l, all)
}

// inName tells whether a figure is part of a name or a code: « X-2 », « K2 ».
func inName(text string, w french.Word) bool {
	return w.Start > 1 && text[w.Start-1] == '-' && text[w.Start-2] != ' '
}

// term reads a word once for the whole article.
func (p *prose) term(text string, elided bool) *term {
	if t := p.terms[text]; t != nil {
		if elided && t.stem >= 0 { // « l' » is no word, the letter L may be one
			return &term{folded: t.folded, stem: -1, class: t.class}
		}
		return t
	}
	t := &term{folded: french.Fold(text), stem: -1}
	t.class = classOf(t.folded)
	p.terms[text] = t
	if elided || len(text) < 3 || t.class&small != 0 {
		return t
	}
	p.folded = append(p.folded[:0], t.folded...)
	stem := french.Stem(p.folded)
	id, known := p.stems[string(stem)]
	if !known {
		id = len(p.spread)
		p.stems[string(stem)], p.spread, p.words = id, append(p.spread, 0), append(p.words, strings.ToLower(text))
	}
	t.stem = id
	return t
}

// unit notes that a sentence has a name or a figure.
func (p *prose) unit(s *sentence, text string, weight float64, figure bool) {
	if text == "" {
		return
	}
	id, known := p.unitOf[text]
	if !known {
		id = len(p.units)
		p.unitOf[text], p.units = id, append(p.units, unit{weight: weight, figure: figure})
	}
	if !slices.Contains(s.units, id) {
		s.units = append(s.units, id)
		p.units[id].count++
	}
}

// speakerID numbers the speakers from 1: one whose name ends in another's is
// the same (« Mark Rutte », « Rutte »).
func (p *prose) speakerID(name string) int {
	name = french.Fold(strings.ReplaceAll(name, " ", "-"))
	if id := p.speakerOf[name]; id > 0 {
		return id
	}
	id := len(p.speakerOf) + 1
	p.speakerOf[name] = id
	return id
}

// merge sorts words by id and adds up those that are the same.
func merge(words []word) []word {
	slices.SortFunc(words, func(a, b word) int { return a.id - b.id })
	out := words[:0]
	for _, w := range words {
		if len(out) > 0 && out[len(out)-1].id == w.id {
			out[len(out)-1].weight += w.weight
			continue
		}
		out = append(out, w)
	}
	return out
}
