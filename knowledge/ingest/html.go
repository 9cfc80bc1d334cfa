package ingest

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

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

// maxWeight bounds the sum of each text's bytes times its depth: extraction
// reads a text once for every element around it.
const maxWeight = 200_000_000

// maxBody bounds a JSON-LD articleBody that is looked at, in bytes.
const maxBody = 200_000

// HTML builds an article from a page. source is its address or a file's base
// name, contentType the HTTP header ("" where there was none). The text is the
// title, the lead and the body with its headings and captions; what belongs to
// the site is left out, and so is the caption of a picture above the body. The errors wrap [ErrEmpty], [ErrTooLarge] and
// [ErrNoArticle] (a [*FewError] where too little was read).
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
		return Result{}, &FewError{Sentences: n}
	}
	if len(a.Text) > MaxBytes {
		return Result{}, fmt.Errorf("%w: it has %d bytes, the bound is %d", ErrTooLarge, len(a.Text), MaxBytes)
	}
	if a.Agency == "" {
		a.Agency = p.agency
	}
	r := Result{Article: a, Notes: languageNotes(a)}
	if charset != "utf-8" {
		r.Notes = append(r.Notes, Note{
			French:  fmt.Sprintf("La page était en %s et a été convertie.", charset),
			English: fmt.Sprintf("The page was in %s and was converted.", charset),
		})
	}
	if p.paywalled {
		r.Notes = append(r.Notes, Note{
			French:  "La page réserve une partie de l'article aux abonnés ; seul ce qu'elle montre a été lu.",
			English: "The page keeps a part of the article for subscribers; only what it shows was read.",
		})
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

// FewError says that a page gave fewer sentences than an article has. It wraps
// [ErrNoArticle].
type FewError struct{ Sentences int }

func (e *FewError) Error() string {
	if e.Sentences == 1 {
		return ErrNoArticle.Error() + ": it gave only 1 sentence"
	}
	return fmt.Sprintf("%v: it gave only %d sentences", ErrNoArticle, e.Sentences)
}

func (e *FewError) Unwrap() error { return ErrNoArticle }

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
	kept, all := ownArticle(extract(doc, source), all, where)
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
	signed := metadata{agency: p.agency}
	for i, k := range kept {
		b := block{kind: k.kind, text: k.text, paragraph: i + 1}
		if k.kind == knowledge.KindProse && i == len(kept)-1 {
			p.blocks = append(p.blocks, closingAgency(b, &signed)...)
			continue
		}
		if k.kind == knowledge.KindProse && i < 2 {
			signed.readDateline(k.text)
		}
		p.blocks = append(p.blocks, b)
	}
	p.agency = firstFilled(agencyShort[signed.agency], signed.agency)
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
	if weight(doc, 0) > maxWeight {
		return container(doc)
	}
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

func weight(n *html.Node, depth int) int {
	sum := 0
	if n.Type == html.TextNode {
		sum = len(n.Data) * depth
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += weight(c, depth+1)
	}
	return sum
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
