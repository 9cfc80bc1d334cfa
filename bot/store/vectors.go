package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"math"
)

// Vectors returns the vectors that are stored of texts, by text.
func (s *Store) Vectors(ctx context.Context, model string, texts []string) (map[string][]float32, error) {
	out := map[string][]float32{}
	db, err := s.existing(ctx)
	if db == nil || err != nil || len(texts) == 0 {
		return out, err
	}
	find, err := db.PrepareContext(ctx, "SELECT vector FROM vectors WHERE key = ?")
	if err != nil {
		return nil, s.fail("read vectors", err)
	}
	defer find.Close() //nolint:errcheck // nothing was written
	for _, t := range texts {
		var packed []byte
		err := find.QueryRowContext(ctx, hashOf(model, t)).Scan(&packed)
		switch {
		case err == nil:
			out[t] = unpackVector(packed)
		case !errors.Is(err, sql.ErrNoRows):
			return nil, s.fail("read vectors", err)
		}
	}
	return out, nil
}

// PutVectors stores vectors by text, all or none.
func (s *Store) PutVectors(ctx context.Context, model string, vectors map[string][]float32) error {
	if len(vectors) == 0 {
		return nil
	}
	return s.write(ctx, "put vectors", func(tx *sql.Tx) error {
		for t, v := range vectors {
			_, err := tx.ExecContext(ctx, `INSERT INTO vectors VALUES (?, ?)
				ON CONFLICT (key) DO UPDATE SET vector = excluded.vector`, hashOf(model, t), packVector(v))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func packVector(v []float32) []byte {
	out := make([]byte, 0, 4*len(v))
	for _, f := range v {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(f))
	}
	return out
}

func unpackVector(packed []byte) []float32 {
	out := make([]float32, len(packed)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(packed[4*i:]))
	}
	return out
}
