package bot

import (
	"slices"
	"strings"

	"verbatim/knowledge"
	"verbatim/knowledge/english"
	"verbatim/knowledge/figure"
	"verbatim/knowledge/french"
	"verbatim/knowledge/language"
	"verbatim/knowledge/lexicon"
)

// particular is a date, a place or a name that a question asks about.
type particular struct {
	knowledge.Span // of the question
	kind           particularKind
	text           string
	date           figure.Date // of a date
}

type particularKind int

const (
	aDate   particularKind = iota
	aPlace                 // a country, or what stands behind a preposition of place
	aName                  // several words, and no place
	another                // one word, which may be either
)

// placing are prepositions that a place stands behind.
var placing = wordSet("à au aux en dans vers in at to from near")

// particulars are those of a question, in order.
func particulars(question string) []particular {
	inFrench := language.OfQuestion(question) != "en"
	var out []particular
	spoken := figure.English
	if inFrench {
		spoken = figure.French
	}
	for _, f := range figure.Read(question, spoken) {
		if f.Kind == figure.Day || f.Kind == figure.Clock {
			out = append(out, particular{Span: knowledge.Span{Start: f.Start, End: f.End}, kind: aDate, text: f.Raw, date: f.Date})
		}
	}
	dates := len(out)
	for _, n := range namesOf(question, inFrench) {
		within := func(d particular) bool { return n.Start < d.End && d.Start < n.End }
		if slices.ContainsFunc(out[:dates], within) || questioning[strings.ToLower(question[n.Start:n.End])] {
			continue
		}
		out = append(out, particular{Span: n, kind: kindOf(question, n), text: question[n.Start:n.End]})
	}
	return out
}

// namesOf are the names of a question, and countries in small letters too.
func namesOf(question string, inFrench bool) []knowledge.Span {
	var out []knowledge.Span
	if inFrench {
		for _, n := range french.Names(question) {
			out = append(out, knowledge.Span{Start: n.Start, End: n.End})
		}
	} else {
		for _, n := range english.Names(question) {
			out = append(out, knowledge.Span{Start: n.Start, End: n.End})
		}
	}
	for _, w := range french.Words(question) {
		at := knowledge.Span{Start: w.Start, End: w.End}
		if _, ok := lexicon.Country(question[w.Start:w.End]); ok && placing[wordBefore(question, w.Start)] &&
			!slices.ContainsFunc(out, func(n knowledge.Span) bool { return n.Start <= at.Start && at.End <= n.End }) {
			out = append(out, at)
		}
	}
	return out
}

func kindOf(question string, n knowledge.Span) particularKind {
	name := question[n.Start:n.End]
	if _, country := lexicon.Country(name); country || placing[wordBefore(question, n.Start)] {
		return aPlace
	}
	if strings.ContainsAny(name, " \u00a0") {
		return aName
	}
	return another
}

// wordBefore is the word before a place in a text, articles left out.
func wordBefore(text string, at int) string {
	before := words(text[:at])
	for len(before) > 0 && (before[len(before)-1] == "la" || before[len(before)-1] == "l" || before[len(before)-1] == "the") {
		before = before[:len(before)-1]
	}
	if len(before) == 0 {
		return ""
	}
	return before[len(before)-1]
}

// replaced are the particulars of a question in whose stead the next one has
// others: a date for a date, a place for a place, a name for a name. What may
// be either stands for the only one that there is.
func replaced(question, next string) []particular {
	have := particulars(question)
	of := func(kinds ...particularKind) []particular {
		var out []particular
		for _, p := range have {
			if slices.Contains(kinds, p.kind) {
				out = append(out, p)
			}
		}
		return out
	}
	var out []particular
	for _, p := range particulars(next) {
		same := of(p.kind)
		switch {
		case p.kind == another:
			same = of(aPlace, aName, another)
		case len(same) == 0 && p.kind != aDate:
			same = of(another)
		}
		if p.kind == aDate || len(same) == 1 || p.kind != another && len(of(p.kind)) > 0 {
			out = append(out, same...)
		}
	}
	return out
}

// without is a text with spaces in place of some of its parts.
func without(text string, parts []particular) string {
	b := []byte(text)
	for _, p := range parts {
		for i := p.Start; i < p.End; i++ {
			b[i] = ' '
		}
	}
	return string(b)
}

// in tells whether a French sentence has it.
func (p *particular) in(sentence string) bool {
	if p.kind == aDate {
		return slices.ContainsFunc(figure.Read(sentence, figure.French), func(f figure.Figure) bool {
			return f.Kind == figure.Day && says(f.Date, p.date)
		})
	}
	if strings.Contains(french.Fold(sentence), french.Fold(p.text)) {
		return true
	}
	return slices.ContainsFunc(french.Names(sentence), func(n french.Name) bool {
		return lexicon.SameName(p.text, sentence[n.Start:n.End])
	})
}

// says tells whether a date says all that another one asks.
func says(said, asked figure.Date) bool {
	agree := func(a, b int) bool { return a == 0 || a == b }
	return agree(asked.Year, said.Year) && agree(asked.Month, said.Month) && agree(asked.Day, said.Day) &&
		agree(asked.Weekday, said.Weekday) && agree(asked.Century, said.Century) &&
		(asked.Relative == "" || asked.Relative == said.Relative)
}
