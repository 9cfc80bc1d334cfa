package proof

// unasserted looks for what the sentence only brings in to leave it open or to
// deny it, and the claim says outright: « n'a ni confirmé ni démenti qu'elle
// déposera un recours », « a refusé de dire si », a condition, a question.
func (p *pair) unasserted() []Check {
	if p.claim.leavesOpen() {
		return nil
	}
	for _, o := range p.sentence.open() {
		in, acts, out := 0, false, 0
		for i := range p.claim.words {
			w := &p.claim.words[i]
			if w.to < 0 || w.light || w.figure {
				continue
			}
			switch {
			case w.to >= o.from && w.to < o.to:
				in++
				acts = acts || p.sentence.acts(w.to) || p.sentence.timeOf(w.to) == futureTime || p.claim.acts(i)
			case w.to >= o.to || w.to < o.begins:
				out++
			}
		}
		if in == 0 || !acts && in < 2 || out > in {
			continue
		}
		word := p.sentence.raw(&p.sentence.words[o.word])
		c := Check{Kind: "hedge", Sentence: word, Verdict: Undecided}
		if o.sure && out == 0 {
			c.Verdict = Refuted
		}
		c.because("the sentence says “%s”, the claim says it outright", word)
		return []Check{c}
	}
	return nil
}

// opened is a stretch of words that is not asserted, and the word that says so.
type opened struct {
	word     int
	begins   int // where the clause of that word begins: its subject asserts nothing either
	from, to int
	sure     bool // nobody says it at all
}

// open finds what a French text leaves open.
func (r *reading) open() []opened {
	if r.english {
		return nil
	}
	var out []opened
	for i := range r.words {
		from, sure := r.opens(i)
		if from < 0 {
			continue
		}
		out = append(out, opened{i, r.sentenceStart(i), from, r.openEnd(from), sure})
	}
	return append(out, r.questions()...)
}

// opens tells where what word i leaves open begins, -1 for none.
func (r *reading) opens(i int) (from int, sure bool) {
	f := r.fold(i)
	switch {
	case stating.has(f) && r.neither(i):
		return r.statedAfter(i), true
	case f == "si" || f == "s" && (r.fold(i+1) == "il" || r.fold(i+1) == "ils"):
		return r.condition(i)
	case (f == "que" || f == "qu") && wishing.has(r.fold(i-1)):
		return i + 1, false
	}
	return -1, false
}

// neither tells whether a verb of confirming or denying at word i is itself
// left open: « ni confirmé ni démenti », « sans confirmer », « refusé de dire ».
func (r *reading) neither(i int) bool {
	at := i - 1
	for at >= 0 && (r.fold(at) == "le" || r.fold(at) == "l" || r.fold(at) == "la" || r.fold(at) == "les" || r.fold(at) == "pouvoir" || r.fold(at) == "vouloir" || r.fold(at) == "toutefois") {
		at--
	}
	switch f := r.fold(at); f {
	case "ni", "sans":
		return true
	case "de", "a", "d":
		return at > 0 && refusing.has(r.fold(at-1))
	case "ou", "et":
		return at > 0 && stating.has(r.fold(at-1)) && r.neither(at-1)
	case "pas", "souhaite", "voulu", "pu", "veut", "peut", "souhaitait", "voulait", "pouvait", "encore", "jamais":
		return (r.fold(i) == "confirme" || r.fold(i) == "confirmer" || r.fold(i) == "infirmer") && r.negatedBefore(i)
	}
	return false
}

// stating are verbs of confirming, denying and telling.
var stating = index([][]string{{"confirm infirm dement dire. nier. nie. precis indiqu communiqu reveler. exclu exclure. commenter. preciser."}})

// wishing are words that, before « que », wish or ask for what follows.
var wishing = index([][]string{{"souhait voudrai aimerai esper exig reclam demand redout crai. craint craign dout doute. nie. nient nier. dement dementi conteste. contestent refut ignore. ignorent possible impossible probable improbable propos suggere prefer"}})

