package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/knowledge"
)

const (
	// closingBytes is where, from the end of a text, a closing agency is looked for.
	closingBytes = 80
	// agencyNames are the agencies that write; photo agencies stand in creditNames.
	agencyNames = `keystone[ -]?(?:ats|sda)|agence france[ -]presse|associated press|la presse canadienne|ats|afp|reuters|ap|dpa|ansa|efe|belga|awp|sda|apa|xinhua|tass|bloomberg|afpt|anp|lusa`
	// othersInByline stand beside an agency in its line.
	othersInByline = `agences?|la rédaction|rédaction|réd\.?|red\.?|rtsinfo|\p{Ll}{2,4}`
	creditNames    = `KEYSTONE(?:[-/ ](?:SDA|ATS))?|Keystone(?:[-/ ](?:SDA|ATS))?|AFP|AP|ATS|SDA|EPA|REUTERS|Reuters|Getty(?: Images)?|GETTY(?: IMAGES)?|IMAGO|Imago|BELGA|Belga|DPA|dpa|SIPA|Sipa|ANSA|TASS|MAXPPP|MaxPPP|Shutterstock|SHUTTERSTOCK|Archives?|archives`
)

var (
	agencyWord  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(` + agencyNames + `)(?:$|[^\p{L}])`)
	agencyAlone = regexp.MustCompile(`(?i)^[\s(\[*_«–—-]*(?:avec |par |source[\s\x{00A0}]*:[\s\x{00A0}]*)?(?:l['’])?(?:` + agencyNames + `)(?:[\s\x{00A0}]*(?:[/,+&–—-]|et|avec)[\s\x{00A0}]*(?:les )?(?:` + agencyNames + `|` + othersInByline + `))*[\s)\]*_»]*$`)
	agencyPlace = regexp.MustCompile(`(?i)^[\s(\[–—-]*(?:` + agencyNames + `)(?:/(?:` + agencyNames + `))*[)\]]?[\s\x{00A0}]*[-–—,|•·/][\s\x{00A0}]*([^.!?;]{2,60})$`)
	placeAgency = regexp.MustCompile(`^\p{Lu}[\p{L} '’-]{1,40}(?:, | \(|[\s\x{00A0}]*[–—-][\s\x{00A0}]*)(?i:` + agencyNames + `)(?:/(?i:` + agencyNames + `))*\)?$`)
	authorLine  = regexp.MustCompile(`^(?:[Pp]ar|PAR|By|Propos recueillis par|Textes?(?: et photos?)?[\s\x{00A0}]*:?|De (?:notre|nos) (?:correspondante?s?|envoyée?s? spéciale?(?:ux)?)[^.!?]{0,40}?,?) (?:(?:l['’]|la |le |les )?\p{Lu}[\p{L}\d'’.-]*|avec|et|de|du|la|van|von|der|agences?|à|en|,)(?:,? (?:\p{Lu}[\p{L}\d'’.-]*|avec|et|de|du|des|la|le|les|van|von|der|agences?|à|en|,|\(.{1,30}\)))*$`)
	stampStart  = regexp.MustCompile(`(?i)^(?:article )?(?:publiée?|mise? à jour|mise? en ligne|modifiée?|actualisée?|créée?|postée?|dernière mise à jour|temps de lecture|lecture)[\s\x{00A0}:]`)
	dateline    = regexp.MustCompile(`^[^.!?()]{2,60}\((?i:` + agencyNames + `)(?:/(?i:` + agencyNames + `))*\)`)
	agencyClose = regexp.MustCompile(`(?i)[.!?…»"”)][\s\x{00A0}]+(\((?:avec )?(?:` + agencyNames + `)(?:[/, -]+(?:` + agencyNames + `|` + othersInByline + `))*\)|(?-i:ATS|AFP|AP|REUTERS|Reuters)(?:/(?-i:ATS|AFP|AP|REUTERS|Reuters))*|/(?:ats|afp)(?:/(?:ats|afp|\p{Ll}{2,4}))*)$`)

	creditEnd    = regexp.MustCompile(`(?:[.!?…)»\]][\s\x{00A0}]+|^)[(\[]?(?:©|\x{00A9})?[\s\x{00A0}]*(?:` + creditNames + `)(?:[\s\x{00A0}]*[/-][\s\x{00A0}]*[\p{L}\p{N} .'’-]{1,50})*[)\]]?\.?$`)
	creditMarked = regexp.MustCompile(`(?:©|(?i:(?:photo|image|crédits?|infographie)s?[\s\x{00A0}]*:)|\((?:[Pp]hotos?|[Ii]mage|[Cc]rédit|[Ii]llustration))[^.!?\n]{1,80}\.?$`)
	archiveEnd   = regexp.MustCompile(`(?i)\((?:photo |image )?(?:d['’])?(?:archives?|illustration)\)\.?$`)
	captionStart = regexp.MustCompile(`(?i)^(?:photos?|légende|image|illustration|infographie|crédits?)(?: d['’]illustration)?[\s\x{00A0}\x{202F}]*[:©|]|^©`)
	creditOnly   = regexp.MustCompile(`^[(\[]?(?:©|(?:[Pp]hotos?|[Cc]rédits?|[Ii]mage)[\s\x{00A0}]*:)?[\s\x{00A0}]*(?:` + creditNames + `)(?:[\s\x{00A0}]*[/-][\s\x{00A0}]*[\p{L}\p{N} .'’-]{1,50})*[)\]]?\.?$|^(?:©|[(\[]?(?:[Pp]hotos?|[Cc]rédits?)[\s\x{00A0}]*:)[^.!?]{1,80}\.?$`)
)

// agencyIn is the agency that s names, as it is written, or in capitals where
// it is written without any; "" where it names none.
func agencyIn(s string) string {
	m := agencyWord.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	switch name := strings.TrimSpace(m[1]); {
	case strings.ToLower(name) != name:
		return name
	case utf8.RuneCountInString(name) > 14:
		return name
	default:
		return strings.ToUpper(name)
	}
}

// isBylineBlock tells whether a block says who wrote the article or when. The
// looser forms count only before the first paragraph (head) or after the last.
func isBylineBlock(p string, head, last bool) bool {
	if strings.ContainsRune(p, '\n') || utf8.RuneCountInString(p) > 120 {
		return false
	}
	p = strings.Trim(p, "*_ ") // Markdown's emphasis
	switch {
	case agencyAlone.MatchString(p), placeAgency.MatchString(p):
		return true
	case agencyPlace.MatchString(p):
		return len(strings.Fields(p)) <= 9
	case authorLine.MatchString(p):
		return head || last || len(strings.Fields(p)) <= 5
	}
	if !head && !last || strings.HasSuffix(p, ".") {
		return false
	}
	return last && strings.HasPrefix(p, "©") || stampStart.MatchString(p) && strings.ContainsAny(p, "0123456789") || dateLine.MatchString(p) || clockLine.MatchString(strings.ToLower(p))
}

// readByline takes the agency and the date from a byline.
func (m *metadata) readByline(p string) {
	if m.agency == "" {
		m.agency = agencyIn(p)
	}
	if m.date == "" {
		m.date = dateOf(p)
	}
}

// readDateline takes the agency from a first paragraph that begins with it:
// « PARIS (AFP) – … ».
func (m *metadata) readDateline(p string) {
	if m.agency == "" {
		m.agency = agencyIn(dateline.FindString(p))
	}
}

// closingAgency parts the agency that stands after the last sentence from it.
func closingAgency(b block, m *metadata) []block {
	tail := max(0, len(b.text)-closingBytes)
	at := agencyClose.FindStringSubmatchIndex(b.text[tail:])
	if at == nil {
		m.readDateline(b.text)
		return []block{b}
	}
	mark := block{kind: knowledge.KindByline, text: b.text[tail+at[2]:], paragraph: b.paragraph}
	if m.agency == "" {
		m.agency = agencyIn(mark.text)
	}
	b.text = strings.TrimRightFunc(b.text[:tail+at[2]], unicode.IsSpace)
	return []block{b, mark}
}

// isCaption tells whether a block is the caption of a picture: it begins like
// one or ends with a credit.
func isCaption(p string, last bool) bool {
	if utf8.RuneCountInString(p) > 600 {
		return false
	}
	if captionStart.MatchString(p) || archiveEnd.MatchString(p) || creditMarked.MatchString(p) {
		return true
	}
	return !last && creditEnd.MatchString(p)
}
