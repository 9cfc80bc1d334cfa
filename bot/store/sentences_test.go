package store

import (
	"reflect"
	"testing"

	"verbatim/bot/store/storetest"
)

// FuzzSentences feeds bytes of any kind: they are refused, or give sentences
// that lie in the text and read the same once written again.
func FuzzSentences(f *testing.F) {
	a := storetest.Article("a")
	f.Add(encodeSentences(a.Sentences), len(a.Text))
	f.Add([]byte{0, 0xff}, 10)
	f.Add([]byte{9, 1, 1, 1}, 10)
	f.Add([]byte{0, 1, 1, 200, 1}, 10)
	f.Fuzz(func(t *testing.T, data []byte, textBytes int) {
		textBytes &= 1<<21 - 1
		sentences, err := decodeSentences(data, textBytes)
		if err != nil {
			return
		}
		for i, s := range sentences {
			if s.Number != i+1 || s.Start < 0 || s.End < s.Start || s.End > textBytes {
				t.Fatalf("sentence %d is %+v in a text of %d bytes", i+1, s, textBytes)
			}
		}
		again, err := decodeSentences(encodeSentences(sentences), textBytes)
		if err != nil || !reflect.DeepEqual(again, sentences) {
			t.Fatalf("written and read again: %+v (%v), want %+v", again, err, sentences)
		}
	})
}

func TestSentencesComeBack(t *testing.T) {
	want := storetest.Article("a")
	got, err := decodeSentences(encodeSentences(want.Sentences), len(want.Text))
	if err != nil || !reflect.DeepEqual(got, want.Sentences) {
		t.Errorf("got %+v (%v), want %+v", got, err, want.Sentences)
	}
}
