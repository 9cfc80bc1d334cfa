package bot

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
)

// spelling is a form of a name that stands in a translation.
type spelling struct {
	name *properName
	text string // as it stands there
}

// spellings are the forms in which the names of a sentence stand in its
// translation, one for each name that is found there. Short forms (EU for
// European Union, US, UK) stand for the long ones and are none.
func (g glossary) spellings(sentence, translation string) []spelling {
	var out []spelling
	words := french.Words(translation)
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = french.Fold(translation[w.Start:w.End])
	}
	for _, p := range g.of(sentence) {
		if text := p.spelledIn(translation, words, folded); text != "" {
			out = append(out, spelling{p, text})
		}
	}
	return out
}

// spelledIn is the form of a name in a translation: the chosen one where it
// stands there too, else the first.
func (p *properName) spelledIn(text string, words []french.Word, folded []string) string {
	if want := foldForm(p.standard()); want != "" {
		if i := sequence(folded, want); i >= 0 {
			return text[words[i].Start:words[i+strings.Count(want, " ")].End]
		}
	}
	own := foldForm(p.french)
	for n := 1; n <= maxNameWords; n++ {
		for i := 0; i+n <= len(words); i++ {
			stretch := text[words[i].Start:words[i+n-1].End]
			if r, _ := utf8.DecodeRuneInString(stretch); !unicode.IsUpper(r) {
				continue
			}
			form := strings.Join(folded[i:i+n], " ")
			if p.is(form, stretch, n, own) {
				return stretch
			}
		}
	}
	return ""
}

// is tells whether a stretch of a translation is a form of the name.
func (p *properName) is(form, stretch string, words int, own string) bool {
	switch {
	case form == own:
		return true
	case p.country:
		return false // the forms of countries vary: US, America, the United States
	case slices.Contains(p.forms, form):
		return !acronymOf(form, p.forms) && !acronymOf(foldForm(p.standard()), p.forms)
	case words != len(lowerWords(p.french)):
		return false
	}
	return len(form) > 3 && lexicon.SameName(stretch, p.french)
}

// standard is the form that translations should have, "" before the first one
// has any.
func (p *properName) standard() string {
	if p.chosen != "" {
		return p.chosen
	}
	return p.usual
}

func sequence(words []string, form string) int {
	parts := strings.Fields(form)
	for i := 0; i+len(parts) <= len(words); i++ {
		if slices.Equal(words[i:i+len(parts)], parts) {
			return i
		}
	}
	return -1
}

// misspelled names the first form that is not that of the other sentences.
// stubborn tells whether all that is wrong are forms that English has too, so
// that they may stand where no other sentence has another.
func misspelled(found []spelling) (reason string, stubborn bool) {
	stubborn = true
	for _, s := range found {
		want := s.name.standard()
		form := foldForm(s.text)
		if want == "" || form == foldForm(want) {
			continue
		}
		if reason == "" {
			reason = "name: “" + s.text + "” is “" + want + "” in English"
			if s.name.chosen != "" {
				reason = "name: “" + s.text + "” is “" + want + "” in the other sentences"
			}
		}
		if s.name.chosen != "" || !slices.Contains(s.name.forms, form) && form == foldForm(s.name.french) {
			stubborn = false
		}
	}
	return reason, stubborn && reason != ""
}

// settle makes the forms of a translation that is shown those of all others.
func settle(found []spelling) {
	for _, s := range found {
		switch {
		case s.name.chosen != "":
		case foldForm(s.text) == foldForm(s.name.usual):
			s.name.chosen = s.name.usual // the text may be in capitals
		default:
			s.name.chosen = s.text
		}
	}
}
