package english

import (
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The Institute for the Study of War met Mr Biden on Monday.", "Institute for the Study of War|Biden"},
		{"In May, North Korea and the EU agreed.", "North Korea|EU"},
		{"About 300 people came. They left.", ""},
		{"Rutte said that I was right.", "Rutte"},
	}
	for _, test := range tests {
		var got []string
		for _, n := range Names(test.text) {
			got = append(got, test.text[n.Start:n.End])
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%q: got %s, want %s", test.text, strings.Join(got, "|"), test.want)
		}
	}
}

func TestAttributions(t *testing.T) {
	tests := []struct{ text, speaker string }{
		{"According to the police, two men fled.", "the police"},
		{"Mark Rutte said that troops had been sent.", "Mark Rutte"},
		{"Two men fled, police said on Sunday.", "police"},
		{"\"It is grave,\" said the mayor, Ann Lee.", "the mayor"},
		{"He said that it was late.", "-"},
		{"The United States won.", ""},
		{"The plan was announced.", ""},
	}
	for _, test := range tests {
		list := Attributions(test.text)
		got := ""
		if len(list) > 0 {
			got = test.text[list[0].SpeakerStart:list[0].SpeakerEnd]
			if list[0].Pronoun {
				got = "-"
			}
		}
		if got != test.speaker {
			t.Errorf("%q: got %q, want %q", test.text, got, test.speaker)
		}
	}
}

func FuzzAttributions(f *testing.F) {
	f.Add("\"Yes,\" he said, according to X.")
	f.Add("said said , that”")
	f.Fuzz(func(t *testing.T, text string) {
		for _, a := range Attributions(text) {
			if a.SpeakerStart > a.SpeakerEnd || a.SpeakerEnd > len(text) || a.VerbStart > a.VerbEnd || a.SaidStart > a.SaidEnd || a.SaidEnd > len(text) {
				t.Fatalf("%q: %+v", text, a)
			}
		}
		for _, n := range Names(text) {
			if n.Start >= n.End || n.End > len(text) {
				t.Fatalf("%q: %+v", text, n)
			}
		}
	})
}
