package french

import "strings"

// Quotation is a stretch of words between quotation marks, in bytes of a text.
type Quotation struct {
	Start, End int  // the words, marks and the spaces beside them left out
	Open       bool // its closing or opening mark stands in another sentence
}

// Quotes returns the quotations of a text: «…», “…” and "…". Marks inside a
// quotation belong to it.
func Quotes(text string) []Quotation {
	var out []Quotation
	start, depth := -1, 0
	straight := false
	for i, r := range text {
		switch {
		case r == '«' || r == '“' || r == '"' && !straight:
			if depth == 0 {
				start = i + len(string(r))
			}
			depth++
			straight = straight || r == '"'
		case r == '»' || r == '”' || r == '"':
			if r == '"' {
				straight = false
			}
			if depth == 0 {
				if r == '»' && len(out) == 0 {
					out = append(out, trimQuote(text, Quotation{0, i, true}))
				}
				continue
			}
			if depth--; depth == 0 {
				out = append(out, trimQuote(text, Quotation{start, i, false}))
			}
		}
	}
	if depth > 0 {
		out = append(out, trimQuote(text, Quotation{start, len(text), true}))
	}
	return out
}

func trimQuote(text string, q Quotation) Quotation {
	s := trimSpan(text, Span{q.Start, q.End})
	q.Start, q.End = s.Start, max(s.Start, s.End)
	return q
}

// Attribution says who says a part of a text, in bytes of it.
type Attribution struct {
	SpeakerStart, SpeakerEnd int // empty where only a pronoun stands
	VerbStart, VerbEnd       int // « a déclaré », « selon »
	SaidStart, SaidEnd       int // what is said; the verb and speaker may stand inside
	Pronoun                  bool
	Sure                     bool // « que », a colon, a quotation or the order of words shows it; else the verb alone
}

type spoken struct {
	text   string
	words  []Word
	folded []string
}

// Attributions returns who says what in one sentence.
func Attributions(text string) []Attribution {
	s := spoken{text: text, words: Words(text)}
	s.folded = make([]string, len(s.words))
	for i, w := range s.words {
		s.folded[i] = Fold(text[w.Start:w.End])
	}
	quotes := Quotes(text)
	var out []Attribution
	for i := range s.words {
		if inQuote(quotes, s.words[i].Start) {
			continue
		}
		if a, ok := s.according(i); ok {
			out = append(out, a)
		} else if a, ok := s.verb(i, quotes); ok {
			out = append(out, a)
		}
	}
	return out
}

func inQuote(quotes []Quotation, at int) bool {
	for _, q := range quotes {
		if at >= q.Start && at < q.End {
			return true
		}
	}
	return false
}

func (s *spoken) word(i int) string {
	if i < 0 || i >= len(s.folded) {
		return ""
	}
	return s.folded[i]
}

// according reads « selon X », « d'après X ».
func (s *spoken) according(i int) (Attribution, bool) {
	next := i + 1
	switch s.word(i) {
	case "selon":
		switch s.word(next) {
		case "que", "qu", "les", "la", "le", "l":
			if w := s.word(next + 1); s.word(next) == "que" || s.word(next) == "qu" || w == "cas" || w == "besoins" || w == "modalites" {
				return Attribution{}, false
			}
		}
	case "apres":
		if s.word(i-1) != "d" {
			return Attribution{}, false
		}
		i--
	case "pour":
		if i > 0 && s.text[s.words[i-1].End:s.words[i].Start] == " " || !s.namedBeforeComma(next) {
			return Attribution{}, false
		}
	case "croire":
		if s.word(i-1) != "en" || s.word(i-2) != "a" {
			return Attribution{}, false
		}
		i -= 2
	case "par":
		if !s.toldBy(i) {
			return Attribution{}, false
		}
	case "voix", "dires", "aveu", "yeux":
		if w := s.word(i - 1); w != "la" && w != "les" && w != "aux" && w != "l" || !s.belongs(i+1) {
			return Attribution{}, false
		}
		i, next = i-1, i+2
		if w := s.word(i - 1); w == "par" || w == "de" || w == "selon" {
			i--
		} else if s.word(i) != "aux" {
			return Attribution{}, false
		}
	case "avis":
		if s.word(i+1) != "de" && s.word(i+1) != "du" && s.word(i+1) != "d" && s.word(i+1) != "des" || s.word(i-1) != "l" || s.word(i-2) != "de" {
			return Attribution{}, false
		}
		i, next = i-2, i+2
	default:
		return Attribution{}, false
	}
	if next >= len(s.words) {
		return Attribution{}, false
	}
	end := s.phraseEnd(next, false)
	a := Attribution{VerbStart: s.words[i].Start, VerbEnd: s.words[next-1].End, SaidStart: 0, SaidEnd: len(s.text), Sure: true}
	a.SpeakerStart, a.SpeakerEnd = s.words[next].Start, end
	switch s.word(next) {
	case "lui", "elle", "eux", "elles", "nous", "moi":
		a.Pronoun = true
	}
	return a, true
}

