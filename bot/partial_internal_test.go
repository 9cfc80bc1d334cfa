package bot

import (
	"encoding/json"
	"reflect"
	"testing"
)

func TestClaimScanner(t *testing.T) {
	for name, test := range map[string]struct {
		text  string
		begun int
		want  []string
	}{
		"two claims": {`{"answered":true,"claims":[{"text":"a","citations":[{"sentence":1,"quote":"x"}]}, {"text":"b"}]}`, 2,
			[]string{`{"text":"a","citations":[{"sentence":1,"quote":"x"}]}`, `{"text":"b"}`}},
		"braces and quotes in strings": {`{"answered":true,"claims":[{"text":"a \"]}\" \\"},{"te`, 2, []string{`{"text":"a \"]}\" \\"}`}},
		"spaces":                       {"{ \"answered\" : true, \"claims\" : [ {\"text\":\"a\"} ] }", 1, []string{`{"text":"a"}`}},
		"not answered":                 {`{"answered":false,"claims":[{"text":"a"}]}`, 0, nil},
		"another array before":         {`{"notes":["claims"],"answered":true,"claims":[{"text":"a"}]}`, 1, []string{`{"text":"a"}`}},
		"more after the end":           {`{"claims":[{"text":"a"}]}{"claims":[{"text":"b"}]}`, 1, []string{`{"text":"a"}`}},
		"no JSON":                      {`Bien sûr : [1]`, 0, nil},
	} {
		for _, size := range []int{1, 3, len(test.text)} {
			var s claimScanner
			var got []string
			for i := 0; i < len(test.text); i += size {
				for _, raw := range s.feed(test.text[i:min(i+size, len(test.text))]) {
					got = append(got, string(raw))
				}
			}
			if !reflect.DeepEqual(got, test.want) || s.begun != test.begun {
				t.Errorf("%s by %d: got %q, begun %d; want %q, %d", name, size, got, s.begun, test.want, test.begun)
			}
		}
	}
}

// FuzzClaimScanner holds the scanner against the JSON package.
func FuzzClaimScanner(f *testing.F) {
	f.Add(`{"answered":true,"claims":[{"text":"a","citations":[]},{"text":"\"}"}]}`, 3)
	f.Fuzz(func(t *testing.T, text string, size int) {
		if size = size%7 + 1; size < 1 {
			size = 1
		}
		var s claimScanner
		var got []json.RawMessage
		for i := 0; i < len(text); i += size {
			got = append(got, s.feed(text[i:min(i+size, len(text))])...)
		}
		var whole struct {
			Answered bool              `json:"answered"`
			Claims   []json.RawMessage `json:"claims"`
		}
		if len(got) > s.begun {
			t.Errorf("%d complete of %d begun", len(got), s.begun)
		}
		if json.Unmarshal([]byte(text), &whole) != nil {
			return
		}
		for _, raw := range got {
			if !json.Valid(raw) {
				t.Errorf("%q is no JSON", raw)
			}
		}
	})
}
