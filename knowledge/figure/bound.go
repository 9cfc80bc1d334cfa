package figure

import "math/big"

var thousand = big.NewRat(1000, 1)

type phrase struct {
	words []string
	bound Bound
}

func phrases(bound Bound, texts ...[]string) []phrase {
	out := make([]phrase, len(texts))
	for i, t := range texts {
		out[i] = phrase{t, bound}
	}
	return out
}

func w(words ...string) []string { return words }

// before maps the last word of a bound to the bounds that end with it, longest first.
var before = [2]map[string][]phrase{byLast(
	phrases(About, w("environ"), w("quelque"), w("autour", "de"), w("alentours", "de"), w("peu", "près"), w("approximativement"), w("dans", "les"), w("de", "le", "ordre", "de"),
		w("estime", "à"), w("estimé", "à"), w("estimée", "à"), w("estimés", "à"), w("estimées", "à"), w("évalue", "à"), w("évalué", "à"), w("évaluée", "à"), w("évalués", "à"), w("évaluées", "à")),
	phrases(Nearly, w("pas", "loin", "de"), w("près", "de"), w("un", "peu", "moins", "de"), w("presque"), w("quasiment"), w("proche", "de"), w("quasi"), w("à", "peine"), w("avoisine"), w("avoisinent"),
		w("avoisinait"), w("avoisiner"), w("frôle"), w("frôlent"), w("frôlé"), w("frôlait"), w("frôlant"), w("avoisiné"), w("avoisinant"), w("approché"), w("approche"), w("approchent"), w("approchant"), w("approche", "de")),
	phrases(More, w("plus", "de"), w("plus", "des"), w("plus", "que"), w("delà", "de"), w("delà", "des"), w("dépasse"), w("dépassent"), w("dépassé"), w("dépassait"),
		w("dépassaient"), w("dépassera"), w("franchi"), w("franchit"), w("dépasser"), w("dépassant"), w("supérieur", "à"), w("supérieure", "à"), w("supérieurs", "à"), w("excède"), w("excédant")),
	phrases(Least, w("au", "moins"), w("pas", "moins", "de"), w("minimum", "de"), w("au", "minimum")),
	phrases(Less, w("moins", "de"), w("moins", "des"), w("moins", "que"), w("inférieur", "à"), w("inférieure", "à"), w("sous", "les"), w("deçà", "de")),
	phrases(Most, w("jusque", "à"), w("au", "plus"), w("au", "maximum"), w("maximum", "de"), w("tout", "au", "plus"), w("pas", "plus", "de"), w("jusque", "aux")),
	phrases(From, w("entre")),
), byLast(
	phrases(About, w("about"), w("around"), w("roughly"), w("approximately"), w("some"), w("circa"), w("an", "estimated"), w("estimated", "at"), w("estimated", "to", "be"), w("in", "the", "region", "of"), w("something", "like")),
	phrases(Nearly, w("nearly"), w("almost"), w("close", "to"), w("just", "under"), w("not", "far", "off"), w("barely"), w("just", "short", "of"), w("slightly", "less", "than"), w("a", "little", "less", "than"), w("slightly", "fewer", "than"), w("slightly", "under"), w("approaching"),
		w("nearing"), w("approaches")),
	phrases(More, w("more", "than"), w("over"), w("above"), w("exceeding"), w("exceeds"), w("exceeded"), w("exceed"), w("upwards", "of"), w("upward", "of"),
		w("just", "over"), w("greater", "than"), w("higher", "than"), w("larger", "than"), w("bigger", "than"),
		w("longer", "than"), w("older", "than"), w("heavier", "than"), w("taller", "than"), w("faster", "than"), w("in", "excess", "of"), w("surpassing"), w("surpassed"), w("well", "over"), w("topped"), w("beyond")),
	phrases(Least, w("at", "least"), w("no", "fewer", "than"), w("no", "less", "than"), w("not", "less", "than"), w("minimum", "of")),
	phrases(Less, w("less", "than"), w("fewer", "than"), w("under"), w("below"), w("lower", "than"), w("smaller", "than"), w("shorter", "than"), w("younger", "than"), w("lighter", "than")),
	phrases(Most, w("up", "to"), w("as", "many", "as"), w("as", "much", "as"), w("as", "high", "as"), w("at", "most"), w("no", "more", "than"), w("not", "more", "than"), w("maximum", "of")),
	phrases(From, w("between")),
)}

