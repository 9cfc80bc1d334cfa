package french

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

// speaking are the folded stems of verbs that report what somebody says.
var speaking = stems(`déclarer déclaré affirmer affirmé dire dit disait disent indiquer indiqué ajouter ajouté annoncer annoncé assurer assuré estimer estimé
expliquer expliqué préciser précisé souligner souligné poursuivre poursuivi conclure conclu rappeler rappelé répondre répondu confirmer confirmé
reconnaître reconnu reconnaît avertir averti avertit prévenir prévenu promettre promis juger jugé penser pensé croire considérer considéré soutenir soutenu
prétendre prétendu dénoncer dénoncé regretter regretté déplorer déploré relever relevé noter noté observer observé commenter commenté raconter
raconté témoigner témoigné écrire écrit rapporter rapporté signaler signalé révéler révélé exhorter exhorté insister insisté marteler martelé
réagir réagi résumer résumé admettre admis avouer avoué nuancer nuancé détailler détaillé confier confié plaider plaidé espérer espéré
craindre craint réclamer réclamé réitérer réitéré répéter répété inquiéter féliciter réjouir savoir valoir accuser accusé qualifier qualifié
appeler appelé demander demandé exiger exigé évoquer évoqué lancer lancé garde nier nié démentir démenti
prévient préviennent avertissent promet promettent croit croient craint craignent admet admettent reconnaissent reconnaissait soutient soutiennent
écrivent prétend prétendent maintient maintenir maintenu répond répondent conclut poursuit confie espère suggère suggérer laisse entendre félicite félicitent inquiète inquiètent réjouit réjouissent étonne indigne`)

// transitive verbs stand before their speaker only after a quotation.
var transitive = stems(`nier nié nie démentir démenti dément accuser accusé accuse dénoncer dénoncé dénonce qualifier qualifié qualifie appeler appelé appelle
raconter raconté raconte décrire décrit évoquer demander demandé demande exiger exigé exige réclamer réclamé réclame évoquer évoqué évoque craindre craint espérer espéré espère promettre promis promet`)

// ofOneself are verbs that report in the reflexive too.
var ofOneself = stems(`inquiéter inquiété inquiète féliciter félicité félicite réjouir réjoui réjouit demander demande étonner étonne indigner indigne`)

// Speaking tells whether a folded word may be a verb that reports what
// somebody says.
func Speaking(folded string) bool {
	return len(folded) > 2 && (speaking[string(Stem([]byte(folded)))] || folded == "dit" || folded == "dits")
}

var weakSpeaking = stems(`lancer lancé savoir valoir garde inquiéter féliciter réjouir appeler appelé poursuivre poursuivi relever relevé noter noté observer observé demander demandé soutenir soutenu juger jugé exiger exigé évoquer évoqué écrire écrit croire conclure conclu révéler révélé confirmer confirmé craindre craint reconnu reconnaître rappeler rappelé accuser accusé signaler signalé`)

