package discord

import (
	"strconv"
	"strings"

	"verbatim/bot"
	"verbatim/knowledge"
)

// press is what a button, a modal or a page asks for. It is written into the
// custom id as text, so that an answer's buttons work after a restart:
//
//	1.VERB.LANGUAGE.PAGE.ARTICLE:SENTENCE,SENTENCE;ARTICLE:SENTENCE
//
// An article's id has only lower-case letters, digits and hyphens.
type press struct {
	Verb     string // one of the verbs below
	Language string // "fr", "en": of the answer; of a translation also the other languages to translate into
	Page     string // a page's number from 0, a message's id, or ""
	Sources  []source
}

// source names sentences of one article.
type source struct {
	Article   string
	Sentences []int
}

// What a custom id can ask for.
const (
	verbSources  = "s"
	verbEnglish  = "n"
	verbWhy      = "w" // how the claims of an answer, whose message is the page, were proved
	verbContinue = "c"
	verbModal    = "m"
	verbThread   = "t"
	verbUp       = "u"
	verbDown     = "d"
	verbPage     = "p" // of a translation
	verbShow     = "o" // a page of the original
	verbExample  = "e"
	verbForget   = "f"
	verbAbout    = "a" // a question about a message, whose id is the page

	customIDVersion = "1"
	maxSources      = 16 // sentences that a custom id may name
)

// String is the custom id: at most 100 bytes, sources that do not fit left out.
func (p press) String() string {
	b := customIDVersion + "." + p.Verb + "." + p.Language + "." + p.Page + "."
	left := maxSources
	for i, s := range p.Sources {
		part := s.Article
		if i > 0 {
			part = ";" + part
		}
		if len(b)+len(part) > maxCustomID {
			break
		}
		b += part
		for j, n := range s.Sentences {
			part = "," + strconv.Itoa(n)
			if j == 0 {
				part = ":" + strconv.Itoa(n)
			}
			if left == 0 || len(b)+len(part) > maxCustomID {
				break
			}
			b, left = b+part, left-1
		}
	}
	return b
}

// parsePress reads a custom id; ok is false for one that this program never wrote.
func parsePress(id string) (p press, ok bool) {
	parts := strings.Split(id, ".")
	if len(id) > maxCustomID || len(parts) != 5 || parts[0] != customIDVersion || len(parts[1]) != 1 ||
		!languageCode(parts[2]) || !digits(parts[3]) {
		return press{}, false
	}
	p = press{Verb: parts[1], Language: parts[2], Page: parts[3]}
	if parts[4] == "" {
		return p, true
	}
	left := maxSources
	for _, group := range strings.Split(parts[4], ";") {
		article, list, has := strings.Cut(group, ":")
		if !articleID(article) {
			return press{}, false
		}
		s := source{Article: article}
		if has {
			for _, word := range strings.Split(list, ",") {
				n, err := strconv.Atoi(word)
				if err != nil || n < 1 || strconv.Itoa(n) != word || left == 0 {
					return press{}, false
				}
				s.Sentences, left = append(s.Sentences, n), left-1
			}
		}
		p.Sources = append(p.Sources, s)
	}
	return p, true
}

// article is the first one that is named, "" where there is none.
func (p press) article() string {
	if len(p.Sources) == 0 {
		return ""
	}
	return p.Sources[0].Article
}

// cited names what an answer cites, in its order.
func cited(citations []knowledge.Citation) []source {
	var out []source
	for _, c := range citations {
		if n := len(out) - 1; n >= 0 && out[n].Article == c.Article.ID {
			out[n].Sentences = append(out[n].Sentences, c.Sentence)
			continue
		}
		out = append(out, source{Article: c.Article.ID, Sentences: []int{c.Sentence}})
	}
	return out
}

func digits(s string) bool {
	return len(s) <= 20 && strings.Trim(s, "0123456789") == ""
}

func articleID(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

func languageCode(s string) bool {
	_, known := bot.TargetName(s)
	return known || s == "fr"
}
