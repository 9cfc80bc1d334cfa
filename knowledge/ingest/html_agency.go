package ingest

import (
	"regexp"
	"unicode/utf8"

	"golang.org/x/net/html"

	"verbatim/knowledge"
)

// agencyName is an agency in a line that may say other things too.
var agencyName = regexp.MustCompile(`\b(Keystone-ATS|KEYSTONE-ATS|ATS|AFP|Reuters|REUTERS|Belga|BELGA|ANSA|DPA|AP|La Presse canadienne|La Presse Canadienne|Associated Press|Agence France-Presse)\b`)

var agencyShort = map[string]string{"KEYSTONE-ATS": "Keystone-ATS", "REUTERS": "Reuters", "BELGA": "Belga",
	"La Presse Canadienne": "La Presse canadienne", "Agence France-Presse": "AFP", "Associated Press": "AP"}

// pageAgency is the news agency that the page names as the author, in its data
// or in a short line beside the title or at the end.
func pageAgency(doc *html.Node, ld linked, all, kept []piece, title int) string {
	var found []string
	for _, s := range append(append([]string{}, ld.authors...), metaValues(doc, []string{"author", "article:author", "dc.creator", "source", "news_source"})...) {
		found = append(found, agencyIn(s))
	}
	for _, p := range append(headPieces(all, title), kept[max(0, len(kept)-2):]...) {
		if utf8.RuneCountInString(p.text) > 60 || p.level > 0 || p.kind == knowledge.KindCaption {
			continue
		}
		found = append(found, agencyName.FindString(p.text))
		if isByline(p.text) {
			found = append(found, agencyIn(p.text))
		}
	}
	for _, s := range append(found, agencyName.FindString(ld.publisher)) {
		if s != "" {
			return firstFilled(agencyShort[s], s)
		}
	}
	return ""
}
