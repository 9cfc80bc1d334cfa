package proof

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
	"verbatim/knowledge/lexicon/form"
)

// Translation tells whether a translation into English keeps what the French
// original says: figures, names, quotation marks, negation, length. The error
// is one line that names what is missing; nil where all is kept.
func Translation(original, translation string) error {
	original, translation = clip(original), clip(translation)
	if strings.TrimSpace(translation) == "" {
		return errors.New("empty: the translation has no words")
	}
	p := &pair{claim: read(translation, true), sentence: read(original, false)}
	p.sentence.breaks = []int{0}
	for _, check := range [...]func() error{p.lengths, p.sameFigures, p.sameMarks, p.sameSense} {
		if err := check(); err != nil {
			return err
		}
	}
	return leftInFrench(p)
}

// lengths bounds how much longer or shorter a translation may be.
func (p *pair) lengths() error {
	original, translation := p.sentence.text, p.claim.text
	a, b := len(p.sentence.words), len(p.claim.words)
	if b > 2*a+8 || a > 2*b+8 {
		return errors.New("length: " + itoa(a) + " words became " + itoa(b))
	}
	if a > 4 && a == b && strings.Join(strings.Fields(original), " ") == strings.Join(strings.Fields(translation), " ") {
		return errors.New("language: the text was left in French")
	}
	if a > 6 && !p.claim.surelyEnglish() && !isEnglish(translation) {
		return errors.New("language: the text was left in French")
	}
	return nil
}

// surelyEnglish tells whether far more words of a text are English alone than French alone.
func (r *reading) surelyEnglish() bool {
	french, english := 0, 0
	for i := range r.words {
		switch f := r.words[i].fold; {
		case lightEnglish[f] && !lightFrench[f]:
			english++
		case lightFrench[f] && !lightEnglish[f]:
			french++
		}
	}
	return english > 2*french+2
}

// sameMarks compares how often words are quoted.
func (p *pair) sameMarks() error {
	translation := p.claim.text
	theirs := 0
	if strings.ContainsAny(p.sentence.text, "«»“”\"") {
		theirs = len(french.Quotes(p.sentence.text))
	}
	mine := max(strings.Count(translation, "“")+strings.Count(translation, "«"), // a quotation of several sentences
		strings.Count(translation, "”")+strings.Count(translation, "»")) // opens in one and closes in another
	if mine == 0 {
		mine = (strings.Count(translation, "\"") + 1) / 2
	}
	if mine == 0 && theirs > 0 && strings.ContainsAny(translation, "‘") {
		mine = strings.Count(translation, "‘")
	}
	if (theirs == 0) != (mine == 0) {
		return errors.New("quotation: " + itoa(theirs) + " became " + itoa(mine))
	}
	return nil
}

// sameSense compares names, negation and hedges as for a claim. Only what might
// differ is looked at with all words of both sides aligned, which takes most of
// the time.
func (p *pair) sameSense() error {
	for _, c := range p.comparison() {
		return errors.New(c.Kind + ": " + c.Reason)
	}
	names, rest := p.namesDiffer(), p.senseDiffers()
	if !names && !rest {
		return p.deniesAsMuch()
	}
	p.mine, p.theirs = sayings(p.claim), resolved(sayings(p.sentence))
	p.mine, p.theirs = p.mine[:min(len(p.mine), maxSayings)], p.theirs[:min(len(p.theirs), maxSayings)]
	if rest {
		p.align()
	} else {
		p.alignNames()
	}
	checks := p.names()
	if rest {
		checks = append(append(append(checks, p.negation()...), p.hedges()...), p.opposites()...)
	}
	for i := range checks {
		if c := &checks[i]; c.Verdict == Refuted && !(c.Kind == "hedge" && p.hedgeKept(c)) {
			return errors.New(c.Kind + ": " + c.Reason)
		}
	}
	if err := p.deniesAsMuch(); err != nil {
		return err
	}
	return p.namesLeft()
}

// leftInFrench tells whether words in small letters stand in both in a row, as
// no two languages have them.
func leftInFrench(p *pair) error {
	original, translation := p.sentence.text, p.claim.text
	if !p.repeats() {
		return nil
	}
	const most = 2 // « coup d'état »
	words := func(text string) []string {
		return strings.Fields(strings.NewReplacer("’", "' ", "'", "' ").Replace(text))
	}
	stand := " " + strings.Join(words(original), " ") + " "
	row := ""
	n := 0
	for _, w := range words(translation) {
		first, _ := utf8.DecodeRuneInString(w)
		longer := strings.TrimLeft(row+" "+w, " ")
		switch {
		case unicode.IsLower(first) && strings.Contains(stand, " "+longer+" "):
			row, n = longer, n+1
		case unicode.IsLower(first) && strings.Contains(stand, " "+w+" "):
			row, n = w, 1
		default:
			row, n = "", 0
		}
		if n > most {
			return errors.New("language: “" + row + "” was left in French")
		}
	}
	return nil
}

