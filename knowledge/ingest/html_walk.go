package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/knowledge"
)

// piece is one block of a page's visible text.
type piece struct {
	kind   knowledge.Kind
	text   string
	linked int        // letters and digits inside links
	bold   int        // letters and digits that are bold
	raw    int        // all letters and digits
	node   *html.Node // the element that the text stands in
	level  int        // of a heading: 1 to 6, else 0
	list   bool       // inside a list
	aside  bool       // inside a nav, footer, aside or form
}

// allLink reports whether the piece is nothing but links.
func (p piece) allLink() bool { return p.linked > 0 && p.linked*20 >= p.raw*19 }

// mostlyLink reports whether at least half of the piece is links.
func (p piece) mostlyLink() bool { return p.linked > 0 && p.linked*2 >= p.raw }

// boldHeading reports whether the piece is a short bold line that is no sentence.
func (p piece) boldHeading() bool {
	return p.kind == knowledge.KindProse && !p.list && p.bold > 0 && p.bold == p.raw &&
		headingShape(p.text) && !strings.HasSuffix(p.text, "?")
}

// lineBreak stands for a <br> until a block is closed.
const lineBreak = '\u2028'

// pieces walks the visible text below a node, in order.
func pieces(root *html.Node) []piece {
	w := walker{}
	w.walk(root, place{node: root, kind: knowledge.KindProse}, 0)
	w.flush()
	return w.out
}

// place is what a text node inherits from the elements around it.
type place struct {
	node       *html.Node
	kind       knowledge.Kind
	level      int
	link, bold bool
	list       bool
	aside      bool
	whitespace bool // white space is kept as lines (pre)
}

type walker struct {
	out  []piece
	buf  strings.Builder
	cur  piece
	live bool // cur was set by the first text since the last flush
}

// maxDepth bounds recursion; deeper text is left out.
const maxDepth = 600

func (w *walker) walk(n *html.Node, at place, depth int) {
	if depth > maxDepth {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, at)
		return
	case html.ElementNode:
		if skipped(n) {
			return
		}
	}
	block := n.Type == html.ElementNode && (isBlock(n) || at.kind == knowledge.KindProse && n.DataAtom == atom.Span && captionClass.MatchString(attr(n, "class")))
	switch {
	case n.DataAtom == atom.Br:
		w.text(string(lineBreak), at)
		return
	case n.DataAtom == atom.Td, n.DataAtom == atom.Th:
		w.text(" ", at)
	case n.DataAtom == atom.A:
		at.link = true
	case n.DataAtom == atom.B, n.DataAtom == atom.Strong:
		at.bold = true
	}
	if block {
		w.flush()
		at = enter(n, at)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, at, depth+1)
	}
	if block {
		w.flush()
	}
}

// enter is the place inside a block element.
func enter(n *html.Node, at place) place {
	at.node = n
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		at.kind, at.level = knowledge.KindHeading, int(n.Data[1]-'0')
	case atom.Figure, atom.Figcaption, atom.Caption:
		at.kind = knowledge.KindCaption
	case atom.Ul, atom.Ol, atom.Dl:
		at.list = true
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Dialog:
		at.aside = at.aside || n.DataAtom != atom.Footer || enclosing(n, atom.Blockquote) == nil
	case atom.Pre:
		at.whitespace = true
	}
	if at.kind == knowledge.KindProse && captionClass.MatchString(attr(n, "class")) {
		at.kind = knowledge.KindCaption
	}
	return at
}

func (w *walker) text(s string, at place) {
	if at.whitespace {
		s = strings.ReplaceAll(s, "\n", string(lineBreak))
	}
	if !w.live {
		w.live = true
		w.cur = piece{kind: at.kind, node: at.node, level: at.level, list: at.list, aside: at.aside}
	}
	w.buf.WriteString(s)
	size := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			size++
		}
	}
	w.cur.raw += size
	if at.link {
		w.cur.linked += size
	}
	if at.bold {
		w.cur.bold += size
	}
}

// flush closes the block: two line breaks in a row make two pieces of it.
func (w *walker) flush() {
	if !w.live {
		return
	}
	for _, part := range splitBreaks(w.buf.String()) {
		if text := cleanText(part); text != "" {
			p := w.cur
			p.text = text
			w.out = append(w.out, p)
		}
	}
	w.buf.Reset()
	w.live = false
}

// splitBreaks cuts where two line breaks stand with white space alone between,
// and at a single one where the lines do not run on.
func splitBreaks(s string) []string {
	lines := strings.Split(s, string(lineBreak))
	var parts []string
	var part []string
	for i, line := range lines {
		if strings.TrimSpace(line) == "" && len(part) > 0 {
			parts, part = append(parts, strings.Join(part, "\n")), nil
			continue
		}
		part = append(part, line)
		if i+1 < len(lines) && lineEnds(line, lines[i+1]) {
			parts, part = append(parts, strings.Join(part, "\n")), nil
		}
	}
	return append(parts, strings.Join(part, "\n"))
}

// lineEnds tells whether a line break ends what stands before it: a sentence, or
// a short line above a long one.
func lineEnds(line, next string) bool {
	line, next = strings.TrimSpace(line), strings.TrimSpace(next)
	if line == "" || next == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next)
	return !unicode.IsLower(first) && (endsWithStop(line) || len(line) <= 60 && len(next) > 120)
}

// cleanText collapses ASCII white space, keeps no-break spaces inside, and
// takes out what no reader sees: soft hyphens, zero-width and control
// characters.
func cleanText(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == '\u0085' || r == '\u2029':
			space = true
			continue
		case r == '\u00AD' || r >= '\u200B' && r <= '\u200F' || r == '\u2060' || r == '\uFEFF' ||
			r >= '\u202A' && r <= '\u202E' || unicode.IsControl(r):
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return strings.TrimFunc(b.String(), unicode.IsSpace)
}

// unseenClass are the class names of text for screen readers alone: «(Nouvelle
// fenêtre)» inside a sentence, labels of menus.
var unseenClass = regexp.MustCompile(`(?i)(^|\s)(u-)?(sr-only|visually-?hidden|a11y-hidden|screen-reader(-text|-only)?|hidden-tag|off-?screen)($|\s)`)

// skipped reports whether an element shows no text, or none of its own.
func skipped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Svg, atom.Math,
		atom.Button, atom.Input, atom.Select, atom.Textarea, atom.Object, atom.Embed, atom.Audio, atom.Video, atom.Canvas:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "class":
			if n.DataAtom != atom.H1 && unseenClass.MatchString(a.Val) {
				return true
			}
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// isBlock reports whether an element begins a new line of its own. What HTML
// does not know (custom elements, amp-…) counts as a block.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Br, atom.Cite, atom.Code, atom.Data,
		atom.Del, atom.Dfn, atom.Em, atom.Font, atom.I, atom.Img, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Nobr,
		atom.Q, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strike, atom.Strong,
		atom.Sub, atom.Sup, atom.Td, atom.Th, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, atom.Picture, atom.Source:
		return false
	}
	return true
}

// attr is an attribute's value, "" where there is none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
