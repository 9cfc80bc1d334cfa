package ingest

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxSaid bounds a title or a description that is looked at, in bytes.
const maxSaid = 2000

// pageTitle is what a reader calls the title: the headline on the page where
// what the page says of itself agrees, else what it says. The second result is
// where in the page's pieces it stands, -1 where it does not.
func pageTitle(doc *xhtml.Node, ld linked, page []piece, address string) (string, int) {
	sites := siteNames(doc, ld, address)
	said := []string{cleanText(stripTags(ld.headline))}
	for _, key := range []string{"og:title", "twitter:title", "dc.title", "title"} {
		for _, v := range metaValues(doc, []string{key}) {
			said = append(said, stripSite(unescape(v), sites, false))
		}
	}
	said = append(said, stripSite(unescape(elementText(doc, atom.Title)), sites, true))
	best, where, bestScore := "", -1, 0.0
	firsts := firstHeadings(page, sites)
	for _, f := range firsts {
		text, score := headline(f.piece, said)
		if score > bestScore {
			best, where, bestScore = text, f.at, score
		}
	}
	if bestScore >= 0.5 {
		return best, where
	}
	if len(firsts) == 1 && len(strings.Fields(firsts[0].text)) >= 5 && !firsts[0].allLink() {
		return firsts[0].text, firsts[0].at
	}
	for _, s := range said {
		if s != "" && len(s) <= maxSaid && !isSite(s, sites) {
			return s, findPiece(page, s)
		}
	}
	return best, where
}

// placed is a piece and its place in the page.
type placed struct {
	piece
	at int
}

// firstHeadings are the page's h1 headings. One that spans several blocks is
// there whole too, at the place of its last.
func firstHeadings(page []piece, sites []string) []placed {
	var out []placed
	for i, p := range page {
		if p.level != 1 || p.aside || len(p.text) > maxSaid || isSite(p.text, sites) {
			continue
		}
		out = append(out, placed{p, i})
		if n := len(out); n > 1 && out[n-2].at == i-1 {
			if h := enclosing(p.node, atom.H1); h != nil && h == enclosing(out[n-2].node, atom.H1) {
				p.text = out[n-2].text + " " + p.text
				out = append(out, placed{p, i})
			}
		}
	}
	return out
}

// headline scores a first heading against what the page says of itself. A
// label beside the headline («Abonnés», «Vidéo») goes where the page's own
// title is the rest.
func headline(p piece, said []string) (string, float64) {
	best, text := 0.0, p.text
	for _, s := range said {
		if s == "" || len(s) > maxSaid {
			continue
		}
		if pageKey(s) == pageKey(p.text) {
			if len(pageWords(s)) > len(pageWords(p.text)) {
				return s, 2 // parts of the heading are kept apart by style alone
			}
			return p.text, 2
		}
		if part, ok := partOf(p.node, s); ok {
			return part, 1.8
		}
		if score := wordOverlap(s, p.text); score > best {
			best = score
		}
		if len(pageKey(s)) > 15 && len(pageKey(p.text)) > len(pageKey(s)) && len(pageKey(p.text))-len(pageKey(s)) <= 30 {
			if rest, ok := withoutLabel(p.text, s); ok {
				text, best = rest, 1.5
			}
		}
	}
	return text, best
}

// partOf is the text of an element inside a heading that says just s.
func partOf(heading *xhtml.Node, s string) (string, bool) {
	want, elements := pageKey(s), 0
	for n := range heading.Descendants() {
		if n.Type != xhtml.ElementNode {
			continue
		}
		if elements++; elements > 30 {
			break
		}
		if inside := pieces(n); len(inside) == 1 && pageKey(inside[0].text) == want {
			return inside[0].text, true
		}
	}
	return "", false
}

var titleLabel = regexp.MustCompile(`(?i)^[\s:|.–—-]*((réservé aux )?abonnés?|article (payant|réservé aux abonnés)|premium|vidéos?|photos?|payant|exclusif|partager|[0-9\s]*(min(utes)?|commentaires?))[\s:|.–—-]*$`)

