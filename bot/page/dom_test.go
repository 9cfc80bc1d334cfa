package page_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parse reads a page as a browser does.
func parse(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// elements are all that fit, in the order of the page.
func elements(root *html.Node, fits func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && fits(n) {
			out = append(out, n)
		}
	}
	return out
}

func tagged(tags ...atom.Atom) func(*html.Node) bool {
	return func(n *html.Node) bool {
		for _, tag := range tags {
			if n.DataAtom == tag {
				return true
			}
		}
		return false
	}
}

func classed(class string) func(*html.Node) bool {
	return func(n *html.Node) bool {
		for _, c := range strings.Fields(attr(n, "class")) {
			if c == class {
				return true
			}
		}
		return false
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// spoken is the language of an element: its own, or the nearest above it.
func spoken(n *html.Node) string {
	for ; n != nil; n = n.Parent {
		if l := attr(n, "lang"); l != "" {
			return l
		}
	}
	return ""
}

func byID(root *html.Node, id string) []*html.Node {
	return elements(root, func(n *html.Node) bool { return attr(n, "id") == id })
}