// toldBy tells whether « par » at word i names who tells something: « a été
// annoncée lundi par le parquet ».
func (s *spoken) toldBy(i int) bool {
	at := i - 1
	if weekdays[s.word(at)] {
		at--
	}
	w := s.word(at)
	if !Speaking(w) || !strings.HasSuffix(s.text[:s.words[at].End], "é") && !strings.HasSuffix(w, "ee") && !strings.HasSuffix(w, "es") || transitive[string(Stem([]byte(w)))] {
		return false
	}
	for k := at - 1; k >= 0 && k >= at-2; k-- {
		if b := s.word(k); b == "ete" || b == "est" || b == "sont" {
			return true
		}
	}
	return false
}

var weekdays = set("lundi mardi mercredi jeudi vendredi samedi dimanche hier")

// belongs tells whether word i is « de » in one of its forms.
func (s *spoken) belongs(i int) bool {
	switch s.word(i) {
	case "de", "du", "d", "des":
		return true
	}
	return false
}

// group is a verb of saying with its auxiliaries and pronouns.
type group struct {
	first, last int // words
	stem        string
	pronoun     bool // a pronoun behind a hyphen is its subject
	oneself     bool // « s'est dit »
	reports     bool // what is said follows: « que », a colon, a quotation
}

// verb reads a speech verb at word i: « X a déclaré que », « …, a déclaré X »,
// « a-t-il ajouté ».
func (s *spoken) verb(i int, quotes []Quotation) (Attribution, bool) {
	g, ok := s.group(i, quotes)
	if !ok {
		return Attribution{}, false
	}
	a := Attribution{VerbStart: s.words[g.first].Start, VerbEnd: s.words[i].End, Pronoun: g.pronoun}
	if s.inverted(g) {
		a.Sure, a.SaidEnd = true, a.VerbStart
		if g.pronoun {
			return a, true
		}
		from := s.skipTime(i + 1)
		if from >= len(s.words) || !s.subjectAt(from) {
			return Attribution{}, false
		}
		a.SpeakerStart, a.SpeakerEnd = s.words[from].Start, s.phraseEnd(from, true)
		return a, true
	}
	a.Sure = g.reports
	if !g.reports && !s.reportsAlone(g) {
		return Attribution{}, false
	}
	start := s.clauseStart(g.first)
	if start == g.first {
		return Attribution{}, false
	}
	a.SpeakerStart, a.SpeakerEnd = s.words[start].Start, s.words[g.first-1].End
	switch s.word(start) {
	case "il", "elle", "ils", "elles", "on":
		a.Pronoun = g.first-start <= 1
	}
	a.SaidStart, a.SaidEnd = s.words[i].End, s.saidEnd(i)
	return a, true
}