var after = [2][]phrase{
	append(append(append(append(phrases(About, w("environ"), w("à", "peu", "près"), w("approximativement")), phrases(Nearly, w("à", "peine"))...),
		phrases(Least, w("au", "moins"), w("au", "minimum"), w("ou", "plus"), w("et", "plus"))...),
		phrases(Most, w("au", "plus"), w("au", "maximum"), w("tout", "au", "plus"))...), phrases(Less, w("ou", "moins"))...),
	append(append(phrases(About, w("or", "so"), w("approximately"), w("or", "thereabouts")),
		phrases(Least, w("or", "more"), w("at", "least"))...), phrases(Most, w("at", "most"), w("at", "the", "most"), w("or", "less"), w("or", "fewer"))...),
}

func byLast(groups ...[]phrase) map[string][]phrase {
	out := map[string][]phrase{}
	for _, g := range groups {
		for _, p := range g {
			last := p.words[len(p.words)-1]
			list := append(out[last], p)
			for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
				list[i], list[i-1] = list[i-1], list[i]
			}
			out[last] = list
		}
	}
	return out
}

// verbBounds are verbs that bound what they name; another phrase may stand
// between them and the figure elsewhere.
var verbBounds = map[string]bool{
	"dépasse": true, "dépassent": true, "dépassé": true, "dépassait": true, "dépassaient": true, "dépasser": true, "dépassant": true,
	"exceed": true, "exceeds": true, "exceeded": true, "exceeding": true, "surpassed": true, "surpassing": true, "topped": true,
}

func (r *reader) language() int {
	if r.english {
		return 1
	}
	return 0
}

// bind finds the bound before or after a figure.
func (r *reader) bind(f *Figure) {
	if f.Bound != Exact && !(f.Bound == About && (f.Loose || dozen(r.word(f.ends-1)))) {
		return
	}
	at := f.begins - 1
	for skipped := 0; at >= 0 && skipped < 2; skipped++ {
		if r.english && r.notBound(at) {
			return
		}
		if b, last, ok := r.boundEnding(at); ok {
			f.Bound, f.Loose = b, false
			duration := f.Unit == "year" || f.Unit == "month" || f.Unit == "week" || f.Unit == "day" || f.Unit == "hour" || f.Unit == "m" || f.Unit == "km" || f.Unit == "cm"
			f.Loose = (last == "over" || last == "à" && b == Most || last == "within") && duration || last == "les" || last == "above" || last == "below" || last == "under"
			f.Loose = f.Loose || verbBounds[last]
			if last == "les" && b == About && !f.round() {
				f.Bound, f.Loose = Exact, false // « dans les deux villes »
			}
			return
		}
		switch r.word(at) {
		case "le", "la", "les", "un", "une", "the", "a", "an", "des", "du", "its", "ses", "their", "leurs", "only":
			at--
			continue
		}
		break
	}
	for _, p := range after[r.language()] {
		if r.startsWith(f.ends, p.words) {
			f.Bound = p.bound
			return
		}
	}
	if r.startsWith(f.ends+1, w("ou", "plus")) || r.startsWith(f.ends+1, w("or", "more")) || r.startsWith(f.ends+1, w("au", "moins")) || r.startsWith(f.ends+1, w("at", "least")) {
		f.Bound = Least
	} else if r.startsWith(f.ends+1, w("or", "so")) || !r.english && r.startsWith(f.ends+1, w("environ")) && !r.countsAfter(f.ends+2) {
		f.Bound = About
	}
}

// notBound tells whether the word at token i, which may bound a figure, belongs
// to what stands before it: "talk about two sailors", "will go up to 21 francs".
func (r *reader) notBound(i int) bool {
	switch r.word(i) {
	case "about":
		return topical[r.word(i-1)]
	case "to":
		return r.word(i-1) == "up" && rising[r.word(i-2)]
	}
	return false
}

