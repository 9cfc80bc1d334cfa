package ingest

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decodePage turns a page's bytes into UTF-8 and names the encoding that they
// were in. A byte-order mark wins over the header, the header over a meta
// element; bytes that are UTF-8 beyond doubt win over another
// declaration, which servers often add to pages that they never saw.
func decodePage(data []byte, contentType string) (text []byte, name string) {
	enc, name := declaredEncoding(data, contentType)
	if enc == nil {
		enc, name = charmap.Windows1252, "windows-1252"
		if utf8.Valid(data) {
			return data, "utf-8"
		}
	}
	if name == "utf-8" {
		data = bytes.TrimPrefix(data, []byte("\uFEFF"))
		if utf8.Valid(data) || hasMultibyte(data) {
			return bytes.ToValidUTF8(data, []byte("\uFFFD")), name
		}
		enc, name = charmap.Windows1252, "windows-1252"
	}
	if !strings.HasPrefix(name, "utf-16") && name != "iso-2022-jp" && utf8.Valid(data) {
		return data, "utf-8"
	}
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return bytes.ToValidUTF8(data, []byte("\uFFFD")), "utf-8"
	}
	return text, name
}

// declaredEncoding is what a byte-order mark, the header or a meta element
// says, nil where none of them says anything that is known.
func declaredEncoding(data []byte, contentType string) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return unicode.UTF8, "utf-8"
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16be"
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16le"
	}
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		if enc, name := charset.Lookup(params["charset"]); enc != nil {
			return enc, name
		}
	}
	return metaEncoding(data)
}

// metaEncoding reads the first charset that the page's opening names. Browsers
// look at 1,024 bytes; pages with long comments above it need some more.
func metaEncoding(data []byte) (encoding.Encoding, string) {
	head := bytes.ToLower(data[:min(len(data), 8<<10)])
	for {
		i := bytes.Index(head, []byte("charset="))
		if i < 0 {
			return nil, ""
		}
		open := bytes.LastIndexByte(head[:i], '<')
		head, i = head[i+len("charset="):], open
		if i < 0 {
			continue
		}
		label := strings.TrimLeft(string(head[:min(len(head), 40)]), "\"' ")
		if end := strings.IndexAny(label, "\"' />;"); end >= 0 {
			label = label[:end]
		}
		if enc, name := charset.Lookup(label); enc != nil && !strings.HasPrefix(name, "utf-16") {
			return enc, name
		}
	}
}

// hasMultibyte reports whether data holds at least as many well-formed
// multibyte characters as broken bytes.
func hasMultibyte(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good >= bad
}
