package ingest

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/knowledge"
)

// MaxPageBytes bounds a page as it was served, in bytes.
const MaxPageBytes = 10 << 20

// maxElements bounds the elements of a page that extraction may score; its
// time grows faster than their number.
const maxElements = 30_000

// maxBody bounds a JSON-LD articleBody that is looked at, in bytes.
const maxBody = 200_000

// HTML builds an article from a page. source is its address or a file's base
// name, contentType the HTTP header ("" where there was none). The text is the
// title, the lead and the body with its headings and captions; what belongs to
// the site is left out. The errors wrap [ErrEmpty], [ErrTooLarge] and
// [ErrNoArticle].
func HTML(data []byte, source, contentType string) (Result, error) {
	if len(data) > MaxPageBytes {
		return Result{}, fmt.Errorf("%w: the page has %d bytes, the bound is %d", ErrTooLarge, len(data), MaxPageBytes)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return Result{}, ErrEmpty
	}
	text, charset := decodePage(data, contentType)
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return Result{}, fmt.Errorf("%w: its elements are nested too deeply", ErrNoArticle)
	}
	p := readPage(doc, source)
	a := build(p.title, p.date, p.source, p.blocks)
	if n := proseSentences(a); n < MinSentences {
		return Result{}, fmt.Errorf("%w: it gave only %s", ErrNoArticle, count(n, "sentence"))
	}
	if len(a.Text) > MaxBytes {
		return Result{}, fmt.Errorf("%w: it has %d bytes, the bound is %d", ErrTooLarge, len(a.Text), MaxBytes)
	}
	if a.Agency == "" {
		a.Agency = p.agency
	}
	r := Result{Article: a}
	if charset != "utf-8" {
		r.Notes = append(r.Notes, fmt.Sprintf("The page was in %s and was converted.", charset))
	}
	if p.paywalled {
		r.Notes = append(r.Notes, "The page keeps a part of the article for subscribers; only what it shows was read.")
	}
	return r, nil
}

// proseSentences counts the sentences of an article's running text, 0 of none.
func proseSentences(a *knowledge.Article) int {
	if a == nil {
		return 0
	}
	n := 0
	for _, s := range a.Sentences {
		if s.Kind == knowledge.KindProse {
			n++
		}
	}
	return n
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// page is what a document holds of an article.
type page struct {
	title, date, source, agency string
	blocks                      []block
	paywalled                   bool
}

// readPage finds an article in a parsed page. It leaves doc as it is.
func readPage(doc *html.Node, source string) page {
	ld := linkedData(doc)
	all := pieces(doc)
	title, where := pageTitle(doc, ld, all, source)
	kept := extract(doc, source)
	if front(doc, ld, kept) {
		kept = nil
	}
	kept = completePieces(kept, all, where, descriptions(doc, ld))
	kept = declaredBody(doc, ld, kept, all)
	kept, paywalled := cleanPieces(kept, title)
	p := page{
		title:     title,
		date:      pageDate(doc, ld, all, where, firstFilled(canonical(doc, source), source)),
		source:    firstFilled(canonical(doc, source), source),
		agency:    pageAgency(doc, ld, all, kept, where),
		paywalled: paywalled || ld.paywalled && proseBytes(kept) < 1500,
	}
	for i, k := range kept {
		p.blocks = append(p.blocks, block{kind: k.kind, text: k.text, paragraph: i + 1})
	}
	return p
}

// extract is the page's readable part as go-readability finds it, in pieces;
// nil where it finds none.
func extract(doc *html.Node, source string) (out []piece) {
	defer func() {
		if recover() != nil {
			out = container(doc)
		}
	}()
	address, err := url.Parse(source)
	if err != nil || address.Host == "" {
		address = nil
	}
	parser := readability.NewParser()
	parser.KeepClasses = true
	parser.MaxElemsToParse = maxElements
	article, err := parser.ParseDocument(doc, address)
	if err != nil {
		return container(doc)
	}
	if article.Node == nil {
		return nil
	}
	return pieces(article.Node)
}

// container is what stands in place of extraction on a page that is too large
// for it: the article or main element with the most prose, whole.
func container(doc *html.Node) (most []piece) {
	tried := 0
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Article && n.DataAtom != atom.Main {
			continue
		}
		if inside := pieces(n); proseBytes(inside) > proseBytes(most) {
			most = inside
		}
		if tried++; tried >= 20 {
			break
		}
	}
	return most
}

