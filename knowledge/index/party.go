package index

import (
	"strings"

	"verbatim/knowledge/french"
)

// What makes a question ask for one party's words or deeds, folded.
var (
	frenchReactions = wordsOf(`reagi reagit reagissent reagir reaction reactions repondu repond repondent repondre reponse reponses dit dire disent
		pense pensent penser declare affirme affirment estime estiment explique expliquent annonce ajoute avis position opinion
		commente commentaire promet promis demande reproche reprochent reclame propose critique accuse craint craignent
		redoute redoutent qualifie justifie declarer averti avertit avertissent prevenu previent dementi dement nie nient confirme
		confirment assure assurent soutient soutiennent rappelle souligne insiste conclut exige exigent souhaite souhaitent`, 1)
	englishReactions = wordsOf(`respond responded responds react reacted reacts reaction reactions response reply replied say says said think thinks
		thought believe believes opinion position view views stance comment commented claim claims promise promised demand demands
		propose criticise criticize accuse accuses fear fears announce announced declare declared declares stated tell tells told warn warned warns deny denied
		confirm confirmed insist insisted argue argued admit admitted acknowledge acknowledged explain explained`, 1)
	addressing   = wordsOf(`a au aux sur contre dans pour avec about to against of on over in at after`, 1)
	prepositions = wordsOf(`de du des d a au aux contre avec par sur pour chez en dans entre envers vers sous`, 1)
)

// findParty finds whose words or deeds the question asks for: the terms that
// name who acts, between the word that asks and the verb, or after the verb
// where nothing stands there. word gives the words of the question.
func (q *question) findParty(word func(i int) string, n int) {
	q.party = q.party[:0]
	reactions := frenchReactions
	if q.english {
		reactions = englishReactions
	}
	switch q.kind {
	case asksWhat, asksHow, asksWhich, asksOther, asksDefinition, asksWhy, asksName:
	default:
		return
	}
	verb := -1
	for i := range n {
		if reactions[word(i)] != 0 && !q.suffers(word, i) {
			verb = i
			break
		}
	}
	if verb < 0 {
		return
	}
	asked := q.kind == asksWhich // « quel courant de pensée » is no party: it is asked for
	for t := range q.terms {
		term := &q.terms[t]
		if term.at >= verb || !term.weigh || reactions[term.folded] != 0 {
			continue
		}
		if asked && (t == q.focus || t > 0 && genitives[q.terms[t-1].folded] != 0) {
			continue
		}
		asked = false
		q.party = append(q.party, t)
	}
	if len(q.party) > 0 || asked && q.focus >= 0 && q.terms[q.focus].at < verb {
		return
	}
	for t := range q.terms {
		term := &q.terms[t]
		if term.at <= verb {
			continue
		}
		if len(q.party) == 0 && addressing[term.folded] != 0 {
			return
		}
		if term.weigh && reactions[term.folded] == 0 {
			q.party = append(q.party, t)
			continue
		}
		if len(q.party) > 0 && !(term.folded == "de" || term.folded == "du" || term.folded == "des" || term.folded == "d" ||
			term.folded == "la" || term.folded == "l" || term.folded == "le" || term.folded == "of" || term.folded == "the") {
			return
		}
	}
}

// suffers tells whether the word of a reaction (at i) says what somebody
// suffers, means or ranks: « est accusé », « veut dire », « en deuxième position ».
func (q *question) suffers(word func(i int) string, i int) bool {
	for _, before := range []string{word(i - 1), word(i - 2)} {
		if c := classes[before]; c&copula != 0 {
			return !nounsOfReaction[word(i)]
		}
	}
	switch word(i - 1) {
	case "veut", "veulent", "peut", "can", "be", "been", "is", "was", "are", "were":
		return true
	}
	return word(i) == "position" && word(i-1) != "la" && word(i-1) != "the"
}

// nounsOfReaction may follow « est ».
var nounsOfReaction = map[string]bool{"reaction": true, "reactions": true, "reponse": true, "reponses": true, "avis": true, "position": true,
	"opinion": true, "reproche": true, "critique": true, "demande": true}

// speaks tells whether the party of the question says or does what sentence i
// reports: it stands in what names the speaker, or where a subject does.
func (s *search) speaks(i int) bool {
	var e [maxTerms]float32
	s.evident(i, &e)
	var all, has float32
	for _, t := range s.q.party {
		w := rarity(s.q.terms[t].usual)
		all += w
		if e[t] >= present {
			has += w
		}
	}
	if head := s.partyHead(); has < all/4 || e[head] < present && !s.q.terms[head].proper && has < 0.6*all {
		return s.speaksBefore(i)
	}
	tokens := s.x.tokensOf(i)
	at, text := s.wordsOf(i)
	said := s.x.attributions(i, text)
	if len(said) == 0 && s.x.sentences[i].offers&offersQuotation == 0 && !s.takesStand(tokens) {
		return false
	}
	found := false
	for _, t := range s.q.party {
		if e[t] < present {
			continue
		}
		s.eachEvident(i, t, func(k int) {
			for _, a := range said {
				found = found || a.SpeakerStart <= at[k].Start && at[k].Start < a.SpeakerEnd
			}
			found = found || s.isSubject(tokens, at, text, k) || closesQuote(text, at, k)
		})
	}
	return found
}

