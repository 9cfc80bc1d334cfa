package index

import (
	_ "embed"
	"math"
	"strings"
)

// The features by which it is told whether the best sentence answers, in the
// order of their weights.
const (
	jBias      = iota
	jScore     // the best sentence's score
	jShare     // its share of its article, as the ranker sees it
	jMargin    // how far the second is behind
	jHeld      // share of the question that the article and its title have
	jHeldRare  // the same by how rare the words are in common French
	jRare      // share that the best sentence and its neighbours have, likewise
	jOwnRare   // share that the best sentence has, likewise
	jAbsent    // names of the question that the article lacks
	jAbsentFig // figures …
	jAbsentAny // words …
	jNamed     // the question has a name
	jSentences // log of the article's sentences
	jEnglish   // the question is English
	jTyped     // kind of word that is asked for near the matches
	jPlainHeld // share of the words that are no names that the article has, by rarity
	jPlainNear // … that the best sentence and its neighbours have
	jPlainOwn  // … that the best sentence has
	jNoPlain   // there are only names
	jFocusGone // the noun after « quel » is nowhere
	jFocusOwn  // it stands in the best sentence
	jHeaviest  // rarity of the rarest word that the article lacks
	jHeavyNear // rarity of the rarest word that the best sentence and its neighbours lack
	jNameOnly  // the names are there and little else
	jWant      // an answer of a measured kind is asked for
	jWantTop   // the best sentence gives one
	jWantNear  // it or a neighbour does
	jWantThree // one of the best three does
	jWantGone  // none of the article does
	jWantUnmet // neither it nor a neighbour does
	jCount     // something is counted
	jCountTop  // the best sentence counts it
	jCountThree
	jCountUnmet
	jParty    // one party's words or deeds are asked for
	jPartyTop // the best sentence has them
	jPartyThree
	jPartyUnmet
	jHead    // a name is asked for
	jHeadTop // the best sentence has one beside what bears it
	jHeadThree
	jHeadUnmet
	jFigureLost // a figure of the question is not near
	jWhich      // one of a kind of things is asked for
	jWhichTop   // the best sentence names one
	jRelative   // what was before or comes next is asked for
	jSureOwn    // share of the question that the best sentence surely has, by rarity
	jSureNear   // … that it and its neighbours have
	jSurePlainOwn
	jSurePlainNear
	jSureHeaviest // rarity of the rarest word that they lack
	jSureLost     // words that are no names that they lack
	jSureLostOwn  // … that the best sentence lacks
	jSureNameLost // names that they lack
	jCountFree    // the best sentence has the thing that the question counts and does not count it
	jCountLost    // neither it nor a neighbour has the thing
	jLandGone     // a country of the question that the article does not have
	jWantElse     // an answer of a measured kind is asked for that the best sentence does not give
	jPartyElse    // one party's words or deeds are asked for that the best sentence does not have
	jLostShare    // share of the words that are lost, by count
	jOfficeLost   // « quel général »: the office that is asked for is not near
	jFuture       // what will be is asked for
	jFutureUnmet  // the best sentence says nothing of what will be
	jVerbLost     // the deed after « qui » is not in the best sentence
	jVerbGone     // … and nowhere in the article
	jSlotTop      // what the question leaves open is filled in the best sentence
	jSlotNear     // … or beside it
	jFocusLost    // the noun that says what is asked for is not near
	jTop          // then features of the best sentence, by topFeatures
)

// topFeatures are the features of the best sentence that tell whether it answers.
var topFeatures = [...]int{fCover, fExact, fNames, fPlain, fFigures, fRarest, fCount, fBM25, fBM25Share, fNear, fPairs, fBigramWeight,
	fBefore, fAfter, fParagraph, fTitle, fMissing, fFunction, fFocus, fLast, fFirstTerm, fNewNames, fNewFigures,
	fNewDates, fNovelHit}

const (
	jKind      = jTop + len(topFeatures) // one for each kind of question
	judgeCount = jKind + kindCount
)

