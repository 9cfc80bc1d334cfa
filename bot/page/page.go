// Package page makes one page of an article to read: its numbered sentences,
// the translation beside them, a summary and answers whose marks lead to the
// sentences that they cite. [HTML] writes a page that needs nothing but itself,
// [Markdown] the same as plain text.
//
// Whatever comes from outside (the article, its source, a model) is text here
// and never markup.
package page

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"errors"
	"html/template"
	"io"

	"verbatim/bot"
	"verbatim/knowledge"
)

// Document is what a page shows.
type Document struct {
	Article     *knowledge.Article // never nil
	Language    string             // of the page's own words: "fr", else English
	Translation *bot.Translation   // of Article; nil: there is none
	Summary     *bot.Answer        // of Article; nil: there is none
	Questions   []bot.Answer       // asked of Article, refusals too
}

var errNoArticle = errors.New("page: there is no article")

var (
	//go:embed page.html
	source string
	//go:embed page.css
	style string
	//go:embed page.js
	script string

	page = template.Must(template.New("page").Parse(source))
)

// policy lets the page's own style and script work and nothing else: no
// request leaves the page, and no markup that slipped in could run.
var policy = "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) + "; base-uri 'none'; form-action 'none'"

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// HTML writes the page. Each sentence of the article stands in it once, byte
// for byte, in the element #s12 (12 is its number). The error is w's.
func HTML(w io.Writer, d Document) error {
	if d.Article == nil {
		return errNoArticle
	}
	return page.Execute(w, newView(d))
}
