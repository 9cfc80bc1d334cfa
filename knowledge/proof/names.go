package proof

import (
	"slices"
	"strings"

	"verbatim/knowledge/english"
	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
)

// markNames marks the words of proper names.
func (r *reading) markNames() {
	if len(r.words) == 0 {
		return
	}
	mark := func(start, end int, initial bool) {
		for i := r.wordAt(start); i < len(r.words) && r.words[i].start < end; i++ {
			w := &r.words[i]
			if w.start >= start && w.end <= end && !capital(r.raw(w)) {
				w.light = w.light || !w.figure && len(w.fold) < 4 // « von der »
				continue
			}
			if w.start < start || w.end > end || w.figure || !capital(r.raw(w)) {
				continue
			}
			if raw := strings.TrimSuffix(r.raw(w), "s"); offices[w.fold] && raw == strings.ToUpper(raw) {
				continue // what somebody is, in initials
			}
			if r.english && frenchArticle[w.fold] && i+1 < len(r.words) && capital(r.raw(&r.words[i+1])) {
				w.light = true // "Les Marées"
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

// offices are initials that are common nouns.
var offices = set("mp mps ceo ceos cfo coo pm pms ngo ngos ong ongs pdg dg dj vip pme sme smes ai ia tv dna adn gdp pib it")

var frenchArticle = set("le la les l un une des du de")

// titles are capitalised words that say what somebody is, not who.
var titles = set(`valley plain plains strait gulf bay peninsula desert canal avenue stadium president prime minister chancellor secretary general foreign state deputy chief king queen prince princess pope federal council
national court parliament senate commission committee ministry department office government republic university institute party union federation association
school hospital city town village county district province region lake mount river street north south east west northern southern eastern western
health finance defence defense interior justice transport education economy environment affairs police army navy air force bank central supreme
house white street road square station airport port bridge tower castle museum theatre theater cup league championship world day week act law treaty
agreement plan project group company corporation board agency authority service services administration assembly congress house lower upper mayor
governor senator deputy judge prosecutor attorney professor doctor director chief head chairman chairwoman spokesman spokeswoman spokesperson ambassador
minister ministers councillor counsellor member members commissioner coach captain colonel lieutenant major sergeant inspector saint st san new old
health security energy culture sports sport social affairs labor labour agriculture environment research science trade industry home homeland treasury
christmas easter god bible internet web earth moon sun catholic catholics christian christians muslim muslims jewish jews jew islamic islam protestant
protestants buddhist orthodox renaissance republican republicans democrat democrats democratic conservative conservatives liberal liberals socialist
socialists communist communists nazi nazis royal greater lord sir revolution empire kingdom dynasty olympic olympics games final finals open grand prix series
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
	return append(out, p.bodies()...)
}

// bodies looks for a body of the claim that the sentence has not, where a word
// of its name stands for a word of another body's: the « Conseil national » is
// no « Conseil des Etats ».
func (p *pair) bodies() []Check {
	for i := range p.claim.words {
		w := &p.claim.words[i]
		mine := aliasKey(w)
		if mine == "" || w.to < 0 || len(p.index[mine]) > 0 {
			continue
		}
		s := &p.sentence.words[w.to]
		if theirs := aliasKey(s); theirs != "" && theirs != mine {
			return because(Check{Kind: "name", Claim: p.claim.raw(w), Sentence: p.sentence.raw(s), Verdict: Refuted}, "the claim says “%s”, which does not stand in the sentence", p.claim.phrase(i, mine))
		}
	}
	return nil
}

// aliasKey is the key of a word that belongs to a name with several forms.
func aliasKey(w *word) string {
	for _, k := range w.keys {
		if strings.HasPrefix(k, "@a") {
			return k
		}
	}
	return ""
}

// phrase is the text of the words from word i on that share a key.
func (r *reading) phrase(i int, key string) string {
	last := i
	for last+1 < len(r.words) && slices.Contains(r.words[last+1].keys, key) {
		last++
	}
	return r.text[r.words[i].start:r.words[last].end]
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
		case w.opening && !country && ordinary(w.fold):
			continue
		case p.capitalOf(k):
			w.vouched = true // it stands for the government of its country
		case organ[w.fold] && held >= 2:
			w.vouched = true // a part of a long name that the other language leaves out
		case w.opening && !country && !p.claim.english && joinsNoun[p.claim.fold(k+1)]:
			c.Verdict = worse(c.Verdict, Undecided)
			c.because("the sentence does not show “%s”", p.claim.raw(w))
		case !p.claim.english && !country && first == last && w.known && !w.opening && len(w.fold) > 4 && articles[p.claim.fold(k-1)]:
			c.Verdict = worse(c.Verdict, Undecided) // « la Confédération » may be the government
			c.because("the sentence does not show “%s”", p.claim.raw(w))
		case p.landFor(w) >= 0:
			w.to = p.landFor(w)
		case p.landAdded(k), held > 0 && p.alias(w) && w.to < 0, p.nounFirst(k):
			c.Verdict = worse(c.Verdict, Undecided)
			c.because("the sentence does not show “%s”", p.claim.raw(w))
		case p.capitalNear(k):
			c.Verdict = worse(c.Verdict, Undecided)
			c.because("the sentence does not say “%s”, which may stand for its government", p.claim.raw(w))
		case p.alias(w):
			c.Verdict = Refuted
			c.because("the claim says “%s”, which does not stand in the sentence", text)
		case held > 0 && p.otherSide(w):
			c.Verdict = Refuted
			c.because("the claim says “%s”, the sentence has another side of the compass", text)
		case titles[w.fold]:
			c.Verdict = worse(c.Verdict, Undecided)
			c.because("the sentence does not call it “%s”", p.claim.raw(w))
		case p.claim.english && !country && (p.ordinary(w) || p.claim.breadth(k) > 0 || p.initials(w)):
			c.Verdict = worse(c.Verdict, Undecided)
			c.because("the sentence does not show “%s”", p.claim.raw(w))
		case (held > 0 || p.spokenByPronoun(w)) && p.inContext(w):
			w.vouched = true // the neighbouring sentences complete it
		case p.inContext(w):
			c.Verdict = worse(c.Verdict, Undecided)
			c.because("“%s” stands only beside the sentence", p.claim.raw(w))
		case !country && k < last && held > 0 && !w.known && p.claim.words[last].to >= 0:
			c.Verdict = worse(c.Verdict, Undecided) // a first name that stands nowhere
			c.because("“%s” stands neither in the sentence nor beside it", p.claim.raw(w))
		default:
			c.Verdict = Refuted
			c.because("the claim says “%s”, which does not stand in the sentence", text)
		}
	}
	return c
}

// nounFirst tells whether word k begins the claim as a noun may that is no name:
// « Victoire de Loris Béguin », "Bluefin tuna".
func (p *pair) nounFirst(k int) bool {
	if k != 0 || k+1 >= len(p.claim.words) {
		return false
	}
	w, next := &p.claim.words[0], &p.claim.words[1]
	if _, ok := lexicon.Country(p.claim.raw(w)); ok {
		return false
	}
	if !p.claim.english {
		return w.known && joinsNoun[next.fold]
	}
	return w.opening && !next.light && !next.name && !next.figure && next.to >= 0
}

// organ are words of the names of bodies and places that one language has and
// the other leaves out: "the Federal Supreme Court" is the « Tribunal fédéral ».
var organ = set(`affairs supreme service services office department administration agency authority organisation organization association body institute
center centre committee commission board group company state national federal valley plain plains strait gulf bay mountains mount lake river canal island islands
peninsula desert region province county district canton city airport station street square avenue bridge university school hospital museum theatre stadium
vallee plaine detroit golfe baie montagne montagnes mont lac fleuve ile iles region district ville gare place rue pont universite hopital musee stade`)

// articles are the French words after which a capitalised word that the
// dictionary has is a body: « la Confédération ».
var articles = set("la le l les du au aux des")

// initials tells whether a word may be the initials of a body whose name the
// sentence has in full, or in other letters.
func (p *pair) initials(w *word) bool {
	raw := p.claim.raw(w)
	if len(raw) < 2 || len(raw) > 6 || raw != strings.ToUpper(raw) {
		return false
	}
	for i := range p.sentence.words {
		s := &p.sentence.words[i]
		if (organ[s.fold] || bodies[s.fold] || len(s.fold) > 1 && s.name && p.sentence.raw(s) == strings.ToUpper(s.fold) && aliasKey(s) == "") && !p.takes(i) {
			return true
		}
	}
	return false
}

// joinsNoun are words after which a first word is a common noun: « Détenu depuis
// mai », « Cheffe de l'opposition ».
var joinsNoun = set("de du des d depuis par pour en dans a au aux sur et ou avec contre chez vers selon apres lundi mardi mercredi jeudi vendredi samedi dimanche")

func worse(a, b Verdict) Verdict {
	if a == Refuted || b == Refuted {
		return Refuted
	}
	if a == Undecided || b == Undecided {
		return Undecided
	}
	return Proved
}

// ordinary tells whether a word that only begins a sentence has the make of a
// common noun.
func ordinary(fold string) bool {
	for _, end := range []string{"ment", "tion", "tions", "ers", "ors", "ness", "ity", "ing", "ed", "ies", "als", "ists", "ants", "ents", "ages", "sion", "ance", "ence", "ees", "ales", "iens", "eurs"} {
		if strings.HasSuffix(fold, end) {
			return true
		}
	}
	return false
}

// ordinary tells whether a capitalised word is an ordinary word by what the
// lexicon makes of it: the French of "Bear" looks nothing like it, as that of
// a name would.
func (p *pair) ordinary(w *word) bool {
	if !w.known {
		return false
	}
	found := 0
	for _, f := range equivalents(lexicon.ToFrench([]string{strings.ToLower(p.claim.raw(w))}), kinSure) {
		fold := french.Fold(f)
		found++
		if len(fold) > 1 && len(w.fold) > 1 && fold[:2] == w.fold[:2] || skeleton(fold) == skeleton(w.fold) {
			return ordinary(w.fold)
		}
	}
	return found > 0
}

// otherSide tells whether a word of a name is a side of the compass, and the
// sentence has only another: "South America" for « Amérique du Nord ».
func (p *pair) otherSide(w *word) bool {
	mine := exclusive.in(compass, w.fold)
	if mine == 0 {
		return false
	}
	other := false
	for i := range p.sentence.words {
		s := &p.sentence.words[i]
		if s.light {
			continue
		}
		switch exclusive.in(compass, s.fold) {
		case 0:
		case mine:
			return false
		default:
			other = true
		}
	}
	return other
}

// alias tells whether a word belongs to a name whose other forms are known,
// so that it is missing where none of them stands in the sentence.
func (p *pair) alias(w *word) bool {
	for _, k := range w.keys {
		if strings.HasPrefix(k, "@a") && len(p.index[k]) == 0 && w.name {
			return true
		}
	}
	return false
}

// spokenByPronoun tells whether a word is part of the claim's speaker, and the
// sentence lets only a pronoun say it, or a quotation stand alone.
func (p *pair) spokenByPronoun(w *word) bool {
	for _, m := range p.mine {
		if !m.speaker.holds(w.start) {
			continue
		}
		for _, t := range p.theirs {
			if t.speaker.end > t.speaker.start && !t.pronoun {
				return false
			}
		}
		return len(p.theirs) > 0 || len(french.Quotes(p.sentence.text)) > 0
	}
	return false
}

// inContext tells whether a word of a name stands in the neighbouring sentences.
func (p *pair) inContext(w *word) bool {
	for _, list := range [2][]string{p.context, p.before} {
		for _, c := range list {
			if standsIn(w, clip(c)) {
				return true
			}
		}
	}
	return false
}

func standsIn(w *word, text string) bool {
	for _, x := range french.Words(text) {
		f := french.Fold(text[x.Start:x.End])
		if f == w.fold || len(f) > 3 && len(w.fold) > 3 && skeleton(f) == skeleton(w.fold) {
			return true
		}
	}
	return false
}

// sounds are spellings of one sound in French and English transliterations,
// the longest first.
var sounds = strings.NewReplacer("tz", "ts", "tsch", "ch", "tch", "ch", "sch", "ch", "sh", "ch", "zh", "j", "dj", "j", "kh", "h", "ph", "f", "ck", "k", "qu", "k", "q", "k",
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
