package discord

import (
	"reflect"
	"strings"
	"testing"
)

func TestPress(t *testing.T) {
	for _, p := range []press{
		{Verb: verbThread, Language: "fr"},
		{Verb: verbModal, Language: "en", Page: "1234567890123456789", Sources: []source{{Article: "barrage-varny"}}},
		{Verb: verbSources, Language: "fr", Sources: []source{{"a-1", []int{3, 12}}, {"b", []int{1}}}},
	} {
		got, ok := parsePress(p.String())
		if !ok || !reflect.DeepEqual(got, p) {
			t.Errorf("%q: got %+v, want %+v", p.String(), got, p)
		}
	}
}

func TestPressIsBounded(t *testing.T) {
	p := press{Verb: verbSources, Language: "fr"}
	for range 9 {
		p.Sources = append(p.Sources, source{strings.Repeat("a", 24), []int{1234, 5678}})
	}
	id := p.String()
	got, ok := parsePress(id)
	if len(id) > maxCustomID || !ok || len(got.Sources) < 2 {
		t.Errorf("%d bytes, %v, %+v", len(id), ok, got)
	}
}

func FuzzParsePress(f *testing.F) {
	for _, s := range []string{"1.s.fr..a:1,2;b:3", "1.m.en.123.a", "1.t.fr..", "2.s.fr..", "....", "1.s.fr..a:0", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, ok := parsePress(s)
		if !ok {
			return
		}
		again, ok := parsePress(p.String())
		if !ok || !reflect.DeepEqual(again, p) {
			t.Errorf("%q reads %+v, then %+v", s, p, again)
		}
	})
}
