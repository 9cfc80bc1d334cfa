package discord

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"verbatim/bot"
	"verbatim/knowledge/ingest"
)

// comment is how long, in runes, what stands beside a link may be for the link
// to be what the message is about.
const comment = 300

var addresses = regexp.MustCompile(`https?://[^\s<>"|]+`)

// target is what the message of a message command holds.
func (c *call) target() (bot.Material, error) {
	m, ok := c.Data.Resolved.Messages[c.Data.TargetID]
	if ok {
		if found, err := m.material(); err != nil || found.URL != "" || len(found.Data) > 0 {
			return found, err
		}
	}
	return bot.Material{}, &bot.UserError{Text: sayNothingThere}
}

// material is the one thing that a message is about: its text file, else the
// page that it links, else its text, else the page of its embed. A forwarded
// message is what its snapshot is. It is empty where there is nothing to read.
func (m *heard) material() (bot.Material, error) {
	for _, a := range m.Attachments {
		if a.readable() {
			return a.material()
		}
	}
	text := strings.TrimSpace(m.Content)
	link := strings.TrimRight(addresses.FindString(text), ".,;:!?)]}'»”")
	words := strings.TrimSpace(addresses.ReplaceAllString(text, ""))
	switch {
	case link != "" && len([]rune(words)) <= comment:
		return bot.Material{URL: link}, nil
	case words != "":
		return bot.Material{Data: []byte(text), ContentType: plainText}, nil
	}
	for _, e := range m.Embeds {
		if addresses.MatchString(e.URL) {
			return bot.Material{URL: e.URL}, nil
		}
		if strings.TrimSpace(e.Description) != "" {
			return bot.Material{Data: []byte(strings.TrimSpace(e.Title + "\n\n" + e.Description)), ContentType: plainText}, nil
		}
	}
	for _, s := range m.Snapshots {
		inner := s.Message
		inner.Snapshots = nil // Discord nests none
		return inner.material()
	}
	return bot.Material{}, nil
}

const plainText = "text/plain; charset=utf-8"

// readable reports whether a file may hold an article.
func (a *attachment) readable() bool {
	switch strings.ToLower(path.Ext(a.Filename)) {
	case ".txt", ".text", ".md", ".html", ".htm", ".xhtml":
		return true
	}
	return strings.HasPrefix(a.ContentType, "text/") || strings.HasPrefix(a.ContentType, "application/xhtml")
}

// material is a file as it is handed in.
func (a *attachment) material() (bot.Material, error) {
	if a.Size > ingest.MaxBytes {
		return bot.Material{}, &bot.UserError{Text: bot.Text{
			French:  fmt.Sprintf("Le fichier dépasse %d Mio.", ingest.MaxBytes>>20),
			English: fmt.Sprintf("the file is larger than %d MiB", ingest.MaxBytes>>20),
		}}
	}
	return bot.Material{URL: a.URL, Name: a.Filename, ContentType: a.ContentType}, nil
}
