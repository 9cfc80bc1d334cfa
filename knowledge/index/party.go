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
		redoute redoutent qualifie justifie`, 1)
	englishReactions = wordsOf(`respond responded responds react reacted reacts reaction reactions response reply replied say says said think thinks
		thought believe believes opinion position view views stance comment commented claim claims promise promised demand demands
		propose criticise criticize accuse accuses fear fears announce announced`, 1)
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
		if reactions[word(i)] != 0 {
			verb = i
			break
		}
	}
	if verb < 0 {
		return
	}
	for t := range q.terms {
		if q.terms[t].at < verb && q.terms[t].weigh && reactions[q.terms[t].folded] == 0 {
			q.party = append(q.party, t)
		}
	}
	if len(q.party) > 0 {
		return
	}
	for t := range q.terms {
		term := &q.terms[t]
		if term.at <= verb {
			continue
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

// speaks tells whether the party of the question says or does what sentence i
// reports: it stands in what names the speaker, or where a subject does.
func (s *search) speaks(i int) bool {
	r := s.scan(i)
	var all, has float32
	for _, t := range s.q.party {
		w := rarity(s.q.terms[t].prior)
		all += w
		if r.cover[t] >= present {
			has += w
		}
	}
	if has < all/2 {
		return s.speaksBefore(i)
	}
	x := s.x
	tokens := x.tokensOf(i)
	at, text := s.wordsOf(i)
	said := x.attributions(i, text)
	if len(said) == 0 && x.sentences[i].offers&offersQuotation == 0 && !s.takesStand(tokens) {
		return false
	}
	for _, m := range s.matches[r.first:r.past] {
		if m.quality < present || !s.isParty(int(m.term)) {
			continue
		}
		k := int(m.at)
		if len(said) > 0 {
			for _, a := range said {
				if a.SpeakerStart <= at[k].Start && at[k].Start < a.SpeakerEnd {
					return true
				}
			}
			continue
		}
		for d := 0; d < 4 && k-d >= 0; d++ {
			if k-d < k && prepositions[x.words.form[tokens[k-d].form].text] != 0 {
				break
			}
			if k-d == 0 || breaks(text[at[k-d-1].End:at[k-d].Start]) || x.words.form[tokens[k-d-1].form].text == "que" {
				return true
			}
		}
	}
	return false
}

func (s *search) isParty(t int) bool {
	for _, p := range s.q.party {
		if p == t {
			return true
		}
	}
	return false
}

// speaksBefore tells whether sentence i has a pronoun for its speaker and the
// sentence before names the party.
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
	r := s.scan(i - 1)
	for _, t := range s.q.party {
		if r.cover[t] >= present {
			return true
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
