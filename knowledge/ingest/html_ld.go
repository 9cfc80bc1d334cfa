package ingest

import (
	"encoding/json"
	"html"
	"regexp"
	"slices"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linked is what a page's JSON-LD says about its article (schema.org).
type linked struct {
	found       bool
	headline    string
	description string
	published   string
	modified    string
	body        string
	authors     []string
	publisher   string
	paywalled   bool
}

// linkedData reads the page's JSON-LD blocks. Where several nodes are articles,
// a news article wins over others, an earlier one over a later.
func linkedData(doc *xhtml.Node) linked {
	var best map[string]any
	bestRank := 0
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Script || !strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") || n.FirstChild == nil {
			continue
		}
		var value any
		if err := json.Unmarshal(mendJSON(n.FirstChild.Data), &value); err != nil {
			value = brokenJSON(n.FirstChild.Data)
		}
		eachNode(value, 0, func(node map[string]any) {
			if rank := articleRank(node); rank > bestRank {
				best, bestRank = node, rank
			}
		})
	}
	if best == nil {
		return linked{}
	}
	l := linked{
		found:       bestRank > 1,
		headline:    ldText(best["headline"]),
		description: ldText(best["description"]),
		published:   ldText(best["datePublished"]),
		modified:    ldText(best["dateModified"]),
		body:        ldBody(best),
		authors:     ldNames(best["author"]),
	}
	if l.headline == "" {
		l.headline = ldText(best["name"])
	}
	if l.published == "" {
		l.published = ldText(best["dateCreated"])
	}
	if p := ldNames(best["publisher"]); len(p) > 0 {
		l.publisher = p[0]
	}
	switch free := best["isAccessibleForFree"].(type) {
	case bool:
		l.paywalled = !free
	case string:
		l.paywalled = strings.EqualFold(free, "false")
	}
	return l
}

// mendJSON takes off comment and CDATA marks, and makes spaces of the raw
// control characters that many sites leave in strings.
func mendJSON(s string) []byte {
	s = strings.TrimSpace(s)
	for _, mark := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		s = strings.TrimSpace(strings.TrimPrefix(s, mark))
	}
	for _, mark := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, mark))
	}
	return []byte(strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s))
}

var stringProperty = regexp.MustCompile(`"(@type|headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.)+)"`)

// brokenJSON reads the first value of each property that matters from a block
// that is no JSON.
func brokenJSON(s string) map[string]any {
	node := map[string]any{}
	for _, m := range stringProperty.FindAllStringSubmatch(s, 50) {
		if m[1] == "@type" && articleRank(map[string]any{"@type": m[2]}) == 0 {
			continue
		}
		if _, ok := node[m[1]]; ok || len(m[2]) > maxSaid {
			continue
		}
		var value string
		if json.Unmarshal([]byte(`"`+m[2]+`"`), &value) == nil {
			node[m[1]] = value
		}
	}
	return node
}

// aboutOthers are the properties that lead away from the page's own article.
var aboutOthers = []string{"itemListElement", "hasPart", "mentions", "isPartOf", "about", "citation", "liveBlogUpdate", "relatedLink", "comment", "associatedMedia", "video", "image"}

// eachNode visits every object of a JSON-LD value.
func eachNode(value any, depth int, visit func(map[string]any)) {
	if depth > 12 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			eachNode(item, depth+1, visit)
		}
	case map[string]any:
		visit(v)
		for _, key := range sortedKeys(v) {
			if !slices.Contains(aboutOthers, key) {
				eachNode(v[key], depth+1, visit)
			}
		}
	}
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// articleRank is 3 for news, 2 for other articles, 1 for a dated page or a dated
// work with a headline (a broadcaster's RadioEpisode), 0 for anything else.
func articleRank(node map[string]any) int {
	rank := 0
	for _, t := range ldList(node["@type"]) {
		name, _ := t.(string)
		name = name[strings.LastIndexAny(name, "/:")+1:]
		switch {
		case strings.HasSuffix(name, "NewsArticle"), name == "LiveBlogPosting", name == "Report":
			rank = max(rank, 3)
		case strings.HasSuffix(name, "Article"), strings.HasSuffix(name, "Posting"):
			rank = max(rank, 2)
		case (name == "WebPage" || ldText(node["headline"]) != "") && ldText(node["datePublished"]) != "":
			rank = max(rank, 1)
		}
	}
	return rank
}

func ldList(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// ldText is a string property; of several the first, of an object its @value or name.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(html.UnescapeString(html.UnescapeString(v)))
	case []any:
		if len(v) > 0 {
			if _, nested := v[0].([]any); !nested {
				return ldText(v[0])
			}
		}
	case map[string]any:
		if s, ok := v["@value"].(string); ok {
			return ldText(s)
		}
		if s, ok := v["name"].(string); ok {
			return ldText(s)
		}
	}
	return ""
}

func ldNames(v any) []string {
	var out []string
	for _, item := range ldList(v) {
		if s := ldText(item); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// ldBody is the article's text; of a live blog, its updates' texts.
func ldBody(node map[string]any) string {
	if s, ok := node["articleBody"].(string); ok && strings.TrimSpace(s) != "" {
		return s
	}
	var parts []string
	for _, item := range ldList(node["liveBlogUpdate"]) {
		if update, ok := item.(map[string]any); ok {
			if s, ok := update["articleBody"].(string); ok {
				parts = append(parts, s)
			}
		}
	}
	return strings.Join(parts, "\n\n")
}
