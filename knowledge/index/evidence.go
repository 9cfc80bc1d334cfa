package index

// best3 are the best three sentences of an article by score.
func best3(ranked []scored) (out [3]int, n int) {
	var top [3]scored
	for _, r := range ranked {
		k := n
		for k > 0 && top[k-1].score < r.score {
			if k < 3 {
				top[k] = top[k-1]
			}
			k--
		}
		if k < 3 {
			top[k] = r
			n = min(n+1, 3)
		}
	}
	for i := range n {
		out[i] = int(top[i].sentence)
	}
	return out, n
}

// judgeEvidence reads whether what the question asks for is there: its measured
// kind, the thing that is counted, the party that acts, the name that is asked for.
func (s *search) judgeEvidence(j *judgement, sc *scope, ranked []scored) {
	x := s.x
	top, n := best3(ranked)
	if s.q.want != 0 {
		j[jWant] = 1
		gives := func(i int) bool { return i >= sc.lo && i < sc.hi && x.sentences[i].gives&s.q.want != 0 }
		j[jWantTop] = flag(gives(sc.top))
		j[jWantNear] = flag(gives(sc.top) || gives(sc.top-1) || gives(sc.top+1))
		for _, i := range top[:n] {
			j[jWantThree] = max(j[jWantThree], flag(gives(i)))
		}
		j[jWantGone] = 1
		for i := sc.lo; i < sc.hi; i++ {
			if gives(i) {
				j[jWantGone] = 0
			}
		}
		j[jWantUnmet] = 1 - j[jWantNear]
		j[jWantElse] = 1 - j[jWantTop]
	}
	if s.q.counts >= 0 && s.q.terms[s.q.counts].weigh {
		j[jCount] = 1
		j[jCountTop] = flag(s.counted(sc.top))
		for _, i := range top[:n] {
			j[jCountThree] = max(j[jCountThree], flag(s.counted(i)))
		}
		j[jCountUnmet] = 1 - j[jCountThree]
		j[jCountFree] = flag(j[jCountTop] == 0 && sc.own[s.q.counts] >= present)
		j[jCountLost] = flag(sc.near[s.q.counts] < present)
	}
	if len(s.q.party) > 0 {
		j[jParty] = 1
		for _, i := range top[:n] {
			if s.speaks(i) {
				j[jPartyThree] = 1
				j[jPartyTop] = max(j[jPartyTop], flag(i == sc.top))
			}
		}
		j[jPartyUnmet] = 1 - j[jPartyThree]
		j[jPartyElse] = 1 - j[jPartyTop]
	}
	if s.q.head >= 0 {
		j[jHead] = 1
		j[jHeadTop] = flag(s.named(sc.top))
		for _, i := range top[:n] {
			j[jHeadThree] = max(j[jHeadThree], flag(s.named(i)))
		}
		j[jHeadUnmet] = 1 - j[jHeadThree]
	}
	if s.q.kind == asksWhich || s.q.kind == asksWhere && s.q.focus >= 0 {
		j[jWhich] = 1
		j[jWhichTop] = flag(s.specified(sc.top))
	}
	for t := range s.q.terms {
		if s.q.terms[t].class&figure != 0 && s.q.terms[t].weigh && sc.nearTop[t] < present {
			j[jFigureLost] = 1
		}
	}
	j[jRelative] = flag(s.q.relative)
	if s.q.future {
		j[jFuture], j[jFutureUnmet] = 1, flag(!s.foretells(sc.top))
	}
	if s.q.verb >= 0 {
		j[jVerbLost] = flag(sc.own[s.q.verb] < present)
		j[jVerbGone] = flag(sc.near[s.q.verb] < present && sc.held[s.q.verb] < present)
	}
	s.judgeSlots(j, sc)
}

// relatives ask for a value by its place before or after another.
var relatives = wordsOf(`precedent precedente precedents precedentes prochain prochaine suivant suivante ancien ancienne auparavant
	previous previously next former formerly earlier successor predecessor successeur predecesseur avant before`, 1)

// findHead finds the thing whose name is asked for: « comment s'appelle le
// capitaine », « qui est le ministre », "which company".
func (q *question) findHead() {
	q.head = -1
	switch q.kind {
	case asksName:
		from := q.focus
		for t := range q.terms {
			switch q.terms[t].folded {
			case "appelle", "appellent", "appelait", "appele", "appelee", "nomme", "nommait", "name", "names", "nom", "noms":
				from = max(from, t)
			}
		}
		for t := from + 1; t < len(q.terms); t++ {
			if q.terms[t].weigh {
				q.head = t
				break
			}
		}
	case asksWho:
		q.head = q.focus
	}
	if q.head >= 0 && (!q.terms[q.head].weigh || q.terms[q.head].name) {
		q.head = -1
	}
}

// sameRole is how well a word must stand for the thing whose name is asked
// for: a « ministère » is no « ministre ».
const sameRole = 0.5

// named tells whether sentence i has a name that the question does not have
// beside the thing whose name is asked for.
func (s *search) named(i int) bool {
	r := s.scan(i)
	x := s.x
	tokens := x.tokensOf(i)
	for _, m := range s.matches[r.first:r.past] {
		if int(m.term) != s.q.head || m.quality < sameRole {
			continue
		}
		for k := max(0, int(m.at)-5); k < min(len(tokens), int(m.at)+7); k++ {
			f := &x.words.form[tokens[k].form]
			capital := tokens[k].shape&capital != 0 && f.class&(function|month|figure) == 0 && (k > 0 || len(tokens) > 1 && tokens[1].shape&capital != 0)
			if !capital || s.cells[tokens[k].form].term > 0 || s.complements(tokens, k) {
				continue
			}
			return true
		}
	}
	return false
}

// complements tells whether word k follows « de », so that it says whose, not who.
func (s *search) complements(tokens []token, k int) bool {
	for k > 0 {
		f := &s.x.words.form[tokens[k-1].form]
		switch f.text {
		case "de", "du", "des", "d":
			return s.q.kind != asksWhich
		case "la", "le", "l", "les":
			k--
			continue
		}
		if tokens[k-1].shape&capital != 0 && f.class&function == 0 {
			k--
			continue
		}
		return false
	}
	return false
}

// specified tells whether sentence i has a name that the question does not
// have, beside the thing that « quel » asks for where it has that.
func (s *search) specified(i int) bool {
	tokens := s.x.tokensOf(i)
	if s.q.focus < 0 {
		return s.names(tokens, 0, len(tokens))
	}
	met, named := false, false
	s.eachEvident(i, s.q.focus, func(at int) {
		met = true
		named = named || s.names(tokens, max(0, at-4), min(len(tokens), at+6))
	})
	return named || !met && s.names(tokens, 0, len(tokens))
}

// names tells whether one of some words is a name that the question does not have.
func (s *search) names(tokens []token, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if s.cells[tokens[k].form].term == 0 && tokens[k].isName(s.x.words.form[tokens[k].form].class) {
			return true
		}
	}
	return false
}
