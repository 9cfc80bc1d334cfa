package english

import "strings"

// Attribution says who says a part of a text, in bytes of it.
type Attribution struct {
	SpeakerStart, SpeakerEnd int // empty where only a pronoun stands
	VerbStart, VerbEnd       int // "said", "according to"
	SaidStart, SaidEnd       int // what is said; the verb and speaker may stand inside
	Pronoun                  bool
}

// speaking are verbs that report what somebody says.
var speaking = set(`said says say saying stated states affirmed affirms indicated indicates added adds announced announces announcing assured assures
estimated estimates explained explains specified stressed stresses underlined emphasized emphasised concluded concludes recalled replied replies responded
confirmed confirms acknowledged acknowledges admitted admits warned warns promised promises pledged pledges judged thought thinks think believed believes
believe considers considered claimed claims denounced regretted deplored noted notes observed told tells tell wrote writes reported reports revealed
reveals urged urges insisted insists argued argues maintained hoped hopes feared fears called described denied denies accused accuses asserted asserts
declared declares remarked commented continued went pointed reiterated repeated suggested suggests expects expected vowed predicted predicts
lamented welcomed demanded demands asked asks requested requests deemed contended cautioned clarified swore swears vows guaranteed guarantees complained boasted blamed blames mentioned criticized criticised condemned labelled labeled`)

// weak are verbs that report only where "that" follows.
var weak = set(`hinted hints ruled rules found finds concedes conceded complains signalled signaled signals alleges alleged protested protests disputes disputed countered counters
joked jokes forecast forecasts projected projects showed shows boasts acknowledges accepts accepted learned suspects suspected worries worried protested retorted ventured vouches
agrees agreed hoping stipulates reckons reckoned reminds reminded reassured posted tweeted repeats repeated implied implies maintains`)

// apposed tells whether what stands before word i, which follows a comma, is
// its subject with an apposition ("Luc Morel, mayor of Nyon,") and no clause.
func apposed(text string, list []span, low []string, i int) bool {
	commas := 0
	for k := 0; k < i; k++ {
		if clausal[low[k]] || strings.HasSuffix(low[k], "ed") {
			return false
		}
		between := text[list[k].end:list[k+1].start]
		if strings.ContainsAny(between, "“”\"«»:;") {
			return false
		}
		commas += strings.Count(between, ",")
	}
	return commas >= 2
}

var clausal = set(`is are was were has have had will would can could may might must be been do does did it they he she we i not s't`)

// inverting verbs may stand before their speaker: `"…", said X`.
var inverting = set(`said says added adds explained explains concluded concludes stated states warned warns insisted insists wrote writes declared declares
announced noted notes reported replied confirmed argued`)

// determiners stand before nouns and adjectives: "the accused" is no verb.
var determiners = set(`the a an his her its their our my this an of in some any no`)

var pronouns = set(`he she they it we i`)

// Attributions returns who says what in a claim.
func Attributions(text string) []Attribution {
	list := words(text)
	low := make([]string, len(list))
	for i, w := range list {
		low[i] = strings.ToLower(text[w.start:w.end])
	}
	var out []Attribution
	for i := range list {
		at := func(k int) string {
			if k < 0 || k >= len(low) {
				return ""
			}
			return low[k]
		}
		switch {
		case at(i) == "according" && at(i+1) == "to" && i+2 < len(list):
			out = append(out, Attribution{VerbStart: list[i].start, VerbEnd: list[i+1].end, SpeakerStart: list[i+2].start,
				SpeakerEnd: phraseEnd(text, list, low, i+2), SaidEnd: len(text)})
		case at(i) == "points" && at(i+1) == "out" && i > 0:
			if a, ok := said(text, list, low, i); ok {
				a.VerbEnd = list[i+1].end
				out = append(out, a)
			}
		case weak[at(i)] && at(i+1) == "that" && !determiners[at(i-1)]:
			if a, ok := said(text, list, low, i); ok {
				out = append(out, a)
			}
		case speaking[at(i)] && text[list[i].start] >= 'a' && !determiners[at(i-1)]:
			if a, ok := said(text, list, low, i); ok {
				out = append(out, a)
			}
		}
	}
	return out
}

