package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"verbatim/bot"
	"verbatim/knowledge"
)

// PutArticle stores an article whole, so that nothing has to be split again.
func (s *Store) PutArticle(ctx context.Context, h bot.Holding) (bool, error) {
	added := false
	a := h.Article
	err := s.write(ctx, "put an article", func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, `INSERT INTO articles
			(owner, id, added, format, title, titled, date, language, source, agency, text, sentences)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (owner, id) DO NOTHING`,
			string(h.Owner), a.ID, h.Added.UnixMilli(), sentencesFormat, a.Title, a.Titled, a.Date,
			a.Language, a.Source, a.Agency, a.Text, encodeSentences(a.Sentences))
		if err != nil {
			return err
		}
		n, err := r.RowsAffected()
		if err != nil {
			return err
		}
		if added = n > 0; !added {
			return nil
		}
		return bump(ctx, tx)
	})
	return added && err == nil, err
}

// RemoveArticle takes an article out.
func (s *Store) RemoveArticle(ctx context.Context, owner bot.Owner, id string) error {
	missing := fmt.Errorf("article %q: %w", id, bot.ErrNotFound)
	if db, err := s.existing(ctx); err != nil {
		return err
	} else if db == nil {
		return missing
	}
	return s.write(ctx, "remove an article", func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, "DELETE FROM articles WHERE owner = ? AND id = ?", string(owner), id)
		if err != nil {
			return err
		}
		n, err := r.RowsAffected()
		if err != nil {
			return err
		}
		if n == 0 {
			return missing
		}
		return bump(ctx, tx)
	})
}

func bump(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "UPDATE revision SET value = value + 1")
	return err
}

// Touch changes the revision, so that others read again.
func (s *Store) Touch(ctx context.Context) error {
	return s.write(ctx, "change the revision", func(tx *sql.Tx) error { return bump(ctx, tx) })
}

// Holdings are all articles, in the order in which they were put.
func (s *Store) Holdings(ctx context.Context) ([]bot.Holding, error) {
	db, err := s.existing(ctx)
	if db == nil || err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, `SELECT owner, id, added, format, title, titled, date, language,
		source, agency, text, sentences FROM articles ORDER BY seq`)
	if err != nil {
		return nil, s.fail("read the articles", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err tells
	var out []bot.Holding
	for rows.Next() {
		h, err := scanHolding(rows)
		if err != nil {
			return nil, s.fail("read an article", err)
		}
		out = append(out, h)
	}
	if err := rows.Err(); err != nil {
		return nil, s.fail("read the articles", err)
	}
	return out, nil
}

func scanHolding(rows *sql.Rows) (bot.Holding, error) {
	var (
		a         knowledge.Article
		owner     string
		added     int64
		format    int
		sentences []byte
	)
	err := rows.Scan(&owner, &a.ID, &added, &format, &a.Title, &a.Titled, &a.Date, &a.Language,
		&a.Source, &a.Agency, &a.Text, &sentences)
	if err != nil {
		return bot.Holding{}, err
	}
	if format != sentencesFormat {
		return bot.Holding{}, fmt.Errorf("article %q, sentences in format %d: %w", a.ID, format, errNewer)
	}
	if a.Sentences, err = decodeSentences(sentences, len(a.Text)); err != nil {
		return bot.Holding{}, fmt.Errorf("article %q: %w", a.ID, err)
	}
	return bot.Holding{Owner: bot.Owner(owner), Article: &a, Added: time.UnixMilli(added).UTC()}, nil
}

// Revision counts the articles that were put and removed, and every Touch, by whatever process.
func (s *Store) Revision(ctx context.Context) (int64, error) {
	db, err := s.existing(ctx)
	if db == nil || err != nil {
		return 0, err
	}
	var v int64
	if err := db.QueryRowContext(ctx, "SELECT value FROM revision").Scan(&v); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, s.fail("read the revision", err)
	}
	return v, nil
}