// front reports whether the page is a list of articles and says nothing else of itself.
func front(doc *html.Node, ld linked, kept []piece) bool {
	if ld.found || len(metaValues(doc, publishedKeys[:3])) > 0 {
		return false
	}
	for _, t := range metaValues(doc, []string{"og:type"}) {
		if strings.EqualFold(t, "article") {
			return false
		}
	}
	return isFront(kept)
}

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

// descriptions are what the page says that it is about.
func descriptions(doc *html.Node, ld linked) []string {
	out := metaValues(doc, []string{"og:description", "description", "twitter:description"})
	for i := range out {
		out[i] = cleanText(stripTags(unescape(out[i])))
	}
	return append(out, cleanText(stripTags(ld.description)))
}

// headPieces are the lines around the title, where date and byline stand.
func headPieces(all []piece, title int) []piece {
	if title < 0 {
		return all[:min(len(all), 40)]
	}
	lines := append([]piece{}, all[title:min(len(all), title+16)]...)
	return append(lines, all[max(0, title-6):title]...)
}

// canonical is the page's own address where it is on the site that the page
// came from; "" otherwise, and for files.
func canonical(doc *html.Node, source string) string {
	from, err := url.Parse(source)
	if err != nil || from.Scheme != "http" && from.Scheme != "https" {
		return ""
	}
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Link || !strings.EqualFold(attr(n, "rel"), "canonical") {
			continue
		}
		to, err := from.Parse(strings.TrimSpace(attr(n, "href")))
		if err != nil || to.Scheme != "http" && to.Scheme != "https" || to.User != nil || len(to.Path) < 2 ||
			site(to.Hostname()) != site(from.Hostname()) {
			return ""
		}
		to.Fragment = ""
		return to.String()
	}
	return ""
}

// site is the last two labels of a host name.
func site(host string) string {
	labels := strings.Split(strings.ToLower(host), ".")
	return strings.Join(labels[max(0, len(labels)-2):], ".")
}

var agencyName = regexp.MustCompile(`\b(Keystone-ATS|KEYSTONE-ATS|ATS|AFP|Reuters|REUTERS|Belga|BELGA|ANSA|Ansa|DPA|AP|La Presse canadienne|Associated Press|Agence France-Presse)\b`)

// agencyEnd is an agency in parentheses behind the last sentence.
var agencyEnd = regexp.MustCompile(`(?i)\((keystone[ -]ats|ats|afp|reuters|belga|ansa|dpa|ap)(?:[\s/,][^)]{0,20})?\)\.?$`)

var agencyShort = map[string]string{"KEYSTONE-ATS": "Keystone-ATS", "REUTERS": "Reuters", "BELGA": "Belga", "Ansa": "ANSA", "Agence France-Presse": "AFP", "Associated Press": "AP"}

// pageAgency is the news agency that the page names as the author, in its data
// or in a short line beside the title or at the end.
func pageAgency(doc *html.Node, ld linked, all, kept []piece, title int) string {
	named := append([]string{}, ld.authors...)
	named = append(named, metaValues(doc, []string{"author", "article:author", "dc.creator", "source", "news_source"})...)
	for _, p := range append(headPieces(all, title), kept[max(0, len(kept)-2):]...) {
		if utf8.RuneCountInString(p.text) <= 60 && p.level == 0 && p.kind != knowledge.KindCaption {
			named = append(named, p.text)
			if m := agencyLine.FindStringSubmatch(p.text); m != nil {
				named = append(named, strings.ToUpper(m[3]))
			}
		}
	}
	if last := len(kept) - 1; last >= 0 {
		if m := agencyEnd.FindStringSubmatch(kept[last].text); m != nil {
			named = append(named, strings.ToUpper(m[1]))
		}
	}
	named = append(named, ld.publisher)
	for _, s := range named {
		if m := agencyName.FindString(s); m != "" {
			return firstFilled(agencyShort[m], m)
		}
	}
	return ""
}
