package index

// filled tells whether sentence i has something new of the kind that the
// question leaves open: a name for who, a place for where, a reason for why.
func (s *search) filled(i int) bool {
	sent := &s.x.sentences[i]
	switch s.q.kind {
	case asksWho, asksSpeaker, asksName:
		return s.bringsName(i)
	case asksWhere:
		if s.q.focus >= 0 {
			return s.specified(i)
		}
		return s.bringsPlace(i)
	case asksWhen:
		return sent.gives&givesTime != 0
	case asksQuantity:
		return sent.gives != 0
	case asksWhy:
		return sent.offers&offersReason != 0
	case asksWhich:
		return s.specified(i)
	}
	return true
}

// bringsName tells whether a name stands in sentence i that the question does not have.
func (s *search) bringsName(i int) bool {
	tokens := s.x.tokensOf(i)
	for k, t := range tokens {
		if t.isName(s.x.words.form[t.form].class) && s.cells[t.form].term == 0 {
			return true
		}
		// a name opens the sentence where another follows it
		if k == 0 && t.shape&capital != 0 && len(tokens) > 1 && tokens[1].shape&(capital|initial) == capital && s.cells[tokens[1].form].term == 0 {
			return true
		}
	}
	return false
}

// placing are the words before places.
var placing = wordsOf(`a au aux en dans vers pres sur sous chez entre devant derriere depuis`, 1)

// amid are those after which amounts may be places: « sous 20 tonnes de sable ».
var amid = wordsOf(`dans sous sur derriere devant`, 1)

// bringsPlace tells whether a place stands in sentence i that the question does
// not have: a noun that is no date or figure after a word that leads to places.
func (s *search) bringsPlace(i int) bool {
	tokens := s.x.tokensOf(i)
	for k, t := range tokens {
		if placing[s.x.words.form[t.form].text] == 0 {
			continue
		}
		for l := k + 1; l < min(k+5, len(tokens)); l++ {
			c := s.x.words.form[tokens[l].form].class
			if c&(article|locative) != 0 && c&(month|clock) == 0 || amid[s.x.words.form[t.form].text] != 0 && (c&(figure|measure) != 0 || l > k+1 && c&function != 0) {
				continue
			}
			if c&(function|figure|month|clock|counting|measure|manner|speech) == 0 && s.cells[tokens[l].form].term == 0 {
				if tokens[l].shape&capital != 0 || l > k+1 {
					return true
				}
			}
			break
		}
	}
	return false
}

// anybody are the nouns for persons that hold no office: a text need not repeat them.
var anybody = wordsOf(`personne personnes homme hommes femme femmes personnage personnages auteur auteurs artiste artistes gens
	person people man men woman women character characters author authors artist artists player joueur joueuse acteur actrice actor actress`, 1)

// judgeSlots reads whether what the question leaves open is filled.
func (s *search) judgeSlots(j *judgement, sc *scope) {
	if s.filled(sc.top) {
		j[jSlotTop], j[jSlotNear] = 1, 1
	}
	for _, i := range []int{sc.top - 1, sc.top + 1} {
		if j[jSlotNear] == 0 && i >= sc.lo && i < sc.hi && s.filled(i) {
			j[jSlotNear] = 1
		}
	}
	if s.q.focus >= 0 {
		if s.q.kind == asksWho && anybody[s.q.terms[s.q.focus].folded] == 0 {
			j[jOfficeLost] = flag(sc.near[s.q.focus] < present)
		}
		switch s.q.kind {
		case asksWho, asksSpeaker, asksName, asksWhich, asksQuantity:
			j[jFocusLost] = flag(sc.near[s.q.focus] < present)
		}
	}
}