func stems(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range Words(words) {
		out[string(Stem(AppendFold(nil, words[w.Start:w.End])))] = true
	}
	return out
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

// namedBeforeComma tells whether a name stands between word i and the next
// comma, and no verb in the infinitive: « pour Mme Martin, … ».
func (s *spoken) namedBeforeComma(i int) bool {
	named := false
	for j := i; j < len(s.words) && j < i+9; j++ {
		if j == i && len(s.word(j)) > 4 && (s.word(j)[len(s.word(j))-2:] == "er" || s.word(j)[len(s.word(j))-2:] == "ir") {
			return false
		}
		named = named || capital(s.text, s.words[j])
		if j+1 < len(s.words) && s.text[s.words[j].End:s.words[j+1].Start] == ", " {
			return named
		}
	}
	return false
}

// phraseEnd is where the noun phrase that begins with word i ends: at a mark
// other than an apostrophe or hyphen, or before a verb or conjunction.
func (s *spoken) phraseEnd(i int, functions bool) int {
	if i >= len(s.words) {
		return len(s.text)
	}
	extended := false
	for j := i; j < len(s.words); j++ {
		if j > i {
			for _, r := range s.text[s.words[j-1].End:s.words[j].Start] {
				switch r {
				case ',':
					if s.figureAt(j) {
						continue
					}
					if !extended && s.appositive(j, functions) {
						extended = true
						continue
					}
					return s.words[j-1].End
				case ';', ':', '.', '«', '»', '(', ')', '–', '—', '“', '”', '"':
					if r == '.' && j-1 >= i && titles[s.word(j-1)] {
						continue
					}
					return s.words[j-1].End
				}
			}
			switch s.word(j) {
			case "qui", "que", "qu", "dont", "lors", "dans", "sur", "a", "ont", "est", "sont", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
				"samedi", "dimanche", "devant", "citant", "cite", "citee", "mais", "alors", "pour", "aupres", "avait", "etait", "serait", "aurait", "auraient", "ayant", "avant":
				return s.words[j-1].End
			}
		}
	}
	return s.words[len(s.words)-1].End
}

// appositive tells whether the words from j on, after a comma, say more about
// the one just named: a name, a function.
func (s *spoken) appositive(j int, functions bool) bool {
	w := s.word(j)
	if functions {
		switch w {
		case "le", "la", "les", "l", "un", "une", "porte", "directeur", "directrice", "president", "presidente", "chef", "ministre", "responsable", "professeur":
			return true
		}
	}
	return capital(s.text, s.words[j]) && !plainOpeners[w]
}

// figureAt tells whether the mark before word j stands inside a figure: « 6,5 ».
func (s *spoken) figureAt(j int) bool {
	end, start := s.words[j-1].End, s.words[j].Start
	return start-end == 1 && digit(s.text[end-1]) && digit(s.text[start])
}

// verb reads a speech verb at word i: « X a déclaré que », « …, a déclaré X »,
// « a-t-il ajouté ».
func (s *spoken) verb(i int, quotes []Quotation) (Attribution, bool) {
	w := s.word(i)
	if len(w) < 3 {
		return Attribution{}, false
	}
	stem := string(Stem([]byte(w)))
	if !speaking[stem] && w != "dit" && w != "dits" {
		return Attribution{}, false
	}
	first := i // of the verb group, auxiliaries included
	pronoun := false
	for k := i - 1; k >= 0 && i-k <= 5; k-- {
		p := s.word(k)
		switch p {
		case "a", "ont", "avait", "avaient", "aurait", "ait", "fait", "mis", "est", "sont", "se", "s", "ne", "n", "en", "t":
			first = k
			continue
		case "il", "elle", "ils", "elles", "on":
			if k+1 <= i && s.words[k].Start > 0 && s.text[s.words[k].Start-1] == '-' {
				pronoun = true
				first = k
				continue
			}
			if n := s.word(k + 1); n == "aussi" || n == "meme" || n == "egalement" {
				continue // « a elle aussi insisté »
			}
		case "encore", "egalement", "aussi", "deja", "pas", "bien", "lui", "elles-memes", "ensuite", "toutefois", "ainsi", "notamment", "elle-meme", "y":
			continue
		}
		break
	}
	auxiliary := first < i && (s.word(first) != "ne" && s.word(first) != "n")
	if first == i && s.participle(i) && !auxiliary {
		return Attribution{}, false
	}
	if !auxiliary && !s.finite(w) {
		return Attribution{}, false
	}
	if i+1 < len(s.words) && (s.text[s.words[i].End:s.words[i+1].Start] == "-" || s.isHyphenPronoun(i)) {
		pronoun = pronoun || s.isHyphenPronoun(i)
	}
	a := Attribution{VerbStart: s.words[first].Start, VerbEnd: s.words[i].End, Pronoun: pronoun}
	after := s.word(i + 1)
	reports := after == "que" || after == "qu" || s.colon(i) || quoteAfter(quotes, s.words[i].End)
	reflexive := s.word(first) == "s" || s.word(first) == "se"
	if reflexive && !ofOneself[stem] && w != "dit" && w != "dite" && w != "dits" && w != "disent" && w != "disait" {
		return Attribution{}, false // « un incendie s'est déclaré »
	}
	if reflexive && first+1 == i && w[len(w)-1] == 'e' {
		reflexive = false // « , se félicite l'Office »
	}
	const brief = 9 // words at most after a verb that only may report: « , a confirmé son directeur »
	if (transitive[stem] || weakSpeaking[stem] && len(s.words)-i > brief) && !pronoun && !s.afterQuote(first) {
		reflexive = true
	}
	inverted := pronoun || !reflexive && s.afterComma(first) && !(reports && (after == "que" || after == "qu" || s.markAfter(i)))
	a.Sure = inverted || reports
	if inverted {
		a.SaidStart, a.SaidEnd = 0, len(s.text)
		if !pronoun {
			from := s.skipTime(i + 1)
			if from >= len(s.words) {
				return Attribution{}, false
			}
			a.SpeakerStart, a.SpeakerEnd = s.words[from].Start, s.phraseEnd(from, true)
		}
		return a, true
	}
	for k := i + 1; k < i+5; k++ {
		switch s.word(k) {
		case "garde", "appel", "avertissement":
			reports = true // « a lancé une mise en garde »
		}
	}
	if next := s.word(first + 1); reflexive && next != "est" && next != "etait" && next != "sont" && next != "etaient" && (stem == "dit" || w == "disent" || w == "dit" || w == "dits" || w == "dite" || w == "disait") && !reports {
		return Attribution{}, false // « se disent favorables »
	}
	if weakSpeaking[stem] && !reports && w != "confirme" && w != "appele" {
		return Attribution{}, false
	}
	start := s.clauseStart(first)
	a.SpeakerStart, a.SpeakerEnd = s.words[start].Start, s.words[max(start, first-1)].End
	if start == first {
		return Attribution{}, false
	}
	switch s.word(start) {
	case "il", "elle", "ils", "elles", "on":
		a.Pronoun = first-start <= 1
	}
	a.SaidStart, a.SaidEnd = s.words[i].End, s.saidEnd(i)
	return a, true
}

// saidEnd is where what is said after the verb at word i ends: the end of the
// text, or a comma after which the sentence tells more of the speaker (« , sans
// confirmer », « , évoquant »).
func (s *spoken) saidEnd(i int) int {
	for j := i + 2; j < len(s.words); j++ {
		if s.text[s.words[j-1].End] != ',' {
			continue
		}
		w := s.word(j)
		if w == "sans" || len(w) > 5 && w[len(w)-3:] == "ant" && w != "pendant" && w != "durant" && w != "autant" && w != "devant" && w != "avant" && w != "cependant" {
			return s.words[j-1].End
		}
	}
	return len(s.text)
}

func (s *spoken) isHyphenPronoun(i int) bool {
	if i+1 >= len(s.words) || s.text[s.words[i].End:s.words[i+1].Start] != "-" {
		return false
	}
	switch s.word(i + 1) {
	case "il", "elle", "ils", "elles", "on", "t":
		return true
	}
	return false
}

// participle tells whether a word looks like a past participle that needs an auxiliary.
func (s *spoken) participle(i int) bool {
	text := s.text[s.words[i].Start:s.words[i].End]
	for _, end := range []string{"é", "ée", "és", "ées", "u", "i", "is", "ue", "er", "ir", "re", "ant"} {
		if len(text) > len(end) && text[len(text)-len(end):] == end {
			return true
		}
	}
	return false
}

// finite tells whether a folded word may be a verb in the present or imperfect.
func (s *spoken) finite(w string) bool {
	for _, end := range []string{"e", "ent", "ait", "aient", "it", "isent", "oit", "oient", "et", "ettent", "ient", "iennent", "ut", "ond", "ondent", "ra", "ront"} {
		if len(w) > len(end) && w[len(w)-len(end):] == end {
			return true
		}
	}
	return false
}

func (s *spoken) afterComma(i int) bool {
	if i == 0 {
		return false
	}
	for _, r := range s.text[s.words[i-1].End:s.words[i].Start] {
		if r == ',' || r == '»' || r == '”' {
			return true
		}
	}
	return false
}

// afterQuote tells whether a quotation ends right before word i.
func (s *spoken) afterQuote(i int) bool {
	if i == 0 {
		return false
	}
	for _, r := range s.text[s.words[i-1].End:s.words[i].Start] {
		if r == '»' || r == '”' || r == '"' {
			return true
		}
	}
	return false
}

func (s *spoken) colon(i int) bool {
	if i+1 >= len(s.words) {
		return false
	}
	for _, r := range s.text[s.words[i].End:s.words[i+1].Start] {
		if r == ':' {
			return true
		}
	}
	return false
}

// markAfter tells whether a colon or a quotation follows word i at once.
func (s *spoken) markAfter(i int) bool {
	if i+1 >= len(s.words) {
		return false
	}
	for _, r := range s.text[s.words[i].End:s.words[i+1].Start] {
		if r == ':' || r == '«' || r == '“' || r == '"' {
			return true
		}
	}
	return false
}

func quoteAfter(quotes []Quotation, at int) bool {
	for _, q := range quotes {
		if q.Start >= at {
			return true
		}
	}
	return false
}

// skipTime steps over what stands between a verb and its subject: days, adverbs.
func (s *spoken) skipTime(i int) int {
	for ; i < len(s.words); i++ {
		switch w := s.word(i); w {
		case "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "matin", "soir", "apres", "midi", "aujourd", "hui",
			"mercredi-soir", "encore", "egalement", "aussi", "notamment", "de", "son", "cote", "pour", "sa", "part", "ainsi", "ensuite", "a", "l":
			if w == "l" || w == "a" || w == "de" || w == "son" || w == "sa" || w == "pour" {
				n := s.word(i + 1)
				if w == "a" && s.word(i+2) != "issue" {
					return s.skipPhrase(i)
				}
				if !(w == "de" && n == "son" || w == "son" && n == "cote" || w == "pour" && n == "sa" || w == "sa" && n == "part") {
					return i
				}
			}
			continue
		case "au", "aux", "devant", "dans", "sur":
			return s.skipPhrase(i)
		}
		return i
	}
	return i
}

// skipPhrase steps over « à l'AFP », « dans un communiqué » where the subject
// with its article follows.
func (s *spoken) skipPhrase(i int) int {
	j := i + 1
	switch s.word(j) {
	case "le", "la", "les", "l", "un", "une":
		j++
	}
	for j++; j < len(s.words) && j < i+7; j++ {
		for _, r := range s.text[s.words[j-1].End:s.words[j].Start] {
			if r == ',' || r == '.' || r == '«' {
				return i
			}
		}
		switch s.word(j) {
		case "le", "la", "les", "l", "un", "une", "son", "sa", "leur":
			if w := s.word(j - 1); w != "de" && w != "a" && w != "et" && w != "d" {
				return j
			}
		}
	}
	return i
}

// clauseStart is the first word of the clause that word i stands in.
func (s *spoken) clauseStart(i int) int {
	commas := 0
	for k := i; k > 0; k-- {
		for _, r := range s.text[s.words[k-1].End:s.words[k].Start] {
			switch r {
			case ';', ':', '«', '»':
				return k
			case ',':
				commas++
			}
		}
	}
	_ = commas
	return 0
}
