package discord

import (
	"strings"
	"unicode/utf16"
)

const maxMessages = 3 // of one answer; what is longer goes into a file

// size is the length of a content as Discord may count it at most: UTF-16 units.
func size(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// paged packs blocks into as few messages as hold them, no block cut where it
// fits into one. What would take more than three goes into a file, and its
// beginning and its last block into one message.
func paged(blocks []string, name, language string) []message {
	pages := pack(blocks, maxContent)
	if len(pages) <= maxMessages {
		messages := make([]message, len(pages))
		for i, p := range pages {
			messages[i].Content = p
		}
		return messages
	}
	body, note := blocks, "-# "+inFile.In(language)
	if n := len(blocks) - 1; n > 0 && size(blocks[n]) < maxContent/3 {
		body, note = blocks[:n], note+"\n"+blocks[n]
	}
	head := pack(body, maxContent-size(note)-2)[0]
	return []message{{
		Content: head + "\n\n" + note,
		Files:   []file{{Name: name, Data: []byte(strings.Join(blocks, "\n\n") + "\n")}},
	}}
}

// pack joins blocks with blank lines into pages of at most limit.
func pack(blocks []string, limit int) []string {
	var pages []string
	page := ""
	for _, b := range blocks {
		for _, piece := range pieces(b, limit) {
			switch {
			case page == "":
				page = piece
			case size(page)+2+size(piece) <= limit:
				page += "\n\n" + piece
			default:
				pages = append(pages, page)
				page = piece
			}
		}
	}
	if page != "" || len(pages) == 0 {
		pages = append(pages, page)
	}
	return pages
}

// pieces cuts a block that is too long: between lines, then after a sentence,
// then between words. A quote stays a quote and bold stays bold in every piece.
func pieces(block string, limit int) []string {
	if size(block) <= limit {
		return []string{block}
	}
	var out []string
	current := ""
	for _, line := range strings.Split(block, "\n") {
		for _, part := range cutLine(line, limit) {
			if current != "" && size(current)+1+size(part) > limit {
				out = append(out, current)
				current = ""
			}
			if current != "" {
				current += "\n"
			}
			current += part
		}
	}
	return append(out, current)
}

// cutLine cuts one line into parts of at most limit, each with the line's
// prefix (of a quote, an item, small print).
func cutLine(line string, limit int) []string {
	if size(line) <= limit {
		return []string{line}
	}
	prefix := ""
	for _, p := range []string{"> ", "-# ", "- "} {
		if strings.HasPrefix(line, p) {
			prefix, line = p, line[len(p):]
			break
		}
	}
	const stars = 4 // room for bold to be closed and opened again
	var out []string
	bold := false
	for line != "" {
		part := line
		if size(line) > limit-len(prefix)-stars {
			part = line[:cutAt(line, limit-len(prefix)-stars)]
		}
		line = strings.TrimLeft(line[len(part):], " ")
		part = strings.TrimRight(part, " ")
		if bold {
			part = "**" + part
		}
		bold = openBold(part)
		if bold {
			part += "**"
		}
		out = append(out, prefix+strings.ReplaceAll(part, "****", ""))
	}
	return out
}

// cutAt is the offset at or before limit where a text is best cut: after a
// sentence in its second half, else after a word, else between two characters,
// never behind a backslash or inside the stars of bold.
func cutAt(s string, limit int) int {
	end, n := 0, 0
	for i, r := range s {
		n += max(1, utf16.RuneLen(r))
		if n > limit {
			break
		}
		end = i + len(string(r))
	}
	head := s[:end]
	for _, stop := range []string{". ", "! ", "? ", "» "} {
		if i := strings.LastIndex(head, stop); i > len(head)/2 {
			return i + len(stop)
		}
	}
	if i := strings.LastIndexByte(head, ' '); i > 0 {
		return i + 1
	}
	for end > 1 && (s[end-1] == '\\' || s[end-1] == '*') {
		end--
	}
	return end
}

// openBold reports whether a part ends inside bold: an odd number of marks
// that are not escaped.
func openBold(s string) bool {
	open := false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case strings.HasPrefix(s[i:], "**"):
			open = !open
			i++
		}
	}
	return open
}
