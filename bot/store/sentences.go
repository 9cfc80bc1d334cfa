package store

import (
	"encoding/binary"
	"errors"
	"fmt"

	"verbatim/knowledge"
)

// sentencesFormat is the version of the format that encodeSentences writes: for
// each sentence, in order, four unsigned varints: its kind, paragraphs since
// the sentence before, bytes since the end of the one before, its bytes.
const sentencesFormat = 1

// kinds are the kinds of sentence by their number in the format; new ones go at the end.
var kinds = []knowledge.Kind{
	knowledge.KindProse, knowledge.KindTitle, knowledge.KindHeading, knowledge.KindCaption, knowledge.KindByline,
}

// errSentences is a row that was not written by encodeSentences.
var errSentences = errors.New("the stored sentences are damaged")

// encodeSentences writes sentences that are in the order of their text and do
// not overlap, as ingest builds them.
func encodeSentences(sentences []knowledge.Sentence) []byte {
	out := make([]byte, 0, 6*len(sentences))
	paragraph, end := 0, 0
	for _, s := range sentences {
		out = binary.AppendUvarint(out, uint64(kindNumber(s.Kind)))
		out = binary.AppendUvarint(out, uint64(s.Paragraph-paragraph))
		out = binary.AppendUvarint(out, uint64(s.Start-end))
		out = binary.AppendUvarint(out, uint64(s.End-s.Start))
		paragraph, end = s.Paragraph, s.End
	}
	return out
}

func kindNumber(k knowledge.Kind) int {
	for i := range kinds {
		if kinds[i] == k {
			return i
		}
	}
	return 0
}

// decodeSentences reads what encodeSentences wrote for a text of so many bytes.
func decodeSentences(data []byte, textBytes int) ([]knowledge.Sentence, error) {
	var out []knowledge.Sentence
	paragraph, end := 0, 0
	for len(data) > 0 {
		var field [4]int
		for i := range field {
			v, n := binary.Uvarint(data)
			if n <= 0 || v > uint64(textBytes) {
				return nil, fmt.Errorf("sentence %d: %w", len(out)+1, errSentences)
			}
			field[i], data = int(v), data[n:]
		}
		s := knowledge.Sentence{
			Number:    len(out) + 1,
			Paragraph: paragraph + field[1],
			Span:      knowledge.Span{Start: end + field[2], End: end + field[2] + field[3]},
		}
		if field[0] >= len(kinds) || s.End > textBytes {
			return nil, fmt.Errorf("sentence %d: %w", s.Number, errSentences)
		}
		s.Kind = kinds[field[0]]
		paragraph, end = s.Paragraph, s.End
		out = append(out, s)
	}
	return out, nil
}
