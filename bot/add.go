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
	Added   bool   // false where the owner had it already
	Notes   []Text // what was noticed, one sentence each
}

// Read builds an article from what was handed in, without storing it. The
// error is a *[UserError] where it is no article.
func (b *Bot) Read(ctx context.Context, m Material) (ingest.Result, error) {
	data, source, contentType := m.Data, m.Name, m.ContentType
	if m.URL != "" {
		page, err := b.Fetcher.Fetch(ctx, m.URL)
		if err != nil {
			return ingest.Result{}, unreadable(err)
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
	done := Added{Article: read.Article, Added: added}
	for _, n := range read.Notes {
		done.Notes = append(done.Notes, Text(n))
	}
	return done, nil
}

// attach is the way round every address that gives nothing.
var attach = Text{French: "Joignez plutôt le texte en fichier.", English: "attach the text as a file instead"}

// faults are what can be wrong with an address or with bytes, in French; the
// errors themselves say it in English.
var faults = []struct {
	is     error
	french string
	hint   Text
}{
	{ErrAddress, "Cette adresse ne peut pas être lue.", attach},
	{ErrPrivate, "Cette adresse est privée : elle n'est pas lue.", attach},
	{ErrStatus, "Le site n'a pas donné la page.", attach},
	{ErrTooLarge, "La page est trop lourde.", attach},
	{ErrType, "Cette adresse ne contient pas de texte.", attach},
	{ingest.ErrEmpty, "Il n'y a pas de texte.", Text{French: "Donnez un fichier ou une page qui contient un article.", English: "give a file or a page that holds an article"}},
	{ingest.ErrBinary, "Ce n'est pas du texte.", Text{French: "Enregistrez-le d'abord en texte brut ou en HTML.", English: "save it as plain text or HTML first"}},
	{ingest.ErrTooLarge, fmt.Sprintf("Le texte dépasse %d\u00a0Mio.", ingest.MaxBytes>>20), Text{French: "Ajoutez-le en plusieurs parties.", English: "add it in parts"}},
	{ingest.ErrNoArticle, "La page ne contient pas d'article. Rien n'a été enregistré.", attach},
}

// unreadable says to a reader why an address or bytes gave no article.
func unreadable(err error) error {
	var few *ingest.FewError
	if errors.As(err, &few) {
		return &UserError{Err: err, Hint: attach, Text: Text{
			French:  fmt.Sprintf("La page n'a livré que %d phrase%s. Rien n'a été enregistré.", few.Sentences, plural(few.Sentences, "fr")),
			English: fmt.Sprintf("the page gave only %d sentence%s; nothing was stored", few.Sentences, plural(few.Sentences, "en")),
		}}
	}
	for _, f := range faults {
		if errors.Is(err, f.is) {
			return &UserError{Err: err, Hint: f.hint, Text: Text{French: f.french, English: err.Error()}}
		}
	}
	return err
}

// plural is the s of n things: in French from two on, in English unless it is one.
func plural(n int, language string) string {
	if n > 1 || n == 0 && language == "en" {
		return "s"
	}
	return ""
}
