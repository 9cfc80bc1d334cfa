package page

import (
	"html/template"
	"net/url"
	"regexp"
	"strings"

	"verbatim/bot"
	"verbatim/knowledge"
)

// view is a Document as the template lays it out.
type view struct {
	Words       words
	Language    string
	Policy      string
	Style       template.CSS
	Script      template.JS
	Name        string    // of the article
	Spoken      string    // the article's language
	Title       *sentence // nil where the article has no title
	Agency      string
	Date        string // as [knowledge.Article] has it
	DateText    string
	Address     template.URL // http or https, else ""
	Host        string       // of Address
	File        string       // what the source is where it is no address
	Blocks      []block
	Translation *translation
	Summary     *answer
	Questions   []answer
}

// block is a paragraph, or a piece of layout.
type block struct {
	Kind      knowledge.Kind
	Sentences []sentence
}

type sentence struct {
	Number    int
	Where     string // "phrase 12"
	Frame     string // language of Where
	Kind      knowledge.Kind
	Text      string
	Row       bool   // there is a translation of the article
	Rendering string // its translation
	Missing   string // why it has none
}

type translation struct {
	To, From string // names of languages
	Code     string // of To, for lang attributes
	Label    string
	Warning  string
}

func newView(d Document) view {
	language := "en"
	if d.Language == "fr" {
		language = "fr"
	}
	a := d.Article
	v := view{
		Words: wordsIn(language), Language: language, Policy: policy,
		Style: template.CSS(style), Script: template.JS(script),
		Name: a.Title, Spoken: code(a.Language), Agency: a.Agency,
		Date: a.Date, DateText: bot.DateText(a.Date, language),
	}
	v.Address, v.Host = address(a.Source)
	if v.Address == "" {
		v.File = a.Source
	}
	if d.Translation != nil {
		v.Translation = &translation{
			From: languageName(v.Spoken, language), To: languageName(d.Translation.To, language), Code: code(d.Translation.To),
			Label: sentenceOf(d.Translation.Made(language)), Warning: d.Translation.WarningIn(language),
		}
	}
	rows := map[int]bot.Translated{}
	if d.Translation != nil {
		for _, r := range d.Translation.Rows {
			rows[r.Sentence.Number] = r
		}
	}
	v.lay(d, rows)
	if d.Summary != nil {
		s := newAnswer(a, *d.Summary, language)
		s.Lead = ""
		if d.Summary.Mode != bot.ModeLLM {
			s.Made = chosen(language)
		}
		s.translate(d.Translation, rows, language)
		v.Summary = &s
	}
	for _, q := range d.Questions {
		s := newAnswer(a, q, language)
		s.translate(d.Translation, rows, language)
		v.Questions = append(v.Questions, s)
	}
	return v
}

// lay puts the sentences into blocks, the title apart.
func (v *view) lay(d Document, rows map[int]bot.Translated) {
	paragraph := 0
	for _, s := range d.Article.Sentences {
		row := rows[s.Number]
		shown := sentence{
			Number: s.Number, Where: where(s.Number, v.Language), Frame: v.Language, Kind: s.Kind, Text: d.Article.Cut(s.Span),
			Row: d.Translation != nil, Rendering: row.Text, Missing: row.Why(v.Language),
		}
		if shown.Rendering == "" && shown.Missing == "" {
			never := bot.Translated{Warning: "it was not asked for"}
			shown.Missing = never.Why(v.Language)
		}
		last := len(v.Blocks) - 1
		switch {
		case s.Kind == knowledge.KindTitle && v.Title == nil:
			v.Title = &shown
		case last >= 0 && paragraph == s.Paragraph && v.Blocks[last].Kind == s.Kind:
			v.Blocks[last].Sentences = append(v.Blocks[last].Sentences, shown)
		default:
			v.Blocks = append(v.Blocks, block{Kind: s.Kind, Sentences: []sentence{shown}})
		}
		paragraph = s.Paragraph
	}
}

// address is a source that a reader may follow, and its host; "" where the
// source is anything but an http or https address.
func address(source string) (template.URL, string) {
	u, err := url.Parse(source)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return "", ""
	}
	u.User = nil
	return template.URL(u.String()), strings.TrimPrefix(u.Hostname(), "www.") // its scheme was checked, its attribute is escaped
}

var languageCode = regexp.MustCompile(`^[a-z]{2,3}$`)

// code is a language for a lang attribute; "und" is none that is known.
func code(language string) string {
	if !languageCode.MatchString(language) {
		return "und"
	}
	return language
}