type judgement [judgeCount]float32

// judge fills j for the best sentence of an article that was ranked.
func (s *search) judge(j *judgement, sc *scope, best *features, ranked []scored) {
	*j = judgement{}
	top, second := float32(math.Inf(-1)), float32(math.Inf(-1))
	for _, r := range ranked {
		switch {
		case r.score > top:
			top, second = r.score, top
		case r.score > second:
			second = r.score
		}
	}
	sum := float32(0)
	for _, r := range ranked {
		sum += float32(math.Exp(float64(r.score - top)))
	}
	j[jBias] = 1
	j[jScore] = top
	j[jShare] = float32(math.Log(float64(1 / sum)))
	if len(ranked) > 1 {
		j[jMargin] = top - second
	}
	j[jSentences] = float32(math.Log(float64(min(max(len(ranked), shortArticle), longArticle))))
	j[jEnglish] = flag(s.q.english)
	j[jTyped] = s.typed(best)[typedNear]
	s.judgeTerms(j, sc)
	s.surely(j, sc)
	s.judgeEvidence(j, sc, ranked)
	if s.q.content > 0 {
		j[jLostShare] = (j[jSureLost] + j[jSureNameLost]) / float32(s.q.content)
	}
	for k, f := range topFeatures {
		j[jTop+k] = best[f]
	}
	j[jKind+int(s.q.kind)] = 1
}

// judgeTerms reads what the article lacks of the question.
func (s *search) judgeTerms(j *judgement, sc *scope) {
	var all, rare, held, heldRare, near, own float32
	var plain, plainHeld, plainNear, plainOwn float32
	top := s.scan(sc.top)
	for t := range s.q.terms {
		if !s.q.terms[t].weigh {
			continue
		}
		w := rarity(s.q.terms[t].usual)
		c := sc.held[t]
		all += s.weight[t]
		rare += w
		held += s.weight[t] * c
		heldRare += w * c
		own += w * top.cover[t]
		near += w * sc.nearTop[t]
		if !s.q.terms[t].name {
			plain += w
			plainHeld += w * c
			plainNear += w * sc.nearTop[t]
			plainOwn += w * top.cover[t]
		}
		j[jHeavyNear] = max(j[jHeavyNear], w*(1-sc.nearTop[t])/8)
		if t == s.q.focus {
			j[jFocusGone], j[jFocusOwn] = flag(c < present), flag(top.cover[t] >= present)
		}
		if c < present {
			j[jHeaviest] = max(j[jHeaviest], w/8)
			j[jAbsentAny]++
			switch {
			case s.q.terms[t].class&figure != 0:
				j[jAbsentFig]++
			case s.q.terms[t].name:
				j[jAbsent]++
			}
		}
		if s.q.terms[t].name {
			j[jNamed] = 1
		}
	}
	j[jHeld], j[jHeldRare] = share(held, all), share(heldRare, rare)
	j[jRare], j[jOwnRare] = share(near, rare), share(own, rare)
	j[jPlainHeld], j[jPlainNear], j[jPlainOwn] = share(plainHeld, plain), share(plainNear, plain), share(plainOwn, plain)
	j[jNoPlain] = flag(plain == 0)
	if plain > 0 {
		j[jNameOnly] = j[jNamed] * (1 - j[jPlainNear])
	}
}

// present is how well a word must stand for a term for the article to have it.
const present = 0.4

// rarity is how much a word says that this share of French sentences has.
func rarity(prior float32) float32 {
	return float32(math.Log(1 / float64(prior+2e-4)))
}

//go:embed answers.model
var answerModelText string

var answerModel = mustModel(answerModelText, JudgeNames())

// leastNear is the share of a question, by rarity, below which the best
// sentence and its neighbours speak of something else.
const leastNear = 0.1

// doubtful is the confidence of what lacks a thing that an answer must have.
const doubtful = 0.45

