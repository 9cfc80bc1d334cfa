package bot

import (
	"context"
	"errors"
	"fmt"

	"verbatim/knowledge"
	"verbatim/knowledge/ingest"
)

// Material is an article as somebody hands it in: an address to fetch, or bytes.
type Material struct {
	URL         string
	Data        []byte
	Name        string // of the file, "" where there is none
	ContentType string
}

// Added is what became of it.
type Added struct {
	Article *knowledge.Article
	Added   bool     // false where the owner had it already
	Notes   []string // what was noticed, English sentences
}

// Read builds an article from what was handed in, without storing it. The
// error is a *[UserError] where it is no article.
func (b *Bot) Read(ctx context.Context, m Material) (ingest.Result, error) {
	data, source, contentType := m.Data, m.Name, m.ContentType
	if m.URL != "" {
		page, err := b.Fetcher.Fetch(ctx, m.URL)
		if err != nil {
			return ingest.Result{}, unfetched(err)
		}
		data, source, contentType = page.Body, page.URL, page.ContentType
		if m.Name != "" {
			source = m.Name // an attachment: its address dies within hours
		}
	}
	read, err := ingest.Bytes(data, source, contentType)
	if err != nil {
		return ingest.Result{}, unreadable(err)
	}
	return read, nil
}

// Add reads an article and stores it for its owner. The error is a
// *[UserError] where what was handed in is no article; nothing is stored then.
func (b *Bot) Add(ctx context.Context, owner Owner, m Material) (Added, error) {
	read, err := b.Read(ctx, m)
	if err != nil {
		return Added{}, err
	}
	added, err := b.Library.Add(ctx, owner, read.Article)
	if err != nil {
		return Added{}, err
	}
	return Added{Article: read.Article, Added: added, Notes: read.Notes}, nil
}

// unreadable says what is wrong with the bytes of an article.
func unreadable(err error) error {
	attach := Text{French: "Joignez plutôt le texte en fichier.", English: "attach the text as a file instead"}
	for sentinel, french := range map[error]string{
		ingest.ErrEmpty:     "Il n'y a pas de texte.",
		ingest.ErrBinary:    "Ce n'est pas du texte.",
		ingest.ErrTooLarge:  fmt.Sprintf("Le texte dépasse %d Mio.", ingest.MaxBytes>>20),
		ingest.ErrNoArticle: "La page ne contient pas d'article. Rien n'a été enregistré.",
	} {
		if errors.Is(err, sentinel) {
			return &UserError{Err: err, Text: Text{French: french, English: err.Error()}, Hint: attach}
		}
	}
	return err
}

// unfetched says why an address gave nothing.
func unfetched(err error) error {
	return &UserError{Err: err, Text: Text{
		French:  "La page n'a pas pu être lue. Rien n'a été enregistré.",
		English: err.Error(),
	}, Hint: Text{French: "Joignez plutôt le texte en fichier.", English: "attach the text as a file instead"}}
}