// partyHead is the term that says what the party is: « la ministre belge de la
// Santé », "the Belgian health minister".
func (s *search) partyHead() int {
	if s.q.english {
		return s.q.party[len(s.q.party)-1]
	}
	return s.q.party[0]
}

// voiceReach is how far below the best a sentence may stand that reports the
// words or deeds of the party that is asked about, where the best does not.
const voiceReach = 0.8

// giveVoice raises above the best sentence (top) the one of the best three that
// reports the words or deeds of the party asked about, and returns the best.
func (s *search) giveVoice(ranked []scored, top int) int {
	if len(s.q.party) == 0 || s.speaks(top) {
		return top
	}
	best := ranked[top-int(ranked[0].sentence)].score
	three, n := best3(ranked)
	for _, i := range three[:n] {
		if r := &ranked[i-int(ranked[0].sentence)]; i != top && r.score >= best-voiceReach && s.speaks(i) {
			r.score = best + 1e-3
			return i
		}
	}
	return top
}

// subjectReach is how far from the beginning of its clause a word may stand
// that belongs to its subject.
const subjectReach = 7

// isSubject tells whether the noun phrase of word k begins a clause: only
// words of the phrase stand before it.
func (s *search) isSubject(tokens []token, at []french.Word, text string, k int) bool {
	for d := 0; d < subjectReach && k-d >= 0; d++ {
		w := s.x.words.form[tokens[k-d].form].text
		if d > 0 && prepositions[w] != 0 && genitives[w] == 0 {
			return false
		}
		if k-d == 0 || breaks(text[at[k-d-1].End:at[k-d].Start]) || s.x.words.form[tokens[k-d-1].form].text == "que" {
			return genitives[w] == 0
		}
		if d > 0 && tokens[k-d].class&(speech|copula) != 0 {
			return false
		}
	}
	return false
}

// closesQuote tells whether word k names who has been quoted right before it:
// « …», s'est emporté Daniel Ferrat ».
func closesQuote(text string, at []french.Word, k int) bool {
	from := at[max(0, k-subjectReach)].Start
	before := text[from:at[k].Start]
	i := strings.LastIndex(before, "»")
	return i >= 0 && strings.HasPrefix(strings.TrimLeft(before[i+len("»"):], " \u00a0\u202f"), ",") && !strings.ContainsAny(before[i+len("»"):], ".;:(")
}

// genitives join a noun to the one before it.
var genitives = wordsOf(`de du des d`, 1)

// speaksBefore tells whether sentence i has a pronoun for its speaker and one of
// the two sentences before names the party, in the same paragraph.
func (s *search) speaksBefore(i int) bool {
	x := s.x
	if i == 0 || x.sentences[i-1].article != x.sentences[i].article {
		return false
	}
	_, text := s.wordsOf(i)
	pronoun := false
	for _, a := range x.attributions(i, text) {
		pronoun = pronoun || a.Pronoun
	}
	if !pronoun && !x.sentences[i].leads && !strings.HasPrefix(text, "«") {
		return false
	}
	for k := i - 1; k >= max(0, i-2) && (k == i-1 || x.paragraph[k] == x.paragraph[i]); k-- {
		r := s.scan(k)
		for _, t := range s.q.party {
			if r.cover[t] >= present {
				return true
			}
		}
	}
	return false
}

// wordsOf cuts sentence i again.
func (s *search) wordsOf(i int) ([]french.Word, string) {
	sent := s.x.sentences[i]
	a := s.x.articles[sent.article]
	text := a.Cut(a.Sentences[sent.number-1].Span)
	s.words = s.x.appendWords(s.words[:0], i, text)
	return s.words, text
}

// stances are the folded stems of verbs by which a party takes a stand.
var stances = func() map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq(`conteste contester refuse refuser rejette rejeter accepte accepter salue saluer denonce denoncer soutient
		soutenir promet promis reclame reclamer exige exiger condamne condamner critique critiquer appelle appeler qualifie qualifier
		confirme nie dement dementi veut voulu souhaite souhaiter craint craindre redoute redouter approuve approuver oppose opposer
		menace menacer prevoit espere demande demander accuse accuser refute defend defendre plaide invoque invoquer fustige
		fustiger deplore deplorer regrette regretter annonce annoncer assure estime juge impute`) {
		all[string(french.Stem([]byte(w)))] = true
	}
	return all
}()

// takesStand tells whether a word says that somebody takes a stand.
func (s *search) takesStand(tokens []token) bool {
	var stem []byte
	for _, t := range tokens {
		w := s.x.words.form[t.form].text
		stem = french.Stem(append(stem[:0], w...))
		if stances[string(stem)] || french.Speaking(w) {
			return true
		}
	}
	return false
}