// said reads "X said that Y", "Y, X said" and "Y, said X".
func said(text string, list []span, low []string, i int) (Attribution, bool) {
	passive := false
	first := i
	for first > 0 {
		switch low[first-1] {
		case "was", "were", "been", "be", "is", "are", "being":
			passive = true
		case "has", "have", "had", "also", "then", "not", "did", "does", "do", "later", "again", "further", "will", "would", "never", "t", "reportedly", "could", "may", "repeatedly", "once", "previously", "earlier":
		default:
			goto done
		}
		first--
	}
done:
	if passive {
		if i+2 < len(list) && low[i+1] == "by" && i > 0 { // "was announced by X"
			return Attribution{VerbStart: list[first].start, VerbEnd: list[i+1].end, SpeakerStart: list[i+2].start,
				SpeakerEnd: phraseEnd(text, list, low, i+2), SaidEnd: list[first].start}, true
		}
		return Attribution{}, false
	}
	a := Attribution{VerbStart: list[first].start, VerbEnd: list[i].end}
	if first > 0 && strings.ContainsAny(text[list[first-1].end:list[first].start], ",”\"»") {
		if i+1 >= len(list) { // `"…" he added`
			return Attribution{}, false
		}
		if next := low[i+1]; apposed(text, list, low, first) || !inverting[low[i]] && !strings.ContainsAny(text[list[first-1].end:list[first].start], "”\"»") || next == "that" || pronouns[next] && first > 1 && !strings.ContainsAny(text[list[first-1].end:list[first].start], "”\"»") {
			a.SpeakerStart, a.SpeakerEnd = list[0].start, list[first-1].end
			a.SaidStart, a.SaidEnd = list[i].end, len(text)
			return a, true
		}
		a.SpeakerStart, a.SpeakerEnd, a.SaidEnd = list[i+1].start, phraseEnd(text, list, low, i+1), len(text)
		a.Pronoun = pronouns[low[i+1]]
		return a, true
	}
	if first == 0 {
		return Attribution{}, false
	}
	start := first
	for start > 0 && !strings.ContainsAny(text[list[start-1].end:list[start].start], ",;:”\"»") {
		start--
	}
	if start > 0 && reportEnds(text, list, low, i) { // "Y, X said on Monday"
		a.SpeakerStart, a.SpeakerEnd, a.SaidEnd = list[start].start, list[first-1].end, len(text)
		a.Pronoun = pronouns[low[start]] && start == first-1
		return a, true
	}
	a.SpeakerStart, a.SpeakerEnd = list[0].start, list[first-1].end
	a.SaidStart, a.SaidEnd = list[i].end, len(text)
	a.Pronoun = pronouns[low[first-1]] && first == 1
	return a, true
}

// reportEnds tells whether nothing that is said follows the verb at word i: a
// mark, or only when and where it was said.
func reportEnds(text string, list []span, low []string, i int) bool {
	if i+1 == len(list) || strings.ContainsAny(text[list[i].end:list[i+1].start], ".,;") {
		return true
	}
	switch low[i+1] {
	case "on", "in", "at", "yesterday", "today", "late", "early", "earlier", "during", "after", "last", "this", "when", "from", "following", "monday",
		"tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// phraseEnd is where the noun phrase that begins with word i ends.
func phraseEnd(text string, list []span, low []string, i int) int {
	for j := i + 1; j < len(list); j++ {
		if strings.ContainsAny(text[list[j-1].end:list[j].start], ",;:()“”\"–—") {
			return list[j-1].end
		}
		switch low[j] {
		case "who", "that", "which", "on", "in", "after", "during", "when", "as", "has", "have", "is", "are", "was", "were", "said", "before", "while":
			return list[j-1].end
		}
	}
	return list[len(list)-1].end
}
