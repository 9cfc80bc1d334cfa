package discord

import (
	"net/url"
	"strings"

	"verbatim/knowledge"
)

const (
	maxLink     = 480 // bytes of an address that is shown
	maxFragment = 6   // words at either end of a text fragment
)

// fragment is the publisher's page at the sentence
// (https://wicg.github.io/scroll-to-text-fragment/), "" where the article came
// from no page.
func fragment(c knowledge.Citation) string {
	page := pageOf(c.Article)
	if page == "" {
		return ""
	}
	words := strings.FieldsFunc(c.Text(), blank)
	text := encodeFragment(strings.Join(words, " "))
	if len(words) > 2*maxFragment {
		text = encodeFragment(strings.Join(words[:maxFragment], " ")) + "," + encodeFragment(strings.Join(words[len(words)-maxFragment:], " "))
	}
	if link := page + "#:~:text=" + text; len(link) <= maxLink {
		return link
	}
	return page
}

// encodeFragment escapes what has a meaning in a text fragment or in a
// Markdown link.
func encodeFragment(s string) string {
	return strings.NewReplacer("+", "%20", "-", "%2D").Replace(url.QueryEscape(s))
}

// pageOf is the address of an article's page, without its fragment, "" where it
// has none that can be shown.
func pageOf(a *knowledge.Article) string {
	u, err := url.Parse(a.Source)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return ""
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	page := strings.NewReplacer("<", "%3C", ">", "%3E", "(", "%28", ")", "%29", " ", "%20").Replace(u.String())
	if len(page) > maxLink {
		return ""
	}
	return page
}
