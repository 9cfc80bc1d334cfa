package summary

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
)

// sentence is a sentence as a summary sees it.
type sentence struct {
	number  int
	words   []word // by id, of length 1 together
	units   []unit
	speaker string
	denies  bool
	value   float64 // what it is worth by itself
}

// word is a stem and its tf·idf.
type word struct {
	id     int
	weight float64
}

// unit is a name or a figure, and what it weighs: the share of the article's
// sentences that have it.
type unit struct {
	text   string
	weight float64
}

const (
	comfort    = 32   // words that are read at one go
	shortest   = 6    // words of a sentence that can stand for anything
	longest    = 400  // sentences compared with each other; of a longer article each with these many spread over it
	rareName   = 0.05 // weight of a name that stands in one sentence alone
	rareFigure = 0.2  // and of a figure: it is what the sentence is there for
)

var (
	leaning = regexp.MustCompile(`^(?:[«"“]\s*)?(?:Il|Elle|Ils|Elles|Ce|Cet|Cette|Ces|Cela|Ça|Celui-ci|Celle-ci|Ceux-ci|Lui|Leur|Et|Mais|Or|Car|Puis)\b`)
	answers = regexp.MustCompile(`-t-(?:il|elle|on)\b|-t-(?:ils|elles)\b`)
	denials = regexp.MustCompile(`(?i)\b(?:démen(?:t|ti|tie|tis|tent|tait)|ni(?:e|é|ent|ait)\b|réfut\w+|conteste\w*|rejet(?:te|té|tent)\w*|récus\w+|assur\w+ (?:de son côté )?(?:que|qu)|sans confirmer|ni confirm\w+|ni (?:infirm|dément)\w+)`)
)

// read prepares the sentences of an article that may stand for it.
func read(a *knowledge.Article) []*sentence {
	var all []*sentence
	ids := map[string]int{} // of stems
	var spread []int        // in how many sentences each stands
	units := map[string]int{}
	for _, s := range a.Sentences {
		if s.Kind != knowledge.KindProse {
			continue
		}
		text := a.Cut(s.Span)
		one := &sentence{number: s.Number}
		n := 0
		for _, w := range french.Words(text) {
			n++
			if w.Elided || w.End-w.Start < 3 {
				continue
			}
			stem := string(french.Stem(french.AppendFold(nil, text[w.Start:w.End])))
			id, known := ids[stem]
			if !known {
				id = len(spread)
				ids[stem], spread = id, append(spread, 0)
			}
			one.words = append(one.words, word{id, 1})
		}
		one.words = merge(one.words)
		for _, w := range one.words {
			spread[w.id]++
		}
		if n < shortest {
			continue
		}
		one.note(text, units)
		one.value -= againstLength * max(0, float64(n-comfort)/comfort)
		all = append(all, one)
	}
	weigh(all, spread, units)
	return all
}

// merge sorts words by id and adds up those that are the same.
func merge(words []word) []word {
	slices.SortFunc(words, func(a, b word) int { return a.id - b.id })
	out := words[:0]
	for _, w := range words {
		if len(out) > 0 && out[len(out)-1].id == w.id {
			out[len(out)-1].weight += w.weight
			continue
		}
		out = append(out, w)
	}
	return out
}

// note reads what a sentence has beside its words.
func (s *sentence) note(text string, units map[string]int) {
	seen := map[string]bool{}
	add := func(u string, alone float64) {
		if u != "" && !seen[u] {
			seen[u] = true
			units[u]++
			s.units = append(s.units, unit{text: u, weight: alone})
		}
	}
	for _, name := range french.Names(text) {
		add(french.Fold(text[name.Start:name.End]), rareName)
	}
	for _, f := range figure.Read(text, "fr") {
		add(strings.TrimSpace(text[f.Start:f.End]), rareFigure)
	}
	for _, at := range french.Attributions(text) {
		if !at.Pronoun && at.SpeakerEnd > at.SpeakerStart {
			s.speaker = french.Fold(text[at.SpeakerStart:at.SpeakerEnd])
		}
	}
	s.denies = denials.MatchString(text)
	open := slices.ContainsFunc(french.Quotes(text), func(q french.Quotation) bool { return q.Open })
	if open || leaning.MatchString(text) || answers.MatchString(text) && s.speaker == "" {
		s.value -= againstLean
	}
}

// weigh turns counts into weights and gives each sentence its worth.
func weigh(all []*sentence, spread []int, units map[string]int) {
	total := float64(len(all))
	for _, s := range all {
		sum := 0.0
		for i := range s.words {
			w := &s.words[i]
			w.weight *= math.Log(1 + total/float64(spread[w.id]))
			sum += w.weight * w.weight
		}
		for i := range s.words {
			s.words[i].weight /= math.Sqrt(sum)
		}
		for i, u := range s.units {
			if n := units[u.text]; n > 1 {
				s.units[i].weight = max(u.weight, min(0.3, float64(n)/total))
			}
		}
	}
	most := 0.0
	central := make([]float64, len(all))
	step := 1 + len(all)/longest
	for i, s := range all {
		for j := 0; j < len(all); j += step {
			if i != j {
				central[i] += cosine(s, all[j])
			}
		}
		most = max(most, central[i])
	}
	for i, s := range all {
		if most > 0 {
			s.value += forCentrality * central[i] / most
		}
		s.value += forPosition / (1 + 0.6*float64(i))
		if s.denies {
			s.value += forDenial
		}
	}
}

// cosine is how alike the words of two sentences are, 0 to 1.
func cosine(a, b *sentence) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a.words) && j < len(b.words); {
		switch x, y := a.words[i], b.words[j]; {
		case x.id < y.id:
			i++
		case x.id > y.id:
			j++
		default:
			sum += x.weight * y.weight
			i, j = i+1, j+1
		}
	}
	return sum
}
