package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"time"

	"verbatim/bot"
)

// hash is a key's place in the table: lengths keep the parts apart.
func hash(k bot.TranslationKey) []byte { return hashOf(k.Original, k.To, k.Model, k.Prompt) }

func hashOf(parts ...string) []byte {
	h := sha256.New()
	for _, part := range parts {
		h.Write(binary.AppendUvarint(nil, uint64(len(part))))
		h.Write([]byte(part))
	}
	return h.Sum(nil)
}

// Translations returns the translations that are stored, by key.
func (s *Store) Translations(ctx context.Context, keys []bot.TranslationKey) (map[bot.TranslationKey]string, error) {
	out := map[bot.TranslationKey]string{}
	db, err := s.existing(ctx)
	if db == nil || err != nil || len(keys) == 0 {
		return out, err
	}
	find, err := db.PrepareContext(ctx, "SELECT text FROM translations WHERE key = ?")
	if err != nil {
		return nil, s.fail("read translations", err)
	}
	defer find.Close() //nolint:errcheck // nothing was written
	for _, k := range keys {
		var text string
		err := find.QueryRowContext(ctx, hash(k)).Scan(&text)
		switch {
		case err == nil:
			out[k] = text
		case !errors.Is(err, sql.ErrNoRows):
			return nil, s.fail("read translations", err)
		}
	}
	return out, nil
}

// PutTranslations stores translations, all or none.
func (s *Store) PutTranslations(ctx context.Context, translations map[bot.TranslationKey]string) error {
	if len(translations) == 0 {
		return nil
	}
	return s.write(ctx, "put translations", func(tx *sql.Tx) error {
		for k, text := range translations {
			_, err := tx.ExecContext(ctx, `INSERT INTO translations VALUES (?, ?)
				ON CONFLICT (key) DO UPDATE SET text = excluded.text`, hash(k), text)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// AddTokens adds to what an owner spent on a day.
func (s *Store) AddTokens(ctx context.Context, day string, owner bot.Owner, u bot.Usage) error {
	return s.write(ctx, "count tokens", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO tokens VALUES (?, ?, ?, ?) ON CONFLICT (day, owner)
			DO UPDATE SET prompt = prompt + excluded.prompt, completion = completion + excluded.completion`,
			day, string(owner), u.Prompt, u.Completion)
		return err
	})
}

// Tokens is what an owner spent on a day, a guild with its members, and what
// all spent together.
func (s *Store) Tokens(ctx context.Context, day string, owner bot.Owner) (own, total int, err error) {
	db, err := s.existing(ctx)
	if db == nil || err != nil {
		return 0, 0, err
	}
	err = db.QueryRowContext(ctx, `SELECT
		coalesce(sum(CASE WHEN owner = ?1 OR ?1 <> '' AND substr(owner, 1, length(?1) + 1) = ?1 || '/' THEN prompt + completion END), 0),
		coalesce(sum(prompt + completion), 0) FROM tokens WHERE day = ?2`, string(owner), day).Scan(&own, &total)
	if err != nil {
		return 0, 0, s.fail("read tokens", err)
	}
	return own, total, nil
}

// SetHealth keeps the running bot's state.
func (s *Store) SetHealth(ctx context.Context, h bot.Health) error {
	return s.write(ctx, "keep the health", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO health VALUES (1, ?, ?) ON CONFLICT (one)
			DO UPDATE SET connected = excluded.connected, at = excluded.at`, h.Connected, h.At.UnixMilli())
		return err
	})
}

// Health is what was kept last, zero where nothing was.
func (s *Store) Health(ctx context.Context) (bot.Health, error) {
	db, err := s.existing(ctx)
	if db == nil || err != nil {
		return bot.Health{}, err
	}
	var h bot.Health
	var at int64
	err = db.QueryRowContext(ctx, "SELECT connected, at FROM health").Scan(&h.Connected, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return bot.Health{}, nil
	}
	if err != nil {
		return bot.Health{}, s.fail("read the health", err)
	}
	h.At = time.UnixMilli(at).UTC()
	return h, nil
}
