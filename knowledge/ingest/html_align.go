package ingest

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/knowledge"
)

// completePieces puts back what extraction lost between and beside the
// paragraphs that it kept: paragraphs of the page that stand in an element of
// the very same kind as kept ones, and the lead above them. page is all the
// page's pieces, title the place of the title in it or -1.
func completePieces(kept, page []piece, title int, leads []string) []piece {
	at, matched := align(kept, page)
	if matched*2 < len(kept) || matched == 0 {
		return kept
	}
	homes := map[home]int{}
	for _, i := range at {
		if i >= 0 && page[i].kind == knowledge.KindProse && len(page[i].text) >= 80 {
			homes[homeOf(page[i].node)]++
		}
	}
	have := map[string]bool{}
	for _, p := range kept {
		have[pageKey(p.text)] = true
	}
	belongs := func(i int) bool {
		p := page[i]
		if p.kind != knowledge.KindProse || p.aside || p.list || utf8.RuneCountInString(p.text) < 80 || p.mostlyLink() ||
			have[pageKey(p.text)] || siteLine(p) || p.node.DataAtom != atom.P {
			return false
		}
		return homes[homeOf(p.node)] >= 2
	}
	first, last := -1, -1
	for _, i := range at {
		if i >= 0 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	var out []piece
	out = append(out, leadPieces(page, title, first, leads, have)...)
	next := first
	for k, p := range kept {
		if at[k] >= 0 {
			for ; next < at[k]; next++ {
				if belongs(next) || next > 0 && attribution(page[next], page[next-1], have) {
					out = append(out, page[next])
				}
			}
			next = max(next, at[k]+1)
			p.node = page[at[k]].node
		}
		out = append(out, p)
	}
	for i := last + 1; i < len(page) && page[i].level != 1; i++ {
		if belongs(i) && enclosing(page[i].node, atom.Article) == enclosing(page[last].node, atom.Article) {
			out = append(out, page[i])
		}
	}
	return out
}

// attribution reports whether a lost piece is the short line below a kept
// quotation, in its element, that says whose it is.
func attribution(p, before piece, have map[string]bool) bool {
	quote := enclosing(p.node, atom.Blockquote)
	return quote != nil && quote == enclosing(before.node, atom.Blockquote) && have[pageKey(before.text)] &&
		utf8.RuneCountInString(p.text) < 80 && !p.list && !siteLine(p) && !have[pageKey(p.text)]
}

// align finds each kept piece in the page, going forward; -1 where it is not.
func align(kept, page []piece) (at []int, matched int) {
	where := map[string][]int{}
	for i, p := range page {
		k := pageKey(p.text)
		where[k] = append(where[k], i)
	}
	last := -1
	for _, p := range kept {
		found, k := -1, pageKey(p.text)
		for places := where[k]; len(places) > 0 && found < 0; places = places[1:] {
			if places[0] > last {
				found = places[0]
			}
			where[k] = places[1:]
		}
		if found >= 0 && (last < 0 || found-last < 200) {
			last = found
			matched++
		} else {
			found = -1
		}
		at = append(at, found)
	}
	return at, matched
}

// home is the kind of element that a paragraph stands in: tag and class of its
// parent and its parent's parent. Without any class it is the parent itself.
type home struct {
	names  string
	parent *html.Node
}

func homeOf(n *html.Node) home {
	names, named := "", false
	for p, up := n.Parent, 0; p != nil && up < 2; p, up = p.Parent, up+1 {
		class := attr(p, "class")
		named = named || class != ""
		names += p.Data + "." + class + "/"
	}
	if named {
		return home{names: names}
	}
	return home{parent: n.Parent}
}

// enclosing is the nearest element of a name that a node stands in, or nil.
func enclosing(n *html.Node, name atom.Atom) *html.Node {
	for ; n != nil && n.DataAtom != name; n = n.Parent {
	}
	return n
}

// leadClass are the class names that French sites give to the text under the title.
var leadClass = regexp.MustCompile(`(?i)(^|[\s_-])(chapo|chapeau|chap[oô]|standfirst|lead|lede|article__desc|article-desc|accroche|intro|introduction|abstract|subtitle|excerpt|heading__desc|article__lead|headline__desc|summary)($|[\s_-])`)

// leadPieces is the text between the title and the body that introduces the
// article: what an element says that it is, or what the page gives as its
// description.
func leadPieces(page []piece, title, first int, leads []string, have map[string]bool) []piece {
	from := title + 1
	if title < 0 || title > first {
		from = max(0, first-12)
	}
	var out []piece
	for i := from; i < first && i < len(page); i++ {
		p := page[i]
		size := utf8.RuneCountInString(p.text)
		if p.aside || p.level == 1 || p.kind == knowledge.KindCaption || size < 40 || size > 1200 || p.mostlyLink() ||
			have[pageKey(p.text)] || siteLine(p) || isByline(p.text) || stampLine.MatchString(p.text) || !(isLead(p.node) && title >= 0 || describes(p.text, leads)) {
			continue
		}
		have[pageKey(p.text)] = true
		p.kind, p.level = knowledge.KindProse, 0
		out = append(out, p)
	}
	return out
}

func isLead(n *html.Node) bool {
	for p, up := n, 0; p != nil && up < 3; p, up = p.Parent, up+1 {
		if p.DataAtom == atom.Body || p.DataAtom == atom.Main || p.DataAtom == atom.Article {
			return false
		}
		if leadClass.MatchString(attr(p, "class")) || strings.Contains(attr(p, "itemprop"), "description") {
			return true
		}
	}
	return false
}

// describes reports whether a text is one of the page's descriptions, whole or
// cut short.
func describes(text string, leads []string) bool {
	k := pageKey(text)
	for _, l := range leads {
		if len(l) > maxSaid {
			continue
		}
		d := pageKey(strings.TrimRight(l, ".… "))
		if len(d) >= 30 && (strings.HasPrefix(k, d) || strings.HasPrefix(d, k)) || len(d) >= 30 && wordOverlap(text, l) >= 0.8 {
			return true
		}
	}
	return false
}