// statedAfter is where what is stated or not begins after word i: after « que »,
// « si », or at once.
func (r *reading) statedAfter(i int) int {
	for k := i + 1; k < len(r.words) && k <= i+8; k++ {
		switch f := r.fold(k); f {
		case "que", "qu", "si":
			return k + 1
		case "ni", "ou", "et", "mardi", "lundi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier":
			continue
		default:
			if stating.has(f) {
				continue
			}
			if r.words[k].clause != r.words[i].clause {
				return -1
			}
			if !r.words[k].light {
				return i + 1
			}
		}
	}
	return -1
}

// condition tells where a condition or an indirect question that begins with
// « si » at word i has its first word.
func (r *reading) condition(i int) (int, bool) {
	next := i + 1
	if next >= len(r.words) || r.fold(i-1) == "meme" || r.fold(i-1) == "comme" {
		return -1, false
	}
	if i > 0 && r.words[i].clause == r.words[i-1].clause {
		switch before := r.fold(i - 1); {
		case asking.has(before):
			return next, true // « décider si »
		case before == "et" || before == "ou" || before == "pas":
		case r.conditionVerb(i):
		default:
			return -1, false // « un pays si petit »
		}
	}
	return next, false
}

// conditionVerb tells whether a verb in the present or the imperfect follows
// « si » at word i with its subject, so that it is no adverb.
func (r *reading) conditionVerb(i int) bool {
	switch r.fold(i + 1) {
	case "le", "la", "les", "l", "un", "une", "il", "ils", "elle", "elles", "on", "nous", "aucun", "rien", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "des", "vous", "je":
		return true
	}
	return i+1 < len(r.words) && r.words[i+1].name
}

var asking = index([][]string{{"savoir. decid ignor demand determin verifi examin etudi precis dire. sait savent dit. clair trancher. voir. confirm"}})

// sentenceStart is the first word of the sentence that word i stands in.
func (r *reading) sentenceStart(i int) int {
	for k := i; k > 0; k-- {
		for _, c := range r.text[r.words[k-1].end:r.words[k].start] {
			if c == '.' || c == '\n' || c == ';' || c == '?' || c == '!' {
				return k
			}
		}
	}
	return 0
}

// openEnd is where what is left open from word i on ends: at a mark, or where
// another clause sets in.
func (r *reading) openEnd(i int) int {
	for k := i + 1; k < len(r.words); k++ {
		for _, c := range r.text[r.words[k-1].end:r.words[k].start] {
			switch c {
			case '.', ';', ':', '?', '!', '\n', ',', '»', '(':
				if c != '.' || !r.digit(r.words[k-1].end-1) {
					return k
				}
			}
		}
		switch r.fold(k) {
		case "mais", "tandis", "alors":
			return k
		}
	}
	return len(r.words)
}

// questions are the sentences that ask.
func (r *reading) questions() []opened {
	var out []opened
	begin := 0
	for i := range r.words {
		end := len(r.text)
		if i+1 < len(r.words) {
			end = r.words[i+1].start
		}
		for _, c := range r.text[r.words[i].end:end] {
			if c == '?' {
				out = append(out, opened{i, begin, begin, i + 1, true})
			}
			if c == '?' || c == '.' || c == '!' || c == '\n' {
				begin = i + 1
			}
		}
	}
	return out
}

// leavesOpen tells whether a claim says itself that something is left open.
func (r *reading) leavesOpen() bool {
	for i := range r.words {
		if w := &r.words[i]; openWords[w.fold] || w.negator || w.hedge || w.hedged || w.conditional || refusing.has(w.fold) || wishing.has(w.fold) || r.english && wanting[w.fold] {
			return true
		}
	}
	for _, c := range r.text {
		if c == '?' {
			return true
		}
	}
	return false
}

var (
	openWords = set("if whether si unless would could should may might must depends dependra question questions doubt doubts doute conditional condition sauf unconfirmed open")
	wanting   = set("wants want wanted wishes hopes hope asks asked demands demand demanded calls called urges urged fears fear denies denied deny possible proposes proposed suggests call request")
)
