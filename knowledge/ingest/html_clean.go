package ingest

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/knowledge"
)

// withoutHead takes off what stands above the body and is no part of the running
// text: the opening picture's caption, a section's name, a trail of links.
// Bylines and headings stay.
func withoutHead(in []piece) []piece {
	first := longProse(in, 0)
	second := longProse(in, first+1)
	if first == len(in) {
		return in
	}
	body := mainParent(in)
	out := make([]piece, 0, len(in))
	for i, p := range in {
		label := first <= 8 && p.kind == knowledge.KindProse && utf8.RuneCountInString(p.text) < 40 && !endsWithStop(p.text)
		switch {
		case isByline(p.text):
		case i < first && (label || p.kind == knowledge.KindCaption),
			i < second && p.kind == knowledge.KindCaption && body != nil && !inside(p.node, body):
			continue
		}
		out = append(out, p)
	}
	return out
}

// longProse is the place of the first paragraph from a place on, len(in) where there is none.
func longProse(in []piece, from int) int {
	for i := from; i < len(in); i++ {
		if in[i].kind == knowledge.KindProse && utf8.RuneCountInString(in[i].text) >= 80 {
			return i
		}
	}
	return len(in)
}

// mainParent is the element that most paragraphs stand in directly, nil where
// fewer than two share one.
func mainParent(in []piece) *html.Node {
	count := map[*html.Node]int{}
	var most *html.Node
	for i := longProse(in, 0); i < len(in); i = longProse(in, i+1) {
		if n := in[i].node.Parent; n != nil {
			if count[n]++; count[n] > max(1, count[most]) {
				most = n
			}
		}
	}
	return most
}

func inside(n, around *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == around {
			return true
		}
	}
	return false
}

// quoteClass are the class names of sentences set large beside the text.
var quoteClass = regexp.MustCompile(`(?i)quote|citation|exergue|highlight|mise-en-avant`)

// withoutPullQuotes takes off sentences that are set large between paragraphs
// and say again what one of these says.
func withoutPullQuotes(in []piece) []piece {
	keys := make([]string, len(in))
	for i, p := range in {
		keys[i] = pageKey(p.text)
	}
	out, tried := make([]piece, 0, len(in)), 0
	for i, p := range in {
		if len(keys[i]) >= 25 && len(keys[i]) <= 400 && tried < maxQuotes && setLarge(p) {
			if tried++; said(keys, i) {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// maxQuotes bounds the pieces that are looked for in all others.
const maxQuotes = 100

func setLarge(p piece) bool {
	for n, up := p.node, 0; n != nil && up < 3; n, up = n.Parent, up+1 {
		if n.DataAtom == atom.Blockquote || quoteClass.MatchString(attr(n, "class")) {
			return true
		}
	}
	return false
}

// said reports whether a longer piece holds all of piece i.
func said(keys []string, i int) bool {
	for j, k := range keys {
		if j != i && len(k) > len(keys[i]) && strings.Contains(k, keys[i]) {
			return true
		}
	}
	return false
}

// ownArticle keeps to the page's own article where others follow it whole, each
// in an article element with a first heading of its own. kept is what was
// extracted, page the page's pieces, title the place of the title in them or -1.
func ownArticle(kept, page []piece, title int) (own, above []piece) {
	if title < 0 || page[title].level != 1 {
		return kept, page
	}
	around := enclosing(page[title].node, atom.Article)
	end := title + 1
	for end < len(page) && (page[end].level != 1 || page[end].aside || enclosing(page[end].node, atom.Article) == around) {
		end++
	}
	if around == nil || end == len(page) || enclosing(page[end].node, atom.Article) == nil {
		return kept, page
	}
	mine := map[string]bool{}
	var all []piece
	for _, p := range page[:end] {
		mine[pageKey(p.text)] = true
		if inside(p.node, around) && p.level != 1 && !p.aside {
			all = append(all, p)
		}
	}
	for _, p := range kept {
		if mine[pageKey(p.text)] {
			own = append(own, p)
		}
	}
	if proseBytes(own)*2 < proseBytes(all) {
		own = all
	}
	return own, page[:end]
}