// namesLeft tells whether a name of the original stands nowhere in the
// translation, under no other form either, and another has come in its place
// or much else is left out with it. A name alone may be put otherwise
// (« l'Élysée », "the president's office").
func (p *pair) namesLeft() error {
	taken := p.taken()
	named := func(i int) bool { return i >= 0 && i < len(p.sentence.words) && p.sentence.words[i].name }
	short := 3*len(p.claim.words) < 2*len(p.sentence.words)
	for i := range p.sentence.words {
		w := &p.sentence.words[i]
		if taken[i] || !w.name || w.light || w.opening || len(w.fold) < 4 {
			continue
		}
		if named(i-1) && taken[i-1] || named(i+1) && taken[i+1] || common(p.sentence.raw(w)) || p.formOf(w.fold) {
			continue
		}
		if short || p.nameCome() || p.listed(i, taken) {
			return errors.New("name: “" + p.sentence.raw(w) + "” is missing")
		}
	}
	return nil
}

// listed tells whether word i is joined to a name that is kept: « Lausanne et Nyon ».
func (p *pair) listed(i int, taken []bool) bool {
	joint := func(k int) bool { f := p.sentence.fold(k); return f == "et" || f == "ou" || f == "ni" }
	kept := func(k int) bool { return k >= 0 && k < len(taken) && taken[k] && p.sentence.words[k].name }
	return joint(i-1) && kept(i-2) || joint(i+1) && kept(i+2)
}

// hedgeKept tells whether a translation keeps a hedge in another way: hearsay,
// which French puts into the conditional, by who says it ("witnesses said"),
// and what a text provides for (« prévoit »), which is no forecast. What it
// adds may render a guess or a concession (« spéculations », « a beau »).
func (p *pair) hedgeKept(c *Check) bool {
	if c.Sentence != "" {
		f := form.Fold(c.Sentence)
		hearsay := strings.HasSuffix(f, "rait") || strings.HasSuffix(f, "raient")
		return hearsay && p.claim.has(reported) || strings.HasPrefix(f, "prevoi")
	}
	return p.sentence.has(guesses)
}

var (
	reported = set("said says saying according told reported reportedly allegedly alleged apparently believed thought")
	guesses  = set("speculation speculations beau plaise eventuel eventuelle eventuels eventuelles possible possibles possibilite rumeur rumeurs hypothese cense censee censes censees suppose supposee supposes reprocher accuse risque risques")
)

// nameCome tells whether the translation has a name that stands for nothing in
// the original and is no word of the dictionary.
func (p *pair) nameCome() bool {
	for i := range p.claim.words {
		if w := &p.claim.words[i]; w.name && !w.light && w.to < 0 && len(w.fold) > 3 && !titles[w.fold] && !p.ordinary(w) {
			return true
		}
	}
	return false
}

// common tells whether a French word is one of the dictionary and no name.
func common(word string) bool {
	for _, t := range lexicon.ToEnglish([]string{strings.ToLower(word)}) {
		for _, e := range t.Equivalents {
			if !t.Guessed && !lexicon.SameName(e.Text, word) {
				return true
			}
		}
	}
	return false
}

// formOf tells whether a name of the translation begins as this one: François, Francis.
func (p *pair) formOf(name string) bool {
	for i := range p.claim.words {
		if w := &p.claim.words[i]; len(w.fold) > 3 && w.fold[:4] == name[:4] && (w.name || w.opening) {
			return true
		}
	}
	return false
}

// deniesAsMuch tells whether one side denies something where the other denies
// nothing, not by the meaning of a word either. A translation leaves no denial out.
func (p *pair) deniesAsMuch() error {
	has := p.sentence.plainDenial()
	mine, said := p.claim.negators()
	theirs, _ := p.sentence.negators()
	switch {
	case has != "" && mine == 0 && !p.claim.has(lexicalNegation) && !p.claim.has(untilWords) && !p.claim.has(otherwiseDenied) && !p.claim.contraries():
		return errors.New("negation: the original has “" + has + "”, the translation denies nothing")
	case mine > 0 && theirs == 0 && !p.sentence.has(lexicalNegation) && !p.sentence.has(bounding) && !p.sentence.has(otherwiseSaid) && !p.contrariesLeft():
		return errors.New("negation: the translation has “" + said + "”, the original denies nothing")
	}
	return nil
}

// otherwiseSaid are French words that say without a negation what English says
// with one: « a comparu libre », "is not in custody".
var otherwiseSaid = set("anonymat libre libres libert indemne vain gratuit gratuitement force")

// otherwiseDenied are English words that say without a negation what French
// says with one: « si rien n'est fait », "unless"; « n'a pas tardé », "was quick".
var otherwiseDenied = set("unless quick quickly soon every everyone everything all always once otherwise than")

// plainDenial is a word that denies the verb of the sentence beyond doubt:
// « ne » alone and « sans » often do not.
func (r *reading) plainDenial() string {
	for i := range r.words {
		if w := &r.words[i]; w.negator && plainNegators[w.fold] && r.fold(i+1) != "coutume" && r.fold(i-1) != "coutume" {
			return r.raw(w)
		}
	}
	return ""
}

var plainNegators = set("pas jamais aucun aucune rien nullement")

// contrariesLeft tells whether a word of the sentence that stands for nothing
// in the claim is made to deny another: « insuffisant ».
func (p *pair) contrariesLeft() bool {
	taken := p.taken()
	for i := range p.sentence.words {
		w := &p.sentence.words[i]
		if taken[i] || w.light || w.name || len(w.fold) < 6 {
			continue
		}
		for _, begin := range [...]string{"in", "im", "ir", "il", "de", "dis", "mal", "non", "renonc"} {
			if strings.HasPrefix(w.fold, begin) {
				return true
			}
		}
	}
	return false
}
