package ingest

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	slugBytes = 19 // with the hyphen and the hash an id has at most 24
	hashChars = 4  // 20 bits
)

// idAlphabet leaves out the letters that are taken for figures.
var idAlphabet = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// slight are words that neither begin nor end a readable id.
var slight = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`le la les l un une des du de d au aux a et ou en dans sur sous par pour avec sans ce
		cette ces son sa ses leur qui que qu se s ne est sont the of and to in on an for`) {
		set[w] = true
	}
	return set
}()

// articleID is the first words of the title and a hash of the text: the same
// for the same content, [a-z0-9-], at most 24 bytes.
func articleID(title, text string) string {
	sum := sha256.Sum256([]byte(text))
	hash := idAlphabet.EncodeToString(sum[:])[:hashChars]
	words := strings.FieldsFunc(fold(title), func(c rune) bool { return c < '0' || c > '9' && c < 'a' || c > 'z' })
	for len(words) > 1 && slight[words[0]] {
		words = words[1:]
	}
	slug, n := "", 0
	for n < len(words) && len(slug)+1+len(words[n]) <= slugBytes+1 {
		slug += "-" + words[n]
		n++
	}
	for n > 1 && slight[words[n-1]] {
		slug = strings.TrimSuffix(slug, "-"+words[n-1])
		n--
	}
	switch {
	case slug != "":
		slug = slug[1:]
	case len(words) > 0:
		slug = words[0][:min(len(words[0]), slugBytes)]
	default:
		slug = "article"
	}
	return slug + "-" + hash
}

// fold is s in lower case without accents and ligatures.
func fold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case c == 'œ':
			b.WriteString("oe")
		case c == 'æ':
			b.WriteString("ae")
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}
