package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"verbatim/knowledge"
	"verbatim/knowledge/language"
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
		return Result{}, fmt.Errorf("%w: give a file or a page that holds an article", ErrEmpty)
	}
	head, rest := readMetadata(text)
	blocks := layOut(rest, &head)
	if head.address != "" {
		source = head.address
	}
	a := build(head.title, head.date, source, blocks)
	if a == nil {
		return Result{}, fmt.Errorf("%w: give a file or a page that holds an article", ErrEmpty)
	}
	a.Agency = head.agency
	r := Result{Article: a}
	if note != "" {
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
	if strings.HasPrefix(kind, "text/plain") || strings.HasPrefix(kind, "text/markdown") {
		return false
	}
	name, _, _ := strings.Cut(source, "?")
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	case ".txt", ".md":
		return false
	}
	start := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 1024)], "\xEF\xBB\xBF \t\r\n"))
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<!--"} {
		if bytes.HasPrefix(start, []byte(mark)) {
			return true
		}
	}
	return bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte("<html"))
}

func tooLarge(n int) error {
	return fmt.Errorf("%w: it has %d bytes, the bound is %d; add it in parts", ErrTooLarge, n, MaxBytes)
}

// binaryMarks are what files that hold no plain text begin with.
var binaryMarks = []string{"%PDF-", "\x89PNG", "PK\x03\x04", "\xFF\xD8\xFF", "GIF8", "\x1F\x8B", "\x7FELF", "\xD0\xCF\x11\xE0", "{\\rtf", "RIFF", "OggS", "ID3"}

// decodeText turns bytes into UTF-8 and says in a note what they were where
// they were something else.
func decodeText(data []byte) (text, note string, err error) {
	for _, mark := range binaryMarks {
		if bytes.HasPrefix(data, []byte(mark)) {
			return "", "", fmt.Errorf("%w: save it as plain text or HTML first", ErrBinary)
		}
	}
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		out, err := utf.UTF16(utf.LittleEndian, utf.UseBOM).NewDecoder().Bytes(data)
		if err != nil || bytes.IndexByte(out, 0) >= 0 {
			return "", "", errors.Join(fmt.Errorf("%w: save it as plain text in UTF-8", ErrBinary), err)
		}
		return string(out), "The text was in UTF-16 and was converted.", nil
	}
	if bytes.IndexByte(data, 0) >= 0 || mostlyControls(data) {
		return "", "", fmt.Errorf("%w: save it as plain text or HTML first", ErrBinary)
	}
	if utf8.Valid(data) {
		return string(data), "", nil
	}
	if damagedUTF8(data) {
		return strings.ToValidUTF8(string(data), "\uFFFD"), "The text was damaged UTF-8; what could not be read stands as \uFFFD.", nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", fmt.Errorf("%w: save it as plain text in UTF-8", ErrBinary)
	}
	return string(out), "The text was in Windows-1252 and was converted.", nil
}

// mostlyControls tells whether more than a tenth of the bytes are control
// characters that no text has.
func mostlyControls(data []byte) bool {
	n := 0
	for _, b := range data {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' {
			n++
		}
	}
	return n*10 > len(data)
}

// damagedUTF8 tells whether more of the bytes above ASCII make UTF-8 sequences
// than do not.
func damagedUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		c, size := utf8.DecodeRune(data)
		switch {
		case c == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good > bad
}

// clean gives text in NFC, with \n for every kind of line end and without
// control characters and byte-order marks.
func clean(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	text = strings.Map(func(c rune) rune {
		switch c {
		case '\r', '\f', '\v', '\u0085', '\u2028', '\u2029':
			return '\n'
		case '\n', '\t':
			return c
		case '\uFEFF':
			return -1
		}
		if unicode.IsControl(c) {
			return -1
		}
		return c
	}, text)
	return norm.NFC.String(text)
}

// languageNotes sets the article's language and warns where it is not French.
func languageNotes(a *knowledge.Article) []string {
	if a.Language == "fr" {
		return nil
	}
	if a.Language == "" {
		return []string{"The text's language was not recognised; questions work best on French articles."}
	}
	name := languageNames[a.Language]
	if name == "" {
		name = a.Language
	}
	return []string{fmt.Sprintf("The text is in %s; questions work best on French articles.", name)}
}

var languageNames = map[string]string{"en": "English", "de": "German", "it": "Italian", "es": "Spanish", "pt": "Portuguese", "nl": "Dutch"}

// languageOf names the language of a text that is to be an article.
func languageOf(text string) string { return language.Detect(text) }