// confidence is the likelihood that the sentence answers. Nobody's words stand
// for another's, and where nothing of the kind that is asked for is found there
// is no answer, whatever else fits.
func (j *judgement) confidence() float64 {
	c := j.likelihood()
	if Doubtful(j[:]) {
		c = min(c, doubtful)
	}
	return c
}

// Doubtful tells of a row of [Index.Judge] whether a thing is not there that an
// answer must have.
func Doubtful(j []float32) bool {
	party := j[jPartyElse] > 0
	office := j[jOfficeLost] > 0 && j[jVerbLost] > 0 || j[jHeadUnmet] > 0 && (j[jLandGone] > 0 || j[jAbsent] > 0)
	measure := j[jWantGone] > 0 || j[jWantElse] > 0 && (j[jRelative] > 0 || j[jKind+int(asksWhen)] == 0)
	time := j[jFutureUnmet] > 0 && j[jKind+int(asksWhen)] > 0
	strange := j[jSureNear] < leastNear
	return party || office || measure || time || strange
}

func (j *judgement) likelihood() float64 {
	return 1 / (1 + math.Exp(-float64(j.log())))
}

// log is the logarithm of the odds that the sentence answers.
func (j *judgement) log() float32 { return answerModel.linear(j[:]) + answerModel.trees(j[:]) }

// absent lists the names and figures of the question that held lacks. Parts of
// a name that stand together are one; its last part decides.
func (s *search) absent(question string, held *[maxTerms]float32) (out []string) {
	q := &s.q
	for i := 0; i < len(q.terms); i++ {
		t := &q.terms[i]
		if t.class&figure != 0 && t.weigh {
			if held[i] < present {
				out = append(out, t.text)
			}
			continue
		}
		if !t.name {
			continue
		}
		last := i
		for last+1 < len(q.terms) && q.terms[last+1].name && q.terms[last+1].start-q.terms[last].end == 1 {
			last++
		}
		if held[last] < present && len(q.terms[last].folded) > 1 {
			out = append(out, strings.TrimSpace(question[t.start:q.terms[last].end]))
		}
		i = last
	}
	return out
}

// JudgeNames are the columns of [Index.Judge].
func JudgeNames() []string {
	out := []string{"bias", "score", "share", "margin", "held", "heldrare", "rare", "ownrare", "absent", "absentfigures",
		"absentany", "named", "sentences", "english", "typed",
		"plainheld", "plainnear", "plainown", "noplain", "focusgone", "focusown", "heaviest", "heavynear", "nameonly",
		"want", "wanttop", "wantnear", "wantthree", "wantgone", "wantunmet", "count", "counttop", "countthree", "countunmet",
		"party", "partytop", "partythree", "partyunmet", "head", "headtop", "headthree", "headunmet", "figurelost", "which", "whichtop", "relative",
		"sureown", "surenear", "sureplainown", "sureplainnear", "sureheaviest", "surelost", "surelostown", "surenamelost", "countfree", "countlost", "landgone", "wantelse", "partyelse",
		"lostshare",
		"officelost", "future", "futureunmet", "verblost", "verbgone", "slottop", "slotnear", "focuslost"}
	names := FeatureNames()
	for _, f := range topFeatures {
		out = append(out, "top"+names[f])
	}
	for k := range kindCount {
		out = append(out, "kind"+string(rune('a'+k)))
	}
	return out
}

// Judge returns what is weighed to tell whether an article answers a question.
func (x *Index) Judge(question, articleID string) []float32 {
	a, ok := x.byID[articleID]
	if !ok {
		return nil
	}
	s := x.begin(question)
	defer s.leave()
	s.rankArticle(a, nil)
	if len(s.judged) == 0 {
		return nil
	}
	return append([]float32(nil), s.judged[0].j[:]...)
}

// Articles of fewer and of more sentences are judged like these: too few were
// seen to tell them apart.
const (
	shortArticle = 20
	longArticle  = 60
)
