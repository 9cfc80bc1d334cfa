package ingest

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode"

	"verbatim/knowledge"
)

// Text builds an article from a plain text. source is a file's base name or "".
// Article.Text is the text without its metadata, in NFC, its paragraphs parted
// by one blank line; inside a paragraph the author's bytes stand as they were,
// line breaks of hard-wrapped text included. The errors wrap [ErrEmpty],
// [ErrBinary] and [ErrTooLarge].
func Text(data []byte, source string) (Result, error) {
	if len(data) > 4*MaxBytes {
		return Result{}, tooLarge(len(data))
	}
	text, note, err := decodeText(data)
	if err != nil {
		return Result{}, err
	}
	text = clean(text)
	if len(text) > MaxBytes {
		return Result{}, tooLarge(len(text))
	}
	if !strings.ContainsFunc(text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
		return Result{}, ErrEmpty
	}
	head, rest := readMetadata(text)
	blocks := layOut(rest, &head)
	if head.address != "" {
		source = head.address
	}
	a := build(head.title, head.date, source, blocks)
	if a == nil {
		return Result{}, ErrEmpty
	}
	a.Agency = head.agency
	r := Result{Article: a}
	if note != (Note{}) {
		r.Notes = append(r.Notes, note)
	}
	r.Notes = append(r.Notes, languageNotes(a)...)
	return r, nil
}

// Bytes builds an article from bytes of either kind: HTML where contentType,
// the source's extension or the bytes themselves say so, else text.
func Bytes(data []byte, source, contentType string) (Result, error) {
	if isHTML(data, source, contentType) {
		return HTML(data, source, contentType)
	}
	return Text(data, source)
}

func isHTML(data []byte, source, contentType string) bool {
	kind := strings.ToLower(contentType)
	if strings.Contains(kind, "html") {
		return true
	}
	name, _, _ := strings.Cut(source, "?")
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	// A page saved as text is still a page: its first bytes decide, whatever it is called.
	start := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 1024)], "\xEF\xBB\xBF \t\r\n"))
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<!--"} {
		if bytes.HasPrefix(start, []byte(mark)) {
			return true
		}
	}
	return bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte("<html"))
}

func tooLarge(n int) error {
	return fmt.Errorf("%w: it has %d bytes, the bound is %d", ErrTooLarge, n, MaxBytes)
}

// languageNotes warns of an article that is not French.
func languageNotes(a *knowledge.Article) []Note {
	if a.Language == "fr" {
		return nil
	}
	name, known := languageNames[a.Language]
	if !known {
		return []Note{{
			French:  "La langue du texte n'a pas été reconnue ; les questions sont faites pour des articles en français.",
			English: "The text's language was not recognised; questions work best on French articles.",
		}}
	}
	return []Note{{
		French:  fmt.Sprintf("Le texte est en %s ; les questions sont faites pour des articles en français.", name.French),
		English: fmt.Sprintf("The text is in %s; questions work best on French articles.", name.English),
	}}
}

var languageNames = map[string]Note{
	"en": {"anglais", "English"}, "de": {"allemand", "German"}, "it": {"italien", "Italian"},
	"es": {"espagnol", "Spanish"}, "pt": {"portugais", "Portuguese"}, "nl": {"néerlandais", "Dutch"},
}
