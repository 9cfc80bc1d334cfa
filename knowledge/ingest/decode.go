package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// binaryMarks are what files that hold no plain text begin with.
var binaryMarks = []string{"%PDF-", "\x89PNG", "PK\x03\x04", "\xFF\xD8\xFF", "GIF8", "\x1F\x8B", "\x7FELF", "\xD0\xCF\x11\xE0", "{\\rtf", "RIFF", "OggS", "ID3"}

// decodeText turns bytes into UTF-8 and says in a note what they were where
// they were something else.
func decodeText(data []byte) (text string, note Note, err error) {
	for _, mark := range binaryMarks {
		if bytes.HasPrefix(data, []byte(mark)) {
			return "", Note{}, ErrBinary
		}
	}
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		out, err := utf.UTF16(utf.LittleEndian, utf.UseBOM).NewDecoder().Bytes(data)
		if err != nil || bytes.IndexByte(out, 0) >= 0 {
			return "", Note{}, ErrBinary
		}
		return string(out), converted("UTF-16"), nil
	}
	if bytes.IndexByte(data, 0) >= 0 || mostlyControls(data) {
		return "", Note{}, ErrBinary
	}
	if utf8.Valid(data) {
		return string(data), Note{}, nil
	}
	if damagedUTF8(data) {
		return strings.ToValidUTF8(string(data), "\uFFFD"), damaged, nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", Note{}, ErrBinary
	}
	return string(out), converted("Windows-1252"), nil
}

func converted(charset string) Note {
	return Note{
		French:  fmt.Sprintf("Le texte était en %s et a été converti.", charset),
		English: fmt.Sprintf("The text was in %s and was converted.", charset),
	}
}

var damaged = Note{
	French:  "Le texte était de l'UTF-8 abîmé ; ce qui n'a pas pu être lu est remplacé par \uFFFD.",
	English: "The text was damaged UTF-8; what could not be read stands as \uFFFD.",
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
