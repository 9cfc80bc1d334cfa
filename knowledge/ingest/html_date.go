package ingest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	isoDate     = regexp.MustCompile(`\b((?:19|20)\d\d)-(\d\d?)-(\d\d?)`)
	compactDate = regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}.*)?$`)
	slashDate   = regexp.MustCompile(`\b((?:19|20)\d\d)/(\d\d?)/(\d\d?)\b`)
	frenchDate  = regexp.MustCompile(`(?i)\b(\d\d?)(?:er)?[\s\x{00A0}\x{202F}]+(janv|f[ée]vr|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c)[a-zé]*\.?[\s\x{00A0}\x{202F}]+((?:19|20)\d\d)\b`)
	figureDate  = regexp.MustCompile(`\b(\d\d?)[./-](\d\d?)[./-]((?:19|20)\d\d)\b`)
	addressDate = regexp.MustCompile(`[/_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|\d{4,6}\b|$)`)
)

var monthNumber = map[string]int{"janv": 1, "févr": 2, "fevr": 2, "mars": 3, "avr": 4, "mai": 5, "juin": 6, "juil": 7,
	"août": 8, "aout": 8, "sept": 9, "oct": 10, "nov": 11, "déc": 12, "dec": 12}

// pageDate finds the day of publication, "2006-01-02" or "". What the page
// declares wins over what it shows, and publication over change.
func pageDate(doc *html.Node, ld linked, all []piece, title int, address string) string {
	declared := []string{ld.published}
	declared = append(declared, metaValues(doc, publishedKeys)...)
	declared = append(declared, timeElements(doc)...)
	shown := shownDate(headPieces(all, title))
	for _, s := range declared {
		if day := dayOf(s); day != "" {
			return sameNight(s, day, shown)
		}
	}
	for _, a := range append([]string{address}, addresses(doc)...) {
		if m := addressDate.FindStringSubmatch(a); m != nil {
			if day := ymd(m[1], m[2], m[3]); day != "" {
				return day
			}
		}
	}
	if shown = firstFilled(shown, stampedDate(all), scriptDate(doc)); shown != "" {
		return shown
	}
	for _, s := range append([]string{ld.modified}, metaValues(doc, modifiedKeys)...) {
		if day := dayOf(s); day != "" {
			return day
		}
	}
	return ""
}

// addresses are where the page says that it stands. A date in one is a hint,
// whatever site it names: a page that was saved as a file has no other address.
func addresses(doc *html.Node) []string {
	var out []string
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Link && strings.EqualFold(attr(n, "rel"), "canonical") {
			out = append(out, attr(n, "href"))
		}
	}
	return append(out, metaValues(doc, []string{"og:url"})...)
}

// publishedKeys and modifiedKeys are names, properties and itemprops of meta elements.
var (
	publishedKeys = []string{"article:published_time", "og:article:published_time", "og:published_time", "datepublished",
		"article:published", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
		"cxenseparse:recs:publishtime", "cxenseparse:publishtime", "parsely-pub-date", "sailthru.date", "article.published",
		"publication_date", "publish-date", "publishdate", "publication-date", "date.publication", "pubdate", "pdate", "date", "datecreated"}
	modifiedKeys = []string{"article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "dcterms.modified", "last-modified"}
)

// metaValues are the contents of meta elements (and of others with an
// itemprop), in the order of keys, not of the page.
func metaValues(doc *html.Node, keys []string) []string {
	found := make([][]string, len(keys))
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		name := attr(n, "itemprop")
		if n.DataAtom == atom.Meta {
			name = firstFilled(attr(n, "property"), attr(n, "name"), name, attr(n, "http-equiv"))
		}
		if name == "" {
			continue
		}
		for i, key := range keys {
			if strings.EqualFold(name, key) {
				if v := firstFilled(attr(n, "content"), attr(n, "datetime")); v != "" {
					found[i] = append(found[i], v)
				}
			}
		}
	}
	var out []string
	for _, f := range found {
		out = append(out, f...)
	}
	return out
}

// timeElements are the moments of the page's own <time> elements, those that
// are marked as publication first. Teasers and menus are passed over.
func timeElements(doc *html.Node) []string {
	var marked, plain []string
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Time || attr(n, "datetime") == "" || beside(n) {
			continue
		}
		mark := strings.ToLower(attr(n, "class") + " " + attr(n, "itemprop"))
		_, pub := attribute(n, "pubdate")
		switch {
		case pub || strings.Contains(mark, "publi"):
			marked = append(marked, attr(n, "datetime"))
		case strings.Contains(mark, "modif") || strings.Contains(mark, "updat"):
		default:
			plain = append(plain, attr(n, "datetime"))
		}
	}
	return append(marked, plain...)
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// beside reports whether a node stands in a menu, a footer, an aside or a link.
func beside(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Nav, atom.Footer, atom.Aside, atom.A, atom.Li:
			return true
		}
	}
	return false
}

// shownDate is the first full date in the short lines around the title; a line
// that says that it is the publication's wins.
func shownDate(head []piece) string {
	first := ""
	for _, p := range head {
		if len(p.text) > 200 || p.level == 1 || p.allLink() && len(p.text) > 60 {
			continue
		}
		day := dayOf(p.text)
		if day == "" {
			continue
		}
		lower := strings.ToLower(p.text)
		for _, word := range []string{"publi", "mis en ligne"} {
			if at := strings.LastIndex(lower, word); at >= 0 {
				return firstFilled(dayOf(lower[at:]), day)
			}
		}
		if first == "" && len(p.text) < 90 {
			first = day
		}
	}
	return first
}

var dateClass = regexp.MustCompile(`(?i)date|publi|horodat|timestamp`)

// stampedDate is the first date in a short line whose element is named for dates.
func stampedDate(all []piece) string {
	for _, p := range all {
		if len(p.text) > 120 || p.aside || p.list || p.allLink() {
			continue
		}
		for n, up := p.node, 0; n != nil && up < 2; n, up = n.Parent, up+1 {
			if dateClass.MatchString(attr(n, "class")) {
				if day := dayOf(p.text); day != "" {
					return day
				}
			}
		}
	}
	return ""
}

var scriptKey = regexp.MustCompile(`(?i)"(?:datePublished|date_?published|published_?at|publication_?date|first_?published(?:_?at|_?date)?|date_?publication)\\?"\s*:\s*\\?"([^"\\]{8,30})`)

// scriptDate is the first day of publication in the data that a page's scripts carry.
func scriptDate(doc *html.Node) string {
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Script || n.FirstChild == nil {
			continue
		}
		if m := scriptKey.FindStringSubmatch(n.FirstChild.Data); m != nil {
			if day := dayOf(m[1]); day != "" {
				return day
			}
		}
	}
	return ""
}

// dayOf reads the first date in s: ISO, French words, or day.month.year.
func dayOf(s string) string {
	s = strings.TrimSpace(s)
	if m := compactDate.FindStringSubmatch(s); m != nil {
		return ymd(m[1], m[2], m[3])
	}
	for _, form := range []*regexp.Regexp{isoDate, slashDate} {
		if m := form.FindStringSubmatch(s); m != nil {
			if day := ymd(m[1], m[2], m[3]); day != "" {
				return day
			}
		}
	}
	if m := frenchDate.FindStringSubmatch(s); m != nil {
		return ymd(m[3], strconv.Itoa(monthNumber[strings.ToLower(m[2])]), m[1])
	}
	if m := figureDate.FindStringSubmatch(s); m != nil {
		return ymd(m[3], m[2], m[1])
	}
	for _, layout := range []string{time.RFC1123Z, time.RFC1123, "Mon Jan 2 15:04:05 MST 2006", "January 2, 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	if len(s) == 10 || len(s) == 13 {
		if n, err := strconv.ParseInt(s[:10], 10, 64); err == nil && n > 8e8 {
			return time.Unix(n, 0).UTC().Format(time.DateOnly)
		}
	}
	return ""
}

// ymd joins a year, a month and a day that exist and are no machine's zero.
func ymd(y, m, d string) string {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	day, _ := strconv.Atoi(d)
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || int(t.Month()) != month || year == 1970 && month == 1 && day == 1 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// sameNight takes the shown day where a declared moment in universal time lies
// one day off it: what was published at night has the reader's date.
func sameNight(moment, day, shown string) string {
	moment = strings.TrimSpace(moment)
	if shown == "" || !strings.Contains(moment, ":") ||
		!strings.HasSuffix(moment, "Z") && !strings.HasSuffix(moment, "+00:00") && !strings.HasSuffix(moment, "+0000") {
		return day
	}
	a, _ := time.Parse(time.DateOnly, day)
	b, _ := time.Parse(time.DateOnly, shown)
	if gap := b.Sub(a); gap == 24*time.Hour || gap == -24*time.Hour {
		return shown
	}
	return day
}

func firstFilled(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}