// group gathers the verb group that ends with word i, where it may report what
// somebody says.
func (s *spoken) group(i int, quotes []Quotation) (group, bool) {
	w := s.word(i)
	if len(w) < 3 || !Speaking(w) {
		return group{}, false
	}
	g := group{first: i, last: i, stem: string(Stem([]byte(w)))}
	s.auxiliaries(&g)
	begin := s.word(g.first)
	auxiliary := g.first < i && begin != "ne" && begin != "n"
	if !auxiliary && (g.first == i && s.participle(i) || !s.finite(w)) {
		return group{}, false
	}
	if begin == "est" || begin == "sont" {
		return group{}, false // « est estimé à »
	}
	g.pronoun = g.pronoun || s.isHyphenPronoun(i)
	after := s.word(i + 1)
	g.reports = after == "n" || after == "ne" || after == "avoir" || after == "etre" || after == "que" || after == "qu" || s.colon(i) || quoteAfter(quotes, s.words[i].End)
	g.oneself = begin == "s" || begin == "se"
	if g.oneself && !ofOneself[g.stem] && !said[w] {
		return group{}, false // « un incendie s'est déclaré »
	}
	return g, true
}

// auxiliaries moves the start of a group back over what belongs to its verb.
func (s *spoken) auxiliaries(g *group) {
	for k := g.last - 1; k >= 0 && g.last-k <= 5; k-- {
		if strings.ContainsRune(s.text[s.words[k].End:s.words[k+1].Start], ',') {
			return // « si rien n'est fait, avertit un rapport »
		}
		switch s.word(k) {
		case "a", "ont", "avait", "avaient", "aurait", "ait", "fait", "mis", "est", "sont", "se", "s", "ne", "n", "en", "t":
			g.first = k
			continue
		case "il", "elle", "ils", "elles", "on":
			if s.words[k].Start > 0 && s.text[s.words[k].Start-1] == '-' {
				g.pronoun, g.first = true, k
				continue
			}
			if n := s.word(k + 1); n == "aussi" || n == "meme" || n == "egalement" {
				continue // « a elle aussi insisté »
			}
		case "encore", "egalement", "aussi", "deja", "pas", "bien", "lui", "ensuite", "toutefois", "ainsi", "notamment", "y":
			continue
		}
		return
	}
}

// inverted tells whether the speaker follows the verb: « …, a déclaré X ».
func (s *spoken) inverted(g group) bool {
	const brief = 9 // words at most after a verb that only may report: « , a confirmé son directeur »
	after := s.word(g.last + 1)
	switch {
	case g.pronoun:
		return true
	case !s.afterComma(g.first), after == "que", after == "qu", s.markAfter(g.last), after == "n", after == "ne", after == "avoir", after == "etre":
		return false
	case s.apposed(g.first):
		return false
	case s.afterQuote(g.first):
		return !g.oneself || (s.word(g.first+1) == "est" || s.word(g.first+1) == "sont") && s.subjectAt(g.last+1)
	case transitive[g.stem], weakSpeaking[g.stem] && len(s.words)-g.last > brief:
		return false
	}
	if next := s.word(g.first + 1); g.oneself && (next == "est" || next == "sont") {
		return s.subjectAt(g.last + 1) // « , s'est réjouie la cheffe »
	}
	return !g.oneself || g.first+1 == g.last && strings.HasSuffix(s.word(g.last), "e") // « , se félicite l'Office »
}

// reportsAlone tells whether a verb reports though nothing that is said
// follows as a clause of its own: « a annoncé la fermeture ».
func (s *spoken) reportsAlone(g group) bool {
	for k := g.last + 1; k < g.last+5; k++ {
		switch s.word(k) {
		case "garde", "appel", "avertissement":
			return true // « a lancé une mise en garde »
		}
	}
	w := s.word(g.last)
	if next := s.word(g.first + 1); g.oneself && said[w] && next != "est" && next != "etait" && next != "sont" && next != "etaient" {
		return false // « se disent favorables »
	}
	return !weakSpeaking[g.stem] || w == "confirme" || w == "appele"
}

// said are the folded forms of « dire » that stand in the reflexive.
var said = set("dit dite dits dites disent disait disaient")
