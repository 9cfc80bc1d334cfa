package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge/english"
	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
)

// readEnglish reads an English question: a term is what the lexicon says in
// French, or the word itself, which may be a name or look like its French.
func readEnglish(q *question, text string) []string {
	words := english.Words(text)
	if len(words) > maxTerms {
		words = words[:maxTerms]
	}
	lower := make([]string, len(words))
	for i, w := range words {
		lower[i] = strings.ToLower(text[w.Start:w.End])
	}
	q.classifyEnglish(lower)
	for _, lt := range lexicon.ToFrench(lower) {
		first, last := words[lt.First], words[lt.First+lt.Count-1]
		raw := text[first.Start:last.End]
		t := term{text: raw, at: lt.First, start: first.Start, end: last.End, folded: french.Fold(strings.ReplaceAll(raw, ",", ""))}
		t.stem = string(french.Stem([]byte(t.folded)))
		t.prior = prior(t.stem)
		t.class = classOf(t.folded) &^ (function | asking)
		r, _ := utf8.DecodeRuneInString(raw)
		t.name = lt.First > 0 && unicode.IsUpper(r)
		t.weigh = !(lt.Count == 1 && english.IsFunction(lower[lt.First])) && !q.asked[lt.First]
		if t.weigh {
			if lt.Count == 1 {
				t.variants = append(t.variants, variant{t.folded, t.stem, familyOf(t.stem), 0.95})
				for _, part := range strings.Split(t.folded, "-") {
					if part != t.folded && len(part) > 2 {
						t.variants = append(t.variants, newVariant(part, 0.6))
					}
				}
			}
			for _, e := range lt.Equivalents {
				t.variants = addPhrase(t.variants, e.Text, float32(e.Sure)*englishSure)
			}
		}
		if q.focusWord == lt.First && q.focusWord >= 0 {
			q.focus = len(q.terms)
		}
		if t.weigh {
			q.content++
		}
		q.terms = append(q.terms, t)
	}
	return lower
}

// englishSure is how much surer a word is that the question itself has.
const englishSure = 0.95

// englishNouns tells what a noun after "which" or "what" asks for.
var englishNouns = map[string]kind{}

func init() {
	for k, s := range map[kind]string{
		asksWhen: `year years date dates day days month months century period time era decade moment season`,
		asksWhere: `country countries city cities place places region continent state island town village province area
			location territory capital sea ocean river part`,
		asksWho: `person people man woman king queen president author writer actor actress director player character singer
			painter general minister philosopher scientist emperor pope`,
		asksQuantity: `number amount distance area size population length height weight age percentage proportion price sum
			speed temperature duration share rate altitude surface cost budget depth width score`,
		asksWhy: `reason reasons cause causes motive purpose goal aim`, asksHow: `way means manner method`,
		asksName: `name names nickname title`, asksDefinition: `definition meaning`,
	} {
		for _, w := range strings.Fields(s) {
			if _, ok := englishNouns[w]; !ok {
				englishNouns[w] = k
			}
		}
	}
}

// classifyEnglish finds what an English question asks for.
func (q *question) classifyEnglish(words []string) {
	q.kind, q.focusWord = asksOther, -1
	q.asked = [maxTerms]bool{}
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch w {
		case "who", "whom", "whose":
			q.kind = asksWho
			if i+3 < len(words) && words[i+2] == "the" && (words[i+1] == "is" || words[i+1] == "was" || words[i+1] == "are" || words[i+1] == "were") {
				q.focusWord = i + 3
			}
			for _, v := range words[i:] {
				switch v {
				case "said", "say", "says", "declared", "announced", "claimed", "stated", "warned", "told":
					q.kind = asksSpeaker
				}
			}
			return
		case "when":
			q.kind = asksWhen
			return
		case "where":
			q.kind = asksWhere
			return
		case "why":
			q.kind = asksWhy
			return
		case "how":
			q.kind = asksHow
			switch next {
			case "many", "much", "long", "far", "old", "big", "large", "tall", "high", "deep", "often", "fast", "heavy":
				q.kind = asksQuantity
				q.asked[i+1] = true
				if next == "many" || next == "much" {
					q.focusWord = i + 2
				}
			}
			return
		case "what", "which":
			q.kind = asksWhich
			if w == "what" {
				q.kind = asksWhat
			}
			q.englishFocus(words, i)
			return
		}
	}
	if len(words) > 0 {
		q.kind = asksYesNo
	}
}

// englishFocus reads the noun after "which" or "what" (at i).
func (q *question) englishFocus(words []string, i int) {
	past := false
	for j := i + 1; j < len(words) && j < i+6; j++ {
		switch words[j] {
		case "is", "are", "was", "were":
			past = true
			continue
		}
		if english.IsFunction(words[j]) {
			if !past && words[j] != "the" {
				return
			}
			continue
		}
		q.focusWord = j
		k, ok := englishNouns[words[j]]
		switch {
		case ok:
			q.kind = k
			q.asked[j] = !past || k == asksName || k == asksWhy
		case past && j+2 >= len(words):
			q.kind = asksDefinition
		}
		return
	}
}
