package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
	"verbatim/knowledge/language"
)

// word is a word of a claim or of a sentence.
type word struct {
	start, end  int
	fold        string
	stem        string // in its own language
	base        string // the infinitive of a French form that the dictionary has only so
	light       bool   // carries no meaning of its own: articles, auxiliaries, "said"
	name        bool   // a part of a proper name
	opening     bool   // a name only by the capital of a first word
	figure      bool   // inside a figure
	negated     bool   // what a negation denies
	hedged      bool   // what a hedge weakens, or a verb in the conditional
	negator     bool
	conditional bool // a French verb in the conditional
	hedge       bool
	clause      int
	keys        []string // what it may be matched by: stems of both languages, "@nato"
	known       bool     // the lexicon has it
	vouched     bool     // a neighbouring sentence completes the name or the speaker with it
	to          int      // position of the word that it is aligned with, -1 for none
}

// reading is a text with all that was read in it.
type reading struct {
	text    string
	english bool
	words   []word
	figures []figure.Figure
	clauses int
	breaks  []int    // byte offsets where a new sentence begins
	lowered []string // what lower gave
}

func read(text string, english bool) *reading {
	r := &reading{text: text, english: english}
	lang := figure.French
	if english {
		lang = figure.English
	}
	r.figures = figure.Read(text, lang)
	cut := french.Words(text)
	r.words = make([]word, len(cut))
	next, clause := 0, 0
	for i, w := range cut {
		x := &r.words[i]
		x.start, x.end, x.to = w.Start, w.End, -1
		raw := text[w.Start:w.End]
		x.fold = french.Fold(raw)
		if i > 0 && r.breaksClause(i) {
			clause++
		}
		x.clause = clause
		for next < len(r.figures) && r.figures[next].End <= w.Start {
			next++
		}
		x.figure = next < len(r.figures) && r.figures[next].Start < w.End
		if x.figure && r.figures[next].Kind == figure.Fraction && len(raw) > 2 && strings.Contains(r.figures[next].Raw, " sur ") && !numeral[x.fold] {
			x.figure = false // « une PME sur cinq »
		}
		x.light = r.isLight(x.fold) || w.Elided
		if !english && i > 0 && r.words[i-1].fold == "a" && (x.fold == "partir" || x.fold == "nouveau") {
			x.light = true // « à partir de », « à nouveau »
		}
		if x.fold == "ne" && len(raw) > 2 {
			x.light = false // « né »
		}
		if english && x.light && i > 0 && w.Start-cut[i-1].End == 1 && text[w.Start-1] == '-' && r.words[i-1].light && !r.words[i-1].figure && x.fold == "time" {
			r.words[i-1].light = false // "part-time"
			r.words[i-1].stem = englishStems.get(text[cut[i-1].Start:cut[i-1].End])
		}
		if !english && x.fold == "an" && i > 1 && r.words[i-1].fold == "un" && r.words[i-2].fold == "sur" {
			x.light = true // « sur un an »
		}
		if english && x.fold == "won" && (i+1 == len(cut) || cut[i+1].Start-w.End > 1 || text[cut[i+1].Start:cut[i+1].End] != "t") {
			x.light = false // no "won't"
		}
		if english && x.fold == "early" && i > 0 && r.words[i-1].fold == "as" {
			x.light = true // "as early as Thursday"
		}
		if x.fold == "ete" && !english && i > 0 && summer[r.words[i-1].fold] {
			x.light = false
		}
		if x.fold == "est" && !english && i > 0 && (r.words[i-1].fold == "l" || r.words[i-1].fold == "d" || r.words[i-1].fold == "sud" || r.words[i-1].fold == "nord") {
			x.light = false
		}
		if !x.light && !x.figure {
			if english {
				x.stem = englishStems.get(raw)
			} else {
				x.stem = frenchStems.get(raw)
			}
		}
	}
	r.clauses = clause + 1
	r.markNames()
	r.markNegation()
	r.markHedges()
	return r
}

// numeral are the words of a fraction that are no more than its numbers.
var numeral = set("un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt cent mille sur d de des")

// summer are the words after which « été » is the season.
var summer = set("cet l d en un chaque plein")

func (r *reading) isLight(fold string) bool {
	if r.english {
		return lightEnglish[fold]
	}
	return lightFrench[fold]
}

// breaksClause tells whether a clause begins with word i: after a mark, or at
// a word that joins clauses.
func (r *reading) breaksClause(i int) bool {
	between := r.text[r.words[i-1].end:r.words[i].start]
	if len(between) == 1 && r.digit(r.words[i-1].end-1) && r.digit(r.words[i].start) {
		return false
	}
	for _, c := range between {
		switch c {
		case ',', ';', ':', '(', ')', '.', '?', '!', '–', '—', '…':
			return true
		}
	}
	if f := r.fold(i + 1); !r.english && (r.words[i].fold == "et" || r.words[i].fold == "ou") && (f == "ne" || f == "n" || f == "il" || f == "elle" || f == "ils" || f == "elles") {
		return true // « table sur une hausse et ne voit aucun signe »
	}
	switch r.words[i].fold {
	case "qui", "que", "qu", "dont", "mais", "lorsque", "lorsqu", "quand", "puisque", "alors", "tandis", "sans",
		"which", "who", "that", "but", "while", "whereas", "when", "after", "apres", "because", "without", "although":
		return true
	}
	return false
}

func (r *reading) digit(at int) bool { return r.text[at] >= '0' && r.text[at] <= '9' }

func (r *reading) raw(w *word) string { return r.text[w.start:w.end] }

func (r *reading) fold(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i].fold
}

// content tells whether a word must be accounted for by a word of the other text.
func (w *word) content() bool { return !w.light && !w.figure && !w.negator && !w.hedge && !w.vouched }

// isEnglish tells a claim's language.
func isEnglish(claim string) bool {
	fr, en := 0, 0
	for _, w := range french.Words(claim) {
		f := french.Fold(claim[w.Start:w.End])
		if w.Elided || lightFrench[f] && !lightEnglish[f] {
			fr++
		}
		if lightEnglish[f] && !lightFrench[f] || f == "s" && !w.Elided && w.Start > 1 && (claim[w.Start-1] == '\'' || strings.HasSuffix(claim[:w.Start], "’")) {
			en++ // "France's"
		}
	}
	if en == fr {
		switch language.Detect(claim) {
		case "fr":
			return false
		case "en":
			return true
		}
		return !strings.ContainsAny(claim, "éèàêçùôîâœ«")
	}
	return en > fr
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
