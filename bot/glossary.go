package bot

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
	"verbatim/knowledge/french"
	"verbatim/knowledge/lexicon"
)

const (
	maxNameWords = 6
	maxNameBytes = 60
	maxGlossary  = 40 // entries of one prompt
)

// properName is a name of an article and the English form that stands for it.
type properName struct {
	french  string   // as the article has it first
	usual   string   // the form to ask for; "" where the lexicon knows none
	forms   []string // folded: the English forms that are known
	country bool
	chosen  string // the form that translations use, as they have it; "" before the first
}

// glossary holds the names of an article by their folded letters. Its entries
// for prompts come from the lexicon alone: no word of the article's own making
// gets into what a model is told to do.
type glossary map[string]*properName

func newGlossary(a *knowledge.Article) glossary {
	g := glossary{}
	for _, s := range a.Sentences {
		text := a.Cut(s.Span)
		for _, n := range french.Names(text) {
			for _, name := range nameParts(text[n.Start:n.End]) {
				key := foldForm(name)
				if g[key] != nil {
					continue
				}
				g[key] = newName(name, n.Initial)
			}
		}
	}
	return g
}

// of are the names of a sentence in its order, each once.
func (g glossary) of(sentence string) []*properName {
	var out []*properName
	seen := map[*properName]bool{nil: true}
	for _, n := range french.Names(sentence) {
		for _, name := range nameParts(sentence[n.Start:n.End]) {
			if p := g[foldForm(name)]; !seen[p] {
				seen[p] = true
				out = append(out, p)
			}
		}
	}
	return out
}

// lines are the entries that some sentences need, "Moscou: Moscow".
func (g glossary) lines(sentences []string) []string {
	var out []string
	seen := map[*properName]bool{}
	for _, s := range sentences {
		for _, p := range g.of(s) {
			if form := p.form(); !seen[p] && form != "" && len(out) < maxGlossary {
				seen[p] = true
				out = append(out, p.french+": "+form)
			}
		}
	}
	return out
}

// form is the one to ask for, "" where a model knows best.
func (p *properName) form() string {
	if p.chosen != "" && p.usual != "" {
		return p.chosen
	}
	return p.usual
}

// nameParts takes the article off a name (« La Corée du Nord ») and cuts it
// where two names stand together (« Pyongyang en Russie »).
func nameParts(name string) []string {
	var out []string
	for part := range strings.SplitSeq(strings.Join(strings.Fields(name), " "), " en ") {
		for _, article := range []string{"la ", "le ", "les ", "l'", "l’"} {
			if len(part) > len(article) && strings.EqualFold(part[:len(article)], article) {
				part = part[len(article):]
				break
			}
		}
		if utf8.RuneCountInString(part) > 1 && len(part) <= maxNameBytes {
			out = append(out, part)
		}
	}
	return out
}

// compass are words that are places only where a story makes them so.
var compass = map[string]bool{"nord": true, "sud": true, "est": true, "ouest": true}

// newName looks a name up; nil where it is an ordinary word, or so much of one
// that nothing can be said of its form.
func newName(name string, initial bool) *properName {
	words := lowerWords(name)
	if len(words) == 0 || len(words) > maxNameWords || compass[words[0]] && len(words) == 1 {
		return nil
	}
	p := &properName{french: name}
	_, p.country = lexicon.Country(name)
	terms := lexicon.ToEnglish(words)
	if len(terms) == 1 {
		var forms []string
		for _, e := range terms[0].Equivalents {
			person := strings.TrimSuffix(e.Text, "er") // New Yorker
			if e.Sure >= 0.8 && !slices.Contains(forms, person) && (len(words) > 1 || lexicon.SameName(name, e.Text)) {
				forms = append(forms, e.Text)
			}
		}
		if len(forms) > 0 {
			p.know(forms)
			return p
		}
	}
	for _, t := range terms {
		if len(t.Equivalents) > 0 {
			return nil
		}
	}
	if initial {
		return nil // an opening word that is in no list
	}
	return p
}

// preferred are forms that English news uses where the lexicon's first is
// another.
var preferred = map[string]bool{"kyiv": true, "beijing": true, "bern": true, "ivory coast": true}

// know takes the forms that the lexicon gives, in small letters, and chooses
// the usual one: an acronym for an acronym, else the one that is the same in
// French, else the lexicon's first.
func (p *properName) know(forms []string) {
	own, best := foldForm(p.french), ""
	short := p.short() && slices.ContainsFunc(forms, func(f string) bool { return acronymOf(f, forms) })
	for _, f := range forms {
		fold := foldForm(f)
		p.forms = append(p.forms, fold)
		switch {
		case preferred[f]:
			best = f
		case strings.Contains(f, ".") || acronymOf(f, forms) != short:
		case !short && strings.Count(fold, " ") > strings.Count(own, " ")+1:
		case best == "" || fold == own && !preferred[best]:
			best = f
		}
	}
	if best == "" {
		best = forms[0]
	}
	if foldForm(best) != own { // else the same in both languages: nothing to say
		p.usual = capitals(best, acronymOf(best, forms))
	}
}

// short tells whether a name is an acronym: one word of a few letters, all
// capitals (ONU), or none but the first (Otan) where it is no country.
func (p *properName) short() bool {
	if strings.ContainsAny(p.french, " -'’") || utf8.RuneCountInString(p.french) > 6 {
		return false
	}
	return !p.country || strings.ToUpper(p.french) == p.french
}

// acronymOf tells whether a form is made of the first letters of another, or
// may be one where none is longer.
func acronymOf(form string, forms []string) bool {
	plain := strings.ReplaceAll(form, ".", "")
	if strings.Contains(plain, " ") || len(plain) > 6 {
		return false
	}
	if plain != form {
		return true
	}
	for _, f := range forms {
		initials, all := "", ""
		for _, w := range strings.FieldsFunc(f, func(r rune) bool { return r == ' ' || r == '-' }) {
			all += w[:1]
			if !small[w] {
				initials += w[:1]
			}
		}
		if len(plain) > 1 && (initials == plain || all == plain) {
			return true
		}
	}
	return false
}

// small are the words that titles write small.
var small = map[string]bool{"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "de": true, "du": true, "la": true, "les": true,
	"von": true, "van": true, "au": true, "sur": true, "upon": true, "d": true, "s": true, "al": true, "el": true, "der": true}

// capitals gives a name its capitals back: the lexicon has small letters.
func capitals(form string, short bool) string {
	if short {
		return strings.ToUpper(form)
	}
	var b strings.Builder
	last := 0
	for i, w := range french.Words(form) {
		b.WriteString(form[last:w.Start])
		word := form[w.Start:w.End]
		if i == 0 || !small[word] {
			r, size := utf8.DecodeRuneInString(word)
			word = string(unicode.ToUpper(r)) + word[size:]
		}
		b.WriteString(word)
		last = w.End
	}
	return b.String() + form[last:]
}

func lowerWords(text string) []string {
	var out []string
	for _, w := range french.Words(text) {
		out = append(out, strings.ToLower(text[w.Start:w.End]))
	}
	return out
}

// foldForm folds a form word by word, so that hyphens and points do not count.
func foldForm(text string) string {
	var out []string
	for _, w := range french.Words(text) {
		out = append(out, french.Fold(text[w.Start:w.End]))
	}
	return strings.Join(out, " ")
}