var (
	topical = flags("talk", "talks", "talked", "talking", "speak", "speaks", "spoke", "speaking", "asked", "said", "says", "say", "questions", "question", "information", "doubts", "doubt",
		"concerns", "concern", "worried", "complained", "complaints", "told", "warned", "know", "knows", "knew", "think", "story", "stories", "details", "comment", "answers", "silent")
	rising = flags("go", "goes", "went", "gone", "going", "rise", "rises", "rose", "risen", "rising", "moved", "move", "moves", "raised", "raise", "pushed", "pushes", "put", "taken", "takes", "brought", "bring", "brings", "bringing", "taking", "pushing")
)

func flags(words ...string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		out[w] = true
	}
	return out
}

// countsAfter tells whether a number begins at token i.
func (r *reader) countsAfter(i int) bool {
	_, _, _, ok := r.amount(i)
	return ok
}

func (r *reader) startsWith(i int, words []string) bool {
	for k, word := range words {
		if r.word(i+k) != word {
			return false
		}
	}
	return true
}

func (r *reader) boundEnding(at int) (Bound, string, bool) {
	last := r.word(at)
	for _, p := range before[r.language()][last] {
		first := at - len(p.words) + 1
		if first >= 0 && r.startsWith(first, p.words) {
			return p.bound, last, true
		}
	}
	return Exact, "", false
}

// round tells whether a figure ends in a zero, as an approximation would.
func (f *Figure) round() bool {
	return f.Value != nil && f.Value.IsInt() && len(f.Value.Num().String()) > 1 && f.Value.Num().String()[len(f.Value.Num().String())-1] == '0'
}

// share completes what figures that stand together say once: « 477 et 459
// km2 », « 2 à 3 millions », "between 10 and 15".
func (r *reader) share(figures []Figure) {
	for i := len(figures) - 2; i >= 0; i-- {
		a, b := &figures[i], &figures[i+1]
		joint := r.joint(a.ends, b.begins)
		if joint == "" || a.Value == nil || b.Value == nil {
			continue
		}
		united := a.Unit != ""
		if a.Unit == "" && a.Kind == Number && b.Unit != "" && b.Kind != Clock {
			a.Unit, a.Kind = b.Unit, b.Kind
		}
		if b.Unit == "" && a.Unit != "" && a.Kind == Money && b.Kind == Number {
			b.Unit, b.Kind = a.Unit, a.Kind
		}
		ranged := joint == "à" || joint == "to" || joint == "-" || joint == "–" || a.Bound == From
		if !ranged {
			continue
		}
		if a.Unit != b.Unit || a.Kind != b.Kind {
			continue
		}
		if !united && a.scale != nil && b.scale != nil && a.scale.Cmp(one) == 0 && b.scale.Cmp(one) > 0 && a.Value.Cmp(thousand) < 0 {
			a.Value = new(big.Rat).Mul(a.Value, b.scale)
			a.scale = b.scale
		}
		a.Ends, b.Ends = true, true
		moved := r.word(a.begins-1) == "de" && !r.english || r.word(a.begins-1) == "from"
		switch {
		case a.Bound == From && (joint == "et" || joint == "and" || joint == "à"):
			b.Bound = To
		case (a.Bound == Exact || a.Bound == About) && !moved && a.Bound != From:
			a.Bound, b.Bound = From, To
		}
	}
	for i := range figures {
		if figures[i].Bound == From && (i+1 == len(figures) || figures[i+1].Bound != To) {
			figures[i].Bound = Exact
		}
	}
}

// joint is the one word or mark between two figures that makes them one group.
func (r *reader) joint(from, to int) string {
	if to-from != 1 {
		return ""
	}
	switch j := r.word(from); j {
	case "et", "ou", "and", "or", "à", "to", "-", "–", "/":
		return j
	}
	return ""
}

// dozen tells whether a word counts roughly by its make (« centaine »): a bound
// before it says more than that.
func dozen(raw string) bool {
	_, ok := frenchDozens[raw]
	return ok
}
