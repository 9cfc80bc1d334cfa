package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/knowledge"
)

// declaredBody puts in place of poor pieces the text that the page itself
// declares to be the article's: JSON-LD's articleBody, or the element that is
// marked as such.
func declaredBody(doc *html.Node, ld linked, kept, all []piece) []piece {
	have := proseBytes(kept)
	all = all[:min(len(all), 4000)]
	if body := bodyPieces(ld.body); proseBytes(body) >= 600 {
		whole := pageKey(stripTags(unescape(ld.body)))
		same, last := 0, -1
		for i, p := range kept {
			if p.kind == knowledge.KindProse && strings.Contains(whole, pageKey(p.text)) {
				same += len(p.text)
				last = i
			}
		}
		if have*10 >= proseBytes(body)*6 && same*10 >= min(have, proseBytes(body))*3 {
			return withoutTail(kept, last, same)
		}
		var shown []piece
		for _, p := range all {
			if k := pageKey(p.text); len(k) >= 20 && strings.Contains(whole, k) {
				shown = append(shown, p)
			}
		}
		if proseBytes(shown)*10 >= proseBytes(body)*9 {
			return shown
		}
		return body
	}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && strings.EqualFold(attr(n, "itemprop"), "articleBody") && n.DataAtom != atom.Meta {
			if marked := pieces(n); have*10 < proseBytes(marked)*6 {
				return marked
			}
			break
		}
	}
	return kept
}

// withoutTail takes off what follows the last piece that the declared body has
// too, where nearly all of the prose is in that body. A byline stays.
func withoutTail(kept []piece, last, same int) []piece {
	if same*100 < proseBytes(kept)*85 {
		return kept
	}
	out := kept[: last+1 : last+1]
	for _, p := range kept[last+1:] {
		if isByline(p.text) {
			out = append(out, p)
		}
	}
	return out
}

// bodyPieces cuts an articleBody, which may be text or HTML.
func bodyPieces(body string) []piece {
	if strings.TrimSpace(body) == "" || len(body) > maxBody {
		return nil
	}
	if !strings.Contains(body, "</") && strings.Contains(body, "&lt;/") {
		body = unescape(body)
	}
	if !strings.Contains(body, "</") && !strings.Contains(body, "<br") {
		body = strings.ReplaceAll(html.EscapeString(unescape(body)), "\n", "<br><br>")
	}
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		return nil
	}
	return pieces(doc)
}