func withoutLabel(text, said string) (string, bool) {
	if i := strings.Index(text, said); i >= 0 {
		rest := text[:i] + text[i+len(said):]
		return said, titleLabel.MatchString(rest)
	}
	return "", false
}

// siteNames are the names that the page's site goes by, as keys.
func siteNames(doc *xhtml.Node, ld linked, address string) []string {
	names := append([]string{ld.publisher}, metaValues(doc, []string{"og:site_name", "application-name", "twitter:site", "publisher", "apple-mobile-web-app-title"})...)
	for _, a := range append([]string{address}, metaValues(doc, []string{"og:url"})...) {
		if u, err := url.Parse(a); err == nil && u.Hostname() != "" {
			host := strings.TrimPrefix(u.Hostname(), "www.")
			names = append(names, host, strings.TrimSuffix(host, host[max(0, strings.LastIndexByte(host, '.')):]))
		}
	}
	var keys []string
	for _, n := range names {
		if k := pageKey(n); k != "" && len(k) <= 30 {
			keys = append(keys, k)
		}
	}
	return keys
}

var titleSeparator = regexp.MustCompile(`\s+[|–—•·»-]\s+|\s*\|\s*|\s+[:]\s+`)

// stripSite takes site names off the end (and the front) of a title; of a
// <title> (loose) also what stands behind a bar and is short.
func stripSite(s string, sites []string, loose bool) string {
	s = strings.TrimLeft(cleanText(s), "»|•·–— ")
	for range 3 {
		cuts := titleSeparator.FindAllStringIndex(s, -1)
		if len(cuts) == 0 {
			return s
		}
		last := cuts[len(cuts)-1]
		tail, rest := s[last[1]:], s[:last[0]]
		bar := strings.ContainsAny(s[last[0]:last[1]], "|")
		switch {
		case isSite(tail, sites), (loose || bar) && bar && len(strings.Fields(tail)) <= 4 && len(strings.Fields(rest)) >= 3:
			s = strings.TrimSpace(rest)
			continue
		case isSite(s[:cuts[0][0]], sites):
			s = strings.TrimSpace(s[cuts[0][1]:])
			continue
		}
		return s
	}
	return s
}

// isSite reports whether s is a name of the site, give or take «Le», ".fr" and the like.
func isSite(s string, sites []string) bool {
	k := pageKey(s)
	if k == "" {
		return true
	}
	for _, site := range sites {
		if k == site || len(site) >= 4 && len(k) <= len(site)+4 && strings.Contains(k, site) ||
			len(k) >= 4 && len(site) <= len(k)+4 && strings.Contains(site, k) {
			return true
		}
	}
	return false
}

// pageKey folds a text to its letters and digits, in lower case, without accents.
func pageKey(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch r {
		case 'à', 'â', 'ä':
			r = 'a'
		case 'é', 'è', 'ê', 'ë':
			r = 'e'
		case 'î', 'ï':
			r = 'i'
		case 'ô', 'ö':
			r = 'o'
		case 'ù', 'û', 'ü':
			r = 'u'
		case 'ç':
			r = 'c'
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// wordOverlap is the share of the smaller text's words that the other has too.
func wordOverlap(a, b string) float64 {
	x, y := pageWords(a), pageWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0
	}
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	if len(x) < 3 && len(y) > 6 {
		return 0
	}
	return float64(both) / float64(len(x))
}

func pageWords(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		set[pageKey(w)] = true
	}
	delete(set, "")
	return set
}

// findPiece is the first piece with the same letters, -1 where none has.
func findPiece(page []piece, s string) int {
	k := pageKey(s)
	for i, p := range page {
		if pageKey(p.text) == k {
			return i
		}
	}
	return -1
}

func elementText(doc *xhtml.Node, name atom.Atom) string {
	for n := range doc.Descendants() {
		if n.DataAtom == name && n.FirstChild != nil && n.Namespace == "" {
			return n.FirstChild.Data
		}
	}
	return ""
}

// unescape undoes entities that were escaped twice.
func unescape(s string) string { return html.UnescapeString(s) }

var tagPattern = regexp.MustCompile(`</?[a-zA-Z][^>]*>`)

func stripTags(s string) string { return tagPattern.ReplaceAllString(s, "") }
